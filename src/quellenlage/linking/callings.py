"""Which house a description names: *Polizeisprecherin*, *Mitglied des Vorstands*, *Kreise der Regierung*.

A house is known by a word (*polizei*), and where exactly one body of the story bears that word, by that body.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, NamedTuple

from quellenlage.model import Actor, Kind

NOUN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LEAST = 4
# What is no more than a firm by its calling: *die Geschäftsführerin*.
SOME_FIRM = "house unternehmen"


@dataclass(frozen=True, slots=True)
class Town:
    """What a story's language and texts say of houses."""

    words: Mapping[str, Any]
    officials: tuple[str, ...]
    countries: Set[str]
    places: Set[str]
    capitals: Mapping[str, str]
    grammar: Any

    def is_body(self, word: str) -> bool:
        """Say whether a noun names a body: *aufsichtsrat*."""
        head = self.grammar.head(word)
        return head is not None and head.kind is Kind.ORGANISATION


class Known(NamedTuple):
    """The named bodies by the words they are called, those of them that are named near an actor, the words of all."""

    bearers: Mapping[str, set[str]]
    near: Set[str]
    words: Set[str]


def nouns(texts: Sequence[str]) -> list[str]:
    """Give the nouns of descriptions in small letters, in the order they stand."""
    return [word.casefold() for text in texts for word in NOUN.findall(text) if word[:1].isupper()]


def same_house(word: str, town: Town) -> str:
    """Give the word for a house that stands for its synonyms; a compound goes by its end."""
    same = {one: house for house, others in town.words["same"].items() for one in others}
    return next((house for one, house in same.items() if word.endswith(one)), word)


def house_of(words: Sequence[str], bearers: Mapping[str, set[str]], town: Town, near: Set[str]) -> str | None:
    """Give the house that words name: the one body of the story called so, of several the one named ``near``."""
    for word in words:
        base = bare(word)
        for form in (word, base, same_house(base, town), word.removesuffix("n")):
            found = bearers.get(form, set()) or {a for w, ids in bearers.items() if w.endswith(form) for a in ids}
            found = found if len(found) < 2 else found & near
            if len(found) == 1:
                return next(iter(found))
    return None


def word_of(word: str, town: Town) -> str:
    """Give the key of a house that is known by its word alone."""
    same = same_house(word, town)
    return f"house {same if same != word else same_house(bare(word), town)}"


def bare(word: str) -> str:
    """Strip what a genitive or a compound adds."""
    return re.sub(r"(?<=\w{4})(?:es|s)$", "", word)


def spoken_for(actor: Actor, named: Set[str], known: Known, town: Town) -> str | None:
    """Give the house that a person, an office or a circle speaks for, by the first description that names it.

    A calling that any firm has (*Vorstandschefin*) counts where no description names a body of the story.
    """
    nameless = not named & set(actor.entities)
    texts = [*([actor.name, *actor.aliases] if nameless else []), *actor.roles]
    own = set() if nameless else _called(actor)
    found: list[str] = []
    for text in texts:
        words = [word for word in nouns([text]) if word not in own]
        for house in _by_description(words, known.words, town):
            body = house_of([house], known.bearers, town, known.near)
            if body or not nameless or town.is_body(house):
                found.append(body or word_of(house, town))
    bodies = (key for key in found if not key.startswith("house "))
    return next(bodies, SOME_FIRM) if found[:1] == [SOME_FIRM] else next(iter(found), None)


def _called(actor: Actor) -> set[str]:
    """Give the words of somebody's name, in all its forms; an alias that shares none is what he is, not his name."""
    name = set(nouns([actor.name]))
    forms = [set(nouns([alias])) for alias in actor.aliases]
    return name.union(*(form for form in forms if form & name))


def _by_description(words: Sequence[str], present: Set[str], town: Town) -> Iterator[str]:
    if len(words) == 1 and town.is_body(words[0]):
        yield words[0]
    callings = {one: house for house, others in town.words["callings"].items() for one in others}
    of, ends = town.words["speaks_for"]["of"], town.words["speaks_for"]["ends"]
    ranks = town.words["speaks_for"]["ranks"]
    words = [next((word.removeprefix(r) for r in ranks if word.removeprefix(r) in of), word) for word in words]
    for n, word in enumerate(words):
        if word in callings and not (word in of and n + 1 < len(words)):
            yield callings[word]
        elif minister := next((end for end in town.words["ministers"]["ends"] if word.endswith(end)), None):
            yield word.removesuffix(minister) + town.words["ministers"]["house"]
        elif word in of and n + 1 < len(words):
            yield bare(words[n + 1])
        elif word in town.words["on_site"]["callings"]:
            there = [house for house in town.words["on_site"]["houses"] if house in present]
            yield next((house for house in there if house in words[n + 1 :]), next(iter(there), bare(word)))
        else:
            cut = max((len(end) for end in ends if word.endswith(end)), default=0)
            if cut and (len(word) - cut >= LEAST or word[:-cut].endswith("-")):
                house = bare(word[:-cut].strip(" -"))
                # *Sportdirektor des Verbandes*, but not *Betriebsratschef des Konzerns*
                if not town.is_body(house) and n + 1 < len(words) and town.is_body(bare(words[n + 1])):
                    yield bare(words[n + 1])
                if house not in town.words["branches"]["nouns"]:
                    yield house
