"""What tests of attribution ask again and again: the statements of a text, and the words of some of its spans."""

from collections.abc import Sequence

from quellenlage.language import load
from quellenlage.model import Report, Span, Statement
from quellenlage.reading import attribution

LANGUAGE = load("de")


def read(text: str) -> list[Statement]:
    """Give the statements of a text."""
    return list(attribution.read(LANGUAGE.nlp(text), Report(uri="-", text=text), LANGUAGE))


def part(text: str, spans: Sequence[Span]) -> str:
    """Give the words of some spans."""
    return " … ".join(text[a:b] for a, b in spans)
