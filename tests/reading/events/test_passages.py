"""What is read of short passages that were marked by ``docs/annotation.md`` before any rule was made for them."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from quellenlage.language import load
from quellenlage.model import Basis, EventMention, Interval, Published, Report
from quellenlage.reading.assemble import read_report

DAY = date(2024, 3, 13)
PASSAGES = tomllib.loads(Path(__file__).with_name("passages.toml").read_text(encoding="utf-8"))["passage"]
WHY = {
    "missed": "a state, a contrast or a verb of many meanings that names no event to the reader yet",
    "status": "neither the tense nor the words of the clause that are read say how far the event has come",
    "days": "the day and the preposition or adverb before it are not read together",
}
Row = dict[str, Any]


def parameters() -> list[Any]:
    marks = [
        [pytest.mark.xfail(strict=True, reason=WHY[row["lacking"]])] if "lacking" in row else [] for row in PASSAGES
    ]
    return [
        pytest.param(row["text"], row["events"], id=row["text"], marks=mark)
        for row, mark in zip(PASSAGES, marks, strict=True)
    ]


def interval(days: str, published: date = DAY) -> Interval:
    first, last = (published + timedelta(days=int(part)) if part else None for part in days.split("/"))
    return Interval(earliest=first, latest=last)


def fits(event: EventMention, text: str, row: Row, published: date = DAY) -> bool:
    trigger = text[event.span.start : event.span.end]
    dated = "days" not in row or event.interval == interval(row["days"], published)
    return trigger in row["on"].split() and event.status.value == row["status"] and dated


@pytest.mark.parametrize(("text", "rows"), parameters())
def test_events_of_a_passage_are_read_as_marked(text: str, rows: list[Row]) -> None:
    published = Published(interval=Interval(earliest=DAY, latest=DAY), basis=Basis.STATED)
    found = read_report(Report(uri="a", text=text, published=published), load("de")).events
    for row in rows:
        assert any(fits(event, text, row) for event in found), [(e.span, e.status, e.interval) for e in found]
