"""Text that reports share, word for word and in other words.

Whom to compare is looked up in an index of three-word shingles (Broder 1997), so that work grows with the text and
with the copies there are, not with pairs of reports. Two texts side by side then give passages of two kinds: runs of
the same words, and sentences whose content words stand nearly all in one or two neighbouring sentences of the other
text (containment, as in the METER corpus of reused agency copy, Clough et al. 2002). A single fact that both have gives
one such sentence and is no copy; direct speech is left out altogether.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quellenlage.linking.common_source import through
from quellenlage.linking.kept import Kept
from quellenlage.linking.text import Passage, Text, text_of
from quellenlage.linking.words import Word
from quellenlage.model import Copy, Reading, Span

LEAST_RUN = 8
LEAST_SHARED = 0.1
LEAST_PASSAGE = 25
CONTAINED = 0.55
LEAST_STEMS = 5
# What a word of a name weighs: who speaks in two reports need not say the same.
OF_NAMES = 0.5
# So many sentences in other words make a copy, fewer where both credit one agency; a run as long as one counts too.
SENTENCES = 3
SENTENCE = 12
SENTENCES_OF_AN_AGENCY = 2
# Shared shingles that make two texts worth a look, and what part of the shorter one's they must be: true rewrites of
# agency copy keep a twentieth and more.
LEAST_COMMON = 6
LEAST_PART = 0.05
# Sums may differ in their last digits by their order.
ROUNDED = 1 - 1e-9
# Where a run of words stands oftener than this in one text, the rest is not looked at.
MOST = 40


def find(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Give every pair of reports that share text, the earlier id first, with the passages side by side.

    ``shared`` is the part of the shorter report's own words (quotations left out) that stands in the other one.
    """
    return Shelf().hold(readings)


@dataclass(slots=True)
class Shelf:
    """Texts by their shingles; a new one is compared with those alone that it shares shingles with."""

    kept: Kept[Text] = field(default_factory=lambda: Kept(text_of))
    texts: dict[str, Text] = field(default_factory=dict)
    index: dict[int, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    copies: dict[tuple[str, str], Copy] = field(default_factory=dict)

    def hold(self, readings: Sequence[Reading]) -> tuple[Copy, ...]:
        """Hold just these readings, comparing what is new, and give the copies between them."""
        wanted = self.kept.hold(readings)
        for id_ in sorted(self.texts):
            if self.texts[id_] is not wanted.get(id_):
                self.drop(id_)
        for new in sorted(wanted.keys() - self.texts.keys()):
            self.add(wanted[new])
        every = self.copies | through(self.copies, self.texts, _shared, LEAST_SHARED)
        return tuple(copy for _, copy in sorted(every.items()))

    def add(self, text: Text) -> None:
        """Take a text in and compare it with those that it shares enough with."""
        common: Counter[str] = Counter()
        for shingle in text.shingles:
            common.update(self.index[shingle].keys())
            self.index[shingle][text.id] = None
        self.texts[text.id] = text
        for other, shared in sorted(common.items()):
            shorter = min(len(text.shingles), len(self.texts[other].shingles))
            copy = compare(self.texts[other], text) if shared >= max(LEAST_COMMON, LEAST_PART * shorter) else None
            if copy:
                self.copies[copy.a, copy.b] = copy

    def drop(self, id_: str) -> None:
        """Take a text out, and the copies that rest on it."""
        for shingle in self.texts.pop(id_).shingles:
            del self.index[shingle][id_]
        self.copies = {pair: copy for pair, copy in self.copies.items() if id_ not in pair}


def compare(one: Text, other: Text) -> Copy | None:
    """Give what two texts share, whichever comes first; ``None`` where it is too little to be a copy."""
    a, b = (one, other) if one.id < other.id else (other, one)
    runs = list(_runs(a, b))
    likes = _apart_from(runs, _alike(a, b))
    needed = SENTENCES_OF_AN_AGENCY if a.agencies & b.agencies else SENTENCES
    long = sum(a.covered([run]) >= SENTENCE for run, _ in runs)
    passages = sorted(runs + (likes if _sentences(likes) >= needed - long else []))
    shared = _shared(a, b, passages)
    if shared < LEAST_SHARED:
        return None
    return Copy(a=a.id, b=b.id, shared=shared, spans=tuple(passages))


def _sentences(likes: Sequence[Passage]) -> int:
    """Count the sentences that are alike, on the side that has fewer: one long list is not many sentences."""
    return min(len({s.start for s, _ in likes}), len({t.start for _, t in likes}))


def _runs(a: Text, b: Text) -> Iterator[Passage]:
    """Find runs of the same words; each word is taken once."""
    common = sorted((i, forms) for forms in a.runs.keys() & b.runs.keys() for i in a.runs[forms])
    one, other = a.words, b.words
    end, taken = 0, set[int]()
    for i, forms in common:
        for j in b.runs[forms][:MOST]:
            if i < end or j in taken:
                continue
            n = len(forms)
            while i + n < len(one) and j + n < len(other) and one[i + n].form == other[j + n].form:
                n += 1
            end = i + n
            taken.update(range(j, j + n))
            if n >= LEAST_RUN:
                yield _span(one, i, n), _span(other, j, n)


def _span(text: Sequence[Word], i: int, n: int) -> Span:
    return Span(text[i].span.start, text[i + n - 1].span.end)


def _alike(a: Text, b: Text) -> list[Passage]:
    """Find sentences of either text that the other one has in other words."""
    there = ((t, s) for s, t in _contained(b, a))
    return sorted({*_contained(a, b), *there})


def _contained(one: Text, other: Text) -> Iterator[Passage]:
    """Give sentences of ``one`` with the sentence or two neighbours of ``other`` that hold their content words.

    A word weighs the less the more sentences of the two texts have it: names that both are full of prove nothing.
    """
    for sentence in one.sentences:
        if sentence.content < LEAST_STEMS:
            continue
        weights = {
            stem: (OF_NAMES if stem in sentence.names else 1)
            / max(1, len(one.by_stem[stem]) + len(other.by_stem.get(stem, ())) - 1)
            for stem in sentence.stems
        }
        least = CONTAINED * sum(weights.values())
        # No window holds more than all that the other text has of it.
        shared = {stem: weight for stem, weight in weights.items() if stem in other.by_stem}
        window = _window(shared, least, other) if sum(shared.values()) >= ROUNDED * least else None
        if window:
            yield sentence.span, window


def _window(weights: Mapping[str, float], least: float, other: Text) -> Span | None:
    """Give the smallest window that holds weights of ``least``: one sentence before two, the fullest first."""
    held: dict[int, float] = defaultdict(float)
    for stem, weight in weights.items():
        for k in other.by_stem[stem]:
            held[k] += weight
    alone = min(((-weight, k) for k, weight in held.items() if weight >= least), default=None)
    if alone:
        return other.sentences[alone[1]].span
    # Two sentences hold no more than each by itself together.
    near = [k for k, weight in held.items() if k + 1 in held and weight + held[k + 1] >= ROUNDED * least]
    pairs = [(-_held(weights, other.by_stem, k), k) for k in near]
    best = min(pairs, default=None)
    if best is None or -best[0] < least:
        return None
    return Span(other.sentences[best[1]].span.start, other.sentences[best[1] + 1].span.end)


def _held(weights: Mapping[str, float], by_stem: Mapping[str, Sequence[int]], k: int) -> float:
    return sum(weight for stem, weight in weights.items() if k in by_stem[stem] or k + 1 in by_stem[stem])


def _apart_from(runs: Sequence[Passage], likes: Iterable[Passage]) -> list[Passage]:
    """Keep the sentence pairs of which runs have not shown either side already."""
    return [(s, t) for s, t in likes if not any(s.meets(a) or t.meets(b) for a, b in runs)]


def _shared(a: Text, b: Text, passages: Sequence[Passage]) -> float:
    """Give the shared part of the shorter text, 0 to 1, counted in words; nothing where too little is shared."""
    in_a, in_b = a.covered([s for s, _ in passages]), b.covered([t for _, t in passages])
    if not a.words or not b.words or max(in_a, in_b) < LEAST_PASSAGE:
        return 0.0
    short = in_a / len(a.words) if len(a.words) <= len(b.words) else in_b / len(b.words)
    return round(min(1.0, short), 3)
