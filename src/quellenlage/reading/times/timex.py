"""Values as TIMEX3 writes them (ISO 24617-1): what is one, and which days it covers."""

import re
from datetime import date

from quellenlage.model import UNKNOWN, Interval
from quellenlage.reading.times.calendar import days, season, span_of_months

REFERENCE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
DAY = r"(?:\d{4}|\d{3}X|\d{2}XX|\dXXX|XXXX)(?:-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?"
WEEK = r"(?:\d{4}|XXXX)-W(?:0[1-9]|[1-4]\d|5[0-3]|XX)(?:-(?:[1-7]|WE|X))?"
PART_OF_YEAR = r"(?:\d{4}|XXXX)-(?:Q[1-4X]|H[12X]|SP|SU|FA|WI)"
CLOCK = r"T(?:(?:[01]\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?)?|MO|MI|AF|EV|NI|DT)"
ANTIQUITY = r"BC(?:\d{4}|\d{2}XX|\dXXX)"
DATE_VALUE = re.compile(f"-?{DAY}|{ANTIQUITY}|{WEEK}|{PART_OF_YEAR}")
TIME_VALUE = re.compile(f"(?:{DAY}|{WEEK})?{CLOCK}")
LENGTH = re.compile(
    r"P(?=[\dXT])(?:(?:\d+(?:\.\d+)?|X)(?:ML|CE|DE|Y|Q|S|M|W|D|WE))*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?"
)


def is_value(value: str) -> bool:
    """Say whether a string is a TIMEX3 value."""
    patterns = (DATE_VALUE, TIME_VALUE, LENGTH)
    if value in REFERENCE or any(pattern.fullmatch(value) for pattern in patterns):
        return not re.fullmatch(r"\d{4}-\d\d-\d\d.*", value) or _exists(value[:10])
    return False


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def covered(value: str) -> Interval:
    """Give the days a value covers; unknown for one that is open, a length, or none at all."""
    day = value[:10] if re.match(r"\d{4}-\d\d-\d\dT", value) else value
    for pattern, reader in READERS:
        match = pattern.fullmatch(day)
        if match:
            try:
                return reader(*match.groups()) or UNKNOWN
            except ValueError:
                return UNKNOWN
    return UNKNOWN


def _day(text: str) -> Interval:
    day = date.fromisoformat(text)
    return Interval(earliest=day, latest=day)


def _week(year: str, week: str) -> Interval:
    return days(date.fromisocalendar(int(year), int(week), 1), 7)


def _weekend(year: str, week: str) -> Interval:
    return days(date.fromisocalendar(int(year), int(week), 6), 2)


READERS = (
    (re.compile(r"(\d{4}-\d\d-\d\d)"), _day),
    (re.compile(r"(\d{4})-(\d\d)"), lambda y, m: span_of_months(int(y), int(m), 1)),
    (re.compile(r"(\d{4})"), lambda y: span_of_months(int(y), 1, 12)),
    (re.compile(r"(\d{3})X"), lambda y: span_of_months(int(y) * 10, 1, 120)),
    (re.compile(r"(\d{2})XX"), lambda y: span_of_months(int(y) * 100, 1, 1200)),
    (re.compile(r"(\d{4})-W(\d\d)"), _week),
    (re.compile(r"(\d{4})-W(\d\d)-WE"), _weekend),
    (re.compile(r"(\d{4})-Q(\d)"), lambda y, q: span_of_months(int(y), int(q) * 3 - 2, 3)),
    (re.compile(r"(\d{4})-H(\d)"), lambda y, h: span_of_months(int(y), int(h) * 6 - 5, 6)),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda y, s: season(int(y), s)),
)


def month_value(day: date) -> str:
    """Write the month of a day."""
    return f"{day.year:04d}-{day.month:02d}"


def week_value(day: date, weekend: bool = False) -> str:
    """Write the ISO week of a day, or its weekend."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}" + ("-WE" if weekend else "")
