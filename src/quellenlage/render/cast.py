"""The actors of a dossier as the page shows them: under all their names, with where they occur."""

from typing import NamedTuple

from quellenlage.model import Kind, Span
from quellenlage.model.dossier import ActorRow, MentionRow
from quellenlage.render import words
from quellenlage.render.lookup import Link, Lookup, speaking
from quellenlage.render.words import Label


class ActorView(NamedTuple):
    """An actor, with the first place in each report that mentions it."""

    anchor: str
    name: str
    kind: Label
    aliases: list[str]
    roles: list[str]
    places: list[Link]
    says: int
    in_passing: bool


def actors(lookup: Lookup) -> list[ActorView]:
    """Give the actors, people and offices first, those mentioned most often first among their kind."""
    mentions: dict[str, list[MentionRow]] = {}
    for mention in lookup.dossier.mentions:
        mentions.setdefault(mention.actor, []).append(mention)
    says: dict[str, int] = {}
    for statement in lookup.dossier.statements:
        for actor in speaking(statement):
            says[actor] = says.get(actor, 0) + 1
    kinds = list(Kind)
    rows = sorted(
        lookup.actors.values(),
        key=lambda row: (kinds.index(row.kind), -len(mentions.get(row.id, ())), row.name, row.id),
    )
    return [_actor(lookup, row, mentions.get(row.id, []), says.get(row.id, 0)) for row in rows]


def _actor(lookup: Lookup, row: ActorRow, mentions: list[MentionRow], says: int) -> ActorView:
    first: dict[str, MentionRow] = {}
    for mention in sorted(mentions, key=lambda m: (lookup.numbers.get(m.report, 0), m.start, m.end)):
        first.setdefault(mention.report, mention)
    places = [
        lookup.evidence(
            m.report, [Span(m.start, m.end)], str(lookup.numbers[m.report]), lookup.by_id[m.report].outlet or ""
        )
        for m in first.values()
        if m.report in lookup.by_id
    ]
    return ActorView(
        anchor=lookup.place("a", row.id),
        name=row.name,
        kind=words.KIND[row.kind],
        aliases=[alias for alias in row.aliases if alias != row.name],
        roles=[role for role in dict.fromkeys(row.roles) if role not in (row.name, *row.aliases)],
        places=places,
        says=says,
        in_passing=len(mentions) < 2 and not says,
    )
