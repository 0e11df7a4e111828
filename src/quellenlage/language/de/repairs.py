"""What a tagger without a parse gets wrong by habit, set right: particles, infinitives, participles, names."""

import re
from functools import lru_cache

from spacy.tokens import Token

from quellenlage.language import table

CLAUSE_ENDS = frozenset({"$.", "$,", "$(", "KON"})
PARTICLE_LIKE = frozenset({"APPR", "APZR", "ADV", "ADJD", "PTKVZ", "APPO", "APPRART", "ART", "PTKZU", "PTKA"})
OPENING_MARKS = frozenset("„»‚›([")
OPENERS = frozenset({"KOUS", "PRELS", "PWAV"})
PUNCTUATION = frozenset({".", "!", "?", ":", ";", "…", "...", "?!", "!!"})
ARABIC = re.compile(r"(?:al|el|an|as|ar|at|ul|ibn|bin)-[A-ZÄÖÜ]")
NEXT_NOUN = frozenset({"NN", "ADJA", "NNA"})


@lru_cache(maxsize=1)
def _inseparable() -> tuple[str, ...]:
    return tuple(table("de", "stts")["inseparable"])


def repair(words: list[Token], tags: list[str]) -> list[str]:
    """Give the STTS tags of a sentence set right."""
    out = [_surface(token) or tag for token, tag in zip(words, tags, strict=True)]
    particles = table("de", "stts")["particles"]
    for i, token in enumerate(words):
        last = i + 1 == len(words) or (out[i + 1] in CLAUSE_ENDS and words[i + 1].text not in OPENING_MARKS)
        if last and token.lower_ in particles and _may_be_particle(out, i) and _finite_before(out, i):
            out[i] = "PTKVZ"
        elif _may_be_finite(token, out[i]) and _only_verb(words, out, i):
            out[i] = out[i][:2] + "FIN"
        elif last and out[i] in {"ADJD", "VVFIN"} and _participle(words, out, i):
            out[i] = "VVPP"
        elif out[i] == "VVFIN" and _attributive(words, out, i):
            out[i] = "ADJA"
        elif (
            token.lower_ == "folgt"
            and i
            and words[i - 1].lower_ == "wie"
            and not (i + 1 < len(out) and out[i + 1] == "ART")
        ):
            out[i - 1 : i + 1] = ["KOKOM", "ADV"]
    return out


def _surface(token: Token) -> str | None:
    """Give the tag that the form alone decides: punctuation, and names like *al-Hariri*."""
    text = token.text
    if text in PUNCTUATION:
        return "$."
    if text == ",":
        return "$,"
    if token.is_punct or token.is_quote or token.is_bracket:
        return "$("
    return "NE" if ARABIC.match(text) else None


def _may_be_particle(tags: list[str], i: int) -> bool:
    """Say whether the tag is one that particles get; *ein* before a quotation mark is an article."""
    article = tags[i] == "ART" and i + 1 < len(tags) and tags[i + 1] == "$("
    return tags[i] in PARTICLE_LIKE and not article


def _finite_before(tags: list[str], i: int) -> bool:
    """Say whether the clause that ends at ``i`` has a finite full verb to which a particle could belong."""
    for tag in reversed(tags[:i]):
        if tag in {"$.", "$,", "KOUS", "PRELS"}:
            return False
        if tag == "VVFIN":
            return True
        if tag in {"VAFIN", "VMFIN"}:
            return False
    return False


def _may_be_finite(token: Token, tag: str) -> bool:
    """Say whether a form can be finite too: an infinitive, or a participle without *ge-* (*bestätigt*)."""
    if tag in {"VVINF", "VAINF", "VMINF"}:
        return True
    return tag == "VVPP" and (token.lower_.startswith(_inseparable()) or token.lower_.endswith("iert"))


def _participle(words: list[Token], tags: list[str], i: int) -> bool:
    """Say whether the last word of a clause is the participle of its perfect: *hat entschieden*, *hatte betont*."""
    word = words[i].lower_
    if not word.endswith(("en", "t")) or not (word.startswith((*_inseparable(), "ge")) or word.endswith("iert")):
        return False
    for n in range(i - 1, -1, -1):
        if tags[n] in {"$.", "$,", "KOUS", "VVPP", "PRELS", "KON"}:
            return False
        if tags[n] == "VAFIN":
            perfect = words[n].lower_.startswith(("hat", "hab", "hätt"))
            return perfect if tags[i] == "ADJD" else i - n > 1
    return False


def _attributive(words: list[Token], tags: list[str], i: int) -> bool:
    """Say whether what looks finite stands inside a noun group: *die im Januar erzielte Einigung*."""
    if not words[i].lower_.endswith(("te", "ten", "ene", "enen")) or i + 1 >= len(tags) or tags[i + 1] not in NEXT_NOUN:
        return False
    if i and tags[i - 1] in {"ART", "APPRART", "ADJA", "PPOSAT", "PDAT"}:
        return True
    begin = i
    while begin and tags[begin - 1] not in {"$.", "$,", "KON", "KOUS"} and not tags[begin - 1].endswith("FIN"):
        begin -= 1
    if tags[begin] != "ART" or tags[begin + 1] not in {"APPR", "APPRART", "ADV"}:
        return False
    rest = tags[i + 1 : tags.index("$.", i + 1)] if "$." in tags[i + 1 :] else tags[i + 1 :]
    return any(tag.endswith("FIN") for tag in rest)


def _only_verb(words: list[Token], tags: list[str], i: int) -> bool:
    """Say whether the word is the only verb its clause can have, and stands where a finite verb can stand."""
    begin = i
    while begin and tags[begin - 1] not in {"$.", "$,", "KOUS", "KOUI", "PRELS", "PWAV"}:
        begin -= 1
    end = i
    while end + 1 < len(words) and tags[end + 1] not in {"$.", "$,"}:
        end += 1
    clause = tags[begin : end + 1]
    if any(t.endswith("FIN") for t in clause) or "PTKZU" in clause[: i - begin + 1][-2:]:
        return False
    if begin and tags[begin - 1] == "KOUI":
        return False
    if i < end:
        return i > begin or bool(begin)
    return (bool(begin) and tags[begin - 1] in OPENERS) or (i > begin and _has_complement(tags, begin, end))


def _has_complement(tags: list[str], begin: int, end: int) -> bool:
    """Say whether a clause of a subject and a verb has a complement behind its comma: *Der Verein behauptet, er …*."""
    rest = tags[end + 1 :]
    if len(rest) < 2 or rest[0] != "$,":
        return False
    if rest[1] in {"KOUS", "PWAV"}:
        return True
    alone = (not begin or tags[begin - 1] == "$.") and tags[begin] in {"ART", "NE", "NN", "PPER", "PPOSAT", "PIAT"}
    short = not {"APPR", "APPRART", "PTKNEG"} & set(tags[begin:end])
    stop = rest.index("$.") if "$." in rest else len(rest)
    return alone and short and rest[1] in {"ART", "PPER", "NE", "PDS", "PIS", "PPOSAT"} and _finite_in(rest[1:stop])


def _finite_in(tags: list[str]) -> bool:
    return any(tag.endswith("FIN") for tag in tags)
