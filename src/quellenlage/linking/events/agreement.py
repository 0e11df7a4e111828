"""Whether a mention can be of an event, and what speaks for it. An editor forgives a gap, never two events made one."""

from collections.abc import Iterable, Iterator

from quellenlage.linking.events.profiles import AHEAD, COURTS, JOURNEY, MEETING, Event, Profile, Story
from quellenlage.model import EventLink, EventMention, Interval, Published, Status

# In these either side may be named first: who meets whom, who receives whom.
# So many points make a mention one of an event.
ENOUGH = 1.75
SYMMETRIC = frozenset({"meet", "receive", "talks", "agree", "sign", "trade"})
# Of two people, one may be acquitted and the other not.
OPPOSED = (frozenset({"convict", "acquit"}),)
# Kinds of which a story has many, each with its own noun.
HELD = frozenset({"assembly"})
OPEN = AHEAD | {Status.CANCELLED}
NEARBY = 400
NARROW = 10
COMPOUND = 10
SAME_THING = 0.75
# *Ein Hackerangriff legt die Behörde lahm*: the noun for it stands beside the verb.
CALLED = 1.0
# So many days later a plan is carried out that was for an earlier day.
FEW = 4


def can_be(profile: Profile, event: Event, story: Story, own: Event | None = None) -> bool:
    """Say whether nothing a mention says (days, status, agents, states) contradicts an event.

    ``own`` is the event it is of so far, which may know more.
    """
    return (
        _people_agree(profile, event, story)
        and _states_agree(profile, event, story)
        and _same_turn(profile, event)
        and not _called_otherwise(profile, event)
        and not _over(profile, event, story)
        and (event.allows(profile.bounds) or _put_off(profile, event, story, own) or _copied(profile, event, story))
    )


def _same_turn(profile: Profile, event: Event) -> bool:
    """Rule out that a return visit is the visit; by other words it may be told too (*Gegenbesuch*, *Becks Besuch*)."""
    if any({profile.mention.frame, *event.frames} >= pair for pair in OPPOSED):
        return False
    if profile.another == event.another or profile.agents & event.agents:
        return True
    return profile.another and not profile.agents and event.ahead


def _called_otherwise(profile: Profile, event: Event) -> bool:
    """Say whether two things that are held bear different nouns: *das Stadtfest* and *die Bürgerversammlung*."""
    if profile.family not in HELD or not profile.mention.lemma[:1].isupper():
        return False
    mine = profile.mention.lemma.casefold()
    nouns = {m.mention.lemma.casefold() for m in event.members if m.mention.lemma[:1].isupper()}
    return bool(nouns) and not any(mine.endswith(noun) or noun.endswith(mine) for noun in nouns)


def _over(profile: Profile, event: Event, story: Story) -> bool:
    """Say whether one of the two was called off when the other had happened: what is over cannot be called off."""
    status = profile.mention.status
    if status is Status.CANCELLED:
        return any(_known_by(m, profile, story) for m in event.members if m.mention.status is Status.HAPPENED)
    if status is Status.HAPPENED and event.cancelled:
        return any(_known_by(profile, m, story) for m in event.members if m.mention.status is Status.CANCELLED)
    return False


def _known_by(one: Profile, other: Profile, story: Story) -> bool:
    """Say whether the report of ``one`` came no later than that of ``other``."""
    days = [story.published.get(p.mention.report) for p in (one, other)]
    first, second = (day.interval if day else Interval() for day in days)
    return bool(first.latest and second.earliest and first.latest <= second.earliest)


def _copied(profile: Profile, event: Event, story: Story) -> bool:
    """Say whether an event's sentence is told again, so that it has one day whatever each report's day makes of it."""
    partners = story.copies.get(profile.mention.report, {}).keys() & event.by_report.keys()
    lemma, status = profile.mention.lemma, profile.mention.status
    same = (q.mention for r in partners for q in event.by_report[r] if q.mention.lemma == lemma)
    return any(q.status is status and story.same_passage(profile.mention, q) for q in same)


def _put_off(profile: Profile, event: Event, story: Story, own: Event | None) -> bool:
    """Say whether days that exclude each other are an old plan and a new day: it is said, or enough is the same.

    Who travels or meets does so again and again, so there a sentence must say that something is put off.
    """
    alike = _told_alike(profile, event) or _soon_after(profile, event) or (own is not None and _grown_alike(own, event))
    if profile.family in (JOURNEY, MEETING):
        alike = alike and bool({profile.mention.id, *event.ids, *(own.ids if own else ())} & story.put_off)
    against = [member for member in event.members if member.bounds.meet(profile.bounds) is None]
    if not alike and not all({profile.mention.id, member.mention.id} & story.put_off for member in against):
        return False
    return all(_new_day(member, profile, story) or _new_day(profile, member, story) for member in against)


def _grown_alike(own: Event, event: Event) -> bool:
    """Say whether two events that have grown name the same people or things."""
    return bool(own.agents & event.agents or own.targets & event.targets or own.around & event.around)


def _soon_after(profile: Profile, event: Event) -> bool:
    """Say whether the same word is told of a day or two later or earlier."""
    one, other = profile.said, event.interval
    if profile.mention.lemma.casefold() not in event.lemmas or not (one.closed and other.closed):
        return False
    days = [day for day in (one.earliest, one.latest, other.earliest, other.latest) if day]
    return (max(days) - min(days)).days <= FEW


def _called_off(profile: Profile, event: Event) -> bool:
    """Say whether a thing of one name was called off and has got a new day."""
    return _same_noun(profile, event) and (event.cancelled or profile.mention.status is Status.CANCELLED)


def _same_noun(profile: Profile, event: Event) -> bool:
    noun = profile.mention.lemma
    return noun[:1].isupper() and len(noun) >= COMPOUND and noun.casefold() in event.lemmas


def _told_alike(profile: Profile, event: Event) -> bool:
    return bool(_same_noun(profile, event) or profile.agents & event.agents or profile.targets & event.targets) or bool(
        profile.around & event.around
    )


def _new_day(old: Profile, new: Profile, story: Story) -> bool:
    """Say whether ``old`` is a plan, or what became of it, and ``new`` a later report with a later day or none."""
    begins = old.said.earliest, new.said.latest or new.said.earliest
    later = begins[0] is not None and begins[1] is not None and begins[0] <= begins[1]
    later = later or (new.mention.id in story.put_off and not new.said.known)
    return old.mention.status in OPEN and later and _may_be_known_by(old, new, story)


def _may_be_known_by(one: Profile, other: Profile, story: Story) -> bool:
    """Say whether the report of ``one`` can have come no later than that of ``other``, as far as both are dated."""
    days = [story.published.get(p.mention.report, Published()).interval for p in (one, other)]
    return bool(days[0].earliest and days[1].latest and days[0].earliest <= days[1].latest)


def _people_agree(profile: Profile, event: Event, story: Story) -> bool:
    """Rule out events of other people; a state and who speaks for it are one.

    Somebody who moves within his own country is not on the journey of the guest he is about to meet.
    """
    if profile.at_home or event.at_home:
        return profile.at_home and event.at_home and profile.agents == event.agents
    if profile.mention.frame in SYMMETRIC and profile.family != JOURNEY:
        return _parties_agree(profile, event, story)
    if not profile.agents or not event.agents or profile.agents & event.agents:
        return True
    if profile.family == JOURNEY:
        return False
    return profile.announced or event.announced or _same_party(profile, event, story)


def _same_party(profile: Profile, event: Event, story: Story) -> bool:
    """Say whether agents are of one state or speak for one house."""
    mine, theirs = _parties(profile.agents, story), _parties(event.agents, story)
    houses = {story.house_of.get(actor, actor) for actor in profile.agents}
    return bool(mine & theirs or houses & {story.house_of.get(actor, actor) for actor in event.agents})


def _parties_agree(profile: Profile, event: Event, story: Story) -> bool:
    """Ask for a party in common, and for two where both sides name two."""
    mine = _parties(profile.agents | profile.targets, story)
    theirs = _parties(event.agents | event.targets, story)
    if not mine or not theirs:
        return True
    return len(mine & theirs) >= min(2, len(mine), len(theirs))


def _parties(actors: Iterable[str], story: Story) -> set[str]:
    return {story.state_of.get(actor, actor) for actor in actors}


def _states_agree(profile: Profile, event: Event, story: Story) -> bool:
    """Rule out events in two different states; towns of one state, or of an unknown one, may be one place."""
    mine, theirs = story.states(profile.places), story.states(event.places)
    return not mine or not theirs or bool(mine & theirs)


def score(profile: Profile, event: Event, story: Story) -> float:
    """Weigh what speaks for a mention being of an event."""
    return sum(weight for _, weight in reasons(profile, event, story))


def reasons(profile: Profile, event: Event, story: Story) -> Iterator[tuple[str, float]]:
    """Give what speaks for a mention being of an event, and against it, with weights."""
    yield from _people_alike(profile, event, story)
    yield from _days_alike(profile, event)
    yield from _words_alike(profile, event)
    yield from _things_alike(profile, event)
    if profile.mention.report in event.by_report:
        yield "same report", 0.25
    if _told_nearby(profile, event):
        yield "close by in the text", 0.5
    if _same_passage(profile, event, story):
        yield "same passage in both reports", 2.0
    if clashes(profile, event):
        yield "told as past and as future in one report", -1.0


def _people_alike(profile: Profile, event: Event, story: Story) -> Iterator[tuple[str, float]]:
    agents = profile.agents & event.agents
    if agents:
        yield "same agent", 1.0 if agents <= story.countries and not profile.targets else 1.5
    elif profile.family not in (JOURNEY, MEETING) and profile.agents and _same_party(profile, event, story):
        yield "same house", 0.75
    others = ((profile.agents | profile.targets) & event.everybody) - agents
    if others:
        yield "shared participants", 0.75 * len(others)
    if profile.places & event.places or story.states(profile.places) & story.states(event.places):
        yield "same place", 0.75


def _days_alike(profile: Profile, event: Event) -> Iterator[tuple[str, float]]:
    equal = profile.said.closed and profile.said == event.interval
    if equal or (narrow(profile.said) and narrow(event.interval)):
        yield "same days", 1.25
    elif profile.said.known and event.interval.known:
        yield "days that agree", 0.25


def _things_alike(profile: Profile, event: Event) -> Iterator[tuple[str, float]]:
    if profile.things & event.things:
        yield "same thing", SAME_THING
    elif profile.things and event.things:
        yield "another thing", -SAME_THING / 2
    shared = profile.around & event.around
    if shared:
        yield "same things named beside it", 0.5 * min(2, len(shared))
    once = profile.family not in (JOURNEY, MEETING)
    if once and (profile.called & event.around or profile.around & event.called):
        yield "called so beside it", CALLED


def _words_alike(profile: Profile, event: Event) -> Iterator[tuple[str, float]]:
    """Give what the words for it say; who travels and meets does so again and again by the same words."""
    once = profile.family not in (JOURNEY, MEETING)
    if profile.mention.frame in event.frames or (once and profile.family in event.families):
        yield "same kind", 0.5
    if _same_noun(profile, event):
        yield "same word", 1.0
    elif once and profile.mention.lemma.casefold() in event.lemmas:
        yield "same verb", 0.25


def narrow(interval: Interval) -> bool:
    """Say whether an interval is a matter of days."""
    return bool(interval.earliest and interval.latest and (interval.latest - interval.earliest).days <= NARROW)


def clashes(profile: Profile, event: Event) -> bool:
    """Say whether one report speaks of this as past and of that as still to come."""
    if profile.family in COURTS:
        return False
    here = {other.mention.status for other in event.by_report.get(profile.mention.report, ())}
    begun = {Status.HAPPENED, Status.ONGOING}
    if profile.ahead:
        return bool(here & begun) and not here & AHEAD
    return profile.mention.status in begun and bool(here & AHEAD) and not here & begun


def _told_nearby(profile: Profile, event: Event) -> bool:
    return any(_near(profile.mention, other.mention) for other in event.by_report.get(profile.mention.report, ()))


def _near(one: EventMention, other: EventMention) -> bool:
    return abs(one.span.start - other.span.start) <= NEARBY


def _same_passage(profile: Profile, event: Event, story: Story) -> bool:
    partners = story.copies.get(profile.mention.report, {}).keys() & event.by_report.keys()
    return any(
        story.same_passage(profile.mention, other.mention) for report in partners for other in event.by_report[report]
    )


def link(profile: Profile, event: Event, story: Story, why: str = "") -> EventLink:
    """Give the row that says why a mention is of an event, with what speaks for it, from 0 to 1."""
    found = sorted(reasons(profile, event, story), key=lambda row: (-row[1], row[0]))
    surely = min(1.0, max(0.0, sum(weight for _, weight in found)) / (2 * ENOUGH))
    text = ", ".join([name for name, weight in found if weight > 0] + [why] * bool(why))
    return EventLink(a=event.members[0].mention.id, b=profile.mention.id, reason=text, score=round(surely, 3))
