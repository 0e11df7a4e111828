"""One name, one sense: what a text calls a place in one sentence is a place in the next, and a name wherever it stands.

A model labels each occurrence by itself; a reader takes a name for what the text has shown it to be (one sense per
discourse, Gale, Church and Yarowsky 1992).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from quellenlage.language.de.found_names import Found, given, sets
from quellenlage.language.de.homes import homes
from quellenlage.language.de.offices import head
from quellenlage.language.de.places import known
from quellenlage.language.de.words import Words
from quellenlage.model import Kind

# A place's adjective or a person's full name says more than a model's label of one occurrence.
SURE, LIKELY = 100, 1
NOUNS = frozenset({"NN", "NE", "NNA", "FM", "XY"})
GOVERNED = frozenset({"ART", "ADJA", "APPRART", "PPOSAT", "PDAT", "PIAT", "CARD"})


def one_sense(found: list[Found], words: Words) -> list[Found]:
    """Give every single word that no list knows the one kind that its text speaks for."""
    full = _surnames(found, words)
    votes = _votes(found, words)
    adjectives = homes({key for key in votes if key not in full}, _adjectives(words))
    for place in adjectives.values():
        votes[place][Kind.PLACE] += SURE
    for name in full:
        votes[name][Kind.PERSON] += SURE
    kinds = {key: min(count, key=lambda k: (-count[k], k)) for key, count in votes.items() if count}
    return [_settled(one, words, kinds) for one in found]


def spread(found: list[Found], words: Words) -> list[Found]:
    """Add the places where a name that the text has shown stands once more and has not been found."""
    taken = {i for one in found for i in range(one.begin, one.end)}
    told = (one for one in found if _is_open(one) and one.kind is not Kind.UNKNOWN)
    kinds: dict[str, Kind] = {_key(words.text[one.begin]): one.kind for one in told}
    kinds |= dict.fromkeys(_surnames(found, words), Kind.PERSON)
    more = [
        Found(i, i + 1, kind)
        for i, text in enumerate(words.text)
        if i not in taken and (kind := _again(text, kinds)) is not None and _is_name_there(words, i)
    ]
    return sorted([*(_shorn(one, words, kinds) for one in found), *more], key=lambda f: f.begin)


def _surnames(found: Iterable[Found], words: Words) -> set[str]:
    return {_key(words.text[f.end - 1]) for f in found if f.kind is Kind.PERSON and f.end - f.begin > 1}


def _is_open(one: Found) -> bool:
    return one.end - one.begin == 1 and one.listed is None


def _key(text: str) -> str:
    """Give a word as it stands, without an apostrophe behind it."""
    return text.rstrip("’'‘") or text


def _bare(text: str, keys: Iterable[str]) -> str:
    """Cut the genitive's -s where the text has the word without it."""
    text = _key(text)
    return text[:-1] if text.endswith("s") and text[:-1] in keys else text


def _adjectives(words: Words) -> set[str]:
    return {text for text, tag in zip(words.text, words.tag, strict=True) if tag == "ADJA"}


def _votes(found: list[Found], words: Words) -> dict[str, Counter[Kind]]:
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    forms = {_key(words.text[one.begin]) for one in found if _is_open(one)}
    for one in filter(_is_open, found):
        text = words.text[one.begin]
        key = _bare(text, forms)
        votes[key][one.kind] += one.kind is not Kind.UNKNOWN
        around = _by_words_around(words, one.begin)
        if around:
            votes[key][around] += LIKELY
        if text.endswith("s"):
            # The genitive may be all there is of the name: its adjective knows it without the -s.
            votes[_key(text)[:-1]] += Counter()
    return votes


def _by_words_around(words: Words, i: int) -> Kind | None:
    before = words.at(i - 1, i)
    if words.text[i].endswith("s") and words.tag_at(i - 2, i) == "ART":
        # *der Präsident Varnlands* and *der Präsident Weber* look the same but for the -s.
        return None
    if before in sets()["address"] or ((noun := head(before)) and noun.kind is Kind.PERSON and noun.number != "p"):
        return Kind.PERSON
    if words.tag_at(i - 1, i) == "APPR" and before.lower() in {"in", "nach"} and not _has_title(words, i):
        return Kind.PLACE
    return None


def _has_title(words: Words, i: int) -> bool:
    """Say whether the preposition is no place's: *nach Angaben*, *nach Weber zufolge*."""
    return words.tag_at(i + 1, i) == "APPO"


def _settled(one: Found, words: Words, kinds: dict[str, Kind]) -> Found:
    if not _is_open(one):
        return one
    text = _key(words.text[one.begin])
    bare = text[:-1] if text.endswith("s") else text
    kind = kinds.get(bare) or kinds.get(text)
    return replace(one, kind=kind) if kind and kind is not one.kind else one


def _again(text: str, kinds: dict[str, Kind]) -> Kind | None:
    if not text[:1].isupper() or len(text) < 3 or known(text):
        return None
    key = _key(text)
    return kinds.get(key) or (kinds.get(key[:-1]) if key.endswith("s") and len(key) > 4 else None)


def _is_name_there(words: Words, i: int) -> bool:
    """Say whether a word that is a name elsewhere can be one here: no noun with an article (*der Bauer*)."""
    if words.tag[i] == "NE":
        return words.tag_at(i - 1, i) != "NE" or words.at(i - 1, i) not in given()
    before = words.tag_at(i - 1, i)
    return words.tag[i] in NOUNS and before not in GOVERNED and head(words.text[i]) is None


def _shorn(one: Found, words: Words, kinds: dict[str, Kind]) -> Found:
    """Take an ordinary noun off a name that stands alone elsewhere.

    *Rivale Nordwerk* is *Nordwerk*, *Hansens Palast* is *Hansen*.
    """
    double = one.end - one.begin == 2 and one.listed is None and not one.press
    if not double:
        return one
    first, last = _key(words.text[one.begin]), _key(words.text[one.end - 1])
    if words.tag[one.begin] == "NN" and kinds.get(last) is one.kind and one.kind is not Kind.PERSON:
        return replace(one, begin=one.begin + 1)
    owner = kinds.get(first[:-1]) if first.endswith("s") and words.tag[one.end - 1] == "NN" else None
    if owner is Kind.PERSON and first not in kinds:
        return replace(one, end=one.begin + 1, kind=owner)
    return one
