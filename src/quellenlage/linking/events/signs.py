"""What speaks for two mentions being of one event, and what against it, as numbers: ``NAMES`` says which.

Every sign is of the two mentions alone, their reports' days and what the reports share, so that what was found of two
mentions stays as it is when other reports come.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from quellenlage.linking.events import kinds
from quellenlage.linking.events.arrays import (
    NEVER,
    Indices,
    Mask,
    Numbers,
    aligned,
    both_have,
    common,
    day_numbers,
    each,
    equal,
    members,
    numbered,
    shared,
)
from quellenlage.linking.events.profiles import AHEAD, BACKWARD, FORWARD, JOURNEY, LASTING, MEETING, Profile, Story
from quellenlage.model import Published, Status
from quellenlage.reading.events.derivation import root

# More than these tell no more.
MOST_AROUND, MOST_ACTORS, MOST_DAYS = 3, 2, 30
CLEAR = 2
# What was over so many days before it is told is recalled, and not what the reports are about.
LONG_AGO = 60
# Rows of pairs that are looked at together.
BLOCK = 256
# Of two people, one may be acquitted and the other not.
OPPOSED = {"convict": 1, "acquit": -1}
# A kind of which a story has many, each with its own noun: *das Stadtfest* and *die Bürgerversammlung*.
HELD = "assembly"
SHORTEST_NOUN = 4
REPEATED = frozenset({JOURNEY, MEETING})

NAMES = (
    "same kind",
    "same family",
    "same frame",
    "word of one kind",
    "kinds that tell one thing",
    "both of no frame",
    "one of no frame",
    "same root",
    "same word",
    "length of the noun",
    "nouns",
    "same agent",
    "other agents",
    "same house",
    "same target",
    "other targets",
    "agent and target",
    "shared participants",
    "other participants",
    "same place",
    "other places",
    "both days known",
    "same days",
    "days that agree",
    "days that exclude each other",
    "days between",
    "told at times that exclude each other",
    "same status",
    "ahead and done",
    "ahead before done",
    "denied",
    "called off",
    "left open",
    "planned",
    "put off",
    "one more of its kind",
    "same things named beside it",
    "share of things beside it",
    "same thing",
    "another thing",
    "called so beside it",
    "same report",
    "distance",
    "same sentence",
    "same passage in both reports",
    "one copied the other",
)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of mentions by their numbers: ``signs`` has a row a pair, a column a name.

    ``ruled_out`` says which can never be one, ``told_apart`` which are two by the days and the state they are told in,
    if those were read rightly.
    """

    one: Indices
    other: Indices
    signs: Numbers
    ruled_out: Mask
    told_apart: Mask


class Facts:
    """The mentions of a story as arrays: ``pairs`` compares some of them with all."""

    def __init__(self, profiles: Sequence[Profile], story: Story) -> None:
        self.profiles, self.story = profiles, story
        code, mentions = story.language, [p.mention for p in profiles]
        self.pool = numbered(kinds.pool(p) for p in profiles)
        self.family = numbered(p.family for p in profiles)
        self.frame = numbered(m.frame for m in mentions)
        self.open = np.array([m.frame == "generic" for m in mentions], dtype=bool)
        self.root = numbered(root(m.lemma, code) for m in mentions)
        self.word = numbered(m.lemma.lower() for m in mentions)
        self.noun = np.array([m.lemma[:1].isupper() for m in mentions], dtype=bool)
        self.length = np.array([len(m.lemma) for m in mentions], dtype=np.float32)
        self.report = numbered(m.report for m in mentions)
        self.sentence = numbered((m.report, m.sentence) for m in mentions)
        self.start = np.array([m.span.start for m in mentions], dtype=np.float32)
        self.near, self.wide = aligned([kinds.near(p, code) for p in profiles], [kinds.wide(p, code) for p in profiles])
        self.agents, self.targets = aligned([p.agents for p in profiles], [p.targets for p in profiles])
        self.people = np.maximum(self.agents, self.targets)
        self.places = members([p.places for p in profiles])
        self.everybody = members([p.everybody for p in profiles])
        self.houses = members([{story.house_of.get(a, a) for a in p.agents} for p in profiles])
        self.around, self.called = aligned([p.around for p in profiles], [p.called for p in profiles])
        self.things, self.parts = aligned([p.things for p in profiles], [p.parts for p in profiles])
        self.ages = members([p.ages for p in profiles])
        self.about = np.maximum(self.things, self.parts)
        self.said, self.bounds = day_numbers([p.said for p in profiles]), day_numbers([p.bounds for p in profiles])
        self.known = np.array([p.said.known for p in profiles], dtype=bool)
        self.published = day_numbers([story.published.get(m.report, Published()).interval for m in mentions])[0]
        self.status = numbered(m.status for m in mentions)
        self.done = np.array([m.status in BACKWARD for m in mentions], dtype=bool)
        self.ahead = np.array([m.status in AHEAD for m in mentions], dtype=bool)
        self.put_off = np.array([m.id in story.put_off for m in mentions], dtype=np.float32)
        self.another = np.array([p.another for p in profiles], dtype=bool)
        self.happened = np.array([m.status is Status.HAPPENED for m in mentions], dtype=bool)
        self.past = self.happened & np.array([p.family not in LASTING for p in profiles], dtype=bool)
        self.bygone = self.past & self.known & (self.said[1] < self.published - LONG_AGO)
        self.firm = np.array([m.status in FORWARD for m in mentions], dtype=bool)
        self.off = np.array([m.status is Status.CANCELLED for m in mentions], dtype=bool)
        self.journey = np.array([p.family == JOURNEY for p in profiles], dtype=bool)
        self.again = np.array([p.family in REPEATED for p in profiles], dtype=bool)
        # A noun without a day may be spoken of before it has come about: *Er verteidigte die Schließung*.
        told = np.array([not m.lemma[:1].isupper() or m.interval.known for m in mentions], dtype=bool)
        self.over = self.past & (told | self.again)
        self.home = np.array([p.at_home for p in profiles], dtype=bool)
        self.states = members([story.states(p.places) for p in profiles])
        self.opposed = np.array([OPPOSED.get(m.frame, 0) for m in mentions], dtype=np.int64)
        self.held = np.array([p.family == HELD and p.mention.lemma[:1].isupper() for p in profiles], dtype=bool)
        self.ending = members([_endings(m.lemma) for m in mentions])
        self.of_status = {s: np.array([m.status is s for m in mentions], dtype=np.float32) for s in Status}

    def pairs(self, rows: Indices) -> list[Pairs]:
        """Give the pairs of ``rows`` with all mentions that may be of one event, each pair once, block by block."""
        new = np.zeros(len(self.profiles), dtype=bool)
        new[rows] = True
        blocks = [rows[k : k + BLOCK] for k in range(0, len(rows), BLOCK)]
        return [self._block(block, new) for block in blocks]

    def _block(self, rows: Indices, new: Mask) -> Pairs:
        every = np.arange(len(self.profiles))
        once = (~new[None, :] | (rows[:, None] < every[None, :])) & (rows[:, None] != every[None, :])
        at = np.nonzero(once & self._worth(rows))
        one, other = rows[at[0]], every[at[1]]
        signs = self._signs(rows, at, one, other)
        return Pairs(one, other, signs, self._ruled_out(rows)[at], self._told_apart(rows)[at])

    def _worth(self, rows: Indices) -> Mask:
        """Say which pairs have a kind, a word, people of a day or several things in common; no other can be one."""
        alike = equal(self.pool, rows) | equal(self.root, rows)
        alike |= (shared(self.near, rows) > 0) | (self._related(rows) > 0)
        things = (shared(self.around, rows) > 0) | (shared(self.about, rows) > 0)
        days = (self.said[0][rows][:, None] <= self.said[1]) & (self.said[0] <= self.said[1][rows][:, None])
        alike |= (shared(self.everybody, rows) > 0) & (things | (days & self.known[rows][:, None] & self.known))
        found: Mask = alike | (shared(self.around, rows) >= CLEAR) | (self._called(rows) > 0)
        return found

    def _ruled_out(self, rows: Indices) -> Mask:
        """Say which pairs are two whatever else is alike.

        Those are journeys of other people, to other states and within one's own, verdicts of guilty and of not guilty,
        what is held under two names, two kinds in one sentence, and journeys and meetings that are told apart or of
        which one is recalled from long ago: people travel and meet again and again.
        """
        opposed = self.opposed[rows][:, None] * self.opposed[None, :] < 0
        held = each(self.held, rows) & (shared(self.ending, rows) == 0)
        journey = each(self.journey, rows) & both_have(self.agents, rows) & (shared(self.agents, rows) == 0)
        states = both_have(self.states, rows) & (shared(self.states, rows) == 0)
        home = self.home[rows][:, None] != self.home[None, :]
        twice = equal(self.sentence, rows) & ~equal(self.pool, rows)
        again = each(self.again, rows) & (self._told_apart(rows) | self._recalled(rows))
        found: Mask = opposed | held | journey | states | home | twice | again
        return found

    def _told_apart(self, rows: Indices) -> Mask:
        """Say which were done on days apart and do not last, are planned when done, or one more that others do.

        So are those that befall people of other ages.
        """
        further = self.another[rows][:, None] != self.another[None, :]
        plain = np.where(self.another[rows][:, None], self.ahead[None, :], self.ahead[rows][:, None])
        further &= (shared(self.agents, rows) == 0) & ~plain
        ages = both_have(self.ages, rows) & (shared(self.ages, rows) == 0)
        found: Mask = self._days_apart(rows) | self._over(rows) | further | ages
        return found

    def _days_apart(self, rows: Indices) -> Mask:
        begin, end = self.said
        gap = np.maximum(begin[rows][:, None] - end[None, :], begin[None, :] - end[rows][:, None])
        found: Mask = each(self.past, rows) & each(self.known, rows) & (gap > 0)
        return found

    def _over(self, rows: Indices) -> Mask:
        """Say where one was done by the time that the other is planned or called off."""
        mine, theirs = self.published[rows][:, None], self.published[None, :]
        later = self.firm[rows][:, None] & self.over[None, :] & (mine > theirs)
        later |= self.off[rows][:, None] & self.happened[None, :] & (mine >= theirs)
        earlier = self.over[rows][:, None] & self.firm[None, :] & (theirs > mine)
        earlier |= self.happened[rows][:, None] & self.off[None, :] & (theirs >= mine)
        found: Mask = (later | earlier) & each(self.published > NEVER, rows)
        return found

    def _recalled(self, rows: Indices) -> Mask:
        """Say where one is recalled from long ago (*schon 2019 gab es ein Treffen*), and the other is not."""
        found: Mask = self.bygone[rows][:, None] != self.bygone[None, :]
        return found

    def _signs(self, rows: Indices, at: tuple[Indices, ...], one: Indices, other: Indices) -> Numbers:
        columns = [
            *self._kinds(rows, at, one, other),
            *self._people(rows, at),
            *self._times(one, other),
            *self._states(one, other),
            *self._things(rows, at),
            *self._places_in_text(one, other),
        ]
        return np.stack(columns, axis=1).astype(np.float32) if len(one) else np.zeros((0, len(NAMES)), np.float32)

    def _kinds(self, rows: Indices, at: tuple[Indices, ...], one: Indices, other: Indices) -> list[Numbers]:
        open_ = self.open[one].astype(np.float32) + self.open[other]
        same = self.word[one] == self.word[other]
        nouns = self.noun[one].astype(np.float32) + self.noun[other]
        return [
            self.pool[one] == self.pool[other],
            self.family[one] == self.family[other],
            (self.frame[one] == self.frame[other]) & ~self.open[one],
            shared(self.near, rows)[at] > 0,
            self._related(rows)[at] > 0,
            open_ == 2,
            open_ == 1,
            self.root[one] == self.root[other],
            same,
            np.where(same & (nouns == 2), self.length[one], 0),
            nouns,
        ]

    def _related(self, rows: Indices) -> Numbers:
        return common(self.wide, self.near, rows) + common(self.near, self.wide, rows)

    def _called(self, rows: Indices) -> Numbers:
        return common(self.called, self.around, rows) + common(self.around, self.called, rows)

    def _people(self, rows: Indices, at: tuple[Indices, ...]) -> list[Numbers]:
        agents, targets = shared(self.agents, rows)[at], shared(self.targets, rows)[at]
        houses, places = shared(self.houses, rows)[at], shared(self.places, rows)[at]
        crossed = common(self.agents, self.targets, rows)[at]
        return [
            agents,
            both_have(self.agents, rows)[at] & (agents == 0),
            (houses > 0) & (agents == 0),
            targets,
            both_have(self.targets, rows)[at] & (targets == 0),
            crossed,
            np.minimum(shared(self.everybody, rows)[at], MOST_ACTORS),
            both_have(self.people, rows)[at] & (shared(self.people, rows)[at] == 0),
            places,
            both_have(self.places, rows)[at] & (places == 0),
        ]

    def _times(self, one: Indices, other: Indices) -> list[Numbers]:
        (begin, end), both = self.said, self.known[one] & self.known[other]
        gap = np.maximum(begin[one] - end[other], begin[other] - end[one])
        apart = both & (gap > 0)
        bounds = np.maximum(self.bounds[0][one] - self.bounds[1][other], self.bounds[0][other] - self.bounds[1][one])
        return [
            both,
            both & (begin[one] == begin[other]) & (end[one] == end[other]),
            both & (gap <= 0),
            apart,
            np.where(apart, np.minimum(gap, MOST_DAYS), 0),
            bounds > 0,
        ]

    def _states(self, one: Indices, other: Indices) -> list[Numbers]:
        mixed = (self.ahead[one] & self.done[other]) | (self.done[one] & self.ahead[other])
        first = np.where(self.ahead[one], self.published[one], self.published[other])
        second = np.where(self.ahead[one], self.published[other], self.published[one])
        dated = (first > NEVER) & (second > NEVER)
        planned = self.of_status[Status.PLANNED] + self.of_status[Status.CONFIRMED]
        counted = (self.of_status[Status.DENIED], self.of_status[Status.CANCELLED], self.of_status[Status.POSSIBLE])
        return [
            self.status[one] == self.status[other],
            mixed,
            np.where(mixed & dated, np.sign(second - first), 0),
            *(row[one] + row[other] for row in (*counted, planned, self.put_off)),
            self.another[one] != self.another[other],
        ]

    def _things(self, rows: Indices, at: tuple[Indices, ...]) -> list[Numbers]:
        around = shared(self.around, rows)[at]
        sizes = self.around.sum(axis=1)
        union = np.maximum(1, (sizes[rows][:, None] + sizes)[at] - around)
        things = shared(self.about, rows)[at]
        called = self._called(rows)[at]
        return [
            np.minimum(around, MOST_AROUND),
            around / union,
            things,
            both_have(self.things, rows)[at] & (shared(self.things, rows)[at] == 0),
            called > 0,
        ]

    def _places_in_text(self, one: Indices, other: Indices) -> list[Numbers]:
        here = self.report[one] == self.report[other]
        copied = np.array([self._copied(i, j) for i, j in zip(one, other, strict=True)], dtype=bool)
        passage = np.zeros(len(one), dtype=bool)
        for n in np.nonzero(copied)[0]:
            passage[n] = self.story.same_passage(self.profiles[one[n]].mention, self.profiles[other[n]].mention)
        return [
            here,
            np.where(here, np.log1p(np.abs(self.start[one] - self.start[other])), -1),
            self.sentence[one] == self.sentence[other],
            passage,
            copied,
        ]

    def _copied(self, i: int, j: int) -> bool:
        reports = self.profiles[i].mention.report, self.profiles[j].mention.report
        return reports[1] in self.story.copies.get(reports[0], {})


def _endings(lemma: str) -> frozenset[str]:
    """Give a noun and its shorter ends, so that those that share one may bear one name: *Versammlung*."""
    word = lemma.casefold()
    return frozenset(word[cut:] for cut in range(max(1, len(word) - SHORTEST_NOUN + 1)))
