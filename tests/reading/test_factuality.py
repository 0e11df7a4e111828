from typing import Any

import pytest

from quellenlage.language import load, table
from quellenlage.model import Report
from quellenlage.reading import attribution
from quellenlage.reading.factuality import assess

LANGUAGE = load("de")


def value(text: str) -> tuple[str, list[str]]:
    doc = LANGUAGE.nlp(text)
    clause = max(LANGUAGE.clauses(doc), key=lambda c: c.end)
    found, marks = assess(doc, clause, LANGUAGE)
    return str(found), [text[a:b] for a, b in marks]


def examples() -> list[Any]:
    groups = [g for kind in table("de", "factuality").values() for g in (kind if isinstance(kind, list) else [kind])]
    return [pytest.param(g["example"], g["value"], id=g["example"]) for g in groups if "example" in g]


@pytest.mark.parametrize(("text", "expected"), examples())
def test_the_example_of_each_group(text: str, expected: str) -> None:
    assert value(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected", "marks"),
    [
        ("Der Damm hält.", "CT+", []),
        ("Der Damm hält nicht.", "CT-", ["nicht"]),
        ("Der Damm hält wahrscheinlich nicht.", "PR-", ["wahrscheinlich", "nicht"]),
        ("Der Damm hält nicht nur heute.", "CT+", []),
        ("Die Wirtin sagte, der Damm halte.", "CT+", []),
        ("Hält der Damm?", "Uu", ["?"]),
        ("Sollte der Rat zustimmen, wird das Bad schließen.", "Uu", ["Sollte"]),
        ("Weil der Rat zustimmt, wird das Bad schließen.", "CT+", []),
    ],
)
def test_marks(text: str, expected: str, marks: list[str]) -> None:
    assert value(text) == (expected, marks)


def test_a_statement_carries_the_factuality_of_its_content() -> None:
    text = "Die Wirtin sagte, der Damm könnte brechen."
    one = next(attribution.read(LANGUAGE.nlp(text), Report(uri="-", text=text), LANGUAGE))
    assert (str(one.factuality), [text[a:b] for a, b in one.marks]) == ("PS+", ["könnte"])


def test_a_judgement_is_about_its_complement() -> None:
    text = "Die Wirtin sagte, es sei möglich, dass der Damm breche."
    one = next(attribution.read(LANGUAGE.nlp(text), Report(uri="-", text=text), LANGUAGE))
    assert (str(one.factuality), [text[a:b] for a, b in one.marks]) == ("PS+", ["möglich"])
