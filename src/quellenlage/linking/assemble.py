"""From readings to stories: what joins several reports, as rows beside the records."""

from collections.abc import Iterator, Sequence

from quellenlage.linking import actors, claims, copies, dates, events, states, stories
from quellenlage.model import Actor, Interval, Links, Published, Reading, TimeExpression
from quellenlage.reading.times import anchor


def link(readings: Sequence[Reading]) -> list[Links]:
    """Split readings into stories and join what belongs together in each; their order does not matter."""
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    return [_story(story) for story in stories.split(ordered)]


def _story(readings: Sequence[Reading]) -> Links:
    published = dates.agree(readings)
    readings = sorted(readings, key=lambda r: (published[r.report.id].order, r.report.id))
    times = {time.id: time for reading in readings for time in _anchored(reading, published[reading.report.id])}
    joined = actors.join(readings)
    speaks_for = states.find(joined, readings[0].report.language)
    grouped, links = events.join(readings, _story_of(readings, joined, speaks_for, published, times))
    return Links(
        readings=tuple(readings),
        actors=joined,
        events=grouped,
        event_links=links,
        claims=claims.group(readings),
        copies=copies.find(readings),
        published=published,
        times=tuple(times.values()),
        states=speaks_for,
    )


def _anchored(reading: Reading, published: Published) -> tuple[TimeExpression, ...]:
    if published.interval == reading.report.published.interval:
        return reading.times
    return anchor(reading.times, published.interval)


def _story_of(
    readings: Sequence[Reading],
    joined: Sequence[Actor],
    speaks_for: dict[str, str],
    published: dict[str, Published],
    times: dict[str, TimeExpression],
) -> events.Story:
    return events.Story(
        actor_of={entity: actor.id for actor in joined for entity in actor.entities},
        state_of=speaks_for,
        published=published,
        intervals=dict(_intervals(readings, times)),
    )


def _intervals(readings: Sequence[Reading], times: dict[str, TimeExpression]) -> Iterator[tuple[str, Interval]]:
    """Give each event mention's days anew where the story knows its report's day better than the report did."""
    for reading in readings:
        before = {time.id: time.interval for time in reading.times}
        for mention in reading.events:
            known = mention.time in before and before[mention.time] == mention.interval
            yield mention.id, times[mention.time].interval if known and mention.time else mention.interval
