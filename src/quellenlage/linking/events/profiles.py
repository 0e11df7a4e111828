"""What a mention says of its event in terms of actors and days."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import timedelta

from quellenlage.language import table
from quellenlage.linking.events.things import first_part, things
from quellenlage.model import Copy, EventMention, Interval, Published, Reading, Status
from quellenlage.reading.events.derivation import root
from quellenlage.reading.events.frames import frames

PLACES = ("destination", "place", "origin")
MOVES = frozenset({"travel", "arrive", "depart"})
GOES = MOVES | {"visit"}
JOURNEY = "journey"
MEETING = "meeting"
MEETS = frozenset({"meet", "receive"})
BRIEF = GOES | MEETS | {"talks"}
FEW_DAYS = timedelta(days=3)
BACKWARD = frozenset({Status.HAPPENED, Status.ONGOING})
FORWARD = frozenset({Status.PLANNED, Status.CONFIRMED})
AHEAD = FORWARD | {Status.POSSIBLE}
# These go on for weeks: a day on which something is told of them is one of their days, and need not be the first.
# What is taken up again on other days. „Der Prozess wird am Mittwoch fortgesetzt.“
COURTS = frozenset({"investigation", "trial"})
LASTING = frozenset({"failure", "fire", "illness", "investigation", "search_for", "trial", "weather"})


@dataclass(frozen=True, slots=True)
class Story:
    """What linking knows of a story when it comes to events: actors of entities, states of actors, days, copies.

    ``meant`` gives the one person that an office without a name can be, ``vague`` are the descriptions that may be
    anybody; ``announcers`` are the speakers of each statement that announces a plan of its own; ``around`` gives the
    rare words that stand about a mention, ``called`` the noun it is; ``welcomes`` are the mentions that name a
    welcome, ``put_off`` those whose sentence says that something is put off, ``further`` those of one more of a kind;
    ``ages`` are those that a mention's sentence names, ``takes_up`` gives the mention just before that one takes up.
    """

    actor_of: Mapping[str, str]
    state_of: Mapping[str, str]
    published: Mapping[str, Published]
    intervals: Mapping[str, Interval]
    copies: Mapping[str, Mapping[str, Copy]]
    meant: Mapping[str, str] = field(default_factory=dict)
    vague: Set[str] = frozenset()
    announcers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    around: Mapping[str, frozenset[str]] = field(default_factory=dict)
    welcomes: Set[str] = frozenset()
    put_off: Set[str] = frozenset()
    house_of: Mapping[str, str] = field(default_factory=dict)
    language: str = "de"
    called: Mapping[str, str] = field(default_factory=dict)
    further: Set[str] = frozenset()
    ages: Mapping[str, frozenset[str]] = field(default_factory=dict)
    takes_up: Mapping[str, str] = field(default_factory=dict)

    def actor(self, entity: str) -> str | None:
        """Give the actor an entity is, as far as the story knows."""
        actor = self.actor_of.get(entity)
        return self.meant.get(actor, actor) if actor else None

    def same_passage(self, one: EventMention, other: EventMention) -> bool:
        """Say whether two mentions stand in one passage that both reports have."""
        first, second = sorted((one, other), key=lambda m: m.report)
        copy = self.copies.get(first.report, {}).get(second.report)
        return copy is not None and any(a.covers(first.span) and b.covers(second.span) for a, b in copy.spans)

    def states(self, actors: Iterable[str]) -> set[str]:
        """Give the states that actors are or speak for."""
        return {self.state_of[actor] for actor in actors if actor in self.state_of}


@dataclass(frozen=True, slots=True)
class Profile:
    """A mention in terms of actors and days: ``said`` as the text has it, ``bounds`` as tense narrows it."""

    mention: EventMention
    family: str
    agents: frozenset[str]
    targets: frozenset[str]
    places: frozenset[str]
    said: Interval
    bounds: Interval
    at_home: bool
    another: bool = False
    around: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()

    @property
    def everybody(self) -> frozenset[str]:
        """All actors of the mention, places included."""
        return self.agents | self.targets | self.places


def family(mention: EventMention, language: str, story: Story | None = None) -> str:
    """Give the family of a mention's frame; a generic mention's is its lemma. A welcome is part of a journey."""
    if mention.frame == "generic":
        return f"generic:{root(mention.lemma, language)}"
    if mention.frame in MEETS:
        return JOURNEY if story and mention.id in story.welcomes else MEETING
    return frames(language).families.get(mention.frame, mention.frame)


def profiles(readings: Sequence[Reading], story: Story) -> list[Profile]:
    """Put all mentions of a story in its terms; who takes up what was told just before speaks of the same people."""
    found: dict[str, Profile] = {}
    for reading in readings:
        for mention in sorted(reading.events, key=lambda m: m.span):
            p = profile(mention, reading.report.language, story)
            before = found.get(story.takes_up.get(mention.id, ""))
            if before and not p.agents and p.family == before.family:
                places = p.places or before.places
                p = replace(p, agents=before.agents, places=places, at_home=before.at_home, another=before.another)
            found[mention.id] = p
    return [found[mention.id] for reading in readings for mention in reading.events]


def profile(mention: EventMention, language: str, story: Story) -> Profile:
    """Put a mention in terms of the story's actors and days."""
    by_role: dict[str, set[str]] = defaultdict(set)
    for participant in mention.participants:
        actor = story.actor(participant.entity)
        if actor and actor not in story.vague:
            by_role[participant.role].add(actor)
    place = story.actor(mention.place or "")
    another = mention.id in story.further or _is_another(mention.lemma.casefold(), language)
    # Who announces a return visit is the one who is visited.
    agents = by_role["agent"] or (set() if another else _announcers(mention, story))
    targets = {a for role, found in by_role.items() if role not in ("agent", *PLACES) for a in found}
    if mention.id in story.welcomes:
        # Who is welcomed is the one who travels.
        agents, targets = targets, agents
    places = {a for role in PLACES for a in by_role[role]} | ({place} if place else set())
    said = story.intervals.get(mention.id, mention.interval)
    kind = family(mention, language, story)
    when = story.published.get(mention.report, Published()).interval
    return Profile(
        mention=mention,
        family=kind,
        agents=frozenset(agents),
        targets=frozenset(targets),
        places=frozenset(places),
        said=said,
        bounds=said if _goes_on(mention, language) else _bounds(mention, kind, said, when),
        at_home=mention.frame in MOVES and bool(story.states(agents) & story.states(places)),
        another=another,
        around=story.around.get(mention.id, frozenset()),
        things=things(mention, language),
        parts=first_part(mention, language),
        called=frozenset({story.called[mention.id]} if mention.id in story.called else ()),
        ages=story.ages.get(mention.id, frozenset()),
    )


def _is_another(noun: str, language: str) -> bool:
    """Say whether a compound's first part makes it another event of its kind (*Gegenbesuch*)."""
    parts = table(language, "linking")["another"]["first_parts"]
    rests = [noun.removeprefix(first) for first in parts if noun.startswith(first)]
    return any(frames(language).of_noun(rest) for rest in rests)


def _announcers(mention: EventMention, story: Story) -> set[str]:
    """Take those who announce a plan of their own for those who carry it out, where the clause names nobody."""
    speakers = story.announcers.get(mention.statement or "", ()) if mention.status in FORWARD else ()
    found = {story.actor(entity) for entity in speakers}
    return {actor for actor in found if actor and actor not in story.vague}


def _about(published: Interval) -> Interval:
    """Give the days about a report: a visit that goes on has begun a few days ago at most, and ends soon."""
    begin, end = published.earliest, published.latest
    return Interval(earliest=begin and begin - FEW_DAYS, latest=end and end + FEW_DAYS)


def _goes_on(mention: EventMention, language: str) -> bool:
    """Say whether it is under way and of a kind that lasts, so that days behind the report can be days of it."""
    frame = frames(language).kinds.get(mention.frame)
    return mention.status is Status.ONGOING and frame is not None and frame.durative


def _bounds(mention: EventMention, kind: str, said: Interval, published: Interval) -> Interval:
    """Narrow the days an event can have by tense: what has happened lies before the report, what is planned after.

    What goes on for weeks has begun by the last day that is told of it.
    """
    if mention.status in BACKWARD and kind in LASTING:
        latest = said.latest or published.latest
        return Interval(latest=latest) if latest else said
    if mention.status in FORWARD and kind in COURTS:
        return Interval(earliest=published.earliest)
    if mention.status is Status.ONGOING and mention.frame in BRIEF and published.known:
        return said.meet(_about(published)) or said
    if mention.status in BACKWARD and published.latest:
        return said.meet(Interval(latest=published.latest)) or said
    if mention.status in FORWARD and published.earliest:
        return said.meet(Interval(earliest=published.earliest)) or said
    return said
