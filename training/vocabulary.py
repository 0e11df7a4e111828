"""The part of XLM-R's vocabulary that German uses: fewer pieces, the same segmentation of German words."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer, models, pre_tokenizers

from training.e5 import SPECIALS, E5File

UNKNOWN = 3
_LATIN = re.compile(r"^▁?[\x21-\x7eÀ-ÖØ-öø-ſ„“”‚‘’»«›‹–—…€§°²³×·•]*$")


def tokenizer(pieces: list[tuple[str, float]]) -> Tokenizer:
    """XLM-R's unigram model over `pieces`, one word at a time."""
    made = Tokenizer(models.Unigram(pieces, UNKNOWN))
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    return made


def pruned(source: E5File, words: Iterable[str], *, ranked: int) -> np.ndarray:
    """Row numbers to keep: the special pieces, all that segment `words`, single characters, and Latin pieces among the
    `ranked` most frequent.
    """
    full = tokenizer([(p, float(s)) for p, s in zip(source.pieces, source.scores, strict=True)])
    kept = set(range(SPECIALS))
    for word in words:
        kept.update(full.encode(unicodedata.normalize("NFKC", word)).ids)
    for i, piece in enumerate(source.pieces):
        if _LATIN.match(piece) and (i < ranked or len(piece.lstrip("▁")) <= 1):
            kept.add(i)
    return np.array(sorted(kept))


def piece_lookup(made: Tokenizer) -> Callable[[str], list[int]]:
    """Word → piece ids, remembered."""

    @lru_cache(maxsize=1 << 18)
    def lookup(word: str) -> list[int]:
        return made.encode(unicodedata.normalize("NFKC", word)).ids or [UNKNOWN]

    return lookup


def save(made: Tokenizer, path: Path) -> None:
    """Write the tokenizer without spaces, which are a third of the file."""
    path.write_text(json.dumps(json.loads(made.to_str()), ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
