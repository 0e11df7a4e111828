"""A report's text cut for the page: sentences to jump to, and in them the pieces that were read as something."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from quellenlage.model.spans import Span
from quellenlage.render.phrases import Phrase, joined

NOTHING = Phrase("", "")


class Layer(NamedTuple):
    """A stretch that was read as ``name`` (content, source, cue …); ``href`` is the row that says more, or empty."""

    start: int
    end: int
    name: str
    href: str = ""
    note: Phrase = NOTHING


class Piece(NamedTuple):
    """A stretch inside which the same layers hold throughout; ``names`` are those layers, sorted."""

    start: int
    end: int
    names: tuple[str, ...]
    href: str
    note: Phrase


class Passage(NamedTuple):
    """A sentence, or a line between sentences, with its pieces."""

    span: Span
    pieces: tuple[Piece, ...]


def partition(text: str, sentences: Iterable[Span]) -> list[Span]:
    """Cut the whole text into sentences and what lies between them, line by line; no gap, no overlap, none empty."""
    cuts: list[Span] = []
    at = 0
    for sentence in sorted(sentences):
        start, end = max(sentence.start, at), min(sentence.end, len(text))
        if start < end:
            cuts.extend(_lines(text, at, start))
            cuts.append(Span(start, end))
            at = end
    cuts.extend(_lines(text, at, len(text)))
    return cuts


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        newline = text.find("\n", start, end)
        stop = end if newline < 0 else newline + 1
        yield Span(start, stop)
        start = stop


def find(cuts: Sequence[Span], offset: int) -> Span | None:
    """Give the cut that ``offset`` lies in; the last one for an offset behind the text."""
    index = bisect_right(cuts, offset, key=lambda cut: cut.start) - 1
    return cuts[max(index, 0)] if cuts else None


def mark(length: int, cuts: Sequence[Span], layers: Iterable[Layer]) -> list[Passage]:
    """Lay ``layers`` over ``cuts`` in one sweep over the sorted ends of both; layers may overlap in any way.

    The pieces of all passages, one after the other, are the whole text of ``length`` code points.
    """
    kept = [layer for layer in layers if 0 <= layer.start < layer.end <= length]
    opening = sorted(kept, key=lambda layer: (layer.start, -layer.end, layer))
    closing = sorted(kept, key=lambda layer: layer.end)
    bounds = sorted({0, length, *(c.start for c in cuts), *(x.start for x in kept), *(x.end for x in kept)})
    pieces = _pieces(bounds, opening, closing)
    return list(_gather(cuts, pieces))


def _pieces(bounds: list[int], opening: list[Layer], closing: list[Layer]) -> Iterator[Piece]:
    active: dict[str, dict[Layer, int]] = {}
    i = j = 0
    for start, end in pairwise(bounds):
        while j < len(closing) and closing[j].end <= start:
            _close(active, closing[j])
            j += 1
        while i < len(opening) and opening[i].start <= start:
            holders = active.setdefault(opening[i].name, {})
            holders[opening[i]] = holders.get(opening[i], 0) + 1
            i += 1
        yield _piece(start, end, active)


def _close(active: dict[str, dict[Layer, int]], layer: Layer) -> None:
    holders = active[layer.name]
    holders[layer] -= 1
    if not holders[layer]:
        del holders[layer]
    if not holders:
        del active[layer.name]


LOUDEST = ("event", "cue", "source", "time", "mark", "addressee", "content", "copy", "furniture")


def _piece(start: int, end: int, active: dict[str, dict[Layer, int]]) -> Piece:
    names = [name for name in LOUDEST if name in active]
    inner = [next(reversed(active[name])) for name in names]
    href = next((layer.href for layer in inner if layer.href), "")
    notes = dict.fromkeys(layer.note for layer in inner if layer.note.de)
    return Piece(start, end, tuple(sorted(active)), href, joined(" · ", *notes))


def _gather(cuts: Sequence[Span], pieces: Iterator[Piece]) -> Iterator[Passage]:
    piece = next(pieces, None)
    for cut in cuts:
        inside: list[Piece] = []
        while piece and piece.start < cut.end:
            inside.append(piece)
            piece = next(pieces, None)
        yield Passage(cut, tuple(inside))
