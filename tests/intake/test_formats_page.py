"""The page on formats says what the code does."""

import json
from pathlib import Path

from quellenlage.intake.load import MOST_BYTES, READERS
from quellenlage.intake.records import read
from quellenlage.intake.report import MOST_CHARACTERS, Metadata

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def test_every_suffix_is_named():
    assert [suffix for suffix in READERS if f"`{suffix}`" not in PAGE] == []


def test_limits_are_named():
    assert f"{MOST_BYTES // 1_000_000} MB" in PAGE
    assert f"{MOST_CHARACTERS:,} characters" in PAGE


def test_the_object_shown_is_read():
    shown = PAGE[PAGE.index('    {"text"') : PAGE.index("Only `text` is needed")]
    (report,) = read(json.dumps(json.loads(shown)).encode(), "a.json", Metadata())
    assert (report.title, report.outlet, report.authors, report.agencies) == (
        "Rat tagt",
        "Anzeiger",
        ("Jana Sommer",),
        ("dpa",),
    )
