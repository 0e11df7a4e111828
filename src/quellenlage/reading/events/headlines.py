"""Headlines: short lines that end without a full stop, and tell the past in the present tense."""

from quellenlage.reading.events.context import Context

LONGEST = 24


def in_headline(context: Context, token: int) -> bool:
    """Say whether a token stands in a short line that ends without a full stop."""
    sentence = context.doc[token].sent
    if len(sentence) > LONGEST:
        return False
    last = next((t for t in reversed(list(sentence)) if not t.is_space), None)
    return last is not None and last.tag_ != "$."
