"""Events within one report: what happened or is said to happen, to whom, when, where, and how far it has come."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from quellenlage.language import Language
from quellenlage.model import UNKNOWN, EventMention, Factuality, Interval, Report, Spans, Stance, Status, content_id
from quellenlage.reading.events import (
    capitals,
    denials,
    earlier,
    evidence,
    generic,
    likely,
    narrated,
    narrowing,
    nominal_position,
    nominal_status,
    nominals,
    participles,
    predicated,
    quantities,
    roles,
    status,
    themes,
    triggers,
    turned,
    when_and_where,
)
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.derivation import of_speech, root
from quellenlage.reading.events.described import aimed
from quellenlage.reading.events.findings import Findings
from quellenlage.reading.events.headlines import in_headline
from quellenlage.reading.events.ranges import ranges
from quellenlage.reading.events.triggers import Trigger
from quellenlage.reading.events.when_and_where import Scope
from quellenlage.reading.factuality import assess

if TYPE_CHECKING:
    from quellenlage.language.de.clauses import Clause

__all__ = ["Findings", "ranges", "read"]

BY_STATUS = {Status.POSSIBLE: Factuality.POSSIBLE, Status.PLANNED: Factuality.UNCOMMITTED}


def read(doc: Doc, report: Report, language: Language, findings: Findings) -> Iterator[EventMention]:
    """Give the event mentions of a report in text order. Total: any text gives some or none."""
    context = Context(doc, report, language, findings)
    found = list(_triggers(context))
    left = _left_to_nouns(context, found)
    told = [_mention(context, trigger, left) for trigger in found]
    open_ = evidence.Open()
    for mention, trigger in zip(told, found, strict=True):
        if mention.status is Status.PLANNED and _is_bare_present(context, trigger):
            open_.bare.add(mention.id)
        if _is_head(context, trigger, mention):
            open_.heads.add(mention.id)
        if nominal_status.is_loose(context, trigger, mention.interval) and mention.status is not Status.DENIED:
            open_.loose.add(mention.id)
        if nominal_status.is_title(context, trigger) and mention.status is not Status.POSSIBLE:
            open_.titles.add(mention.id)
    mentions = list(evidence.settle(context, told, open_))
    of = {mention.id: trigger for mention, trigger in zip(told, found, strict=True)}
    about = {
        id_
        for id_, trigger in of.items()
        if trigger.verb or triggers.borne(context, trigger.clause, trigger.group_index)
    }
    mentions = list(narrated.dated(context, mentions, [of[m.id] for m in mentions], about))
    mentions += denials.find(context, mentions)
    changed = list(turned.find(context, mentions))
    mentions = turned.without_verbs(mentions, changed) + changed
    yield from sorted(mentions, key=lambda m: (m.span, m.id))


def _triggers(context: Context) -> Iterator[Trigger]:
    """Give the words that name events: those of frames first, then verbs and nouns of none."""
    found = [trigger for trigger in triggers.find(context) if not quantities.is_length(context, trigger)]
    found += generic.find(context, {trigger.clause for trigger in found if trigger.verb or trigger.bearer})
    told = {root(trigger.lemma, context.language.code) for trigger in found}
    found += participles.find(context)
    found += capitals.find(context, {trigger.token for trigger in found})
    found += nominals.find(context, found, told)
    found += likely.find(context, found)
    yield from generic.without_course(context, found)


def _left_to_nouns(context: Context, found: Iterable[Trigger]) -> dict[int, Scope]:
    """Give by clause the times that its verbs leave to the nouns they carry; all where no verb tells an event.

    A verb of no frame tells what comes of the noun beside it (*Am Montag erging der Haftbefehl*), unless it deals with
    what has a day of its own (*Am Montag wertete der Rat die Wahl aus*).
    """
    left: dict[int, Scope] = {}
    for trigger in (trigger for trigger in found if trigger.verb):
        carries = trigger.group is generic.GENERIC
        carries = carries and trigger.lemma not in context.words["verbs"]["of_another_day"]
        given = Scope.CLAUSE if carries else Scope.NONE
        left[trigger.clause] = min(given, left.get(trigger.clause, given))
    return left


def _mention(context: Context, trigger: Trigger, left: Mapping[int, Scope]) -> EventMention:
    about = _is_main(context, trigger)
    scope = _scope(context, trigger, about, left.get(trigger.clause, Scope.ALL))
    time, interval = when_and_where.when(context, trigger, scope)
    told = _status(context, trigger, interval)
    if not nominal_status.is_title(context, trigger):
        interval = narrowing.by_status(context, trigger, time, interval, told)
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
        theme=themes.of(context, trigger),
        place=when_and_where.where(context, trigger, about),
        time=time,
        interval=interval,
        status=told,
        factuality=factuality,
        marks=marks,
        statement=statement.id if statement else None,
        quantities=quantities.of(context, trigger, about and bool(context.clauses[trigger.clause].verbs)),
    )


def _status(context: Context, trigger: Trigger, interval: Interval) -> Status:
    if trigger.attributive:
        return Status.HAPPENED
    if trigger.verb:
        return status.of_verb(context, trigger, interval)
    return nominal_status.of_noun(context, trigger, interval)


def _scope(context: Context, trigger: Trigger, about: bool, left: Scope) -> Scope:
    """Say which times an event may take; ``left`` are those that the verbs of its clause leave to nouns."""
    clause = context.clauses[trigger.clause]
    if trigger.attributive:
        return Scope.NONE
    if trigger.verb or not clause.verbs:
        put_off = trigger.verb and trigger.lemma in context.words["verbs"]["postponed"]
        times = context.times_in(clause.start, clause.end) if put_off else ()
        return Scope.AIMED if any(aimed(context, t) for t in times) else Scope.ALL
    group = context.groups[trigger.group_index] if trigger.group_index >= 0 else None
    preposition = context.preposition(group) if group else None
    stands = triggers.borne(context, trigger.clause, trigger.group_index)
    if stands and _is_of_status(context, clause.lemma):
        return Scope.ALL if _is_expected(context, clause) else Scope.AIMED
    lists = context.words["prepositions"]
    staged = preposition in {*lists["at"], *lists["within"]} and not context.is_aimed_at(trigger.group_index)
    staged = staged or nominal_position.is_means(context, trigger)
    if earlier.speaks(context, trigger.clause) or (stands and clause.lemma in of_speech(context.language.code)):
        scene = staged and _is_of_a_day(trigger)
        return Scope.ALL if scene or _is_performed(context, trigger) else Scope.NONE
    ordered = preposition is None and nominal_status.is_done_by_order(context, trigger)
    if about or ordered or (staged and not trigger.group.frame.sudden):
        return Scope.ALL
    cause = (trigger.group.frame.sudden or trigger.group.frame.durative) and not trigger.group.frame.public
    meets = trigger.group.frame.family in context.words["occasions"]["gatherings"]
    subject = context.subject(trigger.clause) == trigger.group_index
    lends = ((cause or meets) and subject) or _is_lifted(context, trigger)
    takes = stands and preposition is None and not predicated.is_turned_down(context, trigger)
    # *… angesichts der Proteste, der Streiks* has no case that a verb asks for.
    carried = group is not None and (not group.case or not {"N", "A"}.isdisjoint(group.case))
    given = left if carried or left is Scope.ALL else Scope.NONE
    return (Scope.ALL if lends else given) if takes else Scope.NONE


def _is_lifted(context: Context, trigger: Trigger) -> bool:
    """Say whether the clause tells when what lasts was ended: *Sie hob das Verbot am Montag auf*, but no *Urteil*."""
    return context.clauses[trigger.clause].lemma in context.words["verbs"]["lifting"] and not predicated.is_act(trigger)


def _is_of_a_day(trigger: Trigger) -> bool:
    """Say whether an event is as long as what is said at it: *sagte am Montag bei einem Besuch*, no *Prozess*."""
    return not trigger.group.frame.sudden and not trigger.group.frame.durative


def _is_performed(context: Context, trigger: Trigger) -> bool:
    """Say whether saying it does it: *Sie erklärte am Montag ihren Rücktritt*."""
    clause = context.clauses[trigger.clause]
    if clause.lemma not in context.words["verbs"]["performing"] or trigger.group_index < 0:
        return False
    group = context.groups[trigger.group_index]
    own = any(context.doc[i].tag_ == "PPOSAT" for i in range(group.start, trigger.token))
    return own and not trigger.group.frame.durative and triggers.borne(context, trigger.clause, trigger.group_index)


def _is_expected(context: Context, clause: "Clause") -> bool:
    """Say whether a day beside is that of what people expect now: *Am 3. Mai rechnen sie mit einem Urteil*."""
    return clause.lemma in context.words["verbs"]["expecting"] and clause.tense == "Pres" and not clause.modal


def _is_of_status(context: Context, lemma: str) -> bool:
    """Say whether a verb tells that an event is planned, called off and the like, so that its day is another."""
    lists = context.words["verbs"]
    if lemma in context.words["occasions"]["subject_of"] or lemma in lists["of_its_day"]:
        return False
    return any(
        lemma in lists[kind] for kind in ("planned", "possible", "cancelled", "postponed", "confirmed", "denied")
    )


def _contradicts(context: Context, told: Status, interval: Interval) -> bool:
    """Say whether a time cannot be the event's: it lies ahead of what has happened, or behind what is planned."""
    published = context.report.published.interval
    if told is Status.HAPPENED:
        begin = interval.earliest or interval.latest
        return bool(begin and published.latest and begin > published.latest)
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


def _is_head(context: Context, trigger: Trigger, mention: EventMention) -> bool:
    """Say whether a headline tells the event by a bare present, which the text below may tell otherwise."""
    clause = context.clauses[trigger.clause]
    plain = clause.tense == "Pres" and clause.modal is None and clause.konjunktiv != 2 and not clause.passive
    told = mention.status in {Status.HAPPENED, Status.PLANNED, Status.ONGOING} and not mention.interval.known
    return trigger.verb and plain and told and trigger.group.gives is None and in_headline(context, trigger.token)


def _is_main(context: Context, trigger: Trigger) -> bool:
    """Say whether the clause is about this event, so that its time, place and certainty are the event's."""
    if trigger.verb or trigger.attributive:
        return trigger.verb
    clause = context.clauses[trigger.clause]
    if not clause.verbs:
        return True
    group = context.groups[trigger.group_index] if trigger.group_index >= 0 else None
    if group and context.preposition(group) in context.words["prepositions"]["at"] and trigger.group.frame.sudden:
        return True
    filed = trigger.group.frame.family in predicated.FILED and clause.lemma in context.words["verbs"]["arriving"]
    bearing = filed or trigger.bearer is not None or clause.lemma in context.words["auxiliaries"]["perfect"]
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
