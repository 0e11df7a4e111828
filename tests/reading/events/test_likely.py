"""Words that no rule takes for an event and a network over their vectors does; and what it must leave alone."""

import numpy as np
import pytest

import quellenlage
from quellenlage.language import load
from quellenlage.model import Reading
from quellenlage.reading.events import likely

# Each is read by the network alone: without it nothing is found at the word.
FOUND = [
    ("Die Parteien wollen am Rande der Messe zusammenkommen.", "zusammenkommen"),
    ("Die Polizei ließ die Frau nach zwei Stunden gehen.", "gehen"),
    ("Am Freitag stehen die Arbeiter vor dem Werkstor.", "stehen"),
]


def words(reading: Reading) -> set[str]:
    return {reading.report.quote(event.span) for event in reading.events}


@pytest.fixture
def by_rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likely, "LEAST", 1.0)


@pytest.mark.parametrize(("text", "word"), FOUND)
def test_a_likely_word_is_an_event(text: str, word: str) -> None:
    assert word in words(quellenlage.read(text, published="2024-03-13"))


@pytest.mark.parametrize(("text", "word"), FOUND)
@pytest.mark.usefixtures("by_rules_alone")
def test_no_rule_finds_it(text: str, word: str) -> None:
    assert word not in words(quellenlage.read(text, published="2024-03-13"))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Die Ministerin bestätigte am Montag den Termin.", "bestätigte"),
        ("Nach dem Ende der Messe war die Halle leer.", "Ende"),
        ("Der Hafen liegt im Norden der Stadt.", "liegt"),
        ("Die Stadt hat 40.000 Einwohner.", "hat"),
    ],
)
def test_what_only_speaks_of_an_event_or_tells_a_state_is_none(text: str, word: str) -> None:
    assert word not in words(quellenlage.read(text, published="2024-03-13"))


def test_rows_of_another_width_are_refused() -> None:
    network = load("de").network(likely.JUDGE)
    assert network is not None
    with pytest.raises(ValueError, match="fit it again"):
        network(np.zeros((1, network.width + 1), dtype=np.float32))


def test_a_pipeline_without_vectors_has_no_network() -> None:
    assert load("de", "hanta").network(likely.JUDGE) is None
