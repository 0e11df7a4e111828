"""The index of sentences: stems of their words and of the names of those they speak of, and what becomes of events."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

from quellenlage.model import Reading, Span

# Room for this many sentences in each report: more than a text of the largest size can have.
ROOM = 5_000_000


def rows(reading: Reading, seq: int) -> Iterator[dict[str, Any]]:
    """Give a row for each sentence of a report, furniture too, for it is part of the page."""
    stems = stemmer(reading.report.language)
    actors, statuses = _actors(reading, stems), _statuses(reading)
    for number, span in enumerate(reading.sentences):
        found = stems(reading.report.quote(span))
        if found:
            yield {
                "id": seq * ROOM + number,
                "report": reading.report.id,
                "begin": span.start,
                "end": span.end,
                "stems": joined(found),
                "actors": joined(actors.get(number, ())),
                "statuses": joined(statuses.get(number, ())),
            }


def stemmer(language: str) -> Callable[[str], list[str]]:
    """Give the function that turns a text of a language into stems."""
    found: Callable[[str], list[str]] = import_module(f"quellenlage.language.{language}.stemming").stems
    return found


def joined(words: Iterable[str]) -> str:
    """Give words as they are kept: each once, in order."""
    return " ".join(sorted(set(words)))


def _actors(reading: Reading, stems: Callable[[str], list[str]]) -> dict[int, set[str]]:
    names = {e.id: {s for name in (e.name, *e.aliases) for s in stems(name)} for e in reading.entities}
    out: dict[int, set[str]] = defaultdict(set)
    for mention in reading.mentions:
        number = _sentence(mention.span, reading.sentences)
        if number is not None:
            out[number] |= names.get(mention.entity, set())
    return out


def _statuses(reading: Reading) -> dict[int, set[str]]:
    out: dict[int, set[str]] = defaultdict(set)
    for event in reading.events:
        number = _sentence(event.span, reading.sentences)
        if number is not None:
            out[number].add(event.status.value)
    return out


def _sentence(span: Span, sentences: Sequence[Span]) -> int | None:
    at = bisect_right(sentences, (span.start, float("inf"))) - 1
    return at if at >= 0 and sentences[at].meets(span) else None
