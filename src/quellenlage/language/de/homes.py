"""Adjectives in -isch of places that no list knows, as a text uses them: *nordmärkisch* beside *Nordmark*."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from quellenlage.language.de.places import ADJECTIVE_ENDINGS, state_of_adjective

ENDINGS = ("ien", "ia", "en", "ei", "a", "e", "o", "i", "y", "")
UMLAUTS = str.maketrans({"a": "ä", "o": "ö", "u": "ü"})
SHORTEST = 3


def homes(places: Iterable[str], adjectives: Iterable[str]) -> dict[str, str]:
    """Give the place that each adjective belongs to, by its stem, where just one of ``places`` has it.

    *varnländische* is told by *Varnland*; adjectives of listed countries are left out.
    """
    wanted = {stem for word in adjectives if (stem := adjective_stem(word)) and not state_of_adjective(word)}
    out: dict[str, str | None] = {}
    for place in sorted(set(places)):
        for stem in _stems(place):
            if stem in wanted:
                out[stem] = place if out.get(stem, place) == place else None
    return {stem: place for stem, place in out.items() if place}


def home(word: str, known: Mapping[str, str]) -> str | None:
    """Give the place an adjective belongs to, of those in ``known``."""
    stem = adjective_stem(word)
    return known.get(stem) if stem else None


@lru_cache(maxsize=20_000)
def adjective_stem(word: str) -> str | None:
    """Give an adjective in -isch without its ending, in lower case; ``None`` for any other word."""
    lower = word.lower()
    ending = next((e for e in ADJECTIVE_ENDINGS if lower.endswith("isch" + e)), "")
    bare = lower[: len(lower) - len(ending)]
    return bare if bare.endswith("isch") and len(bare) - len("isch") >= SHORTEST else None


@lru_cache(maxsize=20_000)
def _stems(place: str) -> frozenset[str]:
    """Give the forms in which a place's name may stand before -isch: *Island*, *Mark*, *Halmarien*, *Korsika*."""
    lower = place.lower()
    if " " in lower or len(lower) < SHORTEST + 1:
        return frozenset()
    roots = {lower[: len(lower) - len(end)] for end in ENDINGS if lower.endswith(end)}
    roots |= {lower.removesuffix("land"), lower.removesuffix("land") + "länd"} if lower.endswith("land") else set()
    roots |= {root[:-3] + root[-3:].translate(UMLAUTS) for root in roots if len(root) > SHORTEST}
    return frozenset(root + more + "isch" for root in roots if len(root) >= SHORTEST for more in ("", "an"))
