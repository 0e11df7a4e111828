import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.errors import NotTextError
from quellenlage.intake.page.fragment import fragment_text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Der Rat tagt.", "Der Rat tagt."),
        ("<p>Der <b>Rat</b> tagt.</p><p>Mehr.</p>", "Der Rat tagt.\nMehr."),
        ("Rat &amp; Tunnel", "Rat & Tunnel"),
        ("<figure><figcaption>Foto</figcaption></figure>Der Rat", "Der Rat"),
        ("<script>alert(1)</script><!-- x -->", ""),
        ("", ""),
    ],
)
def test_fragment(source, expected):
    assert fragment_text(source) == expected


@given(st.text(alphabet="<>/p&;!-ab\n\x00\ud800", max_size=100))
def test_any_fragment(source):
    assert isinstance(fragment_text(source), str)


def test_a_large_one():
    with pytest.raises(NotTextError):
        fragment_text("<p>" * 2_000_000)
