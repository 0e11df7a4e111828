"""Sentence starts that form decides: main clauses behind a semicolon, a colon or a figure, and text under a heading.

The rules of German spelling (Amtliches Regelwerk 2018) give the semicolon to clauses of one rank, so that each of them
could stand as a sentence of its own (§ 80), and a capital behind a colon to a sentence of its own (§ 54, 1).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

STOPS = frozenset(".!?:;")
# No ordinal stands before one of these with a capital: „Der Rat nennt 23. Die Wacht schweigt.“
FIGURE = re.compile(r"\d+\.")
BEGINNING = frozenset(("ART", "PDAT", "PPER", "PPOSAT"))
FINITE = frozenset(("VVFIN", "VAFIN", "VMFIN"))
SUBORDINATE = frozenset(("KOUS", "KOUI", "PRELS", "PRELAT"))
CAPITALS = frozenset(("NN", "NE", "FM", "XY", "CARD", "ADJA", "TRUNC"))  # they may stand in capitals anywhere
OPENING, CLOSING = frozenset("(„»"), frozenset(")“«”")
LONGEST_HEADING = 8  # words
SHORTEST_LINE = 60  # characters of a paragraph's first line; a table's lines are shorter
ENDINGS = frozenset(".!?:;,")


def after_clauses(words: Sequence[str], tags: Sequence[str], starts: NDArray[np.bool_]) -> list[int]:
    """Places of words that begin a main clause behind another and a semicolon, a colon or a figure with a full stop.

    „Das Haus brannte; niemand kam um.“ „Die Lage war ernst: Am Abend fiel der Strom aus.“ „Er war 23. Sie war älter.“
    """
    found: list[int] = []
    begin = 0
    for i, word in enumerate(words[:-1]):
        if starts[i]:
            begin = i
        if FIGURE.fullmatch(word):
            begins = tags[i + 1] in BEGINNING and words[i + 1][0].isupper()
            if begins and _is_whole(words[begin:i], tags[begin:i]) and _is_clause(tags[i + 1 : _end(words, i + 1)]):
                found.append(i + 1)
                begin = i + 1
        elif word in STOPS:
            after = slice(i + 1, _end(words, i + 1))
            may = word == ";" or (word == ":" and _shows_start(words[i + 1], tags[i + 1]))
            if may and _is_whole(words[begin:i], tags[begin:i]) and _is_clause(tags[after]):
                found.append(i + 1)
            begin = i + 1
    return found


def _is_whole(words: Sequence[str], tags: Sequence[str]) -> bool:
    """Say whether a main clause stands here that no bracket and no quotation holds open."""
    opened = sum((word in OPENING) - (word in CLOSING) for word in words)
    return opened <= 0 and _is_clause(tags)


def _is_clause(tags: Sequence[str]) -> bool:
    return bool(tags) and tags[0] not in SUBORDINATE and not FINITE.isdisjoint(tags)


def _shows_start(word: str, tag: str) -> bool:
    return word[0].isupper() and tag not in CAPITALS


def _end(words: Sequence[str], begin: int) -> int:
    return next((i for i in range(begin, len(words)) if words[i] in STOPS), len(words))


def is_under_heading(doc: Doc, line: int, end: int, here: int) -> bool:
    """Say whether tokens ``line`` to ``end``, which one line break parts from token ``here``, are a heading over it.

    „Kosten“ alone on its line is one where a blank line stands before it and a long line that begins anew behind it.
    """
    words = [token for token in doc[line:end] if not token.is_space]
    if len(words) > LONGEST_HEADING or words[-1].text[-1] in ENDINGS:
        return False
    if line and doc[line - 1].text.count("\n") < 2:
        return False
    return doc[here].text[0].isupper() and _line_length(doc, here) > SHORTEST_LINE


def _line_length(doc: Doc, begin: int) -> int:
    """Characters from token ``begin`` to the end of its line, counted no further than they matter."""
    last = begin
    while last + 1 < len(doc) and "\n" not in doc[last].text and doc[last].idx - doc[begin].idx <= SHORTEST_LINE:
        last += 1
    return doc[last].idx - doc[begin].idx
