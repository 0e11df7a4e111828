"""Names set right where grammar is certain: what no name ends with, one body in two pieces, a firm's kind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from quellenlage.language import table

NAMES = frozenset(("PER", "ORG", "LOC", "MISC"))
NO_BEGIN = frozenset(')]“"„»«-–,;:/&')
NO_END = frozenset('([„“"»«-–,;:/')
UNION = "gewerkschaft"
CLOSING = {")": "(", "]": "["}

Chunk = tuple[int, int, str]


def settled(words: Sequence[str], tags: Sequence[str], labels: Sequence[str]) -> list[str]:
    """BIO labels of ``words``, given their STTS tags: the same ones but where a rule below says otherwise."""
    chunks = _chunks(labels)
    if not chunks:
        return list(labels)
    found = list(labels)
    settled_chunks = _joined([_settled(words, tags, chunk) for chunk in chunks], words)
    for begin, end, _ in chunks:
        found[begin:end] = ["O"] * (end - begin)
    for begin, end, kind in settled_chunks:
        found[begin:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - begin - 1)] if end > begin else []
    return found


def _settled(words: Sequence[str], tags: Sequence[str], chunk: Chunk) -> Chunk:
    return _with_kind(words, tags, _whole(words, tags, _typed(words, tags, _trimmed(words, chunk))))


def _chunks(labels: Sequence[str]) -> list[Chunk]:
    chunks: list[Chunk] = []
    for i, label in enumerate(labels):
        prefix, _, kind = label.partition("-")
        if kind not in NAMES:
            continue
        if prefix == "I" and chunks and chunks[-1][1] == i:
            chunks[-1] = (chunks[-1][0], i + 1, kind)
        else:
            chunks.append((i, i + 1, kind))
    return chunks


def _trimmed(words: Sequence[str], chunk: Chunk) -> Chunk:
    """Cut off marks at a name's ends and a bracket that is not closed: „Hafen (“, „Nordbank“ without its quotes."""
    begin, end, kind = chunk
    while end - begin > 1 and (words[end - 1] in NO_END or _is_unopened(words[begin:end])):
        end -= 1
    while end - begin > 1 and words[begin] in NO_BEGIN:
        begin += 1
    return begin, end, kind


def _is_unopened(words: Sequence[str]) -> bool:
    return words[-1] in CLOSING and CLOSING[words[-1]] not in words


def _typed(words: Sequence[str], tags: Sequence[str], chunk: Chunk) -> Chunk:
    """Call a body what is taken for a person behind a noun for one: „die Gewerkschaft Hansen“."""
    begin, end, kind = chunk
    if kind == "PER" and begin and tags[begin - 1] == "NN" and words[begin - 1].lower().endswith(_bodies()):
        return begin, end, "ORG"
    return chunk


def _whole(words: Sequence[str], tags: Sequence[str], chunk: Chunk) -> Chunk:
    """Take in the second trade of a union's name: „die Gewerkschaft Bau | und Holz“."""
    begin, end, kind = chunk
    union = kind == "ORG" and any(w.lower().endswith(UNION) for w in words[max(begin - 1, 0) : end])
    if union and end + 1 < len(words) and words[end] == "und" and tags[end - 1] == tags[end + 1] == "NN":
        return begin, end + 2, kind
    return chunk


def _with_kind(words: Sequence[str], tags: Sequence[str], chunk: Chunk) -> Chunk:
    """Take in the noun that says what a place or body is: „die Nordmark | Universität“, „das Kolm | - Gebirge“."""
    begin, end, kind = chunk
    at = end + 1 if end + 1 < len(words) and words[end] == "-" else end
    if kind not in {"LOC", "ORG", "MISC"} or at >= len(words) or tags[at] not in {"NN", "NE"}:
        return chunk
    for other, nouns in _kinds_behind():
        if words[at].lower() in nouns:
            return begin, at + 1, other
    return chunk


@lru_cache(maxsize=1)
def _kinds_behind() -> tuple[tuple[str, frozenset[str]], ...]:
    listed = table("de", "names")["kinds_behind"]
    return ("LOC", frozenset(listed["places"])), ("ORG", frozenset(listed["bodies"]))


@lru_cache(maxsize=1)
def _bodies() -> tuple[str, ...]:
    return tuple(table("de", "names")["bodies"]["named_behind"])


def _joined(chunks: Sequence[Chunk], words: Sequence[str]) -> list[Chunk]:
    """Make one of two bodies side by side: two names of one kind do not stand so without comma or conjunction.

    „der Bundesverband | Deutscher Bootsbauer“; people and places do: „Hafenstraße | Neustadt“.
    """
    found: list[Chunk] = []
    for begin, end, kind in chunks:
        last = found[-1] if found else None
        if last and last[1] > begin:
            continue
        if last and last[1] == begin and last[2] == kind == "ORG" and words[begin - 1][-1] not in ".s":
            found[-1] = (last[0], end, kind)
        else:
            found.append((begin, end, kind))
    return found
