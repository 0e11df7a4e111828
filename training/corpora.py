"""Readers of the corpora that may train shipped weights; each gives sentences with what it knows and None elsewhere."""

from __future__ import annotations

import gzip
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training import conventions

HELD_OUT_EVERY = 10  # every tenth sentence of GermEval's test part, counted from the first, is never trained on
VALIDATION_EVERY = 8  # every eighth sentence of GSD dev chooses between runs

NAME_TYPES = {
    "person": "PER",
    "organization": "ORG",
    "organization-company": "ORG",
    "location": "LOC",
    "location-city": "LOC",
    "location-street": "LOC",
    "location-stop": "LOC",
    "location-route": "LOC",
}
_WORD = re.compile(r"\w+(?:[-.:]\w+)*\.?(?=\s|$)|\w+(?:[-]\w+)*|[^\w\s]")


@dataclass(slots=True)
class Sentence:
    """Words with one list an annotation; `None` where a corpus does not say. Heads count from 1, 0 is the root."""

    corpus: str
    words: list[str]
    xpos: list[str | None] = field(default_factory=list)
    upos: list[str | None] = field(default_factory=list)
    features: list[dict[str, str]] = field(default_factory=list)
    lemmas: list[str | None] = field(default_factory=list)
    heads: list[int | None] = field(default_factory=list)
    relations: list[str | None] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)
    is_sentence: bool = True


def gsd(folder: Path, part: str, *, merge: bool) -> list[Sentence]:
    """UD German-GSD `dev` or `test`; with `merge`, contractions (`am`) are one word, as a tokeniser leaves them."""
    return list(_conllu(folder / f"ud-german/de_gsd-ud-{part}.conllu", "gsd", merge=merge))


def pud(folder: Path, *, merge: bool) -> list[Sentence]:
    """UD German-PUD: its trees, without its own tag set and without any name label."""
    return list(_conllu(folder / "ud-german/de_pud-ud-test.conllu", "pud", merge=merge))


def hdt(folder: Path, *, merge: bool) -> list[Sentence]:
    """UD German-HDT sentences with the heads and relations that carry a flagged bug masked, and its moods left out."""
    sentences: list[Sentence] = []
    for part in ("dev", "test"):
        sentences += _conllu(folder / f"ud-german/hdt-{part}.bugs.conllu", "hdt", merge=merge)
    return sentences


def germeval(folder: Path, part: str) -> list[Sentence]:
    """GermEval 2014, outer chunks, `dev` or `test`; OTH is MISC."""
    sentences: list[Sentence] = []
    for block in _blocks(folder / f"germeval2014/NER-de-{part}.tsv"):
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        names: list[str | None] = [row[2].replace("OTH", "MISC") for row in rows]
        sentences.append(Sentence("germeval", [row[1] for row in rows], names=names))
    return sentences


def germeval_held_out(folder: Path) -> list[Sentence]:
    """The fixed tenth of GermEval's test part."""
    return germeval(folder, "test")[::HELD_OUT_EVERY]


def germeval_training(folder: Path) -> list[Sentence]:
    """GermEval dev and the other nine tenths of its test part."""
    test = [s for i, s in enumerate(germeval(folder, "test")) if i % HELD_OUT_EVERY]
    return germeval(folder, "dev") + test


def mobie(folder: Path) -> list[Sentence]:
    """MobIE's training part: news of traffic and tweets; its sentences are cut by machine and teach no boundary."""
    with zipfile.ZipFile(folder / "mobie/ner_conll03_formatted.zip") as archive:
        text = archive.read("train.conll2003").decode("utf-8")
    sentences: list[Sentence] = []
    for block in text.split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("-DOCSTART-")]
        if rows:
            names = [_typed(row[-1]) for row in rows]
            sentences.append(Sentence("mobie", [row[0] for row in rows], names=names, is_sentence=False))
    return sentences


def smartdata(folder: Path, *, longest: int = 60) -> list[Sentence]:
    """SmartData: lines of its documents with their names, cut into runs of at most `longest` words."""
    sentences: list[Sentence] = []
    for part in ("train", "test"):
        with gzip.open(folder / f"smartdata/{part}.json.gz", "rt", encoding="utf-8") as lines:
            for document in _json_objects(lines.read()):
                sentences += _smartdata_lines(document, longest)
    return sentences


def uner_pud(folder: Path) -> list[Sentence]:
    """UNER-PUD, the test set for names; never trained on."""
    sentences: list[Sentence] = []
    for block in _blocks(folder / "uner-pud/de_pud-ud-test.iob2"):
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        sentences.append(Sentence("uner", [row[1] for row in rows], names=[row[2] for row in rows]))
    return sentences


def _blocks(path: Path) -> Iterator[list[str]]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        if any(line and not line.startswith("#") for line in lines):
            yield [line for line in lines if line]


def _typed(label: str) -> str:
    prefix, _, kind = label.partition("-")
    return f"{prefix}-{NAME_TYPES[kind]}" if kind in NAME_TYPES else "O"


def _json_objects(text: str) -> Iterator[dict[str, Any]]:
    decoder = json.JSONDecoder()
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        document, at = decoder.raw_decode(text, at)
        yield document


def _smartdata_lines(document: dict[str, Any], longest: int) -> Iterator[Sentence]:
    text = document["text"]["string"]
    mentions = (document["conceptMentions"] or {}).get("array", [])
    label = ["O"] * len(text)
    for mention in mentions:
        kind = NAME_TYPES.get(mention["type"])
        span = mention["span"]
        if kind:
            label[span["start"] : span["end"]] = [f"B-{kind}"] + [f"I-{kind}"] * (span["end"] - span["start"] - 1)
    for line in re.finditer(r"[^\n]+", text):
        found = list(_WORD.finditer(text, line.start(), line.end()))
        for start in range(0, len(found), longest):
            run = found[start : start + longest]
            names: list[str | None] = [label[m.start()] for m in run]
            if len(run) > 2:
                yield Sentence("smartdata", [m.group() for m in run], names=names, is_sentence=False)


def _conllu(path: Path, corpus: str, *, merge: bool) -> Iterator[Sentence]:
    for block in _blocks(path):
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        yield _sentence([row for row in rows if "." not in row[0]], corpus, merge=merge)


def _sentence(rows: list[list[str]], corpus: str, *, merge: bool) -> Sentence:
    words = [row for row in rows if "-" not in row[0]]
    groups = _contractions(rows) if merge else {}
    kept, position = _merged(words, groups)
    flagged = {row[0] for row in words if "Bug=multi-obj" in row[9]}
    sentence = Sentence(corpus, [form for form, _ in kept])
    for form, row in kept:
        _add_row(sentence, row, position, masked=row[0] in flagged)
        if form != row[1]:
            sentence.xpos[-1] = "APPRART"
            sentence.features[-1] |= groups[int(row[0])][2]
        if row[6] in flagged and row[7].startswith("obj"):
            sentence.relations[-1] = None
    return sentence


def _contractions(rows: list[list[str]]) -> dict[int, tuple[str, int, dict[str, str]]]:
    """First word's id → the contraction's form, its last id and the article's features."""
    found: dict[int, tuple[str, int, dict[str, str]]] = {}
    for i, row in enumerate(rows):
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            if last == first + 1 and rows[i + 1][3] == "ADP" and rows[i + 2][3] == "DET":
                found[first] = (row[1], last, conventions.features(rows[i + 2], "gsd"))
    return found


def _merged(
    words: list[list[str]], groups: dict[int, tuple[str, int, dict[str, str]]]
) -> tuple[list[tuple[str, list[str]]], dict[int, int]]:
    kept: list[tuple[str, list[str]]] = []
    position: dict[int, int] = {0: 0}
    swallowed = {last: first for first, (_, last, _) in groups.items()}
    for row in words:
        number = int(row[0])
        if number in swallowed:
            position[number] = position[swallowed[number]]
            continue
        kept.append((groups[number][0] if number in groups else row[1], row))
        position[number] = len(kept)
    return kept, position


def _add_row(sentence: Sentence, row: list[str], position: dict[int, int], *, masked: bool) -> None:
    sentence.xpos.append(conventions.xpos(row, sentence.corpus))
    sentence.upos.append(row[3])
    sentence.features.append(conventions.features(row, sentence.corpus))
    sentence.lemmas.append(conventions.lemma(row, sentence.corpus))
    sentence.heads.append(None if masked else position[int(row[6])])
    sentence.relations.append(None if masked else conventions.relation(row))
