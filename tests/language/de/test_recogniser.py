import pytest
from spacy.tokens import Span as DocSpan

from quellenlage.language import load
from quellenlage.language.de.encoder.annotator import PARTS
from quellenlage.language.de.recogniser import recognise
from quellenlage.language.de.words import words
from quellenlage.model import Kind

CASES = [
    ("Außenministerin Anna Weber reist nach Oslo.", ["PERSON Anna Weber", "PLACE Oslo"]),
    ("Eva Kurz sprach mit Karl Lang.", ["PERSON Eva Kurz", "PERSON Karl Lang"]),
    ("Ludwig van der Berg kam.", ["PERSON Ludwig van der Berg"]),
    ("Yang Min-ho blieb in Dänemark.", ["PERSON Yang Min-ho", "PLACE Dänemark"]),
    ("Die Vereinigten Staaten schwiegen.", ["PLACE Vereinigten Staaten"]),
    ("Die Vereinten Nationen schwiegen.", ["ORGANISATION Vereinten Nationen"]),
    ("Die „Neue Nordpost“ berichtete darüber.", ["ORGANISATION Neue Nordpost"]),
    ("Das meldete die Nachrichtenagentur Nordpress.", ["ORGANISATION Nordpress"]),
    ("Die Nordland Werft AG zahlt.", ["ORGANISATION Nordland Werft AG"]),
    ("Herr Malenko kam.", ["PERSON Malenko"]),
    ("Sie wohnt in der Stadt Altmoos.", ["PLACE Altmoos"]),
    ("Die Polizei Neustadt sucht Zeugen.", ["PLACE Neustadt"]),
    ("Das Essen schmeckt, die Halle ist voll.", []),
    ("Die Versicherung zahlte zwei Millionen Euro.", []),
]  # fmt: skip


def names(text: str) -> list[str]:
    doc = load("de").nlp(text)
    laid = words(doc)
    return [f"{f.kind.name} {' '.join(laid.text[f.begin : f.end])}" for f in recognise(doc, laid)]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names_and_their_kinds(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_models_entities_come_first_and_lose_their_titles() -> None:
    doc = load("de").nlp("Ministerin Zora Quell fuhr nach Oslo zu Blaufeld.")
    doc.ents = [DocSpan(doc, 0, 3, "PER"), DocSpan(doc, 7, 8, "ORG")]
    laid = words(doc)
    found = [(f.kind.name, " ".join(laid.text[f.begin : f.end])) for f in recognise(doc, laid)]
    assert found == [("PERSON", "Zora Quell"), ("PLACE", "Oslo"), ("ORGANISATION", "Blaufeld")]


def test_a_plain_word_in_capitals_is_no_place() -> None:
    doc = load("de").nlp("STAU-CHAOS in MALENKOWO")
    doc.ents = [DocSpan(doc, 0, 1, "LOC"), DocSpan(doc, 2, 3, "LOC")]
    laid = words(doc)
    assert [laid.text[f.begin] for f in recognise(doc, laid)] == ["MALENKOWO"]


def test_a_firm_with_its_group_behind_a_hyphen_is_a_name() -> None:
    doc = load("de", "hanta").nlp(
        "Eine Sprecherin der Quellhof-Gruppe schwieg, die EU-Gruppe und eine Probe-Fahrt nicht."
    )
    parts = [t.i for t in doc if "-" in t.text]
    doc.spans[PARTS] = [DocSpan(doc, i, i + 1, "ORGpart") for i in parts]
    doc.ents = [DocSpan(doc, 0, 1, "MISC")]
    laid = words(doc)
    found = [laid.text[f.begin] for f in recognise(doc, laid) if f.kind is Kind.ORGANISATION]
    assert "Quellhof-Gruppe" in found
    assert "Probe-Fahrt" not in found
