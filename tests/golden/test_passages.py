"""The short passages are as ``docs/annotation.md`` asks: every word that is marked stands in its text, once."""

import pytest
from benchmarks.dossiers import Raw

from benchmarks import passages
from quellenlage.model import Interval, Status

ROWS = [
    pytest.param(row, id=row["text"])
    for name in ("develop", "measure")
    for _, rows in passages.load(passages.PASSAGES, name)
    for row in rows
]


@pytest.mark.parametrize("row", ROWS)
def test_a_passage_is_well_marked(row: Raw) -> None:
    assert row["events"]
    for event in row["events"]:
        words = [event["on"]] if event["on"] in row["text"] else event["on"].split()
        assert all(word in row["text"] for word in words), event
        Status(event["status"])
        passages.interval(event["days"])


def test_each_passage_is_there_once() -> None:
    texts = [param.values[0]["text"] for param in ROWS]
    assert len(set(texts)) == len(texts) > 0


def test_days_are_counted_from_the_report() -> None:
    last, first = passages.interval("/+1"), passages.interval("-2/")
    assert (last.earliest, str(last.latest)) == (None, "2024-03-14")
    assert (str(first.earliest), first.latest) == ("2024-03-11", None)
    assert passages.interval("/") == Interval()


def test_what_is_not_found_counts_under_found_alone() -> None:
    marked = [
        {"on": "stürzte", "status": "happened", "days": "-2/-2"},
        {"on": "Montag", "status": "happened", "days": "-2/-2"},
    ]
    scores = passages.score([{"text": "Am Montag stürzte das Dach ein.", "events": marked}])
    assert (scores["found"].right_due, scores["found"].due) == (1, 2)
    assert (scores["days"].right_due, scores["days"].due) == (1, 1)
    assert scores["undated"].due == 0
