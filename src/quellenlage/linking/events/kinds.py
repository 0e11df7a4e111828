"""Which kinds of event a word may tell: the family of its frame, and those that reporters use the word for as well."""

from collections import defaultdict
from functools import lru_cache

from quellenlage.language import table
from quellenlage.linking.events.profiles import Profile
from quellenlage.reading.events.compounds import ends_in
from quellenlage.reading.events.derivation import root
from quellenlage.reading.events.frames import frames

# Families whose words reporters use for one thing: what opens again resumes, who breaks in attacks.
KIN = {
    "breach": "accident",
    "commissioning": "resumption",
    "election": "vote",
    "hack": "violence",
    "opening": "resumption",
    "relocation": "layoff",
}


def pool(p: Profile) -> str:
    """Give the family of a mention, or the one that it is kin to."""
    return KIN.get(p.family, p.family)


def near(p: Profile, code: str) -> frozenset[str]:
    """Give the kinds that the mention's frame and its word tell."""
    return of_word(p, code) | {p.family}


def wide(p: Profile, code: str) -> frozenset[str]:
    """Give those as well by which reporters tell the same thing (``related`` in ``linking.toml``)."""
    return near(p, code) | related(code).get(p.family, frozenset())


def of_word(p: Profile, code: str) -> frozenset[str]:
    """Give the kinds that the word of a mention can tell elsewhere; one of no kind may be a word of some frames."""
    word, of_noun = root(p.mention.lemma, code), _of_noun(p.mention.lemma, code)
    of_verb = _of_verb(code).get(word, frozenset())
    if p.mention.frame != "generic" and p.mention.lemma[:1].isupper() and p.family not in of_verb:
        # *Körperverletzung* has a kind of its own, whatever *verletzen* can tell.
        return of_noun
    found = of_verb | of_noun
    if p.mention.frame != "generic":
        return found
    families = {group.frame.family for group in frames(code).verbs.get(word, ())}
    return found | families if len(families) == 1 else found


@lru_cache(maxsize=4)
def related(code: str) -> dict[str, frozenset[str]]:
    """Give for each family those that tell one thing with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for kinds in table(code, "linking")["related"]["families"]:
        for kind in kinds:
            found[kind] |= set(kinds) - {kind}
    return {kind: frozenset(others) for kind, others in found.items()}


@lru_cache(maxsize=4)
def _of_verb(code: str) -> dict[str, frozenset[str]]:
    return {word: frozenset(kinds) for word, kinds in table(code, "event_verbs")["kinds"].items()}


@lru_cache(maxsize=4096)
def _of_noun(lemma: str, code: str) -> frozenset[str]:
    """Give the kinds of a noun, or of the longest last part of a compound that is listed."""
    if not lemma[:1].isupper():
        return frozenset()
    listed, word = table(code, "event_nouns")["kinds"], lemma.lower()
    parts = [word[cut:] for cut in range(len(word) - 3) if word[cut:] in listed]
    whole = (part for part in parts if part == word or ends_in(word, frozenset({part}), code))
    return frozenset(listed.get(next(whole, ""), ()))
