"""The day of what a report goes on to tell: *Am Mittwoch stürzte das Dach ein. Zwei Arbeiter wurden verletzt.*

A sentence without a day that tells what happened goes on with the one before it, in its paragraph. A lead without a day
has that of the next sentence, which says more of it: *Der Kreis hat Hilfe bewilligt. Am Montag stimmte der Rat zu*.
What comes out where something is looked into was before: *Am Montag begann die Untersuchung. Ein Ventil habe versagt*.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from quellenlage.model import EventMention, StatementType, Status, TimeExpression
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.earlier import VAGUE, datable
from quellenlage.reading.events.headlines import in_headline, is_lead
from quellenlage.reading.events.status import perfect_infinitive
from quellenlage.reading.events.triggers import Trigger

GOING_ON = frozenset({"Past", "Perf"})
BEFORE = "Pluperf"
TOLD = frozenset({Status.HAPPENED, Status.PLANNED})
NIGHT = 1  # day


def dated(
    context: Context, events: Sequence[EventMention], triggers: Sequence[Trigger], told: Set[str]
) -> Iterator[EventMention]:
    """Give the events, those without a day with that of the sentence before where they go on with it.

    ``told`` are the ids of those that their clause is about.
    """
    by_sentence: dict[int, list[EventMention]] = {}
    for event in events:
        by_sentence.setdefault(event.sentence.start, []).append(event)
    for event, trigger in zip(events, triggers, strict=True):
        given = _given(context, event, trigger, by_sentence) if event.id in told else None
        yield replace(event, time=given.time, interval=given.interval) if given else event


def _given(
    context: Context, event: EventMention, trigger: Trigger, by_sentence: Mapping[int, Sequence[EventMention]]
) -> EventMention | None:
    """Give the event beside whose day this one has: the last of the sentence before, of a lead the first behind it."""
    if not _is_open(context, event, trigger):
        return None
    beside = by_sentence.get(_beside(context, trigger, -1), ())
    given = [e for e in beside if event.status is Status.HAPPENED and _gives(context, e, event)]
    if given and _goes_on(context, trigger) and not _is_quoted(context, event, given[-1]):
        return None if event.statement and _looks_into(context, given[-1]) else given[-1]
    if trigger.group.frame.durative or not is_lead(context, trigger.token):
        return None
    if _is_hearsay(context, trigger):
        return None
    behind = by_sentence.get(_beside(context, trigger, 1), ())
    return next((e for e in behind if _gives(context, e, event) and _may_detail(context, trigger, e)), None)


def _is_quoted(context: Context, event: EventMention, before: EventMention) -> bool:
    """Say whether an event is told in somebody's own words, and the one before is not: *… „Es hat gebrannt“*."""
    statement = context.statements.get(event.statement or "")
    return statement is not None and statement.type is StatementType.DIRECT and before.statement != event.statement


def _may_detail(context: Context, trigger: Trigger, behind: EventMention) -> bool:
    """Say whether the next sentence may tell more of a lead's event; of victims it may tell what befell one of them."""
    family = trigger.group.frame.family
    earlier = context.clauses[context.clause_of[context.tokens(behind.span)[0]]].tense == BEFORE
    if earlier and context.clauses[trigger.clause].tense != BEFORE:
        return False  # *Der Verein hat ihn entlassen. Am Montag hatte er verloren.*
    same = context.frames.families.get(behind.frame) == family
    return same or family not in context.words["victims"]["families"]


def _is_hearsay(context: Context, trigger: Trigger) -> bool:
    """Say whether a clause tells what somebody is said to have done: what follows has its own day."""
    return context.clauses[trigger.clause].modal is not None and perfect_infinitive(context, trigger.clause)


def _is_open(context: Context, event: EventMention, trigger: Trigger) -> bool:
    """Say whether neither the event nor its sentence has a day, what describes its people left aside."""
    if event.status not in TOLD or event.interval.known or trigger.attributive or in_headline(context, trigger.token):
        return False
    sentence = context.doc[trigger.token].sent
    times = context.times_in(sentence.start, sentence.end)
    if any(time.value.endswith(VAGUE) for time in times):
        return False  # *Am Montag brannte es. Kürzlich hatte das Amt gewarnt.*
    dated = [time for time in times if datable(context, time)]
    return all(_describes(context, trigger, time) for time in dated)


def _describes(context: Context, trigger: Trigger, time: TimeExpression) -> bool:
    """Say whether a time stands in a relative clause beside: *Zwei, die seit Montag vermisst wurden, sind gerettet*."""
    n = context.clause_of[context.tokens(time.span)[0]]
    return n >= 0 and n != trigger.clause and context.clauses[n].kind == "relative"


def _goes_on(context: Context, trigger: Trigger) -> bool:
    """Say whether a clause tells what happened, and not that it was before (*zuvor, bereits*)."""
    clause = context.clauses[trigger.clause]
    done = clause.tense == "Pres" and context.doc[trigger.token].tag_ == "VVPP"
    if not done and clause.tense not in GOING_ON:
        return False
    return not any(context.doc[i].lower_ in context.words["adverbs"]["apart_in_time"] for i in clause.tokens)


def _beside(context: Context, trigger: Trigger, step: int) -> int:
    """Give where the sentence before or behind begins, in the same paragraph; -1 where there is none."""
    here = context.doc[trigger.token].sent
    at = here.start - 1 if step < 0 else here.end
    if not 0 <= at < len(context.doc):
        return -1
    there = context.doc[at].sent
    first, second = (there, here) if step < 0 else (here, there)
    words = [[token for token in sentence if not token.is_space] for sentence in (first, second)]
    if not all(words) or "\n" in context.report.text[words[0][-1].idx : words[1][0].idx]:
        return -1
    return words[0 if step < 0 else 1][0].idx


def _gives(context: Context, event: EventMention, other: EventMention) -> bool:
    """Say whether an event as far as the other one has a day, or a night, by its own sentence."""
    days, time = event.interval, context.time_of.get(event.time or "")
    if event.status is not other.status or time is None or not event.sentence.covers(time.span):
        return False
    return days.earliest is not None and days.latest is not None and (days.latest - days.earliest).days <= NIGHT


def _looks_into(context: Context, event: EventMention) -> bool:
    return context.frames.families.get(event.frame, event.frame) in context.words["finding_out"]["families"]
