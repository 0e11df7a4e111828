"""Whom an office or a body without a name means in a story: *der Verkehrsminister*, *die Staatsanwaltschaft*.

It joins only where just one in the story bears that office and its country is the same, or is spoken of in that report;
of bodies that every place has, such as the police, where only one in the story is told by its place.
"""

from collections import defaultdict
from collections.abc import Mapping

from quellenlage.language.naming import Office, is_code
from quellenlage.linking.entities import Row
from quellenlage.linking.groups import Groups
from quellenlage.linking.surnames import agree
from quellenlage.model import Kind
from quellenlage.reading.names.spelling import fold

SHORTEST_TITLE = 5

# The holders of titles with their genders, by every ending of a title.
Endings = dict[str, dict[str, set[str]]]
# Bodies with the countries or places they are told to be of.
States = Mapping[str, set[str | None]]


def join_offices(rows: list[Row], groups: Groups[str], own: dict[str, str]) -> None:
    """Join an office without a name with the one person of the story who holds it, or with the same office."""
    holders: dict[Office, set[str]] = defaultdict(set)
    titles: dict[str, set[str]] = defaultdict(set)
    endings: Endings = defaultdict(dict)
    for row in filter(lambda r: r.is_person, rows):
        for office in row.offices:
            holders[office].add(own[row.entity.id])
            titles[office.title].add(own[row.entity.id])
            for i in range(1, len(office.title) - SHORTEST_TITLE + 1):
                endings[office.title[i:]].setdefault(own[row.entity.id], set()).update(row.genders)
    for row in rows:
        post = _post(row) if row.entity.kind is Kind.OFFICE else None
        if post is None or not (row.grammar.single(post) or row.grammar.specific(post)):
            continue
        found = {groups.find(key) for key in holders.get(post, ())}
        if post.state is None and len({groups.find(key) for key in titles[post.title]}) > 1:
            continue
        found = found or _by_short_title(row, post, endings, groups)
        if len(found) == 1 or (not found and (row.grammar.single(post) or row.grammar.one_of_its_kind(post))):
            groups.join(own[row.entity.id], next(iter(found), f"office {post.title} {post.state}"))


def _post(row: Row) -> Office | None:
    """Give the office of somebody in particular; an age makes one of *ein 58 Jahre alter Kapitän*."""
    post = row.offices[0] if row.offices and row.ages else None
    return post if post and row.grammar.one_of_its_kind(post) else _own_office(row)


def join_ages(rows: list[Row], groups: Groups[str], own: dict[str, str]) -> None:
    """Join who is called by an age with the only one in the story of whom another report tells it: *der 58-Jährige*.

    Nobody is meant where the story has somebody else of that age, with or without a name.
    """
    of_age: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        bare = not row.entity.named and not row.offices
        for age in row.ages if not bare and not _is_only_aged(row) else ():
            of_age[age][groups.find(own[row.entity.id])] |= row.genders
    for row in filter(_is_only_aged, rows):
        found = of_age.get(next(iter(row.ages)), {})
        if len(found) == 1 and all(agree(row.genders, genders) for genders in found.values()):
            groups.join(own[row.entity.id], next(iter(found)))


def _is_only_aged(row: Row) -> bool:
    """Say whether nothing but an age tells who somebody is: *der 58-Jährige*, but not *ein 58-Jähriger*."""
    title = row.offices[0].title if row.offices else ""
    return not row.entity.named and not row.anybody and len(row.ages) == 1 and title.endswith("jährige")


def _by_short_title(row: Row, post: Office, endings: Endings, groups: Groups[str]) -> set[str]:
    """Find the one person of the story whose title ends so: *die Ministerin* for *Bauministerin Anna Lund*."""
    if post.state is not None:
        return set()
    found: dict[str, set[str]] = defaultdict(set)
    for key, genders in endings.get(post.title, {}).items():
        found[groups.find(key)] |= genders
    only = len(found) == 1 and all(agree(row.genders, genders) for genders in found.values())
    return set(found) if only else set()


def join_bodies(rows: list[Row], groups: Groups[str], own: dict[str, str]) -> None:
    """Join a body called by its noun alone with the only one of that noun; with the others where none says more."""
    bodies = [row for row in rows if row.entity.kind is Kind.ORGANISATION]
    _join_titled(bodies, groups, own)
    states = _states(rows)
    told: dict[str, dict[str, set[str | None]]] = defaultdict(lambda: defaultdict(set))
    longer: dict[str, dict[str, set[str | None]]] = defaultdict(lambda: defaultdict(set))
    for row in bodies:
        for office in row.called:
            key = groups.find(own[row.entity.id])
            if row.entity.named or " " in row.entity.name:
                told[office.title][key].add(office.state)
            for i in range(1, len(office.title)):
                longer[office.title[i:]][key].add(office.state)
    posts = [(row, _own_office(row)) for row in bodies if " " not in row.entity.name]
    bare = [(row, post) for row, post in posts if post and post.state is None]
    for row, post in bare:
        if not row.grammar.anaphoric(post):
            _join_told(row, post, told.get(post.title, {}), states[row.report], groups, own)
    for row, post in bare:
        if row.grammar.shortened(post):
            _join_short(row, longer.get(post.title, {}), groups, own)


def _join_told(
    row: Row, post: Office, told: States, spoken: set[str | None], groups: Groups[str], own: dict[str, str]
) -> None:
    """Join a body with the only one ``told``, if its country is spoken of; with its like where nobody says more."""
    found: dict[str, set[str | None]] = defaultdict(set)
    for key, states in told.items():
        found[groups.find(key)] |= states
    if not found:
        groups.join(own[row.entity.id], f"body called {post.title}")
    elif len(found) == 1:
        target, where = next(iter(found.items()))
        near = all(state in spoken or not is_code(state) for state in where if state)
        if row.grammar.is_seated(post) or near:
            groups.join(own[row.entity.id], target)


def _join_titled(bodies: list[Row], groups: Groups[str], own: dict[str, str]) -> None:
    """Join *Reederei Altsee* with the *Altsee* that another report calls a *Reederei*."""
    called = {(office.title, fold(row.entity.name)): own[row.entity.id] for row in bodies for office in row.titles}
    for row in bodies:
        noun, _, rest = row.entity.name.partition(" ")
        post = row.grammar.office_among(noun, {}) if rest else None
        if post and (post.title, fold(rest)) in called:
            groups.join(own[row.entity.id], called[post.title, fold(rest)])


def _join_short(row: Row, longer: States, groups: Groups[str], own: dict[str, str]) -> None:
    """Join *das Amt* of one report with the only body of the story whose noun ends so, if it is of no country."""
    mine = groups.find(own[row.entity.id])
    found: dict[str, set[str | None]] = defaultdict(set)
    for key, states in longer.items():
        found[groups.find(key)] |= states
    local = all(state is None or not is_code(state) for states in found.values() for state in states)
    if len(found.keys() - {mine}) == 1 and local:
        groups.join(mine, next(iter(found.keys() - {mine})))


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
