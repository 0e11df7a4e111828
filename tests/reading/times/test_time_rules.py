"""Every rule finds what its own example says, and the forms are those of the docstring in ``forms``."""

import re

import pytest

from quellenlage.language import load, table
from quellenlage.model import Report, Span
from quellenlage.reading.times import find
from quellenlage.reading.times.grammar import TABLES

EXAMPLES = [rule["example"] for name in TABLES for rule in table("de", name)["rule"]]


def found(text: str, furniture: tuple[Span, ...] = ()) -> list[str]:
    language = load("de")
    report = Report(uri="test", text=text, furniture=furniture)
    return [
        f"{report.quote(time.span)} = {re.split(':(?:gap|tense|loose)=', time.form)[0]}"
        for time in find(language.nlp(text), report, language)
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example[0])
def test_a_rule_finds_its_example(example: list[str]) -> None:
    sentence, *expected = example
    assert set(expected) <= set(found(sentence))
    assert expected or not found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Spiel endete 2:1 für den 1. FC Neustadt.",
        "Das Brot kostet 3,50 Euro.",
        "Ludwig Mai leitet die Schule.",
        "Sie spielt auf Platz 1998 der Liste.",
        "Der Verein zählt 1500 Mitglieder.",
        "Herr August sprach über die Zeit.",
        "Die 16 Jahre alte Läuferin gewann.",
        "Die Version 7.1, neu gebaut, läuft.",
        "Die Kinder bekamen 1900 Euro.",
        "Das schreibt die Welt am Sonntag.",
        "Der Beschluss Nr. 1998/45 gilt weiter.",
        "Mit 12 oder 13 Jahren zog er fort.",
        "Die Winter-Spiele fielen aus.",
        "Beim Herren-Freitag war das Haus voll.",
    ],
)
def test_what_is_no_time_is_left_alone(sentence: str) -> None:
    assert found(sentence) == []


def test_every_word_of_a_list_is_one_expression() -> None:
    text = "Termine sind am 3., 4. und 7. Oktober."
    assert [one.split(" = ")[0] for one in found(text)] == ["3.", "4.", "7. Oktober"]


def test_furniture_gives_nothing() -> None:
    text = "Am Montag kam er. Lesen Sie am Dienstag mehr."
    assert [one.split(" = ")[0] for one in found(text, (Span(18, len(text)),))] == ["Montag"]


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Der Rat tagte am Mittwoch.", "past"),
        ("Der Rat hat am Mittwoch getagt.", "past"),
        ("Der Rat wird am Mittwoch tagen.", "future"),
        ("Der Rat soll am Mittwoch tagen.", "future"),
        ("Der Rat soll am Mittwoch getagt haben.", "past"),
        ("Ein Treffen ist für Mittwoch geplant.", "future"),
        ("Der Rat tagt am Mittwoch.", "present"),
        ("Der Rat kündigte am Mittwoch einen Umzug an.", "past"),
        ("Der Rat plante für Mittwoch einen Umzug.", "future"),
        ("Die Boote hätten am Mittwoch im Hafen gelegen, hieß es.", "past"),
    ],
)
def test_the_clause_gives_the_direction(sentence: str, direction: str) -> None:
    assert found(sentence)[:1] == [f"Mittwoch = weekday:3:{direction}"]


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Seit Freitag fahren die Züge wieder.", "past"),
        ("Die am Freitag veröffentlichte Liste ist lang.", "past"),
        ("Eine für Freitag geplante Sitzung fiel aus.", "future"),
        ("Der Rat verschob die Sitzung auf Freitag.", "open"),
    ],
)
def test_words_around_outweigh_the_tense(sentence: str, direction: str) -> None:
    assert found(sentence) == [f"Freitag = weekday:5:{direction}"]


def test_a_number_that_its_clause_speaks_of_is_no_year() -> None:
    assert found("Nach dem Plan werden 1700 gebaut.") == []
    assert found("Seit dem Umzug wohnten 1990 dort viele Leute.") == ["1990 = 1990"]
    assert found("Im Rat saßen 1990 nur Männer.") == ["1990 = 1990"]
