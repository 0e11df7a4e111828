"""What is found in one report, and rests on that report alone."""

from dataclasses import dataclass

from quellenlage.model.report import Report
from quellenlage.model.spans import UNKNOWN, Interval, Span, Spans
from quellenlage.model.terms import Factuality, Form, Kind, Medium, Stance, StatementType, Status, TimeType


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A TIMEX3: ``value`` as TIMEX3 writes it for a reader, ``interval`` the days it covers.

    ``form`` is the value before it was anchored (``weekday:3``, ``offset:-1D`` …, see ``reading/times``), so that
    it can be anchored again once the report's day is known better. ``mod`` is TIMEX3's modifier (START, END …).
    """

    id: str
    report: str
    span: Span
    type: TimeType
    value: str
    mod: str | None = None
    interval: Interval = UNKNOWN
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch that refers to an entity of the report."""

    report: str
    span: Span
    form: Form
    entity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something that one report mentions, by all the ways it does so.

    ``name`` is the fullest name in its base form ("Nordkoreas" is "Nordkorea"), or the description where no name
    is given; ``named`` says which. ``roles`` are offices and descriptions the report gives it.
    """

    id: str
    report: str
    kind: Kind
    name: str
    named: bool = True
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who says what, and how (PARC: source, cue, content).

    ``sources`` are the entities that speak, in the order of the text; none where the text names nobody.
    ``within`` is the statement that this one stands in; walking outward gives the attribution chain.
    ``marks`` are the spans that bear on ``factuality`` (modal verbs, mood, negation, evidential adverbs).
    """

    id: str
    report: str
    content: Spans
    type: StatementType
    source: Spans = ()
    cue: Spans = ()
    frame: Spans = ()
    addressee: Spans = ()
    medium: Medium = Medium.SW
    stance: Stance = Stance.ASSERTS
    sources: tuple[str, ...] = ()
    within: str | None = None
    factuality: Factuality = Factuality.UNCOMMITTED
    marks: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An entity in a role of an event."""

    role: str
    entity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The thing an event is done to or comes about with (*Austritt von Gas*): its words, and its base form."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One place where a report speaks of an event: ``span`` is the trigger, ``sentence`` where it stands.

    ``time`` is the TimeExpression its ``interval`` rests on; ``statement`` the innermost statement around it, or
    ``None`` for the outlet's own voice. ``quantities`` are spans of figures that belong to it.
    """

    id: str
    report: str
    span: Span
    sentence: Span
    frame: str
    plover: str | None
    lemma: str
    participants: tuple[Participant, ...] = ()
    theme: Theme | None = None
    place: str | None = None
    time: str | None = None
    interval: Interval = UNKNOWN
    status: Status = Status.HAPPENED
    factuality: Factuality = Factuality.UNCOMMITTED
    marks: Spans = ()
    statement: str | None = None
    quantities: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything found in one report. ``report.published`` holds what this report alone says of its day."""

    report: Report
    sentences: Spans = ()
    times: tuple[TimeExpression, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = ()
