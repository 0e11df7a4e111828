"""Whose word it still is: sentences in Konjunktiv that name nobody, and quotations that stand alone."""

from collections.abc import Iterator

from quellenlage.model import Medium, StatementType
from quellenlage.reading.attribution.act_verbs import speaks
from quellenlage.reading.attribution.antecedent import Told
from quellenlage.reading.attribution.cues import is_own_voice, reports, verb_cue
from quellenlage.reading.attribution.passage import Finding, Passage, Range, covered


def carried_on(passage: Passage, found: list[Finding]) -> Iterator[Finding]:
    """Give the sentences that go on with what somebody said before, by their mood; neighbours become one statement."""
    before, said = Told(passage, found), covered(passage, found)
    open_: Finding | None = None
    for number, (start, end) in enumerate(passage.sentences):
        told = before.just_said(number, open_) or number - 1 in before.reported
        clauses = _top(passage, start, end, said, told)
        if not clauses:
            open_ = None
            continue
        content = _content(passage, clauses, start, end)
        if content is None:
            continue
        new = open_ is None and content[0] == start
        previous = (before.teller(number) if new else None) or before.antecedent(number, content[0])
        whole = content == (start, end)
        if open_ is not None and whole and _same(open_, previous):
            open_.content.append(content)
            continue
        own = _own_report(passage, clauses[0])
        previous = None if own else previous
        source = own or (list(previous.source) if previous else [])
        finding = Finding([content], StatementType.INDIRECT_FREE_INDIRECT, source, clause=clauses[0])
        if previous is not None:
            finding.medium = previous.medium
            finding.carries = previous.carries or previous
        yield finding
        open_ = finding if whole else None


def _own_report(passage: Passage, n: int) -> list[Range]:
    """Give the *wir* whose own report it is: *Am Samstag haben wir berichtet, der Damm sei alt*."""
    clause = passage.clauses[n]
    begin, end = passage.sentence(clause.start)[0], clause.finite or clause.start
    for m in passage.clauses_in(begin, end):
        subject = passage.clauses[m].subject
        if m != n and subject is not None and is_own_voice(passage, m) and reports(passage, m):
            return [subject]
    return []


def _same(open_: Finding, previous: Finding | None) -> bool:
    return previous is None or list(previous.source) == list(open_.source) or previous.start < open_.start


def _top(passage: Passage, start: int, end: int, said: bytearray, just_said: bool) -> list[int]:
    """Give the main clauses of a sentence that are in Konjunktiv and in no statement yet."""
    out = []
    for n in passage.clauses_in(start, end):
        clause = passage.clauses[n]
        if clause.kind != "main" or clause.quoted or clause.finite is None or not _mood(passage, n, just_said):
            continue
        if said[clause.finite]:
            continue
        if (
            clause.finite == clause.tokens[0]
            and clause.parent is None
            and passage.children[n] == []
            and n + 1 < len(passage.clauses)
        ):
            continue
        out.append(n)
    return out


def _mood(passage: Passage, n: int, just_said: bool) -> bool:
    """Konjunktiv I, or the Konjunktiv II that stands for it in the plural (*hätten*, *seien* …)."""
    clause = passage.clauses[n]
    if clause.konjunktiv == 1:
        return True
    return (
        just_said
        and clause.konjunktiv == 2
        and clause.modal is None
        and not any(
            passage.clauses[c].kind == "adverbial" and passage.clauses[c].konjunktiv == 2 for c in passage.children[n]
        )
    )


def _content(passage: Passage, clauses: list[int], start: int, end: int) -> Range | None:
    """Give the whole sentence where its first main clause goes on, else the part from the clause that does."""
    mains = [
        n
        for n in passage.clauses_in(start, end)
        if passage.clauses[n].kind == "main" and passage.clauses[n].finite is not None
    ]
    if mains and mains[0] in clauses:
        own = next((passage.clauses[n].start for n in mains[1:] if _own_voice(passage, n)), end)
        return (start, end) if own == end else passage.trim(start, own)
    begin = passage.clauses[clauses[0]].start
    return (begin, end - 1) if end - 1 > begin else None


def _own_voice(passage: Passage, n: int) -> bool:
    """Say whether a coordinated clause is the report's own word again: *Er halte das für richtig und nannte es …*."""
    clause = passage.clauses[n]
    return clause.joined and clause.mood == "Ind" and (verb_cue(passage, n) is not None or speaks(passage, n))


def speakers_of_quotations(passage: Passage, found: list[Finding]) -> None:
    """Give a quotation that stands alone the source of the statement before it, where that is near."""
    ordered = sorted(found, key=lambda f: f.start)
    told = Told(passage, found)
    for n, finding in enumerate(ordered):
        if finding.type is not StatementType.DIRECT or finding.source or finding.cue:
            continue
        number = passage.sentence_number(finding.start)
        teller = told.teller(number)
        if teller is not None:
            finding.source = list(teller.source)
            continue
        for before in reversed(ordered[:n]):
            if number - passage.sentence_number(before.end - 1) > 2:
                break
            if before.source:
                finding.source = list(before.source)
                if number - passage.sentence_number(before.end - 1) <= 1:
                    finding.cue, finding.frame = list(before.cue), list(before.frame)
                finding.medium = before.medium if before.medium is not Medium.ST else Medium.SPEECH
                break
