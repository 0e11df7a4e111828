"""One event from many mentions, in a report and across reports.

Every mention looks for the event it can be among those that share a participant, a place or a day with it; what
contradicts it (another day, another agent, another state) rules an event out, what agrees counts for it. An editor
forgives a gap, never two events made one, so that nothing is joined by its kind alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quellenlage.model import Copy, EventLink, EventMention, Interval, Published, Reading, Status
from quellenlage.reading.events.frames import frames

ENOUGH = 2.0
LEAST = 0.75
PLACES = ("destination", "place", "origin")
# In these either side may be named first: who meets whom, who receives whom.
SYMMETRIC = frozenset({"meet", "receive", "talks", "agree", "sign", "trade"})
MOVES = frozenset({"travel", "arrive", "depart"})
GOES = MOVES | {"visit"}
NEARBY = 400
NARROW = 10
ONLY_ONE = "the only one of its kind"
# People meet on a journey; what else keeps a journey and a meeting apart (days, people, states) still does.
PART_OF = {"meeting": "journey"}
BACKWARD = frozenset({Status.HAPPENED, Status.ONGOING})
FORWARD = frozenset({Status.PLANNED, Status.CONFIRMED})
AHEAD = FORWARD | {Status.POSSIBLE}


def family(mention: EventMention, language: str) -> str:
    """Give the family of a mention's frame; a generic mention's is its lemma."""
    if mention.frame == "generic":
        return f"generic:{mention.lemma}"
    found = frames(language).families.get(mention.frame, mention.frame)
    return PART_OF.get(found, found)


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
    at_home: bool

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
    def loose(self) -> bool:
        """Say whether no mention of the event names anybody."""
        return not (self.union("agents") or self.union("targets"))

    @property
    def everybody(self) -> set[str]:
        return self.union("agents") | self.union("targets") | self.union("places")

    @property
    def reports(self) -> set[str]:
        return {profile.mention.report for profile in self.members}


@dataclass(frozen=True, slots=True)
class Story:
    """What linking knows of a story when it comes to events: actors of entities, states of actors, days, copies."""

    actor_of: Mapping[str, str]
    state_of: Mapping[str, str]
    published: Mapping[str, Published]
    intervals: Mapping[str, Interval]
    copies: Mapping[str, Mapping[str, Copy]]

    def same_passage(self, one: EventMention, other: EventMention) -> bool:
        """Say whether two mentions stand in one passage that both reports have."""
        first, second = sorted((one, other), key=lambda m: m.report)
        copy = self.copies.get(first.report, {}).get(second.report)
        return copy is not None and any(a.covers(first.span) and b.covers(second.span) for a, b in copy.spans)


def join(readings: Sequence[Reading], story: Story) -> tuple[tuple[tuple[str, ...], ...], tuple[EventLink, ...]]:
    """Give the groups of event-mention ids that are one event, and the links they rest on."""
    profiles = [_profile(m, reading.report.language, story) for reading in readings for m in reading.events]
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
    events = _gather(events, links, story)
    groups = [sorted((p.mention.id for p in event.members), key=order.__getitem__) for event in events]
    return tuple(sorted(map(tuple, groups), key=lambda g: order[g[0]])), tuple(links)


def _gather(events: Sequence[_Event], links: list[EventLink], story: Story) -> list[_Event]:
    """Let what names nobody (*der Unfall*) mean the one event of its kind that the story knows, if there is one."""
    by_family: dict[str, list[_Event]] = defaultdict(list)
    for event in events:
        by_family[event.members[0].family].append(event)
    out: list[_Event] = []
    for kind, found in by_family.items():
        if kind in PART_OF.values() or kind.startswith("generic"):
            out += found
            continue
        kept: list[_Event] = []
        for event in sorted(found, key=lambda e: (e.loose, not _narrow(e.interval))):
            homes = [other for other in kept if event.loose and all(_can_be(p, other, story) for p in event.members)]
            if len(homes) == 1:
                links.append(_link(event.members[0], homes[0], story, ONLY_ONE))
                for profile in event.members:
                    homes[0].add(profile)
            else:
                kept.append(event)
        out += kept
    return out


def _profile(mention: EventMention, language: str, story: Story) -> Profile:
    by_role: dict[str, set[str]] = defaultdict(set)
    for participant in mention.participants:
        actor = story.actor_of.get(participant.entity)
        if actor:
            by_role[participant.role].add(actor)
    place = story.actor_of.get(mention.place or "")
    agents = by_role["agent"]
    places = {a for role in PLACES for a in by_role[role]} | ({place} if place else set())
    targets = {a for role, actors in by_role.items() if role not in ("agent", *PLACES) for a in actors}
    said = story.intervals.get(mention.id, mention.interval)
    return Profile(
        mention=mention,
        family=family(mention, language),
        agents=frozenset(agents),
        targets=frozenset(targets),
        places=frozenset(places),
        said=said,
        bounds=_bounds(mention, said, story.published.get(mention.report, Published()).interval),
        at_home=mention.frame in MOVES and bool(_states(agents, story) & _states(places, story)),
    )


def _bounds(mention: EventMention, said: Interval, published: Interval) -> Interval:
    """Narrow the days an event can have by tense: what has happened lies before the report, what is planned after."""
    if mention.status is Status.ONGOING and published.known:
        return said.meet(published) or said
    if mention.status in BACKWARD and published.latest:
        return said.meet(Interval(latest=published.latest)) or said
    if mention.status in FORWARD and published.earliest:
        return said.meet(Interval(earliest=published.earliest)) or said
    return said


def _weight(profile: Profile) -> float:
    """Say how much a mention tells: the fullest ones come first and the bare ones find their event."""
    return 2 * profile.said.closed + len(profile.agents) + len(profile.targets) + 0.5 * len(profile.places)


def _keys(profile: Profile) -> Iterator[tuple[str, str]]:
    """Give what an event is found again by: the report and the actors of its mentions."""
    yield profile.family, "report:" + profile.mention.report
    for actor in sorted(profile.everybody):
        yield profile.family, actor


def _choose(
    profile: Profile, events: Sequence[_Event], index: Mapping[tuple[str, str], list[int]], story: Story
) -> int | None:
    """Give the event a mention belongs to, or ``None``."""
    copied = [(profile.family, "report:" + other) for other in story.copies.get(profile.mention.report, {})]
    near = {k for key in [*_keys(profile), *copied] for k in index.get(key, ())}
    scored = sorted((-_score(profile, events[k], story), k) for k in near if _can_be(profile, events[k], story))
    if scored and -scored[0][0] >= ENOUGH:
        return scored[0][1]
    return _meant_here(profile, events, scored)


def _meant_here(profile: Profile, events: Sequence[_Event], scored: Sequence[tuple[float, int]]) -> int | None:
    """Let a mention without days of its own (*der Besuch*) mean the event of its kind that its report speaks of.

    One that names nobody and nothing can mean only the one event that fits; one that does, the best, if it is alone.
    """
    if profile.said.known or profile.family.startswith("generic"):
        return None
    here = [(score, k) for score, k in scored if profile.mention.report in events[k].reports]
    if not profile.everybody:
        return here[0][1] if len(here) == 1 and not _clashes(profile, events[here[0][1]]) else None
    if not here or (len(here) > 1 and here[1][0] == here[0][0]):
        return None
    shared = profile.everybody & events[here[0][1]].everybody
    return here[0][1] if shared and -here[0][0] > LEAST else None


def _can_be(profile: Profile, event: _Event, story: Story) -> bool:
    if profile.bounds.meet(event.interval) is None:
        return False
    if any(profile.bounds.meet(other.bounds) is None for other in event.members):
        return False
    return _kindred(profile, event) and _agents_agree(profile, event, story) and _states_agree(profile, event, story)


def _kindred(profile: Profile, event: _Event) -> bool:
    """Join a journey and a meeting only where they are told together or have two people in common."""
    goes = profile.mention.frame in GOES
    if profile.family not in PART_OF.values() or any((m.mention.frame in GOES) == goes for m in event.members):
        return True
    people = (profile.agents | profile.targets) & (event.union("agents") | event.union("targets"))
    return len(people) > 1 or any(_near(profile.mention, other.mention) for other in event.members)


def _agents_agree(profile: Profile, event: _Event, story: Story) -> bool:
    """Rule out events of other agents; a state and who speaks for it are one, and so are two who meet.

    Somebody who moves within his own country is not on the journey of the guest he is about to meet.
    """
    theirs = event.union("agents")
    if profile.at_home or any(other.at_home for other in event.members):
        return profile.agents == theirs
    if not profile.agents or not theirs or profile.agents & theirs:
        return True
    if profile.mention.frame in SYMMETRIC or all(o.mention.frame in SYMMETRIC for o in event.members):
        return bool(profile.agents & event.union("targets") or profile.targets & theirs)
    if profile.family in PART_OF.values():
        return False
    states = {story.state_of.get(actor, actor) for actor in theirs}
    return any(story.state_of.get(actor, actor) in states for actor in profile.agents)


def _states_agree(profile: Profile, event: _Event, story: Story) -> bool:
    """Rule out events in two different states; towns of one state, or of an unknown one, may be one place."""
    mine, theirs = _states(profile.places, story), _states(event.union("places"), story)
    return not mine or not theirs or bool(mine & theirs)


def _states(places: Iterable[str], story: Story) -> set[str]:
    return {story.state_of[place] for place in places if place in story.state_of}


def _score(profile: Profile, event: _Event, story: Story) -> float:
    return sum(score for _, score in _reasons(profile, event, story))


def _reasons(profile: Profile, event: _Event, story: Story) -> Iterator[tuple[str, float]]:
    """Give what speaks for a mention being this event, and against it."""
    agents = profile.agents & event.union("agents")
    if agents:
        yield "same agent", 1.0 if agents <= story.state_of.keys() and not profile.targets else 1.5
    others = ((profile.agents | profile.targets) & event.everybody) - agents
    if others:
        yield "shared participants", 0.75 * len(others)
    places, states = event.union("places"), _states(event.union("places"), story)
    if profile.places & places or _states(profile.places, story) & states:
        yield "same place", 0.75
    if _narrow(profile.said) and _narrow(event.interval):
        yield "same days", 1.25
    elif profile.said.known and event.interval.known:
        yield "days that agree", 0.25
    if profile.mention.frame in {other.mention.frame for other in event.members}:
        yield "same frame", 0.5
    if profile.mention.report in event.reports:
        yield "same report", 0.25
    if any(_near(profile.mention, other.mention) for other in event.members):
        yield "close by in the text", 0.5
    if any(story.same_passage(profile.mention, other.mention) for other in event.members):
        yield "same passage in both reports", 2.0
    if _clashes(profile, event):
        yield "told as past and as future in one report", -1.0


def _narrow(interval: Interval) -> bool:
    return bool(interval.earliest and interval.latest and (interval.latest - interval.earliest).days <= NARROW)


def _near(one: EventMention, other: EventMention) -> bool:
    return one.report == other.report and abs(one.span.start - other.span.start) <= NEARBY


def _clashes(profile: Profile, event: _Event) -> bool:
    """Say whether one report speaks of this as past and of that as still to come."""
    here = {other.mention.status for other in event.members if other.mention.report == profile.mention.report}
    if profile.mention.status in AHEAD:
        return bool(here & BACKWARD) and not here & AHEAD
    return profile.mention.status in BACKWARD and bool(here & AHEAD) and not here & BACKWARD


def _link(profile: Profile, event: _Event, story: Story, why: str = "") -> EventLink:
    reasons = sorted(_reasons(profile, event, story), key=lambda row: (-row[1], row[0]))
    score = min(1.0, sum(score for _, score in reasons) / (2 * ENOUGH))
    text = ", ".join([name for name, weight in reasons if weight > 0] + [why] * bool(why))
    return EventLink(a=event.members[0].mention.id, b=profile.mention.id, reason=text, score=round(score, 3))
