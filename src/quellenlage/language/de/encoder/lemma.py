"""Lemmas as edit scripts over the form, after Straka (2018), UDPipe 2.0, and a table of forms before them.

A script is `case|drop|cut>add`: the casing of the lemma (l lower, u first letter upper, k as the form), an infix that
falls out (`ge`, `zu`), and the suffix that is cut off the form and put on instead.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

SEPARABLE = (
    "ab", "an", "auf", "aus", "auseinander", "bei", "da", "dar", "davon", "dazu", "durch", "ein", "empor", "entgegen",
    "entlang", "fehl", "fern", "fest", "fort", "frei", "gegenüber", "gleich", "heim", "her", "herab", "heran",
    "herauf", "heraus", "herbei", "herein", "herum", "herunter", "hervor", "hin", "hinab", "hinaus", "hinein",
    "hinter", "hinzu", "hoch", "kennen", "klar", "los", "mit", "nach", "nahe", "nieder", "preis", "rück", "statt",
    "still", "teil", "über", "um", "unter", "voll", "vor", "voran", "voraus", "vorbei", "vorüber", "weg", "weiter",
    "wider", "wieder", "zu", "zurecht", "zurück", "zusammen",
)  # fmt: skip
_PREFIXES = tuple(sorted(["", *SEPARABLE], key=len, reverse=True))
_LONGEST_SUFFIX = 6
SHORTEST_BASE = 4  # letters of a compound's base
LONGEST_COMPOUND = 80
AS_THEY_ARE = frozenset(("PUNCT", "SYM", "X"))


def script_of(form: str, lemma: str) -> str | None:
    """The script that makes `lemma` of `form`, or None where only a table could."""
    if not form or not lemma:
        return None
    case = _case(form, lemma)
    for infix in ("", "ge", "zu"):
        stem = _without(form.lower(), infix)
        if stem is None:
            continue
        script = _suffix_script(stem, lemma.lower())
        if script is not None:
            return f"{case}|{infix}|{script}"
    return None


class Lemmas:
    """The table of forms of a model directory, and its scripts for what the table lacks."""

    def __init__(self, folder: Path, scripts: list[str]) -> None:
        self._forms: dict[str, str] = json.loads((folder / "lemmas.json").read_text(encoding="utf-8"))
        self._scripts = scripts

    def of(self, word: str, upos: str, candidates: list[int]) -> str:
        """The lemma of `word`: from the table, else by the first of the candidate scripts that gives a likely one."""
        known = self._forms.get(f"{upos}|{word}") or self._forms.get(f"{upos}|{word.lower()}")
        if known or upos in AS_THEY_ARE:
            return known or word
        if upos == "NOUN" and (compound := self._compound(word)):
            return compound
        for number in candidates:
            made = apply(self._scripts[number], word)
            if made and _likely(made, upos):
                return made
        return word

    def _compound(self, word: str) -> str | None:
        """By the longest base noun that the table knows: `Klimaaspekten` by `Aspekten`, `EU-Staaten` by `Staaten`."""
        for i in range(2, min(len(word), LONGEST_COMPOUND) - SHORTEST_BASE + 1):
            base = self._forms.get(f"NOUN|{word[i].upper()}{word[i + 1 :]}")
            if base:
                return word[:i] + (base if word[i].isupper() else base[0].lower() + base[1:])
        return None


def _likely(lemma: str, upos: str) -> bool:
    if upos in ("VERB", "AUX"):
        return lemma.endswith(("en", "ern", "eln", "tun", "sein")) and not lemma.endswith(("een", "elen", "eren"))
    return True


@lru_cache(maxsize=65536)
def apply(script: str, form: str) -> str | None:
    """The lemma that `script` makes of `form`; None where the form does not end as the script wants."""
    case, infix, edit = script.split("|", 2)
    cut, add = edit.split(">", 1)
    stem = _without(form.lower() if case == "l" else form, infix)
    if stem is None or not stem.lower().endswith(cut):
        return None
    lemma = stem[: len(stem) - len(cut)] + add
    if not lemma:
        return None
    return lemma[0].upper() + lemma[1:] if case == "u" else lemma


def _case(form: str, lemma: str) -> str:
    if lemma == lemma.lower():
        return "l"
    if lemma == lemma[0] + lemma[1:].lower() and lemma[0].isupper():
        return "u"
    return "k"


def _without(form: str, infix: str) -> str | None:
    if not infix:
        return form
    for prefix in _PREFIXES:
        if form.startswith(prefix + infix) and len(form) > len(prefix) + len(infix) + 2:
            return prefix + form[len(prefix) + len(infix) :]
    return None


def _suffix_script(stem: str, lemma: str) -> str | None:
    shared = 0
    while shared < min(len(stem), len(lemma)) and stem[shared] == lemma[shared]:
        shared += 1
    cut, add = stem[shared:], lemma[shared:]
    if shared < min(2, len(stem)) or len(cut) > _LONGEST_SUFFIX or len(add) > _LONGEST_SUFFIX:
        return None
    return f"{cut}>{add}"
