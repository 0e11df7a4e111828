"""The encoder over a text of any length: windows that end where a sentence ends, so that none has a seam inside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort

from quellenlage.language.de.encoder import konjunktiv
from quellenlage.language.de.encoder.boundaries import after_clauses
from quellenlage.language.de.encoder.labels import FEATURES, NONE, ROOT
from quellenlage.language.de.encoder.lemma import Lemmas
from quellenlage.language.de.encoder.names import best_labels, transitions
from quellenlage.language.de.encoder.pieces import BEGIN, END, Pieces
from quellenlage.language.de.encoder.settled_names import settled
from quellenlage.language.de.encoder.trees import best_tree

WINDOW = 160  # pieces, about 110 words: what training saw
WIDEST = 500  # pieces of the widest window, for a sentence longer than WINDOW
FULL_STOPS = frozenset(".!?")
CLOSING = frozenset("“”«»\"'’")
AHEAD = 4  # words that must follow a boundary before it is trusted
SLOW_FUSIONS = ["SkipLayerNormFusion"]  # its kernel takes ten times as long as Add and LayerNormalization do
FINITE = frozenset(("VVFIN", "VAFIN", "VMFIN"))
NOT_FINITE = {
    f"V{a}{b}": f"VerbForm={form}" for a in "VAM" for b, form in (("INF", "Inf"), ("IZU", "Inf"), ("PP", "Part"))
}
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
HELPERS = frozenset(("aux", "aux:pass", "cop"))
OUTPUTS = (
    "xpos",
    "upos",
    "features",
    "scripts",
    "start",
    "names",
    "arcs",
    "relation_dependent",
    "relation_head",
    "word_vectors",
)


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of one word; `head` is the head's place in the text, its own for a root."""

    tag: str
    pos: str
    morph: str
    lemma: str
    head: int
    dep: str
    name: str
    begins_sentence: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """What a text's lines say of words, by place: a sentence begins at each of ``breaks`` and at none of ``joined``."""

    breaks: frozenset[int] = frozenset()
    joined: frozenset[int] = frozenset()


NO_LINES = Lines()


class Encoder:
    """A model directory, loaded; `read` is a pure function of the words."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = ort.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW_FUSIONS
        )
        self._outputs = [output.name for output in self._session.get_outputs()]
        self._pieces = Pieces(folder)
        self._labels: dict[str, Any] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self._lemmas = Lemmas(folder, self._labels["scripts"])
        self._allowed = transitions(self._labels["names"])
        self._morphs: dict[bytes, str] = {}

    def read(self, words: list[str], lines: Lines = NO_LINES, *, split: bool = True) -> list[Word]:
        """One `Word` for each of `words`; a sentence begins where `lines` says so and, with `split`, where the model
        does.
        """
        return self.read_with_vectors(words, lines, split=split)[0]

    def read_with_vectors(
        self, words: list[str], lines: Lines = NO_LINES, *, split: bool = True
    ) -> tuple[list[Word], np.ndarray]:
        """`read`, and each word's vector in its sentence, of shape (words, hidden)."""
        found: list[Word] = []
        vectors: list[np.ndarray] = []
        for begin, end, outputs in self._windows(words, lines, split):
            found += self._words(words[begin:end], begin, outputs)
            if "word_vectors" in outputs:
                vectors.append(outputs["word_vectors"][: end - begin])
        return found, np.concatenate(vectors) if vectors else np.zeros((0, 0), dtype=np.float32)

    def _windows(self, words: list[str], lines: Lines, split: bool) -> Iterator[tuple[int, int, dict[str, np.ndarray]]]:
        """(begin, end, outputs) of runs of whole sentences; `start` is true at each sentence's first word."""
        ids = [self._pieces.ids(word) for word in words]
        begin, width = 0, WINDOW
        while begin < len(words):
            stop = _stop(words, ids, begin, width)
            outputs = self._run(ids[begin:stop])
            starts = (outputs["start"] > 0) & split
            starts[0] = True
            if split:
                tags = [self._labels["xpos"][n] for n in outputs["xpos"].tolist()]
                starts[after_clauses(words[begin:stop], tags, starts)] = True
            for place in range(begin + 1, stop):
                starts[place - begin] = (starts[place - begin] and place not in lines.joined) or place in lines.breaks
            end = stop if stop == len(words) else begin + _last_boundary(starts, lines.breaks, begin)
            if end == begin and width < WIDEST:
                width = WIDEST
                continue
            outputs["start"] = starts
            end = end if end > begin else stop
            yield begin, end, outputs
            begin, width = end, WINDOW

    def _run(self, ids: list[tuple[int, ...]]) -> dict[str, np.ndarray]:
        flat = [BEGIN]
        first, last = [], []
        for word in ids:
            first.append(len(flat))
            flat += word
            last.append(len(flat) - 1)
        flat.append(END)
        feed = {"vectors": self._pieces.vectors(flat), "first": np.array(first), "last": np.array(last)}
        return dict(zip(self._outputs, self._session.run(self._outputs, feed), strict=True))

    def _words(self, words: list[str], offset: int, outputs: dict[str, np.ndarray]) -> list[Word]:
        count = len(words)
        starts = outputs["start"][:count].tolist()
        heads, relations = self._trees(np.flatnonzero(outputs["start"][:count]), count, outputs)
        names = best_labels(outputs["names"][:count], self._allowed).tolist()
        tags = [self._labels["xpos"][n] for n in outputs["xpos"][:count].tolist()]
        upos = [self._labels["upos"][n] for n in outputs["upos"][:count].tolist()]
        lemmas = [self._lemmas.of(*row) for row in zip(words, upos, outputs["scripts"].tolist(), strict=False)]
        morphs = [self._morph(row) for row in outputs["features"][:count]]
        subjects = _subjects(words, heads, relations)
        for i, tag in enumerate(tags):
            if tag in FINITE:
                morphs[i] = _settled(words[i], lemmas[i], subjects.get(i, ""), morphs[i])
            else:
                morphs[i] = NOT_FINITE.get(tag, morphs[i])
        labels = settled(words, tags, [self._labels["names"][n] for n in names])
        return [
            Word(*row)
            for row in zip(
                tags, upos, morphs, lemmas, (offset + h for h in heads), relations, labels, starts, strict=True
            )
        ]

    def _trees(self, starts: np.ndarray, count: int, outputs: dict[str, np.ndarray]) -> tuple[list[int], list[str]]:
        arcs = outputs["arcs"]
        heads = np.zeros(count, dtype=np.int64)
        for begin, end in zip(starts, [*starts[1:], count], strict=True):
            columns = np.concatenate([[0], np.arange(begin + 1, end + 1)])
            heads[begin:end] = columns[best_tree(arcs[begin:end, columns])]
        dependent, head = outputs["relation_dependent"][:count], outputs["relation_head"][heads]
        scores = np.matmul(dependent.reshape(count, -1, head.shape[1]), head[:, :, None])[:, :, 0]
        root = self._labels["relations"].index(ROOT)
        scores[:, root] = np.where(heads == 0, np.inf, -np.inf)
        relations = [self._labels["relations"][i] for i in scores.argmax(axis=1)]
        return [h - 1 if h else i for i, h in enumerate(heads.tolist())], relations

    def _morph(self, numbers: np.ndarray) -> str:
        key = numbers.tobytes()
        if key not in self._morphs:
            values = [(f, self._labels["features"][f][n]) for f, n in zip(FEATURES, numbers, strict=True)]
            self._morphs[key] = "|".join(f"{f}={v}" for f, v in values if v != NONE)
        return self._morphs[key]


@lru_cache(maxsize=1 << 14)
def _settled(word: str, lemma: str, subject: str, morph: str) -> str:
    features = konjunktiv.settled(word, lemma, subject, dict(pair.split("=") for pair in morph.split("|") if pair))
    return "|".join(f"{name}={features[name]}" for name in sorted(features))


def _subjects(words: list[str], heads: list[int], relations: list[str]) -> dict[int, str]:
    """Finite verb → its subject's form, also where the subject hangs from the predicate that the verb helps."""
    found = {h: words[i].lower() for i, (h, r) in enumerate(zip(heads, relations, strict=True)) if r in SUBJECTS}
    for i, (head, relation) in enumerate(zip(heads, relations, strict=True)):
        if relation in HELPERS and head in found:
            found.setdefault(i, found[head])
    return found


def _stop(words: list[str], ids: list[tuple[int, ...]], begin: int, width: int) -> int:
    """Where a window ends: as wide as may be, or a few words after its last full stop, to read little twice."""
    pieces, stop = 2, begin
    while stop < len(ids) and (pieces + len(ids[stop]) <= width or stop == begin):
        pieces += len(ids[stop])
        stop += 1
    if stop == len(ids):
        return stop
    for i in range(stop - AHEAD - 1, (begin + stop) // 2, -1):
        if words[i] in FULL_STOPS and words[i + 1] not in CLOSING:
            return i + 1 + AHEAD
    return stop


def _last_boundary(starts: np.ndarray, breaks: frozenset[int], begin: int) -> int:
    """The last trusted sentence start in a window, 0 where there is none."""
    for i in range(len(starts) - 1, 0, -1):
        if starts[i] and (i <= len(starts) - AHEAD or begin + i in breaks):
            return i
    return 0
