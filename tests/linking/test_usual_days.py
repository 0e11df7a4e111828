"""Reports brought closer to their day by the weekdays that they name."""

from datetime import date

import pytest

from quellenlage.language import load
from quellenlage.linking.assemble import tell
from quellenlage.linking.usual_days import agree, closer
from quellenlage.model import UNKNOWN, Basis, Interval, Published, Reading, Report
from quellenlage.reading.assemble import read_report

# Friday to Thursday.
WEEK = Interval(earliest=date(2021, 6, 11), latest=date(2021, 6, 17))


def read(text: str, days: Interval = WEEK) -> Reading:
    return read_report(
        Report(uri=text, text=text, published=Published(interval=days, basis=Basis.INFERRED)), load("de")
    )


def days_of(text: str, days: Interval = WEEK) -> Interval:
    found = read(text, days)
    return closer(found, found.report.published).interval


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # Six days off would be tomorrow's name.
        ("Am Samstag brannte in Altdorf eine Mühle ab.", 12, 17),
        ("Am Montag brannte in Altdorf eine Mühle ab. Am Sonntag war dort noch gefeiert worden.", 14, 16),
        ("Am Montag brannte eine Mühle ab. Am Mittwoch tagt der Rat, am Donnerstag wird die Brücke gesperrt.", 14, 16),
        ("An diesem Montag bleiben die Schulen zu, am Sonntag brannte die Mühle ab.", 13, 15),
        ("Am Montag hat der Rat getagt, am kommenden Sonntag spielt die Kapelle.", 14, 17),
    ],
)
def test_weekdays_say_which_days_are_likely(text: str, first: int, last: int) -> None:
    assert days_of(text) == Interval(earliest=date(2021, 6, first), latest=date(2021, 6, last))


@pytest.mark.parametrize(
    "text",
    ["In Altdorf brannte eine Mühle ab.", "Die Mühle war am 4. Mai abgebrannt.", "Freitags ist in Altdorf Markt."],
    ids=["no time", "a date", "every Friday"],
)
def test_other_words_say_nothing(text: str) -> None:
    assert days_of(text) == WEEK


@pytest.mark.parametrize(
    "days",
    [
        UNKNOWN,
        Interval(earliest=date(2021, 6, 11)),
        Interval(earliest=date(2021, 6, 1), latest=date(2021, 6, 30)),
        Interval(earliest=date(2021, 6, 11), latest=date(2021, 6, 11)),
    ],
    ids=["unknown", "open", "a month", "a day"],
)
def test_what_is_wide_or_known_stays(days: Interval) -> None:
    assert days_of("Am Montag brannte eine Mühle ab.", days) == days


def test_what_brings_a_report_closer_is_quoted() -> None:
    text = "Am Montag brannte eine Mühle ab. Am Mittwoch tagt der Rat, am Donnerstag wird die Brücke gesperrt."
    reading = read(text)
    found = agree([reading], {reading.report.id: reading.report.published})[reading.report.id]
    assert [reading.report.quote(one.span) for one in found.evidence] == ["Montag", "Mittwoch", "Donnerstag"]
    assert found.basis is Basis.INFERRED


def test_nothing_changes_where_all_days_stay() -> None:
    reading = read("In Altdorf brannte eine Mühle ab.")
    assert agree([reading], {reading.report.id: reading.report.published}) == {}


def test_said_twice_it_counts_once() -> None:
    once = "Am Montag brannte eine Mühle ab."
    assert days_of(once) == days_of(once + " Am Montag kam die Feuerwehr. Am Montag kam auch der Rat.")


def test_a_story_has_the_likely_days() -> None:
    storm = Published(interval=Interval(earliest=date(2021, 6, 15), latest=date(2021, 6, 15)), basis=Basis.METADATA)
    told = "Am Montag hat ein Sturm in Altdorf die Turnhalle zerstört, teilte die Polizei mit."
    other = read_report(Report(uri="dated", text=told, published=storm), load("de"))
    report = read(
        told + " Am Mittwoch wird der Rat tagen.", Interval(earliest=date(2021, 6, 1), latest=date(2021, 6, 30))
    )
    days = tell([report, other]).published[report.report.id].interval
    assert days == Interval(earliest=date(2021, 6, 14), latest=date(2021, 6, 17))
