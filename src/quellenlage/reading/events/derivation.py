"""Nouns of no frame that name an event by their make: *Sanierung* of *sanieren*, *Absturz* of *abstürzen*."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import simplemma

from quellenlage.language import table
from quellenlage.reading.events.compounds import ends_in

SHORTEST_STEM = 3
LONGEST_WORD = 48


@dataclass(frozen=True, slots=True)
class Derived:
    """The verb a noun goes back to, whether it is a bare infinitive (*das Umfahren*), whether it has many meanings."""

    root: str
    infinitive: bool = False
    common: bool = False


@lru_cache(maxsize=8192)
def derived(noun: str, code: str) -> Derived | None:
    """Give the verb that a noun of event, or the last part of such a compound, is made of; ``None`` of any other."""
    words = table(code, "eventive")
    word = noun.rsplit("-", 1)[-1].lower()
    if not SHORTEST_STEM < len(word) <= LONGEST_WORD or word.endswith(tuple(words["things"]["heads"])):
        return None
    if word in words["things"]["words"]:
        return None
    root = _listed(word, words) or _suffixed(word, words, code)
    if root is not None:
        return Derived(root, common=root in excluded(code))
    return Derived(word, infinitive=True) if _is_verb(word, code) and word not in excluded(code) else None


def root(lemma: str, code: str) -> str:
    """Give what verb and noun of one event have in common: of *Maschinenausfall* and *ausfallen* the verb."""
    found = derived(lemma, code) if lemma[:1].isupper() else None
    return found.root if found and not found.common else lemma.lower()


@lru_cache(maxsize=4)
def excluded(code: str) -> frozenset[str]:
    """Give the verbs that name no event of a story: states, thought, speech, support verbs."""
    listed = [word for group in table(code, "eventive")["verbs"].values() for word in group]
    speech = [word for group in table(code, "attribution")["verb"] for word in group.get("lemmas", ())]
    return frozenset(listed) | frozenset(speech) - frozenset(table(code, "eventive")["acts"]["verbs"])


@lru_cache(maxsize=4)
def of_speech(code: str) -> frozenset[str]:
    """Give the verbs of saying something about an event, on a day of their own: *kritisierte am Montag den Kauf*."""
    return frozenset(table(code, "eventive")["verbs"]["speech"]) | frozenset(
        table(code, "eventive")["remarks"]["verbs"]
    )


@lru_cache(maxsize=4)
def named_by_day(code: str) -> frozenset[str]:
    """Give the verbs of many meanings that name an event where a day stands beside them."""
    return frozenset(table(code, "eventive")["of_a_day"]["verbs"])


@lru_cache(maxsize=16)
def verbs_of(code: str, kind: str) -> frozenset[str]:
    """Give a list of verbs by its name in ``eventive.toml``."""
    return frozenset(table(code, "eventive")[kind]["verbs"])


@lru_cache(maxsize=4)
def always_events(code: str) -> tuple[str, ...]:
    """Give the last parts of nouns that need no other sign to be an event."""
    return tuple(table(code, "eventive")["always"]["heads"])


@lru_cache(maxsize=4096)
def likeliest(noun: str, code: str) -> str | None:
    """Give the family that a noun of several kinds names first, or the longest last part of it that is listed."""
    listed, word = table(code, "event_nouns")["kinds"], noun.lower()
    parts = (word[cut:] for cut in range(len(word) - SHORTEST_STEM) if word[cut:] in listed)
    whole = (part for part in parts if part == word or ends_in(word, frozenset({part}), code))
    return next((listed[part][0] for part in whole), None)


def _listed(word: str, words: dict[str, Any]) -> str | None:
    heads: dict[str, str] = words["heads"]
    found = (heads.get(word[cut:]) for cut in range(len(word) - 2) if cut == 0 or cut >= SHORTEST_STEM)
    return next((root for root in found if root), None)


def _suffixed(word: str, words: dict[str, Any], code: str) -> str | None:
    """Take an ending off and look for the verb that is left, in the word or behind the first part of a compound."""
    for ending, verbal in words["endings"].items():
        if not word.endswith(ending):
            continue
        for cut in range(len(word) - len(ending) - SHORTEST_STEM + 1):
            if cut == 0 or cut >= SHORTEST_STEM:
                found = _of_stem(word[cut : -len(ending)], verbal, code)
                if found:
                    return found
    return None


def _of_stem(stem: str, verbal: list[str], code: str) -> str | None:
    forms = [stem + ending for ending in verbal] + ([stem[:-1] + "eln"] if stem.endswith("l") else [])
    return next((form for form in forms if _is_verb(form, code)), None)


@lru_cache(maxsize=16384)
def _is_verb(word: str, code: str) -> bool:
    """Say whether the dictionary has the word as an infinitive."""
    ends = table(code, "eventive")["infinitives"]["endings"]
    return word.endswith(tuple(ends)) and simplemma.is_known(word, lang=code) and _own(word, code)


def _own(word: str, code: str) -> bool:
    lemma: str = simplemma.lemmatize(word, lang=code)
    return lemma == word
