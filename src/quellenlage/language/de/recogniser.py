"""Proposes persons, organisations and places: the model's, the lists', or without a model those of capitals."""

import simplemma
from spacy.tokens import Doc

from quellenlage.language.de.encoder.annotator import PARTS
from quellenlage.language.de.found_names import Found, given, is_press, sets
from quellenlage.language.de.listed_names import from_lists, phrase
from quellenlage.language.de.name_runs import by_noun_before, from_runs
from quellenlage.language.de.name_senses import one_sense, spread
from quellenlage.language.de.offices import head, seated
from quellenlage.language.de.places import known
from quellenlage.language.de.quoted_names import quoted
from quellenlage.language.de.words import Words
from quellenlage.model import Kind

__all__ = ["Found", "given", "recognise"]

# What a model takes for these may be a plain word.
UNSURE = frozenset({Kind.PLACE, Kind.UNKNOWN})
MODEL_LABELS = {"PER": Kind.PERSON, "ORG": Kind.ORGANISATION, "LOC": Kind.PLACE, "GPE": Kind.PLACE}


def recognise(doc: Doc, words: Words) -> list[Found]:
    """Find the names of a text, in order and without overlap: the model's, if it has named any, and the lists'."""
    taken = bytearray(len(words))
    found = quoted(words, taken)
    found += from_lists(words, taken, phrases_only=True)
    found += _from_model(doc, words, taken)
    found += _from_parts(doc, words, taken)
    found += from_lists(words, taken)
    found += _behind_nouns(words, taken) if doc.ents else from_runs(words, taken)
    return spread(one_sense(sorted(found, key=lambda f: f.begin), words), words)


def _from_model(doc: Doc, words: Words, taken: bytearray) -> list[Found]:
    place = {token: i for i, token in enumerate(words.token)}
    out = []
    for ent in doc.ents:
        inside = [place[t] for t in range(ent.start, ent.end) if t in place]
        if not inside or not words.joined(inside[0], inside[-1] + 1):
            continue
        begin, end = words.trimmed(inside[0], _whole(words, inside[-1] + 1))
        if begin == end or any(taken[begin:end]) or set(words.text[begin:end]) <= sets()["units"]:
            continue
        while (
            end - begin > 1
            and ent.label_ == "PER"
            and (head(words.text[begin]) or words.text[begin] in sets()["address"])
        ):
            begin += 1
        kind = MODEL_LABELS.get(ent.label_, Kind.UNKNOWN)
        if kind in UNSURE and end - begin == 1 and _is_word(words, begin):
            continue
        if kind is Kind.ORGANISATION and _is_seat(words, begin, end):
            begin, kind = begin + 1, Kind.PLACE
        out.append(_labelled(words, begin, end, kind))
        taken[begin:end] = b"\1" * (end - begin)
    return out


def _is_word(words: Words, i: int) -> bool:
    """Say whether what a model takes for a place or a thing is a word in capitals: *UMFRAGE*, *STREIK-CHAOS*."""
    text = words.text[i]
    if not text.isupper() or known(text) is not None:
        return False
    parts = (part for part in text.split("-") if part)
    return all(any(simplemma.is_known(form, lang="de") for form in (part.lower(), part.title())) for part in parts)


def _is_seat(words: Words, begin: int, end: int) -> bool:
    """Say whether a body's name is its noun and its place: *Polizei Neustadt*."""
    return (
        end - begin == 2
        and words.tag[begin] == "NN"
        and words.tag[begin + 1] == "NE"
        and seated(words.text[begin].lower())
    )


def _from_parts(doc: Doc, words: Words, taken: bytearray) -> list[Found]:
    """Take a name with a noun for what it is behind its hyphen for a name: *eine Sprecherin der Hansen-Gruppe*."""
    place = {token: i for i, token in enumerate(words.token)}
    out = []
    for part in doc.spans.get(PARTS, ()):
        i = place.get(part.start)
        stem, _, noun = part.text.rpartition("-")
        if i is None or taken[i] or len(part) > 1 or noun not in sets()["group_of_firms"] or known(stem):
            continue
        out.append(Found(i, i + 1, Kind.ORGANISATION))
        taken[i] = 1
    return out


def _behind_nouns(words: Words, taken: bytearray) -> list[Found]:
    """Find what a model has missed right behind a noun that says what it is: *des Herstellers Nordwerk*."""
    out = []
    for i, tag in enumerate(words.tag):
        if tag == "NE" and not taken[i] and words.text[i][0].isupper() and len(words.text[i]) > 2:
            kind = by_noun_before(words, i)
            if kind is not None and head(words.text[i]) is None and known(words.text[i]) is None:
                out.append(Found(i, i + 1, kind, None, is_press(words.text[i : i + 1])))
                taken[i] = 1
    return out


def _whole(words: Words, end: int) -> int:
    """Take in the noun behind a name that breaks off: *Bund für | Vogelschutz*, *Bahn und | Bus*."""
    broken = words.text[end - 1] in {"und", "für", "&"} and words.tag_at(end, end - 1) in {"NN", "NE"}
    return end + 1 if broken else end


def _labelled(words: Words, begin: int, end: int, kind: Kind) -> Found:
    whole = phrase(words, begin)
    listed = whole.listed if whole and whole.end == end else known(words.text[begin]) if end - begin == 1 else None
    if listed and {listed.kind, kind} in ({Kind.PLACE, Kind.PERSON}, {Kind.ORGANISATION, Kind.PLACE}):
        kind = listed.kind
    state = listed is not None and listed.state is not None and not listed.capital
    return Found(
        begin,
        end,
        Kind.PLACE if state else kind,
        listed if listed and (state or listed.kind is kind) else None,
        is_press(words.text[begin:end]),
    )
