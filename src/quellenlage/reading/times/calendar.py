"""The calendar behind the values: stretches of days for units, and the movable feasts."""

import calendar
from datetime import date, timedelta

from quellenlage.model import Interval

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS = {"M": 1, "Q": 3, "S": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Q": 91.3, "S": 182.6, "Y": 365.25, "DE": 3652.5, "CE": 36525.0, "ML": 365250.0}
DAYS |= {"H": 1 / 24, "MIN": 0.0, "SEC": 0.0, "WE": 7.0}


def days(start: date, count: int) -> Interval:
    """Give the ``count`` days from ``start`` on."""
    return Interval(earliest=start, latest=moved(start, count - 1) or date.max)


def moved(day: date, count: float) -> date | None:
    """Give the day ``count`` days later, ``None`` where the calendar ends."""
    try:
        return day + timedelta(days=round(count))
    except OverflowError:
        return None


def months_later(year: int, month: int, count: int) -> tuple[int, int]:
    """Count months across years."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def span_of_months(year: int, month: int, count: int) -> Interval | None:
    """Give ``count`` months from a month on, ``None`` outside the years 1 to 9999."""
    last_year, last_month = months_later(year, month, count - 1)
    if not (year >= 1 and last_year <= 9999):
        return None
    return Interval(
        earliest=date(year, month, 1),
        latest=date(last_year, last_month, calendar.monthrange(last_year, last_month)[1]),
    )


def portion(whole: Interval, mod: str | None, half: bool = False) -> Interval:
    """Give the third of a stretch that *Anfang*, *Mitte*, *Ende* name (START, MID, END), or its half; else the whole.

    A month is cut behind its 10th and 20th, or halved behind its 15th; the middle of a week is Tuesday to Thursday.
    Other thirds are rounded outward.
    """
    begin, end = whole.earliest, whole.latest
    if mod not in {"START", "MID", "END"} or begin is None or end is None or begin == end:
        return whole
    length = (end - begin).days + 1
    parts = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}[mod]
    first, behind = parts[0] * length // 3, -(-parts[1] * length // 3)
    if 28 <= length <= 31:
        first, behind = parts[0] * 10, length if mod == "END" else parts[1] * 10
    if length == DAYS["W"] and mod == "MID":
        first, behind = 1, 4
    if half:
        middle = 15 if 28 <= length <= 31 else -(-length // 2)
        first, behind = (0, middle) if mod == "START" else (middle, length)
    return days(begin + timedelta(days=first), max(1, behind - first))


def season(year: int, name: str) -> Interval | None:
    """Give the three months of a season; winter begins in December of its year."""
    return span_of_months(year, SEASONS[name], 3)


def easter(year: int) -> date:
    """Give Easter Sunday (the anonymous Gregorian algorithm, Meeus 1991)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def fourth_advent(year: int) -> date:
    """Give the last Sunday before Christmas Day."""
    eve = date(year, 12, 24)
    return eve - timedelta(days=(eve.weekday() + 1) % 7)


def holiday(name: str, year: int) -> Interval:
    """Give the days of a holiday, written as in the table: ``fixed12-24/12-26``, ``easter+1``, ``advent-21/0``.

    A stretch whose end comes before its beginning ends in the year after.
    """
    kind = next(k for k in ("fixed", "easter", "advent") if name.startswith(k))
    ends = name.removeprefix(kind).split("/")
    if kind == "fixed":
        found = [date(year, int(end[:2]), int(end[3:])) for end in ends]
    else:
        base = easter(year) if kind == "easter" else fourth_advent(year)
        found = [base + timedelta(days=int(end)) for end in ends]
    if found[-1] < found[0]:
        found.append(found.pop().replace(year=min(9999, year + 1)))
    return Interval(earliest=min(found), latest=max(found))


def last_weekday(day: date, weekday: int) -> date:
    """Give the last day not after ``day`` with the ISO weekday."""
    return moved(day, -((day.isoweekday() - weekday) % 7)) or day


def next_weekday(day: date, weekday: int) -> date:
    """Give the first day not before ``day`` with the ISO weekday."""
    return moved(day, (weekday - day.isoweekday()) % 7) or day
