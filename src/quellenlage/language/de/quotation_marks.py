"""Quotation marks in every German style, paired; an unclosed one never swallows the text.

Outer marks „…“ »…« «…» "…" “…”, inner ones ‚…‘ ›…‹ ‹…› '…'.
"""

import re
from typing import NamedTuple

from spacy.tokens import Doc

DOUBLE, SINGLE = frozenset('„“”"»«'), frozenset("‚‘’›‹")
CLOSERS = {"„": '“”"', "»": "«", "«": "»", "“": "”“", "”": "”", "‚": "‘’", "›": "‹", "‹": "›", "‘": "’"}
BLANK_LINE = re.compile(r"\n\s*\n")
LONGEST = 600
DEEPEST = 4


class Quotation(NamedTuple):
    """Token range of a quotation with its marks, ``end`` exclusive; ``closed``: whether the second mark is there."""

    start: int
    end: int
    closed: bool
    inner: bool


def quotations(doc: Doc) -> tuple[Quotation, ...]:
    """Give the quotations of ``doc`` in text order, computed once for a ``Doc``."""
    found: tuple[Quotation, ...] | None = doc.user_data.get("quotations")
    if found is None:
        found = tuple(sorted(_pair(doc)))
        doc.user_data["quotations"] = found
    return found


def _pair(doc: Doc) -> list[Quotation]:
    out: list[Quotation] = []
    waiting: list[tuple[int, str]] = []
    for i, token in enumerate(doc):
        mark = token.text if token.text in DOUBLE or token.text in SINGLE else ""
        if token.is_space and token.text.count("\n") > 1:
            out += _abandon(doc, waiting, i)
        if not mark:
            if waiting and len(token.text) > 1 and any(c in CLOSERS.get(waiting[-1][1], "") for c in token.text):
                del waiting[-1]  # a name in a compound: „Bild“-Zeitung
            continue
        place = next((n for n in range(len(waiting) - 1, -1, -1) if _closes(doc, waiting[n], i, mark)), None)
        if place is not None:
            start, opener = waiting[place]
            del waiting[place:]
            if i > start + 1:
                out.append(Quotation(start, i + 1, True, bool(waiting) or opener in SINGLE))
        elif _opens(doc, i, mark):
            waiting.append((i, mark))
            del waiting[:-DEEPEST]
    return out + _abandon(doc, waiting, len(doc))


def _closes(doc: Doc, waiting: tuple[int, str], i: int, mark: str) -> bool:
    start, opener = waiting
    if i - start > LONGEST:
        return False
    return mark == '"' if opener == '"' else mark in CLOSERS.get(opener, "")


def _opens(doc: Doc, i: int, mark: str) -> bool:
    """Say whether the mark can open: something follows without a space, and nothing is glued before it."""
    if i + 1 >= len(doc) or doc[i].whitespace_ or doc[i + 1].is_space:
        return mark in "„»" and i + 1 < len(doc)
    before = doc[i - 1] if i else None
    glued = before is not None and not before.whitespace_ and not before.is_space and before.is_alpha
    return not glued and (mark in CLOSERS or mark == '"')


def _abandon(doc: Doc, waiting: list[tuple[int, str]], limit: int) -> list[Quotation]:
    """At a blank line, end what is open at the end of its first sentence, unless the next paragraph goes on quoting."""
    if not waiting:
        return []
    start = waiting[0][0]
    if _goes_on(doc, waiting, limit):
        return []
    waiting.clear()
    end = start + 1
    while end < limit and "\n" not in doc[end].text and not (end > start + 1 and _begins_anew(doc, end)):
        end += 1
    return [Quotation(start, end, False, False)] if end > start + 2 else []


def _begins_anew(doc: Doc, i: int) -> bool:
    """Say whether a sentence begins that no colon and no semicolon ties to the one before."""
    return bool(doc[i].is_sent_start) and doc[i - 1].text not in {":", ";"}


def _goes_on(doc: Doc, waiting: list[tuple[int, str]], i: int) -> bool:
    """Say whether the paragraph behind a blank line opens with the same mark again or closes without opening."""
    opener = waiting[0][1]
    if i + 1 >= len(doc) or opener == '"':
        return False
    for token in doc[i + 1 : i + 1 + LONGEST]:
        if token.text == opener:
            if token.i == i + 1:
                waiting.clear()
            return False
        if token.text in CLOSERS.get(opener, ""):
            return True
        if token.is_space and token.text.count("\n") > 1:
            return False
    return False
