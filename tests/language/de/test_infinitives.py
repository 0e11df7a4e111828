import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.language import load
from quellenlage.language.de.infinitives import of_participle


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        ("geborgen", "bergen"),
        ("weggeflogen", "wegfliegen"),
        ("entbunden", "entbinden"),
        ("ertrunken", "ertrinken"),
        ("abgeraten", "abraten"),
        ("gewährt", "gewähren"),
        ("eingestürzt", "einstürzen"),
        ("verunglückt", "verunglücken"),
        ("gehandelt", "handeln"),
        ("geöffnet", "öffnen"),
        ("abtransportiert", "abtransportieren"),
        ("einbestellt", "einbestellen"),
        ("aberkannt", "aberkennen"),
        ("gewesen", "sein"),
        ("haus", None),
    ],
)
def test_by_its_parts(form: str, infinitive: str | None) -> None:
    assert of_participle(form) == infinitive


@given(form=st.text(max_size=60))
def test_total(form: str) -> None:
    assert of_participle(form) is None or form


def test_in_the_pipeline() -> None:
    doc = load("de").nlp("Das Dach ist weggeflogen, und der Fahrer wurde tot geborgen.")
    assert [t.lemma_ for t in doc if t.tag_ == "VVPP"] == ["wegfliegen", "bergen"]
