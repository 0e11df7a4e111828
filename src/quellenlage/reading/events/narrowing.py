"""Days that the status of an event makes narrower or leaves open: *am Samstag* of a plan, *seit Mai*."""

from datetime import date, timedelta

from quellenlage.model import Interval, Status
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.triggers import Trigger

WEEK = timedelta(days=7)
HALF_A_YEAR = timedelta(days=183)
YEAR = 4  # digits
AHEAD = frozenset({Status.PLANNED, Status.CONFIRMED})


def by_status(context: Context, trigger: Trigger, time: str | None, days: Interval, told: Status) -> Interval:
    """Give the days of an event whose time expression ``time`` leaves two weekdays, a year or an end open."""
    if time is None or not days.known:
        return days
    of_itself = days == context.time_of[time].interval  # and no stretch *vom 1. bis 8. März*
    if of_itself and days.earliest and days.latest and days.latest - days.earliest == WEEK:
        return _one_weekday(days, _called_off(context, trigger, time) if told is Status.CANCELLED else told)
    if days.day and told is Status.HAPPENED and context.time_of[time].form.startswith("weekday:"):
        days = _week_before(context, trigger, time, days.day) or days
    if told in AHEAD and _wrong_year(context, time, days):
        return _next_year(days)
    return _since(context, time, days) if told is Status.ONGOING else days


def _one_weekday(days: Interval, told: Status) -> Interval:
    """Take the weekday before the report for what has happened, the one after it for what is to come."""
    if told is Status.HAPPENED:
        return Interval(earliest=days.earliest, latest=days.earliest)
    return Interval(earliest=days.latest, latest=days.latest) if told in AHEAD else days


def _week_before(context: Context, trigger: Trigger, time: str, day: date) -> Interval | None:
    """Give the weekday before the report to what is over in a clause of the present: *nach dem Brand am Samstag*.

    A reason may lie ahead: *Wegen des Sturms am Samstag fällt der Lauf aus*.
    """
    published = context.report.published.interval
    preposition = context.preposition(context.groups[trigger.group_index]) if trigger.group_index >= 0 else None
    here = context.clause_of[context.tokens(context.time_of[time].span)[0]] == trigger.clause
    if not here or _follows(context, time, "aimed") or preposition in context.words["prepositions"]["reason"]:
        return None
    if published.latest and published.latest < day <= published.latest + WEEK:
        return Interval(earliest=day - WEEK, latest=day - WEEK)
    return None


def _called_off(context: Context, trigger: Trigger, time: str) -> Status:
    """Tell *fiel am Samstag aus*, which lies behind, from *die am Samstag sein sollte, ist abgesagt*, which is news."""
    n = context.clause_of[context.tokens(context.time_of[time].span)[0]]
    clause = context.clauses[trigger.clause]
    gone = clause.tense == "Past" or clause.modal in context.words["modals"]["planned"]
    return Status.HAPPENED if n == trigger.clause and gone else Status.PLANNED


def _wrong_year(context: Context, time: str, days: Interval) -> bool:
    """Say whether a day named without its year was taken for the last one, though the next is nearer: *am 1. April*."""
    published, span = context.report.published.interval.earliest, context.time_of[time].span
    words = context.report.text[span.start : span.end].split()
    numbered = any(word[:1].isdigit() for word in words)
    if not numbered or any(word.isdigit() and len(word) == YEAR for word in words):
        return False
    return bool(published and days.day and published <= _year_on(days.day) <= published + HALF_A_YEAR)


def _next_year(days: Interval) -> Interval:
    day = _year_on(days.day) if days.day else None
    return Interval(earliest=day, latest=day)


def _year_on(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day + timedelta(days=366)


def opened(context: Context, trigger: Trigger, time: str | None, days: Interval) -> Interval:
    """Leave open what *bis* says, and what *seit* and *ab* say of something that lasts: the other end."""
    if time is None or not days.known:
        return days
    if context.days[time] == context.time_of[time].interval and _follows(context, time, "closing"):
        return Interval(latest=days.latest)
    lasts = trigger.group.frame.durative or not days.day or _onward(context, time)
    return _since(context, time, days) if lasts else days


def _since(context: Context, time: str, days: Interval) -> Interval:
    own, read = context.time_of[time].interval, context.days[time]
    joined = read.known and read != own
    opens = _follows(context, time, "opening") or _onward(context, time)
    return days if joined or not opens else Interval(earliest=days.earliest)


def _onward(context: Context, time: str) -> bool:
    """Say whether a time stands between the two words of *von Montag an*."""
    lists, (first, end) = context.words["prepositions"], context.tokens(context.time_of[time].span)
    before = {context.doc[i].lower_ for i in range(max(0, first - 1), first + 1)}
    after = context.doc[end].lower_ if end < len(context.doc) else ""
    return not before.isdisjoint(lists["onward_from"]) and after in lists["onward"]


def _follows(context: Context, time: str, kind: str) -> bool:
    """Say whether a time begins with a preposition, or stands behind one."""
    first = context.tokens(context.time_of[time].span)[0]
    words = {context.doc[i].lower_ for i in range(max(0, first - 1), first + 1)}
    return not words.isdisjoint(context.words["prepositions"][kind])
