"""Reported acts: the clause itself says what was said (*Die Gewerkschaft forderte höhere Löhne*)."""

from collections.abc import Iterator
from typing import Any

from quellenlage.model import Medium, Stance, StatementType
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
    return clause.kind != "relative" and clause.tense != "Pluperf" and not clause.negated and not pointing


def speaks(passage: Passage, n: int) -> bool:
    """Say whether a clause reports an act of speech."""
    return act_of(passage, n) is not None


def has_quotation(passage: Passage, n: int) -> bool:
    """Say whether a clause holds a quotation that is no name, or that something is called."""
    clause = passage.clauses[n]
    inside = [q for q in passage.quotations_in(clause.start) if clause.start <= q.start < clause.end]
    return any(is_called(passage, q.start) or not is_name(passage, q.start, q.end) for q in inside)


def act_of(passage: Passage, n: int) -> dict[str, Any] | None:
    """Give the kind of act that a clause reports by its verb and object."""
    clause = passage.clauses[n]
    if clause.modal is not None and clause.modal not in passage.words["acting"]["modals"]:
        return None
    for act in passage.words["act"]:
        if clause.lemma not in act["lemmas"] or (act.get("addressed") and not _addresses(passage, n)):
            continue
        if _has_object(passage, n, act["objects"]):
            found: dict[str, Any] = act
            return found
    return None


def _addresses(passage: Passage, n: int) -> bool:
    """Say whether a clause names whom it calls on, as an object without a preposition."""
    doc = passage.doc
    bare = [(a, b) for a, b in passage.clauses[n].objects if a == 0 or doc[a - 1].tag_ not in {"APPR", "APPRART"}]
    return any(doc[i].tag_ in {"NN", "NE", "NNA", "PPER"} for a, b in bare for i in range(a, b))


def _has_object(passage: Passage, n: int, kinds: list[str]) -> bool:
    clause, doc = passage.clauses[n], passage.doc
    words = {doc[i].lower_ for i in clause.tokens}
    if "none" in kinds:
        # „Die Angaben widersprechen sich“ denies nothing.
        return not any(doc[i].tag_ == "PRF" for i in clause.tokens)
    if clause.lemma in passage.words["no_act"]["reflexive"] and any(doc[i].tag_ == "PRF" for i in clause.tokens):
        return False
    if "acc" in kinds:
        if any(
            doc[i].lower_.endswith(tuple(passage.words["no_act"]["objects"]))
            for a, b in clause.objects
            for i in range(a, b)
        ):
            return False
        if _measure(passage, n):
            return True
        objects = [doc[i].tag_ for a, b in clause.objects for i in range(a, b)]
        return clause.passive or any(tag in {"NN", "NE", "NNA", "PDS"} for tag in objects)
    return any(kind in words for kind in kinds)


def _measure(passage: Passage, n: int) -> bool:
    """Say whether somebody demands a length of time: *forderte fünf Jahre Haft*."""
    clause = passage.clauses[n]
    demands = any(clause.lemma in act["lemmas"] for act in passage.words["act"] if act["name"] == "demand")
    bare = (group for group in passage.groups_in(n) if group.preposition is None and group.bare != clause.subject)
    return demands and any(passage.doc[group.start].tag_ == "CARD" for group in bare)


def _content(passage: Passage, n: int) -> Range:
    """Give the sentence with its full stop, or the clause with what depends on it where there are more main clauses."""
    clause = passage.clauses[n]
    start, end = passage.sentence(clause.start)
    tree = passage.tree(n)
    mains = {m for m in passage.clauses_in(start, end) if passage.clauses[m].kind == "main"}
    if clause.kind == "main" and mains <= tree:
        return start, end
    first, last = min(passage.clauses[m].start for m in tree), max(passage.clauses[m].end for m in tree)
    return first, (end if last >= end - 1 and passage.doc[end - 1].text == "." else last)
