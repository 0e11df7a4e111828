"""Figures with what they count."""

import pytest

from quellenlage.weighing import figures


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("400 Beschäftigte", "390 Beschäftigten", True),
        ("1.200 Beschäftigte", "400 Beschäftigte", False),
        ("2,5 Millionen Euro", "2,6 Millionen Euro", True),
        ("zwei Millionen Euro", "fünf Millionen Euro", False),
        ("vierzehn Verletzte", "14 Verletzten", True),
    ],
)
def test_figures_agree_as_a_reader_would_say(one: str, other: str, agree: bool) -> None:
    a, b = figures.read(one, "de"), figures.read(other, "de")
    assert a is not None
    assert b is not None
    assert a.unit == b.unit
    assert a.agrees(b) is agree


def test_no_figure_no_reading() -> None:
    assert figures.read("viele Beschäftigte", "de") is None
    assert figures.read("12", "de") is None
    assert figures.read("²½Ⅷ Häuser", "de") is None


def test_a_number_in_a_word_counts_nothing() -> None:
    assert list(figures.find("Der 34-Jährige wechselte eine 60-Watt-Lampe.", "de")) == []
