"""Tokens: spaCy's German rules, kept from endless runs, and what they leave glued together set apart."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Doc

YEAR_AND_STOP = re.compile(r"\d{3,}\.")
# A run is peeled from its ends one character at a time, each time whole: that grows with its square.
LONG_RUN = re.compile(r"\S{200}(?=\S)")


class BoundedTokenizer:
    """spaCy's tokenizer over a text whose runs without a space are cut after every 200 characters."""

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """Part ``text`` into tokens; ``doc.text`` is ``text``."""
        cuts = [match.end() for match in LONG_RUN.finditer(text)]
        parts: Iterator[Doc] = (self.tokenizer(text[a:b]) for a, b in pairwise([0, *cuts, len(text)]))
        first = next(parts)
        return _doc([first, *parts], lambda word: (word,)) if cuts else first


def split_tokens(doc: Doc) -> Doc:
    """Split ``1994.`` into year and full stop; ordinals of days (``16.``) stay whole."""
    if not any(_glued(token.text) for token in doc):
        return doc
    return _doc([doc], lambda word: (word[:-1], ".") if _glued(word) else (word,))


def _glued(word: str) -> bool:
    return word[-1] == "." and YEAR_AND_STOP.fullmatch(word) is not None


def _doc(parts: Iterable[Doc], split: Callable[[str], tuple[str, ...]]) -> Doc:
    """Put documents together, each word split; what is split has its space behind the last part."""
    words: list[str] = []
    spaces: list[bool] = []
    for part in parts:
        vocab = part.vocab
        for token in part:
            pieces = split(token.text)
            words += pieces
            spaces += [False] * (len(pieces) - 1) + [bool(token.whitespace_)]
    return Doc(vocab, words=words, spaces=spaces)
