"""Proposes persons, organisations and places from tags, capitals and lists, where no trained model has named any.

A first pass takes what lists and the words around say for sure; what it learns of a text's names serves the second.
"""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from spacy.tokens import Doc

from quellenlage.language import table
from quellenlage.language.de.offices import head, seated
from quellenlage.language.de.places import Listed, known, phrases, stem
from quellenlage.language.de.words import Words
from quellenlage.model import Kind

SYLLABLES = re.compile(r"[A-ZÄÖÜ][a-zäöü]{1,6}-[a-z]{1,6}")
ACRONYM = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜ0-9&]{1,6}")
INITIAL = re.compile(r"[A-ZÄÖÜ]\.")
CAPITAL = re.compile(r"[A-ZÄÖÜÉÁÀÇŠŽČŁ][^\W\d_]*(?:[-’'.][^\W\d_]+)*\.?")
ARTICLES = frozenset({"der", "die", "das", "den", "dem", "des", "ein", "eine"})
ORDINARY = frozenset({"NN", "ADJA", "ADJD", "ADV", "VVFIN", "VVPP", "VVINF", "NNA"})
LONGEST_QUOTED = 5
LONGEST_NAME = 5
OPENING, CLOSING = frozenset("„“\"»«›‹‚‘'"), frozenset("“”\"«»‹›‘’'")
MODEL_LABELS = {"PER": Kind.PERSON, "ORG": Kind.ORGANISATION, "LOC": Kind.PLACE, "GPE": Kind.PLACE}


@dataclass(frozen=True, slots=True)
class Found:
    """A name over words ``begin`` to ``end``; ``listed`` where a list knows it, ``press`` for a newspaper."""

    begin: int
    end: int
    kind: Kind
    listed: Listed | None = None
    press: bool = False


@dataclass(slots=True)
class _Known:
    """What a text has taught so far of its own names, word by word."""

    kinds: dict[str, Kind] = field(default_factory=dict)

    def learn(self, text: str, kind: Kind) -> None:
        self.kinds.setdefault(text, kind)
        self.kinds.setdefault(text + "s", kind)

    def __getitem__(self, text: str) -> Kind | None:
        return self.kinds.get(text) or (self.kinds.get(text[:-1]) if text.endswith("s") else None)


@lru_cache(maxsize=1)
def given() -> dict[str, str]:
    """Given names and the gender they tell: ``m``, ``f`` or ``?``."""
    data = table("de", "first_names")
    out = dict.fromkeys(data["male"], "m") | dict.fromkeys(data["female"], "f")
    return out | dict.fromkeys(data["either"], "?")


@lru_cache(maxsize=1)
def _sets() -> dict[str, frozenset[str]]:
    names, places, first = table("de", "names"), table("de", "places"), table("de", "first_names")
    bodies = names["bodies"]
    return {
        "address": frozenset(names["address"]),
        "body": frozenset((*bodies["legal"], *bodies["club"])),
        "legal": frozenset(bodies["legal"]),
        "club": frozenset(bodies["club"]),
        "press": frozenset(bodies["press"]),
        "no_acronym": frozenset(bodies["no_acronym"]),
        "also_words": frozenset(places["near"]["also_words"]),
        "nouns": frozenset(places["near"]["nouns"]),
        "prepositions": frozenset(places["near"]["prepositions"]),
        "strong": frozenset(places["near"]["strong_prepositions"]),
        "particles": frozenset(first["particles"]),
        "human": frozenset(names["verbs"]["human"]),
    }


def recognise(doc: Doc, words: Words) -> list[Found]:
    """Find the names of a text, in order and without overlap: the model's, if it has named any, and the lists'."""
    taken = bytearray(len(words))
    found = _quoted(words, taken)
    found += _from_lists(words, taken, phrases_only=True)
    found += _from_model(doc, words, taken)
    found += _from_lists(words, taken)
    if not doc.ents:
        found += _from_runs(words, taken)
    return sorted(_with_surnames(found, words), key=lambda f: f.begin)


def _with_surnames(found: list[Found], words: Words) -> list[Found]:
    """Let a single word that no list knows be a person where the text has somebody of that surname in full."""
    full = {words.text[f.end - 1] for f in found if f.kind is Kind.PERSON and f.end - f.begin > 1}
    return [
        replace(f, kind=Kind.PERSON)
        if f.end - f.begin == 1
        and f.listed is None
        and {words.text[f.begin], words.text[f.begin].removesuffix("s")} & full
        else f
        for f in found
    ]


def _from_model(doc: Doc, words: Words, taken: bytearray) -> list[Found]:
    place = {token: i for i, token in enumerate(words.token)}
    out = []
    for ent in doc.ents:
        inside = [place[t] for t in range(ent.start, ent.end) if t in place]
        if not inside or not words.joined(inside[0], inside[-1] + 1):
            continue
        begin, end = words.trimmed(inside[0], inside[-1] + 1)
        if begin == end or any(taken[begin:end]):
            continue
        while (
            end - begin > 1
            and ent.label_ == "PER"
            and (head(words.text[begin]) or words.text[begin] in _sets()["address"])
        ):
            begin += 1
        out.append(_labelled(words, begin, end, MODEL_LABELS.get(ent.label_, Kind.UNKNOWN)))
        taken[begin:end] = b"\1" * (end - begin)
    return out


def _labelled(words: Words, begin: int, end: int, kind: Kind) -> Found:
    phrase = _phrase(words, begin)
    listed = phrase.listed if phrase and phrase.end == end else known(words.text[begin]) if end - begin == 1 else None
    if listed and {listed.kind, kind} in ({Kind.PLACE, Kind.PERSON}, {Kind.ORGANISATION, Kind.PLACE}):
        kind = listed.kind
    state = listed is not None and listed.state is not None and not listed.capital
    return Found(
        begin,
        end,
        Kind.PLACE if state else kind,
        listed if listed and (state or listed.kind is kind) else None,
        _press(words.text[begin:end]),
    )


def _press(texts: list[str]) -> bool:
    return any(text in _sets()["press"] for text in texts)


def _from_lists(words: Words, taken: bytearray, *, phrases_only: bool = False) -> list[Found]:
    out, i = [], 0
    while i < len(words):
        if not taken[i] and words.text[i][0].isupper():
            found = _phrase(words, i) or (None if phrases_only else _single(words, i))
            if found and not any(taken[found.begin : found.end]):
                out.append(found)
                taken[i : found.end] = b"\1" * (found.end - i)
                i = found.end
                continue
        i += 1
    return out


def _phrase(words: Words, i: int) -> Found | None:
    for stems, listed in phrases().get(stem(words.text[i]), ()):
        end = i + len(stems)
        if words.joined(i, end) and all(stem(words.text[i + k]) == s for k, s in enumerate(stems)):
            return Found(i, end, listed.kind, listed)
    return None


def _single(words: Words, i: int) -> Found | None:
    text, tag = words.text[i], words.tag[i]
    listed = known(text)
    if listed is None or (tag not in {"NE", "FM", "XY", "NN", "ADJA", "ADJD"} and not listed.state):
        return None
    before = words.at(i - 1, i)
    if text in _sets()["also_words"] and before not in _sets()["strong"]:
        return None
    if (
        listed.kind is Kind.PLACE
        and not listed.state
        and (tag == "NN" and before.lower() in {"die", "das", "der", "ein", "eine"})
    ):
        return None
    if listed.kind is Kind.PLACE and (_person_around(words, i) or _surname_behind(words, i, listed)):
        return None
    if text in _sets()["club"] or words.at(i + 1, i) in _sets()["body"] or before in _sets()["club"]:
        return None
    end = i + 1
    while listed.kind is Kind.ORGANISATION and words.at(end, i) in _sets()["press"]:
        end += 1
    return Found(i, end, listed.kind, listed if end == i + 1 else None)


def _person_around(words: Words, i: int) -> bool:
    """Say whether a place's name is part of a person's: *Jack London*, *Sofia Weber*."""
    before, after = words.at(i - 1, i), words.at(i + 1, i)
    if before in given() and words.tag_at(i - 1, i) != "NN" and not known(before):
        return True
    return words.text[i] in given() and words.tag_at(i + 1, i) == "NE" and not known(after)


def _surname_behind(words: Words, i: int, listed: Listed) -> bool:
    """Say whether a lesser place stands before an unknown name, so that it is hardly a place."""
    after = words.at(i + 1, i)
    return (
        not listed.state
        and words.tag_at(i + 1, i) == "NE"
        and known(after) is None
        and words.at(i - 1, i).lower() not in _sets()["prepositions"]
    )


def _quoted(words: Words, taken: bytearray) -> list[Found]:
    """Find newspapers and stations in quotation marks: *die „Neue Post“ berichtet*."""
    out = []
    for i, text in enumerate(words.text):
        if text not in OPENING or words.tag_at(i - 1, i) not in {"ART", "NN", "APPRART", "PRELS", "PDS", "APPR"}:
            continue
        end = next((k for k in range(i + 1, min(i + 2 + LONGEST_QUOTED, len(words))) if words.text[k] in CLOSING), 0)
        inner = words.text[i + 1 : end] if end else []
        if not inner or not words.joined(i, end + 1) or not inner[0][0].isupper() or any(taken[i + 1 : end]):
            continue
        if any(tag.endswith("FIN") or tag in {"$.", "$,"} for tag in words.tag[i + 1 : end]):
            continue
        if _press(inner) or _medium_before(words, i) or _speaks(words, i - 2, end):
            out.append(Found(i + 1, end, Kind.ORGANISATION, None, True))
            taken[i + 1 : end] = b"\1" * (end - i - 1)
    return out


def _medium_before(words: Words, i: int) -> bool:
    found = head(words.at(i - 1, i)) if words.tag_at(i - 1, i) == "NN" else None
    return bool(found and found.kind is Kind.ORGANISATION)


def _speaks(words: Words, before: int, after: int) -> bool:
    """Say whether the finite verb next to a noun group is one of saying."""
    for i, beside in ((before, before + 2), (after + 1, after)):
        if words.tag_at(i, min(beside, len(words) - 1)).endswith("FIN") and words.lemma[i] in _sets()["human"]:
            return True
    return False


def _from_runs(words: Words, taken: bytearray) -> list[Found]:
    learnt, runs, out = _Known(), _runs(words, taken), []
    later = []
    for begin, end in runs:
        kind = _sure(words, begin, end)
        if kind is None:
            later.append((begin, end))
            continue
        first = _company_begin(words, taken, begin, end)
        out.append(Found(first, end, kind, None, _press(words.text[begin:end])))
        taken[first:end] = b"\1" * (end - first)
        _learn(words, learnt, begin, end, kind)
    for begin, end in later:
        kind = _likely(words, begin, end, learnt)
        if kind is not None:
            out.append(Found(begin, end, kind, None, _press(words.text[begin:end])))
    return out


def _company_begin(words: Words, taken: bytearray, begin: int, end: int) -> int:
    """Take into a company's name the capitals before it that look like nouns: *Nordsee Werft AG*."""
    if words.text[end - 1] not in _sets()["legal"]:
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
        while end > i and (words.text[end - 1] in _sets()["particles"] and words.text[end - 1].islower()):
            end -= 1
        if end > i:
            out.append((i, end))
        i = max(end, i + 1)
    return out


def _in_name(words: Words, taken: bytearray, begin: int, i: int) -> bool:
    """Say whether word ``i`` can belong to a name that begins at ``begin``."""
    text, tag = words.text[i], words.tag[i]
    if i > begin and text in _sets()["particles"]:
        return words.text[i - 1] in given() or words.text[i - 1] in _sets()["particles"]
    if not CAPITAL.fullmatch(text) or _is_no_name(text):
        return False
    if tag == "NE" or text in given() or INITIAL.fullmatch(text):
        return text not in _sets()["address"] and not (tag == "NN" and head(text))
    if text in _sets()["body"] or ACRONYM.fullmatch(text):
        return text not in _sets()["no_acronym"] or text in _sets()["body"]
    return (tag in {"FM", "XY"} and len(text) > 1) or (i > begin and _goes_on(words, i))


def _is_no_name(text: str) -> bool:
    """Say whether a capitalised word is none by its form: an article, *Hafenstadt*, *Nordsee-Konferenz*."""
    if text.lower() in ARTICLES or _place_noun(text):
        return True
    first = known(text.partition("-")[0]) if "-" in text else None
    return first is not None and first.kind is Kind.PLACE


def _goes_on(words: Words, i: int) -> bool:
    """Say whether what is tagged as an ordinary word is a surname or a given name: *Eva Kurz*, *Yang Min-ho*."""
    if words.tag[i] not in ORDINARY:
        return False
    previous, text = words.text[i - 1], words.text[i]
    behind_given = previous in given() or previous in _sets()["particles"] or INITIAL.fullmatch(previous) is not None
    return SYLLABLES.fullmatch(text) is not None or (behind_given and head(text) is None)


def _sure(words: Words, begin: int, end: int) -> Kind | None:
    texts = words.text[begin:end]
    before, sets = words.at(begin - 1, begin), _sets()
    if (any(text in sets["body"] for text in texts) and len(texts) > 1) or (_press(texts) and len(texts) > 1):
        return Kind.ORGANISATION
    if before in sets["address"]:
        return Kind.PERSON
    if len(texts) > 1 and (texts[0] in given() or INITIAL.fullmatch(texts[0]) or SYLLABLES.fullmatch(texts[-1])):
        return Kind.PERSON
    if len(texts) == 1 and ACRONYM.fullmatch(texts[0]):
        return Kind.ORGANISATION if _is_acronym(words, begin) else None
    return _by_noun_before(words, begin)


def _is_acronym(words: Words, i: int) -> bool:
    beside = {words.tag_at(i - 1, i), words.tag_at(i + 1, i)}
    return words.tag[i] in {"NE", "NN", "XY", "FM"} and "CARD" not in beside


def _by_noun_before(words: Words, begin: int) -> Kind | None:
    """Read the kind of a name off the noun it stands behind: *Ministerin X*, *die Agentur X*, *die Stadt X*."""
    before = words.at(begin - 1, begin)
    if not before[:1].isupper() or words.tag_at(begin - 1, begin) not in {"NN", "NNA", "NE"}:
        return None
    found = head(before)
    if found and found.number != "p":
        return Kind.PERSON if found.kind is Kind.PERSON else Kind.PLACE if seated(found.base) else Kind.ORGANISATION
    return Kind.PLACE if _place_noun(before) else None


@lru_cache(maxsize=20_000)
def _place_noun(word: str) -> bool:
    """Say whether a noun calls a kind of place, by its last part: *Hafenstadt*, *Güterbahnhof*."""
    lower = word.lower()
    return word in _sets()["nouns"] or (
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
    if before in _sets()["strong"] or (_ends_like_place(text) and before in _sets()["prepositions"]):
        return Kind.PLACE
    if _speaks(words, i - 1, i):
        return Kind.PERSON
    return Kind.UNKNOWN if words.tag[i] == "NE" and text not in _sets()["also_words"] else None


def _ends_like_place(text: str) -> bool:
    lower = text.lower()
    places = table("de", "places")["near"]
    return lower.endswith(tuple(places["endings"])) and lower not in places["no_endings"]
