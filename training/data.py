"""Examples for the network: sentences of one corpus glued in random runs, as pieces, words and labels."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from quellenlage.language.de.encoder import lemma
from quellenlage.language.de.encoder.labels import FEATURES, NONE
from training import corpora, konjunktiv
from training.corpora import Sentence

IGNORE = -100
CORPORA = ("gsd", "pud", "hdt", "germeval", "mobie", "smartdata")
LONGEST_WORDS = 110
PLAIN_NAMES = ("PER", "ORG", "LOC", "MISC")
SILVER_TAGS = {"habe": "VAFIN", "werde": "VAFIN", "sei": "VAFIN", "seien": "VAFIN"}
Pieces = Callable[[str], list[int]]


@dataclass(slots=True)
class Inventory:
    """The label sets, index by list position."""

    xpos: list[str]
    upos: list[str]
    features: dict[str, list[str]]
    scripts: list[str]
    relations: list[str]
    names: list[str]

    def index(self) -> dict[str, dict[str, int]]:
        """Label → number, one map a task."""
        maps = {
            k: {v: i for i, v in enumerate(getattr(self, k))} for k in ("xpos", "upos", "scripts", "relations", "names")
        }
        return maps | {f: {v: i for i, v in enumerate(values)} for f, values in self.features.items()}


@dataclass(slots=True)
class Example:
    """One input: piece ids with the first and last piece of every word, and labels a word (`IGNORE` where unknown)."""

    corpus: int
    ids: list[int]
    first: list[int]
    last: list[int]
    labels: dict[str, np.ndarray]
    sentence: np.ndarray


def inventory(sentences: Iterable[Sentence]) -> Inventory:
    """All labels of the training sentences; edit scripts that occur once are left to the table of forms."""
    seen: dict[str, Counter[str]] = {k: Counter() for k in ("xpos", "upos", "scripts", "relations", "names", *FEATURES)}
    for s in sentences:
        seen["xpos"].update(x for x in s.xpos if x)
        seen["upos"].update(x for x in s.upos if x)
        seen["relations"].update(x for x in s.relations if x)
        seen["names"].update(x[2:] for x in s.names if x and x != "O")
        seen["scripts"].update(c for w, m in zip(s.words, s.lemmas, strict=False) if m and (c := lemma.script_of(w, m)))
        for features in s.features:
            for name, value in features.items():
                seen[name][value] += 1
    return Inventory(
        xpos=sorted(seen["xpos"]),
        upos=sorted(seen["upos"]),
        features={f: [NONE, *sorted(v for v in seen[f] if v != NONE)] for f in FEATURES},
        scripts=sorted(s for s, n in seen["scripts"].items() if n > 1),
        relations=sorted(seen["relations"]),
        names=["O", *(f"{p}-{n}" for n in sorted(seen["names"]) for p in "BI")],
    )


def is_validation(i: int) -> bool:
    """Whether GSD dev's i-th sentence is kept for choosing between runs."""
    return i % corpora.VALIDATION_EVERY == 0


def treebank(folder: Path, corpus: str, *, merge: bool = True, validation: bool = False) -> list[Sentence]:
    """What may be trained on of `gsd`, `pud` or `hdt`; with `validation`, GSD dev without its validation part."""
    if corpus == "gsd":
        dev = corpora.gsd(folder, "dev", merge=merge)
        return [s for i, s in enumerate(dev) if not (validation and is_validation(i))]
    if corpus == "pud":
        return corpora.pud(folder, merge=merge)
    return [_with_moods(s) for s in corpora.hdt(folder, merge=merge)]


def training_sentences(folder: Path, seed: int, *, validation: bool) -> dict[str, list[Sentence]]:
    """Everything that may train the weights, by corpus; treebanks twice, with contractions merged and split."""
    found: dict[str, list[Sentence]] = {}
    for merge in (True, False):
        suffix = "" if merge else "-split"
        for corpus in ("gsd", "pud", "hdt"):
            found[corpus + suffix] = treebank(folder, corpus, merge=merge, validation=validation)
    found["germeval"] = [by_form(s) for s in corpora.germeval_training(folder)]
    found["mobie"] = corpora.mobie(folder)
    found["smartdata"] = [by_form(s) for s in corpora.smartdata(folder)]
    found["konjunktiv"] = konjunktiv.generated(3000, seed)
    return found


def _with_moods(s: Sentence) -> Sentence:
    for word, xpos, lemma_, features in zip(s.words, s.xpos, s.lemmas, s.features, strict=True):
        if (xpos or "").endswith("FIN") and features.get("VerbForm") == "Fin":
            features.update(konjunktiv.by_paradigm(word, lemma_ or "", features))
    return s


def by_form(s: Sentence) -> Sentence:
    """`s` without tags and trees, but with the moods that a verb's form shows."""
    count = len(s.words)
    s.xpos, s.upos, s.lemmas = [None] * count, [None] * count, [None] * count
    s.heads, s.relations = [None] * count, [None] * count
    s.features = [konjunktiv.by_form(s.words, i) for i in range(count)]
    for i, word in enumerate(s.words):
        if s.features[i]:
            s.xpos[i] = SILVER_TAGS.get(word.lower())
    return s


class _Swaps:
    """Puts other names of the same kind in the place of some names, so that what stands around them is learnt too."""

    SHARE = 0.25  # of the names
    MADE_UP = 0.5  # of the people: a given name, and a short noun for a surname, as many surnames are (*Korn*, *Vogel*)

    def __init__(self, pool: list[Sentence], draw: random.Random, nouns: Sequence[str] = ()) -> None:
        self.draw = draw
        self.nouns = nouns
        self.names: dict[str, list[list[str]]] = {}
        for s in pool:
            for start, end, kind in _names(s):
                self.names.setdefault(kind, []).append(s.words[start:end])
        self.given = sorted({name[0] for name in self.names.get("PER", ()) if len(name) == 2 and name[0].isalpha()})

    def _other(self, kind: str) -> list[str]:
        if kind == "PER" and self.nouns and self.draw.random() < self.MADE_UP:
            return [self.draw.choice(self.given), self.draw.choice(self.nouns)]
        return self.draw.choice(self.names[kind])

    def __call__(self, s: Sentence) -> Sentence:
        """`s` with names exchanged, people's names tagged as names; what is not of GermEval stays as it is."""
        if any(s.upos) or s.corpus != "germeval":
            return s
        words: list[str] = []
        names: list[str | None] = []
        features: list[dict[str, str]] = []
        tags: list[str | None] = []
        at = 0
        for start, end, kind in _names(s):
            swapped = self.draw.random() < self.SHARE
            name = self._other(kind) if swapped else s.words[start:end]
            tag = "NE" if kind == "PER" and len(name) == 2 else None
            words += s.words[at:start] + name
            names += [*s.names[at:start], f"B-{kind}", *[f"I-{kind}"] * (len(name) - 1)]
            features += s.features[at:start] + ([{} for _ in name] if swapped else s.features[start:end])
            tags += [*s.xpos[at:start], *[tag] * len(name)]
            at = end
        unknown: list[str | None] = [None] * (len(words) + len(s.words) - at)
        return Sentence(
            s.corpus,
            words + s.words[at:],
            xpos=tags + s.xpos[at:],
            upos=unknown,
            features=features + s.features[at:],
            lemmas=unknown,
            heads=[None] * len(unknown),
            relations=unknown,
            names=names + s.names[at:],
            is_sentence=s.is_sentence,
        )


def short_nouns(sentences: Iterable[Sentence]) -> list[str]:
    """Base forms of nouns of three to six letters, sorted."""
    pairs = (pair for s in sentences for pair in zip(s.lemmas, s.xpos, strict=False))
    return sorted({m for m, tag in pairs if m and tag == "NN" and m.isalpha() and m.istitle() and 3 <= len(m) <= 6})


def _names(s: Sentence) -> Iterable[tuple[int, int, str]]:
    start = 0
    for i, label in enumerate([*s.names, None]):
        if start < i and (label or "O")[0] != "I" and (s.names[start] or "O") != "O":
            yield start, i, (s.names[start] or "")[2:]
        if (label or "O")[0] != "I":
            start = i


class Gluer:
    """Makes an epoch's examples: draws from each corpus its share and glues sentences in random runs."""

    def __init__(self, sentences: dict[str, list[Sentence]], labels: Inventory, pieces: Pieces, seed: int) -> None:
        self.sentences = sentences
        self.index = labels.index()
        self.pieces = pieces
        self.draw = random.Random(seed)
        self.nouns = short_nouns(sentences.get("gsd", []))

    def epoch(self, shares: dict[str, float]) -> list[Example]:
        """Examples of one pass, with `shares` of each corpus (1.0 is all of it)."""
        examples: list[Example] = []
        for name, share in shares.items():
            pool = self.sentences[name]
            chosen = self.draw.sample(pool, round(len(pool) * share))
            swap = _Swaps(pool, self.draw, self.nouns)
            examples += [self.example([self._hyphens(swap(s)) for s in run]) for run in self._runs(chosen)]
        return examples

    def _runs(self, chosen: list[Sentence]) -> Iterable[list[Sentence]]:
        at = 0
        while at < len(chosen):
            wanted = self.draw.choice((1, 1, 2, 3, 4)) if chosen[at].is_sentence else 1
            run, words = [chosen[at]], len(chosen[at].words)
            at += 1
            while at < len(chosen) and len(run) < wanted and words + len(chosen[at].words) <= LONGEST_WORDS:
                words += len(chosen[at].words)
                run.append(chosen[at])
                at += 1
            yield run

    def example(self, run: list[Sentence]) -> Example:
        """One input of several sentences."""
        rows: list[dict[str, int]] = []
        words: list[str] = []
        sentence: list[int] = []
        for number, s in enumerate(run):
            keep = len(s.words) - self._drops_stop(s, run)
            offset = len(words)
            for i in range(keep):
                rows.append(self._labels(s, i, offset, keep))
                words.append(s.words[i])
                sentence.append(number)
        self._restyle_quotes(words)
        if not run[0].is_sentence:
            for row in rows:
                row["start"] = IGNORE
        elif rows:
            rows[0]["start"] = IGNORE
        ids, first, last = encode(words, self.pieces)
        keys = rows[0].keys()
        labels = {key: np.array([row[key] for row in rows], dtype=np.int64) for key in keys}
        return Example(CORPORA.index(run[0].corpus), ids, first, last, labels, np.array(sentence))

    def _hyphens(self, s: Sentence) -> Sentence:
        """Some sentences of the names corpora as tokenisers write them that split `Rhein-Kanal` in three."""
        if any(s.upos) or not s.names or self.draw.random() > 0.15:
            return s
        return split_hyphens(s)

    def _drops_stop(self, s: Sentence, run: list[Sentence]) -> bool:
        headline = len(run) > 1 and len(s.words) > 3 and s.words[-1] in ".!?"
        return headline and self.draw.random() < 0.12

    def _restyle_quotes(self, words: list[str]) -> None:
        pairs = self.draw.choice((('"', '"'), ("„", "“"), ("»", "«"), ("“", "”")))
        opened = 0
        for i, word in enumerate(words):
            if word == '"':
                words[i] = pairs[opened % 2]
                opened += 1

    def _labels(self, s: Sentence, i: int, offset: int, keep: int) -> dict[str, int]:
        def known(kind: str, values: list[str | None]) -> int:
            value = values[i] if values else None
            return IGNORE if value is None else self.index[kind].get(value, IGNORE)

        word_lemma = s.lemmas[i] if s.lemmas else None
        script = lemma.script_of(s.words[i], word_lemma) if word_lemma else None
        head = s.heads[i] if s.heads else None
        row = {
            "xpos": known("xpos", s.xpos),
            "upos": known("upos", s.upos),
            "relations": known("relations", s.relations),
            "names": known("names", s.names),
            "scripts": self.index["scripts"].get(script, IGNORE) if script else IGNORE,
            "start": int(i == 0),
            "head": IGNORE if head is None or head > keep else (0 if head == 0 else head + offset),
        }
        features = s.features[i] if s.features else {}
        return row | {f: self.index[f][features[f]] if f in features else IGNORE for f in FEATURES}


def split_hyphens(s: Sentence) -> Sentence:
    """`s` with the hyphens of its plain names as words of their own; it keeps no label but names."""
    words: list[str] = []
    names: list[str | None] = []
    for word, name in zip(s.words, s.names, strict=True):
        label = name or "O"
        parts = re.findall(r"[^-]+|-", word) if label[2:] in PLAIN_NAMES else [word]
        words += parts
        names += [label] + [f"I-{label[2:]}"] * (len(parts) - 1)
    return Sentence(s.corpus, words, names=names, is_sentence=s.is_sentence)


def encode(words: list[str], pieces: Pieces) -> tuple[list[int], list[int], list[int]]:
    """Piece ids between <s> and </s>, and the place of each word's first and last piece."""
    ids, first, last = [0], [], []
    for word in words:
        found = pieces(word)
        first.append(len(ids))
        ids += found
        last.append(len(ids) - 1)
    ids.append(2)
    return ids, first, last
