"""Which person a name means: full names first, then surnames with exactly one bearer the text allows."""

from collections import defaultdict

from quellenlage.language.naming import Group, Name, Office
from quellenlage.model import Form, Kind, Span
from quellenlage.reading.names.draft import Cast, Draft
from quellenlage.reading.names.spelling import fold, sound

MOST_BEARERS = 12


def cast_persons(cast: Cast, names: list[Name], groups: list[Group]) -> None:
    """Give every person's name its entity, and the entities what the groups before and behind their names say."""
    roles: dict[Span, list[Group]] = defaultdict(list)
    for group in groups:
        if group.bearer:
            roles[group.bearer].append(group)
    persons = [name for name in names if name.kind is Kind.PERSON]
    full = [name for name in persons if len(name.parts) > 1]
    for name in full:
        _add(cast, cast.draft("person " + sound(name.base), Kind.PERSON, True), name, roles[name.span])
    bearers = _bearers(cast, full)
    for name in persons:
        if len(name.parts) == 1:
            draft = _bearer(name, bearers.get(sound(name.base), {}), roles[name.span])
            _add(cast, draft or _surname_alone(cast, name, roles[name.span]), name, roles[name.span])


def surnames(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Give the parts that can stand alone for a full name.

    That is the last; where given names are hyphenated syllables, as in East Asia, the first; else the first may do too.
    """
    head, _, tail = parts[-1].partition("-")
    if tail and tail.islower() and head[:1].isupper():
        return (parts[0],)
    return (parts[-1], parts[0])


def _bearers(cast: Cast, full: list[Name]) -> dict[str, dict[str, Draft]]:
    out: dict[str, dict[str, Draft]] = defaultdict(dict)
    for name in full:
        draft = cast.at[name.span]
        for part in surnames(name.parts):
            out[sound(part)].setdefault(draft.key, draft)
    return out


def _bearer(name: Name, candidates: dict[str, Draft], roles: list[Group]) -> Draft | None:
    """Choose the one bearer a surname can mean, or none: by gender, by office, by who was introduced so far."""
    if len(candidates) > MOST_BEARERS:
        return None
    fitting = [d for d in candidates.values() if d.fits(name.gender) and all(d.fits(role.gender) for role in roles)]
    fitting = [d for d in fitting if not d.kin or any(role.office in d.offices for role in roles)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    offices = [role.office for role in roles]
    by_office = [d for d in fitting if any(same_office(o, p) for o in offices for p in d.offices)]
    if offices:
        return by_office[0] if len(by_office) == 1 else None
    before = [d for d in fitting if d.first < name.span.start]
    return before[0] if len(before) == 1 else None


def _surname_alone(cast: Cast, name: Name, roles: list[Group]) -> Draft:
    """Give the entity of a surname whose full name the text never gives: a man and a woman of one surname are two."""
    key = "person " + sound(name.base)
    if kin := next((role for role in roles if role.kin), None):
        # *Weber … sein Bruder, Botschafter Weber,* are two.
        return cast.draft(f"{key} {fold(kin.base)}", Kind.PERSON, True)
    known = cast.drafts.get(key)
    genders = {role.gender for role in roles if role.gender} or ({name.gender} if name.gender else set())
    if known and genders and known.genders and not genders & known.genders:
        key += " " + min(genders)
    return cast.draft(key, Kind.PERSON, True)


def same_office(one: Office, other: Office) -> bool:
    """Say whether two offices can be one: the same title, and no two different countries."""
    return one.title == other.title and (one.state == other.state or one.state is None or other.state is None)


def _add(cast: Cast, draft: Draft, name: Name, roles: list[Group]) -> None:
    draft.names[name.base] += 1
    draft.mention(name.span, Form.NAME, name.sentence)
    cast.at[name.span] = draft
    if name.gender:
        draft.genders.add(name.gender)
    if name.age:
        draft.ages.add(name.age)
    draft.accused = draft.accused or name.accused
    for role in roles:
        add_role(draft, role)


def add_role(draft: Draft, role: Group) -> None:
    """Note what a group says of the one it belongs to."""
    draft.roles.setdefault(role.base)
    draft.offices.setdefault(role.office)
    draft.heads.add(role.head)
    draft.company = draft.company or role.company
    draft.kin = draft.kin or role.kin
    draft.in_office = draft.in_office or not role.besides
    draft.mention(role.span, Form.ROLE, role.sentence)
    if role.gender == "f" or (role.gender and not draft.genders):
        draft.genders.add(role.gender)
