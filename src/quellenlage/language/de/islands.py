"""Stretches of a sentence that have clauses of their own: quotations and brackets."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import itemgetter

from spacy.tokens import Doc

from quellenlage.language.de.quotation_marks import quotations

BRACKETS = {"(": ")", "[": "]"}
FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})


def inside_quotation(doc: Doc, start: int, end: int) -> bool:
    """Say whether a sentence lies in one quotation from its first word to its last."""
    owners = doc.user_data.get("quotation_owners")
    if owners is None:
        owners = [-1] * len(doc)
        for n, q in enumerate(quotations(doc)):
            if not q.inner:
                owners[q.start : q.end] = [n] * (q.end - q.start)
        doc.user_data["quotation_owners"] = owners
    words = [i for i in range(start, end) if doc[i].is_alpha]
    return bool(words) and owners[words[0]] >= 0 and owners[words[0]] == owners[words[-1]]


def islands(doc: Doc, start: int, end: int) -> tuple[list[int], list[tuple[list[int], bool]]]:
    """Part the sentence into the tokens outside, and the quotations and brackets that have clauses of their own."""
    taken: dict[int, int] = {}
    found: list[tuple[list[int], bool]] = []
    for a, b, quoted in _island_ranges(doc, start, end):
        if a in taken or (b - 1) in taken:
            continue
        words = [i for i in range(a, b) if not doc[i].is_space and i not in taken]
        taken.update(dict.fromkeys(range(a, b), 1))
        found.append((words, quoted))
    return [i for i in range(start, end) if i not in taken and not doc[i].is_space], found


def _island_ranges(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    for q in _quotations_in(doc, start, end):
        a, b = max(q[0], start), min(q[1], end)
        if b - a < end - start and _is_island(doc, a, b, start):
            yield a, b, True
    i = start
    while i < end:
        close = BRACKETS.get(doc[i].text)
        stop = next((j for j in range(i + 1, min(i + 80, end)) if doc[j].text == close), None) if close else None
        if stop is not None and any(doc[j].tag_ in FINITE for j in range(i, stop)):
            yield i, stop + 1, False
            i = stop
        i += 1


def _quotations_in(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """Give the outer quotations with a token between two others; what a colon parts is one stretch here."""
    found: list[tuple[int, int]] | None = doc.user_data.get("outer_quotations")
    if found is None:
        found = [(q.start, q.end) for q in quotations(doc) if not q.inner]
        doc.user_data["outer_quotations"] = found
    first = bisect_right(found, start, key=itemgetter(1))
    return found[first : bisect_left(found, end, lo=first, key=itemgetter(0))]


def _is_island(doc: Doc, a: int, b: int, start: int) -> bool:
    """Say whether a quotation has clauses of its own and is no part of the clause around it."""
    if not any(doc[i].tag_ in FINITE for i in range(a, b)):
        return False
    before = a - 1
    while before >= start and (doc[before].is_space or doc[before].tag_ == "$,"):
        before -= 1
    if before < start:
        return True
    if doc[before].tag_ in {"KOUS", "KOUI"}:
        return False
    first = doc[a + 1] if a + 1 < b else doc[a]
    return (
        a - 1 != before
        or doc[before].tag_ == "$."
        or (first.text[:1].isupper() and first.tag_ not in {"NN", "NE", "NNA"})
    )
