"""Last parts of compounds: *Untersuchungshaft* is *Haft*, *Mannschaft* is none, and *Ausschuss* is no *Schuss*."""

from functools import lru_cache

import simplemma

from quellenlage.language import table

SHORTEST_FIRST_PART = 3
SHORTEST_LAST_PART = 4
LONGEST_WORD = 48
# A last part as short as this stands at the end of many words that are no compounds of it.
SHORT = 6


def ends_in(word: str, parts: frozenset[str], code: str) -> bool:
    """Say whether a noun in lower case is a compound of one of these words; a short one needs a word before it."""
    cuts = range(SHORTEST_FIRST_PART, max(SHORTEST_FIRST_PART, len(word) - 3))
    return any(word[cut:] in parts and (len(word) - cut > SHORT or _is_first(word[:cut], code)) for cut in cuts)


@lru_cache(maxsize=8192)
def halves(word: str, code: str) -> tuple[str, str] | None:
    """Part a compound in lower case before its longest known last part: ``("damm", "bruch")``."""
    for cut in range(SHORTEST_LAST_PART, min(len(word), LONGEST_WORD) - SHORTEST_LAST_PART + 1):
        first = _noun(word[:cut], code)
        if first and simplemma.is_known(word[cut:].capitalize(), lang=code):
            return first, word[cut:]
    return None


def _noun(part: str, code: str) -> str | None:
    """Give a first part without its linking sound where that is a noun: *Landes* of *Landesamt* is *Land*."""
    bare = [
        part,
        *(part.removesuffix(sound) for sound in table(code, "participles")["linking"] if part.endswith(sound)),
    ]
    long = (word for word in bare if len(word) >= SHORTEST_LAST_PART)
    return next((word for word in long if simplemma.is_known(word.capitalize(), lang=code)), None)


@lru_cache(maxsize=8192)
def _is_first(part: str, code: str) -> bool:
    """Say whether what stands before is a word, with or without a linking sound, and no prefix of a verb."""
    if part.endswith("-"):
        return True
    words = table(code, "participles")
    if part in {*words["separable"], *words["inseparable"]}:
        return False
    bare = {part, *(part.removesuffix(sound) for sound in words["linking"]), *(part + end for end in words["elided"])}
    return any(
        simplemma.is_known(form, lang=code) for word in bare if len(word) > 1 for form in (word, word.capitalize())
    )
