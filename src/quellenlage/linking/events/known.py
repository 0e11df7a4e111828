"""What has been judged and grouped before, so that one report more costs what it and its neighbours cost.

Groups grow by pairs that are likely enough (``clusters``). Mentions that no chain of such pairs connects are never in
one group, so they are grouped part by part, and a part in which nothing is new stays as it was.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from quellenlage.linking.events.clusters import ENOUGH, cluster


class Join(NamedTuple):
    """Two groups that became one: the pair of mentions that is likeliest, and the average over all pairs."""

    one: str
    other: str
    score: float


class Part(NamedTuple):
    """Mentions that a chain of likely pairs connects, their groups, and how these grew."""

    members: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    joins: tuple[Join, ...]


@dataclass(slots=True)
class Known:
    """What each mention rested on, how likely pairs of them are one event (both ways), and the part each is in."""

    rests_on: dict[str, object] = field(default_factory=dict)
    likely: dict[str, dict[str, float]] = field(default_factory=dict)
    part_of: dict[str, Part] = field(default_factory=dict)

    def update(self, rests_on: Mapping[str, object]) -> set[str]:
        """Forget what rested on other things, and give the mentions whose pairs are to be judged."""
        new = {id_ for id_, facts in rests_on.items() if self.rests_on.get(id_) != facts}
        for id_ in (new | (self.rests_on.keys() - rests_on.keys())) & self.rests_on.keys():
            for other in self.likely.pop(id_, {}):
                del self.likely[other][id_]
            # What is left of its part may fall apart.
            for member in self.part_of[id_].members if id_ in self.part_of else ():
                del self.part_of[member]
        self.rests_on = dict(rests_on)
        return new

    def learn(self, one: str, other: str, likely: float) -> None:
        """Take note of how likely two mentions are one event."""
        self.likely.setdefault(one, {})[other] = self.likely.setdefault(other, {})[one] = likely

    def parts(self) -> Iterator[Part]:
        """Give the parts of all mentions, those that have changed grouped anew."""
        loose = [id_ for id_ in self.rests_on if id_ not in self.part_of]
        for id_ in loose:
            if id_ not in self.part_of:
                self._group(sorted(self._connected(id_)))
        first = {part.members[0]: part for part in self.part_of.values()}
        yield from (first[id_] for id_ in sorted(first))

    def _connected(self, id_: str) -> Set[str]:
        """Follow likely pairs from a mention to all that they lead to."""
        found, open_ = {id_}, [id_]
        while open_:
            near = self.likely.get(open_.pop(), {})
            more = [other for other, likely in near.items() if likely >= ENOUGH and other not in found]
            found.update(more)
            open_ += more
        return found

    def _group(self, members: Iterable[str]) -> None:
        ids = tuple(members)
        number = {id_: n for n, id_ in enumerate(ids)}
        matrix = np.zeros((len(ids), len(ids)))
        for n, id_ in enumerate(ids):
            row = [(number[other], likely) for other, likely in self.likely.get(id_, {}).items() if other in number]
            matrix[n, [column for column, _ in row]] = [likely for _, likely in row]
        groups, steps = cluster(matrix)
        joins = tuple(Join(ids[step.one], ids[step.other], step.score) for step in steps)
        part = Part(ids, tuple(tuple(ids[n] for n in group) for group in groups), joins)
        self.part_of |= dict.fromkeys(ids, part)
