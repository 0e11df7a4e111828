"""The network as it is exported: one text, no padding, matrices that share an input side by side."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from quellenlage.language.de.encoder.labels import FEATURES
from training.data import CORPORA
from training.model import Layer, Network, Words, with_one

CANDIDATES = 4  # edit scripts a word that are kept, best first


class Exported(nn.Module):
    """Conventions are GSD's, for names GermEval's: their corpus offsets are folded into the biases."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        encoder = network.encoder
        self.positions = encoder.positions
        self.norm = encoder.norm
        self.layers = nn.ModuleList(ExportedLayer(layer) for layer in encoder.layers)  # type: ignore[arg-type]
        words = ((network.tag_words, "gsd"), (network.tree_words, "gsd"), (network.name_words, "germeval"))
        self.words = _side_by_side([_folded(w, corpus) for w, corpus in words])
        self.order = ["xpos", "upos", "scripts", "start", *FEATURES]
        self.sizes = [network.tags[name].out_features for name in self.order]
        self.tags = _side_by_side([network.tags[name] for name in self.order])  # type: ignore[misc]
        self.names, self.tree = network.names, network.tree
        relation = network.tree.relation  # as a plain matrix, which the quantiser knows
        self.relation = nn.Linear(relation.shape[0], relation[0].numel(), bias=False)
        self.relation.weight.data = relation.data.flatten(1).T.contiguous()

    def forward(self, vectors: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """(pieces, hidden), (words,), (words,) to the tensors that `encoder.OUTPUTS` names."""
        x = self.norm(vectors + self.positions[: vectors.shape[0]])
        for layer in self.layers:
            x = layer(x)
        ends = torch.cat([x[first], x[last]], dim=-1)
        tagged, treed, named = functional.gelu(self.words(ends)).chunk(3, dim=-1)
        logits = dict(zip(self.order, self.tags(tagged).split(self.sizes, dim=-1), strict=True))
        arcs, candidates = self.tree.arcs(treed[None])
        dependent = self.relation(with_one(functional.gelu(self.tree.relation_dependent(treed))))
        head = with_one(functional.gelu(self.tree.relation_head(candidates[0])))
        return (
            logits["xpos"].argmax(-1),
            logits["upos"].argmax(-1),
            torch.stack([logits[f].argmax(-1) for f in FEATURES], dim=-1),
            logits["scripts"].topk(CANDIDATES, dim=-1).indices,
            logits["start"][:, 1] - logits["start"][:, 0],
            torch.log_softmax(self.names(named), dim=-1),
            arcs[0],
            dependent,
            head,
            (x[first] + x[last]) / 2,
        )


class ExportedLayer(nn.Module):
    """`Layer` with its three projections in one and the attention's scale folded into the queries."""

    def __init__(self, source: Layer) -> None:
        super().__init__()
        self.heads = source.heads
        query = nn.Linear(source.q.in_features, source.q.out_features)
        scale = (source.q.out_features / source.heads) ** -0.5
        query.weight.data = source.q.weight.data * scale
        query.bias.data = source.q.bias.data * scale
        self.qkv = _side_by_side([query, source.k, source.v])
        self.ao, self.fi, self.fo = source.ao, source.fi, source.fo
        self.aln, self.oln = source.aln, source.oln

    def forward(self, x: Tensor) -> Tensor:
        """(pieces, hidden) to the same."""
        split = self.qkv(x).unflatten(-1, (3, self.heads, -1)).permute(1, 2, 0, 3)
        weights = torch.softmax(split[0] @ split[1].transpose(1, 2), dim=-1)
        mixed = (weights @ split[2]).permute(1, 0, 2).flatten(1)
        x = self.aln(x + self.ao(mixed))
        return self.oln(x + self.fo(functional.gelu(self.fi(x))))


def _folded(words: Words, corpus: str) -> nn.Linear:
    linear = nn.Linear(words.mix.in_features, words.mix.out_features)
    linear.weight.data = words.mix.weight.data.clone()
    linear.bias.data = words.mix.bias.data + words.corpus.weight.data[CORPORA.index(corpus)]
    return linear


def _side_by_side(parts: list[nn.Linear]) -> nn.Linear:
    joined = nn.Linear(parts[0].in_features, sum(p.out_features for p in parts))
    joined.weight.data = torch.cat([p.weight.data for p in parts])
    joined.bias.data = torch.cat([p.bias.data for p in parts])
    return joined
