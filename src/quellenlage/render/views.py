"""A dossier as the page shows it: all its parts in reading order."""

from itertools import chain
from typing import NamedTuple

from quellenlage.model.dossier import Dossier
from quellenlage.render import days
from quellenlage.render.cast import ActorView, actors
from quellenlage.render.chronology import EventView, chronology, widest
from quellenlage.render.disputes import ConflictView, disputes
from quellenlage.render.ledger import ClaimView, Voice, claims, ledger
from quellenlage.render.lookup import Lookup
from quellenlage.render.phrases import Phrase, several, t
from quellenlage.render.reports import UNTITLED, ReportView, reports
from quellenlage.render.sieve import Choices, Sieve, choices
from quellenlage.render.state import Sentence, state
from quellenlage.render.steps import Day, steps
from quellenlage.render.timeline import Axis

# Events and reports of a story that a browser still lays out whole in one go.
MANY = 120


class Figure(NamedTuple):
    """A number in the head of a story, with what it counts and where that is shown."""

    number: int
    noun: Phrase
    help: Phrase
    href: str


class StoryView(NamedTuple):
    """One dossier as the page shows it; ``total`` counts the events before the reader's choice."""

    anchor: str
    id: str
    title: str | Phrase
    when: Phrase
    figures: list[Figure]
    state: list[Sentence]
    steps: list[Day]
    axis: Axis
    events: list[EventView]
    total: int
    choices: Choices
    conflicts: list[ConflictView]
    claims: list[ClaimView]
    voices: list[Voice]
    leading: list[ActorView]
    passing: list[ActorView]
    reports: list[ReportView]
    pair: tuple[int, int]

    @property
    def many(self) -> bool:
        """Say whether the story has so many rows that a browser should leave out those that are not in sight."""
        return self.total + len(self.reports) > MANY


def story(dossier: Dossier, number: int, sieve: Sieve | None = None) -> StoryView:
    """Give the ``number``-th story of a page; with ``sieve`` only the events that a reader asks for."""
    lookup = Lookup(dossier, number)
    axis = Axis(dossier)
    events = chronology(lookup, axis)
    conflicts, stepped, cast = disputes(lookup), steps(lookup), actors(lookup)
    return StoryView(
        anchor=lookup.prefix,
        id=dossier.story.id,
        title=dossier.story.title or UNTITLED,
        when=_when(dossier),
        figures=_figures(lookup, conflicts),
        state=state(lookup, widest(lookup, events), conflicts, stepped),
        steps=stepped,
        axis=axis,
        events=sift(events, sieve) if sieve else events,
        total=len(events),
        choices=choices(lookup, (event.facets for event in events)),
        conflicts=conflicts,
        claims=claims(lookup),
        voices=ledger(lookup),
        leading=[actor for actor in cast if not actor.in_passing],
        passing=[actor for actor in cast if actor.in_passing],
        reports=reports(lookup),
        pair=_pair(lookup),
    )


def _when(dossier: Dossier) -> Phrase:
    """Name the days of the reports; where the first or the last of them is a guess, as a stretch not known better."""
    known = {row.published.earliest for row in dossier.reports if row.published.earliest == row.published.latest}
    first, last = dossier.story.begin, dossier.story.end
    return days.phrase(days.from_to if {first, last} <= known else days.lasting, first, last)


def _pair(lookup: Lookup) -> tuple[int, int]:
    """Give the numbers of the two reports that share most of their text, to be compared first."""
    known = [copy for copy in lookup.dossier.copies if {copy.a, copy.b} <= set(lookup.numbers)]
    closest = max(known, key=lambda copy: copy.shared, default=None)
    return (lookup.numbers[closest.a], lookup.numbers[closest.b]) if closest else (1, 2)


def sift(events: list[EventView], sieve: Sieve) -> list[EventView]:
    """Keep the events that ``sieve`` asks for."""
    return [event for event in events if sieve.keeps(event.facets, searched(event))]


def searched(event: EventView) -> str:
    """Give everything of an event that a search for words looks at."""
    people = chain.from_iterable(links for _, links in event.participants)
    names = [str(link.text) for link in [*people, *([event.place] if event.place else [])]]
    return " ".join([event.label, *names, *event.sentences])


def _figures(lookup: Lookup, conflicts: list[ConflictView]) -> list[Figure]:
    dossier = lookup.dossier
    rows = [
        *chain.from_iterable(e.origins for e in dossier.events),
        *chain.from_iterable(c.origins for c in dossier.claims),
    ]
    origins = len({(row.actor, row.report) for row in rows if row.actor or row.report})
    outlets = len(set(lookup.outlets.values()))
    found = [
        (len(dossier.reports), _reports, "berichte"),
        (outlets, _outlets, "berichte"),
        (origins, _origins, "aussagen"),
        (len(lookup.events), _events, "chronik"),
        (len(conflicts), _conflicts, "streit"),
    ]
    return [Figure(n, *word(n), "#" + lookup.anchor(part)) for n, word, part in found if n]


def _reports(n: int) -> tuple[Phrase, Phrase]:
    return several("Bericht", "Berichte", n), t("So viele Berichte gehören zu dieser Geschichte.")


def _outlets(n: int) -> tuple[Phrase, Phrase]:
    return several("Haus", "Häuser", n), t("So viele verschiedene Häuser haben berichtet; unbekannte zählen nicht.")


def _origins(n: int) -> tuple[Phrase, Phrase]:
    help_ = t("So viele Quellen bleiben, wenn Weitergegebenes nur einmal zählt.")
    return t("Quelle") if n == 1 else t("Quellen"), help_


def _events(n: int) -> tuple[Phrase, Phrase]:
    return several("Ereignis", "Ereignisse", n), t("So oft ist etwas geschehen oder soll geschehen sein.")


def _conflicts(n: int) -> tuple[Phrase, Phrase]:
    return several("Widerspruch", "Widersprüche", n), t("So oft können nicht alle Seiten recht haben.")
