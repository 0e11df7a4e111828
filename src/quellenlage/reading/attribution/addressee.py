"""Whom somebody says it to: a dative or accusative, the subject of a passive, or a phrase with *gegenüber*."""

from typing import TYPE_CHECKING

from quellenlage.reading.attribution.passage import Passage, Range

if TYPE_CHECKING:
    from quellenlage.language.de.noun_groups import NounGroup

NOT_BEFORE = frozenset({"NN", "NE", "ADJD", "APPR", "KON"})


def addressee_of(passage: Passage, n: int, source: list[Range]) -> list[Range]:
    """Give the addressee of a clause with a cue verb, none where there is none."""
    clause, doc = passage.clauses[n], passage.doc
    words = passage.words["addressee"]
    if clause.passive and clause.subject and clause.lemma in words["accusative"]:
        return [passage.language.phrase(doc, *clause.subject, clause.end)]
    taken = {i for a, b in source for i in range(a, b)}
    for group in passage.groups_in(n):
        if group.head in taken or group.bare == clause.subject or doc[group.head].tag_ == "PRF":
            continue
        if doc[group.head].text in passage.language.table("clauses")["times"]:
            continue
        if _addressed(passage, n, group):
            return [passage.language.phrase(doc, group.bare[0], group.end, clause.end)]
    return []


def _addressed(passage: Passage, n: int, group: "NounGroup") -> bool:
    """Say whether form and place of a noun group make it the addressee of the clause's verb."""
    clause, doc, words = passage.clauses[n], passage.doc, passage.words["addressee"]
    if group.preposition is not None:
        word = doc[group.preposition].lower_
        return word in words["prepositions"] or word in words["appealing"].get(clause.lemma, [])
    if group.start and doc[group.start - 1].tag_ in NOT_BEFORE:
        return False
    if clause.lemma in words["dative"]:
        return "D" in group.case and (group.case != "NGD" or clause.subject is not None)
    return (
        clause.lemma in words["accusative"]
        and "A" in group.case
        and doc[group.head].lower_ not in passage.words["empty_subject"]["words"]
    )
