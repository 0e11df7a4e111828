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
    if clause.passive and clause.subject and clause.lemma in {*words["accusative"], *words["needed"]}:
        limit = min((a - 1 for a, _ in source if a > clause.subject[1]), default=clause.end)
        return [passage.language.phrase(doc, *clause.subject, limit)]
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
        public = word in words["before"] and doc[group.head].lower_.endswith(tuple(words["public"]))
        public |= word in words["with"] and _of_talk(passage, group)
        return public or word in words["prepositions"] or word in words["appealing"].get(clause.lemma, [])
    if group.start and doc[group.start - 1].tag_ in NOT_BEFORE and ("G" in group.case or not group.case):
        named = doc[group.start - 1].i in clause.verbs or doc[group.head].tag_ == "NE" == doc[group.start].tag_
        if not named or doc[group.start - 1].tag_ in {"APPR", "KON"}:
            return False
    if doc[group.head].lower_ in passage.words["empty_subject"]["words"]:
        return False
    bare = not group.case and clause.subject is not None and _name(passage, n, group)
    if clause.lemma in words["dative"]:
        return (bare and clause.lemma in words["needed"]) or (
            "D" in group.case and (group.case != "NGD" or clause.subject is not None)
        )
    return clause.lemma in words["accusative"] and (bare or "A" in group.case)


def _of_talk(passage: Passage, group: "NounGroup") -> bool:
    """Say whether a phrase hangs on a noun for talk: *im Gespräch mit dem Rat*."""
    before = passage.group_before(group.start)
    talks = tuple(passage.words["addressee"]["talks"])
    return before is not None and before.end == group.start and passage.doc[before.head].lower_.endswith(talks)


def _name(passage: Passage, n: int, group: "NounGroup") -> bool:
    """Say whether a group without an article behind the verb is a name: *Die Stadt forderte Weber auf, …*."""
    clause, doc = passage.clauses[n], passage.doc
    behind = clause.finite is not None and (group.start > clause.finite or clause.kind != "main")
    return behind and any(doc[i].tag_ in {"NE", "FM"} for i in range(group.bare[0], group.end))
