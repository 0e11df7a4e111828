"""How likely two mentions are of one event, by their signs: boosted trees that were fitted on the golden stories.

``training.events`` makes the file; no sign that speaks for one event can lower what the trees say, and none that
speaks against it raise it.
"""

from functools import lru_cache
from importlib.resources import files

import numpy as np
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions

from quellenlage.linking.events.arrays import Numbers
from quellenlage.linking.events.signs import NAMES

INPUT, OUTPUT = "signs", "likely"


def likely(signs: Numbers, code: str) -> Numbers:
    """Give a probability for each row of signs."""
    if not len(signs):
        return np.zeros(0, dtype=np.float32)
    found: Numbers = _session(code).run([OUTPUT], {INPUT: signs})[0]
    odds: Numbers = np.exp(-found[:, 0])
    return (1 / (1 + odds)).astype(np.float32)


@lru_cache(maxsize=4)
def _session(code: str) -> InferenceSession:
    options = SessionOptions()
    options.graph_optimization_level = GraphOptimizationLevel.ORT_DISABLE_ALL
    options.intra_op_num_threads = 1
    model = files(f"quellenlage.language.{code}").joinpath("event_links.onnx").read_bytes()
    session = InferenceSession(model, options, providers=["CPUExecutionProvider"])
    asked = session.get_inputs()[0].shape[1]
    if asked != len(NAMES):
        raise ValueError(f"event_links.onnx asks for {asked} signs, there are {len(NAMES)}: run training.events again")
    return session
