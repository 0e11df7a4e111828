"""Whom a pronoun means that speaks: who spoke before, or the subject of the sentence before, where they agree."""

import pytest

from quellenlage.language import load
from quellenlage.model import Report
from quellenlage.reading.assemble import read_report

LANGUAGE = load("de")


def speakers(text: str) -> list[str]:
    """Give the names of those who say the last statement, by the longest mention of each."""
    reading = read_report(Report(uri="-", text=text), LANGUAGE)
    named = {m.entity: text[m.span.start : m.span.end] for m in reversed(reading.mentions) if m.form != "pronoun"}
    return [named[entity] for entity in reading.statements[-1].sources]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Die Staatsanwaltschaft prüft auch den Fall. Er sei neu, teilte sie mit.", ["Die Staatsanwaltschaft"]),
        ("Die Reederei zog den Antrag zurück; er sei alt, teilte sie mit.", ["Die Reederei"]),
        ("Der Verein zog den Antrag zurück. Die Kasse sei leer, teilte er mit.", ["Der Verein"]),
        ("Polizei und Feuerwehr kamen. Sie erklärten, der Pilot lebe.", ["Polizei", "Feuerwehr"]),
        # Nobody agrees.
        ("Der Verein zog den Antrag zurück. Die Kasse sei leer, teilte sie mit.", []),
    ],
)
def test_whom_the_pronoun_means(text: str, who: list[str]) -> None:
    assert speakers(text) == who


def test_who_is_said_to_have_done_it_does_not_say_it() -> None:
    text = "Der Minister sagte, der Plan sei fertig. Er soll den Rat getäuscht haben."
    last = read_report(Report(uri="-", text=text), LANGUAGE).statements[-1]
    assert (last.type, last.source) == ("FreeIndirect", ())
