"""The day of an event whose noun a relative clause describes: *die Feier, zu der sie für Samstag eingeladen hatten*."""

from collections.abc import Iterator

from quellenlage.model import TimeExpression
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.earlier import datable, speaks, usable
from quellenlage.reading.events.triggers import Trigger

HELD = ("support", "begin", "continue", "end", "lasting")


def times(context: Context, trigger: Trigger) -> list[TimeExpression]:
    """Give the times of the relative clause right behind a noun, where that clause is about the noun's event."""
    n = trigger.clause + 1
    if trigger.group_index < 0 or n >= len(context.clauses) or not _describes(context, trigger, n):
        return []
    clause = context.clauses[n]
    found = [t for t in context.times_in(clause.start, clause.end) if usable(context, t)]
    own = [t for t in found if context.clause_of[context.tokens(t.span)[0]] == n and datable(context, t)]
    if _is_scene(context, n) and not _only_planned(context, n):
        return own
    return own if _is_held(context, n) else [t for t in own if aimed(context, t)]


def aimed(context: Context, time: TimeExpression) -> bool:
    """Say whether a time is what a plan aims at: *für Montag, vom 3. bis 5. Mai angekündigt*, not *am Montag*."""
    if time.id in context.stretches:
        return True
    first = context.tokens(time.span)[0]
    words = [context.doc[i].lower_ for i in range(max(0, first - 2), context.tokens(time.span)[1])]
    return any(word in context.words["prepositions"]["aimed"] for word in words[:3])


def _describes(context: Context, trigger: Trigger, n: int) -> bool:
    """Say whether clause ``n`` is a relative clause on the trigger's noun.

    What hangs on the noun may stand between, and the verb that closes its clause: *hat ein Gutachten bestellt, das …*
    """
    clause = context.clauses[n]
    if clause.kind != "relative" or speaks(context, n):
        return False
    end = context.groups[trigger.group_index].end
    for phrase in context.behind(trigger.group_index):
        end = max(end, context.groups[phrase.groups[-1]].end)
    closing = {*context.clauses[trigger.clause].verbs}
    between = (i for i in range(end, clause.tokens[0]) if i not in closing)
    return trigger.token < clause.tokens[0] and all(context.doc[i].tag_ == "$," for i in between)


def _is_scene(context: Context, n: int) -> bool:
    """Say whether the clause tells what happens at the event: *bei dem*, *zu der*, *in dem*, but not *über den*."""
    opener, lists = context.doc[context.clauses[n].tokens[0]], context.words["prepositions"]
    at = {*lists["at"], *lists["within"], *lists["state"], *context.words["places"]["at"]}
    return opener.tag_ == "APPR" and opener.lower_ in at


def _only_planned(context: Context, n: int) -> bool:
    """Say whether the clause's verb only plans or calls off, so that its day may be another."""
    lists, lemma = context.words["verbs"], context.clauses[n].lemma
    kinds = ("planned", "possible", "cancelled", "postponed", "confirmed", "denied")
    return lemma not in lists["of_its_day"] and any(lemma in lists[kind] for kind in kinds)


def _is_held(context: Context, n: int) -> bool:
    return any(lemma in _holding(context) for lemma in _lemmas(context, n))


def _lemmas(context: Context, n: int) -> Iterator[str]:
    yield context.clauses[n].lemma
    for i in context.clauses[n].verbs:
        yield context.lemma(i)


def _holding(context: Context) -> set[str]:
    lists = context.words["verbs"]
    held = {lemma for kind in HELD for lemma in lists[kind]}
    return held | set(lists["of_its_day"]) | set(context.words["occasions"]["subject_of"])
