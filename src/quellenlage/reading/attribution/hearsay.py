"""Hearsay: *soll* with nobody named (*Der Fahrer soll eingeschlafen sein*), or going on with what was said."""

from collections.abc import Iterator
from math import log

from quellenlage.model import StatementType
from quellenlage.reading.attribution import judgement
from quellenlage.reading.attribution.antecedent import Told
from quellenlage.reading.attribution.passage import Finding, Passage, Range, covered
from quellenlage.reading.attribution.pronominal import may_mean
from quellenlage.reading.attribution.source import source_of

NEAR = 2
# How much likelier than a plan hearsay must be where the form is that of a plan: twice.
SURE = log(2)


def hearsay(passage: Passage, found: list[Finding]) -> Iterator[Finding]:
    """Give the *soll* sentences that report and do not plan; those that follow each other are one statement."""
    before, last = Told(passage, found), None
    for n in possible(passage, found):
        number = passage.sentence_number(passage.clauses[n].start)
        ahead = _planned(passage, n) or _set_for_a_day(passage, n)
        judged = not ahead and judgement.reports(passage, n, SURE if _to_be_done(passage, n) else 0.0)
        if not judged and not is_told(passage, n, before, last):
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


def possible(passage: Passage, found: list[Finding]) -> Iterator[int]:
    """Give the clauses with *soll* that stand in no statement yet, and are no question or order."""
    said = covered(passage, found)
    for n, clause in enumerate(passage.clauses):
        if clause.modal not in passage.words["hearsay"]["modals"] or clause.quoted or clause.finite is None:
            continue
        whole = clause.kind == "main" and clause.finite != clause.tokens[0]
        if whole and passage.read(n) and not said[clause.finite]:
            yield n


def is_told(passage: Passage, n: int, before: Told, last: Finding | None = None) -> bool:
    """Say whether a clause with *soll* is hearsay by its form, or goes on with what was said in the sentence before."""
    clause = passage.clauses[n]
    number = passage.sentence_number(clause.start)
    if _reports(passage, n):
        return True
    carried = before.just_said(number, last) or before.teller(number) is not None
    ahead = _planned(passage, n) or _set_for_a_day(passage, n)
    return (carried and not ahead) or (clause.tense == "Pres" and _plan_of(before, number, last))


def _plan_of(before: Told, number: int, last: Finding | None) -> bool:
    """Say whether a plan is that of who wants or demands in the sentence before, or goes on with one that is."""
    going_on = last is not None and bool(last.source) and before.passage.sentence_number(last.end - 1) == number - 1
    return going_on or number - 1 in before.reported or before.wanting(number)


def claims(passage: Passage, found: list[Finding]) -> Iterator[Finding]:
    """Give what somebody claims of himself by *will* with a perfect: *Der Zeuge will den Wagen gesehen haben*."""
    said = covered(passage, found)
    for n, clause in enumerate(passage.clauses):
        if clause.modal not in passage.words["hearsay"]["claiming"] or (clause.tense, clause.mood) != ("Pres", "Ind"):
            continue
        if clause.quoted or clause.finite is None or not passage.read(n) or said[clause.finite]:
            continue
        own = clause.kind == "main" and clause.subject is not None and not clause.passive and not _planned(passage, n)
        if own and _past_infinitive(passage, n) and "haben" in {passage.doc[i].lower_ for i in clause.verbs}:
            yield Finding([_content(passage, n)], StatementType.FREE_INDIRECT, source_of(passage, n), clause=n)


def _reports(passage: Passage, n: int) -> bool:
    """Say whether *soll* cannot be a plan: with a perfect (*geschlafen haben*), or of what is (*krank sein*)."""
    clause = passage.clauses[n]
    if clause.tense not in {"Pres", "Perf"}:
        return False
    return _past_infinitive(passage, n) or _state(passage, n)


def _past_infinitive(passage: Passage, n: int) -> bool:
    """Say whether the infinitive is of the perfect, and no time to come is set for what is to be done by then."""
    doc, clause = passage.doc, passage.clauses[n]
    participle = any(doc[i].tag_ in {"VVPP", "VAPP"} for i in clause.verbs)
    auxiliary = {doc[i].lower_ for i in clause.verbs if i != clause.finite}
    done = bool(auxiliary & {"haben", "worden"}) or not _planned(passage, n)
    return participle and done and bool(auxiliary & set(passage.words["hearsay"]["auxiliaries"]))


def _planned(passage: Passage, n: int) -> bool:
    """Say whether a word of the clause puts it into the time to come."""
    doc, words = passage.doc, passage.words["hearsay"]["planning"]
    return any(doc[i].lower_ in words for i in passage.clauses[n].tokens)


def _set_for_a_day(passage: Passage, n: int) -> bool:
    """Say whether what is to be done is set for a day: *Am Donnerstag soll es eine Versammlung geben*."""
    words = passage.words["hearsay"]["days"]
    named = any(passage.doc[i].lower_ in words for i in passage.clauses[n].tokens)
    return named and not _past_infinitive(passage, n)


def _to_be_done(passage: Passage, n: int) -> bool:
    """Say whether the infinitive is of what is yet to be done, by plan or purpose: *Er soll abgerissen werden*."""
    lasting = {*passage.words["hearsay"]["states"], *passage.words["hearsay"]["lasting"]}
    return not _past_infinitive(passage, n) and passage.clauses[n].lemma not in lasting


def _state(passage: Passage, n: int) -> bool:
    """Say whether the clause is of a state that holds now: a verb of state, and no time to come."""
    doc, clause, words = passage.doc, passage.clauses[n], passage.words["hearsay"]
    if clause.kind != "main" or clause.passive or any(doc[i].tag_ in {"VVPP", "VAPP"} for i in clause.verbs):
        return False
    return clause.lemma in words["states"] and not _planned(passage, n)


def _whole(passage: Passage, content: Range) -> bool:
    return passage.sentence(content[0])[0] == content[0] and passage.sentence(content[1] - 1)[1] == content[1]


def _finding(passage: Passage, n: int, content: Range, before: Told, number: int) -> Finding:
    previous = before.teller(number) or before.antecedent(number, content[0])
    far = previous is None or number - passage.sentence_number(previous.end - 1) > NEAR
    if previous is None or far or _of_himself(passage, n, previous):
        return Finding([content], StatementType.FREE_INDIRECT, clause=n)
    return Finding(
        [content],
        StatementType.FREE_INDIRECT,
        list(previous.source),
        medium=previous.medium,
        clause=n,
        carries=previous.carries or previous,
    )


def _of_himself(passage: Passage, n: int, previous: Finding) -> bool:
    """Say whether a *soll* sentence tells of who spoke before: then others say it. *Er soll alles gewusst haben.*"""
    subject = passage.clauses[n].subject
    return subject is not None and bool(previous.source) and may_mean(passage, subject[0], previous.source[0])


def _content(passage: Passage, n: int) -> Range:
    clause = passage.clauses[n]
    start, end = passage.sentence(clause.start)
    mains = [m for m in passage.clauses_in(start, end) if passage.clauses[m].kind == "main"]
    if mains == [n]:
        return start, end
    if clause.kind != "main" and clause.finite is not None:
        return passage.trim(clause.start, clause.finite + 1)
    tree = passage.tree(n)
    return passage.trim(min(passage.clauses[m].start for m in tree), max(passage.clauses[m].end for m in tree))
