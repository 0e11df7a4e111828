"""The events of a dossier as the page shows them: valid time, status from report to report, origins."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from quellenlage.model import Span, Stance, Status
from quellenlage.model.dossier import (
    CollapsedRow,
    ConflictRow,
    EventMentionRow,
    EventRow,
    HistoryRow,
    OriginRow,
    ParticipantRow,
)
from quellenlage.render import days, words
from quellenlage.render.lookup import NOBODY, Link, Lookup
from quellenlage.render.words import Label


class Step(NamedTuple):
    """The status that one report gives an event."""

    when: str
    status: Label
    code: str
    evidence: Link
    source: Link | None


class Proof(NamedTuple):
    """A sentence that speaks of an event, cut around the word that names it."""

    before: str
    word: str
    after: str
    evidence: Link
    when: str
    status: Label
    factuality: Label
    code: str


class Fold(NamedTuple):
    """Something that adds no origin of its own, with the reason."""

    evidence: Link
    reason: Label


class OriginView(NamedTuple):
    """One independent origin with the sentences that rest on it and what collapses into it."""

    who: Link
    stance: Label
    against: bool
    statements: list[Link]
    folds: list[Fold]


class EventView(NamedTuple):
    """One row of the chronology."""

    anchor: str
    label: str
    when: str
    place: Link | None
    participants: list[tuple[str, Link]]
    status: Label
    code: str
    contested: list[Link]
    disputes: int
    history: list[Step]
    proofs: list[Proof]
    origins: list[OriginView]
    count: str
    reports: str
    frame: str


def chronology(lookup: Lookup) -> list[EventView]:
    """Give the events in the order of their valid time; those without a day come last."""
    disputed: dict[str, int] = {}
    for conflict in lookup.dossier.conflicts:
        disputed[conflict.event or ""] = disputed.get(conflict.event or "", 0) + 1
    return [_event(lookup, event, disputed.get(event.id, 0)) for event in sorted(lookup.dossier.events, key=_order)]


def _order(event: EventRow) -> tuple[date, date, str, str]:
    return (event.begin or event.end or date.max, event.end or date.max, event.label, event.id)


def _event(lookup: Lookup, event: EventRow, disputes: int) -> EventView:
    return EventView(
        anchor=lookup.anchor(event.id),
        label=event.label,
        when=_when(event),
        place=lookup.actor(event.place),
        participants=list(_participants(lookup, event.participants)),
        status=words.STATUS[event.status],
        code=event.status,
        contested=[link for link in map(lookup.actor, event.denied_by) if link],
        disputes=disputes,
        history=[_step(lookup, row) for row in event.history],
        proofs=[_proof(lookup, mention) for mention in event.mentions],
        origins=[origin_view(lookup, origin) for origin in event.origins],
        count=words.count(event.independent_origins.least, event.independent_origins.most),
        reports=words.several(len({mention.report for mention in event.mentions}), "Bericht", "Berichte"),
        frame=" · ".join(filter(None, (event.frame, event.plover))),
    )


def _when(event: EventRow) -> str:
    if event.status is Status.ONGOING and event.begin and not event.end:
        return f"seit {days.day(event.begin)}"
    return days.lasting(event.begin, event.end)


def _participants(lookup: Lookup, rows: Iterable[ParticipantRow]) -> Iterable[tuple[str, Link]]:
    for row in rows:
        link = lookup.actor(row.actor)
        if link:
            yield words.ROLE.get(row.role, row.role), link


def _step(lookup: Lookup, row: HistoryRow) -> Step:
    when = lookup.published(row.report) if row.report in lookup.by_id else days.lasting(row.reported, row.reported)
    evidence = lookup.evidence(row.report, [row.mention])
    return Step(when, words.STATUS[row.status], row.status, evidence, lookup.actor(row.source_actor))


def _proof(lookup: Lookup, row: EventMentionRow) -> Proof:
    report = lookup.by_id.get(row.report)
    text = report.text if report else ""
    start, end = min(row.sentence.start, row.start), max(row.sentence.end, row.end)
    return Proof(
        before=text[start : row.start].lstrip(),
        word=text[row.start : row.end],
        after=text[row.end : end].rstrip(),
        evidence=lookup.evidence(row.report, [Span(row.start, row.end)]),
        when=lookup.published(row.report),
        status=words.STATUS[row.status],
        factuality=words.FACTUALITY[row.factuality],
        code=row.factuality,
    )


def origin_view(lookup: Lookup, row: OriginRow) -> OriginView:
    """Give one origin of an event or of a claim as the page shows it."""
    own = lookup.report(row.report) if row.report else None
    who = lookup.actor(row.actor)
    if who is None and own:
        who = Link(f"{lookup.outlet(row.report or '')}, in eigenen Worten", own.href, own.text)
    return OriginView(
        who=who or Link(NOBODY),
        stance=words.STANCE[row.stance],
        against=row.stance in (Stance.DENIES, Stance.DOUBTS),
        statements=[link for link in (_statement(lookup, id_) for id_ in row.statements) if link],
        folds=[fold for fold in (_fold(lookup, collapsed) for collapsed in row.collapsed) if fold],
    )


def _statement(lookup: Lookup, statement: str | None) -> Link | None:
    row = lookup.statements.get(statement or "")
    if not row:
        return None
    report = lookup.report(row.report)
    return lookup.evidence(row.report, row.content or row.cue, f"{report.note} ({report.text})", "Zum Satz im Bericht")


def _fold(lookup: Lookup, row: CollapsedRow) -> Fold | None:
    evidence = _statement(lookup, row.statement)
    if not evidence and row.report:
        report = lookup.report(row.report)
        evidence = Link(f"{report.note} ({report.text})", report.href) if report.href else None
    return Fold(evidence, words.COLLAPSE[row.reason]) if evidence else None


class Side(NamedTuple):
    """What one side of a conflict says, and where."""

    who: Link
    value: str
    quote: str
    evidence: Link
    when: str


class ConflictView(NamedTuple):
    """Sides that cannot all be right."""

    kind: Label
    text: str
    event: Link | None
    sides: list[Side]


def conflicts(lookup: Lookup) -> list[ConflictView]:
    """Give the conflicts in the order of the dossier."""
    events = {event.id: event for event in lookup.dossier.events}
    return [_conflict(lookup, events, conflict) for conflict in lookup.dossier.conflicts]


def _conflict(lookup: Lookup, events: dict[str, EventRow], row: ConflictRow) -> ConflictView:
    event = events.get(row.event or "")
    link = Link(event.label, "#" + lookup.anchor(event.id)) if event else None
    sides = []
    for side in row.sides:
        span = Span(side.start, side.end)
        cut = lookup.passage(side.report, side.start)
        quote = lookup.quote(side.report, [cut]) if cut else ""
        who = lookup.actor(side.source_actor) or Link(lookup.outlet(side.report), lookup.report(side.report).href)
        sides.append(
            Side(who, side.value, quote, lookup.evidence(side.report, [span]), lookup.published(side.report))
        )
    return ConflictView(words.CONFLICT[row.kind], row.text, link, sides)
