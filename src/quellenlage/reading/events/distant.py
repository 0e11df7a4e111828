"""The day of an event that is told by its distance: *Zwei Tage nach dem Brand wurde am Freitag gegraben*."""

import re
from datetime import timedelta

from quellenlage.model import Interval, TimeExpression, TimeType
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.earlier import usable
from quellenlage.reading.events.headlines import is_lead
from quellenlage.reading.events.triggers import Trigger

# Weeks and months are round figures; days are counted.
COUNTED = re.compile(r"P(\d{1,2})D")
# How many days before the report its news may have happened, by the tense it is told in.
NEWS = {"Pres": 0, "Perf": 1, "Past": 1}
# *zwei Tage*, but not *gut zwei Tage*
WORDS = 2


def day(context: Context, trigger: Trigger) -> tuple[str, Interval] | None:
    """Give the day of a noun's event so many days before or after the one day of its clause, and what it rests on."""
    away = _days_away(context, trigger)
    if away is None:
        return None
    clause = context.clauses[trigger.clause]
    dated = [t for t in context.times_in(clause.start, clause.end) if t.interval.day and usable(context, t)]
    dated = [t for t in dated if context.clause_of[context.tokens(t.span)[0]] == trigger.clause]
    days = {t.interval.day for t in dated}
    if not days and is_lead(context, trigger.token):
        return _by_the_report(context, trigger, away)
    only = days.pop() if len(days) == 1 else None
    if only is None:
        return None
    try:
        found = only + timedelta(days=away)
    except OverflowError:
        return None
    return dated[0].id, Interval(earliest=found, latest=found)


def _by_the_report(context: Context, trigger: Trigger, away: int) -> tuple[str, Interval] | None:
    """Give the day by that of the report, whose news is of this day or the one before: *Zwei Tage nach dem Brand …*."""
    published, tense = context.report.published.interval.day, context.clauses[trigger.clause].tense
    length = context.time_over(context.groups[trigger.group_index].start - 1)
    if published is None or length is None or away > 0 or tense not in NEWS:
        return None
    try:
        latest = published + timedelta(days=away)
        return length.id, Interval(earliest=latest - timedelta(days=NEWS[tense]), latest=latest)
    except OverflowError:
        return None


def _days_away(context: Context, trigger: Trigger) -> int | None:
    """Give how many days the event lies behind (negative) or ahead of what is told, by *drei Tage nach, vor*."""
    if trigger.verb or trigger.group_index < 0:
        return None
    group, lists = context.groups[trigger.group_index], context.words["prepositions"]
    length = _length(context, group.start)
    preposition = context.preposition(group)
    if length is None or preposition is None:
        return None
    if preposition in lists["ahead"]:
        return length
    return -length if preposition in lists["after"] else None


def _length(context: Context, start: int) -> int | None:
    time: TimeExpression | None = context.time_over(start - 1) if start else None
    counted = COUNTED.fullmatch(time.value) if time is not None and time.type is TimeType.DURATION else None
    if time is None or counted is None:
        return None
    begin, end = context.tokens(time.span)
    return int(counted[1]) if end - begin == WORDS else None
