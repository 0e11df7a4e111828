"""Speech, writing or what lies between, by who or what the source is."""

import pytest

from quellenlage.language import load
from quellenlage.model import Report
from quellenlage.reading import attribution

LANGUAGE = load("de")


def media(text: str) -> list[str]:
    """Give the media of the statements of a text."""
    found = attribution.read(LANGUAGE.nlp(text), Report(uri="-", text=text), LANGUAGE)
    return [str(one.medium) for one in found]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        # Reports of many are of radio and press alike.
        ("Nach Medienberichten bricht der Damm.", "SW"),
        ("Berichten zufolge bricht der Damm.", "SW"),
        ("Nach Zeitungsberichten bricht der Damm.", "Writing"),
        ("Nach einem Bericht bricht der Damm.", "Writing"),
        ("Nach Augenzeugenberichten bricht der Damm.", "Speech"),
        # What a body gives out is read out as well as printed.
        ("Laut einer Mitteilung der Stadt bricht der Damm.", "SW"),
        ("Laut einer Meldung aus dem Tal bricht der Damm.", "SW"),
    ],
)
def test_reports_and_what_is_given_out(text: str, medium: str) -> None:
    assert media(text) == [medium]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Anna Kunz räumte gestern auf. Sie teilte mit, der Damm breche.", "Speech"),
        ("Die Stadt räumte gestern auf. Sie teilte mit, der Damm breche.", "SW"),
        ("Vorn steht ein Sprecher der Stadt, der mitteilte, der Damm breche.", "Speech"),
        ("Dort sitzt ein Verein, der mitteilte, der Damm breche.", "SW"),
    ],
)
def test_a_pronoun_speaks_as_whom_it_means(text: str, medium: str) -> None:
    assert media(text)[-1] == medium
