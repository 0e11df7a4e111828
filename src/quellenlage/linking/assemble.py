"""From readings to stories: what joins several reports, as rows beside the records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quellenlage.linking import (
    actors,
    claims,
    copies,
    dates,
    events,
    houses,
    linked_days,
    states,
    stories,
    usual_days,
    weekdays,
)
from quellenlage.linking.kept import Kept
from quellenlage.model import Interval, Links, Published, Reading, Report, TimeExpression
from quellenlage.reading.events import ranges
from quellenlage.reading.times import anchor


def link(readings: Sequence[Reading]) -> list[Links]:
    """Split readings into stories and join what belongs together in each; their order does not matter."""
    return [tell(story) for story in _split(readings)]


def _split(readings: Sequence[Reading]) -> list[list[Reading]]:
    return stories.split(sorted(readings, key=lambda reading: reading.report.id))


@dataclass(slots=True, eq=False)
class Memory:
    """What has been compared and joined before, for a story that grows report by report. It changes no result."""

    shelf: copies.Shelf = field(default_factory=copies.Shelf)
    noted: Kept[events.Notes] = field(default_factory=lambda: Kept(events.notes))
    said: Kept[claims.Contents] = field(default_factory=lambda: Kept(claims.contents))
    judged: events.Known = field(default_factory=events.Known)
    # By the days that reports have once the joined events have brought them closer.
    closer: events.Known = field(default_factory=events.Known)


class Linker:
    """Links reports again and again as they come in: what a new one does not touch is not compared anew."""

    def __init__(self) -> None:
        self._memories: dict[str, Memory] = {}

    def link(self, readings: Sequence[Reading]) -> list[Links]:
        """Give what ``link`` gives for all these readings."""
        free, held = set(self._memories.values()), dict[str, Memory]()
        out = []
        for story in _split(readings):
            known = [m for reading in story if (m := self._memories.get(reading.report.id)) in free and m]
            # Where stories have become one, or one has become two, the larger one goes on.
            memory = max(known, key=known.count, default=None) or Memory()
            free.discard(memory)
            held |= {reading.report.id: memory for reading in story}
            out.append(tell(story, memory))
        self._memories = held
        return out


def tell(readings: Sequence[Reading], memory: Memory | None = None) -> Links:
    """Join what belongs together in one story; with ``memory`` only what has changed since is compared and joined.

    Where the joined events bring reports closer to their day, all is joined again by what is known then.
    """
    memory = memory or Memory()
    published = dates.agree(readings)
    links = _joined(readings, published | usual_days.agree(readings, published), memory, memory.judged)
    closer = linked_days.agree(links, published)
    if not closer:
        return links
    published |= closer
    return _joined(readings, published | usual_days.agree(readings, published), memory, memory.closer)


def _joined(
    readings: Sequence[Reading], published: Mapping[str, Published], memory: Memory, judged: events.Known
) -> Links:
    readings = sorted(readings, key=lambda r: (published[r.report.id].order, r.report.id))
    times = {time.id: time for reading in readings for time in _anchored(reading, published[reading.report.id])}
    joined = actors.join(readings)
    speaks_for = states.find(joined, readings[0].report.language)
    shared = memory.shelf.hold(readings)
    days = dict(_days(readings, times, published))
    speaks_in = houses.find(joined, readings, speaks_for)
    noted = tuple(memory.noted.hold(readings).values())
    known = events.setting(readings, noted, joined, published, days, shared)
    story = replace(known, state_of=speaks_for, house_of=speaks_in)
    grouped, links = events.join(readings, story, judged)
    return Links(
        readings=tuple(readings),
        actors=joined,
        events=grouped,
        event_links=links,
        claims=claims.group(readings, memory.said.hold(readings)),
        copies=shared,
        published=dict(published),
        times=tuple(times.values()),
        days=days,
        states=speaks_for,
        houses=speaks_in,
    )


def _anchored(reading: Reading, published: Published) -> tuple[TimeExpression, ...]:
    if published.interval == reading.report.published.interval:
        return reading.times
    return anchor(reading.times, published.interval)


def _days(
    readings: Sequence[Reading], times: dict[str, TimeExpression], published: Mapping[str, Published]
) -> Iterator[tuple[str, Interval]]:
    """Give each event mention's days anew where the story knows its report's day better than the report did."""
    for reading in readings:
        before = _intervals(reading.report, reading.times)
        now = _intervals(reading.report, [times[time.id] for time in reading.times])
        for mention in reading.events:
            known = mention.time in before and before[mention.time] == mention.interval
            days = now[mention.time] if known and mention.time else mention.interval
            time = times.get(mention.time or "")
            yield mention.id, weekdays.settled(mention.status, time, days, published[reading.report.id].interval)


def _intervals(report: Report, times: Sequence[TimeExpression]) -> dict[str, Interval]:
    return {time.id: time.interval for time in times} | ranges(report, times)
