"""Quick figures during training, on the kept eighth of GSD dev; never on a test set."""

from __future__ import annotations

from pathlib import Path

import torch

from training import corpora, data
from training.batching import padded
from training.data import IGNORE, Gluer, Inventory, Pieces
from training.model import Batch, Network

TASKS = ("xpos", "upos", "scripts", "Case", "Mood")


def validate(network: Network, folder: Path, labels: Inventory, pieces: Pieces) -> dict[str, float]:
    """Accuracy of tags, heads and relations on single sentences with split contractions."""
    kept = [s for i, s in enumerate(corpora.gsd(folder, "dev", merge=False)) if data.is_validation(i)]
    gluer = Gluer({}, labels, pieces, 0)
    examples = sorted((gluer.example([s]) for s in kept), key=lambda e: len(e.ids))
    counts: dict[str, list[int]] = {}
    network.eval()
    with torch.inference_mode():
        for start in range(0, len(examples), 16):
            for name, (right, known) in _counts(network, padded(examples[start : start + 16])).items():
                counts.setdefault(name, [0, 0])
                counts[name][0] += right
                counts[name][1] += known
    return {name: round(100 * right / max(known, 1), 2) for name, (right, known) in counts.items()}


def _counts(network: Network, batch: Batch) -> dict[str, tuple[int, int]]:
    ends = network.ends(batch)
    tags = network.tag_words(ends, batch.corpus)
    words = network.tree_words(ends, batch.corpus)
    scores, candidates = network.tree.arcs(words)
    scores[:, :, 1:].masked_fill_(~batch.words[:, None, :], -1e4)
    dependent, heads = network.tree.relation_parts(words, candidates)
    head = scores.argmax(-1)
    chosen = heads[torch.arange(words.shape[0])[:, None], head]
    relation = torch.einsum("bwrd,bwd->bwr", dependent, chosen).argmax(-1)
    found = {n: _right(network.tags[n](tags).argmax(-1), batch.labels[n]) for n in TASKS}
    found["UAS"] = _right(head, batch.labels["head"])
    both = (head == batch.labels["head"]) & (relation == batch.labels["relations"])
    known = batch.labels["head"] != IGNORE
    return found | {"LAS": (int((both & known).sum()), int(known.sum()))}


def _right(guess: torch.Tensor, gold: torch.Tensor) -> tuple[int, int]:
    known = gold != IGNORE
    return int(((guess == gold) & known).sum()), int(known.sum())
