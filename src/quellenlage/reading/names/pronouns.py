"""Whom a pronoun means, where only one person can be meant."""

from collections import defaultdict

from quellenlage.language.naming import Pronoun
from quellenlage.model import Form, Kind
from quellenlage.reading.names.draft import Cast, Draft

ENOUGH = 4


def cast_pronouns(cast: Cast, pronouns: list[Pronoun]) -> None:
    """Link the pronouns whose sentence and the one before name exactly one person so far who fits by gender.

    Where only the pronoun's place speaks for a person, nobody else may follow in its sentence either: in *Er habe
    gewonnen, sagte Weber* it may be Weber.
    """
    named = _first_few(cast) if pronouns else {}
    for pronoun in pronouns:
        rows = [row for s in (pronoun.sentence - 1, pronoun.sentence) for row in named.get(s, ())]
        near = [draft for end, draft in rows if end <= pronoun.span.start or not pronoun.sure]
        found = {draft.key: draft for draft in near if draft.fits(pronoun.gender)}
        if len(found) == 1:
            _link(next(iter(found.values())), pronoun)


def _first_few(cast: Cast) -> dict[int, list[tuple[int, Draft]]]:
    """Give the first persons of every sentence, with where they end: more of them change nothing."""
    out: dict[int, list[tuple[int, Draft]]] = defaultdict(list)
    for draft in cast.drafts.values():
        if draft.kind in {Kind.PERSON, Kind.OFFICE}:
            for sentence, end in draft.sentences.items():
                out[sentence] = sorted([*out[sentence], (end, draft)], key=lambda row: (row[0], row[1].key))[:ENOUGH]
    return out


def _link(draft: Draft, pronoun: Pronoun) -> None:
    known = draft.genders == {pronoun.gender}
    near = (draft.sentences.get(pronoun.sentence - back) for back in (0, 1))
    before = any(end is not None and end <= pronoun.span.start for end in near)
    if before and (known or (pronoun.gender == "m" and not draft.genders)):
        draft.mention(pronoun.span, Form.PRONOUN, pronoun.sentence)
