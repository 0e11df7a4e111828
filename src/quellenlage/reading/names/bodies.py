"""Which place, country or body a name means."""

from collections import defaultdict
from collections.abc import Callable

from quellenlage.language.naming import Group, Name
from quellenlage.model import Form, Kind, Span
from quellenlage.reading.names.draft import Cast, Draft
from quellenlage.reading.names.persons import add_role
from quellenlage.reading.names.spelling import fold


def cast_bodies(cast: Cast, names: list[Name], groups: list[Group], same: Callable[[str], str]) -> None:
    """Give every name that is no person's its entity. ``same`` gives the one key of a body with several names."""
    roles: dict[Span, list[Group]] = defaultdict(list)
    for group in groups:
        if group.bearer:
            roles[group.bearer].append(group)
    kinds = {fold(n.base): n.kind for n in reversed(names) if n.kind is not Kind.UNKNOWN}
    acronyms = {group.acronym for group in groups if group.acronym}
    kinds |= {fold(n.base): Kind.ORGANISATION for n in names if n.span in acronyms and n.kind is Kind.UNKNOWN}
    for name in names:
        if name.kind is Kind.PERSON:
            continue
        draft = _draft(cast, name, kinds.get(fold(name.base), Kind.UNKNOWN), same)
        draft.names[name.base] += 0 if name.state and (name.part or name.capital) else 1
        draft.mention(name.span, Form.NAME, name.sentence)
        draft.press = draft.press or name.press
        if name.head:
            draft.heads.add(name.head)
        cast.at[name.span] = draft
        for role in roles[name.span]:
            add_role(draft, role)
    for group in groups:
        if group.acronym and group.acronym in cast.at:
            _spell_out(cast.at[group.acronym], group)


def _draft(cast: Cast, name: Name, kind: Kind, same: Callable[[str], str]) -> Draft:
    if name.state and name.acts:
        # A government known by its capital alone is a body: as a place it would be taken for the city.
        draft = cast.draft("state " + name.state, Kind.ORGANISATION, True)
        draft.kind = draft.kind if name.capital else Kind.PLACE
        return draft
    if kind is Kind.PERSON:
        kind = Kind.UNKNOWN
    return cast.draft(f"{kind} {fold(same(name.base))}", kind, True)


def _spell_out(draft: Draft, group: Group) -> None:
    """Join a body's full name with the acronym in brackets beside it."""
    draft.names[group.base] += 0
    draft.mention(group.span, Form.NAME, group.sentence)
    draft.heads.add(group.head)
