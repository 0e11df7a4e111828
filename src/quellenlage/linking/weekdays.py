"""A weekday in a report whose day is known to some days: the one before it or behind it, by what the clause tells."""

from datetime import timedelta

from quellenlage.model import Interval, Status, TimeExpression
from quellenlage.reading.times.values import AHEAD, BACK, parse

WEEK = timedelta(days=7)
DONE = frozenset({Status.HAPPENED, Status.ONGOING})
TO_COME = frozenset({Status.PLANNED, Status.CONFIRMED})


def settled(status: Status, time: TimeExpression | None, days: Interval, published: Interval) -> Interval:
    """Narrow ``days`` to the one day of that name that lies the right way of every day the report can be of."""
    begin, end = published.earliest, published.latest
    form = parse(time.form) if time else None
    if form is None or form.kind != "weekday" or form.direction in BACK | AHEAD or days.day:
        return days
    if not (begin and end and days.earliest and days.latest):
        return days
    named = [days.earliest + timedelta(days=n) for n in range((days.latest - days.earliest).days + 1)]
    named = [day for day in named if day.isoweekday() == int(form.args[0])]
    if status in DONE:
        named = [day for day in named if begin - day < WEEK and day <= end]
    elif status in TO_COME:
        named = [day for day in named if begin <= day and day - end < WEEK]
    return Interval(earliest=named[0], latest=named[-1]) if named else days
