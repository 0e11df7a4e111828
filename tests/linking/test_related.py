"""Events of two kinds that tell one thing, read from short reports; all sentences are our own."""

from datetime import date
from functools import cache

import pytest

from quellenlage.language import load, table
from quellenlage.linking.assemble import tell
from quellenlage.model import Basis, Interval, Links, Published, Report
from quellenlage.reading.assemble import read_report
from quellenlage.reading.events.frames import frames

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
        (
            ("Intendant Jan Tolle warf am 3. Mai hin.", "Nach dem Rücktritt von Jan Tolle am 3. Mai war es still."),
            "warf",
            "Rücktritt",
        ),
        (
            (
                "In Lindau wurden am 3. Mai 200 Bewohner in Sicherheit gebracht.",
                "Am 3. Mai evakuierte die Feuerwehr in Lindau 200 Bewohner.",
            ),
            "gebracht",
            "evakuierte",
        ),
        (
            (
                "Die Polizei buchtete Jan Tolle am 3. Mai ein.",
                "Nach der Festnahme von Jan Tolle am 3. Mai schwieg die Polizei.",
            ),
            "buchtete",
            "Festnahme",
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


@pytest.mark.parametrize("name", ["event_nouns", "event_verbs"])
def test_words_tell_kinds_that_some_frame_has(name: str) -> None:
    kinds = table("de", name)["kinds"]
    families = set(frames("de").families.values())
    assert {kind: word for word, found in kinds.items() for kind in found if kind not in families} == {}
    assert [word for word, found in kinds.items() if not found or len(set(found)) < len(found)] == []
    assert list(kinds) == sorted(kinds)


def test_verbs_are_infinitives_in_lower_case() -> None:
    verbs = table("de", "event_verbs")["kinds"]
    assert [verb for verb in verbs if not verb.islower() or not verb.isalpha() or not verb.endswith("n")] == []


def test_related_kinds_are_families_of_frames() -> None:
    families = set(frames("de").families.values())
    groups = table("de", "linking")["related"]["families"]
    assert [kind for group in groups for kind in group if kind not in families] == []
