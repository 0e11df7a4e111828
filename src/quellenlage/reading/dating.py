"""When a report was published, from what it says of time: constraints on its day, met one by one.

A date that a clause looks back on is not later than the report; one that it looks ahead to is not earlier. A date
without its year lies within nine or ten months of the report, and its weekday, where it is named, chooses the year.
A weekday with its date in brackets is of the week before or behind the report, and *am gestrigen Montag* names the
report's own weekday.
Nothing is guessed: what is left is the interval of all days that fit, and a constraint that would leave none is
passed over.
"""

from collections.abc import Iterator, Sequence
from datetime import date as Date
from datetime import timedelta
from itertools import chain, pairwise
from typing import NamedTuple

from quellenlage.model import Basis, Evidence, Interval, Published, Report, Span, TimeExpression
from quellenlage.reading.times.anchor import at_interval
from quellenlage.reading.times.timex import covered
from quellenlage.reading.times.values import Form, parse

BACK, AHEAD = timedelta(days=300), timedelta(days=270)
WIDEST = timedelta(days=800)
NEXT_TO = 12
BESIDE = 2
FIRST = 3
CREDIT = frozenset("(–—-")
NAMED = frozenset({"last", "next"})
# No report is older than the first newspaper (Relation, Strassburg); *zählte nur 1200* names no year.
FIRST_PAPER = Date(1605, 1, 1)
FORTNIGHT, WEEK, DAY = timedelta(days=13), timedelta(days=6), timedelta(days=1)


class Constraint(NamedTuple):
    """Stretches of days one of which holds the report's day, and the words that say so."""

    allowed: tuple[Interval, ...]
    spans: tuple[Span, ...]


class Solution(NamedTuple):
    """The days that are left, and the words that narrowed them."""

    interval: Interval
    spans: tuple[Span, ...] = ()


def date(report: Report, times: Sequence[TimeExpression]) -> Published:
    """Date a report: what it states or carries, narrowed or, where there is nothing, bounded by its own words."""
    known = report.published
    if known.interval.day:
        return known
    found = solve(times, known.interval, filed(report, times))
    if found.interval == known.interval:
        return known
    basis = Basis.INFERRED if known.basis is Basis.UNKNOWN else known.basis
    evidence = known.evidence + tuple(Evidence(report=report.id, span=span) for span in found.spans)
    return Published(interval=found.interval, basis=basis, evidence=evidence)


def filed(report: Report, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Give the day without a year that stands in the dateline: ``Neustadt, 2. März (dpa) -``."""
    credits = {span.start for span in report.furniture if report.text[span.start] in CREDIT}
    return tuple(
        time
        for time in times[:FIRST]
        if parse(time.form).kind == "day" and any(time.span.end + gap in credits for gap in range(BESIDE))
    )


def solve(times: Sequence[TimeExpression], start: Interval, own: Sequence[TimeExpression] = ()) -> Solution:
    """Narrow an interval by all constraints of a report's expressions, as far as they agree; ``own`` is its own day."""
    solution = _narrowed(Solution(start), _explicit(times))
    begin, end = solution.interval.earliest, solution.interval.latest
    if begin and end and end - begin <= WIDEST:
        window = solution.interval
        constraints = (
            _own_day(own, window),
            _recurring(times, window),
            _bracketed(times, window),
            _own_weekday(times, window),
        )
        solution = _narrowed(solution, chain(*constraints))
    return solution


def _narrowed(solution: Solution, constraints: Iterator[Constraint]) -> Solution:
    """Meet constraints one by one; one that would leave nothing is passed over."""
    left, spans = [solution.interval], list(solution.spans)
    for constraint in constraints:
        met = [both for one in left for other in constraint.allowed if (both := one.meet(other))]
        if met and _hull(met) != _hull(left):
            spans += constraint.spans
        left = _merged(met) or left
    return Solution(_hull(left), tuple(dict.fromkeys(spans)))


def _merged(intervals: Sequence[Interval]) -> list[Interval]:
    """Join stretches that overlap, so that there are never more than the years they lie in."""
    out: list[Interval] = []
    for one in sorted(intervals, key=lambda i: i.earliest or Date.min):
        if out and (out[-1].latest is None or one.earliest is None or one.earliest <= out[-1].latest):
            out[-1] = _hull([out[-1], one])
        else:
            out.append(one)
    return out


def _hull(intervals: Sequence[Interval]) -> Interval:
    begins, ends = [i.earliest for i in intervals], [i.latest for i in intervals]
    return Interval(
        earliest=None if None in begins else min(b for b in begins if b),
        latest=None if None in ends else max(e for e in ends if e),
    )


def _explicit(times: Sequence[TimeExpression]) -> Iterator[Constraint]:
    """Dates with their year: what the report looks back on, latest first, and *heute* beside a date."""
    past = [
        (days.earliest, time.span)
        for time in times
        if parse(time.form).keys.get("tense") == "past" and (days := covered(parse(time.form).args[0])).earliest
    ]
    for earliest, span in sorted((row for row in past if row[0] >= FIRST_PAPER), reverse=True)[:1]:
        yield Constraint((Interval(earliest=earliest),), (span,))
    for time, following in pairwise(times):
        away, day = _days_away(parse(time.form)), covered(parse(following.form).args[0]).day
        if away is not None and day and following.span.start - time.span.end <= NEXT_TO:
            yield Constraint((_moved(day, -away),), (time.span, following.span))


def _days_away(form: Form) -> timedelta | None:
    """Give how far from the report *gestern*, *heute* and their like lie."""
    if form.kind != "offset" or not form.args[0].endswith("D") or "X" in form.args[0]:
        return None
    return timedelta(days=float(form.args[0][:-1]))


def _moved(day: Date, by: timedelta) -> Interval:
    try:
        return Interval(earliest=day + by, latest=day + by)
    except OverflowError:
        return Interval(earliest=day, latest=day)


def _own_day(own: Sequence[TimeExpression], window: Interval) -> Iterator[Constraint]:
    for time in own:
        if days := tuple(_moved(day, timedelta()) for day in _in_window(parse(time.form), window)):
            yield Constraint(days, (time.span,))


def _bracketed(times: Sequence[TimeExpression], window: Interval) -> Iterator[Constraint]:
    """*am Montag (9. Mai)* lies within a week of the report, and *gestern, am 9. Mai* on the day it says."""
    for time, following in pairwise(times):
        form, day = parse(time.form), parse(following.form)
        if day.kind != "day" or following.span.start - time.span.end > NEXT_TO:
            continue
        away = _days_away(form)
        if away is not None:
            allowed = [_moved(one, -away) for one in _in_window(day, window)]
        elif form[:2] == day[:2]:
            allowed = [_within_a_week(form, one) for one in _in_window(day, window)]
        elif form.kind == "weekday" and form.direction in NAMED and following.span.start - time.span.end <= BESIDE:
            named = (one for one in _in_window(day, window) if one.isoweekday() == int(form.args[0]))
            allowed = [_within_a_week(form, one) for one in named]
        else:
            continue
        if allowed:
            yield Constraint(tuple(allowed), (time.span, following.span))


def _within_a_week(form: Form, day: Date) -> Interval:
    """What the present tells is of the report's day or to come, but for what was written the night before.

    *Vergangenen Mittwoch* may be more than a week old, by those who call the last one *diesen*.
    """
    before = {"past": timedelta(), "last": timedelta(), "next": FORTNIGHT}.get(form.direction, WEEK)
    behind = {"past": WEEK, "last": FORTNIGHT, "future": timedelta(), "next": timedelta(), "present": DAY}.get(
        form.direction, WEEK
    )
    try:
        return Interval(earliest=day - before, latest=day + behind)
    except OverflowError:
        return Interval(earliest=day, latest=day)


def _in_window(form: Form, window: Interval) -> Iterator[Date]:
    """Give the days a date without its year can be in the years of a closed window and those beside it."""
    if window.earliest and window.latest:
        for year in range(max(1, window.earliest.year - 1), min(9999, window.latest.year + 1) + 1):
            day = covered(f"{year:04d}-{form.args[0]}").day
            if day and _weekday_fits(form, day):
                yield day


def _own_weekday(times: Sequence[TimeExpression], window: Interval) -> Iterator[Constraint]:
    """*am gestrigen Montag* and *heute, Montag* say on which weekday the report appeared."""
    seen: set[int] = set()
    for time, following in pairwise([*times, *times[-1:]]):
        form, beside = parse(time.form), parse(following.form)
        away, weekday = _days_away(form), form.keys.get("weekday")
        if weekday is None and beside.kind == "weekday" and following.span.start - time.span.end <= BESIDE:
            weekday = beside.args[0]
        if away is None or weekday is None:
            continue
        own = (int(weekday) - 1 - away.days) % 7
        if own not in seen and (days := _weekdays(own, window)):
            seen.add(own)
            yield Constraint(tuple(days), (time.span,))


def _weekdays(weekday: int, window: Interval) -> list[Interval]:
    """Give the days of a closed window with a weekday, Monday being 0."""
    if not window.earliest or not window.latest:
        return []
    count = (window.latest - window.earliest).days + 1
    first = (weekday - window.earliest.weekday()) % 7
    return [_moved(window.earliest, timedelta(days=days)) for days in range(first, count, 7)]


def _recurring(times: Sequence[TimeExpression], window: Interval) -> Iterator[Constraint]:
    """Dates without their year, read at every year the window touches; those with a weekday first."""
    forms = [(parse(time.form), time) for time in times]
    dated = [(form, time) for form, time in forms if form.kind in {"day", "month"} and "loose" not in form.keys]
    for form, time in sorted(dated, key=lambda pair: "weekday" not in pair[0].keys):
        if form.direction in {"past", "future"} and (allowed := tuple(_allowed(form, time, window))):
            yield Constraint(allowed, (time.span,))


def _allowed(form: Form, time: TimeExpression, window: Interval) -> Iterator[Interval]:
    begin, end = window.earliest, window.latest
    if not begin or not end:
        return
    for year in range(max(1, begin.year - 1), min(9999, end.year + 1) + 1):
        days = covered(f"{year:04d}-{form.args[0]}")
        if days.earliest and days.latest and _weekday_fits(form, days.earliest):
            yield _around(form.direction, days.earliest, days.latest)


def _weekday_fits(form: Form, day: Date) -> bool:
    return "weekday" not in form.keys or day.isoweekday() == int(form.keys["weekday"])


def _around(direction: str, begin: Date, end: Date) -> Interval:
    try:
        if direction == "past":
            return Interval(earliest=begin, latest=begin + BACK)
        return Interval(earliest=end - AHEAD, latest=end)
    except OverflowError:
        return Interval(earliest=begin, latest=end)


def day_of(time: TimeExpression, published: Interval) -> Date | None:
    """Give the single day an expression means in a report of these days, or ``None``."""
    return time.interval.day or at_interval(parse(time.form), published).interval.day
