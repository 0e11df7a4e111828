"""Days and places that two speakers set against each other."""

from datetime import date

import pytest

from quellenlage import dossiers
from quellenlage.model import Basis, ConflictKind, Interval, Published, Report
from quellenlage.weighing import moments

ON = date(2024, 5, 14)
PUBLISHED = Published(interval=Interval(earliest=ON, latest=ON), basis=Basis.METADATA)
PLACE = "Beamte hätten die Halle in Neustadt durchsucht, sagte Geschäftsführer Jan Holm. "


def kinds(text: str) -> list[ConflictKind]:
    """Give the kinds of dispute over days and places in a report."""
    (dossier,) = dossiers([Report(uri="r.txt", text=text, published=PUBLISHED)])
    return [row.kind for row in dossier.conflicts if row.kind in {ConflictKind.TIME, ConflictKind.PLACE}]


@pytest.mark.parametrize(
    "second",
    ["Die letzte Prüfung sei am 7. Mai gewesen, sagte Kontrolleurin Eva Lund."],
)
def test_two_days_for_one_thing_are_a_dispute(second: str) -> None:
    first = "Die letzte Prüfung sei am 3. Mai gewesen, sagte Geschäftsführer Jan Holm. "
    assert kinds(first + second) == [ConflictKind.TIME]


def test_a_day_whose_year_is_not_known_may_be_that_of_the_other() -> None:
    assert moments.one_day("2024-05-03", "-05-03")
    assert moments.one_day("-05-03", "2024-05-03")
    assert not moments.one_day("2024-05-03", "-05-07")
    assert not moments.one_day("2024-05-03", "2023-05-03")


def test_days_of_different_things_are_none() -> None:
    first = "Die letzte Prüfung sei am 3. Mai gewesen, sagte Geschäftsführer Jan Holm. "
    second = "Der neue Vertrag mit dem Lieferanten gelte seit dem 7. Mai, sagte Kontrolleurin Eva Lund."
    assert kinds(first + second) == []


def test_a_place_that_is_put_against_another_is_a_dispute() -> None:
    second = "Die Durchsuchung habe ausschließlich dem Lager in Altmoos gegolten, sagte Staatsanwältin Eva Lund."
    assert ConflictKind.PLACE in kinds(PLACE + second)


def test_who_denies_it_and_has_it_elsewhere_disputes_the_place() -> None:
    text = "Laut Polizei lag der Koffer in der Garage. Wirtin Kunz widersprach: Der Koffer habe in der Küche gelegen."
    assert kinds(text) == [ConflictKind.PLACE]
    assert kinds(text.replace("widersprach", "sagte")) == []


def test_where_who_speaks_or_acts_has_its_seat_is_no_place_of_the_thing() -> None:
    first = "Altland habe die Boote geschickt, sagte Präsidentin Eva Lund. "
    second = (
        "Das Außenministerium in Orsau wies den Vorwurf zurück. „Altland hat keine Boote geschickt“, sagte Jan Holm."
    )
    assert kinds(first + second) == []


def test_who_puts_another_place_for_one_disputes_it() -> None:
    first = "Die Fertigung werde nach Altmoos verlagert, sagte Vorstand Jan Holm. "
    second = "Betriebsrätin Eva Lund sagte, die Fertigung gehe nicht nach Altmoos, sondern in das Werk in Bergen."
    assert kinds(first + second) == [ConflictKind.PLACE]


def test_two_places_side_by_side_are_none() -> None:
    second = "Auch das Lager in Altmoos sei durchsucht worden, sagte Staatsanwältin Eva Lund."
    assert ConflictKind.PLACE not in kinds(PLACE + second)
