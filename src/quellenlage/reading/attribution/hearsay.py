"""Hearsay: *soll* with nobody named (*Der Fahrer soll eingeschlafen sein*), or going on with what was said."""

from collections.abc import Iterator

from quellenlage.model import StatementType
from quellenlage.reading.attribution.antecedent import Told
from quellenlage.reading.attribution.passage import Finding, Passage, Range, covered

NEAR = 2


def hearsay(passage: Passage, found: list[Finding]) -> Iterator[Finding]:
    """Give the *soll* sentences that report and do not plan; those that follow each other are one statement."""
    before, last, said = Told(passage, found), None, covered(passage, found)
    for n, clause in enumerate(passage.clauses):
        if (
            clause.modal not in passage.words["hearsay"]["modals"]
            or clause.quoted
            or clause.finite is None
            or not passage.read(n)
        ):
            continue
        if said[clause.finite] or clause.finite == clause.tokens[0]:
            continue
        number = passage.sentence_number(clause.finite)
        goes_on = clause.kind == "main" and before.just_said(number, last)
        if not (clause.tense == "Pres" and _past_infinitive(passage, n)) and not goes_on:
            continue
        content = _content(passage, n)
        if (
            last is not None
            and last.content[-1][1] >= content[0] - 1
            and _whole(passage, content)
            and _whole(passage, last.content[-1])
        ):
            last.content.append(content)
            continue
        last = _finding(passage, n, content, before, number)
        yield last


def _past_infinitive(passage: Passage, n: int) -> bool:
    """Say whether the infinitive is of the perfect: only then *soll* cannot be a plan."""
    doc, verbs = passage.doc, passage.clauses[n].verbs
    participle = any(doc[i].tag_ in {"VVPP", "VAPP"} for i in verbs)
    return participle and any(
        doc[i].lower_ in passage.words["hearsay"]["auxiliaries"] for i in verbs if i != passage.clauses[n].finite
    )


def _whole(passage: Passage, content: Range) -> bool:
    return passage.sentence(content[0])[0] == content[0] and passage.sentence(content[1] - 1)[1] == content[1]


def _finding(passage: Passage, n: int, content: Range, before: Told, number: int) -> Finding:
    previous = before.antecedent(number, content[0])
    if previous is None or number - passage.sentence_number(previous.end - 1) > NEAR:
        return Finding([content], StatementType.FREE_INDIRECT, clause=n)
    return Finding(
        [content],
        StatementType.FREE_INDIRECT,
        list(previous.source),
        medium=previous.medium,
        clause=n,
        carries=previous.carries or previous,
    )


def _content(passage: Passage, n: int) -> Range:
    clause = passage.clauses[n]
    start, end = passage.sentence(clause.start)
    mains = [m for m in passage.clauses_in(start, end) if passage.clauses[m].kind == "main"]
    if mains == [n]:
        return start, end
    tree = passage.tree(n)
    return passage.trim(min(passage.clauses[m].start for m in tree), max(passage.clauses[m].end for m in tree))
