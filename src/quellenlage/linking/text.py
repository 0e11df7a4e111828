"""A report's own words, ready to be compared: made once a report, whatever it is compared with."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from zlib import crc32

from quellenlage.linking.words import Word, words
from quellenlage.model import Reading, Span

SHINGLE = 3
RUN = 5

Passage = tuple[Span, Span]


class Sentence(NamedTuple):
    """A sentence with the stems of its content words and its figures, in order, and which of them are of names.

    ``content`` counts those that are no figures.
    """

    span: Span
    stems: tuple[str, ...]
    names: frozenset[str]
    content: int


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a report, direct speech and furniture left out.

    ``shingles`` are hashes of three words in a row; ``runs`` gives where five words in a row begin, ``by_stem`` the
    sentences that hold a stem.
    """

    id: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    shingles: frozenset[int]
    runs: dict[tuple[str, ...], list[int]]
    by_stem: dict[str, list[int]]
    agencies: frozenset[str]

    def covered(self, spans: Sequence[Span]) -> int:
        """Count the words that lie in any of ``spans``."""
        inside: set[int] = set()
        for span in spans:
            inside.update(range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)))
        return len(inside)


def text_of(reading: Reading) -> Text:
    """Put a report's words in order for comparing."""
    found = tuple(words(reading, quotations=False))
    starts = tuple(word.span.start for word in found)
    named = _named(reading, starts)
    sentences = tuple(_sentence(span, found, starts, named) for span in reading.sentences)
    by_stem: dict[str, list[int]] = {}
    for k, sentence in enumerate(sentences):
        for stem in sentence.stems:
            by_stem.setdefault(stem, []).append(k)
    return Text(
        id=reading.report.id,
        words=found,
        starts=starts,
        sentences=sentences,
        shingles=_shingles(found),
        runs=_runs(found),
        by_stem=by_stem,
        agencies=frozenset(reading.report.agencies),
    )


def _named(reading: Reading, starts: Sequence[int]) -> frozenset[int]:
    """Give the words that are part of a name."""
    named = {entity.id for entity in reading.entities if entity.named}
    spans = [mention.span for mention in reading.mentions if mention.entity in named]
    return frozenset(n for s in spans for n in range(bisect_left(starts, s.start), bisect_left(starts, s.end)))


def _sentence(span: Span, found: Sequence[Word], starts: Sequence[int], named: frozenset[int]) -> Sentence:
    every = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
    inside = [n for n in every if found[n].content or found[n].form.isdigit()]
    names = frozenset(found[n].stem for n in inside if n in named)
    stems = tuple(sorted({found[n].stem for n in inside}))
    return Sentence(span, stems, names, sum(not stem.isdigit() for stem in stems))


def _shingles(found: Sequence[Word]) -> frozenset[int]:
    """Hash three words in a row with a hash that is the same in every process."""
    threes = zip(found, found[1:], found[2:], strict=False)
    return frozenset(crc32(" ".join(word.form for word in three).encode("utf-8", "surrogatepass")) for three in threes)


def _runs(found: Sequence[Word]) -> dict[tuple[str, ...], list[int]]:
    forms = [word.form for word in found]
    places: dict[tuple[str, ...], list[int]] = {}
    for i in range(len(forms) - RUN + 1):
        places.setdefault(tuple(forms[i : i + RUN]), []).append(i)
    return places
