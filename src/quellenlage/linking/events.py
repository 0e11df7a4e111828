"""One event from many mentions, in a report and across reports.

Every mention looks for the event it can be among those that share a participant, a place or a day with it; what
contradicts it (another day, another agent, another state) rules an event out, what agrees counts for it. An editor
forgives a gap, never two events made one, so that nothing is joined by its kind alone.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from quellenlage.model import EventLink, EventMention, Interval, Published, Reading, Status

ENOUGH = 2.5
AGENTS = ("agent", "counterpart")
TARGETS = ("patient", "recipient", "theme")
PLACES = ("destination", "place", "origin")
SYMMETRIC = frozenset({"meet", "negotiate", "agree", "trade"})
BACKWARD = frozenset({Status.HAPPENED})
FORWARD = frozenset({Status.PLANNED, Status.CONFIRMED})


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    text = files("quellenlage.linking").joinpath("families.toml").read_text(encoding="utf-8")
    return {frame: family for family, frames in tomllib.loads(text).items() for frame in frames}


def family(mention: EventMention) -> str:
    """Give the family of a mention's frame; a generic mention's is its lemma."""
    if mention.frame == "generic":
        return f"generic:{mention.lemma}"
    return _families().get(mention.frame, mention.frame)


@dataclass(frozen=True, slots=True)
class Profile:
    """What a mention says of its event, in terms of actors and days."""

    mention: EventMention
    family: str
    agents: frozenset[str]
    targets: frozenset[str]
    places: frozenset[str]
    said: Interval
    bounds: Interval

    @property
    def everybody(self) -> frozenset[str]:
        """All actors of the mention, places included."""
        return self.agents | self.targets | self.places


@dataclass(slots=True)
class _Event:
    """An event as it grows."""

    members: list[Profile] = field(default_factory=list)
    interval: Interval = field(default_factory=Interval)

    def add(self, profile: Profile) -> None:
        self.members.append(profile)
        self.interval = self.interval.meet(profile.said) or self.interval

    def union(self, part: str) -> set[str]:
        return {actor for profile in self.members for actor in getattr(profile, part)}

    @property
    def reports(self) -> set[str]:
        return {profile.mention.report for profile in self.members}


@dataclass(frozen=True, slots=True)
class Story:
    """What linking knows of a story when it comes to events: actors of entities, states of actors, days."""

    actor_of: Mapping[str, str]
    state_of: Mapping[str, str]
    published: Mapping[str, Published]
    intervals: Mapping[str, Interval]


def join(readings: Sequence[Reading], story: Story) -> tuple[tuple[tuple[str, ...], ...], tuple[EventLink, ...]]:
    """Give the groups of event-mention ids that are one event, and the links they rest on."""
    profiles = [_profile(mention, story) for reading in readings for mention in reading.events]
    order = {profile.mention.id: n for n, profile in enumerate(profiles)}
    events: list[_Event] = []
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    links: list[EventLink] = []
    for profile in sorted(profiles, key=lambda p: (-_weight(p), order[p.mention.id])):
        chosen = _choose(profile, events, index, story)
        if chosen is None:
            events.append(_Event())
            chosen = len(events) - 1
        else:
            links.append(_link(profile, events[chosen], story))
        events[chosen].add(profile)
        for key in _keys(profile):
            if chosen not in index[key]:
                index[key].append(chosen)
    groups = [sorted((p.mention.id for p in event.members), key=order.__getitem__) for event in events]
    return tuple(sorted(map(tuple, groups), key=lambda g: order[g[0]])), tuple(links)


def _profile(mention: EventMention, story: Story) -> Profile:
    by_role: dict[str, set[str]] = defaultdict(set)
    for participant in mention.participants:
        actor = story.actor_of.get(participant.entity)
        if actor:
            by_role[participant.role].add(actor)
    place = story.actor_of.get(mention.place or "")
    agents = {a for role in AGENTS for a in by_role[role]}
    places = {a for role in PLACES for a in by_role[role]} | ({place} if place else set())
    targets = {a for role, actors in by_role.items() if role not in AGENTS + PLACES for a in actors}
    said = story.intervals.get(mention.id, mention.interval)
    return Profile(
        mention=mention,
        family=family(mention),
        agents=frozenset(agents),
        targets=frozenset(targets),
        places=frozenset(places),
        said=said,
        bounds=_bounds(mention, said, story.published.get(mention.report, Published()).interval),
    )


def _bounds(mention: EventMention, said: Interval, published: Interval) -> Interval:
    """Narrow the days an event can have by tense: what has happened lies before the report, what is planned after."""
    if mention.status in BACKWARD and published.latest:
        return said.meet(Interval(latest=published.latest)) or said
    if mention.status in FORWARD and published.earliest:
        return said.meet(Interval(earliest=published.earliest)) or said
    return said


def _weight(profile: Profile) -> float:
    """Say how much a mention tells: the fullest ones come first and the bare ones find their event."""
    return 2 * profile.said.closed + len(profile.agents) + len(profile.targets) + 0.5 * len(profile.places)


def _keys(profile: Profile) -> Iterator[tuple[str, str]]:
    yield profile.family, "report:" + profile.mention.report
    for actor in sorted(profile.everybody):
        yield profile.family, actor


def _choose(
    profile: Profile, events: Sequence[_Event], index: Mapping[tuple[str, str], list[int]], story: Story
) -> int | None:
    """Give the event a mention belongs to, or ``None``; where two are as good, neither."""
    near = {k for key in _keys(profile) for k in index.get(key, ())}
    scored = sorted((-_score(profile, events[k], story), k) for k in near if _can_be(profile, events[k], story))
    if not scored or -scored[0][0] < ENOUGH:
        return _only_one_here(profile, events, scored)
    return scored[0][1]


def _only_one_here(profile: Profile, events: Sequence[_Event], scored: Sequence[tuple[float, int]]) -> int | None:
    """Let a bare mention (*der Besuch*) mean the one event of its kind that its report speaks of."""
    if profile.agents or profile.targets or profile.family.startswith("generic"):
        return None
    here = [k for _, k in scored if profile.mention.report in events[k].reports]
    return here[0] if len(here) == 1 else None


def _can_be(profile: Profile, event: _Event, story: Story) -> bool:
    if profile.bounds.meet(event.interval) is None:
        return False
    if any(profile.bounds.meet(other.bounds) is None for other in event.members):
        return False
    return _agents_agree(profile, event, story) and _states_agree(profile, event, story)


def _agents_agree(profile: Profile, event: _Event, story: Story) -> bool:
    theirs = event.union("agents")
    if not profile.agents or not theirs or profile.agents & theirs:
        return True
    if any(other.mention.frame in SYMMETRIC for other in [profile, *event.members]):
        return bool(profile.agents & event.union("targets") or profile.targets & theirs)
    states = {story.state_of.get(actor, actor) for actor in theirs}
    return any(story.state_of.get(actor, actor) in states for actor in profile.agents)


def _states_agree(profile: Profile, event: _Event, story: Story) -> bool:
    """Rule out events in two different states; towns of one state, or of an unknown one, may be one place."""
    mine = {story.state_of[place] for place in profile.places if place in story.state_of}
    theirs = {story.state_of[place] for place in event.union("places") if place in story.state_of}
    return not mine or not theirs or bool(mine & theirs)


def _score(profile: Profile, event: _Event, story: Story) -> float:
    return sum(score for _, score in _reasons(profile, event, story))


def _reasons(profile: Profile, event: _Event, story: Story) -> Iterator[tuple[str, float]]:
    """Give what speaks for a mention being this event."""
    everybody = event.union("agents") | event.union("targets") | event.union("places")
    if profile.agents & event.union("agents"):
        yield "same agent", 1.5
    shared = len(profile.everybody & everybody)
    if shared > 1:
        yield "shared participants", 0.75 * (shared - 1)
    if profile.places & event.union("places"):
        yield "same place", 0.75
    if profile.said.closed and event.interval.closed:
        yield "same days", 1.25
    elif profile.said.known and event.interval.known:
        yield "days that agree", 0.5
    if profile.mention.frame in {other.mention.frame for other in event.members}:
        yield "same frame", 0.5
    if profile.mention.report in event.reports:
        yield "same report", 0.25


def _link(profile: Profile, event: _Event, story: Story) -> EventLink:
    reasons = sorted(_reasons(profile, event, story), key=lambda row: (-row[1], row[0]))
    score = min(1.0, sum(score for _, score in reasons) / (2 * ENOUGH))
    text = ", ".join(name for name, _ in reasons) or "the only one of its kind in the report"
    return EventLink(a=event.members[0].mention.id, b=profile.mention.id, reason=text, score=round(score, 3))
