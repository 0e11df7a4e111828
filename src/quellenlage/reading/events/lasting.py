"""When what goes on began: *seit dem Sturm vom Samstag*, *Am Montag brach der Damm. Seither ist die Straße zu.*"""

from datetime import date

from quellenlage.model import Interval, TimeExpression
from quellenlage.reading.events import earlier
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.present import WEEK, WEEKDAY
from quellenlage.reading.events.triggers import Trigger, borne

HOLDS = frozenset({"Pres", "Perf"})


def begin(context: Context, trigger: Trigger) -> tuple[str, Interval] | None:
    """Give the first day of what holds since an event whose day is told, ``None`` where there is none."""
    clause = context.clauses[trigger.clause]
    told = trigger.verb or borne(context, trigger.clause, trigger.group_index)
    if not told or trigger.attributive or clause.tense not in HOLDS or (clause.tense == "Perf" and not clause.passive):
        return None
    found = _beside(context, trigger) or _before(context, trigger.clause)
    day = _first_day(context, found[-1]) if found else None
    return (found[-1].id, Interval(earliest=day)) if day else None


def _first_day(context: Context, time: TimeExpression) -> date | None:
    """Give the day; of a weekday that the present puts ahead the one before the report: *seit dem Sturm am Freitag*."""
    day, published = context.days[time.id].earliest, context.report.published.interval.latest
    if day is None or published is None or day <= published:
        return day
    return day - WEEK if time.form.startswith(WEEKDAY) and day - WEEK <= published else None


def _beside(context: Context, trigger: Trigger) -> list[TimeExpression]:
    """Give the time behind an event's noun that *seit* stands before."""
    since = context.words["prepositions"]["since"]
    for phrase in context.phrases(trigger.clause):
        index = phrase.groups[0]
        if phrase.preposition in since and index != trigger.group_index and context.names_event(index):
            behind = [context.groups[n] for p in context.behind(index) for n in p.groups]
            return [t for g in behind for t in context.times_in(g.start, g.end) if earlier.usable(context, t)]
    return []


def _before(context: Context, n: int) -> list[TimeExpression]:
    """Give the last time told before *seither*."""
    tokens, since = context.clauses[n].tokens, context.words["adverbs"]["since"]
    if not any(context.doc[i].lower_ in since and context.doc[i].tag_ != "KOUS" for i in tokens):
        return []
    return earlier.last_told(context, tokens[0])
