"""Events of two kinds that tell one thing: *stimmte dem Plan zu*, *die Abstimmung*. What they share must say so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from quellenlage.language import table
from quellenlage.linking.events.agreement import can_be, link, reasons
from quellenlage.linking.events.profiles import Event, Profile, Story
from quellenlage.model import EventLink
from quellenlage.reading.events.compounds import ends_in
from quellenlage.reading.events.derivation import root
from quellenlage.reading.events.frames import frames

# Two events of one sentence stand close, in one report and in its copies, whatever they are.
NO_SIGNS = frozenset({"same report", "close by in the text", "same passage in both reports"})
# So many points make events of two kinds one: less than of one kind, for that it is one kind gives no point here.
ENOUGH = 1.5
# So many where a story has one event of the kind alone.
LEAST = 0.25
# So much but the kind in common, where of all its kind no other is as like.
ALIKE, SAME, CLEARLY = 0.75, 1.25, 0.5
KIND = NO_SIGNS | {"same kind"}
# People travel, meet and are heard again and again.
REPEATED = frozenset({"assembly", "journey", "meeting", "session", "sitting", "testimony"})
WHY = "kinds that tell one thing"
SEVERAL = 2
# Characters from a noun back to what it means.
FAR = 500
# What more events than this have in common brings none of them together.
COMMONEST = 40

Group = tuple[str, ...]


def unite(groups: Sequence[Group], told: Mapping[str, Profile], story: Story) -> tuple[list[Group], list[EventLink]]:
    """Make one of groups of related kinds whose people, days and things are the same; the strongest pairs first."""
    union = _Union(dict(enumerate(_event(group, told) for group in groups)), story)
    for strength, k, j in sorted(union.pairs()):
        if -strength >= ENOUGH and {k, j} <= union.events.keys() and _apart(union.events[k], union.events[j]):
            union.merge(k, j)
    union.point()
    union.settle()
    union.pair_off()
    order = {id_: n for n, id_ in enumerate(told)}
    found = [tuple(sorted((p.mention.id for p in e.members), key=order.__getitem__)) for e in union.events.values()]
    return found, union.links


class _Union:
    """The events of a story by number, each with its families and with those that it may be of as well."""

    def __init__(self, events: dict[int, Event], story: Story) -> None:
        self.events, self.story = events, story
        self.links: list[EventLink] = []
        self._kinds = {k: _kinds(event, story) for k, event in events.items()}
        self._of_family: dict[str, set[int]] = defaultdict(set)
        for k, event in events.items():
            for kind in event.families:
                self._of_family[kind].add(k)

    def merge(self, k: int, j: int) -> None:
        """Let the event of fewer mentions be the other one, where nothing that they say is against it."""
        many, few = (k, j) if len(self.events[k].members) >= len(self.events[j].members) else (j, k)
        event, other = self.events[many], self.events[few]
        if not all(can_be(p, event, self.story, other) for p in other.members):
            return
        self.links.append(link(other.members[0], event, self.story, WHY))
        for kind in other.families:
            self._of_family[kind].discard(few)
            self._of_family[kind].add(many)
        self._kinds[many] |= self._kinds[few]
        for member in self.events.pop(few).members:
            event.add(member)

    def pairs(self) -> Iterator[tuple[float, int, int]]:
        """Give pairs of events of related kinds that have anything in common, with their strength below zero."""
        for k, j in self._near():
            if self._related(k, j):
                yield -_strength(self.events[k], self.events[j], self.story), k, j

    def _near(self) -> list[tuple[int, int]]:
        """Give pairs of events that have people, a day, a thing or a rare word in common."""
        index: dict[str, list[int]] = defaultdict(list)
        for k, event in self.events.items():
            for key in sorted(_keys(event)):
                index[key].append(k)
        few = [found for found in index.values() if len(found) <= COMMONEST]
        return sorted({(k, j) for found in few for k in found for j in found if k < j})

    def _related(self, k: int, j: int) -> bool:
        return self._can_tell(k, j) or self._can_tell(j, k)

    def _can_tell(self, k: int, j: int) -> bool:
        return any(j in self._of_family.get(kind, ()) for kind in self._kinds[k])

    def point(self) -> None:
        """Let a bare noun (*die Entscheidung*) mean what its report spoke of last that it can be another word for."""
        for k in [k for k, event in self.events.items() if self._kinds[k] and _is_bare(event, self.story.language)]:
            meant = {self._before(p, k) for p in self.events[k].members} - {None}
            if len(meant) == 1:
                self.merge(k, next(iter(meant)))  # type: ignore[arg-type]

    def _before(self, p: Profile, k: int) -> int | None:
        """Give the event that the report told last, some sentences before this mention at the most."""
        at, report = p.mention.sentence.start, p.mention.report
        others = {j for kind in self._kinds[k] for j in self._of_family.get(kind, ())} - {k}
        told = ((j, q) for j in others for q in self.events[j].by_report.get(report, ()) if q.family in self._kinds[k])
        near = ((at - q.mention.span.start, j) for j, q in told)
        return min(((far, j) for far, j in near if 0 < far < FAR), default=(0, None))[1]

    def settle(self) -> None:
        """Let what a word of many meanings tells be the only event of the story that it can be."""
        for k in [k for k, event in self.events.items() if _has_no_kind(event)]:
            fitting = {j for kind in self._kinds[k] for j in self._of_family.get(kind, ())} - {k}
            home = next(iter(fitting)) if len(fitting) == 1 else None
            if (
                home is None
                or len(self.events[home].members) < SEVERAL
                or not _apart(self.events[k], self.events[home])
            ):
                continue
            if _strength(self.events[k], self.events[home], self.story) >= LEAST:
                self.merge(k, home)

    def pair_off(self) -> None:
        """Make one of two events of one or of related kinds of which each is, by far, most like the other."""
        like: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for k, j in self._near():
            found = self._alike(k, j)
            if found and _apart(self.events[k], self.events[j]):
                like[k].append((found, j))
                like[j].append((found, k))
        best = {k: _clearest(found) for k, found in like.items()}
        for k, other in sorted(best.items()):
            if other is not None and k < other and best[other] == k and {k, other} <= self.events.keys():
                self.merge(k, other)

    def _alike(self, k: int, j: int) -> float:
        """Give what two events have in common but their kind, 0 where it is too little or they cannot be one.

        A word that has no kind of its own needs less than an event of another kind; what comes again and again, more
        than there can be.
        """
        one, other = self.events[k], self.events[j]
        if (one.families | other.families) & REPEATED:
            return 0.0
        akin = bool(one.families & other.families) or self._is_kin(one, other)
        open_ = _has_no_kind(one) != _has_no_kind(other) and self._related(k, j)
        found = _likeness(one, other, self.story) if akin or open_ else 0.0
        return found if found >= (ALIKE if open_ else SAME) else 0.0

    def _is_kin(self, one: Event, other: Event) -> bool:
        related = _related(self.story.language)
        return any(related.get(kind, frozenset()) & other.families for kind in one.families)


def _has_no_kind(event: Event) -> bool:
    return all(p.mention.frame == "generic" for p in event.members)


def _clearest(found: Sequence[tuple[float, int]]) -> int | None:
    """Give the event that is most like another, ``None`` where the next one is as like."""
    ranked = sorted(found, key=lambda row: (-row[0], row[1]))
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLEARLY:
        return None
    return ranked[0][1]


def _likeness(one: Event, other: Event, story: Story) -> float:
    """Give what speaks for two events being one but their kind."""
    few, many = (one, other) if len(one.members) <= len(other.members) else (other, one)
    return max(sum(w for name, w in reasons(p, many, story) if name not in KIND) for p in few.members)


def _is_bare(event: Event, code: str) -> bool:
    """Say whether nothing but nouns of wide meaning tell it, without people, days or things."""
    wide = tuple(table(code, "linking")["pointing"]["heads"])
    nouns = all(p.mention.lemma[:1].isupper() and p.mention.lemma.lower().endswith(wide) for p in event.members)
    return nouns and event.loose and not event.interval.known and not event.things


def _event(group: Group, told: Mapping[str, Profile]) -> Event:
    event = Event()
    for id_ in group:
        event.add(told[id_])
    return event


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
    found = _of_verb(code).get(word, frozenset()) | _of_noun(p.mention.lemma, code)
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
def _of_verb(code: str) -> dict[str, frozenset[str]]:
    return {word: frozenset(kinds) for word, kinds in table(code, "event_verbs")["kinds"].items()}


@lru_cache(maxsize=4096)
def _of_noun(lemma: str, code: str) -> frozenset[str]:
    """Give the kinds of a noun, or of the longest last part of a compound that is listed."""
    if not lemma[:1].isupper():
        return frozenset()
    listed, word = table(code, "event_nouns")["kinds"], lemma.lower()
    parts = [word[cut:] for cut in range(len(word) - 3) if word[cut:] in listed]
    whole = (part for part in parts if part == word or ends_in(word, frozenset({part}), code))
    return frozenset(listed.get(next(whole, ""), ()))
