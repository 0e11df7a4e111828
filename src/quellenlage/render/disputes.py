"""The conflicts of a dossier as the page shows them: what is in dispute, and every side in the words of its report."""

from typing import NamedTuple

from quellenlage.model import ConflictKind, Span
from quellenlage.model.dossier import ConflictRow, SideRow
from quellenlage.render import words
from quellenlage.render.lookup import Link, Lookup
from quellenlage.render.phrases import Phrase
from quellenlage.render.words import Label


class Side(NamedTuple):
    """What one side of a conflict says, and where; several who say it in one sentence are one side."""

    who: list[Link]
    quote: str
    evidence: Link
    when: Phrase


class Position(NamedTuple):
    """What can be held in a conflict, with all who hold it."""

    value: str | Phrase
    against: bool
    sides: list[Side]


class ConflictView(NamedTuple):
    """Sides that cannot all be right; ``stands`` says who stands where, each side's first words lead to its place.

    ``about`` is the event's label, the claim, or what the dossier says; ``width`` counts the reports in it.
    """

    anchor: str
    kind: Label
    code: ConflictKind
    about: str
    stands: list[tuple[str | Phrase, list[Link]]]
    event: Link | None
    positions: list[Position]
    width: int


def disputes(lookup: Lookup) -> list[ConflictView]:
    """Give the conflicts in the order of the dossier."""
    labels = lookup.labels | {claim.id: claim.label for claim in lookup.dossier.claims}
    return [_conflict(lookup, labels, n, conflict) for n, conflict in enumerate(lookup.dossier.conflicts, 1)]


def _conflict(lookup: Lookup, labels: dict[str, str], number: int, row: ConflictRow) -> ConflictView:
    event = row.event if row.event in lookup.events else None
    about = labels.get(row.claim or "") or labels.get(row.event or "") or row.text
    return ConflictView(
        anchor=lookup.anchor("streit", number),
        kind=words.CONFLICT[row.kind],
        code=row.kind,
        about=about,
        stands=_stands(lookup, row),
        event=Link(labels[event], "#" + lookup.place("e", event)) if event else None,
        positions=_positions(lookup, row),
        width=len({side.report for side in row.sides}),
    )


def _stands(lookup: Lookup, row: ConflictRow) -> list[tuple[str | Phrase, list[Link]]]:
    """Name those who hold each position, once each, with the place where they take it."""
    held: dict[str, dict[str, Link]] = {}
    for side in row.sides:
        who = lookup.voice(side.source_actor, side.report)
        place = lookup.evidence(side.report, [Span(side.start, side.end)], who.text, who.note)
        held.setdefault(side.value, {}).setdefault(str(who.text), place)
    return [(words.SIDE.get(value, value), list(names.values())) for value, names in held.items()]


def _positions(lookup: Lookup, row: ConflictRow) -> list[Position]:
    """Put the sides that say the same under one head, in the order in which each was first taken."""
    held: dict[str, dict[tuple[str, Span | None], Side]] = {}
    for side in row.sides:
        cut = lookup.passage(side.report, side.start)
        sides = held.setdefault(side.value, {})
        who = sides.setdefault((side.report, cut), _side(lookup, side, cut)).who
        voice = lookup.voice(side.source_actor, side.report)
        if voice not in who:
            who.append(voice)
    return [
        Position(words.SIDE.get(value, value), value == "denies", list(sides.values())) for value, sides in held.items()
    ]


def _side(lookup: Lookup, side: SideRow, cut: Span | None) -> Side:
    return Side(
        who=[],
        quote=lookup.quote(side.report, [cut]) if cut else "",
        evidence=lookup.full(side.report, lookup.evidence(side.report, [Span(side.start, side.end)])),
        when=lookup.published(side.report),
    )
