"""Every phrase of the page has its English, every English is used, and no German has two."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import quellenlage
from quellenlage.render import words
from quellenlage.render.html import to_html
from quellenlage.render.phrases import Phrase, joined, several, t
from quellenlage.render.tongue import Tongue
from tests.render import made_up

PACKAGE = Path(quellenlage.__file__).parent
METHODS = [("**.py", "python"), ("**.j2", "jinja2.ext:babel_extract")]


def used() -> set[str | tuple[str, str]]:
    """Give the messages of templates and code, and the words of the closed vocabularies."""
    found: set[str | tuple[str, str]] = set()
    for part in ("render", "web"):
        rows = extract_from_dir(str(PACKAGE / part), METHODS, keywords={"t": None, "several": (1, 2)})
        found |= {row[2][:2] if isinstance(row[2], tuple) else row[2] for row in rows}
    tables = [value.values() if isinstance(value, dict) else [value] for value in vars(words).values()]
    labels = [label for table in tables for label in table if isinstance(label, words.Label)]
    return found | {text for label in labels for text in label[:2] if text}


def catalogue() -> dict[str | tuple[str, str], object]:
    source = files("quellenlage.render").joinpath("locale", "en", "LC_MESSAGES", "page.po")
    with source.open("rb") as file:
        return {message.id: message.string for message in read_po(file) if message.id}


def test_every_message_has_its_english_and_none_is_left_over() -> None:
    known = set(catalogue())
    assert known <= used()
    assert used() <= known | {message[0] for message in known if isinstance(message, tuple)}
    assert all(all(text) if isinstance(text, tuple) else text for text in catalogue().values())


def parts(text: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)\}", text))


def test_parts_are_the_same_in_both_languages() -> None:
    for message, english in catalogue().items():
        german, there = (text if isinstance(text, str) else text[-1] for text in (message, english))
        assert parts(german) == parts(there)


class Strict(Tongue):
    """Does not let a German phrase have two ways in English, for the switch goes by the German."""

    def say(self, phrase: Phrase) -> str:
        before = self.pairs.get(phrase.de.strip())
        said = super().say(phrase)
        assert before in (None, self.pairs.get(phrase.de.strip())), phrase
        return said


def test_no_german_on_the_page_has_two_ways_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quellenlage.render.html.Tongue", Strict)
    assert "Quellenlage" in to_html([made_up.dossier()], generator="test")


def test_numbers_and_parts_are_put_in_in_both() -> None:
    assert several("{n} Bericht", "{n} Berichte", 1) == ("1 Bericht", "1 report")
    assert several("{n} Bericht", "{n} Berichte", 3) == ("3 Berichte", "3 reports")
    assert t("Bericht {n}", n="{x}") == ("Bericht {x}", "Report {x}")
    assert joined(", ", t("laut"), "Ä {n}") == ("laut, Ä {n}", "according to, Ä {n}")
