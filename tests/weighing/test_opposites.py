"""Who says that what another one tells is not so, in the same words; where and by whom a thing was done."""

from datetime import date

import pytest

from quellenlage import language
from quellenlage.linking.assemble import tell
from quellenlage.model import Basis, ConflictKind, Interval, Published, Report
from quellenlage.model.dossier import ConflictRow
from quellenlage.reading.assemble import read_report
from quellenlage.weighing import weigh


def disputes(*texts: str) -> list[ConflictRow]:
    """Give the disputes in reports of one story, a day apart."""
    days = [date(2024, 5, 14 + n) for n in range(len(texts))]
    published = [Published(interval=Interval(earliest=day, latest=day), basis=Basis.METADATA) for day in days]
    reports = [Report(uri=f"{n}.txt", text=text, published=published[n]) for n, text in enumerate(texts)]
    de = language.load("de")
    return list(weigh(tell([read_report(report, de) for report in reports])).conflicts)


def kinds(*texts: str) -> list[ConflictKind]:
    """Give the kinds of dispute in reports of one story."""
    return [row.kind for row in disputes(*texts)]


SOLD = "Die Stadt Altmoos habe die Markthalle an einen Investor verkauft, sagte Ratsfrau Eva Lund am Dienstag. "


@pytest.mark.parametrize(
    "answer",
    [
        "Die Stadt habe die Markthalle nicht verkauft, sagte Kämmerer Jan Holm am Mittwoch.",
        "Man habe die Markthalle nie an einen Investor verkauft, sagte Kämmerer Jan Holm am Mittwoch.",
    ],
)
def test_the_same_with_a_negation_is_a_denial(answer: str) -> None:
    assert kinds(SOLD + answer) == [ConflictKind.DENIAL]


@pytest.mark.parametrize(
    "answer",
    [
        "Die Stadt dürfe die Markthalle nicht verkaufen, sagte Kämmerer Jan Holm am Mittwoch.",
        "Die Stadt habe nicht nur die Markthalle verkauft, sagte Kämmerer Jan Holm am Mittwoch.",
        "Auch er habe gehört, dass die Markthalle verkauft sei, sagte Kämmerer Jan Holm am Mittwoch.",
    ],
)
def test_what_ought_not_to_be_or_goes_further_is_none(answer: str) -> None:
    assert kinds(SOLD + answer) == []


def test_a_place_instead_of_the_other_is_a_dispute() -> None:
    first = "Der Händler Olaf Brand wurde nach Angaben der Polizei am Montag im Keller des Rathauses festgenommen. "
    second = "Brand sei nicht im Keller, sondern auf einem Parkplatz festgenommen worden, sagte sein Anwalt Jan Holm."
    assert ConflictKind.PLACE in kinds(first + second)


def test_hours_for_the_same_in_two_reports_are_a_dispute() -> None:
    first = "Die Stadt habe die Anwohner am Montag um 9.40 Uhr gewarnt, sagte Kämmerer Jan Holm."
    second = "Die Stadt habe die Anwohner am Montag erst um 11.15 Uhr gewarnt, sagte Ratsfrau Eva Lund."
    assert kinds(first, second) == [ConflictKind.TIME]


def test_who_blame_each_other_are_a_dispute() -> None:
    first = "Die Gespräche über den Hafen sind geplatzt. Die Reederei machte den Landkreis dafür verantwortlich. "
    assert ConflictKind.ROLE in kinds(first + "Der Landkreis gab der Reederei die Schuld.")


def test_another_doer_is_a_dispute() -> None:
    first = "Der Wirt habe im Januar die Scheune angezündet, sagte Zeugin Eva Lund. "
    second = "Nicht der Wirt, sondern ein Nachbar habe die Scheune angezündet, sagte Anwalt Jan Holm."
    assert ConflictKind.ROLE in kinds(first + second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Das Feuer habe drei Stunden gedauert, sagte Amtsleiter Jan Holm.",
            "Anwohnerin Eva Lund sprach von sieben Stunden.",
        ),
        (
            "Der Ölfilm sei zwei Kilometer lang, sagte Amtsleiter Jan Holm.",
            "Fischerin Eva Lund sprach von neun Kilometern.",
        ),
        (
            "Die Beteiligung liege bei 71 Prozent, sagte Amtsleiter Jan Holm.",
            "Beobachterin Eva Lund sprach von 38 Prozent.",
        ),
    ],
)
def test_lengths_times_and_shares_are_compared(one: str, other: str) -> None:
    assert kinds(f"{one} {other}") == [ConflictKind.QUANTITY]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Der Ölfilm sei 1500 Meter lang, sagte Amtsleiter Jan Holm.", "Fischerin Eva Lund sprach von 1,5 Kilometern."),
        (
            "Vor drei Stunden sei Öl ausgelaufen, sagte Amtsleiter Jan Holm.",
            "Vor sieben Stunden sei Öl ausgelaufen, sagte Fischerin Eva Lund.",
        ),
        ("Die Gewerkschaft fordert acht Prozent mehr Lohn.", "Die Arbeitgeber boten drei Prozent."),
        (
            "Der Richter solle sechs Jahre Haft verhängen, sagte Staatsanwalt Jan Holm.",
            "Anwältin Eva Lund sprach von drei Jahren.",
        ),
        (
            "Im ersten Bus seien neun Menschen verletzt worden, sagte Amtsleiter Jan Holm.",
            "Im zweiten Bus seien vier Menschen verletzt worden, sagte Ärztin Eva Lund.",
        ),
        (
            "Die Nordbrücke koste zwölf Millionen Euro, sagte Amtsleiter Jan Holm.",
            "Die Südbrücke koste 30 Millionen Euro, sagte Ratsfrau Eva Lund.",
        ),
    ],
)
def test_what_measures_something_else_is_not(one: str, other: str) -> None:
    assert ConflictKind.QUANTITY not in kinds(f"{one} {other}")


def test_a_figure_is_of_the_one_who_says_it_and_not_of_whose_sentence_he_speaks_in() -> None:
    text = "Das Umweltamt gab seine Länge mit zwei Kilometern an, der Fischereiverein schätzt sie auf neun Kilometer."
    (row,) = disputes(text)
    assert [side.value for side in row.sides] == ["zwei Kilometern", "neun Kilometer"]
    assert len({side.source_actor for side in row.sides}) == len(row.sides)


def test_a_dispute_over_the_doer_says_who_it_was() -> None:
    first = "Der Wirt habe im Januar die Scheune angezündet, sagte Zeugin Eva Lund. "
    (row,) = disputes(first + "Nicht der Wirt, sondern ein Nachbar habe die Scheune angezündet, sagte Anwalt Jan Holm.")
    assert [side.value for side in row.sides] == ["Wirt", "Nachbar"]
