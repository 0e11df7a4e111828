"""The mean of several runs' weights: `python -m training.average --runs A B --out DIR` (Izmailov et al. 2018)."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch


def main() -> None:
    """Write `weights.pt` beside the first run's labels, vocabulary and tokenizer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for name in ("labels.json", "kept.npy", "tokenizer.json"):
        shutil.copy(options.runs[0] / name, options.out / name)
    saved = [torch.load(run / "weights.pt", weights_only=True) for run in options.runs]
    state = {k: torch.stack([s["state"][k] for s in saved]).mean(dim=0) for k in saved[0]["state"]}
    torch.save({"state": state, "layers": saved[0]["layers"]}, options.out / "weights.pt")


if __name__ == "__main__":
    main()
