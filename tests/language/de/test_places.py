import pytest

from quellenlage.language.de.places import known, phrases, state_of_adjective, state_of_name, states
from quellenlage.model import Kind


@pytest.mark.parametrize(
    ("adjective", "code"),
    [
        ("dänischen", "DK"),
        ("schwedischer", "SE"),
        ("britische", "GB"),
        ("südkoreanisches", "KR"),
        ("US-amerikanischen", "US"),
        ("türkische", "TR"),
        ("estnischem", "EE"),
        ("politischen", None),
        ("neue", None),
        ("", None),
    ],
)
def test_adjectives_tell_their_country(adjective: str, code: str | None) -> None:
    assert state_of_adjective(adjective) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [("Dänemark", "DK"), ("Dänemarks", "DK"), ("USA", "US"), ("US", "US"), ("Kopenhagen", None), ("Iraks", "IQ")],
)
def test_names_tell_their_country_but_capitals_do_not(name: str, code: str | None) -> None:
    assert state_of_name(name) == code


def test_capitals_are_places_with_a_country() -> None:
    found = known("Kopenhagens")
    assert found is not None
    assert (found.name, found.kind, found.state, found.capital) == ("Kopenhagen", Kind.PLACE, "DK", True)


def test_every_phrase_has_more_than_one_word() -> None:
    assert all(len(stems) > 1 for rows in phrases().values() for stems, _ in rows)
    assert "Pseudo-Bidi" not in states()
