import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.language import load


def quoted(text: str) -> list[str]:
    doc = load("de").nlp(text)
    return [doc[q.start : q.end].text for q in load("de").quotations(doc)]


@pytest.mark.parametrize(
    "mark",
    ["„{}“", "»{}«", "«{}»", '"{}"', "“{}”", "„{}”", '„{}"'],
)
def test_every_style(mark: str) -> None:
    said = mark.format("Wir kommen morgen.")
    assert quoted(f"Sie rief: {said} Dann ging sie.") == [said]


def test_an_inner_quotation_is_found_too() -> None:
    assert quoted("Sie rief: „Er sagte ‚nein‘ zu mir.“") == ["„Er sagte ‚nein‘ zu mir.“", "‚nein‘"]


def test_an_unclosed_mark_ends_with_its_sentence() -> None:
    assert quoted("Sie rief: „Wir kommen morgen. Der Rest ist Bericht.\n\nNoch ein Absatz.") == ["„Wir kommen morgen."]


def test_several_sentences_are_one_quotation() -> None:
    assert quoted("„Wir kommen. Wir bleiben.“ Sie ging.") == ["„Wir kommen. Wir bleiben.“"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='„“”»«"‚‘ ab.\n', max_size=120))
def test_any_marks_give_ranges_inside_the_text(text: str) -> None:
    doc = load("de").nlp(text)
    assert all(0 <= q.start < q.end <= len(doc) for q in load("de").quotations(doc))
