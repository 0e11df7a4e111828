"""Headlines: short lines that end without a full stop, and tell the past in the present tense."""

from itertools import takewhile

from quellenlage.reading.events.context import Context

LONGEST = 24
CALLS = ("!", "?")


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
    start = text.rfind("\n", 0, begin) + 1
    closes = not text[end + 1 :].split("\n", 1)[0].strip() and "\n" in text[end:]
    return closes and not any(line.rstrip().endswith(".") for line in text[: max(0, start)].split("\n"))


def is_lead(context: Context, token: int) -> bool:
    """Say whether a token stands in the first sentence below the headlines."""
    start = context.doc[token].sent.start
    before = takewhile(lambda sentence: sentence.start < start, context.doc.sents)
    return not in_headline(context, token) and all(in_headline(context, sentence.start) for sentence in before)
