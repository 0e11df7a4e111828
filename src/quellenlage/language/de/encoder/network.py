"""A small network that comes with the encoder's weights and judges words by their vectors and some marks."""

from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

INPUT, OUTPUT = "signs", "likely"


class Network:
    """A graph from rows of numbers to a probability for each; on one thread, so that it gives the same everywhere."""

    def __init__(self, path: Path) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self.width: int = self._session.get_inputs()[0].shape[1]

    def __call__(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Give the probabilities, of shape (rows,). Raises ``ValueError`` where a row has another width."""
        if rows.shape[1] != self.width:
            raise ValueError(
                f"the network asks for {self.width} numbers a word, there are {rows.shape[1]}: fit it again"
            )
        found: NDArray[np.float32] = self._session.run([OUTPUT], {INPUT: rows})[0]
        return found[:, 0]
