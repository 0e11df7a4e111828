"""Whom a description means: *der Minister*, *das Ministerium*, *die dänische Regierung*."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from quellenlage.language.naming import Group
from quellenlage.model import Form, Kind
from quellenlage.reading.names.draft import Cast, Draft, country_key
from quellenlage.reading.names.persons import same_office
from quellenlage.reading.names.spelling import fold

NEAR = 2
# So many sentences back somebody may have been met whom a noun takes up, if nobody else was met since.
JUST_MET = 3
MOST_CANDIDATES = 12
SHORTEST_NOUN = 3
ACCUSED = "# accused"
PEOPLE = frozenset({Kind.PERSON, Kind.OFFICE})


class _Index:
    """Who can be described by a noun: by every ending of the nouns the text has used of them, and by office."""

    def __init__(self, drafts: Iterable[Draft], wider: Callable[[str], frozenset[str]]) -> None:
        self.by: dict[str, dict[str, Draft]] = defaultdict(dict)
        self.people: dict[int, dict[str, Draft]] = defaultdict(dict)
        self.named: dict[int, dict[str, Draft]] = defaultdict(dict)
        self.wider = wider
        for draft in drafts:
            self.add(draft)
            if draft.kind in PEOPLE:
                for sentence in draft.sentences:
                    self.people[sentence].setdefault(draft.key, draft)
                for sentence in draft.named_in:
                    self.named[sentence].setdefault(draft.key, draft)

    def add(self, draft: Draft) -> None:
        if draft.kind is Kind.ORGANISATION:
            for wide in {wide for noun in (*draft.heads, *draft.names) for wide in self.wider(noun)}:
                self.by[wide].setdefault(draft.key, draft)
        nouns = draft.heads | {fold(name).rsplit(" ", 1)[-1] for name in draft.names if draft.kind is Kind.ORGANISATION}
        for noun in nouns:
            for i in range(max(1, len(noun) - SHORTEST_NOUN + 1)):
                self.by[noun[i:]].setdefault(draft.key, draft)
        for office in draft.offices:
            self.by[f"# {office.title}"].setdefault(draft.key, draft)
        if draft.accused:
            self.by[ACCUSED].setdefault(draft.key, draft)
        for age in draft.ages:
            self.by[f"({age})"].setdefault(draft.key, draft)

    def met(self, draft: Draft, sentence: int) -> None:
        """Note that somebody was met in a sentence."""
        self.add(draft)
        if draft.kind in PEOPLE:
            self.people[sentence].setdefault(draft.key, draft)

    def before(self, group: Group) -> list[Draft]:
        """Give the people of the sentence before, and of this one before the group."""
        here = self.people.get(group.sentence, {}).values()
        near = [d for d in here if d.sentences[group.sentence] <= group.span.start]
        return list({d.key: d for d in (*self.people.get(group.sentence - 1, {}).values(), *near)}.values())

    def last_met(self, group: Group, *, by_name: bool) -> list[Draft]:
        """Give those of fitting gender whom this sentence has before the group, and the last one that has any."""
        rows = self.named if by_name else self.people
        here = rows.get(group.sentence, {}).values()
        near = [d for d in here if (d.named_in if by_name else d.sentences)[group.sentence] <= group.span.start]
        for back in range(1, JUST_MET + 1):
            found = {d.key: d for d in (*rows.get(group.sentence - back, {}).values(), *near)}
            fitting = [d for d in found.values() if not d.genders or group.gender in d.genders]
            if fitting:
                return fitting
        return []

    def find(self, key: str) -> list[Draft]:
        """Give the candidates; none where there are so many that no reader would know."""
        found = self.by.get(key, {})
        return list(found.values()) if len(found) <= MOST_CANDIDATES else []


def cast_descriptions(cast: Cast, groups: list[Group], wider: Callable[[str], frozenset[str]]) -> None:
    """Give every group that belongs to no name its entity: one that the text has named, or one of its own.

    ``wider`` gives the nouns of wide meaning by which a body's name or noun can be taken up.
    """
    index = _Index((draft for draft in cast.drafts.values() if draft.mentions), wider)
    for group in groups:
        if group.bearer in cast.at or group.acronym in cast.at or group.span in cast.at:
            continue
        draft = _draft(cast, group, index)
        if draft is not None:
            _add(cast, draft, group)
            index.met(draft, group.sentence)


def _draft(cast: Cast, group: Group, index: _Index) -> Draft | None:
    if group.side and group.office.state:
        draft = cast.draft(country_key(group.office.state), Kind.PLACE, True)
        draft.kind = Kind.PLACE
        return draft
    if group.age and (found := _of_age(group, index)):
        return found
    if group.aged:
        return _besides(group, index) or cast.draft(f"office {fold(group.base)}", Kind.OFFICE, False)
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
    if group.age:
        draft.ages.add(group.age)


def _office(cast: Cast, group: Group, index: _Index) -> Draft | None:
    """Find the person in office, or make an entity without a name; a bare noun refers to nobody (*als Minister*)."""
    if not group.definite:
        return _fresh(cast, group) if group.determined else None
    if group.office.state:
        found = _by_state(_people(index.find(f"# {group.office.title}"), group), group)
    else:
        # *Staatschef* may take up *Präsident*: of a class of offices any title will do.
        other = index.find(f"# {group.office.title}")
        tried = index.find(ACCUSED) if group.accused else []
        called = {d.key: d for d in (*index.find(group.head), *other, *tried)}
        people = _people(list(called.values()), group)
        people = [d for d in people if _is_near(d, group)] if group.vague else people
        found = _near([d for d in people if d.first < group.span.start and _is_so_called(d, group)], group)
        found = found or (_besides(group, index) if not people else None) or _later(people, group)
    key = f"office {group.office.title} {group.office.state} {fold(group.base)}"
    return found or cast.draft(key, Kind.OFFICE, False)


def _of_age(group: Group, index: _Index) -> Draft | None:
    """Find the one of that age, if the text says so beside a name; whoever has an office too must be known by it."""
    found = _people(index.find(f"({group.age})"), group)
    if not group.aged:
        found = [d for d in found if group.single and any(same_office(group.office, o) for o in d.offices)]
    return found[0] if len(found) == 1 else None


def _besides(group: Group, index: _Index) -> Draft | None:
    """Find the one person just named whom a noun takes up that no name has here: *Die Ökonomin sagte …*.

    Those who are known to be of the other gender, or of another age, are not meant.
    """
    if not group.aged and not (group.subject and group.besides):
        return None
    near = [d for d in index.before(group) if not d.genders or group.gender in d.genders] if group.vague else []
    for found in (near, index.last_met(group, by_name=not group.aged)):
        only = len(found) == 1 and found[0].genders == {group.gender}
        free = only and not (group.age and found[0].ages) and found[0].first < group.span.start
        if free and (group.subject or (found[0].named and not found[0].in_office)):
            return found[0]
    return None


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


def _later(people: list[Draft], group: Group) -> Draft | None:
    """Find who is named later only, by an office of which the text has a single holder: *War der Kapitän müde?*."""
    later = group.single and len(people) == 1 and people[0].named and people[0].first >= group.span.start
    return people[0] if later and _is_so_called(people[0], group) else None


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
    called = {d.key: d for key in (group.head, f"# {group.office.title}") for d in index.find(key)}
    bodies = [d for d in called.values() if d.kind is Kind.ORGANISATION]
    if group.press and not bodies:
        bodies = [d for d in cast.presses() if d.kind is Kind.ORGANISATION]
    if group.company and not any(d.named for d in bodies):
        bodies = [d for d in cast.companies() if d.first < group.span.start] or bodies
    fitting = [d for d in bodies if d.first < group.span.start and (" " not in group.base or _is_so_called(d, group))]
    return _near(fitting, group) or cast.draft(f"body {fold(group.base)}", Kind.ORGANISATION, False)


def _fresh(cast: Cast, group: Group) -> Draft:
    return cast.draft(f"{group.kind} {fold(group.base)} {group.span.start}", group.kind, False)
