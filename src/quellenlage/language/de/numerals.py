"""German numerals in words, cardinal and ordinal, up to a million: *achtundvierzig*, *zwanzigsten*, *zwölf*."""

import re
from functools import lru_cache

from quellenlage.language import table

CARDINAL = re.compile(
    r"(?:(?P<thousands>[a-zäöüß]{0,24})tausend)?(?:(?P<hundreds>[a-zäöüß]{0,8})hundert)?(?:und)?"
    r"(?:(?:(?P<ones>[a-zäöüß]{1,6})und)?(?P<tens>[a-zäöüß]{1,4}(?:zig|ßig))|(?P<small>[a-zäöüß]{1,8}))?"
)
ORDINAL = re.compile(r"(?P<stem>[a-zäöüß]{2,40})te[nrsm]?")


@lru_cache(maxsize=20_000)
def cardinal(word: str) -> int | None:
    """Give the number that a word in lower case names, or ``None``."""
    match = CARDINAL.fullmatch(word) if not word.startswith("und") else None
    if not match:
        return None
    small = table("de", "numerals")["cardinal"]
    total = 0
    for group, factor in (("thousands", 1000), ("hundreds", 100)):
        if (many := match[group]) is not None:
            count = 1 if not many else small.get(many) or cardinal(many)
            if not count:
                return None
            total += count * factor
    for group in ("ones", "tens", "small"):
        if (part := match[group]) is not None:
            if part not in small:
                return None
            total += small[part]
    return total or None


def ordinal(word: str) -> int | None:
    """Give the place that an ordinal in lower case names (*dritten* is 3), or ``None``."""
    match = ORDINAL.fullmatch(word)
    if not match:
        return None
    irregular: dict[str, int] = table("de", "numerals")["ordinal"]
    for stem in (match["stem"], match["stem"].removesuffix("s")):
        if stem in irregular:
            return irregular[stem]
        if (number := cardinal(stem)) is not None:
            return number
    return None


def scale(word: str) -> int | None:
    """Give what a noun of number in lower case multiplies by (*millionen*), or ``None``."""
    found: int | None = table("de", "numerals")["scale"].get(word)
    return found
