"""The invented story itself: whole, dated on real weekdays, and told in the words that its expectations quote."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.samples.test_expected import EXPECTED, SAMPLES, named

FILES = sorted((SAMPLES / "wesselbrueck").iterdir())
MONTHS = {"März": 3}
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
DATED = re.compile(rf"({'|'.join(WEEKDAYS)})(?:, (?:dem|den) | \(|, )(\d{{1,2}})\. ({'|'.join(MONTHS)})")


def texts(path: Path) -> list[str]:
    """Give the reports of a file; of HTML the paragraphs alone."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line)["text"] for line in raw.splitlines()]
    if path.suffix == ".html":
        return ["\n".join(re.findall(r"<p>(.*?)</p>", raw))]
    return [raw]


def quoted() -> Iterator[Any]:
    """List every stretch of a report that an expectation quotes."""
    rows = [*EXPECTED["statement"], *EXPECTED["furniture"]]
    rows += [mention for person in EXPECTED["person"] for mention in person["mentions"]]
    for row in rows:
        words = row.get("content") or row.get("after", "") + row["text"]
        yield pytest.param(row["file"], words, id=f"{row['file']} {words[-30:]!r}")


def test_every_file_is_expected() -> None:
    assert {path.name for path in FILES} == {row["file"] for row in EXPECTED["report"]}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_reports_are_as_long_as_news(path: Path) -> None:
    for text in texts(path):
        assert 150 <= len(text.split()) <= 350


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_weekdays_are_those_of_2024(path: Path) -> None:
    for text in texts(path):
        for weekday, day, month in DATED.findall(text):
            assert date(2024, MONTHS[month], int(day)).weekday() == WEEKDAYS.index(weekday)


@pytest.mark.parametrize(("file", "words"), list(quoted()))
def test_what_is_quoted_stands_there(file: str, words: str) -> None:
    assert any(words in text for text in texts(SAMPLES / "wesselbrueck" / file))


@pytest.mark.parametrize("row", EXPECTED["statement"], ids=named)
def test_a_statement_is_quoted_unmistakably(row: dict[str, Any]) -> None:
    assert sum(text.count(row["content"]) for text in texts(SAMPLES / "wesselbrueck" / row["file"])) == 1
