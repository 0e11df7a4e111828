"""A form and the report's day give a value and the days it covers.

Every reader of a form grows with the day: a later day never gives an earlier value. So a report known to an interval
only needs its two ends, and a value that is the same at both is the value in between.
"""

import math
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from quellenlage.model import UNKNOWN, Interval, TimeType
from quellenlage.reading.times import calendar
from quellenlage.reading.times.calendar import DAYS, MONTHS, last_weekday, moved, next_weekday
from quellenlage.reading.times.lengths import duration_of
from quellenlage.reading.times.timex import REFERENCE, covered, month_value, week_value

BACK, AHEAD = frozenset({"past", "last"}), frozenset({"future", "next"})


class Anchored(NamedTuple):
    """A value and the days it covers."""

    value: str
    interval: Interval = UNKNOWN


class Form(NamedTuple):
    """A form taken apart: its kind, its arguments and the keys behind them."""

    kind: str
    args: tuple[str, ...]
    keys: dict[str, str]

    @property
    def direction(self) -> str:
        """The last argument, where it is a direction."""
        return self.args[-1] if len(self.args) > 1 or self.kind == "weekend" else "none"


KINDS = frozenset(
    (
        *("weekdayof", "day", "dayof", "month", "monthof", "season", "quarter", "half", "weekend", "weekday"),
        *("monthday", "week", "weekdayaway", "season_shift"),
        *("nth", "offset", "shift", "past", "next", "from", "holiday", "clock", "part", "season_from"),
        *("turn", "beside"),
    )
)


def parse(form: str) -> Form:
    """Take a form apart."""
    kind, *rest = form.split(":")
    if kind not in KINDS:
        return Form("", (kind,), _keys(rest))
    if kind == "clock":
        return Form(kind, (":".join(p for p in rest if "=" not in p),), _keys(rest))
    return Form(kind, tuple(p for p in rest if "=" not in p), _keys(rest))


def _keys(parts: list[str]) -> dict[str, str]:
    return dict(part.split("=", 1) for part in parts if "=" in part)


def distance(text: str) -> tuple[float, str]:
    """Take ``-3W`` apart; NaN stands for a number left open."""
    number = text.rstrip("ABCDEFGHIJKLMNOPQRSTUVWYZ")
    unit = text[len(number) :]
    return (math.nan if "X" in number else float(number)), unit


def of_day(day: date | None) -> Anchored | None:
    """A single day as value and interval."""
    return None if day is None else Anchored(day.isoformat(), Interval(earliest=day, latest=day))


def _in_year(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest_year(day: date, direction: str, candidate: Callable[[int], date | None]) -> date | None:
    """Choose the year of a date that comes back every year.

    In the past it is the last one, with a week's grace for what was to come; in the present one that lies rather ahead.
    """
    before, after = {"past": (358, 7), "last": (366, -1), "future": (7, 358), "next": (-1, 366)}.get(
        direction, (100, 265) if direction == "present" else (182, 183)
    )
    found = [d for y in _years(day, 9) if (d := candidate(y)) is not None]
    inside = [d for d in found if -before <= (d - day).days <= after]
    return min(inside or found, key=lambda d: abs((d - day).days), default=None)


def day_of_year(form: Form, day: date) -> Anchored | None:
    """``day:05-09:DIR``, its weekday choosing the year where it is named."""
    month, number = map(int, form.args[0].split("-"))
    weekday = int(form.keys.get("weekday", 0))

    def candidate(year: int) -> date | None:
        found = _in_year(year, month, number)
        return found if found and (not weekday or found.isoweekday() == weekday) else None

    fits = _nearest_year(day, form.direction, candidate)
    return of_day(fits or _nearest_year(day, form.direction, lambda y: _in_year(y, month, number)))


def day_of(form: Form, day: date) -> Anchored | None:
    """``dayof:04-22:-1Y``."""
    month, number = map(int, form.args[0].split("-"))
    return of_day(_in_year(day.year + int(distance(form.args[1])[0]), month, number))


def day_of_month(form: Form, day: date) -> Anchored | None:
    """``monthday:15:+1M``, or with a direction the nearest month that way."""
    number, where = int(form.args[0]), form.args[1]
    around = range(-2, 3) if where[0] not in "+-" else range(int(distance(where)[0]), int(distance(where)[0]) + 1)
    months = (calendar.months_later(day.year, day.month, n) for n in around)
    found = [one for year, month in months if 1 <= year <= 9999 and (one := _in_year(year, month, number))]
    if where in BACK:
        found = [one for one in found if one <= day][-1:]
    elif where in AHEAD:
        found = [one for one in found if one >= day][:1]
    return of_day(min(found, key=lambda one: abs((one - day).days), default=None))


def week(form: Form, day: date) -> Anchored | None:
    """``week:21:DIR``."""

    def candidate(year: int) -> date | None:
        try:
            return date.fromisocalendar(year, int(form.args[0]), 1)
        except ValueError:
            return None

    monday = _nearest_year(day, form.direction, candidate)
    return None if monday is None else whole(week_value(monday))


def month_of(form: Form, day: date) -> Anchored | None:
    """``monthof:10:-1Y``."""
    return whole(f"{day.year + int(distance(form.args[1])[0]):04d}-{int(form.args[0]):02d}")


def whole(value: str) -> Anchored:
    """A value with the days it covers."""
    return Anchored(value, covered(value))


def _years(day: date, around: int) -> range:
    """Give the years around a day, as far as the calendar goes."""
    return range(max(1, day.year - around), min(9999, day.year + around) + 1)


def _recurring(day: date, direction: str, first: Callable[[int], date], length: int) -> date:
    """Choose among units that come back each year, given their first days and their length in months."""
    starts = [first(year) for year in _years(day, 2)]
    inside = [s for s in starts if s <= day and (day.year - s.year) * 12 + day.month - s.month < length]
    begun, due = [s for s in starts if s <= day] or starts[:1], [s for s in starts if s > day] or starts[-1:]
    if direction == "last":
        return ([s for s in begun if s not in inside] or begun)[-1]
    if direction == "next":
        return due[0]
    if inside:
        return inside[0]
    if direction == "past":
        return begun[-1]
    if direction == "future":
        return due[0]
    middle = length * 15
    weight = 2 if direction == "present" else 1
    return min((due[0], begun[-1]), key=lambda s: abs((s - day).days + middle) * (weight if s <= day else 1))


def month(form: Form, day: date) -> Anchored | None:
    """``month:05:DIR``."""
    number = int(form.args[0])
    return whole(month_value(_recurring(day, form.direction, lambda y: date(y, number, 1), 1)))


def nth_weekday(form: Form, day: date) -> Anchored | None:
    """``nth:-1:7:05:DIR``, counted from the end where the number is negative."""
    number, weekday_number, month_number = map(int, form.args[:3])
    which = form.args[3]

    def candidate(year: int) -> date | None:
        whole = calendar.span_of_months(year, month_number, 1)
        if whole is None or whole.earliest is None or whole.latest is None:
            return None
        if number < 0:
            return moved(last_weekday(whole.latest, weekday_number), 7 * (number + 1))
        return moved(next_weekday(whole.earliest, weekday_number), 7 * (number - 1))

    return of_day(candidate(int(which)) if which.isdigit() else _nearest_year(day, which, candidate))


def season(form: Form, day: date) -> Anchored | None:
    """``season:FA:DIR``."""
    name = form.args[0]
    return whole(f"{_year_of(form, day, calendar.SEASONS[name], 3):04d}-{name}")


def _year_of(form: Form, day: date, month: int, length: int) -> int:
    """Give the year of a part of a year: one counted from the day's (``-1Y``), or by the direction."""
    if form.direction[0] in "+-":
        return day.year + int(distance(form.direction)[0])
    return _recurring(day, form.direction, lambda y: date(y, month, 1), length).year


def quarter(form: Form, day: date) -> Anchored | None:
    """``quarter:3:DIR``."""
    number = int(form.args[0])
    return whole(f"{_year_of(form, day, number * 3 - 2, 3):04d}-Q{number}")


def half(form: Form, day: date) -> Anchored | None:
    """``half:1:DIR``."""
    number = int(form.args[0])
    return whole(f"{_year_of(form, day, number * 6 - 5, 6):04d}-H{number}")


def season_shift(form: Form, day: date) -> Anchored | None:
    """``season_shift:-1``: seasons begin in July, but the coming one is so called until September."""
    number = int(form.args[0])
    year = day.year - (day.month < (9 if number > 0 else 7)) + number
    return Anchored(f"{year:04d}", two_years(year)) if 1 <= year <= 9998 else None


def two_years(year: int) -> Interval:
    """Give a season of sports or school that begins in a year, from July to June."""
    begin, end = covered(f"{year:04d}").earliest, covered(f"{year + 1:04d}").latest
    return Interval(earliest=begin and begin.replace(month=7), latest=end and end.replace(month=6, day=30))


def offset(form: Form, day: date) -> Anchored | None:
    """``offset:-3W``: a value as exact as the unit, and the days that may be meant."""
    number, unit = distance(form.args[0])
    if math.isnan(number):
        return _left_open(form.args[0], day)
    target = moved(day, number * DAYS.get(unit, 365.25))
    if unit in {"M", "Y"} and number == int(number):
        target = months_away(day, int(number) * MONTHS[unit])
    if target is not None and "day" in form.keys:
        target = moved(target, int(form.keys["day"]))
    if target is None:
        return _left_open(form.args[0], day)
    if "day" in form.keys or unit in {"D", "H", "MIN", "SEC"}:
        return of_day(target)
    return Anchored(named(target, unit, number), _about(target, DAYS.get(unit, 365.25) / 2))


def _left_open(text: str, day: date) -> Anchored:
    if text.startswith("-"):
        return Anchored("PAST_REF", Interval(latest=day))
    return Anchored("FUTURE_REF", Interval(earliest=day))


def months_away(day: date, count: int) -> date | None:
    """Give the day so many months later, or the last of that month."""
    year, month = calendar.months_later(day.year, day.month, count)
    whole = calendar.span_of_months(year, month, 1)
    if whole is None or whole.latest is None:
        return None
    return min(date(year, month, 1).replace(day=min(day.day, whole.latest.day)), whole.latest)


def _about(target: date, reach: float) -> Interval:
    return Interval(earliest=moved(target, -reach) or date.min, latest=moved(target, reach) or date.max)


def named(day: date, unit: str, number: float = 1.0) -> str:
    """Write a day as exactly as the unit allows."""
    if unit in {"W", "WE"}:
        return week_value(day, unit == "WE")
    if unit == "M" or (unit in {"Y", "S", "Q"} and number != int(number)):
        return month_value(day)
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if unit == "S":
        return f"{day.year:04d}-H{1 if day.month < 7 else 2}"
    return {"DE": f"{day.year // 10:03d}X", "CE": f"{day.year // 100:02d}XX", "ML": f"{day.year // 1000}XXX"}.get(
        unit, f"{day.year:04d}"
    )


def elapsed(form: Form, day: date) -> Anchored | None:
    """``past:10Y``."""
    number, unit = distance(form.args[0])
    begin = None if math.isnan(number) else moved(day, -number * DAYS.get(unit, 365.25))
    return Anchored(duration_of(form.args[0]), Interval(earliest=begin, latest=day))


def coming(form: Form, day: date) -> Anchored | None:
    """``next:10Y``."""
    number, unit = distance(form.args[0])
    end = None if math.isnan(number) else moved(day, number * DAYS.get(unit, 365.25))
    return Anchored(duration_of(form.args[0]), Interval(earliest=day, latest=end))


def holiday(form: Form, day: date) -> Anchored | None:
    """``holiday:easter+1:DIR``, or with its year."""
    name, which = form.args
    if which.isdigit():
        return _feast(name, int(which))
    first = _nearest_year(day, which, lambda y: calendar.holiday(name, y).earliest)
    return None if first is None else _feast(name, first.year)


def _feast(name: str, year: int) -> Anchored:
    found = calendar.holiday(name, year)
    if found.day:
        return Anchored(found.day.isoformat(), found)
    return Anchored(month_value(found.earliest or date.min), found)


def with_part(value: str, form: Form, kind: TimeType) -> str:
    """Add the part of the day to a day: *Mittwochabend*."""
    if kind is not TimeType.TIME or "part" not in form.keys:
        return value
    return f"{'XXXX-XX-XX' if value in REFERENCE else value}T{form.keys['part']}"


def turn(form: Form, day: date) -> Anchored | None:
    """``turn:1900``: ten years before and behind."""
    year = int(form.args[0])
    return Anchored(form.args[0], calendar.span_of_months(year - 10, 1, 252) or UNKNOWN)


def beside_holiday(form: Form, day: date) -> Anchored | None:
    """``beside:W:-1:easter0/+1:DIR``: the week of the day next to a holiday; a weekday is the nearest one."""
    which, side, name, year = form.args
    feast = holiday(Form("holiday", (name, year), {}), day)
    edge = feast and (feast.interval.earliest if side == "-1" else feast.interval.latest)
    next_to = moved(edge, int(side)) if edge else None
    if next_to is None:
        return None
    if which == "W":
        return whole(week_value(next_to))
    return of_day((last_weekday if side == "-1" else next_weekday)(next_to, int(which)))


def open_value(form: Form) -> str:
    """Give the value of a form as long as the report's day is not known."""
    first = form.args[0] if form.args else ""
    if form.kind in {"past", "next"}:
        return duration_of(first)
    if form.kind in {"offset", "from", "shift"}:
        return _open_distance(form.kind, first)
    opened = {
        "day": f"XXXX-{first}", "dayof": f"XXXX-{first}", "monthof": f"XXXX-{first}", "month": f"XXXX-{first}",
        "season": f"XXXX-{first}", "quarter": f"XXXX-Q{first}", "half": f"XXXX-H{first}", "holiday": "XXXX-XX-XX",
        "weekday": f"XXXX-WXX-{first}", "weekend": "XXXX-WXX-WE", "clock": f"XXXX-XX-XX{first}",
        "part": f"XXXX-XX-XXT{first}", "weekdayof": f"XXXX-WXX-{first}", "season_from": first, "": first,
        "nth": "XXXX-XX-XX", "monthday": f"XXXX-XX-{first}", "week": f"XXXX-W{first}",
        "weekdayaway": f"XXXX-WXX-{first}", "season_shift": "XXXX",
        "turn": first, "beside": "XXXX-WXX" if first == "W" else f"XXXX-WXX-{first}",
    }  # fmt: skip
    return opened[form.kind]


def _open_distance(kind: str, text: str) -> str:
    number, unit = distance(text)
    if kind == "offset" and number == 0:
        return "PRESENT_REF"
    if kind == "offset" and math.isnan(number):
        return "PAST_REF" if text.startswith("-") else "FUTURE_REF"
    return {
        "D": "XXXX-XX-XX", "H": "XXXX-XX-XX", "MIN": "XXXX-XX-XX", "SEC": "XXXX-XX-XX", "W": "XXXX-WXX",
        "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "S": "XXXX-HX",
    }.get(unit, "XXXX")  # fmt: skip
