"""Fine-tunes the encoder on all tasks at once: `python -m training.train --data DATA --out DIR`."""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training import data, e5, vocabulary
from training.batching import batches
from training.data import Gluer, Inventory
from training.model import Network
from training.validation import validate

SHARES = {
    "gsd": 1.0, "pud": 0.6, "hdt": 0.6, "gsd-split": 0.8, "pud-split": 0.4, "hdt-split": 0.4,
    "germeval": 0.7, "mobie": 0.08, "smartdata": 0.12, "konjunktiv": 0.15,
}  # fmt: skip
WEIGHTS = {
    "xpos": 1.0, "arcs": 1.0, "relations": 1.0, "names": 1.0, "Mood": 1.0, "scripts": 0.5, "upos": 0.5, "start": 0.5,
}  # fmt: skip
OTHER_FEATURES = 0.2
RANKED = 120_000
PROGRESS_EVERY = 50  # batches
AVERAGED = 0.998  # decay of the moving mean of the weights, a step


def main() -> None:
    """Train and write `weights.pt`, `labels.json`, `kept.npy` and `tokenizer.json`."""
    options = _options()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    sentences = data.training_sentences(options.data, options.seed, validation=options.validation)
    labels = data.inventory(s for corpus in sentences.values() for s in corpus)
    source = e5.read(e5.default_path())
    words = sorted({w for corpus in sentences.values() for s in corpus for w in s.words})
    kept = vocabulary.pruned(source, words, ranked=RANKED)
    tokenizer = vocabulary.tokenizer([(source.pieces[i], float(source.scores[i])) for i in kept])
    options.out.mkdir(parents=True, exist_ok=True)
    vocabulary.save(tokenizer, options.out / "tokenizer.json")
    np.save(options.out / "kept.npy", kept)
    (options.out / "labels.json").write_text(json.dumps(asdict(labels), ensure_ascii=False), encoding="utf-8")
    network = Network(source, kept, options.layers, labels)
    if options.init:
        network.load_state_dict(torch.load(options.init, weights_only=True)["state"])
    gluer = Gluer(sentences, labels, vocabulary.piece_lookup(tokenizer), options.seed)
    fit(network, gluer, labels, options)


def fit(network: Network, gluer: Gluer, labels: Inventory, options: argparse.Namespace) -> None:
    """AdamW with linear warm-up and decay; after every pass the moving mean of the weights is written."""
    draw = random.Random(options.seed)
    shares = {k: v for k, v in SHARES.items() if _wanted(k.split("-")[0], options)}
    encoder = list(network.encoder.parameters())
    heads = [p for n, p in network.named_parameters() if p.requires_grad and not n.startswith("encoder.")]
    groups = [{"params": encoder, "lr": options.rate}, {"params": heads, "lr": options.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = options.passes * sum(1 for _ in batches(gluer.epoch(shares), pieces=options.batch, draw=random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, steps))
    mean = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED))
    began = time.monotonic()
    for number in range(options.passes):
        network.train()
        total = _pass((network, mean), gluer.epoch(shares), optimizer, schedule, (options, draw))
        _save(mean.module, options)
        figures = validate(mean.module, options.data, labels, gluer.pieces) if options.validation else {}
        minutes = (time.monotonic() - began) / 60
        print(f"pass {number + 1}/{options.passes} {minutes:.1f} min, losses {total}, validation {figures}", flush=True)


def _pass(
    networks: tuple[Network, AveragedModel],
    examples: list[data.Example],
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
    run: tuple[argparse.Namespace, random.Random],
) -> dict[str, float]:
    sums: dict[str, float] = {}
    count = 0
    network, mean = networks
    options, draw = run
    for batch in batches(examples, pieces=options.batch, draw=draw):
        losses = network.losses(batch)
        loss = torch.stack([WEIGHTS.get(name, OTHER_FEATURES) * value for name, value in losses.items()]).sum()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        schedule.step()
        mean.update_parameters(network)
        count += 1
        if count % PROGRESS_EVERY == 0:
            print(f"  {count} batches, {time.strftime('%H:%M:%S')}", flush=True)
        for name in ("xpos", "arcs", "relations", "names", "start", "Mood"):
            sums[name] = sums.get(name, 0.0) + float(losses[name].detach() if name in losses else 0.0)
    return {name: round(value / max(count, 1), 3) for name, value in sums.items()}


def _wanted(corpus: str, options: argparse.Namespace) -> bool:
    return corpus not in options.without and (not options.only or corpus in options.only)


def _save(network: Network, options: argparse.Namespace) -> None:
    torch.save({"state": network.state_dict(), "layers": options.layers}, options.out / "weights.pt")


def rate(step: int, steps: int) -> float:
    """Factor of the learning rate: a twelfth of the steps to warm up, then down to a fiftieth."""
    warm = max(1, steps // 12)
    return min(1.0, (step + 1) / warm) * max(0.02, 1.0 - step / steps)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=lambda s: [int(x) for x in s.split(",")], default=[0, 1, 2, 3, 4, 5])
    parser.add_argument("--passes", type=int, default=10)
    parser.add_argument("--rate", type=float, default=2.2e-4)
    parser.add_argument("--head-rate", type=float, default=1.2e-3)
    parser.add_argument("--batch", type=int, default=700)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--validation", action="store_true", help="keep an eighth of GSD dev and measure on it")
    parser.add_argument("--init", type=Path, help="weights.pt of a run with the same data and layers to go on from")
    parser.add_argument("--only", type=lambda s: set(s.split(",")), default=set(), help="these corpora alone")
    parser.add_argument("--without", type=lambda s: set(s.split(",")), default=set(), help="all but these corpora")
    return parser.parse_args()


if __name__ == "__main__":
    main()
