"""Events within one report: what happened or is said to happen, to whom, when, where, and how far it has come."""

from collections.abc import Iterator

from spacy.tokens import Doc

from quellenlage.language import Language
from quellenlage.model import UNKNOWN, EventMention, Factuality, Interval, Report, Spans, Stance, Status, content_id
from quellenlage.reading.events import (
    denials,
    evidence,
    generic,
    nominal_status,
    quantities,
    roles,
    status,
    triggers,
    when_and_where,
)
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.findings import Findings
from quellenlage.reading.events.ranges import ranges
from quellenlage.reading.events.triggers import Trigger
from quellenlage.reading.factuality import assess

__all__ = ["Findings", "ranges", "read"]

BY_STATUS = {Status.POSSIBLE: Factuality.POSSIBLE, Status.PLANNED: Factuality.UNCOMMITTED}


def read(doc: Doc, report: Report, language: Language, findings: Findings) -> Iterator[EventMention]:
    """Give the event mentions of a report in text order. Total: any text gives some or none."""
    context = Context(doc, report, language, findings)
    found = list(triggers.find(context))
    found += generic.find(context, {trigger.clause for trigger in found if trigger.verb or trigger.bearer})
    told = [_mention(context, trigger) for trigger in found]
    left = evidence.Open()
    for mention, trigger in zip(told, found, strict=True):
        if mention.status is Status.PLANNED and _is_bare_present(context, trigger):
            left.bare.add(mention.id)
        if nominal_status.is_loose(context, trigger, mention.interval) and mention.status is not Status.DENIED:
            left.loose.add(mention.id)
    mentions = list(evidence.settle(context, told, left))
    mentions += denials.find(context, mentions)
    yield from sorted(mentions, key=lambda m: (m.span, m.id))


def _mention(context: Context, trigger: Trigger) -> EventMention:
    about = _is_main(context, trigger)
    time, interval = when_and_where.when(context, trigger, about or _is_arranged(context, trigger))
    told = (
        status.of_verb(context, trigger, interval)
        if trigger.verb
        else nominal_status.of_noun(context, trigger, interval)
    )
    if _contradicts(context, told, interval):
        time, interval = None, UNKNOWN
    statement = context.statement(trigger.token)
    factuality, marks = _factuality(context, trigger, told, about)
    span, frame = context.span(trigger.token, trigger.token + 1), trigger.group.frame
    return EventMention(
        id=content_id("e", context.report.id, span.start, span.end, frame.id),
        report=context.report.id,
        span=span,
        sentence=context.sentence(trigger.token),
        frame=frame.id,
        plover=frame.plover,
        lemma=trigger.lemma,
        participants=roles.of(context, trigger),
        place=when_and_where.where(context, trigger, about),
        time=time,
        interval=interval,
        status=told,
        factuality=factuality,
        marks=marks,
        statement=statement.id if statement else None,
        quantities=quantities.of(context, trigger, about and bool(context.clauses[trigger.clause].verbs)),
    )


def _is_arranged(context: Context, trigger: Trigger) -> bool:
    """Say whether the clause sets the event's date: *Für Mittwoch haben sie ein Treffen vereinbart*."""
    planning = context.clauses[trigger.clause].lemma in context.words["verbs"]["planned"]
    return not trigger.verb and planning and triggers.borne(context, trigger.clause, trigger.group_index)


def _contradicts(context: Context, told: Status, interval: Interval) -> bool:
    """Say whether a time cannot be the event's: it lies ahead of what has happened, or behind what is planned."""
    published = context.report.published.interval
    if told is Status.HAPPENED:
        return bool(interval.earliest and published.latest and interval.earliest > published.latest)
    ahead = told in {Status.PLANNED, Status.CONFIRMED}
    return ahead and bool(interval.latest and published.earliest and interval.latest < published.earliest)


def _is_bare_present(context: Context, trigger: Trigger) -> bool:
    """Say whether nothing but the present tense puts the event ahead."""
    clause = context.clauses[trigger.clause]
    plain = clause.tense == "Pres" and clause.modal is None and clause.konjunktiv != 2
    return (
        plain
        and trigger.group.frame.ahead
        and (trigger.verb or trigger.bearer is not None)
        and trigger.group.gives is None
    )


def _is_main(context: Context, trigger: Trigger) -> bool:
    """Say whether the clause is about this event, so that its time, place and certainty are the event's."""
    if trigger.verb:
        return True
    clause = context.clauses[trigger.clause]
    if not clause.verbs:
        return True
    group = context.groups[trigger.group_index] if trigger.group_index >= 0 else None
    if group and context.preposition(group) in context.words["prepositions"]["at"] and trigger.group.frame.sudden:
        return True
    bearing = trigger.bearer is not None or clause.lemma in context.words["auxiliaries"]["perfect"]
    return bearing and triggers.borne(context, trigger.clause, trigger.group_index)


def _factuality(context: Context, trigger: Trigger, told: Status, about: bool) -> tuple[Factuality, Spans]:
    """Take the clause's certainty for the event it is about; else what the event's own status says."""
    statement = context.statement(trigger.token)
    assessed, marks = (
        assess(context.doc, context.clauses[trigger.clause], context.language) if about else (Factuality.CERTAIN, ())
    )
    if told is Status.DENIED or (statement is not None and statement.stance is Stance.DENIES):
        return Factuality.CERTAIN_NOT, marks
    if not about:
        return BY_STATUS.get(told, Factuality.CERTAIN), marks
    weakened = told is Status.POSSIBLE and assessed in {Factuality.CERTAIN, Factuality.CERTAIN_NOT}
    return (Factuality.POSSIBLE if weakened else assessed), marks
