import json
from datetime import date

import pytest

from quellenlage.errors import NotTextError
from quellenlage.intake.published import given
from quellenlage.intake.records import read, read_lines
from quellenlage.intake.report import Metadata
from quellenlage.model import Basis, Report, Skipped

FULL = {
    "text": "Der Rat tagt.\r\nEr berät.",
    "title": "Rat  tagt",
    "outlet": "Anzeiger",
    "authors": ["Jana Sommer", "dpa"],
    "published": "2021-03-02T07:12:00+01:00",
    "url": "https://anzeiger.example/1",
    "more": {"is": "passed over"},
}


def one(item, known=None):
    (report,) = read(json.dumps(item).encode(), "a.json", known or Metadata())
    return report


def test_all_fields():
    report = one(FULL)
    assert report.text == "Der Rat tagt.\nEr berät."
    assert (report.title, report.outlet, report.url) == ("Rat tagt", "Anzeiger", "https://anzeiger.example/1")
    assert (report.authors, report.agencies) == (("Jana Sommer",), ("dpa",))
    assert (report.published.interval.day, report.published.basis) == (date(2021, 3, 2), Basis.METADATA)


def test_own_fields_win_over_what_the_caller_knows():
    known = Metadata(outlet="Bote", published=given(date(2020, 1, 1)))
    assert (one(FULL, known).outlet, one(FULL, known).published.interval.day) == ("Anzeiger", date(2021, 3, 2))
    bare = one({"text": "Der Rat tagt."}, known)
    assert (bare.outlet, bare.published.interval.day) == ("Bote", date(2020, 1, 1))


def test_null_fields_are_unknown_and_authors_may_be_a_string():
    report = one({"text": "Der Rat tagt.", "title": None, "authors": "Jana Sommer und Ole Winter", "published": None})
    assert (report.title, report.authors, report.published.basis) == (
        None,
        ("Jana Sommer", "Ole Winter"),
        Basis.UNKNOWN,
    )


def test_a_broken_day_leaves_the_report():
    assert one({"text": "Der Rat tagt.", "published": "neulich"}).published.basis is Basis.UNKNOWN


def test_list():
    found = list(read(json.dumps([FULL, {"title": "leer"}, 3, FULL]).encode(), "a.json", Metadata()))
    assert [type(item) for item in found] == [Report, Skipped, Skipped, Report]
    assert [item.uri for item in found] == ["a.json#1", "a.json#2", "a.json#3", "a.json#4"]


def test_lines():
    raw = '{"text": "Der Rat tagt."}\r\n\n{"text": \n{"text": "Er\u2028berät."}\n[]\n'.encode()
    found = list(read_lines(raw, "a.jsonl", Metadata()))
    assert [item.uri for item in found] == ["a.jsonl#1", "a.jsonl#3", "a.jsonl#4", "a.jsonl#5"]
    assert [type(item) for item in found] == [Report, Skipped, Report, Skipped]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'{"text": ', "is no valid JSON"),
        (b"[" * 100_000, "is no valid JSON"),
        (b"", "is no valid JSON"),
        (b"[]", "is an empty list"),
        (b'"Der Rat tagt."', "is a string, no object"),
        (b"{}", 'has no "text"'),
        (b'{"text": null}', 'has no "text"'),
        (b'{"text": 3}', 'has a number as "text"'),
        (b'{"text": ["a"]}', 'has a list with other things than strings as "text"'),
        (b'{"text": "  "}', "is empty"),
        (b'{"text": "a", "title": {}}', 'has an object as "title"'),
        (b'{"text": "a", "published": 20210302}', 'has a number as "published"'),
        (b'{"text": "a", "authors": [1]}', 'as "authors"; give a list of strings'),
        (b'{"text": "a", "outlet": true}', 'has true or false as "outlet"'),
    ],
)
def test_bad_json(raw, reason):
    with pytest.raises(NotTextError, match=reason):
        list(read(raw, "a.json", Metadata()))


def test_empty_lines_file():
    with pytest.raises(NotTextError, match="is empty"):
        list(read_lines(b"\n\n", "a.jsonl", Metadata()))
