import pytest

from quellenlage.language.de.homes import adjective_stem, home, homes


@pytest.mark.parametrize(
    ("place", "adjective"),
    [
        ("Nordmark", "nordmärkischen"),
        ("Halmarien", "halmarische"),
        ("Varnland", "varnländischer"),
        ("Varnland", "varnische"),
        ("Belonia", "belonischen"),
        ("Belonia", "belonianische"),
        ("Torgau", "torgauische"),
    ],
)  # fmt: skip
def test_an_adjective_belongs_to_its_place(place: str, adjective: str) -> None:
    assert home(adjective, homes({place, "Altmoos"}, {adjective})) == place


@pytest.mark.parametrize("adjective", ["technische", "dänische", "ische", "Tisch", "", "nordische"])
def test_other_words_belong_to_none(adjective: str) -> None:
    assert home(adjective, homes({"Nordmark", "Dänemark"}, {adjective})) is None


def test_of_two_places_with_one_adjective_neither_has_it() -> None:
    assert homes({"Belonia", "Belonien"}, {"belonische"}) == {}


@pytest.mark.parametrize(
    ("word", "stem"), [("technischen", "technisch"), ("Nordmärkisch", "nordmärkisch"), ("frisch", None), ("rot", None)]
)
def test_the_stem_of_an_adjective(word: str, stem: str | None) -> None:
    assert adjective_stem(word) == stem
