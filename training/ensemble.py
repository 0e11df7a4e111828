"""What several runs together say of sentences: probabilities averaged word by word, whatever each run's vocabulary.

Treebanks have no names and corpora of names no trees; what an ensemble says of the one teaches the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from quellenlage.language.de.encoder.labels import FEATURES
from training.batching import padded
from training.corpora import Sentence
from training.data import CORPORA, IGNORE, Example, encode
from training.export import load
from training.model import Network
from training.vocabulary import piece_lookup

PIECES = 1200  # a batch
LONGEST = 500  # pieces; longer sentences get no labels
SOFT = ("names", "xpos")
HARD = ("upos", "scripts", *FEATURES)
SURE = 0.6  # of a label that is taken as it is
SURE_HEAD = 0.5

Sums = dict[str, np.ndarray]


@dataclass(frozen=True, slots=True)
class Silver:
    """Labels of one sentence: probabilities (words, labels) of names and STTS tags, numbers (words,) of the rest.

    Numbers are `IGNORE` where the ensemble is not sure; heads count from 1, 0 is the root.
    """

    soft: dict[str, np.ndarray]
    hard: dict[str, np.ndarray]


@torch.inference_mode()
def label(runs: Sequence[Path], shares: Sequence[float], sentences: Sequence[Sentence]) -> dict[int, Silver]:
    """Labels by place in `sentences`; `shares` are the runs' parts in the mean and sum to 1."""
    sums: dict[int, Sums] = {}
    for run, share in zip(runs, shares, strict=True):
        network, _ = load(run)
        pieces = piece_lookup(Tokenizer.from_file(str(run / "tokenizer.json")))
        examples = [
            (i, Example(0, *encode(s.words, pieces), {}, np.zeros(len(s.words)))) for i, s in enumerate(sentences)
        ]
        for group in _groups([pair for pair in examples if len(pair[1].ids) <= LONGEST]):
            for (i, _), found in zip(group, _read(network, [e for _, e in group]), strict=True):
                mine = sums.setdefault(i, {})
                for name, value in found.items():
                    mine[name] = mine.get(name, 0.0) + share * value
    return {i: _silver(found) for i, found in sums.items()}


def _groups(examples: list[tuple[int, Example]]) -> Iterator[list[tuple[int, Example]]]:
    examples = sorted(examples, key=lambda pair: len(pair[1].ids))
    at = 0
    while at < len(examples):
        count = max(1, PIECES // len(examples[at][1].ids))
        yield examples[at : at + count]
        at += count


def _read(network: Network, group: list[Example]) -> Iterator[Sums]:
    """Probabilities of each sentence, by GSD's conventions and for names by GermEval's."""
    batch = padded(group)
    ends = network.ends(batch)
    gsd, germeval = (torch.full((len(group),), CORPORA.index(c)) for c in ("gsd", "germeval"))
    tags, trees = network.tag_words(ends, gsd), network.tree_words(ends, gsd)
    found = {name: functional.softmax(network.tags[name](tags), -1) for name in ("xpos", *HARD)}
    found["names"] = functional.softmax(network.names(network.name_words(ends, germeval)), -1)
    scores, candidates = network.tree.arcs(trees)
    scores[:, :, 1:].masked_fill_(~batch.words[:, None, :], -1e4)
    dependent, heads = network.tree.relation_parts(trees, candidates)
    for row, example in enumerate(group):
        count = len(example.first)
        arcs = functional.softmax(scores[row, :count, : count + 1], -1)
        chosen = heads[row, arcs.argmax(-1)]
        relations = torch.einsum("wrd,wd->wr", dependent[row, :count], chosen)
        sums = {name: value[row, :count].numpy() for name, value in found.items()}
        yield sums | {"head": arcs.numpy(), "relations": functional.softmax(relations, -1).numpy()}


def _silver(sums: Sums) -> Silver:
    hard = {name: _sure(sums[name], SURE) for name in (*HARD, "relations")}
    hard["head"] = _sure(sums["head"], SURE_HEAD)
    hard["relations"][hard["head"] == IGNORE] = IGNORE
    return Silver({name: sums[name].astype(np.float16) for name in SOFT}, hard)


def _sure(probabilities: np.ndarray, least: float) -> np.ndarray:
    best: np.ndarray = probabilities.argmax(-1).astype(np.int64)
    best[probabilities.max(-1) < least] = IGNORE
    return best
