"""Two texts that rest on a third: one has it word for word, the other in other words, and so they share text too."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from quellenlage.linking.text import Passage, Text
from quellenlage.model import Copy, Span

Pair = tuple[str, str]
Shared = Callable[[Text, Text, Sequence[Passage]], float]
# So many passages make two texts copies of a third, each of so many words of it.
LEAST, WORDS = 2, 5


def through(direct: Mapping[Pair, Copy], texts: Mapping[str, Text], shared: Shared, least: float) -> dict[Pair, Copy]:
    """Give the copies that follow from ``direct`` ones, by pairs; ``shared`` measures passages, ``least`` is enough."""
    partners: dict[str, list[tuple[str, list[Passage]]]] = defaultdict(list)
    for (a, b), copy in sorted(direct.items()):
        partners[a].append((b, list(copy.spans)))
        partners[b].append((a, [(t, s) for s, t in copy.spans]))
    found: dict[Pair, Copy] = {}
    for third, copies in sorted(partners.items()):
        equal = {b: _runs(texts[third], texts[b], spans) for b, spans in copies}
        whole = [(b, equal[b]) for b, _ in copies if equal[b]]
        for c, spans in copies if whole else ():
            loose = [passage for passage in spans if passage not in equal[c]]
            for b, runs in whole if len(loose) >= LEAST else ():
                pair = (min(b, c), max(b, c))
                if b != c and pair not in direct:
                    made = _composed(texts, third, (b, runs), (c, loose), shared)
                    if made.shared >= least and (pair not in found or made.shared > found[pair].shared):
                        found[pair] = made
    return found


def _composed(
    texts: Mapping[str, Text],
    third: str,
    whole: tuple[str, list[Passage]],
    loose: tuple[str, list[Passage]],
    shared: Shared,
) -> Copy:
    b, c = texts[whole[0]], texts[loose[0]]
    made = [(span, t) for s, t in loose[1] for span in _carried(texts[third], b, s, whole[1])]
    if b.id > c.id:
        b, c, made = c, b, [(t, s) for s, t in made]
    enough = len({s for s, _ in made}) >= LEAST and len({t for _, t in made}) >= LEAST
    return Copy(a=b.id, b=c.id, shared=shared(b, c, made) if enough else 0.0, spans=tuple(sorted(made)))


def _carried(third: Text, text: Text, span: Span, runs: Sequence[Passage]) -> Iterator[Span]:
    """Give where the words of ``span`` stand in the text that has them word for word."""
    for s, t in runs:
        begin, end = max(span.start, s.start), min(span.end, s.end)
        first, last = _words(third, Span(begin, end)) if begin < end else (0, 0)
        if last - first >= WORDS:
            at = _words(text, t)[0] + first - _words(third, s)[0]
            yield Span(text.words[at].span.start, text.words[at + last - first - 1].span.end)


def _runs(one: Text, other: Text, passages: Sequence[Passage]) -> list[Passage]:
    """Give the passages that are the same words."""
    return [(s, t) for s, t in passages if _forms(one, s) == _forms(other, t)]


def _forms(text: Text, span: Span) -> list[str]:
    first, last = _words(text, span)
    return [word.form for word in text.words[first:last]]


def _words(text: Text, span: Span) -> tuple[int, int]:
    return bisect_left(text.starts, span.start), bisect_left(text.starts, span.end)
