"""Whom a pronoun means, where only one person can be meant."""

from collections import defaultdict

from quellenlage.language.naming import Pronoun
from quellenlage.model import Form, Kind
from quellenlage.reading.names.draft import Cast, Draft


def cast_pronouns(cast: Cast, pronouns: list[Pronoun]) -> None:
    """Link the pronouns whose sentence and the one before name exactly one person so far, and that one fits."""
    named = _first_two(cast) if pronouns else {}
    for pronoun in pronouns:
        near = [row for s in (pronoun.sentence - 1, pronoun.sentence) for row in named.get(s, ())]
        found = {id(draft): draft for end, draft in near if end <= pronoun.span.start}
        if len(found) == 1:
            _link(next(iter(found.values())), pronoun)


def _first_two(cast: Cast) -> dict[int, list[tuple[int, Draft]]]:
    """Give the first two persons of every sentence, with where they end: a third changes nothing."""
    out: dict[int, list[tuple[int, Draft]]] = defaultdict(list)
    for draft in cast.drafts.values():
        if draft.kind in {Kind.PERSON, Kind.OFFICE}:
            for sentence, end in draft.sentences.items():
                out[sentence] = sorted([*out[sentence], (end, draft)], key=lambda row: (row[0], row[1].key))[:2]
    return out


def _link(draft: Draft, pronoun: Pronoun) -> None:
    known = draft.genders == {pronoun.gender}
    if known or (pronoun.gender == "m" and not draft.genders):
        draft.mention(pronoun.span, Form.PRONOUN, pronoun.sentence)
