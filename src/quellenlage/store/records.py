"""What the store keeps beside the model's records: where a report came from, revisions, decisions, and answers."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from quellenlage.model import Reading, Report, Span


class Outcome(StrEnum):
    """What became of a report that was added."""

    NEW = "new"
    KNOWN = "known"
    REVISED = "revised"
    REREAD = "reread"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bytes as they came, and the name they came under."""

    sha256: str
    raw: bytes
    uri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What came of bytes with the options they were read by: reports by id, and what was not read (uri, reason)."""

    key: str
    sha256: str
    uri: str
    reports: tuple[str, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """By what a report is read: the hashes of the extractors, the rules and the pipeline."""

    intake: str
    rules: str
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A report as it came in and as it was read, on its way into the store; ``closes`` comes with a source's last."""

    report: Report
    reading: Reading
    source: Source
    versions: Versions
    at: datetime
    closes: Intake | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the store knows of a report: how it came to be, and by which rules it was read last."""

    intake: str
    rules: str
    model: str
    record_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A passage that a revision changed: ``before`` in the earlier text, ``after`` in the later; one may be empty."""

    before: Span
    after: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What a revision changed beside the text: title, version, embargo, usage, or a note with a correction."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Two texts of one article, and what changed; ``kind`` is ``article``, ``correction``, or ``extraction``.

    A correction is marked as one by its agency; an extraction is another text of the same bytes.
    """

    earlier: str
    later: str
    kind: str
    changes: tuple[Change, ...]
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRevision:
    """A revision with the texts that changed, for a reader, and when it was found."""

    revision: Revision
    uri: str
    found: datetime
    passages: tuple[tuple[str, str], ...]


class Subject(StrEnum):
    """What a person decides on."""

    ACTOR = "actor"
    EVENT = "event"


class Verdict(StrEnum):
    """What a person decides."""

    SAME = "same"
    DIFFERENT = "different"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of a report that an actor or an event is known by, whatever its id becomes."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """An actor or event, or a part of one, as it was when the decision was made."""

    id: str
    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's word on two actors or events; ``undoes`` names the decision that an ``undo`` takes back."""

    id: str
    story: str
    subject: Subject
    verdict: Verdict
    a: Side
    b: Side
    who: str
    made: datetime
    reason: str = ""
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """A story in the list; ``title`` is ``None`` until it is shown for the first time."""

    id: str
    title: str | None
    begin: date | None
    end: date | None
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is searched for in passages; all that is given must hold."""

    text: str = ""
    actor: str = ""
    status: str = ""
    day: date | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A sentence that was found."""

    report: str
    story: str
    uri: str
    outlet: str | None
    published: date | None
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something in the store that is not as it was written: where, and what."""

    where: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What is known of an address that is watched: its last answer, what it listed, when it may be asked again.

    ``listed`` are addresses of pages, ``further`` of other lists.
    """

    url: str
    checked: datetime
    etag: str | None = None
    modified: str | None = None
    sha256: str | None = None
    failures: int = 0
    not_before: datetime | None = None
    listed: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
