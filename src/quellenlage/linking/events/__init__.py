"""One event from many mentions, in a report and across reports.

Every mention looks for the event it can be among those that share a participant, a place or a day with it; what
contradicts it (another day, another agent, another state) rules an event out, what agrees counts for it. An editor
forgives a gap, never two events made one, so that nothing is joined by its kind alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, MutableMapping, Sequence

from quellenlage.linking.events import related
from quellenlage.linking.events.agreement import ENOUGH, can_be, clashes, link, narrow, score
from quellenlage.linking.events.profiles import JOURNEY, MEETING, Event, Profile, Story, profile
from quellenlage.linking.events.setting import setting
from quellenlage.model import EventLink, Reading

__all__ = ["Story", "join", "setting"]

# What does not come again and again in one story needs less to be the one that is meant.
ENOUGH_ONCE = 1.25
LEAST = 0.75
FAR = 800
# An actor of more events than this brings none of them together.
COMMONEST = 60
CLEARLY = 0.5
ALONE = 100.0
PER_REPORT = 0.25
# People sit together and are heard again and again, so that the only one known need not be the one that is meant.
AGAIN = frozenset({MEETING, "assembly", "session", "sitting", "testimony"})
REPEATED = AGAIN | {JOURNEY}
ONLY_ONE = "the only one of its kind"
# Families whose words reporters use for one thing: what opens again resumes, who breaks in attacks.
KIN = {
    "breach": "accident",
    "commissioning": "resumption",
    "election": "vote",
    "hack": "violence",
    "opening": "resumption",
    "relocation": "layoff",
}


Joined = tuple[tuple[tuple[str, ...], ...], tuple[EventLink, ...]]
# What has been joined before, by everything that it rests on.
Known = MutableMapping[tuple[object, ...], Joined]


def join(readings: Sequence[Reading], story: Story, known: Known | None = None) -> Joined:
    """Give the groups of event-mention ids that are one event, and the links they rest on.

    Each family of frames is joined by itself; ``known`` keeps what it gave, and one of which nothing has changed is
    not joined again. Then events of two kinds that tell one thing are made one.
    """
    known = {} if known is None else known
    by_family: dict[str, list[Profile]] = defaultdict(list)
    for reading in readings:
        for mention in reading.events:
            found = profile(mention, reading.report.language, story)
            by_family[_pool(found)].append(found)
    order = {mention.id: n for n, mention in enumerate(m for reading in readings for m in reading.events)}
    groups: list[tuple[str, ...]] = []
    links: list[EventLink] = []
    for _, profiles in sorted(by_family.items()):
        rests_on = _rests_on(profiles, story)
        if rests_on not in known:
            known[rests_on] = _join_family(profiles, story)
        groups += known[rests_on][0]
        links += known[rests_on][1]
    told = {p.mention.id: p for profiles in by_family.values() for p in profiles}
    groups, more = related.unite(groups, told, story)
    return tuple(sorted(groups, key=lambda g: order[g[0]])), (*links, *more)


def _pool(p: Profile) -> str:
    """Give the family, or the one it is kin to: only mentions of one pool can be one event."""
    return KIN.get(p.family, p.family)


def _enough(p: Profile) -> float:
    """Give how many points make a mention one of an event."""
    return ENOUGH if p.family in REPEATED or p.family.startswith("generic") else ENOUGH_ONCE


def _rests_on(profiles: Sequence[Profile], story: Story) -> tuple[object, ...]:
    """Give all that joining these mentions asks for: their reports' days and copies, their actors' states."""
    reports = sorted({p.mention.report for p in profiles})
    days = tuple(story.published.get(report) for report in reports)
    copies = tuple(story.copies[a][b] for a in reports if a in story.copies for b in reports if b in story.copies[a])
    actors = sorted({actor for p in profiles for actor in p.everybody})
    states = tuple((a, story.state_of.get(a), story.house_of.get(a), a in story.countries) for a in actors)
    return tuple(profiles), days, copies, states, tuple(p.mention.id in story.put_off for p in profiles)


def _join_family(profiles: Sequence[Profile], story: Story) -> Joined:
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
            links.append(link(found, events[chosen], story))
        events[chosen].add(found)
        for key in _keys(found):
            if chosen not in index[key]:
                index[key].append(chosen)
    events = _unite(_reunite(events, links, story), links, story)
    events = _gather(events, links, story)
    groups = [sorted((p.mention.id for p in event.members), key=order.__getitem__) for event in events]
    return tuple(map(tuple, groups)), tuple(links)


def _reunite(events: Sequence[Event], links: list[EventLink], story: Story) -> list[Event]:
    """Make one of events that share a mention: a passage that two reports have tells one event of a kind."""
    told: dict[tuple[str, str], list[tuple[int, Profile]]] = defaultdict(list)
    for k, event in enumerate(events):
        for p in event.members:
            told[p.family, p.mention.report].append((k, p))
    out: dict[int, Event] = dict(enumerate(events))
    for (kind, report), here in told.items():
        for other in sorted(story.copies.get(report, {})):
            for k, p in here:
                for j, q in told.get((kind, other), ()):
                    alike = p.mention.lemma == q.mention.lemma or p.mention.status is q.mention.status
                    if k < j and alike and {k, j} <= out.keys() and story.same_passage(p.mention, q.mention):
                        _merge(out, k, j, links, story)
    return list(out.values())


def _unite(events: Sequence[Event], links: list[EventLink], story: Story) -> list[Event]:
    """Make one of events that grew apart, where what they have come to say together is enough."""
    out = dict(enumerate(events))
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for k, event in out.items():
        for key in dict.fromkeys(key for member in event.members for key in _keys(member)):
            index[key].append(k)
    few = [found for found in index.values() if len(found) <= COMMONEST]
    near = sorted({(k, j) for found in few for n, k in enumerate(found) for j in found[n + 1 :]})
    for k, j in near:
        if {k, j} <= out.keys() and _strength(out[k], out[j], story) >= _enough(out[k].members[0]):
            _merge(out, k, j, links, story)
    return list(out.values())


def _strength(one: Event, other: Event, story: Story) -> float:
    """Give what speaks most for one of two events' mentions being of the other."""
    few, many = (one, other) if len(one.members) <= len(other.members) else (other, one)
    return max(score(member, many, story) for member in few.members)


def _merge(events: dict[int, Event], k: int, j: int, links: list[EventLink], story: Story) -> None:
    if all(can_be(p, events[k], story, events[j]) for p in events[j].members):
        links.append(link(events[j].members[0], events[k], story))
        for member in events.pop(j).members:
            events[k].add(member)


def _gather(events: Sequence[Event], links: list[EventLink], story: Story) -> list[Event]:
    """Let what names nobody (*der Unfall*) mean the one event of its kind that the story knows, if there is one."""
    by_family: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_family[event.members[0].family].append(event)
    return [event for kind, found in by_family.items() for event in _settle(kind, found, links, story)]


def _settle(kind: str, events: Sequence[Event], links: list[EventLink], story: Story) -> list[Event]:
    if kind.startswith("generic"):
        return list(events)
    kept: list[Event] = []
    for event in sorted(events, key=lambda e: (e.loose, not narrow(e.interval))):
        open_to = event.loose and not (kind == JOURNEY and (event.interval.known or event.places))
        home = _home(event, kept, story) if open_to else None
        if home:
            links.append(link(event.members[0], home, story, ONLY_ONE))
            for member in event.members:
                home.add(member)
        else:
            kept.append(event)
    return kept


def _home(event: Event, events: Sequence[Event], story: Story) -> Event | None:
    """Find the event that a bare one can be: the only one, or the one that fits best and that more reports tell."""
    told = [other for other in events if other.told or not event.told]
    fitting = [other for other in told if all(_fits(member, other, story, event) for member in event.members)]
    ranked = sorted(
        (-score(event.members[0], other, story) - PER_REPORT * len(other.by_report), k)
        for k, other in enumerate(fitting)
    )
    kind = event.members[0].family
    clearly = ALONE if kind == JOURNEY else CLEARLY
    if not ranked or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < clearly):
        return None
    if kind in AGAIN and -ranked[0][0] < ENOUGH:
        return None
    return fitting[ranked[0][1]]


def _fits(member: Profile, event: Event, story: Story, own: Event) -> bool:
    return can_be(member, event, story, own) and not clashes(member, event)


def _weight(p: Profile) -> float:
    """Say how much a mention tells: the fullest ones come first and the bare ones find their event."""
    return 2 * narrow(p.said) + len(p.agents) + len(p.targets) + 0.5 * len(p.places)


def _keys(profile: Profile) -> Iterator[tuple[str, str]]:
    """Give what an event is found again by: report, actors and their houses, day, thing, noun and rare words about."""
    yield _pool(profile), "report:" + profile.mention.report
    for actor in sorted(profile.everybody | profile.houses):
        yield _pool(profile), actor
    for thing in sorted(profile.things):
        yield _pool(profile), "thing:" + thing
    if profile.said.day:
        yield _pool(profile), f"on:{profile.said.day}"
    for stem in sorted(profile.around | profile.called):
        yield _pool(profile), "about:" + stem


def _choose(
    profile: Profile, events: Sequence[Event], index: Mapping[tuple[str, str], list[int]], story: Story
) -> int | None:
    """Give the event a mention belongs to, or ``None``."""
    copied = [(_pool(profile), "report:" + other) for other in story.copies.get(profile.mention.report, {})]
    near = {k for key in [*_keys(profile), *copied] for k in index.get(key, ())}
    scored = sorted((-score(profile, events[k], story), k) for k in near if can_be(profile, events[k], story))
    if scored and -scored[0][0] >= _enough(profile):
        return scored[0][1]
    return _meant_here(profile, events, scored)


def _meant_here(p: Profile, events: Sequence[Event], scored: Sequence[tuple[float, int]]) -> int | None:
    """Let a mention without days of its own (*der Besuch*) mean an event of its kind that its report speaks of.

    One that names nobody and nothing means the one spoken of last; one that does, the best that fits, if it is alone.
    """
    if p.said.known or p.family.startswith("generic"):
        return None
    here = [(found, k) for found, k in scored if p.mention.report in events[k].by_report]
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
