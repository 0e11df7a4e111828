"""Why two mentions are of one event, in words that a reader can check."""

from collections.abc import Iterator

from quellenlage.linking.events import kinds
from quellenlage.linking.events.profiles import Profile, Story


def reasons(one: Profile, other: Profile, story: Story) -> tuple[str, ...]:
    """Give what speaks for it, what says most first."""
    return tuple(_reasons(one, other, story))


def _reasons(one: Profile, other: Profile, story: Story) -> Iterator[str]:
    code = story.language
    if one.mention.report != other.mention.report and story.same_passage(one.mention, other.mention):
        yield "same passage in both reports"
    if one.mention.lemma.casefold() == other.mention.lemma.casefold():
        yield "same word"
    elif kinds.pool(one) == kinds.pool(other):
        yield "same kind"
    elif kinds.wide(one, code) & kinds.near(other, code) or kinds.near(one, code) & kinds.wide(other, code):
        yield "kinds that tell one thing"
    yield from _shared(one, other, story)
    if one.said.known and one.said == other.said:
        yield "same days"
    elif one.said.known and other.said.known and one.said.meet(other.said):
        yield "days that agree"
    if (one.things | one.parts) & (other.things | other.parts):
        yield "same thing"
    if one.around & other.around:
        yield "same things named beside it"
    if one.called & other.around or other.called & one.around:
        yield "called so beside it"
    if one.mention.report == other.mention.report:
        yield "same report"


def _shared(one: Profile, other: Profile, story: Story) -> Iterator[str]:
    agents = one.agents & other.agents
    houses = [{story.house_of.get(actor, actor) for actor in p.agents} for p in (one, other)]
    if agents:
        yield "same agent"
    elif houses[0] & houses[1]:
        yield "same house"
    if (one.agents | one.targets) & (other.agents | other.targets) - agents:
        yield "shared participants"
    if one.places & other.places:
        yield "same place"
