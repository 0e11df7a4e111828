"""Intervals of days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.model import Interval

days = st.one_of(st.none(), st.dates())


def test_an_empty_interval_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Interval(earliest=date(2024, 5, 2), latest=date(2024, 5, 1))


@given(st.tuples(days, days, days, days))
def test_what_two_intervals_share_lies_in_both(ends: tuple[date | None, ...]) -> None:
    try:
        a, b = Interval(earliest=ends[0], latest=ends[1]), Interval(earliest=ends[2], latest=ends[3])
    except ValueError:
        return
    both = a.meet(b)
    assert both == b.meet(a)
    if both:
        assert both.meet(a) == both == both.meet(b)
