"""Measure quotations on the German Wikinews corpus (Petersen-Frey and Biemann 2024, arXiv 2404.16764).

A file holds one article: ``originalText``, ``sentences`` with their tokens, and ``annotations`` whose parts are
token indices over the whole document. The day in the file's name is not given to the reader: the text does not say it.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import quotes
from benchmarks.corpus import Clock, Fold, Read, Result, digest_of, files_of, longest, shortened
from benchmarks.quotes import Quotation
from quellenlage.model import Reading, Span, Statement

GOLD_NAMES = {"content": "quote", "source": "speaker", "cue": "cue", "frame": "frame", "addressee": "addressee"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document: its text, the spans of its tokens in order, and its gold quotations."""

    name: str
    text: str
    tokens: tuple[Span, ...]
    gold: tuple[Quotation, ...]


def load(path: Path) -> Article:
    """Read one file of the corpus."""
    document = json.loads(path.read_text(encoding="utf-8"))
    return Article(
        name=document["documentName"],
        text=document["originalText"],
        tokens=tuple(_tokens(document)),
        gold=tuple(_gold(row) for row in document["annotations"]),
    )


def covered(spans: Iterable[tuple[int, int]], tokens: Sequence[Span]) -> frozenset[int]:
    """Give the indices of the tokens that share a code point with one of the spans; tokens are in order."""
    starts = [token.start for token in tokens]
    ends = [token.end for token in tokens]
    found: set[int] = set()
    for start, end in spans:
        found.update(range(bisect_right(ends, start), bisect_left(starts, end)))
    return frozenset(found)


def to_quotation(statement: Statement, tokens: Sequence[Span]) -> Quotation:
    """Turn a statement's spans into token indices."""
    return Quotation(
        content=covered(statement.content, tokens),
        source=covered(statement.source, tokens),
        cue=covered(statement.cue, tokens),
        frame=covered(statement.frame, tokens),
        addressee=covered(statement.addressee, tokens),
        type=statement.type.value,
        medium=statement.medium.value,
    )


def to_quotations(reading: Reading, tokens: Sequence[Span]) -> list[Quotation]:
    """Give the statements of a reading in the terms of the scorer."""
    return [to_quotation(statement, tokens) for statement in reading.statements]


def measure(folder: Path, read: Read, fold: Fold | None = None) -> Result:
    """Read every article of a folder and score the statements."""
    files = files_of(folder, ".json", fold)
    articles, clock = [load(path) for path in files], Clock(read)
    said = [to_quotations(clock.reading(one.text, None, one.name), one.tokens) for one in articles]
    gold = [list(one.gold) for one in articles]
    return Result(
        name=f"{folder.parent.name}/{folder.name}",
        digest=digest_of(files),
        documents=len(files),
        words=sum(clock.words),
        seconds=sum(clock.seconds),
        measures=quotes.score(zip(said, gold, strict=True)),
        errors=errors(articles, said),
    )


def _tokens(document: Mapping[str, Any]) -> Iterable[Span]:
    """Find each token from where the one before it ended; one that is not there is taken to stand right there."""
    text = document["originalText"]
    for sentence in document["sentences"]:
        at = sentence["charBegin"]
        for token in sentence["tokens"]:
            start = max(at, text.find(token, at))
            at = start + len(token)
            yield Span(start, at)


def _gold(row: Mapping[str, Any]) -> Quotation:
    parts = {part: frozenset((row.get(name) or {}).get("tokenIds", ())) for part, name in GOLD_NAMES.items()}
    return Quotation(**parts, type=row.get("type"), medium=row.get("medium"))


def errors(articles: Sequence[Article], said: Sequence[list[Quotation]]) -> dict[str, list[str]]:
    """Sort what went wrong: documents by their joint F1, and statements by how much text they cost."""
    cases: dict[str, list[tuple[int, str]]] = {"missed": [], "invented": [], "wrong source": [], "wrong type": []}
    documents = []
    for article, ours in zip(articles, said, strict=True):
        f1 = quotes.score([(ours, article.gold)])["joint"].f1
        if ours or article.gold:
            documents.append((f1, f"{100 * f1:5.1f}  {len(ours)} predicted, {len(article.gold)} gold  {article.name}"))
        for left, right in quotes.pair([one for one in ours if one.content], article.gold):
            for kind, weight, line in _faults(article, left, right):
                cases[kind].append((weight, f"{article.name}: {line}"))
    worst = [line for _, line in sorted(documents, key=lambda case: case[0])]
    return {"documents by joint F1": worst} | {kind: longest(found) for kind, found in cases.items()}


def _faults(article: Article, ours: Quotation | None, theirs: Quotation | None) -> Iterable[tuple[str, int, str]]:
    """Say what is wrong with one pair, as kind, weight in tokens, and a line."""
    apart = ours is None or theirs is None or not ours.content & theirs.content
    if theirs and apart:
        yield "missed", len(theirs.content), f"{theirs.type} [{_words(article, theirs.content)}]"
    if ours and apart:
        yield "invented", len(ours.content), f"{ours.type} [{_words(article, ours.content)}]"
    if ours is None or theirs is None or apart:
        return
    where = f"in [{_words(article, theirs.content)}]"
    if quotes.token_f1(ours.source, theirs.source) < 0.5 and ours.source | theirs.source:
        line = f"«{_words(article, ours.source)}» for «{_words(article, theirs.source)}» {where}"
        yield "wrong source", len(theirs.content), line
    if ours.type != theirs.type:
        yield "wrong type", len(theirs.content), f"{ours.type} for {theirs.type} {where}"


def _words(article: Article, indices: frozenset[int]) -> str:
    return shortened(" ".join(article.text[slice(*article.tokens[i])] for i in sorted(indices)))
