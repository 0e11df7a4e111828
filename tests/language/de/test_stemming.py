"""Stems join the forms of a word, and nothing is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.language.de.stemming import stem, stems


@pytest.mark.parametrize(
    "forms",
    [
        ("Haus", "Hauses", "Häuser", "Häusern"),
        ("Brücke", "Brücken", "BRÜCKE"),
        ("Verletzte", "Verletzten", "Verletzter"),
        ("Sperrung", "Sperrungen"),
        ("abschalten", "abgeschaltet", "abzuschalten", "abgeschaltete"),
        ("zurückweisen", "zurückzuweisen"),
        ("einstellen", "eingestellt", "einzustellen"),
        ("Straße", "Strasse", "Straßen"),
        ("teilte", "teilten"),
        ("Schiff", "Schiffe", "Schiffen", "Schiffes"),
    ],
    ids=lambda forms: forms[0],
)
def test_the_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("Rat", "Rad"), ("Deich", "Teich"), ("Halle", "Hafen")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_words_of_a_text_in_their_order() -> None:
    assert stems("Die Häfen, 23 Schiffe – und „Möwe_7“.") == ["die", "haf", "23", "schiff", "und", "mow", "7"]


@given(st.text())
def test_any_text_gives_letters_and_digits(text: str) -> None:
    for found in stems(text):
        assert found.isalnum()
        assert len(found) <= 120
