"""When and where an event takes place, as its noun group or its clause says."""

from collections.abc import Iterator, Sequence

from quellenlage.model import UNKNOWN, Interval, Kind, TimeExpression, TimeType
from quellenlage.reading.events import roles
from quellenlage.reading.events.context import Context, Phrase
from quellenlage.reading.events.triggers import Trigger, segment

When = tuple[str | None, Interval]
NEVER: When = (None, UNKNOWN)
PLACED = ("destination", "place")


def when(context: Context, trigger: Trigger, main: bool) -> When:
    """Give the time expression an event rests on and its days; ``main`` says that the clause is about the event.

    A noun takes the time beside it; a clause gives its time to the event that it is about, and to no other.
    """
    beside = _beside(context, trigger) if not trigger.verb else []
    if beside:
        return _join(context, beside)
    if not main:
        return NEVER
    found = _of_clause(context, trigger.clause, segment(context, trigger))
    known = any(context.days[t.id].known for t in found)
    return _join(context, found if known else _of_then(context, trigger.clause) or found)


def _of_then(context: Context, clause: int) -> list[TimeExpression]:
    """Let *damals* be the last time of the sentence before."""
    tokens = context.clauses[clause].tokens
    first = context.doc[tokens[0]].sent.start
    if not first or not any(context.doc[i].lower_ in context.words["adverbs"]["then"] for i in tokens):
        return []
    before = context.doc[first - 1].sent
    return [t for t in context.times_in(before.start, before.end) if _usable(context, t)][-1:]


def _of_clause(context: Context, clause: int, within: tuple[int, int], steps: int = 1) -> list[TimeExpression]:
    """Give the times of a clause; an infinitive without one looks into the clause around it, but not one of purpose."""
    c = context.clauses[clause]
    own = {i for i in c.tokens if within[0] <= i < within[1]} - _taken_by_nouns(context, clause)
    found = [t for t in context.times_in(*within) if _usable(context, t) and context.tokens(t.span)[0] in own]
    if not found and c.kind == "infinitive" and c.subordinator is None and c.parent is not None and steps:
        above = context.clauses[c.parent]
        speaks = any(context.cue_of[i] >= 0 for i in above.verbs)
        return [] if speaks else _of_clause(context, c.parent, (above.start, above.end), steps - 1)
    return found


def _taken_by_nouns(context: Context, clause: int) -> set[int]:
    """Give the tokens behind an event's noun that say when that one was: *nach dem Treffen im Mai*."""
    taken: set[int] = set()
    for phrase in context.phrases(clause):
        above = context.event_above(phrase)
        if above is not None and context.preposition(context.groups[above]) in _apart(context):
            taken.update(range(context.groups[phrase.groups[0]].start, context.groups[phrase.groups[-1]].end))
    return taken


def _apart(context: Context) -> set[str]:
    lists = context.words["prepositions"]
    return {word for kind in ("behind", "ahead") for word in lists[kind]}


def _beside(context: Context, trigger: Trigger) -> list[TimeExpression]:
    """Give the times in the phrases behind a noun, and in its own group: *Besuch vom 3. bis 5. Mai*, *Mai-Besuch*."""
    if trigger.group_index < 0:
        return []
    group = context.groups[trigger.group_index]
    end = group.end
    for phrase in context.behind(trigger.group_index):
        end = context.groups[phrase.groups[-1]].end
    return [t for t in context.times_in(group.start, end) if _usable(context, t)]


def _usable(context: Context, time: TimeExpression) -> bool:
    """Say whether a time can be an event's: a date, and none to come where it must lie behind (*seit Montag*)."""
    if time.type not in {TimeType.DATE, TimeType.TIME}:
        return False
    first, published = context.tokens(time.span)[0], context.report.published.interval
    since = first > 0 and context.doc[first - 1].lower_ in context.words["prepositions"]["since"]
    begin = time.interval.earliest
    return not (since and begin and published.latest and begin > published.latest)


def _join(context: Context, found: Sequence[TimeExpression]) -> When:
    """Take the stretch that a range makes; else the narrowest of the expressions that agree."""
    if not found:
        return NEVER
    stretch = next((t for t in found if context.days[t.id] != t.interval and context.days[t.id].known), None)
    if stretch is not None:
        return stretch.id, context.days[stretch.id]
    known = [t for t in found if context.days[t.id].known]
    return _narrowest(known) if known else (found[0].id, UNKNOWN)


def _narrowest(known: Sequence[TimeExpression]) -> When:
    best, stretch = known[0], known[0].interval
    for time in known[1:]:
        met = stretch.meet(time.interval)
        if met is None:
            return best.id, best.interval
        best, stretch = (time, met) if met != stretch else (best, stretch)
    return best.id, stretch


def where(context: Context, trigger: Trigger, main: bool) -> str | None:
    """Give the entity of kind place where an event is; a noun looks behind itself first."""
    named = (e for role, e in _all_roles(context, trigger) if role in PLACED and is_place(context, e))
    return next(named, None) or next(
        (e for p in _near(context, trigger, main) for e in _place(context, trigger, p)), None
    )


def _near(context: Context, trigger: Trigger, main: bool) -> Iterator[Phrase]:
    if not trigger.verb and trigger.group_index >= 0:
        yield from context.behind(trigger.group_index)
    if main:
        begin, end = segment(context, trigger)
        for phrase in context.phrases(trigger.clause):
            if begin <= context.groups[phrase.groups[0]].start < end and not _part_of_another(context, trigger, phrase):
                yield phrase


def _all_roles(context: Context, trigger: Trigger) -> list[tuple[str, str]]:
    return list(roles.of_verb(context, trigger) if trigger.verb else roles.of_noun(context, trigger))


def _place(context: Context, trigger: Trigger, phrase: Phrase) -> list[str]:
    if phrase.preposition not in context.words["places"]["at"] or phrase.preposition in _other_roles(trigger):
        return []
    found = (context.referent(n) for n in phrase.groups)
    return [e for e in found if e and is_place(context, e)]


def _part_of_another(context: Context, trigger: Trigger, phrase: Phrase) -> bool:
    """Say whether a place belongs to a noun under a preposition of its own: *für den Krieg · in Arden*."""
    if phrase.to is None or phrase.to == trigger.group_index:
        return False
    above = context.event_above(phrase)
    if _at(context, above):
        return False
    before = context.groups[phrase.to]
    if before.preposition is None or context.times_in(before.start, before.end):
        return above not in {None, trigger.group_index}
    entity = context.referent(phrase.to)
    return entity is None or not is_place(context, entity)


def _other_roles(trigger: Trigger) -> set[str]:
    return {preposition for preposition, role in trigger.group.by.items() if role not in PLACED}


def _at(context: Context, group: int | None) -> bool:
    """Say whether an event's noun only sets the scene of its clause: *bei dem Unfall in Hamar*."""
    return group is not None and context.preposition(context.groups[group]) in context.words["prepositions"]["at"]


def is_place(context: Context, entity: str) -> bool:
    """Say whether an entity of the report is a place."""
    return entity in context.entities and context.entities[entity].kind is Kind.PLACE
