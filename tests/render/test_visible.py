"""Characters that act without being seen."""

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.render.visible import BIDI, visible


@given(st.text(st.characters(exclude_categories=())))
def test_as_many_signs_come_out_as_went_in_and_all_can_be_written(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert shown.encode().decode() == shown
    assert not set(shown) & set(BIDI)
    assert not any(ord(sign) < 32 and sign not in "\n\t" for sign in shown)


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters=BIDI)))
def test_what_can_be_seen_stays(text: str) -> None:
    assert visible(text) == text


def test_an_escape_and_an_override_become_signs() -> None:
    assert visible("a\x1b[31m\u202eb\x00") == "a␛[31m⇄b␀"
