"""Whom a description means: *der Minister*, *das Ministerium*, *die dänische Regierung*."""

from collections import defaultdict
from collections.abc import Iterable

from quellenlage.language.naming import Group
from quellenlage.model import Form, Kind
from quellenlage.reading.names.draft import Cast, Draft, country_key
from quellenlage.reading.names.persons import same_office
from quellenlage.reading.names.spelling import fold

NEAR = 2
MOST_CANDIDATES = 12
SHORTEST_NOUN = 3
PEOPLE = frozenset({Kind.PERSON, Kind.OFFICE})


class _Index:
    """Who can be described by a noun: by every ending of the nouns the text has used of them, and by office."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.by: dict[str, dict[str, Draft]] = defaultdict(dict)
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        nouns = draft.heads | {fold(name).rsplit(" ", 1)[-1] for name in draft.names if draft.kind is Kind.ORGANISATION}
        for noun in nouns:
            for i in range(max(1, len(noun) - SHORTEST_NOUN + 1)):
                self.by[noun[i:]].setdefault(draft.key, draft)
        for office in draft.offices:
            self.by[f"# {office.title}"].setdefault(draft.key, draft)
        for age in draft.ages:
            self.by[f"({age})"].setdefault(draft.key, draft)

    def find(self, key: str) -> list[Draft]:
        """Give the candidates; none where there are so many that no reader would know."""
        found = self.by.get(key, {})
        return list(found.values()) if len(found) <= MOST_CANDIDATES else []


def cast_descriptions(cast: Cast, groups: list[Group]) -> None:
    """Give every group that belongs to no name its entity: one that the text has named, or one of its own."""
    index = _Index(draft for draft in cast.drafts.values() if draft.mentions)
    for group in groups:
        if group.bearer in cast.at or group.acronym in cast.at or group.span in cast.at:
            continue
        draft = _draft(cast, group, index)
        if draft is not None:
            _add(cast, draft, group)
            index.add(draft)


def _draft(cast: Cast, group: Group, index: _Index) -> Draft | None:
    if group.side and group.office.state:
        draft = cast.draft(country_key(group.office.state), Kind.PLACE, True)
        draft.kind = Kind.PLACE
        return draft
    if group.age:
        return _aged(cast, group, index)
    if group.kind is Kind.OFFICE:
        return _office(cast, group, index)
    if group.kind is Kind.ORGANISATION:
        return _body(cast, group, index)
    return cast.draft(f"{group.kind} {fold(group.base)}", group.kind, False)


def _add(cast: Cast, draft: Draft, group: Group) -> None:
    if group.side or not draft.named:
        draft.names[group.base] += 0 if group.side else 1
    elif " " in group.base or not any(head.endswith(group.head) for head in draft.heads):
        draft.roles.setdefault(group.base)
    draft.mention(group.span, Form.ROLE, group.sentence)
    cast.at[group.span] = draft
    if not group.side:
        draft.heads.add(group.head)
        draft.offices.setdefault(group.office)
    if group.gender and not draft.named:
        draft.genders.add(group.gender)


def _office(cast: Cast, group: Group, index: _Index) -> Draft | None:
    """Find the person in office, or make an entity without a name; a bare noun refers to nobody (*als Minister*)."""
    if not group.definite:
        return _fresh(cast, group) if group.determined else None
    if group.office.state:
        found = _by_state(_people(index.find(f"# {group.office.title}"), group), group)
    else:
        # *Staatschef* may take up *Präsident*: of a class of offices any title will do.
        other = index.find(f"# {group.office.title}") if group.office.title != group.head else []
        called = {d.key: d for d in (*index.find(group.head), *other)}
        people = _people(list(called.values()), group)
        people = [d for d in people if _is_near(d, group)] if group.vague else people
        found = _near([d for d in people if d.first < group.span.start and _is_so_called(d, group)], group)
    key = f"office {group.office.title} {group.office.state} {fold(group.base)}"
    return found or cast.draft(key, Kind.OFFICE, False)


def _aged(cast: Cast, group: Group, index: _Index) -> Draft:
    """Find the one of that age, if the text says so beside a name: whoever was met last may be somebody else."""
    found = _people(index.find(f"({group.age})"), group)
    return found[0] if len(found) == 1 else cast.draft(f"office {fold(group.base)}", Kind.OFFICE, False)


def _people(drafts: list[Draft], group: Group) -> list[Draft]:
    """Keep the people; a woman's title fits no man, a man's no one known as a woman."""
    return [
        d for d in drafts if d.kind in PEOPLE and (d.fits(group.gender) or (group.gender == "m" and "m" in d.genders))
    ]


def _by_state(people: list[Draft], group: Group) -> Draft | None:
    """Find who holds an office of a country; one given without its country counts if nobody else fits."""
    exact = [d for d in people if group.office in d.offices]
    if exact:
        return _near([d for d in exact if d.named] or exact, group)
    loose = [d for d in people if d.named and any(same_office(group.office, office) for office in d.offices)]
    free = [d for d in loose if not _of_another_state(d, group)]
    return free[0] if len(free) == 1 else None


def _of_another_state(draft: Draft, group: Group) -> bool:
    mine = group.office
    return any(o.title == mine.title and o.state not in {None, mine.state} for o in draft.offices)


def _is_so_called(draft: Draft, group: Group) -> bool:
    """Say whether a description of several words fits: it was used before, or names the same office."""
    if " " not in group.base:
        return True
    return group.office in draft.offices if draft.named else fold(group.base) in {fold(name) for name in draft.names}


def _near(drafts: list[Draft], group: Group) -> Draft | None:
    """Choose the only candidate, or the only one met in this sentence or the two before."""
    if len(drafts) < 2:
        return drafts[0] if drafts else None
    near = [d for d in drafts if _is_near(d, group)]
    return near[0] if len(near) == 1 else None


def _is_near(draft: Draft, group: Group) -> bool:
    return any(group.sentence - back in draft.sentences for back in range(NEAR + 1))


def _body(cast: Cast, group: Group, index: _Index) -> Draft:
    if group.unique:
        key = f"body {group.office.title} {group.office.state} {'' if group.office.state else fold(group.base)}"
        return cast.draft(key, Kind.ORGANISATION, False)
    if not group.definite:
        return _fresh(cast, group)
    bodies = [d for d in index.find(group.head) if d.kind is Kind.ORGANISATION]
    if group.press and not bodies:
        bodies = [d for d in cast.presses() if d.kind is Kind.ORGANISATION]
    if group.company and not any(d.named for d in bodies):
        bodies = [d for d in cast.companies() if d.first < group.span.start] or bodies
    fitting = [d for d in bodies if d.first < group.span.start and (" " not in group.base or _is_so_called(d, group))]
    return _near(fitting, group) or cast.draft(f"body {fold(group.base)}", Kind.ORGANISATION, False)


def _fresh(cast: Cast, group: Group) -> Draft:
    return cast.draft(f"{group.kind} {fold(group.base)} {group.span.start}", group.kind, False)
