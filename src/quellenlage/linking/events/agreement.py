"""Whether a mention can be of an event, and what speaks for it. An editor forgives a gap, never two events made one."""

from collections.abc import Iterator

from quellenlage.linking.events.profiles import FORWARD, GOES, JOURNEY, Event, Profile, Story
from quellenlage.model import EventMention, Interval, Status

# In these either side may be named first: who meets whom, who receives whom.
SYMMETRIC = frozenset({"meet", "receive", "talks", "agree", "sign", "trade"})
AHEAD = FORWARD | {Status.POSSIBLE}
NEARBY = 400
NARROW = 10


def can_be(profile: Profile, event: Event, story: Story) -> bool:
    """Say whether nothing a mention says (days, agents, states) contradicts an event."""
    return (
        event.allows(profile.bounds)
        and _kindred(profile, event)
        and _agents_agree(profile, event, story)
        and _states_agree(profile, event, story)
    )


def _kindred(profile: Profile, event: Event) -> bool:
    """Join a journey and a meeting only where they have two people in common, and journeys only of one traveller."""
    if profile.family != JOURNEY:
        return True
    goes = profile.mention.frame in GOES
    if goes and event.travellers and profile.agents:
        return bool(profile.agents & event.travellers)
    if any((frame in GOES) == goes for frame in event.frames):
        return True
    return len((profile.agents | profile.targets) & (event.agents | event.targets)) > 1


def _agents_agree(profile: Profile, event: Event, story: Story) -> bool:
    """Rule out events of other agents; a state and who speaks for it are one, and so are two who meet.

    Somebody who moves within his own country is not on the journey of the guest he is about to meet.
    """
    if profile.at_home or event.at_home:
        return profile.at_home and event.at_home and profile.agents == event.agents
    if not profile.agents or not event.agents or profile.agents & event.agents:
        return True
    if profile.mention.frame in SYMMETRIC or event.frames <= SYMMETRIC:
        return bool(profile.agents & event.targets or profile.targets & event.agents)
    if profile.family == JOURNEY:
        return False
    states = {story.state_of.get(actor, actor) for actor in event.agents}
    return any(story.state_of.get(actor, actor) in states for actor in profile.agents)


def _states_agree(profile: Profile, event: Event, story: Story) -> bool:
    """Rule out events in two different states; towns of one state, or of an unknown one, may be one place."""
    mine, theirs = story.states(profile.places), story.states(event.places)
    return not mine or not theirs or bool(mine & theirs)


def score(profile: Profile, event: Event, story: Story) -> float:
    """Weigh what speaks for a mention being of an event."""
    return sum(weight for _, weight in reasons(profile, event, story))


def reasons(profile: Profile, event: Event, story: Story) -> Iterator[tuple[str, float]]:
    """Give what speaks for a mention being of an event, and against it, with weights."""
    agents = profile.agents & event.agents
    if agents:
        yield "same agent", 1.0 if agents <= story.countries and not profile.targets else 1.5
    others = ((profile.agents | profile.targets) & event.everybody) - agents
    if others:
        yield "shared participants", 0.75 * len(others)
    if profile.places & event.places or story.states(profile.places) & story.states(event.places):
        yield "same place", 0.75
    if narrow(profile.said) and narrow(event.interval):
        yield "same days", 1.25
    elif profile.said.known and event.interval.known:
        yield "days that agree", 0.25
    if profile.mention.frame in event.frames:
        yield "same frame", 0.5
    if profile.mention.report in event.by_report:
        yield "same report", 0.25
    if _told_nearby(profile, event):
        yield "close by in the text", 0.5
    if _same_passage(profile, event, story):
        yield "same passage in both reports", 2.0
    if clashes(profile, event):
        yield "told as past and as future in one report", -1.0


def narrow(interval: Interval) -> bool:
    """Say whether an interval is a matter of days."""
    return bool(interval.earliest and interval.latest and (interval.latest - interval.earliest).days <= NARROW)


def clashes(profile: Profile, event: Event) -> bool:
    """Say whether one report speaks of this as past and of that as still to come."""
    here = {other.mention.status for other in event.by_report.get(profile.mention.report, ())}
    if profile.mention.status in AHEAD:
        return Status.HAPPENED in here and not here & AHEAD
    return profile.mention.status is Status.HAPPENED and bool(here & AHEAD) and Status.HAPPENED not in here


def _told_nearby(profile: Profile, event: Event) -> bool:
    return any(_near(profile.mention, other.mention) for other in event.by_report.get(profile.mention.report, ()))


def _near(one: EventMention, other: EventMention) -> bool:
    return abs(one.span.start - other.span.start) <= NEARBY


def _same_passage(profile: Profile, event: Event, story: Story) -> bool:
    partners = story.copies.get(profile.mention.report, {}).keys() & event.by_report.keys()
    return any(
        story.same_passage(profile.mention, other.mention) for report in partners for other in event.by_report[report]
    )
