"""The new day of what is put off: *Die Feier muss warten. Sie sei auf den 29. April verlegt worden.*"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from quellenlage.model import Interval, Status, TimeExpression, TimeType
from quellenlage.reading.events import narrowing
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.described import aimed
from quellenlage.reading.events.earlier import datable, usable
from quellenlage.reading.events.negation import negated
from quellenlage.reading.events.triggers import Trigger, borne

PRONOUNS = frozenset({"PPER", "PDS"})
REACH = 6
LENGTH = re.compile(r"P(\d{1,2})([DW])")
FROM = re.compile(r"from:\+(\d{1,2})([DW])")
WEEK = 7  # days


def times(context: Context, trigger: Trigger) -> list[TimeExpression]:
    """Give the day to which its clause, or those behind up to the end of the next sentence, put off a noun's event.

    The days in its own group (*die für Freitag geplante Feier*) are the old ones.
    """
    lists = context.words["verbs"]
    if context.clauses[trigger.clause].lemma in lists["made_up"]:
        return [t for t in _times(context, trigger.clause) if usable(context, t) and not _is_old(context, trigger, t)]
    own = [t for t in _times(context, trigger.clause) if usable(context, t) and aimed(context, t)]
    own = [t for t in own if not _described(context, trigger, t)]
    if own:
        return own
    for n in _behind(context, trigger.clause):
        found = [t for t in _times(context, n) if usable(context, t) and datable(context, t)]
        moved = context.clauses[n].lemma in lists["postponed"]
        ahead = context.clauses[n].tense in {"Pres", "Fut"}
        if found and _points_back(context, n) and (moved or ahead):
            return [t for t in found if aimed(context, t)] if moved else found
    return []


def by_length(context: Context, trigger: Trigger) -> tuple[str, Interval] | None:
    """Give the new day of what is put off by so many days: *Die Feier am 3. Mai wird um zwei Wochen verschoben*."""
    if trigger.verb:
        return None
    if not is_put_off(context, trigger):
        return _later(context, trigger)
    found = _times(context, trigger.clause)
    lengths = [t for t in found if t.type is TimeType.DURATION and _is_by(context, t)]
    dated = [t for t in found if usable(context, t)]
    if any(aimed(context, t) and not _described(context, trigger, t) for t in dated):
        return None
    days = {context.days[t.id].day for t in dated} - {None}
    counted = LENGTH.fullmatch(lengths[0].value) if len(lengths) == 1 else None
    old = days.pop() if len(days) == 1 else None
    return _moved(lengths[0], old, counted) if counted is not None and old is not None else None


def _moved(length: TimeExpression, old: date, counted: re.Match[str]) -> tuple[str, Interval] | None:
    try:
        new = old + timedelta(days=int(counted[1]) * (WEEK if counted[2] == "W" else 1))
    except OverflowError:
        return None
    return length.id, Interval(earliest=new, latest=new)


def _later(context: Context, trigger: Trigger) -> tuple[str, Interval] | None:
    """Give the new day of a plan that the next half moves: *war für Mai geplant und ist nun eine Woche später*."""
    n, clause = trigger.clause + 1, context.clauses[trigger.clause]
    planned = (
        clause.lemma in context.words["verbs"]["planned"] and context.subject(trigger.clause) == trigger.group_index
    )
    if not planned or clause.tense != "Past" or n >= len(context.clauses) or not context.clauses[n].joined:
        return None
    lengths = [t for t in _times(context, n) if FROM.match(t.form)]
    dated = [t for t in _times(context, trigger.clause) if usable(context, t) and aimed(context, t)]
    days = {narrowing.by_status(context, trigger, t.id, context.days[t.id], Status.PLANNED).day for t in dated} - {None}
    counted = FROM.match(lengths[0].form) if len(lengths) == 1 else None
    old = days.pop() if len(days) == 1 else None
    return _moved(lengths[0], old, counted) if counted is not None and old is not None else None


def _is_by(context: Context, time: TimeExpression) -> bool:
    first = context.tokens(time.span)[0]
    return first > 0 and context.doc[first - 1].lower_ in context.words["prepositions"]["by"]


def _described(context: Context, trigger: Trigger, time: TimeExpression) -> bool:
    """Say whether a time belongs to an adjective before the noun: *die für Freitag geplante Feier*."""
    between = range(context.tokens(time.span)[1], trigger.token)
    tags = {context.doc[i].tag_ for i in between}
    return "ADJA" in tags and not any(tag.endswith("FIN") for tag in tags)


def _is_old(context: Context, trigger: Trigger, time: TimeExpression) -> bool:
    """Say whether a time is the noun's own: *das Spiel vom Mittwoch*, *das am Mittwoch ausgefallene Spiel*."""
    begin = context.tokens(time.span)[0]
    own = {i for p in context.behind(trigger.group_index) for n in p.groups for i in _tokens(context, n)}
    return begin in own or begin in _tokens(context, trigger.group_index)


def _tokens(context: Context, index: int) -> range:
    return range(context.groups[index].start, context.groups[index].end)


def is_put_off(context: Context, trigger: Trigger) -> bool:
    """Say whether a noun's clause tells that its event is put off."""
    lists = context.words["verbs"]
    moved = context.clauses[trigger.clause].lemma in {*lists["postponed"], *lists["made_up"]}
    stands = moved and trigger.group_index >= 0 and borne(context, trigger.clause, trigger.group_index)
    return stands and not negated(context, trigger.clause)


def _behind(context: Context, clause: int) -> Iterator[int]:
    """Give the next clauses of the sentence and of the one behind it."""
    end = context.doc[context.clauses[clause].start].sent.end
    last = context.doc[end].sent.end if end < len(context.doc) else end
    for n in range(clause + 1, min(clause + 1 + REACH, len(context.clauses))):
        if context.clauses[n].start >= last:
            return
        yield n


def _times(context: Context, n: int) -> list[TimeExpression]:
    clause = context.clauses[n]
    found = context.times_in(clause.start, clause.end)
    return [t for t in found if context.clause_of[context.tokens(t.span)[0]] == n]


def _points_back(context: Context, n: int) -> bool:
    """Say whether the clause has a pronoun in front, and no event's noun of its own."""
    named = any(context.names_event(index) for index in context.groups_of(n))
    return not named and any(context.doc[i].tag_ in PRONOUNS for i in context.clauses[n].tokens[:4])
