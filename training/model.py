"""The network: a cut of multilingual-e5-small with one light head a task."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from quellenlage.language.de.encoder.labels import FEATURES
from training.data import CORPORA, IGNORE, Inventory
from training.e5 import E5File

WORD = 384  # width of a word's vector before the heads
ARC = 192
RELATION = 96
EPSILON = 1e-12
KNOWN_NAMES = ("LOC", "ORG", "PER")  # the types that MobIE and SmartData annotate


@dataclass(slots=True)
class Batch:
    """Padded inputs and labels; shapes (batch, pieces) and (batch, words)."""

    ids: Tensor
    pieces: Tensor
    first: Tensor
    last: Tensor
    words: Tensor
    corpus: Tensor
    sentence: Tensor
    labels: dict[str, Tensor] = field(default_factory=dict)


class Layer(nn.Module):
    """One BERT layer, post-norm."""

    def __init__(self, hidden: int, heads: int, feed_forward: int) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(hidden, hidden) for _ in range(4))
        self.aln, self.oln = nn.LayerNorm(hidden, EPSILON), nn.LayerNorm(hidden, EPSILON)
        self.fi, self.fo = nn.Linear(hidden, feed_forward), nn.Linear(feed_forward, hidden)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """(batch, pieces, hidden) to the same."""
        q, k, v = (self._split(part(x)) for part in (self.q, self.k, self.v))
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.aln(x + self.dropout(self.ao(mixed.transpose(1, 2).flatten(2))))
        return self.oln(x + self.dropout(self.fo(functional.gelu(self.fi(x)))))

    def _split(self, x: Tensor) -> Tensor:
        return x.unflatten(-1, (self.heads, -1)).transpose(1, 2)


class Encoder(nn.Module):
    """Word embeddings (frozen, given as vectors) plus positions, then the layers."""

    def __init__(self, source: E5File, layers: list[int]) -> None:
        super().__init__()
        hidden = source.hidden
        self.norm = nn.LayerNorm(hidden, EPSILON)
        positions = source.tensor("emb.pos").reshape(-1, hidden) + source.tensor("emb.type")[:hidden]
        self.positions = nn.Parameter(torch.from_numpy(positions))
        self.layers = nn.ModuleList(Layer(hidden, source.heads, source.feed_forward) for _ in layers)
        self.dropout = nn.Dropout(0.1)
        _copy(self.norm, source, "emb.ln")
        for layer, number in zip(self.layers, layers, strict=True):
            for part in ("q", "k", "v", "ao", "aln", "fi", "fo", "oln"):
                _copy(getattr(layer, part), source, f"l{number}.{part}")

    def forward(self, vectors: Tensor, mask: Tensor | None) -> Tensor:
        """Word vectors of shape (batch, pieces, hidden) to contextual ones."""
        x = self.dropout(self.norm(vectors + self.positions[: vectors.shape[1]]))
        for layer in self.layers:
            x = layer(x, mask)
        return x


def _copy(module: nn.Module, source: E5File, name: str) -> None:
    for parameter, suffix in ((module.weight, "w"), (module.bias, "b")):
        parameter.data.copy_(torch.from_numpy(source.tensor(f"{name}.{suffix}")).reshape(parameter.shape))  # type: ignore[operator, arg-type]


class Words(nn.Module):
    """A word's vector from its first and last piece, with an offset for the corpus whose conventions are wanted."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.mix = nn.Linear(2 * hidden, WORD)
        self.corpus = nn.Embedding(len(CORPORA), WORD)
        nn.init.normal_(self.corpus.weight, std=0.02)
        self.dropout = nn.Dropout(0.25)

    def forward(self, ends: Tensor, corpus: Tensor) -> Tensor:
        """(batch, words, 2 hidden) to (batch, words, WORD)."""
        return self.dropout(functional.gelu(self.mix(ends) + self.corpus(corpus)[:, None]))


class Biaffine(nn.Module):
    """Dozat and Manning (2017): scores of heads, and relations given a head; place 0 is the root."""

    def __init__(self, relations: int) -> None:
        super().__init__()
        self.root = nn.Parameter(torch.randn(1, 1, WORD) * 0.02)
        self.arc_dependent, self.arc_head = nn.Linear(WORD, ARC), nn.Linear(WORD, ARC)
        self.relation_dependent, self.relation_head = nn.Linear(WORD, RELATION), nn.Linear(WORD, RELATION)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.relation = nn.Parameter(torch.zeros(RELATION + 1, relations, RELATION + 1))
        self.dropout = nn.Dropout(0.25)
        nn.init.orthogonal_(self.arc)
        nn.init.normal_(self.relation, std=0.02)

    def arcs(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Scores (batch, words, 1 + words), and the candidates for heads (batch, 1 + words, WORD)."""
        candidates = torch.cat([self.root.expand(words.shape[0], -1, -1), words], dim=1)
        dependent = self.dropout(functional.gelu(self.arc_dependent(words)))
        head = self.dropout(functional.gelu(self.arc_head(candidates)))
        return with_one(dependent) @ self.arc @ head.transpose(1, 2), candidates

    def relation_parts(self, words: Tensor, candidates: Tensor) -> tuple[Tensor, Tensor]:
        """Dependents times the relation tensor (batch, words, relations, R + 1) and heads (batch, 1 + words, R + 1)."""
        dependent = with_one(self.dropout(functional.gelu(self.relation_dependent(words))))
        head = with_one(self.dropout(functional.gelu(self.relation_head(candidates))))
        return (dependent @ self.relation.flatten(1)).unflatten(-1, self.relation.shape[1:]), head


def with_one(x: Tensor) -> Tensor:
    """`x` with a one behind its last dimension, for a bias inside a product."""
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


class Network(nn.Module):
    """Encoder and heads; `forward` gives the logits of every task."""

    def __init__(self, source: E5File, kept: np.ndarray, layers: list[int], labels: Inventory) -> None:
        super().__init__()
        full = source.tensor("emb.word").reshape(-1, source.hidden)
        self.vectors = nn.Embedding.from_pretrained(torch.from_numpy(full[kept]), freeze=True)
        self.encoder = Encoder(source, layers)
        self.tag_words, self.tree_words, self.name_words = (Words(source.hidden) for _ in range(3))
        sizes = {"xpos": len(labels.xpos), "upos": len(labels.upos), "scripts": len(labels.scripts), "start": 2}
        sizes |= {f: len(labels.features[f]) for f in FEATURES}
        self.tags = nn.ModuleDict({name: nn.Linear(WORD, size) for name, size in sizes.items()})
        self.names = nn.Linear(WORD, len(labels.names))
        self.tree = Biaffine(len(labels.relations))
        known = [n == "O" or n[2:] in KNOWN_NAMES for n in labels.names]
        self.register_buffer("unknown_names", torch.where(torch.tensor(known), 0.0, -1e4), persistent=False)

    def ends(self, batch: Batch) -> Tensor:
        """Contextual vectors of each word's first and last piece, side by side."""
        mask = batch.pieces[:, None, None, :]
        x = self.encoder(self.vectors(batch.ids), mask)
        rows = torch.arange(x.shape[0])[:, None]
        return torch.cat([x[rows, batch.first], x[rows, batch.last]], dim=-1)

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """Mean cross-entropy of each task over its known labels."""
        return self.losses_of(self.ends(batch), batch)

    def losses_of(self, ends: Tensor, batch: Batch) -> dict[str, Tensor]:
        """`losses`, given what `ends` returns."""
        tags = self.tag_words(ends, batch.corpus)
        found = {name: cross_entropy(head(tags), batch.labels[name]) for name, head in self.tags.items()}
        names = self.names(self.name_words(ends, batch.corpus))
        partial = (batch.corpus >= CORPORA.index("mobie"))[:, None, None]
        found["names"] = cross_entropy(names + partial * self.unknown_names, batch.labels["names"])
        rows = (batch.labels["head"] != IGNORE).any(dim=1)
        if not rows.any():
            return found
        words = self.tree_words(ends, batch.corpus)[rows]
        head, relations = batch.labels["head"][rows], batch.labels["relations"][rows]
        return found | self.tree_losses(words, head, relations, batch.sentence[rows])

    def tree_losses(self, words: Tensor, head: Tensor, relations: Tensor, sentence: Tensor) -> dict[str, Tensor]:
        """Losses of `arcs` and `relations` over known heads; no word hangs from another sentence's."""
        scores, candidates = self.tree.arcs(words)
        inside = sentence[:, :, None] == sentence[:, None, :]
        allowed = functional.pad(inside, (1, 0), value=True)
        dependent, heads = self.tree.relation_parts(words, candidates)
        gold = heads[torch.arange(words.shape[0])[:, None], head.clamp(min=0)]
        logits = torch.einsum("bwrd,bwd->bwr", dependent, gold)
        labels = torch.where(head == IGNORE, IGNORE, relations)
        arcs = cross_entropy(scores.masked_fill(~allowed, -1e4), head)
        return {"arcs": arcs, "relations": cross_entropy(logits, labels)}


def cross_entropy(logits: Tensor, labels: Tensor) -> Tensor:
    """Mean over known labels, 0 where there are none; shapes (batch, words, labels) and (batch, words)."""
    if not (labels != IGNORE).any():
        return logits.sum() * 0.0
    return functional.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=IGNORE)
