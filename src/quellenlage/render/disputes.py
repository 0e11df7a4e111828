"""The conflicts of a dossier as the page shows them: what is in dispute, and every side in the words of its report."""

from typing import NamedTuple

from quellenlage.model import ConflictKind, Span
from quellenlage.model.dossier import ConflictRow, SideRow
from quellenlage.render import words
from quellenlage.render.lookup import Link, Lookup
from quellenlage.render.words import Label


class Side(NamedTuple):
    """What one side of a conflict says, and where; several who say it in one sentence are one side."""

    who: list[Link]
    quote: str
    evidence: Link
    when: str


class Position(NamedTuple):
    """What can be held in a conflict, with all who hold it."""

    value: str
    against: bool
    sides: list[Side]


class ConflictView(NamedTuple):
    """Sides that cannot all be right."""

    kind: Label
    about: str
    text: str
    event: Link | None
    positions: list[Position]


def disputes(lookup: Lookup) -> list[ConflictView]:
    """Give the conflicts in the order of the dossier."""
    labels = {event.id: event.label for event in lookup.dossier.events}
    labels |= {claim.id: claim.label for claim in lookup.dossier.claims}
    return [_conflict(lookup, labels, conflict) for conflict in lookup.dossier.conflicts]


def _conflict(lookup: Lookup, labels: dict[str, str], row: ConflictRow) -> ConflictView:
    event = row.event if row.event in labels else None
    return ConflictView(
        kind=words.CONFLICT[row.kind],
        about=labels.get(row.claim or "") or labels.get(row.event or "") or row.text,
        text=_text(lookup, row),
        event=Link(labels[event], "#" + lookup.anchor(event)) if event else None,
        positions=_positions(lookup, row),
    )


def _text(lookup: Lookup, row: ConflictRow) -> str:
    """Say in one line who stands where, from the sides alone."""
    stands: dict[str, dict[str, None]] = {}
    for side in row.sides:
        stands.setdefault(side.value, {})[_who(lookup, side).text] = None
    parts = [(words.SIDE.get(value, value), ", ".join(names)) for value, names in stands.items()]
    if row.kind is ConflictKind.DENIAL and set(stands) <= set(words.SIDE):
        return "; ".join(f"{names}: {'nein' if value == words.SIDE['denies'] else 'ja'}" for value, names in parts)
    return "; ".join(f"{value} ({names})" for value, names in parts)


def _who(lookup: Lookup, side: SideRow) -> Link:
    own = Link(lookup.outlet(side.report), lookup.report(side.report).href, "in eigenen Worten")
    return lookup.actor(side.source_actor) or own


def _positions(lookup: Lookup, row: ConflictRow) -> list[Position]:
    """Put the sides that say the same under one head, in the order in which each was first taken."""
    held: dict[str, dict[tuple[str, Span | None], Side]] = {}
    for side in row.sides:
        cut = lookup.passage(side.report, side.start)
        sides = held.setdefault(side.value, {})
        who = sides.setdefault((side.report, cut), _side(lookup, side, cut)).who
        if _who(lookup, side) not in who:
            who.append(_who(lookup, side))
    return [
        Position(words.SIDE.get(value, value), value == "denies", list(sides.values())) for value, sides in held.items()
    ]


def _side(lookup: Lookup, side: SideRow, cut: Span | None) -> Side:
    return Side(
        who=[],
        quote=lookup.quote(side.report, [cut]) if cut else "",
        evidence=lookup.evidence(side.report, [Span(side.start, side.end)]),
        when=lookup.published(side.report),
    )
