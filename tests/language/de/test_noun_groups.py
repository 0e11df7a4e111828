import pytest

from quellenlage.language import load


def groups(text: str) -> list[str]:
    doc = load("de").nlp(text)
    return [doc[g.start : g.end].text for g in load("de").noun_groups(doc)]


def phrase_of(text: str, words: int) -> str:
    doc = load("de").nlp(text)
    begin, end = load("de").phrase(doc, 0, words, len(doc))
    return doc[begin:end].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der alte Wirt schläft.", ["Der alte Wirt"]),
        ("Am Montag kam sie.", ["Am Montag", "sie"]),
        ("Die im Mai erzielte Einigung hielt.", ["Die im Mai erzielte Einigung"]),
        ("Laut „Abendblatt“ regnet es.", ["Laut „Abendblatt“", "es"]),
        ("Stadt- und Kreisrat tagten.", ["Stadt- und Kreisrat"]),
    ],
)
def test_noun_groups(text: str, expected: list[str]) -> None:
    assert groups(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Der Sprecher der Hafenbehörde kam.", 2, "Der Sprecher der Hafenbehörde"),
        ("Der Sprecher (CDU) kam.", 2, "Der Sprecher (CDU)"),
        ("Der Wirt, Sprecher der Gäste, kam.", 2, "Der Wirt, Sprecher der Gäste"),
        ("Der Wirt und die Gäste kamen.", 2, "Der Wirt und die Gäste"),
        ("Angaben des Magazins „Haus und Hof“ stimmten.", 1, "Angaben des Magazins „Haus und Hof“"),
    ],
)
def test_phrases(text: str, words: int, expected: str) -> None:
    assert phrase_of(text, words) == expected
