"""Names that a list knows: countries, cities, bodies, agencies."""

from quellenlage.language.de.found_names import Found, given, sets
from quellenlage.language.de.places import Listed, known, phrases, stem
from quellenlage.language.de.words import Words
from quellenlage.model import Kind


def from_lists(words: Words, taken: bytearray, *, phrases_only: bool = False) -> list[Found]:
    """Find listed names in words that are not ``taken``, and take them."""
    out, i = [], 0
    while i < len(words):
        if not taken[i] and (words.text[i][0].isupper() or _is_lower_agency(words, i)):
            found = phrase(words, i) or (None if phrases_only else _single(words, i))
            if found and not any(taken[found.begin : found.end]):
                out.append(found)
                taken[i : found.end] = b"\1" * (found.end - i)
                i = found.end
                continue
        i += 1
    return out


def _is_lower_agency(words: Words, i: int) -> bool:
    """Say whether a word is an agency that writes itself small: *laut dpa*; in brackets it is a credit."""
    small = words.text[i] in sets()["small"]
    return small and words.at(i - 1, i) not in {"(", "/"} and words.at(i + 1, i) not in {")", "/"}


def phrase(words: Words, i: int) -> Found | None:
    """Find a listed name of several words that begins at word ``i``."""
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
    if text in sets()["also_words"] and before not in sets()["strong"]:
        return None
    if (
        listed.kind is Kind.PLACE
        and not listed.state
        and (tag == "NN" and before.lower() in {"die", "das", "der", "ein", "eine"})
    ):
        return None
    if listed.kind is Kind.PLACE and (_person_around(words, i) or _surname_behind(words, i, listed)):
        return None
    if text in sets()["club"] or words.at(i + 1, i) in sets()["body"] or before in sets()["club"]:
        return None
    end = i + 1
    while listed.kind is Kind.ORGANISATION and words.at(end, i) in sets()["press"]:
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
        and words.at(i - 1, i).lower() not in sets()["prepositions"]
    )
