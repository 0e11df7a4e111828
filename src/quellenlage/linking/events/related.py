"""Events of two kinds that tell one thing: *stimmte dem Plan zu*, *die Abstimmung*. What they share must say so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from quellenlage.language import table
from quellenlage.linking.events.agreement import can_be, link, reasons
from quellenlage.linking.events.profiles import Event, Profile, Story
from quellenlage.model import EventLink
from quellenlage.reading.events.derivation import root
from quellenlage.reading.events.frames import frames

# Two events of one sentence stand close, in one report and in its copies, whatever they are.
NO_SIGNS = frozenset({"same report", "close by in the text", "same passage in both reports"})
# So many points make events of two kinds one: less than of one kind, for that it is one kind gives no point here.
ENOUGH = 1.5
# So many where a story has one event of the kind alone.
LEAST = 0.25
WHY = "kinds that tell one thing"
# Characters from a noun back to what it means.
FAR = 500
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
    _point(events, links, story)
    _settle(events, links, story)
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


def _point(events: dict[int, Event], links: list[EventLink], story: Story) -> None:
    """Let a bare noun (*die Entscheidung*) mean what its report spoke of last that it can be another word for."""
    kinds = {k: _kinds(event, story) for k, event in events.items()}
    for k in [k for k, event in events.items() if kinds[k] and _is_bare(event, story.language)]:
        meant = {_before(p, kinds[k], events) for p in events[k].members} - {None, k}
        home = events[next(iter(meant))] if len(meant) == 1 else None  # type: ignore[index]
        if home and all(can_be(p, home, story, events[k]) for p in events[k].members):
            links.append(link(events[k].members[0], home, story, WHY))
            for member in events.pop(k).members:
                home.add(member)


def _settle(events: dict[int, Event], links: list[EventLink], story: Story) -> None:
    """Let what a word of many meanings tells be the only event of the story that it can be."""
    for k in [k for k, event in events.items() if all(p.mention.frame == "generic" for p in event.members)]:
        kinds = _kinds(events[k], story)
        fitting = [j for j, other in events.items() if j != k and kinds & other.families]
        home = events[fitting[0]] if len(fitting) == 1 else None
        if home and len(home.members) > 1 and _strength(events[k], home, story) >= LEAST:
            _merge(events, k, fitting[0], links, story)


def _is_bare(event: Event, code: str) -> bool:
    """Say whether nothing but nouns of wide meaning tell it, without people, days or things."""
    wide = tuple(table(code, "linking")["pointing"]["heads"])
    nouns = all(p.mention.lemma[:1].isupper() and p.mention.lemma.lower().endswith(wide) for p in event.members)
    return nouns and event.loose and not event.interval.known and not event.things


def _before(p: Profile, kinds: frozenset[str], events: Mapping[int, Event]) -> int | None:
    """Give the event of these kinds that the report told last, some sentences before this mention at the most."""
    at = p.mention.sentence.start
    near = [
        (at - q.mention.span.start, k)
        for k, event in events.items()
        for q in event.by_report.get(p.mention.report, ())
        if q.family in kinds and 0 < at - q.mention.span.start < FAR
    ]
    return min(near, default=(0, None))[1]


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
        found |= _of_word(member, story.language)
    return frozenset(found)


def _of_word(p: Profile, code: str) -> frozenset[str]:
    """Give the kinds that the word of a mention can tell elsewhere; one of no kind may be a word of some frames."""
    word = root(p.mention.lemma, code)
    found = _words(code).get(word, frozenset())
    if p.mention.frame != "generic":
        return found
    families = {group.frame.family for group in frames(code).verbs.get(word, ())}
    return found | families if len(families) == 1 else found


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
