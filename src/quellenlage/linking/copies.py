"""Text that reports share, word for word or in other words: shingles as in Broder 1997, and sentences alike.

Work is by an index of shingles, so it grows with the text and with the copies there are, not with pairs of reports.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from quellenlage.linking.words import Word, words
from quellenlage.model import Copy, Reading, Span

SHINGLE = 5
LEAST_RUN = 8
LEAST_SHARED = 0.15
LEAST_PASSAGE = 25
COMMONEST = 40
LIKE = 0.6
LEAST_STEMS = 6


def find(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Give every pair of reports that share text, the earlier id first, with the passages side by side.

    ``shared`` is the part of the shorter report's own words (quotations left out) that stands in the other one.
    """
    texts = [tuple(words(reading, quotations=False)) for reading in readings]
    starts = [[word.span.start for word in text] for text in texts]
    out = []
    for (a, b), passages in sorted(_passages(readings, texts).items()):
        one, other = (a, b) if readings[a].report.id < readings[b].report.id else (b, a)
        spans = sorted((s, t) if one == a else (t, s) for s, t in passages)
        shared = _shared(starts[one], starts[other], spans)
        if shared >= LEAST_SHARED:
            out.append(Copy(a=readings[one].report.id, b=readings[other].report.id, shared=shared, spans=tuple(spans)))
    return tuple(sorted(out, key=lambda copy: (copy.a, copy.b)))


def _passages(
    readings: Sequence[Reading], texts: Sequence[tuple[Word, ...]]
) -> dict[tuple[int, int], list[tuple[Span, Span]]]:
    found: dict[tuple[int, int], list[tuple[Span, Span]]] = defaultdict(list)
    for pair, starts in _shingle_pairs(texts).items():
        found[pair] += _runs(texts[pair[0]], texts[pair[1]], starts)
    for pair, sentences in _sentence_pairs(readings, texts).items():
        found[pair] += _apart_from(found[pair], sentences)
    return found


def _shingle_pairs(texts: Sequence[tuple[Word, ...]]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Find where two texts hold the same five words: pairs of texts to pairs of word positions."""
    places: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for n, text in enumerate(texts):
        forms = [word.form for word in text]
        for i in range(len(forms) - SHINGLE + 1):
            places[tuple(forms[i : i + SHINGLE])].append((n, i))
    out: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for where in places.values():
        for k, (n, i) in enumerate(where[:COMMONEST]):
            for m, j in where[k + 1 : COMMONEST]:
                if n != m:
                    out[n, m].append((i, j))
    return out


def _runs(one: Sequence[Word], other: Sequence[Word], starts: Iterable[tuple[int, int]]) -> Iterator[tuple[Span, Span]]:
    """Join shingles that follow each other on both sides into passages."""
    taken_one: set[int] = set()
    taken_other: set[int] = set()
    for i, j in sorted(starts):
        if i in taken_one or j in taken_other:
            continue
        n = 0
        while i + n < len(one) and j + n < len(other) and one[i + n].form == other[j + n].form:
            n += 1
        taken_one.update(range(i, i + n))
        taken_other.update(range(j, j + n))
        if n >= LEAST_RUN:
            yield _span(one, i, n), _span(other, j, n)


def _span(text: Sequence[Word], i: int, n: int) -> Span:
    return Span(text[i].span.start, text[i + n - 1].span.end)


def _sentence_pairs(
    readings: Sequence[Reading], texts: Sequence[tuple[Word, ...]]
) -> dict[tuple[int, int], list[tuple[Span, Span]]]:
    """Find sentences that say the same in other words: most of the content stems of the shorter one are shared."""
    rows = [(n, s, stems) for n, reading in enumerate(readings) for s, stems in _sentences(reading, texts[n])]
    index: dict[str, list[int]] = defaultdict(list)
    for k, (_, _, stems) in enumerate(rows):
        for stem in stems:
            index[stem].append(k)
    out: dict[tuple[int, int], list[tuple[Span, Span]]] = defaultdict(list)
    for k, (n, span, stems) in enumerate(rows):
        common: dict[int, int] = defaultdict(int)
        for stem in stems:
            for other in index[stem][:COMMONEST]:
                if other > k and rows[other][0] != n:
                    common[other] += 1
        for other, shared in common.items():
            m, there, others = rows[other]
            if shared >= LIKE * max(len(stems), len(others)):
                out[n, m].append((span, there))
    return out


def _sentences(reading: Reading, text: Sequence[Word]) -> Iterator[tuple[Span, frozenset[str]]]:
    starts = [word.span.start for word in text]
    for sentence in reading.sentences:
        inside = text[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        stems = frozenset(word.stem for word in inside if word.content)
        if len(stems) >= LEAST_STEMS:
            yield sentence, stems


def _apart_from(
    passages: Sequence[tuple[Span, Span]], sentences: Iterable[tuple[Span, Span]]
) -> list[tuple[Span, Span]]:
    """Keep the sentence pairs that no passage, and no sentence pair before, has shown on either side."""
    kept: list[tuple[Span, Span]] = []
    for here, there in sorted(sentences):
        seen = [*passages, *kept]
        if not any(here.meets(a) or there.meets(b) for a, b in seen):
            kept.append((here, there))
    return kept


def _shared(one: Sequence[int], other: Sequence[int], spans: Sequence[tuple[Span, Span]]) -> float:
    """Give the shared part of the shorter text, 0 to 1, counted in words; nothing where too little is shared.

    A text is where its words start.
    """
    in_one = _covered(one, [a for a, _ in spans])
    in_other = _covered(other, [b for _, b in spans])
    if not one or not other or max(in_one, in_other) < LEAST_PASSAGE:
        return 0.0
    return round(min(1.0, in_one / len(one) if len(one) <= len(other) else in_other / len(other)), 3)


def _covered(starts: Sequence[int], spans: Sequence[Span]) -> int:
    covered: set[int] = set()
    for span in spans:
        covered.update(range(bisect_left(starts, span.start), bisect_left(starts, span.end)))
    return len(covered)
