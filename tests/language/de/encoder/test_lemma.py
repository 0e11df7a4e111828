"""Edit scripts bring a form to its lemma, and back to themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.language.de.encoder.lemma import apply, script_of

PAIRS = [
    ("reiste", "reisen"),
    ("geliefert", "liefern"),
    ("abgereist", "abreisen"),
    ("abzureisen", "abreisen"),
    ("Gespräche", "Gespräch"),
    ("neue", "neu"),
    ("Die", "die"),
    ("EU", "EU"),
]


@pytest.mark.parametrize(("form", "lemma"), PAIRS)
def test_script_makes_the_lemma(form: str, lemma: str) -> None:
    script = script_of(form, lemma)
    assert script is not None
    assert apply(script, form) == lemma


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_total_on_any_strings(form: str, lemma: str) -> None:
    script = script_of(form, lemma)
    if script is not None:
        assert apply(script, form) is None or isinstance(apply(script, form), str)
