"""Whole reports, invented: what is in dispute in them, and what is not."""

from datetime import date

import pytest

from quellenlage import dossiers
from quellenlage.model import Basis, Interval, Published, Report
from quellenlage.model.dossier import Dossier


def kinds(*texts: str) -> list[str]:
    """Give the kinds of what is in dispute in reports of successive days."""
    return sorted(row.kind.value for dossier in built(*texts) for row in dossier.conflicts)


def given(*texts: str) -> set[tuple[str, str | None]]:
    """Give the values of all that is in dispute, each with who is named for it."""
    return {
        (side.value, next((actor.name for actor in dossier.actors if actor.id == side.source_actor), None))
        for dossier in built(*texts)
        for row in dossier.conflicts
        for side in row.sides
    }


def built(*texts: str) -> list[Dossier]:
    """Build the dossiers of reports of successive days."""
    days = [date(2024, 5, 14 + n) for n in range(len(texts))]
    reports = [
        Report(
            uri=f"{n}.txt",
            text=text,
            outlet=f"Blatt {n}",
            published=Published(interval=Interval(earliest=day, latest=day), basis=Basis.METADATA),
        )
        for n, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    return dossiers(reports)


@pytest.mark.parametrize(
    "text",
    [
        "Der Kreis soll die Turnhalle an eine Brauerei verkauft haben. Landrätin Eva Lohse dementiert das.",
        "Angeblich hat der Verein 900 Euro zurückgezahlt. „Bei uns ist kein Cent angekommen“, sagt Wirtin Eva Lohse.",
    ],
)
def test_what_is_passed_on_as_hearsay_may_be_denied(text: str) -> None:
    assert kinds(text) == ["denial"]


@pytest.mark.parametrize(
    "text",
    [
        "Nach Angaben der Feuerwehr verbrannten 90 Hektar; das Forstamt Altmoos spricht von lediglich 60.",
        "Im Saal seien 500 gewesen, hieß es beim Wirt; die Polizei zählte an der Tür 300.",
        "Am Tor zählte die Polizei 1900 Landwirte, der Bauernverband kam auf 3000.",
        "Nach Angaben des Bauernverbands zogen 3000 Landwirte durch Altmoos. Die Polizei zählte 1800 Teilnehmer.",
        "Statt der zwölf Boote, die das Amt meldete, seien 25 gesunken, sagte Wirt Jan Kohl.",
    ],
)
def test_figures_against_each_other(text: str) -> None:
    assert kinds(text) == ["quantity"]


def test_an_age_is_no_figure() -> None:
    assert kinds("„Sie ließen uns warten“, sagt Fahrer Jan Kohl (58). Die Polizei zählte nur 30 Lastwagen.") == []


def test_what_comes_about_later_was_not_in_dispute() -> None:
    assert (
        kinds(
            "Altmoos streitet. Für eine Schlichtung sei es zu früh, sagte Betriebsrätin Eva Lohse am Dienstag.",
            "Die Schlichtung in Altmoos hat am Mittwoch begonnen.",
        )
        == []
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Der Wirt sei unverletzt, sagte der Landrat. Laut Klinikum Altmoos ist dagegen sein Arm gebrochen.",
            ["denial"],
        ),
        ("Die Lampe war kaputt, sagt die Polizei. „Der Wagen war beleuchtet“, beteuert Wirt Jan Kohl.", ["denial"]),
        ("Der Umbau sei gelungen, sagte der Landrat. Der Wirt Jan Kohl will dagegen bald in Rente gehen.", []),
        ("Das Bad müsse schließen, sagte der Landrat. Die Lage sei ernst, hielt Wirt Jan Kohl dagegen.", []),
    ],
)
def test_who_speaks_against_another_denies_what_he_says(text: str, found: list[str]) -> None:
    assert kinds(text) == found


def test_a_day_may_be_put_against_another() -> None:
    text = "Die Bitte sei am Samstag verschickt worden, sagte der Landrat. Im Ministerium hieß es hingegen, der Antrag "
    assert kinds(text + "sei erst am Sonntag eingegangen.") == ["time"]


@pytest.mark.parametrize(
    "denial",
    [
        "Das stimme nicht, sagte Firmenchef Jan Kohl.",
        "Laut Firmenchef Jan Kohl trifft das nicht zu.",
        "Firmenchef Jan Kohl nannte das falsch.",
        "Firmenchef Jan Kohl hält die Darstellung für falsch.",
        "Der Darstellung widerspricht Firmenchef Jan Kohl entschieden.",
    ],
)
def test_ways_to_deny(denial: str) -> None:
    assert kinds(f"Nach Angaben der Gewerkschaft hat die Firma Holm am Montag 40 Fahrern gekündigt. {denial}") == [
        "denial"
    ]


def test_who_rejects_a_figure_does_not_give_it() -> None:
    text = "Der Seglerverein wirft der Werft vor, zu lügen. Es seien nicht 14, sondern 40 Menschen verletzt worden."
    assert given(text) == {("14", None), ("40", "Seglerverein")}


def test_a_figure_without_a_verb_is_of_who_stands_before_it() -> None:
    text = "Der Landkreis geht von 23 Verletzten aus, das Unternehmen von 14."
    assert given(text) == {("23", "Landkreis"), ("14", "Unternehmen")}
