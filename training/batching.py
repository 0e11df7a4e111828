"""Batches of examples of like length, in an order drawn from the seed."""

from __future__ import annotations

import random
from collections.abc import Iterator

import numpy as np
import torch

from training.data import IGNORE, Example
from training.model import Batch


def batches(examples: list[Example], *, pieces: int, draw: random.Random) -> Iterator[Batch]:
    """Batches of about `pieces` pieces each, padding included."""
    yield from (padded(group) for group in groups(examples, pieces=pieces, draw=draw))


def groups(examples: list[Example], *, pieces: int, draw: random.Random) -> list[list[Example]]:
    """The examples of each batch."""
    order = sorted(examples, key=lambda e: len(e.ids) + draw.random() * 4)
    made: list[list[Example]] = [[]]
    for example in order:
        if made[-1] and (len(made[-1]) + 1) * len(example.ids) > pieces:
            made.append([])
        made[-1].append(example)
    draw.shuffle(made)
    return made


def padded(group: list[Example]) -> Batch:
    """One batch of `group`."""
    ids = _pad([np.array(e.ids) for e in group], 1)
    words = _pad([np.ones(len(e.first), dtype=np.int64) for e in group], 0)
    return Batch(
        ids=ids,
        pieces=_pad([np.ones(len(e.ids), dtype=np.int64) for e in group], 0).bool(),
        first=_pad([np.array(e.first) for e in group], 0),
        last=_pad([np.array(e.last) for e in group], 0),
        words=words.bool(),
        corpus=torch.tensor([e.corpus for e in group]),
        sentence=_pad([e.sentence for e in group], -1),
        labels={k: _pad([e.labels[k] for e in group], IGNORE) for k in group[0].labels},
    )


def _pad(rows: list[np.ndarray], value: int) -> torch.Tensor:
    filled = np.full((len(rows), max(len(r) for r in rows)), value, dtype=np.int64)
    for i, row in enumerate(rows):
        filled[i, : len(row)] = row
    return torch.from_numpy(filled)
