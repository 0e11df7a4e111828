"""Reports dated by events that dated ones tell: a weekday in common, what is done, what the story is about."""

from datetime import date

import pytest

from quellenlage.language import load
from quellenlage.linking.dates import agree
from quellenlage.model import Basis, Interval, Published, Reading, Report
from quellenlage.reading.assemble import read_report

JUNE = Published(interval=Interval(earliest=date(2021, 6, 1), latest=date(2021, 6, 30)), basis=Basis.STATED)
FALL = "Am Mittwoch ist in Altdorf die Turnhalle eingestürzt."
AGAIN = "Die Turnhalle von Altdorf war am Mittwoch eingestürzt. Der Rat berät."
OTHER = "Der Rat von Altdorf hat die Brücke freigegeben."


def on(day: int) -> Published:
    return Published(interval=Interval(earliest=date(2021, 6, day), latest=date(2021, 6, day)), basis=Basis.METADATA)


def read(text: str, published: Published = JUNE) -> Reading:
    return read_report(Report(uri=text, text=text, published=published), load("de"))


def dated(text: str, *others: Reading) -> Interval:
    found = read(text)
    return agree([found, *others, read(OTHER), read(OTHER + " Das Wetter war gut.")])[found.report.id].interval


def test_what_the_story_is_about_dates_a_weekday() -> None:
    found = dated("Vor dem Einsturz am Mittwoch knackte das Dach.", read(FALL, on(16)), read(AGAIN, on(17)))
    assert found == Interval(earliest=date(2021, 6, 16), latest=date(2021, 6, 22))


def test_one_report_is_not_enough_for_that() -> None:
    assert dated("Vor dem Einsturz am Mittwoch knackte das Dach.", read(FALL, on(16))) == JUNE.interval


def test_a_report_is_not_older_than_what_it_tells_as_done() -> None:
    found = dated("Die Turnhalle ist eingestürzt, und niemand weiß, warum.", read(FALL, on(16)), read(AGAIN, on(17)))
    assert found == Interval(earliest=date(2021, 6, 16), latest=date(2021, 6, 30))


@pytest.mark.parametrize(
    "text",
    ["Die Turnhalle könnte einstürzen, warnt der Rat.", "Die Turnhalle ist nicht eingestürzt, sagt der Rat."],
    ids=["possible", "denied"],
)
def test_what_has_not_been_done_tells_nothing(text: str) -> None:
    assert dated(text, read(FALL, on(16)), read(AGAIN, on(17))) == JUNE.interval


def test_two_days_are_no_evidence() -> None:
    earlier = read("Am Mittwoch ist in Altdorf eine Mauer eingestürzt.", on(9))
    found = dated("Die Turnhalle ist eingestürzt.", read(FALL, on(16)), read(AGAIN, on(17)), earlier)
    assert found == JUNE.interval


def test_what_was_yesterday_dates_the_report() -> None:
    told = read(
        "Ministerin Berta Lindner und Rektor Kuno Faber haben am 16. Juni in Altdorf die Brücke eröffnet.", on(18)
    )
    found = dated("Ministerin Berta Lindner und Rektor Kuno Faber haben gestern in Altdorf die Brücke eröffnet.", told)
    assert found == Interval(earliest=date(2021, 6, 17), latest=date(2021, 6, 17))


def test_a_plan_of_a_weekday_is_not_younger_than_its_day() -> None:
    told = read("Ministerin Berta Lindner hat am Mittwoch mit Rektor Kuno Faber den Hafen Altdorf besucht.", on(16))
    found = dated("Am Mittwoch besucht Ministerin Berta Lindner den Hafen Altdorf.", told)
    assert found == Interval(earliest=date(2021, 6, 10), latest=date(2021, 6, 16))


def test_a_day_of_a_trial_may_be_any_of_its_days() -> None:
    begun = "Vor dem Landgericht Ahlfeld hat am Dienstag der Prozess gegen den Wirt Imke Reents begonnen."
    further = "Im Prozess gegen den Wirt Imke Reents hat am Dienstag vor dem Landgericht Ahlfeld der Koch ausgesagt."
    others = read(begun, on(15)), read(begun + " Er schwieg.", on(16))
    assert dated(further, *others) == JUNE.interval
