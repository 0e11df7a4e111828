"""The encoder as a part of a spaCy pipeline: tags, morphology, lemmas, trees, names and sentences on a `Doc`."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from quellenlage.language.de.encoder.boundaries import is_under_heading
from quellenlage.language.de.encoder.encoder import Encoder, Lines, Word

if TYPE_CHECKING:
    from thinc.types import Ints2d

    from quellenlage.language.de.encoder.network import Network

NAMES = frozenset(("PER", "ORG", "LOC", "MISC"))
PARTS = "name_parts"  # span group: GermEval's LOCpart (`EU-Angaben`), LOCderiv (`deutsch`) and the like
_COLUMNS: list[str | int] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE"]
_NAME_COLUMNS = slice(6, 8)
_INSIDE, _OUTSIDE, _BEGIN = 1, 2, 3
_NAME_TAGS = {f"{p}-{n}": (_BEGIN if p == "B" else _INSIDE, n) for p in "BI" for n in sorted(NAMES)}
_SPACE = Word(tag="_SP", pos="SPACE", morph="", lemma="", head=0, dep="dep", name="O", begins_sentence=False)


class Annotator:
    """Sets tag_, pos_, morph, lemma_, dep_, head, ent_iob_, ent_type_, tensor and sentence starts of a tokenised `Doc`.

    What it sets depends on the Doc's words and blank lines alone, never on other texts.
    """

    def __init__(
        self,
        vocab: Vocab,
        encoder: Encoder,
        judges: dict[str, NDArray[np.float32]] | None = None,
        networks: dict[str, Network] | None = None,
    ) -> None:
        self._encoder = encoder
        self.judges = judges or {}
        self.networks = networks or {}
        # spaCy numbers strings by a 64-bit hash; the columns hold it as a signed integer until they are cast
        self._number = lru_cache(maxsize=1 << 16)(lambda text: _signed(vocab.strings.add(text)) if text else 0)
        self._morph = lru_cache(maxsize=1 << 12)(lambda morph: _signed(vocab.morphology.add(morph)))

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc` in place."""
        places = [i for i, token in enumerate(doc) if not token.is_space]
        if not places:
            return doc
        words = [doc[i].text for i in places]
        found, vectors = self._encoder.read_with_vectors(words, _lines(doc, places))
        if len(vectors):
            doc.tensor = np.zeros((len(doc), vectors.shape[1]), dtype=np.float32)
            doc.tensor[places] = vectors
        doc.from_array(_COLUMNS, cast("Ints2d", self._columns(doc, places, found)))
        parts = (chunk for chunk in _chunks(places, found) if chunk[2] not in NAMES)
        doc.spans[PARTS] = [Span(doc, begin, end, label=label) for begin, end, label in parts]
        return doc

    def _columns(self, doc: Doc, places: list[int], found: list[Word]) -> NDArray[np.uint64]:
        """One row a token: the numbers of `_COLUMNS`; a space hangs from the word before it."""
        rows = np.empty((len(doc), len(_COLUMNS)), dtype=np.int64)
        at = dict(zip(places, found, strict=True))
        previous = places[0]
        for i in range(len(doc)):
            word = at.get(i)
            if word is None:
                rows[i] = self._row(_SPACE, doc[i].text, previous - i)
            else:
                rows[i] = self._row(word, word.lemma, places[word.head] - i)
                if word.name.startswith("I-"):
                    rows[previous + 1 : i, _NAME_COLUMNS] = rows[i, _NAME_COLUMNS]
                previous = i
        return rows.astype(np.uint64)

    def _row(self, word: Word, lemma: str, offset: int) -> tuple[int, ...]:
        begin, label = _NAME_TAGS.get(word.name, (_OUTSIDE, ""))
        return (
            self._number(word.tag),
            self._number(word.pos),
            self._morph(word.morph),
            self._number(lemma),
            self._number("ROOT" if word.dep == "root" else word.dep),
            offset,
            begin,
            self._number(label),
        )


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= 1 << 63 else number


def _lines(doc: Doc, places: list[int]) -> Lines:
    """Words, counted without spaces: those that follow a blank line or a heading on a line of its own begin a sentence,
    those behind a plain word of their own line begin none.
    """
    breaks: list[int] = []
    joined: list[int] = []
    line = places[0]
    for n, (before, here) in enumerate(itertools.pairwise(places), 1):
        lines = sum(doc[i].text.count("\n") for i in range(before + 1, here))
        if lines > 1 or (lines == 1 and is_under_heading(doc, line, before + 1, here)):
            breaks.append(n)
        elif not lines and doc[before].is_alpha:
            joined.append(n)
        line = here if lines else line
    return Lines(frozenset(breaks), frozenset(joined))


def _chunks(places: list[int], found: list[Word]) -> list[tuple[int, int, str]]:
    """(begin, end, label) in tokens of every name and name part."""
    chunks: list[tuple[int, int, str]] = []
    for place, word in zip(places, found, strict=True):
        prefix, _, label = word.name.partition("-")
        if prefix == "B":
            chunks.append((place, place + 1, label))
        elif prefix == "I":
            chunks[-1] = (chunks[-1][0], place + 1, label)
    return chunks
