import unicodedata

import pytest

from quellenlage.errors import NotTextError, TooLargeError
from quellenlage.intake import from_text
from quellenlage.intake.report import MOST_CHARACTERS, admit

BODY = "Der Rat hat am Freitag über den neuen Tunnel beraten.\n\nIm Mai soll der Bau beginnen, sagte sie."


def test_composed_text_is_kept_to_the_letter():
    text = "\ufeff Größe\r\nund  Maß\t„offen\x00\r" + BODY
    assert from_text(text).text == text


def test_other_text_is_composed():
    decomposed = unicodedata.normalize("NFD", "Größe über alles.")
    assert from_text(decomposed).text == "Größe über alles."


@pytest.mark.parametrize(
    ("byline", "authors", "agencies"),
    [
        ("Von: Jana Sommer", ("Jana Sommer",), ()),
        ("Von Jana Sommer und Ole Winter", ("Jana Sommer", "Ole Winter"), ()),
        ("Von Jana Sommer, Ostermoor", ("Jana Sommer",), ()),
        ("Von Clara von Sandau, dpa", ("Clara von Sandau",), ("dpa",)),
        ("Autorin: Sommer, Jana", ("Jana Sommer",), ()),
        ("Autor: Winter, Ole H.", ("Ole H. Winter",), ()),
        ("Von dpa", (), ("dpa",)),
        ("Von: Redaktion", (), ()),
    ],
)
def test_byline(byline, authors, agencies):
    report = from_text(f"Rat stimmt für den Tunnel\n\n{byline}\n\n{BODY}")
    assert (report.authors, report.agencies) == (authors, agencies)


def test_agencies_among_given_authors_are_credits():
    report = from_text(BODY, authors=["Jana Sommer", "AFP"])
    assert (report.authors, report.agencies) == (("Jana Sommer",), ("AFP",))


def test_given_fields_are_kept():
    report = from_text(BODY, uri="a.txt", outlet="Anzeiger", url="https://anzeiger.example/1")
    assert (report.uri, report.outlet, report.url) == ("a.txt", "Anzeiger", "https://anzeiger.example/1")


def test_agencies_are_named_once_in_the_order_of_the_text():
    report = from_text(f"OSTERMOOR (AFP) – {BODY}\n\n(APA/afp/rtr)")
    assert report.agencies == ("AFP", "APA", "Reuters")


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff\n", "\u00a0\u200b"])
def test_empty_text_is_not_admitted(text):
    with pytest.raises(NotTextError, match="is empty"):
        admit(text)


def test_limit():
    assert len(admit("a" * MOST_CHARACTERS)) == MOST_CHARACTERS
    with pytest.raises(TooLargeError, match="5,000,000"):
        admit("a" * (MOST_CHARACTERS + 1))


def test_newlines():
    assert admit("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_stacked_accents_are_refused_without_sorting_them():
    stacked = "a" + "\u0301\u0323" * 500_000
    with pytest.raises(NotTextError, match="accents"):
        admit(stacked)
    assert from_text(stacked).text == stacked


def test_a_million_characters_are_read():
    sentence = "Der Rat von Ostermoor tagt, und niemand weiß, wie lange noch. "
    report = from_text(sentence * (1_000_000 // len(sentence)) + "\n\n(dpa)")
    assert report.agencies == ("dpa",)
