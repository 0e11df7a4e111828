"""A weekday that another report's event dates: who and where, or the name of what is held."""

from datetime import date

import pytest

from quellenlage.language import load
from quellenlage.linking.dates import agree
from quellenlage.model import Basis, Interval, Published, Reading, Report
from quellenlage.reading.assemble import read_report

JUNE = Published(interval=Interval(earliest=date(2021, 6, 1), latest=date(2021, 6, 30)), basis=Basis.STATED)
JOURNEY = "Die Außenministerin Berta Lindner wird vom 16. bis 19. Juni nach Altland reisen."
FORUM = "Die Klimakonferenz findet vom 14. bis 17. Juni in Neustadt statt."
OTHER = "Der Rat von Altdorf hat die Brücke freigegeben."


def read(text: str) -> Reading:
    return read_report(Report(uri=text, text=text, published=JUNE), load("de"))


def dated(text: str, *others: str) -> Interval:
    found = read(text)
    story = [found, *(read(other) for other in others), read(OTHER), read(OTHER + " Das Wetter war gut.")]
    return agree(story)[found.report.id].interval


def test_an_arrival_is_the_first_day_of_the_journey() -> None:
    found = dated("Lindner ist am Mittwoch in der altländischen Hauptstadt Altland-Stadt eingetroffen.", JOURNEY)
    assert found == Interval(earliest=date(2021, 6, 16), latest=date(2021, 6, 22))


def test_a_day_of_what_goes_by_one_name_is_one_of_its_days() -> None:
    found = dated("Lindner kam am Dienstag in Neustadt an, um an der Klimakonferenz teilzunehmen.", FORUM)
    assert found == Interval(earliest=date(2021, 6, 15), latest=date(2021, 6, 21))


@pytest.mark.parametrize(
    "text",
    [
        "Berger ist am Mittwoch in Altland eingetroffen.",
        "Lindner ist am Mittwoch in Quellhorn eingetroffen.",
        "Lindner ist am Donnerstag in Altland eingetroffen.",
        "Lindner hat am Mittwoch in Altland einen Vertrag unterschrieben.",
    ],
    ids=["somebody else", "somewhere else", "another weekday", "something else"],
)
def test_one_detail_is_not_enough(text: str) -> None:
    assert dated(text, JOURNEY) == JUNE.interval


def test_two_days_that_fit_are_no_evidence() -> None:
    again = "Die Außenministerin Berta Lindner wird vom 23. bis 24. Juni noch einmal nach Altland reisen."
    assert dated("Lindner ist am Mittwoch in Altland eingetroffen.", JOURNEY, again) == JUNE.interval
