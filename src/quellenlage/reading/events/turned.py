"""What a pronoun says was called off or put off: *Das Konzert war für Freitag geplant. Der Wirt hat es abgesagt.*"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quellenlage.model import UNKNOWN, EventMention, Interval, Span, Status, TimeExpression, content_id
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.denials import before
from quellenlage.reading.events.described import aimed
from quellenlage.reading.events.earlier import usable
from quellenlage.reading.events.present import WEEK
from quellenlage.reading.events.status import main_verb

STILL_OPEN = frozenset({Status.PLANNED, Status.CONFIRMED, Status.POSSIBLE})
PRONOUNS = frozenset({"PPER", "PDS"})


def find(context: Context, events: Sequence[EventMention]) -> Iterator[EventMention]:
    """Give a mention for each verb of calling off or putting off whose pronoun means one event named before it."""
    by_clause: dict[int, list[EventMention]] = {}
    for event in events:
        by_clause.setdefault(context.clause_of[context.tokens(event.span)[0]], []).append(event)
    for n in range(len(context.clauses)):
        told = _told(context, n)
        if told is None or any(e.span != _verb(context, n) for e in by_clause.get(n, ())):
            continue
        meant = _left_out(context, n, by_clause) or _meant(context, n, by_clause)
        if meant is not None:
            yield _turned(context, n, meant, told)


def without_verbs(found: Sequence[EventMention], turned: Sequence[EventMention]) -> list[EventMention]:
    """Leave out what was read as an event of its own where it tells what became of another."""
    spans = {event.span for event in turned}
    return [event for event in found if event.span not in spans]


def _told(context: Context, n: int) -> Status | None:
    """Give what a clause says has become of an event, ``None`` where it says nothing or not for sure."""
    clause, lists = context.clauses[n], context.words["verbs"]
    had_to = clause.tense == "Past" and clause.modal in context.words["modals"]["obliged"]
    if (
        clause.finite is None
        or clause.negated
        or (clause.modal and not had_to)
        or not context.readable(main_verb(context, n))
    ):
        return None
    if clause.lemma in lists["postponed"]:
        return Status.PLANNED
    over = clause.tense in {"Past", "Perf", "Pluperf"} or clause.passive
    return Status.CANCELLED if over and clause.lemma in lists["cancelled"] else None


def _pronoun(context: Context, n: int) -> int | None:
    """Give the pronoun for what it happened to: the object, or the subject where the verb has none."""
    clause, subject = context.clauses[n], context.subject(n)
    lists = context.words["verbs"]
    itself = clause.passive or clause.lemma in lists["ceasing"] or clause.lemma in lists["postponed_itself"]
    genders = context.words["pronouns"]["genders"]
    words = [i for i in clause.tokens if context.doc[i].tag_ in PRONOUNS and context.doc[i].lower_ in genders]
    return next((i for i in words if (context.group_of[i] == subject) == itself), None)


def _left_out(context: Context, n: int, by_clause: dict[int, list[EventMention]]) -> EventMention | None:
    """Give the planned event that is the subject of the clause before as well: *war geplant, wurde aber abgesagt*."""
    clause, subject = context.clauses[n], context.clauses[n - 1].subject
    same = n > 0 and context.doc[clause.start].sent == context.doc[context.clauses[n - 1].start].sent
    own = clause.subject is not None and clause.subject[0] >= clause.start
    if subject is None or own or not same or clause.tokens[0] != clause.finite:
        return None
    open_ = (e for e in by_clause.get(n - 1, ()) if e.status in STILL_OPEN)
    return next((e for e in open_ if subject[0] <= context.tokens(e.span)[0] < subject[1]), None)


def _meant(context: Context, n: int, by_clause: dict[int, list[EventMention]]) -> EventMention | None:
    """Give the last planned event named in the sentence or the one before it that has the pronoun's gender."""
    pronoun = _pronoun(context, n)
    if pronoun is None:
        return None
    gender = context.words["pronouns"]["genders"][context.doc[pronoun].lower_]
    for clauses in before(context, n, reach=2):
        found = [e for k in clauses for e in by_clause.get(k, ()) if e.status in STILL_OPEN]
        found = [e for e in found if _gender(context, e) == [gender]]
        if found:
            return max(found, key=lambda e: e.span)
    return None


def _gender(context: Context, event: EventMention) -> list[str]:
    token = context.doc[context.tokens(event.span)[0]]
    plural = "Plur" in token.morph.get("Number", [])
    return [] if plural or token.tag_ not in {"NN", "NNA"} else token.morph.get("Gender", [])


def _verb(context: Context, n: int) -> Span:
    verb = main_verb(context, n)
    return context.span(verb, verb + 1)


def _turned(context: Context, n: int, event: EventMention, told: Status) -> EventMention:
    """Give what was called off with the day it was meant for, what was put off with its new day, if there is one."""
    verb, span = main_verb(context, n), _verb(context, n)
    statement, day = context.statement(verb), _new_day(context, n)
    kept = told is Status.CANCELLED
    return replace(
        event,
        id=content_id("e", event.report, span.start, span.end, event.frame, told.value),
        span=span,
        sentence=context.sentence(verb),
        statement=statement.id if statement else None,
        status=told,
        interval=event.interval if kept else _ahead(context.days[day.id]) if day else UNKNOWN,
        time=event.time if kept else day.id if day else None,
        marks=(span,),
        quantities=(),
    )


def _ahead(days: Interval) -> Interval:
    """Take of two weekdays the one to come."""
    first, last = days.earliest, days.latest
    return Interval(earliest=last, latest=last) if first and last and last - first == WEEK else days


def _new_day(context: Context, n: int) -> TimeExpression | None:
    """Give the one time that a clause puts something off to: *Sie wurde auf Montag verschoben*."""
    clause = context.clauses[n]
    found = [t for t in context.times_in(clause.start, clause.end) if usable(context, t) and aimed(context, t)]
    return found[0] if len(found) == 1 else None
