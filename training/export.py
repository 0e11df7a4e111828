"""Writes the model directory: `python -m training.export --data DATA --run DIR --out MODEL`."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from quellenlage.language.de.encoder.encoder import OUTPUTS
from training import corpora, e5, lemmas
from training.data import Inventory
from training.graph import Exported
from training.model import Network


def load(run: Path) -> tuple[Network, Inventory]:
    """The network of a training run, in evaluation mode."""
    labels = Inventory(**json.loads((run / "labels.json").read_text(encoding="utf-8")))
    saved = torch.load(run / "weights.pt", weights_only=True)
    network = Network(e5.read(e5.default_path()), np.load(run / "kept.npy"), saved["layers"], labels)
    network.load_state_dict(saved["state"])
    return network.eval(), labels


def graph(network: Network, path: Path, *, int8: bool) -> None:
    """The ONNX graph at `path`, with float32 or int8 weights."""
    words, pieces = torch.export.Dim("words", min=2, max=500), torch.export.Dim("pieces", min=4, max=510)
    example = (torch.randn(40, 384), torch.arange(1, 25), torch.arange(1, 25))
    program = torch.onnx.export(
        Exported(network).eval(),
        example,
        input_names=["vectors", "first", "last"],
        output_names=list(OUTPUTS),
        dynamic_shapes=({0: pieces}, {0: words}, {0: words}),
        dynamo=True,
        optimize=True,
    )
    with tempfile.TemporaryDirectory() as folder:
        plain, prepared = Path(folder) / "plain.onnx", Path(folder) / "prepared.onnx"
        program.save(str(plain))
        if not int8:
            shutil.copy(plain, path)
            return
        _without_shapes(plain, prepared)
        quantize_dynamic(str(prepared), str(path), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def _without_shapes(plain: Path, prepared: Path) -> None:
    """The quantiser turns Gemm into MatMul and transposes weights; shapes written before that contradict it."""
    model = onnx.load(plain)
    del model.graph.value_info[:]
    onnx.save(model, prepared)


def main() -> None:
    """Graph, vocabulary, labels, lemma table and meta of a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float32", action="store_true")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    network, labels = load(options.run)
    layers = len(network.encoder.layers)
    graph(network, options.out / "model.onnx", int8=not options.float32)
    np.save(options.out / "pieces.npy", e5.read(e5.default_path()).word_rows()[np.load(options.run / "kept.npy")])
    for name in ("tokenizer.json", "labels.json"):
        shutil.copy(options.run / name, options.out / name)
    _write(options.out / "lemmas.json", lemmas.table(options.data, labels.scripts))
    _write(options.out / "meta.json", _meta(layers, "float32" if options.float32 else "int8"))


def _meta(layers: int, weights: str) -> dict[str, object]:
    return {
        "name": "quellenlage-de",
        "format": 1,
        "language": "de",
        "base": "intfloat/multilingual-e5-small (MIT)",
        "layers": layers,
        "weights": weights,
        "license": "CC-BY-SA-4.0",
        "names": "outer chunks; -part and -deriv labels are GermEval's",
        "held_out": f"every {corpora.HELD_OUT_EVERY}th sentence of GermEval 2014 test, from the first",
    }


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
