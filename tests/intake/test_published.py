from datetime import date, datetime

import pytest

from quellenlage.errors import DayError, QuellenlageError
from quellenlage.intake import as_day, from_text
from quellenlage.intake.published import from_field
from quellenlage.model import Basis

BODY = "\n\nDer Rat hat am Freitag über den neuen Tunnel beraten.\n\nIm Mai soll der Bau beginnen, sagte sie."


def published(text, **known):
    return from_text(text, **known).published


@pytest.mark.parametrize(
    ("head", "earliest", "latest"),
    [
        (" date 2021-03 Der Rat tagte lange.", date(2021, 3, 1), date(2021, 3, 31)),
        ("date 2021-03-02 Der Rat tagte lange.", date(2021, 3, 2), date(2021, 3, 2)),
        ("Stand: 02.03.2021 07:12 Uhr", date(2021, 3, 2), date(2021, 3, 2)),
        ("date 2021-03 Rat tagt Stand: 02.03.2021 07:12 Uhr", date(2021, 3, 2), date(2021, 3, 2)),
        ("date 2021-04 Rat tagt Stand: 02.03.2021 07:12 Uhr", date(2021, 3, 2), date(2021, 3, 2)),
        ("Erstellt: 01.03.2021, 07:12 Uhr Aktualisiert: 02.03.2021, 09:00 Uhr", date(2021, 3, 1), date(2021, 3, 1)),
        ("Zuletzt aktualisiert am 2. Jänner 2021", date(2021, 1, 2), date(2021, 1, 2)),
        ("Stand: 31.02.2021", None, None),
    ],
)
def test_stated(head, earliest, latest):
    found = published(head + BODY)
    assert (found.interval.earliest, found.interval.latest) == (earliest, latest)
    assert found.basis is (Basis.STATED if earliest else Basis.UNKNOWN)
    assert bool(found.evidence) is bool(earliest)


def test_evidence_points_into_the_report():
    report = from_text("date 2021-03 Rat tagt Stand: 02.03.2021 07:12 Uhr" + BODY)
    assert [report.quote(e.span) for e in report.published.evidence] == ["date 2021-03", "Stand: 02.03.2021 07:12 Uhr"]
    assert {e.report for e in report.published.evidence} == {report.id}


def test_a_month_that_contradicts_the_day_is_no_evidence():
    report = from_text("date 2021-04 Rat tagt Stand: 02.03.2021 07:12 Uhr" + BODY)
    assert [report.quote(e.span) for e in report.published.evidence] == ["Stand: 02.03.2021 07:12 Uhr"]


def test_a_day_that_came_with_the_report_wins():
    found = published("Stand: 02.03.2021 07:12 Uhr" + BODY, published=date(2021, 3, 1))
    assert (found.interval.day, found.basis, found.evidence) == (date(2021, 3, 1), Basis.METADATA, ())


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("2021-03-02", date(2021, 3, 2), date(2021, 3, 2)),
        ("2021-03", date(2021, 3, 1), date(2021, 3, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("02.03.2021", date(2021, 3, 2), date(2021, 3, 2)),
        ("2. März 2021, 07:12 Uhr", date(2021, 3, 2), date(2021, 3, 2)),
        ("2021-03-02T23:30:00+01:00", date(2021, 3, 2), date(2021, 3, 2)),
        ("2021-03-02T23:30:00Z", date(2021, 3, 3), date(2021, 3, 3)),
        ("2021-07-02T21:59:00Z", date(2021, 7, 2), date(2021, 7, 2)),
        ("2021-07-02T22:00:00+00:00", date(2021, 7, 3), date(2021, 7, 3)),
    ],
)
def test_field(words, earliest, latest):
    found = from_field(words)
    assert found
    assert (found.interval.earliest, found.interval.latest) == (earliest, latest)


@pytest.mark.parametrize("words", ["gestern", "", "2021-13-40", "31.02.2021", "9999-99", "0001-01-01", "20210302"])
def test_broken_field(words):
    assert from_field(words) is None


@pytest.mark.parametrize("words", ["2021-03-02", "02.03.2021", date(2021, 3, 2), datetime(2021, 3, 2, 7, 12)])
def test_a_day_that_a_caller_names(words):
    assert as_day(words) == date(2021, 3, 2)
    assert type(as_day(words)) is date


@pytest.mark.parametrize("words", ["gestern", "2021-03", "", "2021-02-30"])
def test_what_is_no_day(words):
    with pytest.raises(DayError, match="write it as 2021-03-02") as caught:
        as_day(words)
    assert isinstance(caught.value, QuellenlageError)
