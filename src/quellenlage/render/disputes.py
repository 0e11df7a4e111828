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
    value: str
    quote: str
    evidence: Link
    when: str


class ConflictView(NamedTuple):
    """Sides that cannot all be right."""

    kind: Label
    about: str
    text: str
    event: Link | None
    sides: list[Side]


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
        sides=_sides(lookup, row),
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
    own = Link(f"{lookup.outlet(side.report)}, in eigenen Worten", lookup.report(side.report).href)
    return lookup.actor(side.source_actor) or own


def _sides(lookup: Lookup, row: ConflictRow) -> list[Side]:
    found: dict[tuple[str, Span | None, str], Side] = {}
    for side in row.sides:
        span = Span(side.start, side.end)
        cut = lookup.passage(side.report, side.start)
        made = Side(
            who=[],
            value=words.SIDE.get(side.value, side.value),
            quote=lookup.quote(side.report, [cut]) if cut else "",
            evidence=lookup.evidence(side.report, [span]),
            when=lookup.published(side.report),
        )
        who = _who(lookup, side)
        kept = found.setdefault((side.report, cut, side.value), made).who
        if who not in kept:
            kept.append(who)
    return list(found.values())
