"""One event from many mentions, in a report and across reports.

Pairs of mentions are judged by what speaks for their being one event and what against it (``signs``, ``judge``), and
groups of them become one while their mentions are so on the average (``clusters``).
"""

from collections.abc import Mapping, Sequence

import numpy as np

from quellenlage.linking.events.clusters import NEVER
from quellenlage.linking.events.judge import likely
from quellenlage.linking.events.known import Join, Known
from quellenlage.linking.events.profiles import Profile, Story, profiles
from quellenlage.linking.events.reasons import reasons
from quellenlage.linking.events.setting import Notes, notes, setting
from quellenlage.linking.events.signs import Facts
from quellenlage.model import EventLink, Reading

__all__ = ["Known", "Notes", "Story", "join", "notes", "setting"]

# A pair that is less likely one event than this counts as if it were none.
LEAST = 0.08

Joined = tuple[tuple[tuple[str, ...], ...], tuple[EventLink, ...]]


def join(readings: Sequence[Reading], story: Story, known: Known | None = None) -> Joined:
    """Give the groups of event-mention ids that are one event, and the links they rest on.

    With ``known`` only pairs are judged of which a mention is new or rests on something else than before.
    """
    told = profiles(readings, story)
    by_id = {p.mention.id: p for p in sorted(told, key=lambda p: p.mention.id)}
    known = Known() if known is None else known
    _judge(by_id, story, known)
    parts = list(known.parts())
    order = {p.mention.id: n for n, p in enumerate(told)}
    found = (tuple(sorted(group, key=order.__getitem__)) for part in parts for group in part.groups)
    links = tuple(_link(one, by_id, story) for part in parts for one in part.joins)
    return tuple(sorted(found, key=lambda group: order[group[0]])), links


def _judge(by_id: Mapping[str, Profile], story: Story, known: Known) -> None:
    """Bring what is known up to date: forget what no longer holds, judge what is new."""
    new = known.update({id_: _rests_on(p, story) for id_, p in by_id.items()})
    ids = list(by_id)
    facts = Facts(list(by_id.values()), story)
    rows = np.array([n for n, id_ in enumerate(ids) if id_ in new], dtype=np.int64)
    for block in facts.pairs(rows):
        found = likely(block.signs, story.language)
        found[block.told_apart], found[block.ruled_out] = 0, NEVER
        for i in np.nonzero(np.abs(found) >= LEAST)[0]:
            known.learn(ids[block.one[i]], ids[block.other[i]], float(found[i]))


def _rests_on(p: Profile, story: Story) -> object:
    """Give all that judging a mention asks for beside the other one."""
    report = p.mention.report
    houses = tuple((actor, story.house_of.get(actor)) for actor in sorted(p.agents))
    copies = tuple(sorted(story.copies.get(report, {}).items()))
    states = frozenset(story.states(p.places))
    return p, story.published.get(report), houses, states, copies, p.mention.id in story.put_off


def _link(found: Join, profiles: Mapping[str, Profile], story: Story) -> EventLink:
    a, b = found.one, found.other
    return EventLink(a=a, b=b, reason=", ".join(reasons(profiles[a], profiles[b], story)), score=found.score)
