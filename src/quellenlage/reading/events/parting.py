"""Noun groups that are two: a name, and what stands behind it without belonging to it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quellenlage.model import Form, Mention

if TYPE_CHECKING:
    from quellenlage.language.de.noun_groups import NounGroup
    from quellenlage.reading.events.context import Context

COMMON = frozenset({"NN", "NNA", "NNI"})


def parts(context: "Context", group: "NounGroup") -> "Iterator[NounGroup]":
    """Part a group behind a name that the rest does not belong to: *Norwegen · Kanada*, *am Freitag · Lissabon*."""
    begin = group.start
    for cut in _cuts(context, group) if group.end - group.bare[0] > 1 else ():
        preposition = group.preposition if begin == group.start else None
        yield replace(group, start=begin, end=cut, head=_head(context, group, begin, cut), preposition=preposition)
        begin = cut
    if begin == group.start:
        yield group
    else:
        yield replace(group, start=begin, head=_head(context, group, begin, group.end), preposition=None, case="")


def is_day(context: "Context", group: int) -> bool:
    """Say whether a group is a day, which nothing in the genitive belongs to: *am Montag · der Prozess*."""
    time = context.time_over(context.groups[group].head)
    return time is not None and (time.form.startswith(("weekday", "day")) or time.interval.day is not None)


def holds_a_phrase(context: "Context", group: "NounGroup") -> bool:
    """Say whether a phrase stands between the article and the noun: *den · am 3. Mai gewählten · Rat*."""
    first = group.bare[0]
    return context.doc[first].tag_ == "ART" and context.doc[first + 1].tag_ in {"APPR", "APPRART"}


def _head(context: "Context", group: "NounGroup", begin: int, end: int) -> int:
    return group.head if begin <= group.head < end else end - 1


def _cuts(context: "Context", group: "NounGroup") -> list[int]:
    cuts = []
    named = [m for m in context.mentions_in(group.bare[0], group.end) if m.form != Form.PRONOUN]
    for mention in named:
        end = context.tokens(mention.span)[1]
        if (
            mention.form == Form.NAME
            and not context.genitive(mention)
            and group.start < end < group.end
            and _breaks(context, end, mention, named)
        ):
            cuts.append(end)
    times = context.times_in(group.bare[0], group.end)
    if times and named and named[-1].span.start >= times[-1].span.end and not holds_a_phrase(context, group):
        cuts.append(context.tokens(times[-1].span)[1])
    return sorted({cut for cut in cuts if group.start < cut < group.end})


def _breaks(context: "Context", cut: int, mention: Mention, named: Sequence[Mention]) -> bool:
    """Say whether something of its own begins behind a name: another's name, or a common noun."""
    start = context.starts[cut]
    if any(m.span.start < start < m.span.end for m in named):
        return False
    behind = [m for m in named if m.span.start == start]
    if behind:
        return all(m.entity != mention.entity for m in behind)
    return context.doc[cut].tag_ in COMMON and not context.doc[cut - 1].text.endswith("-")
