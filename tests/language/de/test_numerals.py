"""German numerals in words."""

import pytest

from quellenlage.language.de.numerals import cardinal, ordinal


@pytest.mark.parametrize(
    ("word", "number"),
    [("zwölf", 12), ("achtundvierzig", 48), ("neunzehnhundertachtzehn", 1918), ("dreißig", 30), ("zweitausend", 2000),
     ("dreihundertfünf", 305), ("hundert", 100)],
)  # fmt: skip
def test_cardinals(word: str, number: int) -> None:
    assert cardinal(word) == number


@pytest.mark.parametrize(("word", "place"), [("ersten", 1), ("dritte", 3), ("achten", 8), ("zwanzigsten", 20)])
def test_ordinals(word: str, place: int) -> None:
    assert ordinal(word) == place


@pytest.mark.parametrize("word", ["", "und", "haus", "zwanzigst", "unddrei", "tausche"])
def test_other_words(word: str) -> None:
    assert cardinal(word) is None


@pytest.mark.parametrize("word", ["beste", "heute", "gute", "te"])
def test_no_ordinals(word: str) -> None:
    assert ordinal(word) is None
