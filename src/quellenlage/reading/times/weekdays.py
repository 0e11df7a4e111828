"""Weekdays, weeks and weekends: readers of their forms, and the table of all readers."""

from collections.abc import Callable
from datetime import date

from quellenlage.model import Interval
from quellenlage.reading.times import values
from quellenlage.reading.times.calendar import DAYS, MONTHS, last_weekday, moved, next_weekday
from quellenlage.reading.times.timex import week_value
from quellenlage.reading.times.values import Anchored, Form, distance, months_away, named, of_day, open_value, whole


def weekday(form: Form, day: date) -> Anchored | None:
    """``weekday:3:DIR``: in the past the last one, the report's day included; else the next one."""
    number, direction = int(form.args[0]), form.direction
    if direction in {"open", "none"}:
        after = moved(day, 1) if direction == "open" else day
        last, following = last_weekday(day, number), next_weekday(after or day, number)
        return Anchored(open_value(form), Interval(earliest=last, latest=following))
    if direction == "this":
        return of_day(moved(day, number - day.isoweekday()))
    if direction in {"past", "none"}:
        return of_day(last_weekday(day, number))
    if direction == "after":
        return of_day(moved(next_weekday(moved(day, 1) or day, number), 7))
    if direction == "last":
        return of_day(last_weekday(moved(day, -1) or day, number))
    return of_day(next_weekday(moved(day, 1) or day if direction == "next" else day, number))


def weekday_away(form: Form, day: date) -> Anchored | None:
    """``weekdayaway:5:-1W``: German leaves open which of the two weeks is meant."""
    number, weeks = int(form.args[0]), int(distance(form.args[1])[0])
    near = last_weekday(day, number) if weeks < 0 else next_weekday(day, number)
    away = [moved(near, 7 * n) or near for n in ((weeks, weeks + 1) if weeks < 0 else (weeks - 1, weeks))]
    return Anchored(open_value(form), Interval(earliest=away[0], latest=away[1]))


def weekday_of_week(form: Form, day: date) -> Anchored | None:
    """``weekdayof:1:-1W``."""
    return of_day(moved(day, int(form.args[0]) - day.isoweekday() + 7 * int(distance(form.args[1])[0])))


def weekend(form: Form, day: date) -> Anchored | None:
    """``weekend:DIR``."""
    saturday = next_weekday(day, 6) if day.isoweekday() < 7 else last_weekday(day, 6)
    if form.args[-1] not in {"future", "present"}:
        saturday = last_weekday(day, 6)
    return whole(week_value(saturday, weekend=True))


def shifted_weekend(number: int, day: date) -> Anchored:
    """Give the weekend so many away from the present one."""
    saturday = moved(day, 6 - day.isoweekday()) or day
    if number > 0 and day.isoweekday() < 6:
        number -= 1
    return whole(week_value(moved(saturday, 7 * number) or saturday, weekend=True))


def shift(form: Form, day: date) -> Anchored | None:
    """``shift:-1W``: the calendar unit so many away from the present one."""
    number, unit = distance(form.args[0])
    if unit == "WE":
        return shifted_weekend(int(number), day)
    if unit in {"W", "D"}:
        target = moved(day, number * DAYS[unit])
    else:
        target = months_away(day.replace(day=1), int(number) * MONTHS.get(unit, 12))
    if target is None:
        return None
    return of_day(target) if unit == "D" else whole(named(target, unit))


READERS: dict[str, Callable[[Form, date], Anchored | None]] = {
    "day": values.day_of_year,
    "dayof": values.day_of,
    "monthof": values.month_of,
    "month": values.month,
    "season": values.season,
    "quarter": values.quarter,
    "half": values.half,
    "weekday": weekday,
    "weekend": weekend,
    "offset": values.offset,
    "from": values.offset,
    "shift": shift,
    "monthday": values.day_of_month,
    "week": values.week,
    "weekdayaway": weekday_away,
    "season_shift": values.season_shift,
    "past": values.elapsed,
    "next": values.coming,
    "holiday": values.holiday,
    "weekdayof": weekday_of_week,
    "nth": values.nth_weekday,
    "turn": values.turn,
    "beside": values.beside_holiday,
}
