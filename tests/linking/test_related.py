"""Events of two kinds that tell one thing, read from short reports; all sentences are our own."""

from datetime import date
from functools import cache

import pytest

from quellenlage.language import load
from quellenlage.linking.assemble import tell
from quellenlage.model import Basis, Interval, Links, Published, Report
from quellenlage.reading.assemble import read_report

VOTE = "Der Rat der Stadt Lindau stimmt am Donnerstag über die Bürgschaft für das Hafenbad ab."
PAY = "Die Werft will die Löhne für April am Freitag überweisen. Das kündigte Werftchef Jan Tolle an."


@cache
def told(*texts: str) -> Links:
    """One story of reports of 6, 13, 20 … May 2024."""
    days = (date(2024, 5, 6 + 7 * n) for n in range(len(texts)))
    reports = [
        Report(
            uri=f"{n}.txt",
            text=text,
            id=str(n),
            published=Published(interval=Interval(earliest=day, latest=day), basis=Basis.METADATA),
        )
        for n, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    return tell([read_report(report, load("de")) for report in reports])


def together(links: Links, one: str, other: str) -> bool:
    """Say whether mentions by these two words are of one event."""
    words = {m.id: r.report.quote(m.span) for r in links.readings for m in r.events}
    assert {one, other} <= set(words.values())
    return any({one, other} <= {words[id_] for id_ in group} for group in links.events)


@pytest.mark.parametrize(
    ("texts", "one", "other"),
    [
        ((VOTE, "Der Rat hat am Donnerstag der Bürgschaft für das Hafenbad zugestimmt."), "stimmt", "zugestimmt"),
        ((VOTE, "Die Abstimmung über die Bürgschaft ist auf Juni verschoben."), "stimmt", "Abstimmung"),
        (
            ("Ein Brand legt das Hafenbad lahm. Das Hafenbad brannte am Sonntag aus, teilte die Feuerwehr mit.",),
            "Brand",
            "brannte",
        ),
    ],
)
def test_one_event_by_two_words(texts: tuple[str, ...], one: str, other: str) -> None:
    assert together(told(*texts), one, other)


@pytest.mark.parametrize(
    ("texts", "one", "other"),
    [
        (
            ("Am Montag starb in Lindau ein Rentner.", "Am Sonntag starb in Lindau eine weitere Patientin."),
            "starb",
            "starb",
        ),
        (
            ("Das Gericht verurteilte am Montag Jan Tolle.", "Das Gericht sprach am Montag Eva Tolle frei."),
            "verurteilte",
            "sprach",
        ),
        ((PAY, "Die Staatsanwaltschaft will gegen die Werft ermitteln."), "überweisen", "ermitteln"),
    ],
)
def test_two_events_of_one_story(texts: tuple[str, ...], one: str, other: str) -> None:
    links = told(*texts)
    words = {m.id: r.report.quote(m.span) for r in links.readings for m in r.events}
    assert {one, other} <= set(words.values())
    assert all(len([id_ for id_ in group if words[id_] in {one, other}]) < 2 for group in links.events)


def test_a_sentence_that_tells_both_tells_two() -> None:
    links = told("Der Rat stimmte am Donnerstag ab und billigte den Bau des Hafenbads in Lindau.")
    assert not together(links, "stimmte", "billigte")
