"""Events of two kinds that tell one thing: *stimmte dem Plan zu*, *die Abstimmung*. What they share must say so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from quellenlage.language import table
from quellenlage.linking.events.agreement import can_be, link, reasons
from quellenlage.linking.events.profiles import Event, Profile, Story
from quellenlage.model import EventLink
from quellenlage.reading.events.derivation import root

# Two events of one sentence stand close, in one report and in its copies, whatever they are.
NO_SIGNS = frozenset({"same report", "close by in the text", "same passage in both reports"})
# So many points make events of two kinds one: less than of one kind, for that it is one kind gives no point here.
ENOUGH = 1.5
WHY = "kinds that tell one thing"
# What more events than this have in common brings none of them together.
COMMONEST = 40

Group = tuple[str, ...]


def unite(groups: Sequence[Group], told: Mapping[str, Profile], story: Story) -> tuple[list[Group], list[EventLink]]:
    """Make one of groups of related kinds whose people, days and things are the same; the strongest pairs first."""
    events = dict(enumerate(_event(group, told) for group in groups))
    links: list[EventLink] = []
    for strength, k, j in sorted(_pairs(events, story)):
        if -strength >= ENOUGH and {k, j} <= events.keys():
            _merge(events, k, j, links, story)
    order = {id_: n for n, id_ in enumerate(told)}
    return [tuple(sorted((p.mention.id for p in e.members), key=order.__getitem__)) for e in events.values()], links


def _merge(events: dict[int, Event], k: int, j: int, links: list[EventLink], story: Story) -> None:
    """Let the event of fewer mentions be the other one, where nothing that they say is against it."""
    many, few = (k, j) if len(events[k].members) >= len(events[j].members) else (j, k)
    event, other = events[many], events[few]
    if _apart(event, other) and all(can_be(p, event, story, other) for p in other.members):
        links.append(link(other.members[0], event, story, WHY))
        for member in events.pop(few).members:
            event.add(member)


def _event(group: Group, told: Mapping[str, Profile]) -> Event:
    event = Event()
    for id_ in group:
        event.add(told[id_])
    return event


def _pairs(events: Mapping[int, Event], story: Story) -> Iterator[tuple[float, int, int]]:
    """Give pairs of events of related kinds that have anything in common, with their strength below zero."""
    kinds = {k: _kinds(event, story) for k, event in events.items()}
    index: dict[str, list[int]] = defaultdict(list)
    for k, event in events.items():
        if kinds[k]:
            for key in sorted(_keys(event)):
                index[key].append(k)
    seen = {(k, j) for found in index.values() if len(found) <= COMMONEST for k in found for j in found if k < j}
    for k, j in sorted(seen):
        if kinds[k] & events[j].families or kinds[j] & events[k].families:
            yield -_strength(events[k], events[j], story), k, j


def _keys(event: Event) -> set[str]:
    days = {str(p.said.earliest) for p in event.members if p.said.day}
    return event.everybody | days | {"thing:" + thing for thing in event.things} | {"about:" + s for s in event.around}


def _kinds(event: Event, story: Story) -> frozenset[str]:
    """Give the families that an event of its families, or told by its words, may be of as well."""
    found: set[str] = set()
    for member in event.members:
        found |= _related(story.language).get(member.family, frozenset())
        found |= _words(story.language).get(root(member.mention.lemma, story.language), frozenset())
    return frozenset(found)


def _strength(one: Event, other: Event, story: Story) -> float:
    """Give what speaks most for a mention of the smaller event being of the larger one."""
    few, many = (one, other) if len(one.members) <= len(other.members) else (other, one)
    return max(sum(w for name, w in reasons(p, many, story) if name not in NO_SIGNS) for p in few.members)


def _apart(one: Event, other: Event) -> bool:
    """Say whether no sentence tells both, for then they are two."""
    mine = {(p.mention.report, p.mention.sentence) for p in one.members}
    return not any((p.mention.report, p.mention.sentence) in mine for p in other.members)


@lru_cache(maxsize=4)
def _related(code: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for kinds in table(code, "linking")["related"]["families"]:
        for kind in kinds:
            found[kind] |= set(kinds) - {kind}
    return {kind: frozenset(others) for kind, others in found.items()}


@lru_cache(maxsize=4)
def _words(code: str) -> dict[str, frozenset[str]]:
    return {word: frozenset(kinds) for word, kinds in table(code, "linking")["related"]["words"].items()}
