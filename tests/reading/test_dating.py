"""Reports that date themselves: what narrows, what is kept, and what must never be guessed."""

from dataclasses import replace
from datetime import date

import pytest

from quellenlage.intake import from_text
from quellenlage.language import load
from quellenlage.model import UNKNOWN, Basis, Interval, Published, Report
from quellenlage.reading import dating
from quellenlage.reading.times import anchor, find


def dated(text: str, published: Published | None = None) -> tuple[Published, list[str]]:
    language, report = load("de"), Report(uri="test", text=text, published=published or Published())
    times = anchor(tuple(find(language.nlp(text), report, language)), report.published.interval)
    found = dating.date(report, times)
    return found, [report.quote(one.span) for one in found.evidence]


def stated(earliest: date, latest: date) -> Published:
    return Published(interval=Interval(earliest=earliest, latest=latest), basis=Basis.STATED)


def test_a_known_day_is_kept() -> None:
    known = stated(date(2021, 6, 16), date(2021, 6, 16))
    assert dated("Am 20. Juni 2022 brannte die Mühle.", known)[0] == known


def test_without_a_year_nothing_is_claimed() -> None:
    found, evidence = dated("Am Montag (7. Juni) brannte die Mühle.")
    assert (found.interval, found.basis, evidence) == (UNKNOWN, Basis.UNKNOWN, [])


def test_a_date_looked_back_on_is_the_earliest_day() -> None:
    found, evidence = dated("Am 7. Juni 2021 brannte die Mühle. Am 3. Mai 2020 war sie neu gedeckt worden.")
    assert found.interval == Interval(earliest=date(2021, 6, 7))
    assert (found.basis, evidence) == (Basis.INFERRED, ["7. Juni 2021"])


def test_a_date_looked_forward_to_says_nothing_of_the_earliest_day() -> None:
    assert dated("Die Mühle soll bis 2030 stehen. Der Bau wird 2028 beginnen.")[0].interval == UNKNOWN


def test_a_goal_in_the_past_tense_says_nothing() -> None:
    assert dated("Der Rat beschloss den Bau zum 1. Mai 2028.")[0].interval == UNKNOWN


def test_a_month_is_narrowed_from_both_sides() -> None:
    text = "Am 7. Juni brannte die Mühle. Am 20. Juni wird der Rat tagen."
    found, evidence = dated(text, stated(date(2021, 6, 1), date(2021, 6, 30)))
    assert found.interval == Interval(earliest=date(2021, 6, 7), latest=date(2021, 6, 20))
    assert (found.basis, evidence) == (Basis.STATED, ["7. Juni", "20. Juni"])


def test_a_weekday_with_its_date_chooses_the_year() -> None:
    text = "Am Montag (7. Juni) brannte die Mühle. Am Sonntag, 20. Juni, wird der Rat tagen."
    found, _ = dated(text, stated(date(2020, 2, 1), date(2022, 2, 1)))
    assert found.interval == Interval(earliest=date(2021, 6, 7), latest=date(2021, 6, 13))


def test_a_weekday_beside_its_date_may_lie_further_off_than_one_in_front_of_brackets() -> None:
    window = stated(date(2021, 2, 1), date(2022, 1, 1))
    found, _ = dated("Am Montag, 7. Juni, brannte die Mühle.", window)
    assert found.interval == Interval(earliest=date(2021, 6, 7), latest=date(2022, 1, 1))


def test_a_date_in_brackets_in_the_present_is_not_behind_the_report() -> None:
    found, _ = dated("Das melden die Sender am Montag (7. Juni).", stated(date(2021, 2, 1), date(2022, 1, 1)))
    assert found.interval == Interval(earliest=date(2021, 6, 1), latest=date(2021, 6, 8))


@pytest.mark.parametrize("text", ["Am gestrigen Montag brannte die Mühle.", "Heute, Dienstag, tagt der Rat."])
def test_a_report_that_names_its_own_weekday_appeared_on_it(text: str) -> None:
    found, _ = dated(text, stated(date(2021, 6, 12), date(2021, 6, 18)))
    assert found.interval.day == date(2021, 6, 15)


def test_yesterday_with_its_date_is_the_day_before() -> None:
    found, _ = dated("Gestern, am 14. Juni, tagte der Rat.", stated(date(2021, 2, 1), date(2022, 1, 1)))
    assert found.interval.day == date(2021, 6, 15)


def test_a_date_that_is_spoken_of_bears_no_tense() -> None:
    assert dated("Als Tag der Abgabe wurde der 3. Mai 2028 genannt.")[0].interval == UNKNOWN


def test_today_beside_its_date_is_the_day() -> None:
    found, _ = dated("Der Rat tagt heute, 16. Juni 2021, im Rathaus.")
    assert found.interval.day == date(2021, 6, 16)


def test_constraints_that_leave_nothing_are_passed_over() -> None:
    known = stated(date(2021, 6, 1), date(2021, 6, 5))
    assert dated("Am 7. Juni brannte die Mühle.", known)[0] == known


@pytest.mark.parametrize("head", ["Neustadt, 7. Juni (dpa) - ", "Neustadt (dpa), 7. Juni – ", "7. Jun (Reuters) - "])
def test_the_day_of_the_dateline_is_the_day_of_the_report(head: str) -> None:
    report = from_text(head + "Die Mühle von Altdorf ist abgebrannt. Das teilte die Feuerwehr am Abend mit.")
    report = replace(report, published=stated(date(2021, 2, 1), date(2022, 1, 1)))
    language = load("de")
    times = anchor(tuple(find(language.nlp(report.text), report, language)), report.published.interval)
    assert dating.date(report, times).interval.day == date(2021, 6, 7)


def test_the_last_weekday_with_its_date_is_less_than_a_fortnight_old() -> None:
    found, _ = dated("Am vergangenen Montag (7. Juni) brannte es.", stated(date(2021, 2, 1), date(2022, 1, 1)))
    assert found.interval == Interval(earliest=date(2021, 6, 7), latest=date(2021, 6, 20))
