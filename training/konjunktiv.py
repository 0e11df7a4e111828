"""The Konjunktiv from form and agreement, after Duden, Die Grammatik (2016), on the Konjunktiv.

Three sources, since treebanks hold few marked forms: the paradigm on words whose lemma and person are known, a closed
list of unambiguous forms on raw words, and sentences made from templates that are our own (CC0).
"""

from __future__ import annotations

import random

from quellenlage.language.de.encoder.konjunktiv import PAST_FORMS, PAST_UMLAUT, PRESENT_MARKED, present_singular
from training.corpora import Sentence
from training.konjunktiv_words import INDICATIVE_TEMPLATES, SLOTS, SUBJUNCTIVE_TEMPLATES, VERBS

Features = dict[str, str]


def by_paradigm(form: str, lemma: str, features: Features) -> Features:
    """Mood and tense of a finite verb whose lemma, person and number are known; empty where the form is ambiguous."""
    form = form.lower()
    if form in PAST_FORMS:
        return {"Mood": "Sub", "Tense": "Past"}
    if form in ("sei", "seien"):
        return {"Mood": "Sub", "Tense": "Pres"}
    third_singular = features.get("Person") == "3" and features.get("Number") == "Sing"
    if third_singular and present_singular(form, lemma):
        return {"Mood": "Sub", "Tense": "Pres"}
    ambiguous = form in ("sollte", "sollten", "wollte", "wollten") or (form.endswith("e") and not form.endswith("te"))
    return {} if ambiguous and features.get("Person") == "3" else {"Mood": "Ind"}


def by_form(words: list[str], i: int) -> Features:
    """All that the word itself says of a finite verb, from the closed lists; empty for any other word."""
    word = words[i]
    if word != word.lower() and i > 0:
        return {}
    word = word.lower()
    if word in PAST_UMLAUT or (word[:-1] in PAST_UMLAUT and word.endswith("n")):
        return {"Mood": "Sub", "Tense": "Past", "VerbForm": "Fin", "Number": PAST_FORMS[word]}
    if word in PRESENT_MARKED:
        number = "Plur" if word == "seien" else "Sing"
        return {"Mood": "Sub", "Tense": "Pres", "VerbForm": "Fin", "Number": number}
    if word in ("habe", "werde") and i > 0:
        near = {w.lower() for w in words}
        if "ich" not in near:
            return {"Mood": "Sub", "Tense": "Pres", "VerbForm": "Fin", "Number": "Sing", "Person": "3"}
        if "ich" in {w.lower() for w in words[max(0, i - 1) : i + 2]}:
            return {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin", "Number": "Sing", "Person": "1"}
    return {}


def generated(count: int, seed: int) -> list[Sentence]:
    """`count` sentences from the templates, three Konjunktive to two Indikative, labelled at the finite verbs."""
    draw = random.Random(seed)
    sentences: list[Sentence] = []
    for _ in range(count):
        templates = SUBJUNCTIVE_TEMPLATES if draw.random() < 0.6 else INDICATIVE_TEMPLATES
        sentences.append(_fill(draw.choice(templates), draw))
    return sentences


def _fill(template: str, draw: random.Random) -> Sentence:
    verb = draw.choice(VERBS)
    sentence = Sentence("gsd", [])
    for slot in template.split():
        if slot.startswith("<"):
            form, features = _finite(slot[1:-1], verb)
            _append(sentence, form, features)
            continue
        filled = _slot(slot, verb, draw)
        for word in filled.split():
            _append(sentence, word, None)
    first = sentence.words[0]
    sentence.words[0] = first[0].upper() + first[1:]
    return sentence


def _slot(slot: str, verb: dict[str, str], draw: random.Random) -> str:
    if slot == "OBJ":
        return verb["obj"]
    if slot in ("INF", "PP"):
        return verb[slot.lower()]
    return draw.choice(SLOTS[slot]) if slot in SLOTS else slot


def _finite(code: str, verb: dict[str, str]) -> tuple[str, Features]:
    """`k1.habe` is a literal form, `k1.V` the verb's own; the code names mood, tense, person and number."""
    kind, _, form = code.partition(".")
    features = {
        "k1": {"Mood": "Sub", "Tense": "Pres", "Person": "3", "Number": "Sing"},
        "k1p": {"Mood": "Sub", "Tense": "Pres", "Person": "3", "Number": "Plur"},
        "k2": {"Mood": "Sub", "Tense": "Past", "Person": "3", "Number": "Sing"},
        "k2p": {"Mood": "Sub", "Tense": "Past", "Person": "3", "Number": "Plur"},
        "i1": {"Mood": "Ind", "Tense": "Pres", "Person": "1", "Number": "Sing"},
        "i3": {"Mood": "Ind", "Tense": "Pres", "Person": "3", "Number": "Sing"},
        "i3p": {"Mood": "Ind", "Tense": "Pres", "Person": "3", "Number": "Plur"},
        "p3": {"Mood": "Ind", "Tense": "Past", "Person": "3", "Number": "Sing"},
        "p3p": {"Mood": "Ind", "Tense": "Past", "Person": "3", "Number": "Plur"},
    }[kind] | {"VerbForm": "Fin"}
    return (verb[kind] if form == "V" else form), features


def _append(sentence: Sentence, word: str, features: Features | None) -> None:
    sentence.words.append(word)
    sentence.xpos.append(None)
    sentence.upos.append(None)
    sentence.features.append(features or {})
    sentence.lemmas.append(None)
    sentence.heads.append(None)
    sentence.relations.append(None)
    sentence.names.append(None)
