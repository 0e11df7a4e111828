"""Whose word counts as the word of a state."""

import pytest

from quellenlage.language.de.affiliation import speaks_for


@pytest.mark.parametrize("name", ["Weißes Haus", "Weißen Hauses", "Weißen Haus", "Nationaler Sicherheitsrat"])
def test_a_body_is_known_however_it_is_declined(name: str) -> None:
    assert speaks_for([name], []) == "US"


@pytest.mark.parametrize(
    ("role", "state"),
    [
        ("Sprecherin des Nationalen Sicherheitsrats", "US"),
        ("Sprecher des südkoreanischen Nationalen Sicherheitsrats", "KR"),
        ("Kremlsprecher", "RU"),
        ("Sprecher des Auswärtigen Amts", "DE"),
        ("Hausmeister", None),
    ],
)
def test_an_office_speaks_for_its_state(role: str, state: str | None) -> None:
    assert speaks_for([], [role]) == state
