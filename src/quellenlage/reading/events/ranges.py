"""Two time expressions that are begin and end of one stretch: *vom 3. bis 5. Mai*, *zwischen dem 3. und dem 5. Mai*."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from quellenlage.language import table
from quellenlage.model import UNKNOWN, Interval, Report, TimeExpression
from quellenlage.reading.times.values import parse

LONGEST_OPENING = 16
NIGHT, WEEKDAY = "NI", "weekday"


def ranges(report: Report, times: Sequence[TimeExpression]) -> dict[str, Interval]:
    """Give the days of each time expression by id; the first of a range has the days of both.

    A clock time alone has none. ``times`` may have been anchored anew since the report was read; the stretch moves too.
    """
    ordered = sorted(times, key=lambda t: t.span)
    words = table(report.language, "events")["ranges"]
    return {time.id: _days(report.text, time, words) for time in ordered} | stretches(report, ordered)


def stretches(report: Report, times: Sequence[TimeExpression]) -> dict[str, Interval]:
    """Give the days of the time expressions that are the begin of a range, by id."""
    return dict(_stretches(report, sorted(times, key=lambda t: t.span)))


def begins(report: Report, times: Sequence[TimeExpression]) -> dict[str, TimeExpression]:
    """Give the begin of each stretch by the id of its end, as the words have it, whether or not its days are known."""
    words = table(report.language, "events")["ranges"]
    ordered = sorted(times, key=lambda t: t.span)
    return {end.id: first for first, end in pairwise(ordered) if _joined(report.text, first, end, words)}


def _days(text: str, time: TimeExpression, words: dict[str, Any]) -> Interval:
    """Give no day for a clock time or a part of the day that stands alone: it need not be the report's day.

    A night that leads to a day (*in der Nacht zum Dienstag*) has the day before as well.
    """
    form = parse(time.form)
    if form.kind in {"clock", "part"} and form.keys.get("gap") != "0":
        return UNKNOWN
    first, last = time.interval.earliest, time.interval.latest
    leads = not frozenset(words["leading_to"]).isdisjoint(text[time.span.start : time.span.end].lower().split())
    one = first is not None and first == last and first != date.min
    if form.keys.get("part") != NIGHT or not leads or first is None or not one:
        return time.interval
    return Interval(earliest=first - timedelta(days=1), latest=last)


def _stretches(report: Report, ordered: Sequence[TimeExpression]) -> Iterator[tuple[str, Interval]]:
    words = table(report.language, "events")["ranges"]
    for first, second in pairwise(ordered):
        begin, end = first.interval.earliest, second.interval.latest
        if begin and end and begin <= end and _joined(report.text, first, second, words):
            yield first.id, Interval(earliest=begin, latest=end)


def _is_next(first: TimeExpression, second: TimeExpression) -> bool:
    """Say whether the second is the weekday after the first: *am Donnerstag und Freitag*."""
    one, other = parse(first.form), parse(second.form)
    days = first.interval.day, second.interval.day
    follows = None in days or (days[1] or date.min) - (days[0] or date.min) == timedelta(days=1)
    return one.kind == other.kind == WEEKDAY and int(one.args[0]) % 7 + 1 == int(other.args[0]) and follows


def _joined(text: str, first: TimeExpression, second: TimeExpression, words: dict[str, Any]) -> bool:
    """Say whether the words between two expressions, and those before, make them begin and end of one stretch."""
    if not 0 <= second.span.start - first.span.end <= LONGEST_OPENING:
        return False
    between = " ".join(text[first.span.end : second.span.start].lower().split())
    if between in words["joins"]:
        return True
    if between in words["joins_next"] and _is_next(first, second):
        return True
    before = text[max(0, first.span.start - LONGEST_OPENING) : first.span.start].lower().rstrip()
    return between in words["joins_after_between"] and before.endswith(tuple(words["between"]))
