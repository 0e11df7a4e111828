"""The thing an event is about: what is done to it or what it comes about with, where that is nobody and no place."""

from collections.abc import Iterator

from quellenlage.model import Theme
from quellenlage.reading.events.context import COMMON, Context
from quellenlage.reading.events.roles import subject_groups
from quellenlage.reading.events.triggers import Trigger

COUNTED = frozenset({"CARD", "PIAT", "PIDAT"})
NUMBERS = frozenset({"CARD", "FM", "XY"})


def of(context: Context, trigger: Trigger) -> Theme | None:
    """Give the first thing that the grammar of the clause or the noun group offers, ``None`` where it offers none."""
    groups = _beside_verb(context, trigger) if trigger.verb else _beside_noun(context, trigger)
    things = (n for n in groups if n != trigger.group_index and _is_thing(context, n))
    return next((_theme(context, n) for n in things if not _names_again(context, trigger, n)), None)


def _beside_noun(context: Context, trigger: Trigger) -> Iterator[int]:
    """Give what hangs on a noun: a genitive or what stands behind *von*; without either the subject of a passive."""
    if trigger.group_index < 0:
        return
    if trigger.attributive:
        yield from _head_of(context, trigger)
        return
    for phrase in context.behind(trigger.group_index):
        if phrase.to == trigger.group_index and (
            phrase.genitive or phrase.preposition in context.words["subjects"]["of_passive"]
        ):
            yield phrase.groups[0]


def _head_of(context: Context, trigger: Trigger) -> Iterator[int]:
    """Give the group that a participle stands in: *gefälschte Belege*."""
    group = context.group_of[trigger.token]
    if group >= 0:
        yield group


def _beside_verb(context: Context, trigger: Trigger) -> Iterator[int]:
    """Give the objects of a verb; of a passive, and where there is no object, its subject."""
    clause = context.clauses[trigger.clause]
    subjects = subject_groups(context, trigger.clause)
    if not clause.passive:
        for phrase in context.phrases(trigger.clause):
            bare = phrase.preposition is None and not phrase.genitive
            if bare and phrase.groups[0] not in subjects and context.event_above(phrase) is None:
                yield phrase.groups[0]
    yield from subjects


def _is_thing(context: Context, group: int) -> bool:
    """Say whether a noun group names a thing: a common noun, nobody who was found, no time, no number of people."""
    g = context.groups[group]
    if context.doc[g.head].tag_ not in COMMON or context.referent(group) or context.is_source(group):
        return False
    if any(context.doc[i].tag_ in COUNTED for i in range(g.bare[0], g.head)):
        return False
    return context.time_over(g.head) is None


def _names_again(context: Context, trigger: Trigger, group: int) -> bool:
    """Say whether a noun only names the event's kind again: *leitete Ermittlungen ein*."""
    found = context.event_noun(context.doc[context.groups[group].head].lemma_)
    return found is not None and found[0].frame.id == trigger.group.frame.id


def _theme(context: Context, group: int) -> Theme:
    """Name a thing by its noun and what belongs to its name (*Halle 7*), in the nominative where form allows."""
    g = context.groups[group]
    stop = g.head + 1
    while stop < g.end and context.doc[stop].tag_ in NUMBERS:
        stop += 1
    head, span = context.doc[g.head], context.span(g.head, stop)
    bent = g.case and not set("NA") & set(g.case) and head.lemma_[:1].isupper()
    base = head.lemma_ if bent else head.text
    return Theme(span=span, name=base + context.report.text[head.idx + len(head) : span.end])
