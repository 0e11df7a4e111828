"""Days in a German reader's words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.render import days


def d(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        (None, None, "Tag unbekannt"),
        ("2024-05-14", "2024-05-14", "14. Mai 2024"),
        ("2024-05-14", "2024-05-16", "14.–16. Mai 2024"),
        ("2024-05-30", "2024-06-02", "30. Mai bis 2. Juni 2024"),
        ("2024-05-01", "2024-05-31", "Mai 2024"),
        ("2024-02-01", "2024-02-29", "Februar 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2024-04-07", "2024-05-20", "zwischen 7. April und 20. Mai 2024"),
        ("2024-04-01", "2024-05-31", "zwischen April und Mai 2024"),
        ("2023-12-01", "2024-01-31", "zwischen Dezember 2023 und Januar 2024"),
        ("1950-01-01", "1953-12-31", "zwischen 1950 und 1953"),
        ("2023-12-20", "2024-01-20", "zwischen 20. Dezember 2023 und 20. Januar 2024"),
        ("2024-05-02", "2024-05-20", "zwischen 2. und 20. Mai 2024"),
        ("2024-05-14", None, "frühestens am 14. Mai 2024"),
        (None, "2024-05-14", "spätestens am 14. Mai 2024"),
        ("2024-05-16", "2024-05-14", "16. Mai 2024 / 14. Mai 2024"),
    ],
)
def test_a_stretch_of_days(begin: str | None, end: str | None, words: str) -> None:
    assert days.lasting(d(begin), d(end)) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2024-05-14", "2024-05-14", "14. Mai 2024"),
        ("2024-05-14", "2024-05-15", "zwischen 14. und 15. Mai 2024"),
        ("2024-05-01", "2024-05-31", "im Mai 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        (None, "2024-05-15", "spätestens am 15. Mai 2024"),
        (None, None, "Tag unbekannt"),
    ],
)
def test_one_day_that_may_be_uncertain(earliest: str | None, latest: str | None, words: str) -> None:
    assert days.one_day(d(earliest), d(latest)) == words


def test_a_stretch_that_is_certain_has_no_between() -> None:
    assert days.from_to(d("2024-04-07"), d("2024-05-20")) == "7. April bis 20. Mai 2024"


@given(st.none() | st.dates(), st.none() | st.dates())
def test_every_pair_of_days_has_words(begin: date | None, end: date | None) -> None:
    for words in (days.lasting(begin, end), days.one_day(begin, end), days.from_to(begin, end)):
        assert words
        assert "None" not in words
