"""What changed between two days of a story: new, confirmed, denied, corrected, called off.

A story as it stood on a day is the same story without the reports of later days; two such stands are compared event by
event. Reports whose day is not known count from the last day on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from quellenlage.model import Links, Published, Reading, Stance, Status
from quellenlage.model.dossier import EventRow, EvidenceRow
from quellenlage.weighing import origins
from quellenlage.weighing.casebook import Casebook, open_casebook
from quellenlage.weighing.dossier import weigh


class ChangeKind(StrEnum):
    """What can change about an event."""

    NEW = "new"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    CORRECTED = "corrected"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of one event, called as it is in the later stand.

    ``before`` and ``after`` are what changed: days, a status, how many origins; ``actors`` those who confirm or deny;
    ``evidence`` the places in the reports of the days between that speak of the event.
    """

    kind: ChangeKind
    event: str
    label: str
    before: str | None
    after: str | None
    actors: tuple[str, ...]
    evidence: tuple[EvidenceRow, ...]


def changes(links: Links, since: date, until: date) -> tuple[Change, ...]:
    """Compare a story as it stood in the evening of ``since`` with the evening of ``until``."""
    old, new = stand(links, since), stand(links, until)
    known = {reading.report.id for reading in old.readings}
    before, after = weigh(old), weigh(new)
    earlier = {(m.report, m.start, m.end): row for row in before.events for m in row.mentions}
    book, past = open_casebook(new), open_casebook(old)
    found: list[Change] = []
    for row in after.events:
        was = next((earlier[k] for m in row.mentions if (k := (m.report, m.start, m.end)) in earlier), None)
        newer = [m for m in row.mentions if m.report not in known]
        fresh = tuple(EvidenceRow(report=m.report, start=m.start, end=m.end) for m in newer)
        if fresh:
            found += _changes(was, row, fresh, (past, book))
    return tuple(found)


def stand(links: Links, day: date) -> Links:
    """Give a story without the reports that appeared after ``day``."""
    last = max((d for p in links.published.values() if (d := _day(p))), default=date.min)
    kept = tuple(r for r in links.readings if (_day(links.published[r.report.id]) or last) <= day)
    reports = {reading.report.id for reading in kept}
    mentions, statements, entities = _ids(kept)
    actors = [replace(a, entities=tuple(e for e in a.entities if e in entities)) for a in links.actors]
    return replace(
        links,
        readings=kept,
        actors=tuple(actor for actor in actors if actor.entities),
        events=_within(links.events, mentions),
        event_links=tuple(link for link in links.event_links if {link.a, link.b} <= mentions),
        claims=tuple(group for group in _within(links.claims, statements) if len(group) > 1),
        copies=tuple(copy for copy in links.copies if {copy.a, copy.b} <= reports),
        published={report: links.published[report] for report in links.published if report in reports},
        times=tuple(time for time in links.times if time.report in reports),
        days={mention: days for mention, days in links.days.items() if mention in mentions},
    )


def _day(published: Published) -> date | None:
    return published.interval.latest or published.interval.earliest


def _ids(readings: Sequence[Reading]) -> tuple[set[str], set[str], set[str]]:
    mentions = {mention.id for reading in readings for mention in reading.events}
    statements = {statement.id for reading in readings for statement in reading.statements}
    return mentions, statements, {entity.id for reading in readings for entity in reading.entities}


def _within(groups: Sequence[tuple[str, ...]], ids: set[str]) -> tuple[tuple[str, ...], ...]:
    kept = (tuple(id_ for id_ in group if id_ in ids) for group in groups)
    return tuple(group for group in kept if group)


def _changes(
    was: EventRow | None, row: EventRow, fresh: tuple[EvidenceRow, ...], books: tuple[Casebook, Casebook]
) -> Iterator[Change]:
    def change(kind: ChangeKind, before: object, after: object, actors: Sequence[str] = ()) -> Change:
        told = [None if value is None else str(value) for value in (before, after)]
        return Change(
            kind=kind,
            event=row.id,
            label=row.label,
            before=told[0],
            after=told[1],
            actors=tuple(actors),
            evidence=fresh,
        )

    if was is None:
        yield change(ChangeKind.NEW, None, row.status)
        return
    if row.status is Status.CANCELLED and was.status is not Status.CANCELLED:
        yield change(ChangeKind.GONE, was.status, row.status)
    elif row.status is not was.status:
        yield change(_step(row.status), was.status, row.status)
    confirming = _more(_affirming(was, books[0]), _affirming(row, books[1]))
    if confirming:
        yield change(ChangeKind.CONFIRMED, was.independent_origins.least, row.independent_origins.least, confirming)
    denying = _more(_deniers(was, books[0]), _deniers(row, books[1]))
    if denying:
        yield change(ChangeKind.DENIED, len(was.denied_by), len(row.denied_by), denying)
    if (was.begin, was.end) != (row.begin, row.end) and (was.begin or was.end):
        yield change(ChangeKind.CORRECTED, _days(was), _days(row))


def _step(status: Status) -> ChangeKind:
    """Call a step forward a confirmation, and anything else a correction."""
    forward = status in {Status.CONFIRMED, Status.ONGOING, Status.HAPPENED}
    return ChangeKind.CONFIRMED if forward else ChangeKind.CORRECTED


def _affirming(row: EventRow, book: Casebook) -> dict[str, str]:
    """Give those with a name who tell the event, by what tells them from others."""
    actors = [o.actor for o in row.origins if o.actor and o.stance is not Stance.DENIES]
    return {key: actor for actor in actors if not (key := origins.key(actor, book)).startswith(origins.OPEN)}


def _deniers(row: EventRow, book: Casebook) -> dict[str, str]:
    return {origins.key(actor, book): actor for actor in row.denied_by}


def _more(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return [actor for key, actor in after.items() if key not in before]


def _days(row: EventRow) -> str:
    return f"{row.begin or ''}/{row.end or ''}"
