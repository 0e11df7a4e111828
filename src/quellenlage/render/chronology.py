"""The events of a dossier as the page shows them: valid time, status from report to report, origins."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from quellenlage.model import Span, Stance, Status
from quellenlage.model.dossier import (
    CollapsedRow,
    EventMentionRow,
    EventRow,
    HistoryRow,
    OriginRow,
)
from quellenlage.render import days, words
from quellenlage.render.lookup import NOBODY, Link, Lookup
from quellenlage.render.words import Label

YEAR = timedelta(days=365)
UNDATED, PAST = "Ohne bekannten Tag", "Vorgeschichte"
PARTS = ("", UNDATED, PAST)


class Step(NamedTuple):
    """The status that one report gives an event; ``voices`` lead to the sentences, by who speaks there."""

    when: str
    status: Label
    code: str
    evidence: Link
    voices: list[Link]


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
    participants: list[tuple[str, list[Link]]]
    status: Label
    code: str
    contested: list[Link]
    disputes: int
    history: list[Step]
    proofs: list[Proof]
    origins: list[OriginView]
    tally: str
    reports: str
    part: str = ""


def chronology(lookup: Lookup) -> list[EventView]:
    """Give the events in the order of their valid time; then those without a day, then what lies far back."""
    disputed: dict[str, int] = {}
    for conflict in lookup.dossier.conflicts:
        disputed[conflict.event or ""] = disputed.get(conflict.event or "", 0) + 1
    parted = [(_part(event, lookup.dossier.story.begin), event) for event in lookup.dossier.events]
    ordered = sorted(parted, key=lambda row: (PARTS.index(row[0]), _order(row[1])))
    return [_event(lookup, event, disputed.get(event.id, 0))._replace(part=part) for part, event in ordered]


def _part(event: EventRow, begin: date | None) -> str:
    """Say under which head an event stands: what ended a year before the first report is the story's past."""
    last = event.end or event.begin
    if last is None:
        return UNDATED
    return PAST if begin and last < begin - YEAR else ""


def _order(event: EventRow) -> tuple[date, date, int, str, str]:
    first, last = event.begin or event.end or date.max, event.end or date.max
    return (first, last, -len({mention.report for mention in event.mentions}), event.label, event.id)


def _event(lookup: Lookup, event: EventRow, disputes: int) -> EventView:
    return EventView(
        anchor=lookup.anchor(event.id),
        label=event.label,
        when=_when(event),
        place=lookup.actor(event.place),
        participants=_participants(lookup, event),
        status=words.STATUS[event.status],
        code=event.status,
        contested=[link for link in map(lookup.actor, event.denied_by) if link],
        disputes=disputes,
        history=_steps(lookup, event.history),
        proofs=[_proof(lookup, mention) for mention in event.mentions],
        origins=[origin_view(lookup, origin) for origin in event.origins],
        tally=words.count(event.independent_origins.least, event.independent_origins.most),
        reports=words.several(len({mention.report for mention in event.mentions}), "Bericht", "Berichte"),
    )


def _when(event: EventRow) -> str:
    if event.status is Status.ONGOING and event.begin and not event.end:
        return f"seit {days.day(event.begin)}"
    return days.lasting(event.begin, event.end)


def _participants(lookup: Lookup, event: EventRow) -> list[tuple[str, list[Link]]]:
    """Group the participants by role; the place is named already."""
    roles: dict[str, list[Link]] = {}
    for row in event.participants:
        link = lookup.actor(row.actor)
        if link and row.actor != event.place:
            roles.setdefault(words.ROLE.get(row.role, row.role), []).append(link)
    return list(roles.items())


def _steps(lookup: Lookup, rows: Iterable[HistoryRow]) -> list[Step]:
    """Put what one report says in a row with one status on one line."""
    steps: list[Step] = []
    for (report, status), group in groupby(rows, key=lambda row: (row.report, row.status)):
        run = list(group)
        known = report in lookup.by_id
        when = lookup.published(report) if known else days.lasting(run[0].reported, run[0].reported)
        evidence = lookup.evidence(report, [run[0].mention])
        steps.append(Step(when, words.STATUS[status], status, evidence, _voices(lookup, run)))
    return steps


def _voices(lookup: Lookup, run: Iterable[HistoryRow]) -> list[Link]:
    voices: dict[str, Link] = {}
    for row in run:
        who = lookup.actor(row.source_actor)
        name = f"laut {who.text}" if who else "in eigenen Worten"
        voices.setdefault(name, lookup.evidence(row.report, [row.mention], name, "Zum Satz im Bericht"))
    return list(voices.values())


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
    return lookup.evidence(row.report, row.content or row.cue, lookup.full_name(row.report), "Zum Satz im Bericht")


def _fold(lookup: Lookup, row: CollapsedRow) -> Fold | None:
    evidence = _statement(lookup, row.statement)
    if not evidence and row.report:
        report = lookup.report(row.report)
        evidence = Link(lookup.full_name(row.report), report.href) if report.href else None
    return Fold(evidence, words.COLLAPSE[row.reason]) if evidence else None
