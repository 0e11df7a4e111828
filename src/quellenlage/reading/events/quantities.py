"""Figures that belong to an event: a number or a word of number, with what it counts."""

from collections.abc import Iterator

from quellenlage.model import Span, Spans
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.triggers import Trigger


def of(context: Context, trigger: Trigger, main: bool) -> Spans:
    """Give the figures in the event's own noun group; where the clause is about it, in subject and objects too."""
    groups = [trigger.group_index] if trigger.group_index >= 0 else []
    if main:
        clause = context.clauses[trigger.clause]
        own = [r for r in (clause.subject, *clause.objects) if r is not None]
        groups += [context.group_of[r[0]] for r in own if r[0] < len(context.doc)]
    found = (span for n in dict.fromkeys(groups) if n >= 0 for span in _figure(context, n))
    return tuple(sorted(set(found)))


def _figure(context: Context, index: int) -> Iterator[Span]:
    group = context.groups[index]
    begin, end = group.bare
    if context.times_in(begin, end):
        return
    words = context.words["figures"]
    for i in range(begin, end):
        token = context.doc[i]
        counts = token.tag_ == "CARD" and token.text[-1] != "." and i + 1 < end and context.readable(i)
        if counts or token.lower_ in words["nouns"]:
            yield context.span(i, max(_with_noun(context, index, end), i + 1))
            return


def _with_noun(context: Context, index: int, end: int) -> int:
    """Take in what a noun of number counts: *Hunderttausende von Granaten*, *Dutzende Häuser*."""
    following = index + 1
    if context.doc[end - 1].lower_ not in context.words["figures"]["nouns"] or following >= len(context.groups):
        return end
    group = context.groups[following]
    counts = group.start == end and (
        group.preposition is None or context.preposition(group) in context.words["subjects"]["of_passive"]
    )
    return group.end if counts else end


def is_length(context: Context, trigger: Trigger) -> bool:
    """Say whether a noun only says what so much time is of, and is no event: *vier Jahre Haft*."""
    words, i = context.words["measured"], trigger.token
    told = not trigger.verb and trigger.lemma.lower() in words["nouns"]
    return told and i > 0 and context.doc[i - 1].lower_ in words["lengths"]
