"""Names as runs of capitals, where no model has named any: sure ones first, and what they teach serves the others."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from quellenlage.language import table
from quellenlage.language.de.found_names import Found, given, is_press, sets, speaks
from quellenlage.language.de.offices import head, seated
from quellenlage.language.de.places import known
from quellenlage.language.de.words import Words
from quellenlage.model import Kind

SYLLABLES = re.compile(r"[A-ZÄÖÜ][a-zäöü]{1,6}-[a-z]{1,6}")
ACRONYM = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜ0-9&]{1,6}")
INITIAL = re.compile(r"[A-ZÄÖÜ]\.")
CAPITAL = re.compile(r"[A-ZÄÖÜÉÁÀÇŠŽČŁ][^\W\d_]*(?:[-’'.][^\W\d_]+)*\.?")
ARTICLES = frozenset({"der", "die", "das", "den", "dem", "des", "ein", "eine"})
ORDINARY = frozenset({"NN", "ADJA", "ADJD", "ADV", "VVFIN", "VVPP", "VVINF", "NNA"})
LONGEST_NAME = 5


@dataclass(slots=True)
class _Known:
    """What a text has taught so far of its own names, word by word."""

    kinds: dict[str, Kind] = field(default_factory=dict)

    def learn(self, text: str, kind: Kind) -> None:
        self.kinds.setdefault(text, kind)
        self.kinds.setdefault(text + "s", kind)

    def __getitem__(self, text: str) -> Kind | None:
        return self.kinds.get(text) or (self.kinds.get(text[:-1]) if text.endswith("s") else None)


def from_runs(words: Words, taken: bytearray) -> list[Found]:
    """Find names among words that are not ``taken``."""
    learnt, runs, out = _Known(), _runs(words, taken), []
    later = []
    for begin, end in runs:
        kind = _sure(words, begin, end)
        if kind is None:
            later.append((begin, end))
            continue
        first = _company_begin(words, taken, begin, end)
        out.append(Found(first, end, kind, None, is_press(words.text[begin:end])))
        taken[first:end] = b"\1" * (end - first)
        _learn(words, learnt, begin, end, kind)
    for begin, end in later:
        kind = _likely(words, begin, end, learnt)
        if kind is not None:
            out.append(Found(begin, end, kind, None, is_press(words.text[begin:end])))
    return out


def _company_begin(words: Words, taken: bytearray, begin: int, end: int) -> int:
    """Take into a company's name the capitals before it that look like nouns: *Nordsee Werft AG*."""
    if words.text[end - 1] not in sets()["legal"]:
        return begin
    first = begin
    while first > 0 and begin - first < 3 and not taken[first - 1] and words.line[first - 1] == words.line[begin]:
        if (
            not CAPITAL.fullmatch(words.text[first - 1])
            or words.tag[first - 1] not in {"NN", "NE", "ADJA", "FM"}
            or head(words.text[first - 1])
        ):
            break
        first -= 1
    return first


def _learn(words: Words, learnt: _Known, begin: int, end: int, kind: Kind) -> None:
    learnt.learn(" ".join(words.text[begin:end]), kind)
    if kind is Kind.PERSON:
        learnt.learn(words.text[end - 1].removesuffix("’"), kind)
        learnt.learn(words.text[begin], kind)


def _runs(words: Words, taken: bytearray) -> list[tuple[int, int]]:
    out, i = [], 0
    while i < len(words):
        end = i
        while (
            end < len(words)
            and end - i < LONGEST_NAME
            and not taken[end]
            and words.line[end] == words.line[i]
            and _in_name(words, taken, i, end)
        ):
            end += 1
        while end > i and (words.text[end - 1] in sets()["particles"] and words.text[end - 1].islower()):
            end -= 1
        if end > i:
            out.append((i, end))
        i = max(end, i + 1)
    return out


def _in_name(words: Words, taken: bytearray, begin: int, i: int) -> bool:
    """Say whether word ``i`` can belong to a name that begins at ``begin``."""
    text, tag = words.text[i], words.tag[i]
    if i > begin and text in sets()["particles"]:
        return words.text[i - 1] in given() or words.text[i - 1] in sets()["particles"]
    if not CAPITAL.fullmatch(text) or _is_no_name(text):
        return False
    if tag == "NE" or text in given() or INITIAL.fullmatch(text):
        return text not in sets()["address"] and not (tag == "NN" and head(text))
    if text in sets()["body"] or ACRONYM.fullmatch(text):
        return text not in sets()["no_acronym"] or text in sets()["body"]
    return (tag in {"FM", "XY"} and len(text) > 1) or (i > begin and _goes_on(words, i))


def _is_no_name(text: str) -> bool:
    """Say whether a capitalised word is none by its form: an article, *Hafenstadt*, *Nordsee-Konferenz*."""
    if text.lower() in ARTICLES or is_place_noun(text):
        return True
    first = known(text.partition("-")[0]) if "-" in text else None
    return first is not None and first.kind is Kind.PLACE


def _goes_on(words: Words, i: int) -> bool:
    """Say whether what is tagged as an ordinary word is a surname or a given name: *Eva Kurz*, *Yang Min-ho*."""
    if words.tag[i] not in ORDINARY:
        return False
    previous, text = words.text[i - 1], words.text[i]
    behind_given = previous in given() or previous in sets()["particles"] or INITIAL.fullmatch(previous) is not None
    return SYLLABLES.fullmatch(text) is not None or (behind_given and head(text) is None)


def _sure(words: Words, begin: int, end: int) -> Kind | None:
    texts = words.text[begin:end]
    before, lists = words.at(begin - 1, begin), sets()
    if (any(text in lists["body"] for text in texts) and len(texts) > 1) or (is_press(texts) and len(texts) > 1):
        return Kind.ORGANISATION
    if before in lists["address"]:
        return Kind.PERSON
    if len(texts) > 1 and (texts[0] in given() or INITIAL.fullmatch(texts[0]) or SYLLABLES.fullmatch(texts[-1])):
        return Kind.PERSON
    if len(texts) == 1 and ACRONYM.fullmatch(texts[0]):
        return Kind.ORGANISATION if _is_acronym(words, begin) else None
    return by_noun_before(words, begin)


def _is_acronym(words: Words, i: int) -> bool:
    beside = {words.tag_at(i - 1, i), words.tag_at(i + 1, i)}
    return words.tag[i] in {"NE", "NN", "XY", "FM"} and "CARD" not in beside


def by_noun_before(words: Words, begin: int) -> Kind | None:
    """Read the kind of a name off the noun it stands behind: *Ministerin X*, *die Agentur X*, *die Stadt X*."""
    before = words.at(begin - 1, begin)
    if not before[:1].isupper() or words.tag_at(begin - 1, begin) not in {"NN", "NNA", "NE"}:
        return None
    found = head(before)
    if found and found.number != "p":
        return Kind.PERSON if found.kind is Kind.PERSON else Kind.PLACE if seated(found.base) else Kind.ORGANISATION
    return Kind.PLACE if is_place_noun(before) else None


@lru_cache(maxsize=20_000)
def is_place_noun(word: str) -> bool:
    """Say whether a noun calls a kind of place, by its last part: *Hafenstadt*, *Güterbahnhof*."""
    lower = word.lower()
    return word in sets()["nouns"] or (
        len(word) > 9 and lower.endswith(("bahnhof", "flughafen", "hauptstadt", "hafenstadt", "provinz", "halbinsel"))
    )


def _likely(words: Words, begin: int, end: int, learnt: _Known) -> Kind | None:
    """Judge a run of name-like words by what the text taught, by prepositions, endings and verbs."""
    texts, text = words.text[begin:end], words.text[end - 1]
    taught = learnt[" ".join(texts)] or (learnt[text] if learnt[text] is Kind.PERSON else None)
    if taught:
        return taught
    if len(texts) == 1:
        return _likely_single(words, begin) if words.tag[begin] in {"NE", "FM"} else None
    if words.at(begin - 1, begin).lower() in {"in", "nach"}:
        return Kind.PLACE
    tags = set(words.tag[begin:end])
    foreign = bool(tags & {"FM", "XY"}) or words.tag_at(begin - 1, begin) == "ART"
    return Kind.UNKNOWN if foreign else Kind.PERSON


def _likely_single(words: Words, i: int) -> Kind | None:
    text, before = words.text[i], words.at(i - 1, i).lower()
    if text in given():
        return Kind.PERSON
    if before in sets()["strong"] or (_ends_like_place(text) and before in sets()["prepositions"]):
        return Kind.PLACE
    if speaks(words, i - 1, i):
        return Kind.PERSON
    return Kind.UNKNOWN if words.tag[i] == "NE" and text not in sets()["also_words"] else None


def _ends_like_place(text: str) -> bool:
    lower = text.lower()
    places = table("de", "places")["near"]
    return lower.endswith(tuple(places["endings"])) and lower not in places["no_endings"]
