"""One event from many mentions, in a report and across reports.

Every mention looks for the event it can be among those that share a participant, a place or a day with it; what
contradicts it (another day, another agent, another state) rules an event out, what agrees counts for it. An editor
forgives a gap, never two events made one, so that nothing is joined by its kind alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from quellenlage.linking.events.agreement import can_be, clashes, narrow, reasons, score
from quellenlage.linking.events.profiles import JOURNEY, Event, Profile, Story, profile
from quellenlage.model import EventLink, Reading

__all__ = ["Story", "join"]

ENOUGH = 2.0
LEAST = 0.75
# People talk again and again: a conversation that names nobody is not any other.
TALKS = "meeting"
FAR = 800
CLEARLY = 0.5
ALONE = 100.0
PER_REPORT = 0.25
ONLY_ONE = "the only one of its kind"


def join(readings: Sequence[Reading], story: Story) -> tuple[tuple[tuple[str, ...], ...], tuple[EventLink, ...]]:
    """Give the groups of event-mention ids that are one event, and the links they rest on."""
    profiles = [profile(m, reading.report.language, story) for reading in readings for m in reading.events]
    order = {profile.mention.id: n for n, profile in enumerate(profiles)}
    events: list[Event] = []
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    links: list[EventLink] = []
    for found in sorted(profiles, key=lambda p: (-_weight(p), order[p.mention.id])):
        chosen = _choose(found, events, index, story)
        if chosen is None:
            events.append(Event())
            chosen = len(events) - 1
        else:
            links.append(_link(found, events[chosen], story))
        events[chosen].add(found)
        for key in _keys(found):
            if chosen not in index[key]:
                index[key].append(chosen)
    events = _gather(_reunite(events, links, story), links, story)
    groups = [sorted((p.mention.id for p in event.members), key=order.__getitem__) for event in events]
    return tuple(sorted(map(tuple, groups), key=lambda g: order[g[0]])), tuple(links)


def _reunite(events: Sequence[Event], links: list[EventLink], story: Story) -> list[Event]:
    """Make one of events that share a mention: the same words in a passage that two reports have."""
    told: dict[tuple[str, str, str], list[tuple[int, Profile]]] = defaultdict(list)
    for k, event in enumerate(events):
        for p in event.members:
            told[p.family, p.mention.lemma, p.mention.report].append((k, p))
    out: dict[int, Event] = dict(enumerate(events))
    for (kind, lemma, report), here in told.items():
        for other in sorted(story.copies.get(report, {})):
            for k, p in here:
                for j, q in told.get((kind, lemma, other), ()):
                    if k < j and {k, j} <= out.keys() and story.same_passage(p.mention, q.mention):
                        _merge(out, k, j, links, story)
    return list(out.values())


def _merge(events: dict[int, Event], k: int, j: int, links: list[EventLink], story: Story) -> None:
    if all(events[k].allows(p.bounds) for p in events[j].members):
        links.append(_link(events[j].members[0], events[k], story))
        for member in events.pop(j).members:
            events[k].add(member)


def _gather(events: Sequence[Event], links: list[EventLink], story: Story) -> list[Event]:
    """Let what names nobody (*der Unfall*) mean the one event of its kind that the story knows, if there is one."""
    by_family: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_family[event.members[0].family].append(event)
    return [event for kind, found in by_family.items() for event in _settle(kind, found, links, story)]


def _settle(kind: str, events: Sequence[Event], links: list[EventLink], story: Story) -> list[Event]:
    if kind == TALKS or kind.startswith("generic"):
        return list(events)
    kept: list[Event] = []
    for event in sorted(events, key=lambda e: (e.loose, not narrow(e.interval))):
        open_to = event.loose and not (kind == JOURNEY and (event.interval.known or event.places))
        home = _home(event, kept, story) if open_to else None
        if home:
            links.append(_link(event.members[0], home, story, ONLY_ONE))
            for member in event.members:
                home.add(member)
        else:
            kept.append(event)
    return kept


def _home(event: Event, events: Sequence[Event], story: Story) -> Event | None:
    """Find the event that a bare one can be: the only one, or the one that fits best and that more reports tell."""
    told = [other for other in events if other.told or not event.told]
    fitting = [other for other in told if all(can_be(member, other, story) for member in event.members)]
    ranked = sorted(
        (-score(event.members[0], other, story) - PER_REPORT * len(other.by_report), k)
        for k, other in enumerate(fitting)
    )
    clearly = ALONE if event.members[0].family == JOURNEY else CLEARLY
    if not ranked or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < clearly):
        return None
    return fitting[ranked[0][1]]


def _weight(p: Profile) -> float:
    """Say how much a mention tells: the fullest ones come first and the bare ones find their event."""
    return 2 * narrow(p.said) + len(p.agents) + len(p.targets) + 0.5 * len(p.places)


def _keys(profile: Profile) -> Iterator[tuple[str, str]]:
    """Give what an event is found again by: the report and the actors of its mentions."""
    yield profile.family, "report:" + profile.mention.report
    for actor in sorted(profile.everybody):
        yield profile.family, actor


def _choose(
    profile: Profile, events: Sequence[Event], index: Mapping[tuple[str, str], list[int]], story: Story
) -> int | None:
    """Give the event a mention belongs to, or ``None``."""
    copied = [(profile.family, "report:" + other) for other in story.copies.get(profile.mention.report, {})]
    near = {k for key in [*_keys(profile), *copied] for k in index.get(key, ())}
    scored = sorted((-score(profile, events[k], story), k) for k in near if can_be(profile, events[k], story))
    if scored and -scored[0][0] >= ENOUGH:
        return scored[0][1]
    return _meant_here(profile, events, scored)


def _meant_here(p: Profile, events: Sequence[Event], scored: Sequence[tuple[float, int]]) -> int | None:
    """Let a mention without days of its own (*der Besuch*) mean an event of its kind that its report speaks of.

    One that names nobody and nothing means the one spoken of last; one that does, the best that fits, if it is alone.
    """
    if p.said.known or p.family.startswith("generic"):
        return None
    here = [(found, k) for found, k in scored if p.mention.report in events[k].by_report]
    if not p.everybody and p.family == TALKS:
        return None
    if not p.everybody:
        return _spoken_of_last(p, [k for _, k in here if not clashes(p, events[k])], events)
    if not here or (len(here) > 1 and here[1][0] == here[0][0]):
        return None
    shared = p.everybody & events[here[0][1]].everybody
    return here[0][1] if shared and -here[0][0] > LEAST else None


def _spoken_of_last(p: Profile, here: Sequence[int], events: Sequence[Event]) -> int | None:
    """Give the event whose mention stands nearest before this one, not too far back."""
    before = [
        (p.mention.span.start - other.mention.span.start, k)
        for k in here
        for other in events[k].by_report[p.mention.report]
        if other.mention.span.start < p.mention.span.start
    ]
    distance, last = min(before, default=(FAR, -1))
    return last if distance < FAR else None


def _link(profile: Profile, event: Event, story: Story, why: str = "") -> EventLink:
    found = sorted(reasons(profile, event, story), key=lambda row: (-row[1], row[0]))
    surely = min(1.0, max(0.0, sum(weight for _, weight in found)) / (2 * ENOUGH))
    text = ", ".join([name for name, weight in found if weight > 0] + [why] * bool(why))
    return EventLink(a=event.members[0].mention.id, b=profile.mention.id, reason=text, score=round(surely, 3))
