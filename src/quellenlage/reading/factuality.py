"""How firmly a clause is put, relative to its source: FactBank's values (Saurí and Pustejovsky 2009) with their marks.

Konjunktiv I marks whose word it is, and no doubt of it: what an official says in it is certain for that official.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from spacy.tokens import Doc

from quellenlage.language import Language
from quellenlage.model import Factuality, Span, Spans

if TYPE_CHECKING:
    from quellenlage.language.de.clauses import Clause

ORDER = ("CT", "PR", "PS", "Uu")
DEEPEST = 4


class Mark(NamedTuple):
    """A grade with the token that is its evidence; ``flips`` says that it turns the polarity."""

    grade: str
    token: int
    flips: bool = False


def assess(doc: Doc, clause: "Clause", language: Language) -> tuple[Factuality, Spans]:
    """Give the factuality of what ``clause`` says for whoever says it, with the spans of the words it rests on."""
    words = language.table("factuality")
    found = {
        *_own(doc, clause, words),
        *_above(doc, clause, language, words),
        *_under_condition(doc, clause, language, words),
    }
    marks = sorted(found, key=lambda mark: mark.token)
    weakest = max((ORDER.index(mark.grade) for mark in marks), default=0)
    negative = sum(mark.flips for mark in marks) % 2 == 1
    spans = tuple(Span(doc[i].idx, doc[i].idx + len(doc[i])) for i in sorted({mark.token for mark in marks}))
    if ORDER[weakest] == "Uu":
        return Factuality.UNCOMMITTED, spans
    return Factuality(ORDER[weakest] + ("-" if negative else "+")), spans


def assess_range(doc: Doc, ranges: list[tuple[int, int]], language: Language) -> tuple[Factuality, Spans]:
    """Give the factuality of the outermost clause in some token ranges, or of the clause that they are a part of."""
    clauses, owners = language.clauses(doc), _owners(doc, language)
    held = sorted({owners[i] for a, b in ranges for i in range(a, b)} - {-1})
    whole = [n for n in held if clauses[n].verbs and any(a <= clauses[n].verbs[0] < b for a, b in ranges)]
    outer = next((n for n in whole if clauses[n].parent not in whole), held[0] if held else None)
    if outer is None:
        return Factuality.UNCOMMITTED, ()
    return assess(doc, clauses[_judged(doc, outer, whole, language)], language)


def _judged(doc: Doc, outer: int, whole: list[int], language: Language) -> int:
    """Give the clause that a judgement is about: in *es sei möglich, dass …* the complement."""
    clauses = language.clauses(doc)
    words = {word for group in language.table("factuality")["above_adjective"] for word in group["words"]}
    if not any(doc[i].lower_ in words for i in clauses[outer].tokens):
        return outer
    return next((n for n in whole if clauses[n].parent == outer and clauses[n].kind == "complement"), outer)


def _owners(doc: Doc, language: Language) -> list[int]:
    """Give the clause of each token, -1 for none; computed once for a ``Doc``."""
    owners: list[int] | None = doc.user_data.get("clause_owners")
    if owners is None:
        owners = [-1] * len(doc)
        for n, clause in enumerate(language.clauses(doc)):
            for i in clause.tokens:
                owners[i] = n
        doc.user_data["clause_owners"] = owners
    return owners


def _own(doc: Doc, clause: "Clause", words: dict[str, Any]) -> Iterator[Mark]:
    yield from _adverbs(doc, clause, words)
    yield from _modal(doc, clause, words)
    yield from _negations(doc, clause, words)
    finite = clause.finite
    if finite is not None and clause.konjunktiv == 2 and doc[finite].lower_ in words["conditional"]["forms"]:
        yield Mark(words["conditional"]["grade"], finite)
    if clause.subordinator is not None:
        subordinator = doc[clause.subordinator].lower_
        if subordinator in words["open_clauses"]["subordinators"]:
            yield Mark("Uu", clause.subordinator)
        if subordinator in words["denying_subordinators"]["words"]:
            yield Mark("CT", clause.subordinator, True)
    elif (
        clause.kind == "main" and finite is not None and finite == clause.tokens[0] and _conditional_order(doc, clause)
    ):
        yield Mark("Uu", finite)
    end = clause.end
    if clause.kind == "main" and end < len(doc) and doc[end].text == "?":
        yield Mark("Uu", end)


def _conditional_order(doc: Doc, clause: "Clause") -> bool:
    """Say whether a clause that begins with its verb is a condition: *Sollte es regnen, …*."""
    begins = clause.start == 0 or doc[clause.start].is_sent_start
    return bool(begins) and clause.end < len(doc) and doc[clause.end].text == ","


def _adverbs(doc: Doc, clause: "Clause", words: dict[str, Any]) -> Iterator[Mark]:
    for i in clause.tokens:
        if doc[i].tag_ in {"ADV", "ADJD", "PTKNEG"} and not _in_noun_phrase(doc, i):
            for group in words["word"]:
                if doc[i].lower_ in group["words"]:
                    yield Mark(group["grade"], i)


def _in_noun_phrase(doc: Doc, i: int) -> bool:
    """Say whether an adverb belongs to an adjective alone: *ein womöglich gefälschter Brief liegt vor*."""
    inside = 0 < i < len(doc) - 1 and doc[i - 1].tag_ in {"ART", "APPRART", "PPOSAT", "PDAT"}
    return inside and doc[i + 1].tag_ == "ADJA"


def _modal(doc: Doc, clause: "Clause", words: dict[str, Any]) -> Iterator[Mark]:
    finite = clause.finite
    if finite is None or not doc[finite].tag_.startswith("VM"):
        return
    form = " ".join([*doc[finite].morph.get("Mood", []), *doc[finite].morph.get("Tense", [])])
    for group in words["modal"]:
        if doc[finite].lemma_ == group["lemma"] and form in group["forms"]:
            yield Mark(group["grade"], finite)


def _negations(doc: Doc, clause: "Clause", words: dict[str, Any]) -> Iterator[Mark]:
    if not clause.negated:
        return
    for n, i in enumerate(clause.tokens):
        following = clause.tokens[n + 1] if n + 1 < len(clause.tokens) else i
        if _negates(doc, i, words) and doc[following].lower_ not in words["no_negation_before"]["words"]:
            yield Mark("CT", i, True)


def _negates(doc: Doc, i: int, words: dict[str, Any]) -> bool:
    token, negators = doc[i], tuple(words["negators"]["beginnings"])
    return token.tag_ == "PTKNEG" or (token.tag_ in {"PIAT", "PIS", "ADV"} and token.lower_.startswith(negators))


def _taken_up(clause: "Clause", group: dict[str, Any]) -> bool:
    """Say whether the verb above bears on a clause: not where a negated one answers (*er bestritt: Das sei nie so*)."""
    answers = group["polarity"] == "-" and clause.negated
    return clause.kind != "main" or (clause.mood == "Sub" and not answers)


def _above(doc: Doc, clause: "Clause", language: Language, words: dict[str, Any]) -> Iterator[Mark]:
    """Give what the clause above says of this one, where this one is its complement."""
    if clause.parent is None or clause.kind not in {"complement", "infinitive", "main"}:
        return
    above = language.clauses(doc)[clause.parent]
    if (
        above.kind == "verbless"
        or above.start > clause.start
        or (clause.subordinator is not None and clause.kind == "infinitive")
    ):
        return
    negations = [i for i in above.tokens if _negates(doc, i, words)]
    for group in words["above"]:
        if above.lemma in group["lemmas"] and _taken_up(clause, group):
            yield Mark(group["grade"], above.verbs[-1], group["polarity"] == "-")
            if negations and group["grade"] != "Uu":
                yield Mark("PS" if group["polarity"] == "-" else "PR", negations[0], True)
    for group in words["above_adjective"]:
        for i in above.tokens:
            if doc[i].lower_ in group["words"]:
                yield Mark(group["grade"], i)


def _under_condition(doc: Doc, clause: "Clause", language: Language, words: dict[str, Any]) -> Iterator[Mark]:
    """Give the mark of a condition right before a future: *Wenn der Rat zustimmt, wird das Bad schließen*."""
    before = clause.start - 2
    if clause.kind != "main" or clause.tense != "Fut" or before < 0 or doc[before + 1].text != ",":
        return
    clauses, owners = language.clauses(doc), _owners(doc, language)
    n: int | None = owners[before] if owners[before] >= 0 else None
    for _ in range(DEEPEST):
        if n is None or clauses[n] is clause:
            return
        one = clauses[n]
        open_ = one.subordinator is not None and doc[one.subordinator].lower_ in words["conditions"]["subordinators"]
        inverted = one.kind == "main" and one.finite == one.tokens[0] and _conditional_order(doc, one)
        if open_ or inverted:
            yield Mark("Uu", one.subordinator if one.subordinator is not None else one.tokens[0])
            return
        n = one.parent
