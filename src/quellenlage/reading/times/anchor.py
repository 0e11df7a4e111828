"""Anchoring: forms become values and intervals by the report's day and by the expressions around them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from quellenlage.model import UNKNOWN, Interval, TimeExpression, TimeType
from quellenlage.reading.times.calendar import last_weekday, moved, next_weekday, portion
from quellenlage.reading.times.timex import covered
from quellenlage.reading.times.values import BACK, Anchored, Form, open_value, parse, two_years, with_part
from quellenlage.reading.times.weekdays import READERS

CLOSE = 30
JOINED = 9
RIGHT_BEHIND = 4
# *Zwei Stunden später* is the same day.
HOURS = re.compile(r"[+-](\d{1,2}|X)(H|MIN|S)")
SIZES = {"Y": 4, "M": 7, "D": 10}
SOON = 40
MARGIN = 18
LONGEST_WAY_BACK = 60
MOST_TIMES = 20
# Sentences to the time before where it is not near.
FAR = "9"
THAT_DAY = "+0D"
RECURRING = frozenset({"day", "month", "season", "holiday", "nth", "quarter", "half"})


def anchor(times: Sequence[TimeExpression], published: Interval) -> tuple[TimeExpression, ...]:
    """Give expressions, in the order of their text, the values and intervals that a report of these days gives them.

    Where the report's day is not known the value stays underspecified and the interval spans what it can be.
    """
    out: list[TimeExpression] = []
    forms = [parse(time.form) for time in times]
    for at, (time, form) in enumerate(zip(times, forms, strict=True)):
        found = _by_neighbours(at, times, forms, out, published) or at_interval(form, published, time.mod)
        out.append(replace(time, value=with_part(found.value, form, time.type), interval=found.interval))
    return tuple(out)


def at_interval(form: Form, published: Interval, mod: str | None = None) -> Anchored:
    """Read a form at both ends of the days a report may be from; *Anfang*, *Mitte* and *Ende* are parts of it."""
    opened = open_value(form)
    if form.kind == "":
        days = portion(covered(opened), mod, "half" in form.keys)
        return Anchored(opened, _widened(days) if "wide" in form.keys else days)
    if form.kind == "season_from":
        return Anchored(opened, two_years(int(opened)))
    if form.kind in {"holiday", "nth", "beside"} and form.args[-1].isdigit():
        return READERS[form.kind](form, date.min) or Anchored(opened)
    if form.kind in {"clock", "part"}:
        return _on_day(form, published)
    found = _at_both_ends(form, published, mod)
    return found._replace(interval=_widened(found.interval)) if "wide" in form.keys else found


def _widened(days: Interval) -> Interval:
    """Holidays of schools begin before their season or end behind it."""
    begin, end = days.earliest, days.latest
    return Interval(earliest=begin and (moved(begin, -MARGIN) or begin), latest=end and (moved(end, MARGIN) or end))


def _at_both_ends(form: Form, published: Interval, mod: str | None) -> Anchored:
    opened = open_value(form)
    reader = READERS[form.kind]
    first = reader(form, published.earliest) if published.earliest else None
    last = reader(form, published.latest) if published.latest else None
    value = first.value if first and last and first.value == last.value else opened
    half = "half" in form.keys
    begin = first and portion(first.interval, mod, half).earliest
    end = last and portion(last.interval, mod, half).latest
    if begin and end and begin > end:
        return Anchored(value)
    return Anchored(value, Interval(earliest=begin or None, latest=end or None))


def _on_day(form: Form, day: Interval) -> Anchored:
    """A time of the day on a day that may be known."""
    clock = form.args[0] if form.kind == "clock" else f"T{form.args[0]}"
    return Anchored((day.day.isoformat() if day.day else "XXXX-XX-XX") + clock, day)


def _by_neighbours(
    at: int,
    times: Sequence[TimeExpression],
    forms: Sequence[Form],
    done: Sequence[TimeExpression],
    published: Interval,
) -> Anchored | None:
    """Read what the expressions around say; ``None`` where they say nothing."""
    form = forms[at]
    if form.kind in RECURRING and _is_of_every_year(at, times, done):
        return Anchored(open_value(form))
    around = (at, times, forms, done, published)
    if form.kind in {"day", "month", "season"} and (year := _year_around(*around) or _year_behind(*around)):
        value = f"{year:04d}-{form.args[0]}"
        days = portion(covered(value), times[at].mod, "half" in form.keys)
        return Anchored(value, days) if days.known else None
    if form.kind == "weekday":
        return _weekday(at, forms, done, published)
    if form.kind in {"clock", "part"}:
        known = (
            _day_right_behind(at, times, forms, published)
            or _day_of_sentence(at, forms, done)
            or _day_to_come(at, times, forms, published)
        )
        return _on_day(form, known) if known else None
    if form.kind != "from":
        return None
    return _apposed(at, times, forms, published) or _from_there(at, forms, done, published)


def _apposed(at: int, times: Sequence[TimeExpression], forms: Sequence[Form], published: Interval) -> Anchored | None:
    """*drei Monate zuvor, im März 1990*: the date behind is of the same unit."""
    if at + 1 == len(times) or times[at + 1].span.start - times[at].span.end > JOINED:
        return None
    after, size = forms[at + 1], SIZES.get(forms[at].args[0][-1:])
    same = (after.kind == "" and len(after.args[0]) == size) or (after.kind == "day" and size == SIZES["D"])
    return at_interval(after, published) if same else None


def _from_there(at: int, forms: Sequence[Form], done: Sequence[TimeExpression], published: Interval) -> Anchored | None:
    """Count from the day spoken of last, in the sentence or the one before; *that day* is of one before that as well.

    Without one, what came later than the unknown stays open in a clause that looks back, and so does *im selben Jahr*.
    """
    form, sentences = forms[at], 0
    for back in range(min(at, MOST_TIMES)):
        sentences += int(forms[at - back].keys.get("gap", FAR))
        if sentences > (2 if form.args[0] == THAT_DAY else 1):
            break
        one = done[at - back - 1]
        if one.type in {TimeType.DATE, TimeType.TIME} and one.interval.closed:
            same = HOURS.fullmatch(form.args[0]) or _is_morning_after(form, forms[at - back - 1])
            return Anchored(open_value(form), one.interval) if same else at_interval(form, one.interval)
    later = form.args[0].startswith("+") and "tense" in form.keys
    return Anchored(open_value(form), Interval(latest=published.latest)) if later else None


def _is_morning_after(form: Form, before: Form) -> bool:
    """Say whether a morning ends the night before it: *in der Nacht zum Dienstag … am Morgen danach*."""
    return (form.args[0], form.keys.get("part"), before.keys.get("part")) == ("+1D", "MO", "NI")


def _year_behind(
    at: int, times: Sequence[TimeExpression], forms: Sequence[Form], done: Sequence[TimeExpression], published: Interval
) -> int | None:
    """*von Dezember bis April*: the second month is not of an earlier year."""
    form = forms[at]
    if form.kind != "month" or form.direction in BACK or not at or _gap(at, times) > JOINED:
        return None
    found, begin = at_interval(form, published).interval.earliest, done[-1].interval.earliest
    if forms[at - 1].kind != "month" or not (found and begin and done[-1].interval.closed and found < begin):
        return None
    return begin.year + (int(form.args[0]) < begin.month)


def _is_of_every_year(at: int, times: Sequence[TimeExpression], done: Sequence[TimeExpression]) -> bool:
    """*jedes Jahr im Mai* is of no single year."""
    return at > 0 and done[-1].value == "P1Y" and done[-1].type is TimeType.SET and _gap(at, times) <= RIGHT_BEHIND


def _gap(at: int, times: Sequence[TimeExpression]) -> int:
    return times[at].span.start - times[at - 1].span.end


def _weekday(at: int, forms: Sequence[Form], done: Sequence[TimeExpression], published: Interval) -> Anchored | None:
    """Read a weekday as one end of a range, or as the day a date before it names."""
    form = forms[at]
    if day := _in_range(at, forms, done, published):
        return Anchored(day.isoformat(), Interval(earliest=day, latest=day))
    return _that_day(form, forms[at - 1], done[-1], published) if "gap" in form.keys and done else None


def _in_range(at: int, forms: Sequence[Form], done: Sequence[TimeExpression], published: Interval) -> date | None:
    """*von Montag bis Freitag*: looking back the last Friday and the Monday before it, else the next ones."""
    form, back = forms[at], forms[at].direction in BACK
    if "range" in form.keys and done and not back:
        begin = done[-1].interval.day
        return next_weekday(moved(begin, 1) or begin, int(form.args[0])) if begin else None
    if back and at + 1 < len(forms) and "range" in forms[at + 1].keys:
        end = at_interval(forms[at + 1], published).interval.day
        return last_weekday(moved(end, -1) or end, int(form.args[0])) if end else None
    return None


def _that_day(form: Form, before: Form, last: TimeExpression, published: Interval) -> Anchored | None:
    """A weekday behind a date with that weekday, shortly before the report, is that date."""
    day = last.interval.day
    if before.kind not in {"", "day"} or form.direction in {"last", "next", "this"} or not day:
        return None
    if day.isoweekday() != int(form.args[0]) or not published.earliest:
        return None
    away = (published.earliest - day).days
    return Anchored(day.isoformat(), last.interval) if abs(away) <= LONGEST_WAY_BACK else None


def _day_right_behind(
    at: int, times: Sequence[TimeExpression], forms: Sequence[Form], published: Interval
) -> Interval | None:
    """*am Abend des 3. Mai*, *um 14 Uhr am Sonntag*."""
    if at + 1 == len(times) or times[at + 1].span.start - times[at].span.end > RIGHT_BEHIND:
        return None
    day = forms[at + 1]
    if day.kind not in {"", "day", "dayof", "weekday", "nth", "monthday"} or times[at + 1].type is not TimeType.DATE:
        return None
    found = at_interval(day, published).interval
    return found if found.day else None


def _day_to_come(
    at: int, times: Sequence[TimeExpression], forms: Sequence[Form], published: Interval
) -> Interval | None:
    """*gegen 16 Uhr stieß gestern …*: the sentence names the day soon behind."""
    if at + 1 == len(times) or times[at + 1].span.start - times[at].span.end > SOON:
        return None
    day = forms[at + 1]
    if day.keys.get("gap") != "0" or day.kind not in {"offset", "weekday"} or times[at + 1].type is not TimeType.DATE:
        return None
    found = at_interval(day, published).interval
    return found if found.day else None


def _day_of_sentence(at: int, forms: Sequence[Form], done: Sequence[TimeExpression]) -> Interval | None:
    """Give the day last spoken of in the sentence; days of a list, or days that come back, are no single one."""
    for _ in range(MOST_TIMES):
        if at == 0 or forms[at].keys.get("gap") != "0":
            return None
        at -= 1
        if done[at].type is TimeType.SET:
            return UNKNOWN
        if _names_no_day(forms[at], done[at]):
            return done[at].interval
        if done[at].interval.day and forms[at].kind not in {"past", "next"}:
            return _with_its_list(at, done)
        if forms[at].kind not in {"clock", "part"} and "gap" not in forms[at].keys:
            return None
    return None


def _names_no_day(form: Form, time: TimeExpression) -> bool:
    """*vor einigen Tagen*, *am Wochenende*, a weekday that is open: a day there is, but nobody says which."""
    some = form.kind == "offset" and "X" in form.args[0]
    return some or form.kind == "weekend" or time.value.startswith("XXXX-WXX")


def _with_its_list(at: int, done: Sequence[TimeExpression]) -> Interval:
    """Give the day of an expression, or the days from the first to the last where it closes a list or range."""
    last = done[at]
    while at and done[at].span.start - done[at - 1].span.end <= JOINED and _is_earlier(done[at - 1], done[at]):
        at -= 1
    return Interval(earliest=done[at].interval.earliest, latest=last.interval.latest)


def _is_earlier(one: TimeExpression, other: TimeExpression) -> bool:
    before, after = one.interval.day, other.interval.day
    return one.type is TimeType.DATE and before is not None and after is not None and before < after


def _year_around(
    at: int,
    times: Sequence[TimeExpression],
    forms: Sequence[Form],
    done: Sequence[TimeExpression],
    published: Interval,
) -> int | None:
    """Give the year that the end of the range names, or that the story told just before was in."""
    form = forms[at]
    if at + 1 < len(times) and times[at + 1].span.start - times[at].span.end <= CLOSE:
        ahead = covered(forms[at + 1].args[0]) if forms[at + 1].kind == "" else UNKNOWN
        if len(forms[at + 1].args[0]) >= 7 and ahead.earliest:
            here = covered(f"{ahead.earliest.year:04d}-{form.args[0]}")
            return ahead.earliest.year - bool(here.earliest and here.earliest > ahead.earliest)
    # a season is told of the year before it within one sentence only
    near = {"0"} if form.kind == "season" else {"0", "1"}
    if form.keys.get("gap") not in near or not done or form.direction != "past":
        return None
    before = done[-1].interval
    explicit = forms[at - 1].kind == "" and before.closed and len(forms[at - 1].args[0]) in {7, 10}
    if not explicit or before.earliest is None:
        return None
    same = covered(f"{before.earliest.year:04d}-{form.args[0]}")
    recent = published.earliest and (published.earliest - before.earliest).days < 300
    return before.earliest.year if not recent and same.earliest and same.earliest >= before.earliest else None
