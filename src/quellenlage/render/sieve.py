"""Which events a reader wants to see: by actor, status, outlet, place, words, days, and how widely told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from quellenlage.model.dossier import EventRow
from quellenlage.render.lookup import Lookup, speaking

CONTESTED = "contested"
WIDTHS = (2, 3, 5, 10, 20, 50)


class Facets(NamedTuple):
    """What an event can be found by: numbers of actors, reports' outlets and places on the page, its days, its width.

    ``told`` is the number of reports that speak of it.
    """

    actors: tuple[int, ...]
    outlets: tuple[int, ...]
    place: int
    status: str
    contested: bool
    begin: date | None
    end: date | None
    reported: tuple[date, ...]
    told: int


class Choice(NamedTuple):
    """A value that can be chosen in a filter, with the number of events that have it."""

    value: str
    text: str
    events: int


class Choices(NamedTuple):
    """All values that a story's events can be filtered by."""

    actors: list[Choice]
    outlets: list[Choice]
    places: list[Choice]
    statuses: list[Choice]
    widths: list[Choice]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """What a reader asks for; an empty field asks for nothing."""

    actor: str = ""
    status: str = ""
    outlet: str = ""
    place: str = ""
    words: str = ""
    told: int = 0
    begin: date | None = None
    end: date | None = None

    def keeps(self, facets: Facets, text: str) -> bool:
        """Say whether an event is asked for; ``text`` is everything of it that can be searched."""
        return (
            (not self.actor or self.actor in map(str, facets.actors))
            and (not self.outlet or self.outlet in map(str, facets.outlets))
            and (not self.place or self.place == str(facets.place))
            and (not self.status or self.status in (facets.status, CONTESTED if facets.contested else ""))
            and facets.told >= self.told
            and all(word in text.casefold() for word in self.words.casefold().split())
            and self._meets(facets)
        )

    def _meets(self, facets: Facets) -> bool:
        """Say whether an event, or a report of it, lies in the days asked for."""
        if not (self.begin or self.end):
            return True
        stretches = [(day, day) for day in facets.reported]
        if facets.begin or facets.end:
            stretches.append((facets.begin or date.min, facets.end or date.max))
        first, last = self.begin or date.min, self.end or date.max
        return any(begin <= last and end >= first for begin, end in stretches)


def facets(lookup: Lookup, event: EventRow) -> Facets:
    """Give what one event can be found by; its actors are those taking part and those whose word it is."""
    people = {row.actor for row in event.participants} | {row.source_actor for row in event.history}
    for mention in event.mentions:
        said = lookup.statements.get(mention.statement or "")
        people.update(speaking(said) if said else ())
    return Facets(
        actors=tuple(sorted(lookup.number("a", actor) for actor in people if actor in lookup.actors)),
        outlets=tuple(sorted({lookup.outlets[m.report] for m in event.mentions if m.report in lookup.outlets})),
        place=lookup.number("a", event.place or ""),
        status=event.status,
        contested=bool(event.denied_by) or event.id in lookup.disputed,
        begin=event.begin,
        end=event.end,
        reported=tuple(sorted({row.reported for row in event.history if row.reported})),
        told=len({mention.report for mention in event.mentions}),
    )


def choices(lookup: Lookup, events: Iterable[Facets]) -> Choices:
    """Give the values that occur, actors and places that occur most first, outlets by name."""
    counts: dict[tuple[str, int | str], int] = {}
    for facet in events:
        for key in _values(facet):
            counts[key] = counts.get(key, 0) + 1
    named: dict[tuple[str, int | str], str] = {}
    for actor in lookup.actors.values():
        named["actor", lookup.number("a", actor.id)] = named["place", lookup.number("a", actor.id)] = actor.name
    for report, number in lookup.outlets.items():
        named["outlet", number] = lookup.by_id[report].outlet or ""
    found = [(kind, Choice(str(value), named.get((kind, value), str(value)), n)) for (kind, value), n in counts.items()]
    found.sort(key=lambda row: int(row[1].value) if row[0] == "told" else 0)
    ranked = sorted(found, key=lambda row: (-row[1].events, row[1].text, row[1].value))
    return Choices(
        actors=[choice for kind, choice in ranked if kind == "actor"],
        outlets=sorted((choice for kind, choice in found if kind == "outlet"), key=lambda c: c.text),
        places=[choice for kind, choice in ranked if kind == "place"],
        statuses=[choice for kind, choice in found if kind == "status"],
        widths=[choice for kind, choice in found if kind == "told"],
    )


def _values(facets: Facets) -> Iterable[tuple[str, int | str]]:
    yield from (("actor", actor) for actor in facets.actors)
    yield from (("outlet", outlet) for outlet in facets.outlets)
    yield from [("place", facets.place)] if facets.place else []
    yield ("status", facets.status)
    yield from [("status", CONTESTED)] if facets.contested else []
    yield from (("told", width) for width in WIDTHS if facets.told >= width)
