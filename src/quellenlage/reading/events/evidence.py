"""What the rest of a report tells of an event that a clause leaves open: *Sie besucht Oslo*, *sie rügt den Streik*."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from quellenlage.model import UNKNOWN, EventMention, Status
from quellenlage.reading.events.context import Context

REACH = 8
RECENT = timedelta(days=7)
FIRM = frozenset({Status.HAPPENED, Status.PLANNED, Status.ONGOING, Status.CANCELLED, Status.CONFIRMED})


@dataclass(frozen=True, slots=True)
class Open:
    """Ids of mentions whose own words do not settle their status.

    ``bare`` have only the present tense (*Sie besucht Oslo*), ``loose`` are known events in passing (*der Streik*),
    ``titles`` stand in a line without a verb (*Wahl am Sonntag*), ``heads`` are verbs of a headline in the present.
    """

    bare: set[str] = field(default_factory=set)
    loose: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)


def settle(context: Context, events: Sequence[EventMention], left: Open) -> Iterator[EventMention]:
    """Let what is in the bare present go on where it has begun, and known events be as they were told before."""
    begun = set(_begun(context, events, left))
    told: dict[str, deque[EventMention]] = {}
    firsts = _firsts(context, events, left)
    for event in sorted(events, key=lambda e: e.span):
        before = told.setdefault(_family(context, event), deque(maxlen=REACH))
        settled = event
        first = firsts.get(_family(context, event))
        if event.id in left.titles and first is not None and _agree(first, event):
            settled = _as_told(event, first)
        elif event.id in left.heads and first is not None and _repeats(first, event):
            settled = replace(event, status=first.status)
        elif event.id in left.bare and any(key in begun for key in _keys(context, event)):
            settled = replace(event, status=Status.ONGOING)
        elif event.id in left.loose or event.status is Status.CONFIRMED:
            known = next((e for e in reversed(before) if _agree(e, event)), None)
            behind = known is not None and (event.id in left.loose or known.status is Status.HAPPENED)
            settled = replace(event, status=known.status) if known and behind else event
        if settled.status in FIRM and event.id not in left.loose:
            before.append(settled)
        yield settled


def _firsts(context: Context, events: Sequence[EventMention], left: Open) -> dict[str, EventMention]:
    """Give the first mention of each family that says by itself how far its event has come."""
    unsure = left.bare | left.loose | left.titles | left.heads
    firsts: dict[str, EventMention] = {}
    for event in sorted(events, key=lambda e: e.span):
        if event.id not in unsure and event.status in FIRM and event.frame != "generic":
            firsts.setdefault(_family(context, event), event)
    return firsts


def _as_told(event: EventMention, first: EventMention) -> EventMention:
    """Give a headline's event the status of the text below; days that are others than those told there fall away."""
    apart = event.interval.known and first.interval.known and event.interval.meet(first.interval) is None
    if event.status is first.status or not apart:
        return replace(event, status=first.status)
    return replace(event, status=first.status, time=None, interval=UNKNOWN)


def _repeats(told: EventMention, head: EventMention) -> bool:
    """Say whether the text tells the headline's event: the same word, or one of its kind with the same people."""
    mine = {p.entity for p in head.participants}
    return told.lemma == head.lemma or bool(mine & {p.entity for p in told.participants})


def _agree(told: EventMention, known: EventMention) -> bool:
    """Say whether a known event can be the one told before: it names nobody, or somebody who was in that."""
    mine = {p.entity for p in known.participants}
    return not mine or bool(mine & {p.entity for p in told.participants})


def _family(context: Context, event: EventMention) -> str:
    return context.frames.families.get(event.frame, event.frame)


def _begun(context: Context, events: Sequence[EventMention], left: Open) -> Iterator[tuple[str, str]]:
    for event in events:
        if event.status is Status.HAPPENED and event.id not in left.bare | left.loose and _recent(context, event):
            yield from _keys(context, event)


def _keys(context: Context, event: EventMention) -> list[tuple[str, str]]:
    return [(_family(context, event), p.entity) for p in event.participants if p.role == "agent"]


def _recent(context: Context, event: EventMention) -> bool:
    """Say whether an event can be the one the report is about: not one of years ago."""
    published = context.report.published.interval
    if event.interval.latest is None or published.earliest is None:
        return event.interval.latest is None
    return (published.earliest - event.interval.latest) <= RECENT
