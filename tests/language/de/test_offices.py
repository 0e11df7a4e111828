import pytest

from quellenlage.language.de.inflection import nominative, strong
from quellenlage.language.de.offices import Head, head, office
from quellenlage.model import Kind


@pytest.mark.parametrize(
    ("word", "kind", "base", "gender"),
    [
        ("Außenministerin", Kind.PERSON, "außenminister", "f"),
        ("Präsidenten", Kind.PERSON, "präsident", "m"),
        ("Kollegen", Kind.PERSON, "kollege", "m"),
        ("Vorsitzenden", Kind.PERSON, "vorsitzende", "m"),
        ("Konzernchefs", Kind.PERSON, "konzernchef", "m"),
        ("Ärztinnen", Kind.PERSON, "arzt", "f"),
        ("Zollbehörde", Kind.ORGANISATION, "zollbehörde", "f"),
        ("Umweltministeriums", Kind.ORGANISATION, "umweltministerium", "n"),
        ("Landesämter", Kind.ORGANISATION, "landesamt", "n"),
        ("Augenzeugen", Kind.PERSON, "augenzeuge", "m"),
        ("Medien", Kind.GROUP, "medien", "p"),
    ],
)
def test_heads(word: str, kind: Kind, base: str, gender: str) -> None:
    found = head(word)
    assert found is not None
    assert (found.kind, found.base, found.gender) == (kind, base, gender)


@pytest.mark.parametrize(
    "word",
    [
        "Lautsprecher",
        "Reiseführer",
        "Halbleiter",
        "Flugzeuge",
        "Absender",
        "Ehrenamt",
        "Sandbank",
        "Brot",
        "",
        "x" * 100_000,
    ],
)
def test_what_only_ends_like_one_is_no_head(word: str) -> None:
    assert head(word) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dänischer Außenminister", "Dänemarks Chefdiplomat"),
        ("schwedischer Staatschef", "Präsident Schwedens"),
        ("US-Präsident", "Machthaber der Vereinigten Staaten"),
        ("norwegische Regierung", "Regierung in Oslo"),
        ("Amtschefin", "Amtsleiter"),
        ("Ex-Sekretärin", "frühere Sekretärin"),
        ("Schiffsführer", "Kapitän"),
    ],
)
def test_different_words_name_one_office(one: str, other: str) -> None:
    assert office(one) == office(other)
    assert office(one) is not None


def test_a_body_in_a_capital_is_not_the_countrys() -> None:
    found = office("Botschaft in Oslo")
    assert found is not None
    assert found.state is None


@pytest.mark.parametrize("text", ["", "gestern", "Oslo", "die alten Bäume"])
def test_what_is_no_office(text: str) -> None:
    assert office(text) is None


@pytest.mark.parametrize(
    ("adjective", "gender", "expected"),
    [
        ("dänischen", "m", "dänischer"),
        ("neue", "n", "neues"),
        ("alten", "p", "alte"),
        ("rot", "m", "rot"),
        ("Berliner", "f", "Berliner"),
    ],
)
def test_strong_nominative(adjective: str, gender: str, expected: str) -> None:
    assert strong(adjective, gender) == expected


@pytest.mark.parametrize(
    ("noun", "gender", "expected"),
    [
        ("Präsidenten", "m", "Präsident"),
        ("Vorsitzenden", "m", "Vorsitzender"),
        ("Amtes", None, "Amt"),
        ("Sprecherin", "f", "Sprecherin"),
    ],
)
def test_nouns_in_the_nominative(noun: str, gender: str | None, expected: str) -> None:
    found = head(noun)
    assert found is not None
    assert nominative(noun, found, gender) == expected


def test_a_woman_who_sits_on_a_council_is_a_person_and_a_council_a_body() -> None:
    assert head("Landrätin") == Head(Kind.PERSON, "landrat", "f", "s")
    council = head("Volksrat")
    assert council is not None
    assert council.kind is Kind.ORGANISATION
