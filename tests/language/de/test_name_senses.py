"""One sense of a name in one text, with labels set by hand so that no model's habits are tested."""

import pytest
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from quellenlage.language import load
from quellenlage.language.de.recogniser import recognise
from quellenlage.language.de.words import words


def labelled(text: str, labels: dict[str, str]) -> Doc:
    """Read a text without a model and label the first places where the given words stand."""
    doc = load("de", "hanta").nlp(text)
    spans = []
    for phrase, label in labels.items():
        start = text.index(phrase)
        spans.append(doc.char_span(start, start + len(phrase), label))
    doc.ents = [DocSpan(doc, span.start, span.end, span.label) for span in spans if span is not None]
    return doc


def names(text: str, labels: dict[str, str]) -> list[str]:
    doc = labelled(text, labels)
    laid = words(doc)
    return [f"{f.kind.name} {' '.join(laid.text[f.begin : f.end])}" for f in recognise(doc, laid)]


CASES = [
    # the adjective shows the place, whatever the label
    (
        "Varnland schwieg. Der varnländische Minister sprach.",
        {"Varnland": "PER"},
        ["PLACE Varnland"],
    ),
    # … also where the text has the genitive alone
    ("Varnlands Armee schoss, die varnländische Flotte nicht.", {"Varnlands": "PER"}, ["PLACE Varnlands"]),
    # somebody's full name says that the surname is a person's
    ("Ansgar Quendel kam. Quendel sprach.", {"Ansgar Quendel": "PER"}, ["PERSON Ansgar Quendel", "PERSON Quendel"]),
    # what a person owns is no part of the name
    (
        "Ansgar Quendel kam. Alle sahen Quendels Palast.",
        {"Ansgar Quendel": "PER", "Quendels Palast": "LOC"},
        ["PERSON Ansgar Quendel", "PERSON Quendels"],
    ),
    # a name is one wherever it stands; the genitive too
    (
        "Der Umsatz von Nordwerk sank. Die Aktie Nordwerks fiel.",
        {"Nordwerk": "ORG"},
        ["ORGANISATION Nordwerk", "ORGANISATION Nordwerks"],
    ),
    # … but a noun with an article is none
    ("Anna Bauer kam. Der Bauer blieb.", {"Anna Bauer": "PER"}, ["PERSON Anna Bauer"]),
    # a name that breaks off
    ("Der Bund für Vogelschutz klagt.", {"Bund für": "ORG"}, ["ORGANISATION Bund für Vogelschutz"]),
    # what a model has missed right behind a noun
    (
        "Der Hersteller Malenko prüft, Lars Holm nicht.",
        {"Lars Holm": "PER"},
        ["ORGANISATION Malenko", "PERSON Lars Holm"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "labels", "expected"), CASES)
def test_one_name_has_one_sense(text: str, labels: dict[str, str], expected: list[str]) -> None:
    assert names(text, labels) == expected


def test_a_noun_before_a_name_is_taken_off() -> None:
    doc = load("de", "hanta").nlp("Der Rivale Nordwerk bot mehr. Nordwerk schwieg.")
    doc.ents = [DocSpan(doc, 1, 3, "ORG"), DocSpan(doc, 6, 7, "ORG")]
    laid = words(doc)
    found = recognise(doc, laid)
    assert [" ".join(laid.text[f.begin : f.end]) for f in found] == ["Nordwerk", "Nordwerk"]


def test_agencies_may_write_themselves_small_but_not_as_a_credit() -> None:
    assert names("Laut dpa kam Lars Holm (dpa).", {"Lars Holm": "PER"}) == ["ORGANISATION dpa", "PERSON Lars Holm"]
