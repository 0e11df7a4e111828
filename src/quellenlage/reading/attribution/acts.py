"""Reported acts: the clause itself says what was said (*Die Gewerkschaft forderte höhere Löhne*)."""

from collections.abc import Iterator

from quellenlage.model import Medium, Stance, StatementType
from quellenlage.reading.attribution.act_verbs import act_of
from quellenlage.reading.attribution.gapped import gapped
from quellenlage.reading.attribution.passage import Finding, Passage, Range, covered
from quellenlage.reading.attribution.quoted import is_called, is_name
from quellenlage.reading.attribution.source import source_of


def acts(passage: Passage, found: list[Finding]) -> Iterator[Finding]:
    """Give the clauses that report an act of speech by its verb and object."""
    governing = {f.clause for f in found if f.clause is not None and f.type is StatementType.INDIRECT}
    last: Finding | None = None
    said = covered(passage, found)
    for n, clause in enumerate(passage.clauses):
        if (
            clause.quoted
            or clause.finite is None
            or n in governing
            or not passage.read(n)
            or clause.kind == "complement"
        ):
            continue
        act = act_of(passage, n)
        if act is None or said[clause.finite] or not (act.get("answering") or _foreground(passage, n)):
            continue
        if act["name"] in passage.words["quoting"]["acts"] and has_quotation(passage, n):
            continue
        if _opens_quotation(passage, n):
            continue
        source = source_of(passage, n)
        if not source or passage.doc[source[0][0]].tag_ in {"PWS"}:
            continue
        content = _content(passage, n)
        if (
            last is not None
            and clause.joined
            and passage.sentence_number(last.start) == passage.sentence_number(content[0])
            and last.source == source
        ):
            last.content = [(min(last.start, content[0]), max(last.end, content[1]))]
            continue
        last = Finding(
            [content],
            StatementType.REPORTED,
            source,
            medium=Medium(act["medium"]),
            stance=Stance(act["stance"]),
            clause=n,
        )
        yield last
        beside = gapped(passage, last, act)
        if beside is not None:
            yield beside


def _opens_quotation(passage: Passage, n: int) -> bool:
    """Say whether what somebody says follows word for word behind a colon: *Das Amt wies das von sich: „…“*."""
    doc, end = passage.doc, passage.clauses[n].end
    return end + 1 < len(doc) and doc[end].text == ":" and passage.quoted_by[end + 1] is not None


def _foreground(passage: Passage, n: int) -> bool:
    """Say whether a clause tells what was said now, and is no background and no denial that it was said."""
    clause = passage.clauses[n]
    pointing = any(passage.doc[i].tag_ == "PDS" for a, b in clause.objects for i in range(a, b))
    untrue = passage.words["denying"]["predicates"]
    # „Das sagte er“ says nothing anew, „er nannte das falsch“ does.
    pointing = pointing and not any(passage.doc[i].lower_ in untrue for i in clause.tokens)
    figure = (act_of(passage, n) or {}).get("figure")
    before = clause.tense == "Pluperf" and not figure
    return clause.kind != "relative" and not before and not clause.negated and not pointing


def has_quotation(passage: Passage, n: int) -> bool:
    """Say whether a clause holds a quotation that is no name, or that something is called."""
    clause = passage.clauses[n]
    inside = [q for q in passage.quotations_in(clause.start) if clause.start <= q.start < clause.end]
    return any(is_called(passage, q.start) or not is_name(passage, q.start, q.end) for q in inside)


def _content(passage: Passage, n: int) -> Range:
    """Give the sentence with its full stop, or the clause with what depends on it where there are more main clauses."""
    clause = passage.clauses[n]
    start, end = passage.sentence(clause.start)
    beside = _told_beside(passage, n)
    tree = passage.tree(n) - beside
    mains = {m for m in passage.clauses_in(start, end) if passage.clauses[m].kind == "main"}
    if clause.kind == "main" and mains <= tree and not beside:
        return start, end
    first, last = min(passage.clauses[m].start for m in tree), max(passage.clauses[m].end for m in tree)
    return first, (end if last >= end - 1 and passage.doc[end - 1].text == "." else last)


def _told_beside(passage: Passage, n: int) -> set[int]:
    """Give the clauses that stand beside one and are not its word: *Die Wacht spricht von drei, das Amt zählt vier*.

    So is a clause that sets against it what another says: *während die Wacht von drei spricht*.
    """
    beside: set[int] = set()
    for m in passage.children[n]:
        clause = passage.clauses[m]
        if clause.quoted or clause.mood == "Sub" or clause.subject in {None, passage.clauses[n].subject}:
            continue
        later = clause.start > passage.clauses[n].start and passage.doc[clause.start - 1].text in {",", ";", "und"}
        if (clause.kind == "main" and later) or (clause.kind == "adverbial" and act_of(passage, m) is not None):
            beside |= passage.tree(m)
    return beside
