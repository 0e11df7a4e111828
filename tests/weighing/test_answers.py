"""What an answer is against: a place, a figure, what stands before it; and what is no dispute at all."""

from datetime import date

import pytest

from quellenlage import dossiers
from quellenlage.model import Basis, ConflictKind, Interval, Published, Report
from quellenlage.weighing import figures

ON = date(2024, 5, 14)
PUBLISHED = Published(interval=Interval(earliest=ON, latest=ON), basis=Basis.METADATA)


def kinds(text: str) -> set[ConflictKind]:
    (dossier,) = dossiers([Report(uri="r.txt", text=text, published=PUBLISHED)])
    return {row.kind for row in dossier.conflicts}


@pytest.mark.parametrize(
    "text",
    [
        "Der Ring habe im Schrank des Gastes gelegen, sagte Kommissarin Eva Lund. "
        "Anwalt Jan Holm widersprach: Der Ring habe im Abfall der Küche gelegen.",
        "Die Kutsche sei auf der Brücke umgestürzt, sagte Kommissarin Eva Lund. "
        "Bürgermeister Jan Holm widersprach: Die Kutsche sei auf dem Parkplatz umgestürzt.",
        "Das Lager ziehe nicht nach Altmoos, sondern in die neue Halle in Ahlstadt, sagte Betriebsrätin Eva Lund. "
        "Geschäftsführer Jan Holm widersprach. „Das Lager zieht nach Altmoos um“, sagte er.",
    ],
)
def test_who_answers_with_another_place_disputes_the_place(text: str) -> None:
    assert kinds(text) == {ConflictKind.PLACE}


def test_a_speed_is_answered_by_a_bare_figure() -> None:
    first = "Der Bus sei mit 90 Kilometern pro Stunde gefahren, sagte Kommissarin Eva Lund. "
    second = "Der Fahrerbund widersprach. „Der Kollege war nicht schneller als 50“, sagte der Vorsitzende Jan Holm."
    assert kinds(first + second) == {ConflictKind.QUANTITY}


def test_guests_who_were_hurt_are_set_against_the_injured() -> None:
    (_, one), (_, other) = (*figures.find("47 Gäste wurden verletzt", "de"), *figures.find("61 Verletzte", "de"))
    assert one.compares(other)


def test_a_number_in_a_word_counts_nothing() -> None:
    assert list(figures.find("Der 34-Jährige wurde gefasst.", "de")) == []


def test_what_is_only_referred_to_is_not_denied_by_a_denial_that_points_back() -> None:
    first = "Der Wagen habe am Tag nach dem Brand vor der Halle gestanden, sagte Kommissarin Eva Lund. "
    text = "In Altmoos hat am Montag eine Halle gebrannt.\n\n" + first + "Das bestritt Wirt Jan Holm."
    (dossier,) = dossiers([Report(uri="r.txt", text=text, published=PUBLISHED)])
    assert all(side.source_actor for row in dossier.conflicts for side in row.sides)
