"""Who is accused in court, by the words around a name."""

import pytest

from quellenlage import language
from quellenlage.language.de.naming import sight


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Der Prozess gegen Lars Holm beginnt.", True),
        ("Die Anklage gegen die Ärztin Eva Lund steht.", True),
        ("Die Staatsanwaltschaft wirft Lars Holm Betrug vor.", True),
        ("Die Gewerkschaft wirft Lars Holm Betrug vor.", False),
        ("Lars Holm verfolgte den Prozess.", False),
    ],
)
def test_who_is_accused(text: str, accused: bool) -> None:
    assert [name.accused for name in sight(language.load("de").nlp(text)).names] == [accused]
