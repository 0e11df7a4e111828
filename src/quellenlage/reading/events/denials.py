"""Denials that point back: *Das Ministerium wies dies zurück* denies the one event of the sentence before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quellenlage.model import EventMention, Factuality, Stance, Statement, Status, content_id
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.status import main_verb

REACH = 3
POINTING = frozenset({"PDS", "PPER", "PIS"})
STILL_TO_DENY = frozenset({Status.HAPPENED, Status.PLANNED, Status.ONGOING, Status.CONFIRMED, Status.POSSIBLE})


def find(context: Context, events: Sequence[EventMention]) -> Iterator[EventMention]:
    """Give a denied mention for each denial that points back at exactly one event."""
    by_clause: dict[int, list[EventMention]] = {}
    for event in events:
        by_clause.setdefault(context.clause_of[context.tokens(event.span)[0]], []).append(event)
    for n, clause in enumerate(context.clauses):
        if (
            clause.lemma in context.words["verbs"]["denied"]
            and not clause.negated
            and n not in by_clause
            and _points_back(context, n)
        ):
            pointed, denial = _pointed_at(context, n, by_clause), _denial(context, n)
            if pointed is not None and denial is not None:
                yield _denied(context, n, pointed, denial)


def _points_back(context: Context, n: int) -> bool:
    """Say whether the object is *dies* or *die Vorwürfe*, and nothing follows that spells the content out."""
    clause, words = context.clauses[n], context.words["pointing"]
    if not context.readable(main_verb(context, n)) or (
        n + 1 < len(context.clauses) and context.clauses[n + 1].parent == n
    ):
        return False
    if any(context.doc[i].lower_ in words["words"] and context.doc[i].tag_ in POINTING for i in clause.tokens):
        return True
    bare = [p for p in context.phrases(n) if p.preposition is None and not p.genitive]
    objects = [p.groups[0] for p in bare if context.subject(n) not in p.groups]
    return not objects or any(_only_points(context, index) for index in objects)


def _only_points(context: Context, index: int) -> bool:
    """Say whether a group is *die Vorwürfe* with nothing behind it that says which ones."""
    g = context.groups[index]
    noun = context.doc[g.head].lemma_.lower().rsplit("-", 1)[-1]
    known = any(context.doc[i].tag_ in {"ART", "PDAT"} for i in range(g.start, g.head))
    ends = noun.endswith(tuple(context.words["pointing"]["nouns"]))
    return ends and known and next(context.behind(index), None) is None


def _pointed_at(context: Context, n: int, by_clause: dict[int, list[EventMention]]) -> EventMention | None:
    """Give the event that somebody tells in the same sentence or the one before; none where several kinds are told.

    Where it names nobody, the event of its family in the sentence before that lends what it knows.
    """
    family, best = None, None
    for step, clauses in enumerate(before(context, n)):
        found = [e for k in clauses for e in by_clause.get(k, ()) if _can_be_denied(context, e)]
        families = {context.frames.families[e.frame] for e in found}
        if family is None and (len(families) > 1 or (step == REACH - 1 and families)):
            return None
        family = family or next(iter(families), None)
        same = [e for e in found if context.frames.families[e.frame] == family]
        best = max([*([best] if best else []), *same], key=_fullness, default=best)
        if best is not None and best.participants:
            return best
    return best


def _fullness(event: EventMention) -> int:
    return len(event.participants) + event.interval.known


def _can_be_denied(context: Context, event: EventMention) -> bool:
    """Say whether an event stands in somebody's words, so that somebody else can deny it; acts of speech do not."""
    if (
        event.frame == "generic"
        or context.frames.kinds[event.frame].public
        or event.status not in STILL_TO_DENY
        or event.statement is None
    ):
        return False
    return context.cue_of[context.tokens(event.span)[0]] < 0


def before(context: Context, n: int, reach: int = REACH) -> Iterator[range]:
    """Give the clauses before in the same sentence, then those of the sentences before it, nearest first."""
    last, token = n, n
    for _ in range(reach):
        sentence = context.doc[context.clauses[token].start].sent.start
        first = last
        while first and context.clauses[first - 1].start >= sentence:
            first -= 1
        yield range(first, last)
        if not first:
            return
        last, token = first, first - 1


def _denial(context: Context, n: int) -> Statement | None:
    """Give the statement that denies; without one nobody could be named, and the outlet would seem to deny."""
    verb = main_verb(context, n)
    cue = context.cue_of[verb]
    spoken = (context.statement(verb), context.findings.statements[cue] if cue >= 0 else None)
    return next((s for s in spoken if s is not None and s.stance is Stance.DENIES), None)


def _denied(context: Context, n: int, event: EventMention, denial: Statement) -> EventMention:
    verb = main_verb(context, n)
    span = context.span(verb, verb + 1)
    return replace(
        event,
        id=content_id("e", event.report, span.start, span.end, event.frame, "denied"),
        span=span,
        sentence=context.sentence(verb),
        statement=denial.id,
        status=Status.DENIED,
        factuality=Factuality.CERTAIN_NOT,
        marks=(span,),
        quantities=(),
    )
