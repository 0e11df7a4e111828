"""From readings to stories: what joins several reports, as rows beside the records."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from quellenlage.linking import actors, claims, copies, dates, events, states, stories
from quellenlage.model import Copy, Interval, Kind, Links, Published, Reading, Report, TimeExpression
from quellenlage.reading.events import ranges
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
    shared = copies.find(readings)
    days = dict(_days(readings, times))
    story = events.Story(
        actor_of={entity: actor.id for actor in joined for entity in actor.entities},
        state_of=speaks_for,
        published=published,
        intervals=days,
        copies=_by_report(shared),
        countries={actor.id for actor in joined if actor.kind is Kind.PLACE and actor.id in speaks_for},
    )
    grouped, links = events.join(readings, story)
    return Links(
        readings=tuple(readings),
        actors=joined,
        events=grouped,
        event_links=links,
        claims=claims.group(readings),
        copies=shared,
        published=published,
        times=tuple(times.values()),
        days=days,
        states=speaks_for,
    )


def _anchored(reading: Reading, published: Published) -> tuple[TimeExpression, ...]:
    if published.interval == reading.report.published.interval:
        return reading.times
    return anchor(reading.times, published.interval)


def _by_report(shared: Sequence[Copy]) -> dict[str, dict[str, Copy]]:
    """Look copies up from either side."""
    out: dict[str, dict[str, Copy]] = defaultdict(dict)
    for copy in shared:
        out[copy.a][copy.b] = out[copy.b][copy.a] = copy
    return out


def _days(readings: Sequence[Reading], times: dict[str, TimeExpression]) -> Iterator[tuple[str, Interval]]:
    """Give each event mention's days anew where the story knows its report's day better than the report did."""
    for reading in readings:
        before = _intervals(reading.report, reading.times)
        now = _intervals(reading.report, [times[time.id] for time in reading.times])
        for mention in reading.events:
            known = mention.time in before and before[mention.time] == mention.interval
            yield mention.id, now[mention.time] if known and mention.time else mention.interval


def _intervals(report: Report, times: Sequence[TimeExpression]) -> dict[str, Interval]:
    return {time.id: time.interval for time in times} | ranges(report, times)
