"""When two spellings are one name: case, hyphens, marks, and the usual transliterations of Cyrillic names."""

import re
import unicodedata
from functools import lru_cache

HYPHENS = re.compile(r"[\s\-‐‑–]+")
FINAL_I = re.compile(r"(?:ij|iy|yj|yi|ii|y|j)$")
FINAL_EI = re.compile(r"(?:ej|ey)$")
HARD_C = re.compile(r"c(?=[aoulrkt]|$)")
LETTERS = (("tsch", "c"), ("tch", "c"), ("sch", "s"), ("sh", "s"), ("kh", "ch"), ("v", "w"), ("ff", "w"))


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Give a name without case, marks and hyphens: *Kai-Uwe Ömer* is *kai uwe omer*."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ß", "ss"))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return HYPHENS.sub(" ", bare).strip()


@lru_cache(maxsize=50_000)
def sound(name: str) -> str:
    """Give a key that transliterations share: *Sergei* and *Sergej*, *Iwanow* and *Ivanov*; not *Meier* and *Meyer*."""
    return " ".join(_sound(word) for word in fold(name).split())


def _sound(word: str) -> str:
    word = HARD_C.sub("k", word).replace("ck", "k").replace("kk", "k")
    for letters, key in LETTERS:
        word = word.replace(letters, key)
    ended = FINAL_EI.sub("ei", word)
    return ended if ended.endswith("ei") else FINAL_I.sub("i", word) if len(word) > 2 else word
