"""Reports dated by the events that they share with dated ones; weekdays that lie the right way of a report's days."""

from datetime import date

import pytest

from quellenlage.language import load
from quellenlage.linking.assemble import tell
from quellenlage.linking.weekdays import settled
from quellenlage.model import Basis, Interval, Links, Published, Reading, Report, Status, TimeExpression
from quellenlage.reading.assemble import read_report

JUNE = Published(interval=Interval(earliest=date(2021, 6, 1), latest=date(2021, 6, 30)), basis=Basis.STATED)
VERDICT = "Das Landgericht Altdorf hat Kuno Faber am Mittwoch zu zwei Jahren Haft verurteilt."
RESIGNED = "Rektorin Berta Lindner ist am Freitag in Altdorf zurückgetreten."
BOTH = "Das Landgericht Altdorf hat Kuno Faber verurteilt. Rektorin Berta Lindner ist gestern zurückgetreten."


def on(day: int) -> Published:
    return Published(interval=Interval(earliest=date(2021, 6, day), latest=date(2021, 6, day)), basis=Basis.METADATA)


def read(text: str, published: Published = JUNE) -> Reading:
    return read_report(Report(uri=text, text=text, published=published), load("de"))


def dated(text: str, *others: Reading) -> tuple[Interval, Links]:
    found = read(text)
    links = tell([found, *others])
    return links.published[found.report.id].interval, links


def test_two_events_bring_a_report_to_its_day() -> None:
    interval, links = dated(BOTH, read(VERDICT, on(17)), read(RESIGNED, on(18)))
    assert interval == Interval(earliest=date(2021, 6, 19), latest=date(2021, 6, 19))
    report = next(r.report.id for r in links.readings if r.report.text == BOTH)
    quoted = {one.report: one.span for one in links.published[report].evidence}
    assert quoted.keys() <= {r.report.id for r in links.readings} - {report}
    assert quoted


def test_one_event_is_not_enough() -> None:
    interval, _ = dated(BOTH, read(VERDICT, on(17)))
    assert interval == JUNE.interval


def test_one_event_is_enough_for_a_report_that_is_open_by_weeks() -> None:
    interval, _ = dated("Die Rektorin legte am Freitag ihr Amt nieder.", read(RESIGNED, on(19)))
    assert interval == Interval(earliest=date(2021, 6, 18), latest=date(2021, 6, 23))


def test_one_event_is_not_enough_for_a_report_that_is_known_to_two_weeks() -> None:
    days = Published(interval=Interval(earliest=date(2021, 6, 12), latest=date(2021, 6, 26)), basis=Basis.STATED)
    found = read("Die Rektorin legte am Freitag ihr Amt nieder.", days)
    links = tell([found, read(RESIGNED, on(19))])
    assert links.published[found.report.id].interval == days.interval


def test_a_plan_that_is_mentioned_in_passing_is_not_over() -> None:
    here = "Die Wahl in Altdorf ist für Sonntag geplant. Gegen die Wahl hatte Kuno Faber protestiert."
    interval, _ = dated(here, read("Die Wahl in Altdorf fand am Sonntag statt.", on(21)))
    assert interval.latest is not None
    assert interval.latest <= date(2021, 6, 20)


def test_nothing_is_said_where_events_are_against_each_other() -> None:
    other = read("Rektorin Berta Lindner ist am 2. Juni in Altdorf zurückgetreten.", on(18))
    interval, _ = dated(BOTH, read(VERDICT, on(17)), other)
    assert interval == JUNE.interval


def test_what_lasts_dates_nothing() -> None:
    told = "Die Bergwacht sucht am Freitag bei Altdorf nach Kuno Faber."
    here = "Das Landgericht Altdorf hat Jan Tolle verurteilt. Die Bergwacht suchte bei Altdorf nach Kuno Faber."
    other = read("Das Landgericht Altdorf hat Jan Tolle am Mittwoch zu zwei Jahren Haft verurteilt.", on(17))
    interval, _ = dated(here, read(told, on(18)), other)
    assert interval == JUNE.interval


@pytest.mark.parametrize(
    ("status", "days"),
    [
        (Status.PLANNED, (date(2021, 6, 17), date(2021, 6, 17))),
        (Status.HAPPENED, (date(2021, 6, 10), date(2021, 6, 10))),
        (Status.POSSIBLE, (date(2021, 6, 10), date(2021, 6, 17))),
    ],
)
def test_a_weekday_lies_the_way_that_its_clause_tells(status: Status, days: tuple[date, date]) -> None:
    """*Auf Donnerstag* in a report of Friday, 11 June, to Tuesday, 15 June."""
    text = "Der Umzug ist auf Donnerstag verschoben."
    published = Published(interval=Interval(earliest=date(2021, 6, 11), latest=date(2021, 6, 15)), basis=Basis.STATED)
    time: TimeExpression = read(text, published).times[0]
    both = Interval(earliest=date(2021, 6, 10), latest=date(2021, 6, 17))
    assert settled(status, time, both, published.interval) == Interval(earliest=days[0], latest=days[1])


@pytest.mark.parametrize("last", [date(9999, 12, 31), date(1, 1, 2)])
@pytest.mark.parametrize("when", ["am {}", "am kommenden {}", "gestern", "morgen"])
def test_the_end_of_the_calendar_breaks_no_story(last: date, when: str) -> None:
    names = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
    day = when.format(names[last.weekday()])
    told = "Das Landgericht Altdorf hat Kuno Faber {0} verurteilt. Rektorin Berta Lindner ist {0} zurückgetreten."
    known = Published(interval=Interval(earliest=last, latest=last), basis=Basis.METADATA)
    undated = read(told.format(day), Published(interval=Interval(), basis=Basis.UNKNOWN))
    assert len(tell([undated, read(told.format("heute"), known), read(told.format(day), known)]).readings) == 3
