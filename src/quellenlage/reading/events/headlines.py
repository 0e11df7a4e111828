"""Headlines: short lines that end without a full stop, and tell the past in the present tense."""

import re
from functools import lru_cache
from itertools import takewhile

from quellenlage.reading.events.context import Context

LONGEST = 24
CALLS = ("!", "?")
FULL_STOP = re.compile(r"\.[^\S\n]*$", re.MULTILINE)


def in_headline(context: Context, token: int) -> bool:
    """Say whether a token stands in a short line that ends without a full stop; above the text it may be a call."""
    sentence = context.doc[token].sent
    if len(sentence) > LONGEST:
        return False
    last = next((t for t in reversed(list(sentence)) if not t.is_space), None)
    if last is None:
        return False
    return last.tag_ != "$." or (last.text in CALLS and _is_above(context, sentence[0].idx, last.idx))


def _is_above(context: Context, begin: int, end: int) -> bool:
    """Say whether a stretch is the end of a line, and no line before it ends with a full stop."""
    text = context.report.text
    close = text.find("\n", end)
    return close >= 0 and not text[end + 1 : close].strip() and begin <= body(text)


@lru_cache(maxsize=64)
def body(text: str) -> int:
    """Give where the first line begins that ends with a full stop, the length of a text that has none."""
    found = FULL_STOP.search(text)
    return text.rfind("\n", 0, found.start()) + 1 if found else len(text)


def is_lead(context: Context, token: int) -> bool:
    """Say whether a token stands in the first sentence below the headlines."""
    start = context.doc[token].sent.start
    before = takewhile(lambda sentence: sentence.start < start, context.doc.sents)
    return not in_headline(context, token) and all(in_headline(context, sentence.start) for sentence in before)
