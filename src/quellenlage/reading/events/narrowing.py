"""Days that the status of an event makes narrower or leaves open: *am Samstag* of a plan, *seit Mai*."""

from datetime import date, timedelta

from quellenlage.model import Interval, Status
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.governors import fails
from quellenlage.reading.events.triggers import Trigger, borne
from quellenlage.reading.times.values import parse

WEEK = timedelta(days=7)
HALF_A_YEAR = timedelta(days=183)
YEAR = 4  # digits
AHEAD = frozenset({Status.PLANNED, Status.CONFIRMED})


def by_status(context: Context, trigger: Trigger, time: str | None, days: Interval, told: Status) -> Interval:
    """Give the days of an event whose time expression ``time`` leaves two weekdays, a year or an end open."""
    if time is None or not days.known:
        return days
    if told is Status.CANCELLED and fails(context, trigger.clause):
        days = _week_behind(context, time, days)
    of_itself = days == context.time_of[time].interval and time not in context.stretches
    if of_itself and days.earliest and days.latest and days.latest - days.earliest == WEEK:
        side = _called_off(context, trigger, time) if told is Status.CANCELLED else told
        return _one_weekday(days, _may_come(context, trigger) if told is Status.POSSIBLE else side)
    if days.day and told is Status.HAPPENED and context.time_of[time].form.startswith("weekday:"):
        days = _week_before(context, trigger, time, days.day) or days
    if (told in AHEAD or _is_news(context, trigger, told)) and _is_aimed_at(context, trigger, time):
        days = _week_after(context, time, days)
    if told is Status.POSSIBLE and _might_come(context, trigger):
        days = _week_after(context, time, days)
    if told in AHEAD and days.day and _follows(context, time, "no_later"):
        return Interval(latest=days.latest)
    if told in AHEAD and _wrong_year(context, time, days):
        return _next_year(days)
    if told in AHEAD | {Status.POSSIBLE} and _is_still_open(context, time, days):
        return Interval(earliest=context.report.published.interval.earliest, latest=days.latest)
    return _since(context, time, days) if told is Status.ONGOING else days


def _one_weekday(days: Interval, told: Status) -> Interval:
    """Take the weekday before the report for what has happened, the one after it for what is to come."""
    if told is Status.HAPPENED:
        return Interval(earliest=days.earliest, latest=days.earliest)
    return Interval(earliest=days.latest, latest=days.latest) if told in AHEAD else days


def _week_behind(context: Context, time: str, days: Interval) -> Interval:
    """Give the weekday before the report to a plan that has failed: *Die für Freitag geplante Übergabe scheiterte*."""
    published = context.report.published.interval.latest
    weekday = context.time_of[time].form.startswith("weekday:")
    if not (weekday and published and days.earliest and days.latest) or days.latest <= published:
        return days
    if days.latest - days.earliest >= WEEK:
        return Interval(earliest=days.earliest, latest=days.latest - WEEK)
    return Interval(earliest=days.earliest - WEEK, latest=days.latest - WEEK)


def _week_before(context: Context, trigger: Trigger, time: str, day: date) -> Interval | None:
    """Give the weekday before the report to what is over in a clause of the present: *nach dem Brand am Samstag*.

    A reason may lie ahead: *Wegen des Sturms am Samstag fällt der Lauf aus*.
    """
    published = context.report.published.interval
    preposition = context.preposition(context.groups[trigger.group_index]) if trigger.group_index >= 0 else None
    here = context.clause_of[context.tokens(context.time_of[time].span)[0]] == trigger.clause
    if not here or _follows(context, time, "aimed") or preposition in context.words["prepositions"]["reason"]:
        return None
    if published.latest and published.latest < day and day - published.latest <= WEEK:
        return Interval(earliest=day - WEEK, latest=day - WEEK)
    return None


def _may_come(context: Context, trigger: Trigger) -> Status:
    """Tell *könnte am Samstag kommen*, which lies ahead, from *könnte am Samstag gekommen sein*."""
    clause = context.clauses[trigger.clause]
    ahead = clause.tense in {"Pres", "Fut"} or (clause.konjunktiv == 2 and clause.modal is not None)
    behind = any(context.doc[i].tag_ in {"VAPP", "VVPP"} for i in clause.verbs) and not clause.passive
    return Status.PLANNED if ahead and not behind else Status.POSSIBLE


def _might_come(context: Context, trigger: Trigger) -> bool:
    """Say whether a verb in the Konjunktiv puts it ahead: *Am Freitag könnten sie, wenn alles geklärt sei, öffnen*."""
    clause = context.clauses[trigger.clause]
    unreal = clause.konjunktiv == 2 and clause.modal in context.words["modals"]["possible"]
    over = any(context.doc[i].tag_ == "VAPP" for i in clause.verbs)
    return unreal and trigger.verb and not over and _may_come(context, trigger) is Status.PLANNED


def _is_aimed_at(context: Context, trigger: Trigger, time: str) -> bool:
    """Say whether a day is the noun's own, and not that of the planning: *rief zu einem Streik am Freitag auf*."""
    begin = context.tokens(context.time_of[time].span)[0]
    beside = not trigger.verb and any(
        context.groups[index].start <= begin < context.groups[index].end
        for phrase in (context.behind(trigger.group_index) if trigger.group_index >= 0 else ())
        for index in phrase.groups
    )
    return beside or time in context.stretches


def _week_after(context: Context, time: str, days: Interval) -> Interval:
    """Give the weekday behind the report's day for one that the tense of its clause puts before it."""
    published, form = context.report.published.interval.earliest, parse(context.time_of[time].form)
    if form.kind != "weekday" or form.direction != "past" or not (days.earliest and days.latest and published):
        return days
    if days.latest >= published or published - days.earliest > WEEK:
        return days
    return Interval(earliest=days.earliest + WEEK, latest=days.latest + WEEK)


def _called_off(context: Context, trigger: Trigger, time: str) -> Status:
    """Tell *fiel am Samstag aus*, which lies behind, from *die am Samstag sein sollte, ist abgesagt*, which is news.

    *Sie hätte am Samstag kommen sollen* may be either.
    """
    n = context.clause_of[context.tokens(context.time_of[time].span)[0]]
    clause = context.clauses[trigger.clause]
    gone = clause.tense == "Past" or clause.modal in context.words["modals"]["planned"]
    gone = gone and not _is_news(context, trigger, Status.CANCELLED)
    ought = clause.finite is not None and context.doc[clause.finite].lower_ in context.words["auxiliaries"]["ought"]
    if ought and clause.modal in context.words["modals"]["planned"]:
        return Status.POSSIBLE
    return Status.HAPPENED if n == trigger.clause and gone else Status.PLANNED


def _is_news(context: Context, trigger: Trigger, told: Status) -> bool:
    """Say whether somebody is told to call it off, so that its day lies ahead: *Sie sagte die Feier am Samstag ab*."""
    clause = context.clauses[trigger.clause]
    calls_off = clause.lemma in context.words["verbs"]["cancelled"] and not trigger.verb and not clause.passive
    by_itself = clause.lemma in context.words["occasions"]["subject_of"]
    return told is Status.CANCELLED and calls_off and not by_itself


def _is_still_open(context: Context, time: str, days: Interval) -> bool:
    """Say whether only the rest of a month is meant: *noch im März*."""
    published, begin = context.report.published.interval.earliest, context.tokens(context.time_of[time].span)[0]
    if not (published and days.earliest and days.latest) or days.latest - days.earliest <= WEEK:
        return False
    still = {context.doc[i].lower_ for i in range(max(0, begin - 2), begin + 1)} & set(context.words["adverbs"]["yet"])
    return bool(still) and days.earliest < published <= days.latest


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
    if time not in context.stretches and _follows(context, time, "closing"):
        return Interval(latest=days.latest)
    opens = _follows(context, time, "opening") or _onward(context, time)
    lifted = ends(context, trigger) and context.clauses[trigger.clause].lemma in context.words["verbs"]["lifting"]
    if (lifted or (ends(context, trigger) and not opens)) and time not in context.stretches:
        return Interval(latest=days.latest)
    lasts = trigger.group.frame.durative or not days.day or _onward(context, time)
    return _since(context, time, days) if lasts else days


def ends(context: Context, trigger: Trigger) -> bool:
    """Say whether the clause tells when what lasts ends: *Der Streik soll am Freitag enden*; *sie hob sie auf*."""
    clause, lists = context.clauses[trigger.clause], context.words["verbs"]
    if trigger.verb or trigger.attributive:
        return False
    lasts = trigger.group.frame.durative and clause.tense in {"Pres", "Fut"}
    lifted = clause.lemma in lists["lifting"] and borne(context, trigger.clause, trigger.group_index)
    return (lasts and clause.lemma in lists["end"]) or lifted


def _since(context: Context, time: str, days: Interval) -> Interval:
    joined = time in context.stretches
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
    begin = first - 2 if first > 1 and context.doc[first - 1].tag_ in {"ADV", "ART", "APPRART"} else first - 1
    words = {context.doc[i].lower_ for i in range(max(0, begin), first + 1)}
    return not words.isdisjoint(context.words["prepositions"][kind])
