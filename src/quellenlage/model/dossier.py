"""What goes out: format ``quellenlage/1``, field for field as it stands in the JSON.

Spans are ``[start, end]`` pairs into the text of the report named beside them; days are ISO 8601 or null.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date

from quellenlage.model.report import Delivery
from quellenlage.model.spans import Span, Spans
from quellenlage.model.terms import (
    Basis,
    Collapse,
    ConflictKind,
    Factuality,
    Kind,
    Medium,
    Stance,
    StatementType,
    Status,
    TimeType,
)

FORMAT = "quellenlage/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The head of a dossier; ``begin`` and ``end`` are the first and last day of publication that are known."""

    id: str
    title: str
    begin: date | None
    end: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """A stretch of a report that something rests on."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedRow:
    """When a report was published."""

    earliest: date | None
    latest: date | None
    basis: Basis
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One report with its whole text; ``sentences`` are the sentences as they were read."""

    id: str
    uri: str
    outlet: str | None
    title: str | None
    url: str | None
    authors: tuple[str, ...]
    agencies: tuple[str, ...]
    language: str
    sha256: str
    text: str
    furniture: Spans
    sentences: Spans
    copy_of: str | None
    published: PublishedRow
    delivery: Delivery | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRow:
    """A time expression."""

    id: str
    report: str
    start: int
    end: int
    type: TimeType
    value: str
    mod: str | None
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """A person, organisation, place or office."""

    id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """Where a report refers to an actor."""

    report: str
    start: int
    end: int
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """Who says what. ``source_actor`` is the first of ``source_actors``; ``origin`` the innermost end of the chain."""

    id: str
    report: str
    content: Spans
    source: Spans
    source_actor: str | None
    source_actors: tuple[str, ...]
    cue: Spans
    frame: Spans
    addressee: Spans
    type: StatementType
    medium: Medium
    stance: Stance
    within: str | None
    origin: str | None
    factuality: Factuality
    marks: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantRow:
    """An actor in a role of an event."""

    role: str
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMentionRow:
    """Where a report speaks of the event, and how."""

    report: str
    start: int
    end: int
    sentence: Span
    statement: str | None
    status: Status
    factuality: Factuality


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """The status that one report gives an event; ``reported`` is that report's day, ``earliest`` where it is vague."""

    reported: date | None
    status: Status
    report: str
    mention: Span
    source_actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CollapsedRow:
    """A statement or a report that adds no origin of its own, and why."""

    statement: str | None
    report: str | None
    reason: Collapse


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRow:
    """One independent origin: an actor, or a report in its own voice; neither where the text leaves it open."""

    actor: str | None
    report: str | None
    stance: Stance
    statements: tuple[str, ...]
    collapsed: tuple[CollapsedRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """How many: a range where it cannot be told."""

    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """What happened or is said to happen. ``begin`` and ``end`` are its valid time."""

    id: str
    frame: str
    plover: str | None
    label: str
    participants: tuple[ParticipantRow, ...]
    place: str | None
    begin: date | None
    end: date | None
    status: Status
    mentions: tuple[EventMentionRow, ...]
    history: tuple[HistoryRow, ...]
    origins: tuple[OriginRow, ...]
    independent_origins: CountRow
    denied_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """What is said about an event or a state, across reports."""

    id: str
    label: str
    event: str | None
    statements: tuple[str, ...]
    origins: tuple[OriginRow, ...]
    independent_origins: CountRow
    denied_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideRow:
    """One side of a conflict, with what it says."""

    report: str
    start: int
    end: int
    source_actor: str | None
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRow:
    """Two or more sides that cannot all be right; ``text`` says so in one line, put together from the records."""

    kind: ConflictKind
    event: str | None
    claim: str | None
    sides: tuple[SideRow, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """Text that two reports share."""

    a: str
    b: str
    shared: float
    spans: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One story, with everything in it."""

    story: Story
    reports: tuple[ReportRow, ...]
    times: tuple[TimeRow, ...]
    actors: tuple[ActorRow, ...]
    mentions: tuple[MentionRow, ...]
    statements: tuple[StatementRow, ...]
    events: tuple[EventRow, ...]
    claims: tuple[ClaimRow, ...]
    conflicts: tuple[ConflictRow, ...]
    copies: tuple[CopyRow, ...]

    def to_json(self, *, generator: str = "quellenlage") -> str:
        """Give this dossier alone as JSON text in format ``quellenlage/1``, as ``build --json`` writes it."""
        content = {"format": FORMAT, "generator": generator, "dossiers": [asdict(self)]}
        return json.dumps(content, ensure_ascii=False, default=date.isoformat)
