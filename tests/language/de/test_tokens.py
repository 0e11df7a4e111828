import pytest

from quellenlage.language import load
from quellenlage.language.de.tokens import LONG_RUN


def words(text):
    doc = load("de").nlp(text)
    assert doc.text == text
    return [token.text for token in doc]


def test_a_year_and_the_full_stop_behind_it_are_two():
    assert words("Das war 1994. Der 16. Mai kam.")[:5] == ["Das", "war", "1994", ".", "Der"]
    assert "16." in words("Das war 1994. Der 16. Mai kam.")


@pytest.mark.parametrize("unit", ["„", "a", ".", "1994.", "\ufffd", "👩‍👩‍👧", "http://a.b/"])
def test_a_run_without_a_space_is_cut_and_kept(unit):
    text = f"Der Rat  tagt {unit * 700} am\n\n Freitag. "
    found = words(text)
    assert max(map(len, found)) <= 200
    assert found[:2] == ["Der", "Rat"]
    assert "Freitag" in found


def test_ordinary_words_are_not_cut():
    word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    assert LONG_RUN.search(word) is None
    assert words(f"Das {word} gilt.") == ["Das", word, "gilt", "."]
