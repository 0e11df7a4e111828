"""What a recogniser of names finds, and the word lists that its parts share."""

from dataclasses import dataclass
from functools import lru_cache

from quellenlage.language import table
from quellenlage.language.de.places import Listed
from quellenlage.language.de.words import Words
from quellenlage.model import Kind


@dataclass(frozen=True, slots=True)
class Found:
    """A name over words ``begin`` to ``end``; ``listed`` where a list knows it, ``press`` for a newspaper."""

    begin: int
    end: int
    kind: Kind
    listed: Listed | None = None
    press: bool = False


@lru_cache(maxsize=1)
def given() -> dict[str, str]:
    """Given names and the gender they tell: ``m``, ``f`` or ``?``."""
    data = table("de", "first_names")
    out = dict.fromkeys(data["male"], "m") | dict.fromkeys(data["female"], "f")
    return out | dict.fromkeys(data["either"], "?")


@lru_cache(maxsize=1)
def sets() -> dict[str, frozenset[str]]:
    """Word lists that tell a name's kind, by what they are."""
    names, places, first = table("de", "names"), table("de", "places"), table("de", "first_names")
    bodies = names["bodies"]
    return {
        "address": frozenset(names["address"]),
        "body": frozenset((*bodies["legal"], *bodies["club"])),
        "legal": frozenset(bodies["legal"]),
        "club": frozenset(bodies["club"]),
        "press": frozenset(bodies["press"]),
        "group_of_firms": frozenset(bodies["group_of_firms"]),
        "no_acronym": frozenset(bodies["no_acronym"]),
        "units": frozenset(bodies["units"]),
        "also_words": frozenset(places["near"]["also_words"]),
        "nouns": frozenset(places["near"]["nouns"]),
        "prepositions": frozenset(places["near"]["prepositions"]),
        "strong": frozenset(places["near"]["strong_prepositions"]),
        "particles": frozenset(first["particles"]),
        "small": frozenset(name for name in bodies["agencies"] if name.islower()),
        "human": frozenset(names["verbs"]["human"]),
        "say": frozenset(lemma for row in table("de", "attribution")["verb"] for lemma in row["lemmas"]),
    }


def is_press(texts: list[str]) -> bool:
    """Say whether a name's words are those of a newspaper or a station."""
    return any(text in sets()["press"] for text in texts)


def speaks(words: Words, before: int, after: int) -> bool:
    """Say whether the finite verb next to a noun group is one of saying."""
    for i, beside in ((before, before + 2), (after + 1, after)):
        if words.tag_at(i, min(beside, len(words) - 1)).endswith("FIN") and words.lemma[i] in sets()["human"]:
            return True
    return False
