"""The nominative of adjectives and of nouns for people and bodies, where grammar says how it is made."""

from quellenlage.language.de.offices import Head
from quellenlage.language.de.places import stem
from quellenlage.model import Kind

WEAK = ("bauern", "bayern", "pommern", "vettern")
STRONG = {"m": "er", "f": "e", "n": "es", "p": "e"}


def is_adjectival(base: str) -> bool:
    """Say whether a person's noun is declined as an adjective: *Vorsitzende*, but not *Kollege*."""
    return base.endswith("e") and not base.endswith(("ege", "erte", "ffe", "uge", "oge"))


def strong(adjective: str, gender: str) -> str:
    """Put an adjective in the strong nominative: *dänischen*, masculine, is *dänischer*; ``p`` is the plural.

    What is made of a town or a land with *-er* is never declined: *die Berliner Polizei*.
    """
    of_place = adjective[:1].isupper() and adjective.endswith("er") and not adjective.endswith("ischer")
    if not adjective[-1:].isalpha() or of_place or stem(adjective) == adjective.lower():
        return adjective
    for ending in ("en", "er", "es", "em", "e"):
        if adjective.endswith(ending):
            return adjective[: -len(ending)] + STRONG.get(gender, ending)
    return adjective


def plural(noun: str) -> str:
    """Cut the *-n* of a dative plural where the nominative has none: *Spielern*, *Mitgliedern*; but *Bauern*."""
    return noun[:-1] if noun.endswith(("ern", "eln")) and not noun.lower().endswith(WEAK) else noun


def nominative(noun: str, found: Head, gender: str | None) -> str:
    """Cut the ending of a noun's oblique case; a man's adjectival noun gets its strong form (*Vorsitzender*)."""
    if not noun.lower().startswith(found.base) or (found.gender == "f" and found.kind is Kind.PERSON):
        return noun
    stemmed = noun[: len(found.base)]
    if not (is_adjectival(found.base) and found.kind is Kind.PERSON):
        return stemmed
    return stemmed + "r" if gender == "m" else stemmed if gender == "f" else noun
