"""What a TIMEX3 value is, and which days it covers."""

from datetime import date

import pytest

from quellenlage.model import UNKNOWN, Interval
from quellenlage.reading.times.calendar import easter, holiday
from quellenlage.reading.times.timex import covered, is_value


@pytest.mark.parametrize(
    "value",
    ["2021-06-16", "XXXX-06-16", "2021-W24-WE", "2021-Q3", "2021-WI", "197X", "19XX", "P2W", "PT0.5H", "PXY",
     "2021-06-16TEV", "2021-06-16T20:15", "XXXX-WXX-1", "XXXX-XX-XXTNI", "PAST_REF"],
)  # fmt: skip
def test_values(value: str) -> None:
    assert is_value(value)


@pytest.mark.parametrize(
    "value", ["", "2021-02-30", "2021-13", "2014_07", "T20.30", "P", "PT", "morgen", "2021-Q5", "P3"]
)
def test_no_values(value: str) -> None:
    assert not is_value(value)


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-W24-WE", date(2021, 6, 19), date(2021, 6, 20)),
        ("2021-WI", date(2021, 12, 1), date(2022, 2, 28)),
        ("197X", date(1970, 1, 1), date(1979, 12, 31)),
        ("2021-06-16TEV", date(2021, 6, 16), date(2021, 6, 16)),
    ],
)
def test_covered(value: str, earliest: date, latest: date) -> None:
    assert covered(value) == Interval(earliest=earliest, latest=latest)


@pytest.mark.parametrize("value", ["P3D", "XXXX-WXX-3", "PAST_REF", "0000", "9999-WI", "2021-W53-WE"])
def test_what_covers_nothing_is_unknown(value: str) -> None:
    assert covered(value) == UNKNOWN


def test_movable_feasts() -> None:
    assert [easter(year) for year in (1961, 2000, 2021, 2038)] == [
        date(1961, 4, 2), date(2000, 4, 23), date(2021, 4, 4), date(2038, 4, 25)
    ]  # fmt: skip
    assert holiday("advent-21/0", 2021) == Interval(earliest=date(2021, 11, 28), latest=date(2021, 12, 19))
