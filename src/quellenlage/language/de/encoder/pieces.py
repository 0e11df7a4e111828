"""Words to vectors: the pruned vocabulary, and its embeddings kept in the 4 bits they came in."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

BEGIN, END, UNKNOWN = 0, 2, 3
BLOCK_BYTES = 18  # an f16 scale and 32 weights of 4 bits
LONGEST_WORD = 16  # pieces; what is longer is no word, and its beginning says enough


class Pieces:
    """The vocabulary of a model directory."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._rows = np.load(folder / "pieces.npy", mmap_mode="r")
        self.ids = lru_cache(maxsize=1 << 16)(self._ids)

    def _ids(self, word: str) -> tuple[int, ...]:
        found = self._tokenizer.encode(unicodedata.normalize("NFKC", word[:400])).ids
        return tuple(found[:LONGEST_WORD]) or (UNKNOWN,)

    def vectors(self, ids: list[int]) -> np.ndarray:
        """float32 (pieces, hidden) of `ids`."""
        rows = self._rows[ids]
        blocks = rows.reshape(len(ids), -1, BLOCK_BYTES)
        scale = np.ascontiguousarray(blocks[:, :, :2]).view("<f2").astype(np.float32)
        packed = blocks[:, :, 2:]
        nibbles = np.concatenate([packed & 15, packed >> 4], axis=2).astype(np.float32)
        nibbles -= 8.0
        nibbles *= scale
        return nibbles.reshape(len(ids), -1)
