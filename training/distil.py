"""Trains one network on gold labels and on an ensemble's where there are none.

`python -m training.distil --data DATA --runs A B --init B --out DIR` (Hinton, Vinyals and Dean 2015). The first run
gives labels and vocabulary; UD German-PUD gets no silver names, for its sentences are UNER-PUD's.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from quellenlage.language import pipeline
from training import annotated, data, e5, ensemble
from training.batching import groups, padded
from training.corpora import Sentence
from training.data import CORPORA, IGNORE, LONGEST_WORDS, Example, Gluer, Inventory
from training.ensemble import HARD, SOFT, Silver
from training.model import Batch, Network, cross_entropy
from training.train import OTHER_FEATURES, WEIGHTS, rate
from training.vocabulary import piece_lookup

SHARES = {
    "gsd": 1.0, "pud": 0.6, "hdt": 0.6, "gsd-split": 0.7, "pud-split": 0.4, "hdt-split": 0.3,
    "germeval": 0.75, "mobie": 0.08, "smartdata": 0.25, "konjunktiv": 0.1, "reports": 0.8,
}  # fmt: skip
TAGGED = ("germeval", "mobie", "smartdata", "reports")  # they get silver tags
PARSED = ("germeval", "reports")  # these silver trees too: whole sentences
NAMED = ("gsd", "hdt", "gsd-split", "hdt-split", "mobie", "smartdata", "reports")  # these silver names
SILVER = {"names": 1.0, "xpos": 0.5, "upos": 0.25, "scripts": 0.25, "head": 0.5, "relations": 0.5, "Mood": 0.5}
OTHER_SILVER = 0.1

Soft = dict[str, np.ndarray]


def reports() -> list[Sentence]:
    """Sentences of our own annotated reports, without any label but the moods that form shows."""
    nlp = pipeline("de", "hanta")
    found: list[Sentence] = []
    for report in annotated.read_all().values():
        for sentence in nlp(report.text).sents:
            words = [t.text for t in sentence if not t.is_space][:LONGEST_WORDS]
            if len(words) > 2:
                found.append(data.by_form(Sentence("germeval", words, is_sentence=False)))
    return found


class SilverGluer(Gluer):
    """A `Gluer` whose examples carry silver labels too; those of the hard kind under `silver-` and the task's name."""

    silver: dict[tuple[str, ...], tuple[str, Silver]]
    soft: dict[int, Soft]

    def example(self, run: list[Sentence]) -> Example:
        """One input of several sentences; a sentence that was changed since it was labelled has gold labels alone."""
        example = super().example(run)
        count = len(example.first)
        soft = {name: np.zeros((count, len(self.index[name])), dtype=np.float32) for name in SOFT}
        hard = {name: np.full(count, IGNORE, dtype=np.int64) for name in (*HARD, "head", "relations")}
        offset = 0
        for number, sentence in enumerate(run):
            kept = int((example.sentence == number).sum())
            if found := self.silver.get(tuple(sentence.words)):
                _fill(soft, hard, found, offset, kept)
            offset += kept
        for name in HARD:
            hard[name][example.labels[name] != IGNORE] = IGNORE
        soft["xpos"][example.labels["xpos"] != IGNORE] = 0.0
        example.labels.update({f"silver-{name}": values for name, values in hard.items()})
        self.soft[id(example)] = soft
        return example


def _fill(soft: Soft, hard: dict[str, np.ndarray], found: tuple[str, Silver], offset: int, kept: int) -> None:
    corpus, silver = found
    here = slice(offset, offset + kept)
    if corpus in NAMED:
        soft["names"][here] = silver.soft["names"][:kept]
    if corpus in TAGGED:
        soft["xpos"][here] = silver.soft["xpos"][:kept]
        for name in HARD:
            hard[name][here] = silver.hard[name][:kept]
    if corpus in PARSED:
        head = silver.hard["head"][:kept].copy()
        head[head > kept] = IGNORE
        hard["head"][here] = np.where(head > 0, head + offset, head)
        hard["relations"][here] = np.where(head == IGNORE, IGNORE, silver.hard["relations"][:kept])


def losses(network: Network, batch: Batch, soft: dict[str, Tensor]) -> dict[str, Tensor]:
    """The losses of `Network.losses`, and those of silver labels by GSD's and GermEval's conventions."""
    ends = network.ends(batch)
    found = network.losses_of(ends, batch)
    named, tagged = (soft[name].sum((1, 2)) > 0 for name in SOFT)
    parsed = (batch.labels["silver-head"] != IGNORE).any(1)
    if named.any():
        words = network.name_words(ends[named], _corpus("germeval", named))
        found["silver-names"] = _soft_loss(network.names(words), soft["names"][named])
    if tagged.any():
        words = network.tag_words(ends[tagged], _corpus("gsd", tagged))
        found["silver-xpos"] = _soft_loss(network.tags["xpos"](words), soft["xpos"][tagged])
        for name in HARD:
            found[f"silver-{name}"] = cross_entropy(network.tags[name](words), batch.labels[f"silver-{name}"][tagged])
    if parsed.any():
        words = network.tree_words(ends[parsed], _corpus("gsd", parsed))
        head, relations = (batch.labels[f"silver-{name}"][parsed] for name in ("head", "relations"))
        trees = network.tree_losses(words, head, relations, batch.sentence[parsed])
        found |= {"silver-head": trees["arcs"], "silver-relations": trees["relations"]}
    return found


def _corpus(name: str, rows: Tensor) -> Tensor:
    return torch.full((int(rows.sum()),), CORPORA.index(name))


def _soft_loss(logits: Tensor, wanted: Tensor) -> Tensor:
    return -(wanted * functional.log_softmax(logits, -1)).sum() / wanted.sum().clamp(min=1.0)


def _weight(name: str) -> float:
    if name.startswith("silver-"):
        return SILVER.get(name.removeprefix("silver-"), OTHER_SILVER)
    return WEIGHTS.get(name, OTHER_FEATURES)


def _batches(
    examples: list[Example], gluer: SilverGluer, pieces: int, draw: random.Random
) -> Iterator[tuple[Batch, dict[str, Tensor]]]:
    for group in groups(examples, pieces=pieces, draw=draw):
        batch = padded(group)
        soft: dict[str, Tensor] = {}
        for name in SOFT:
            rows = [gluer.soft[id(e)][name] for e in group]
            filled = np.zeros((len(rows), batch.words.shape[1], rows[0].shape[1]), dtype=np.float32)
            for i, row in enumerate(rows):
                filled[i, : len(row)] = row
            soft[name] = torch.from_numpy(filled)
        yield batch, soft


def fit(network: Network, gluer: SilverGluer, options: argparse.Namespace) -> None:
    """AdamW with a rate that falls to a fiftieth; no moving mean."""
    draw = random.Random(options.seed)
    encoder = list(network.encoder.parameters())
    heads = [p for n, p in network.named_parameters() if p.requires_grad and not n.startswith("encoder.")]
    rates = [{"params": encoder, "lr": options.rate}, {"params": heads, "lr": options.head_rate}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01, fused=True)
    gluer.soft = {}
    examples = gluer.epoch(SHARES)
    steps = options.passes * sum(1 for _ in groups(examples, pieces=options.batch, draw=random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, steps))
    network.train()
    began = time.monotonic()
    for number in range(options.passes):
        if number:
            gluer.soft = {}
            examples = gluer.epoch(SHARES)
        sums: dict[str, list[float]] = {}
        for batch, soft in _batches(examples, gluer, options.batch, draw):
            found = losses(network, batch, soft)
            torch.stack([_weight(name) * value for name, value in found.items()]).sum().backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            schedule.step()
            for name, value in found.items():
                sums.setdefault(name, []).append(float(value.detach()))
        torch.save({"state": network.state_dict(), "layers": options.layers}, options.out / "weights.pt")
        means = {name: round(sum(v) / len(v), 3) for name, v in sums.items() if name.split("-")[-1] not in HARD}
        print(
            f"pass {number + 1}/{options.passes} {(time.monotonic() - began) / 60:.1f} min, losses {means}", flush=True
        )


def main() -> None:
    """Label with the runs, then train; writes what `training.train` writes."""
    options = _options()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    for name in ("labels.json", "kept.npy", "tokenizer.json"):
        shutil.copy(options.runs[0] / name, options.out / name)
    sentences = data.training_sentences(options.data, 7, validation=False) | {"reports": reports()}
    silver: dict[tuple[str, ...], tuple[str, Silver]] = {}
    shares = options.shares or [1 / len(options.runs)] * len(options.runs)
    for corpus in dict.fromkeys((*TAGGED, *NAMED)):
        found = ensemble.label(options.runs, shares, sentences[corpus])
        silver |= {tuple(sentences[corpus][i].words): (corpus, labels) for i, labels in found.items()}
    labels = Inventory(**json.loads((options.out / "labels.json").read_text(encoding="utf-8")))
    begun = torch.load(options.init / "weights.pt", weights_only=True)
    options.layers = begun["layers"]
    network = Network(e5.read(e5.default_path()), np.load(options.out / "kept.npy"), options.layers, labels)
    network.load_state_dict(begun["state"] | {"vectors.weight": network.vectors.weight.data})
    lookup = piece_lookup(Tokenizer.from_file(str(options.out / "tokenizer.json")))
    gluer = SilverGluer(sentences, labels, lookup, options.seed)
    gluer.silver = silver
    fit(network, gluer, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--runs", type=Path, nargs="+", required=True, help="the ensemble; all with the same labels")
    parser.add_argument("--shares", type=float, nargs="+", help="each run's part in the mean; equal without it")
    parser.add_argument("--init", type=Path, required=True, help="the run to go on from")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--head-rate", type=float, default=6e-4)
    parser.add_argument("--batch", type=int, default=700)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=23)
    return parser.parse_args()


if __name__ == "__main__":
    main()
