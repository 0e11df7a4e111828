"""Which entities speak: the mentions at the heads of a source, and not what only describes them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from spacy.tokens import Doc

from quellenlage.model import Mention, Span, Spans, Statement

DESCRIBING = frozenset({"ART", "ADJA", "PPOSAT", "PDAT", "PIAT", "CARD"})
JOINING = frozenset({"KON", "$,", "$(", "KOKOM"})
NOTHING_MEANT: Mapping[str, Spans] = MappingProxyType({})


def resolve(
    statements: Iterable[Statement],
    mentions: Iterable[Mention],
    doc: Doc | None = None,
    meant: Mapping[str, Spans] = NOTHING_MEANT,
) -> Iterator[Statement]:
    """Fill ``sources`` with the entities that each source span names, in the order of the text.

    With ``doc``, only heads count (*der Sprecher der Bahn* is the speaker alone); where none is mentioned
    (*Angaben der Bahn*), the first mention in the span does, with those coordinated with it. ``meant`` has, by the ids
    of statements, what to look at in place of a source that names nobody (*nach eigenen Angaben*).
    """
    ordered = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
    starts = [mention.span.start for mention in ordered]
    for one in statements:
        found = [m for span in meant.get(one.id, one.source) for m in _heads(span, _inside(span, ordered, starts), doc)]
        yield replace(one, sources=tuple(dict.fromkeys(m.entity for m in found))) if found else one


def _inside(span: Span, ordered: list[Mention], starts: list[int]) -> list[Mention]:
    first = bisect_left(starts, span.start)
    first -= first > 0 and ordered[first - 1].span.end > span.start
    return [m for m in ordered[first : bisect_left(starts, span.end)] if m.span.meets(span)]


def _heads(span: Span, inside: list[Mention], doc: Doc | None) -> list[Mention]:
    """Leave the mentions that are heads; where there is none, the first one and those coordinated with it."""
    if doc is None or len(inside) < 2:
        return inside
    heads: list[Mention] = []
    joined_to_first: list[Mention] = []
    head = True
    for n, mention in enumerate(inside):
        tag, described = _word_before(span, mention, doc)
        joined = tag in JOINING
        head = head if joined else tag == "" or (tag == "NN" and not described)
        heads += [mention] if head else []
        if n == 0 or (joined and len(joined_to_first) == n):
            joined_to_first.append(mention)
    return heads or joined_to_first


def _word_before(span: Span, mention: Mention, doc: Doc) -> tuple[str, bool]:
    """Give the tag of the word before a mention, determiners and adjectives skipped, and whether some were."""
    found = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if found is None:
        return "", False
    i = found.start - 1
    while i >= 0 and doc[i].idx >= span.start and doc[i].tag_ in DESCRIBING:
        i -= 1
    described = i < found.start - 1 or doc[found.start].tag_ in DESCRIBING
    return (doc[i].tag_ if i >= 0 and doc[i].idx >= span.start else "", described)
