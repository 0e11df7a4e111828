"""Whom an office or a body without a name means in a story: *der Verkehrsminister*, *die Staatsanwaltschaft*.

It joins only where just one in the story bears that office and its country is the same, or is spoken of in that report;
of bodies that every place has, such as the police, where only one in the story is told by its place.
"""

from collections import defaultdict

from quellenlage.language.naming import Office
from quellenlage.linking.entities import Row
from quellenlage.linking.groups import Groups
from quellenlage.model import Kind


def join_offices(rows: list[Row], groups: Groups[str], own: dict[str, str]) -> None:
    """Join an office without a name with the one person of the story who holds it, or with the same office."""
    holders: dict[Office, set[str]] = defaultdict(set)
    titles: dict[str, set[str]] = defaultdict(set)
    for row in filter(lambda r: r.is_person, rows):
        for office in row.offices:
            holders[office].add(own[row.entity.id])
            titles[office.title].add(own[row.entity.id])
    for row in rows:
        post = _own_office(row) if row.entity.kind is Kind.OFFICE else None
        if post is None or not (row.grammar.single(post) or row.grammar.specific(post)):
            continue
        found = {groups.find(key) for key in holders.get(post, ())}
        if post.state is None and len({groups.find(key) for key in titles[post.title]}) > 1:
            continue
        if len(found) == 1 or (not found and row.grammar.single(post)):
            groups.join(own[row.entity.id], next(iter(found), f"office {post.title} {post.state}"))


def join_bodies(rows: list[Row], groups: Groups[str], own: dict[str, str]) -> None:
    """Join a body called by its noun alone with the only one of that noun; with the others where none says more."""
    bodies = [row for row in rows if row.entity.kind is Kind.ORGANISATION]
    states = _states(rows)
    told: dict[str, dict[str, set[str | None]]] = defaultdict(lambda: defaultdict(set))
    for row in bodies:
        if row.entity.named or " " in row.entity.name:
            for office in row.offices:
                told[office.title][groups.find(own[row.entity.id])].add(office.state)
    for row in bodies:
        post = _own_office(row) if " " not in row.entity.name else None
        if post is None or post.state or row.grammar.anaphoric(post):
            continue
        found = told.get(post.title, {})
        if not found:
            groups.join(own[row.entity.id], f"body called {post.title}")
        elif len(found) == 1:
            target, where = next(iter(found.items()))
            if row.grammar.is_seated(post) or (where - {None}) <= states[row.report]:
                groups.join(own[row.entity.id], target)


def _own_office(row: Row) -> Office | None:
    """Give the office by which an entity without a name is called, if somebody in particular is."""
    return row.offices[0] if row.offices and not row.entity.named and not row.anybody else None


def _states(rows: list[Row]) -> dict[str, set[str | None]]:
    """Give the countries that each report speaks of, by name or by an office."""
    found: dict[str, set[str | None]] = defaultdict(set)
    for row in rows:
        found[row.report] |= {office.state for office in row.offices}
        if row.entity.named and row.entity.kind is Kind.PLACE:
            found[row.report] |= {row.entity.name, row.grammar.state(row.entity.name)}
    return found
