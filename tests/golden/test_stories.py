"""The golden stories: whole, dated on real weekdays, annotated in the words that stand there and by the guidelines."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from benchmarks.golden import SETS, STORIES, load

from quellenlage import Report, intake
from quellenlage.model.terms import Basis, ConflictKind, Stance, StatementType, Status

GOLDEN = dict(sorted((path.name, story) for path, story in load(STORIES, "all")))
QUOTED = ("quote", "source")
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
          "Dezember")  # fmt: skip
DATED = re.compile(rf"\b({'|'.join(WEEKDAYS)})(?:, (?:dem |den )?| \()(\d\d?)\. ({'|'.join(MONTHS)})")

every_story = pytest.mark.parametrize("name", GOLDEN)


@cache
def texts(name: str) -> dict[str, str]:
    """Give the reports of a story as they are read."""
    loaded = list(intake.load([STORIES / name / "reports"]))
    return {one.uri: one.text for one in loaded if isinstance(one, Report)}


def quotations(row: Any, file: str | None = None) -> Iterator[tuple[str, str, int]]:
    """List (file, words, nth) of everything that a row quotes."""
    if isinstance(row, list):
        for one in row:
            yield from quotations(one, file)
    elif isinstance(row, dict):
        file = row.get("file", file)
        for key in QUOTED:
            if row.get(key) and file:
                yield file, row[key], row.get("nth" if key == "quote" else "source_nth", 1)
        for value in row.values():
            yield from quotations(value, file)


@every_story
def test_reports_are_the_files_that_are_there_and_as_long_as_news(name: str) -> None:
    assert set(texts(name)) == {row["file"] for row in GOLDEN[name]["report"]}
    assert all(100 <= len(text.split()) <= 300 for text in texts(name).values())


@every_story
def test_what_is_quoted_stands_there(name: str) -> None:
    wrong = [one for one in quotations(GOLDEN[name]) if texts(name)[one[0]].count(one[1]) < one[2]]
    assert wrong == []
    assert sum(1 for _ in quotations(GOLDEN[name])) > 100


@every_story
def test_days_are_real_ones(name: str) -> None:
    year = GOLDEN[name]["report"][0]["day"].year
    for file, text in texts(name).items():
        for weekday, day, month in DATED.findall(text):
            assert date(year, MONTHS.index(month) + 1, int(day)).weekday() == WEEKDAYS.index(weekday), file


@every_story
def test_labels_are_those_of_the_model(name: str) -> None:
    story = GOLDEN[name]
    assert story["set"] in SETS
    assert {row["stance"] for row in story["statement"]} <= {one.value for one in Stance}
    assert {row["type"] for row in story["statement"]} <= {one.value for one in StatementType}
    assert {row["kind"] for row in story["conflict"]} <= {one.value for one in ConflictKind}
    assert {row["basis"] for row in story["report"]} <= {one.value for one in Basis}
    statuses = {m["status"] for row in story["event"] for m in row["mentions"]} | {r["status"] for r in story["event"]}
    assert statuses <= {one.value for one in Status}


@every_story
def test_a_story_is_as_rich_as_the_guidelines_ask(name: str) -> None:
    story = GOLDEN[name]
    assert 5 <= len(story["report"]) <= 10
    assert 8 <= len(story["event"]) <= 14
    assert len(story["statement"]) >= 25
    assert sum(row["basis"] == "inferred" for row in story["report"]) == 2
    assert {row["kind"] for row in story["copy"]} == {"verbatim", "reworded"}
    assert "denial" in {row["kind"] for row in story["conflict"]}


@every_story
def test_origins_are_counted_by_the_guidelines(name: str) -> None:
    for row in GOLDEN[name]["event"]:
        certain, possible = row["origins"]["certain"], row["origins"]["open"]
        assert row["origins"]["least"] == max(1, len(certain)), row["id"]
        assert row["origins"]["most"] == max(1, len(certain) + len(possible)), row["id"]


@every_story
def test_rows_refer_to_rows_that_are_there(name: str) -> None:
    story = GOLDEN[name]
    events, files = {row["id"] for row in story["event"]}, set(texts(name))
    assert {row["event"] for row in story["conflict"]} <= events | {""}
    assert {file for row in story["copy"] for file in (row["a"], row["b"])} <= files
    assert all(len({side["who"] for side in row["sides"]}) == 2 for row in story["conflict"])
    assert all(row["mentions"] for row in story["event"])


@pytest.mark.parametrize("name", sorted(path.parent.name for path in STORIES.glob("*/second.toml")))
def test_a_second_annotation_is_of_the_same_reports_in_words_that_stand_there(name: str) -> None:
    second = tomllib.loads((STORIES / name / "second.toml").read_text(encoding="utf-8"))
    assert {row["file"] for row in second["report"]} == set(texts(name))
    assert [one for one in quotations(second) if texts(name)[one[0]].count(one[1]) < one[2]] == []
    assert {row["event"] for row in second["conflict"]} <= {row["id"] for row in second["event"]} | {""}
