"""Word at second hand: *Die Agentur meldet unter Berufung auf die Polizei, …*; *laut Medien vom Amt bestätigt*.

So is who is quoted by a paper: *Das Blatt zitiert den Wirt mit den Worten „…“*. One content with two sources: the
outer statement is of who reports, the inner one of who is cited.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from quellenlage.model import Medium, Stance, StatementType
from quellenlage.reading.attribution.act_verbs import act_of
from quellenlage.reading.attribution.passage import Finding, Passage, Range
from quellenlage.reading.attribution.source import document, phrase_with, quoted_object, source_of, subject_phrase

if TYPE_CHECKING:
    from quellenlage.language.de.noun_groups import NounGroup

# Tokens between a source and the relative clause about it.
NEAR = 2


def relayed(passage: Passage, found: list[Finding]) -> Iterator[Finding]:
    """Give the statements that others relay; ``relays`` is the outer statement, whose content they share."""
    governing = {f.clause for f in found if f.clause is not None and f.source}
    starts = [clause.start for clause in passage.clauses]
    cited = {n: phrase for n in governing if (phrase := _cited(passage, n)) is not None}
    for outer in list(found):
        paper = _quoting(passage, outer)
        if paper and paper != outer.source:
            yield replace(outer, content=list(outer.content), relays=outer)
            outer.source = paper
        if outer.type is StatementType.DIRECT or outer.clause is None or not outer.source:
            continue
        phrase = cited.get(outer.clause) or _relies(passage, outer) or _relies_behind(passage, outer, starts)
        if phrase is not None and outer.source != [phrase]:
            yield Finding(list(outer.content), outer.type, [phrase], clause=outer.clause, relays=outer)
        elif outer.cue and passage.doc[outer.cue[0]].tag_ in {"APPR", "APPO"}:
            yield from _answered(passage, outer, outer.clause)


def _quoting(passage: Passage, finding: Finding) -> list[Range]:
    """Give the paper that quotes who speaks: *Das Blatt zitiert den Wirt …*, *Kunz wird vom Blatt zitiert*."""
    n = next((passage.owner[i] for i in finding.cue if passage.owner[i] >= 0), -1)
    if n < 0 or not finding.source or passage.clauses[n].lemma not in passage.words["quoted_subject"]["lemmas"]:
        return []
    if passage.clauses[n].passive:
        return phrase_with(passage, n, "agent") or document(passage, n)
    subject = passage.clauses[n].subject
    named = subject is not None and passage.doc[subject[0]].tag_ not in {"PIS", "PPER"}
    return [subject_phrase(passage, n)] if named and quoted_object(passage, n) else []


def _cited(passage: Passage, n: int) -> tuple[int, int] | None:
    """Give whom a clause cites: the phrase with *auf* behind *unter Berufung*."""
    words = passage.words["relaying"]
    groups = passage.groups_in(n)
    for group, after in pairwise(groups):
        relays = _is(passage, group, words["prepositions"]) and passage.doc[group.head].lower_ in words["nouns"]
        if relays and after.start == group.end and _is(passage, after, words["naming"]):
            clause = passage.clauses[n]
            limit = clause.finite if clause.finite is not None and clause.finite > after.start else clause.end
            return passage.language.phrase(
                passage.doc, after.bare[0], after.end, _before_amount(passage, after.end, limit)
            )
    return None


def _before_amount(passage: Passage, start: int, end: int) -> int:
    """Give where an amount begins that is spoken of: *schrieb unter Berufung auf den Rat von 80 Euro*."""
    doc, words = passage.doc, passage.words["source_prepositions"]["attributive"]
    amounts = (i for i in range(start, end - 1) if doc[i].lower_ in words and doc[i + 1].tag_ == "CARD")
    return next(amounts, end)


def _relies(passage: Passage, outer: Finding) -> Range | None:
    """Give on whom a source relies by a clause of its own: *das Blatt, das sich auf den Rat beruft*."""
    if outer.clause is None or not outer.source:
        return None
    words, end = passage.words["relaying"], outer.source[-1][1]
    for n in sorted({*passage.children[outer.clause], outer.clause + 1} & set(range(len(passage.clauses)))):
        clause = passage.clauses[n]
        near = clause.kind == "relative" and abs(clause.start - end) <= NEAR
        goes_on = clause.joined and clause.subject == passage.clauses[outer.clause].subject
        if clause.lemma in words["verbs"] and (near or goes_on):
            for group in passage.groups_in(n):
                if _is(passage, group, words["naming"]):
                    return passage.language.phrase(passage.doc, group.bare[0], group.end, clause.finite or clause.end)
    return None


def _relies_behind(passage: Passage, outer: Finding, starts: list[int]) -> Range | None:
    """Give on whom a paper relies by the sentence behind: *meldet die „Torpost“. Das Blatt beruft sich auf den Rat.*"""
    words, doc = passage.words["relaying"], passage.doc
    if outer.clause is None:
        return None
    end = doc[passage.clauses[outer.clause].start].sent.end
    n = bisect_left(starts, end)
    if n == len(starts) or starts[n] != end:
        return None
    clause = passage.clauses[n]
    subject = doc[clause.subject[1] - 1] if clause.subject else None
    if subject is None or clause.lemma not in words["verbs"] or subject.lemma_.lower() not in words["papers"]:
        return None
    found = (group for group in passage.groups_in(n) if _is(passage, group, words["naming"]))
    return next((passage.language.phrase(doc, g.bare[0], g.end, clause.end) for g in found), None)


def _is(passage: Passage, group: "NounGroup", prepositions: list[str]) -> bool:
    return group.preposition is not None and passage.doc[group.preposition].lower_ in prepositions


def _answered(passage: Passage, outer: Finding, n: int) -> Iterator[Finding]:
    """*Laut Medien wurde der Abzug von der Regierung bestätigt*: the clause under *laut* is itself an answer."""
    act = act_of(passage, n)
    if act is None or not act.get("answering"):
        return
    source = source_of(passage, n)
    if source and source != outer.source:
        yield Finding(
            list(outer.content), StatementType.REPORTED, source, medium=Medium(act["medium"]),
            stance=Stance(act["stance"]), clause=n, relays=outer,
        )  # fmt: skip
