"""Event frames as the language's data gives them, indexed by verb and by noun."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from quellenlage.language import table

SHORTEST_FIRST_PART = 3
LONGEST_HEAD = 24
CLASS = "@"
SETS = ("needs", "not_with", "not_by", "with_words", "only_with")
ROLES = ("subject", "object", "place_object", "genitive", "first", "by")
CONDITIONS = (
    *("gives", "needs_filler", "animate", "passive", "reflexive", "counted", "things", "apart", "signed"),
    *("no_object", "beside"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Verbs or nouns of a frame that share roles and conditions; ``language/de/frames.toml`` explains the fields."""

    frame: "Frame"
    subject: str = "agent"
    object: str = "patient"
    place_object: str | None = None
    genitive: str = "agent"
    first: str | None = None
    by: Mapping[str, str] = field(default_factory=dict)
    needs: frozenset[str] = frozenset()
    not_with: frozenset[str] = frozenset()
    not_by: frozenset[str] = frozenset()
    with_words: frozenset[str] = frozenset()
    only_with: frozenset[str] = frozenset()
    things: bool = False
    apart: bool = False
    needs_filler: bool = False
    animate: bool = False
    passive: bool = False
    reflexive: bool = False
    counted: bool = False
    signed: bool = False
    no_object: bool = False
    beside: bool = False
    gives: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A kind of event: id, word for readers, PLOVER type, and the family of frames that can name one event."""

    id: str
    label: str
    plover: str | None
    family: str
    durative: bool = False
    sudden: bool = False
    ahead: bool = False
    public: bool = False
    onset: bool = False


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames of a language; ``heads`` match the end of a compound, ``nouns`` the whole word, all in lower case.

    ``adjectives`` are predicates that name an event with a copula: *ist tot, wird teurer*; ``signed`` are heads that
    name one only with a sign of it in their clause. ``by_chance`` are words that end in a head and mean another thing.
    """

    verbs: Mapping[str, tuple[Group, ...]]
    adjectives: Mapping[str, Group]
    heads: Mapping[str, tuple[Group, frozenset[str]]]
    nouns: Mapping[str, Group]
    signed: Mapping[str, tuple[Group, frozenset[str]]]
    no_compounds: frozenset[str]
    by_chance: tuple[str, ...]
    kinds: Mapping[str, Frame]
    families: Mapping[str, str]

    def of_noun(self, noun: str) -> tuple[Group, str] | None:
        """Give the group a noun belongs to and the part of it that says so; hyphens part a compound."""
        word = noun.lower()
        if word in self.nouns:
            return self.nouns[word], word
        if word in self.no_compounds:
            return None
        return _across_hyphen(word, self.heads, self.by_chance) or _by_end(word, self.heads, self.by_chance)

    def of_signed(self, noun: str) -> tuple[Group, str] | None:
        """Give the group of a noun that names an event only with a sign of it, and the part of it that says so."""
        word = noun.lower()
        return None if word in self.no_compounds else _by_end(word, self.signed, self.by_chance)

    def of_root(self, verb: str) -> Group | None:
        """Give what a noun made of a verb names: the verb's frame, where it has one whatever stands beside it."""
        free = (g for g in self.verbs.get(verb, ()) if not (g.needs or g.with_words or g.reflexive or g.gives))
        found = next(free, None)
        return Group(found.frame, genitive=found.object, by=found.by) if found else None


def _across_hyphen(
    word: str, heads: Mapping[str, tuple[Group, frozenset[str]]], by_chance: Collection[str]
) -> tuple[Group, str] | None:
    """Give the group of a head that is written with a hyphen: *Cyber-Attacke* is *Cyberattacke*, and no *Attacke*."""
    before, hyphen, last = word.rpartition("-")
    found = _by_end(before.replace("-", "") + last, heads, by_chance) if hyphen else None
    return found if found and len(found[1]) > len(last) else None


def _by_end(
    word: str, heads: Mapping[str, tuple[Group, frozenset[str]]], by_chance: Collection[str]
) -> tuple[Group, str] | None:
    for cut in range(max(0, len(word) - LONGEST_HEAD), len(word) - 2):
        found = heads.get(word[cut:])
        if not found or 0 < cut < SHORTEST_FIRST_PART:
            continue
        longer = (end for end in by_chance if len(end) > len(word) - cut)
        if not word.endswith((*found[1], *longer)):
            return found[0], word[cut:]
    return None


@lru_cache(maxsize=4)
def frames(code: str) -> Frames:
    """Read the frames of a language."""
    verbs: dict[str, list[Group]] = {}
    adjectives: dict[str, Group] = {}
    heads: dict[str, tuple[Group, frozenset[str]]] = {}
    signed: dict[str, tuple[Group, frozenset[str]]] = {}
    nouns: dict[str, Group] = {}
    kinds: dict[str, Frame] = {}
    lists = table(code, "frames")
    classes = lists["classes"]
    for name in lists["fields"]:
        for id_, data in table(code, f"frames/{name}").items():
            frame = _frame(id_, data)
            kinds[id_] = frame
            for entry in data.get("verbs", ()):
                for lemma in entry["lemmas"]:
                    verbs.setdefault(lemma, []).append(_group(frame, entry, classes))
            for entry in data.get("adjectives", ()):
                adjectives.update(dict.fromkeys(entry["words"], _group(frame, entry, classes)))
            for entry in data.get("nouns", ()):
                group, never = _group(frame, entry, classes), frozenset(entry.get("no_heads", ()))
                (signed if group.signed else heads).update(dict.fromkeys(entry.get("heads", ()), (group, never)))
                nouns.update(dict.fromkeys(entry.get("nouns", ()), group))
    # A verb that asks for a certain noun is tried before one that does not.
    ranked = {lemma: tuple(sorted(found, key=lambda g: not g.needs)) for lemma, found in verbs.items()}
    families = {id_: frame.family for id_, frame in kinds.items()}
    never_any, chance = frozenset(lists["no_compounds"]), tuple(lists["by_chance"])
    return Frames(ranked, adjectives, heads, nouns, signed, never_any, chance, kinds, families)


def _frame(id_: str, data: Mapping[str, Any]) -> Frame:
    sudden = any(entry.get("sudden") for entry in data.get("nouns", ()))
    flags = (
        bool(data.get("durative")),
        sudden,
        bool(data.get("ahead")),
        bool(data.get("public")),
        bool(data.get("onset")),
    )
    return Frame(id_, data["label"], data.get("plover"), data.get("family", id_), *flags)


def _group(frame: Frame, entry: Mapping[str, Any], classes: Mapping[str, Sequence[str]]) -> Group:
    fields: dict[str, Any] = {name: entry[name] for name in ROLES + CONDITIONS if name in entry}
    fields |= {name: frozenset(_spelt_out(entry[name], classes)) for name in SETS if name in entry}
    return Group(frame, **fields)


def _spelt_out(words: Iterable[str], classes: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Put the words of a class in the place of its name: *@ships*."""
    for word in words:
        yield from classes[word[1:]] if word.startswith(CLASS) else (word,)
