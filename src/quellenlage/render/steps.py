"""What each day's reports changed: every step from one status to another, every denial, and what is new.

It is read off a dossier alone. What two stands of a story differ in, with its days and origins, is
``weighing.changes``, which weighs the story twice.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from quellenlage.model import Span, Status
from quellenlage.model.dossier import EventRow, HistoryRow
from quellenlage.render import words
from quellenlage.render.lookup import Link, Lookup
from quellenlage.render.phrases import Phrase, t
from quellenlage.render.words import Label

ORDER = (Status.POSSIBLE, Status.PLANNED, Status.CONFIRMED, Status.ONGOING, Status.HAPPENED)
KINDS = {"denied": t("Bestritten"), "step": t("Mit neuem Stand"), "new": t("Erstmals gemeldet")}
Days = tuple[date | None, date | None]


class Step(NamedTuple):
    """What reports of one day changed about an event; ``before`` is its status until then, none where it was new.

    ``who`` is set where it is another than the outlet of the report itself; ``told`` counts the event's reports.
    """

    event: Link
    before: Label | None
    before_code: str
    after: Label
    after_code: str
    evidence: Link
    who: Link | None
    told: int

    @property
    def kind(self) -> str:
        """Say which of ``KINDS`` it is."""
        return "denied" if self.after_code == Status.DENIED else "step" if self.before else "new"


class Day(NamedTuple):
    """All that changed by reports of the same day, or of the same days where theirs is not known better.

    ``iso`` is the last of these days; it is empty where none is known. ``reports`` go with their titles.
    """

    iso: str
    when: Phrase
    reports: list[tuple[Link, str]]
    steps: list[Step]

    @property
    def kinds(self) -> list[tuple[str, Phrase, list[Step]]]:
        """Give the steps by kind, those first that most reports speak of."""
        ranked = sorted(self.steps, key=lambda step: -step.told)
        parted = [(kind, head, [step for step in ranked if step.kind == kind]) for kind, head in KINDS.items()]
        return [part for part in parted if part[2]]


def steps(lookup: Lookup) -> list[Day]:
    """Give the steps day by day, the latest first; reports without a known day come last."""
    found: dict[Days, Day] = {}
    for report in lookup.reports:
        known = report.published.latest or report.published.earliest
        day = Day(known.isoformat() if known else "", lookup.published(report.id), [], [])
        link = lookup.full(report.id, lookup.report(report.id))
        found.setdefault(_days(lookup, report.id), day).reports.append((link, report.title or ""))
    for event in lookup.events.values():
        for on, row, before in _by_day(lookup, event):
            if on in found:
                found[on].steps.append(_step(lookup, event, row, before))
    return sorted(found.values(), key=lambda day: day.iso, reverse=True)


def _days(lookup: Lookup, report: str) -> Days:
    row = lookup.by_id.get(report)
    return (row.published.earliest, row.published.latest) if row else (None, None)


def _by_day(lookup: Lookup, event: EventRow) -> Iterator[tuple[Days, HistoryRow, Status | None]]:
    """Take the steps of one day together: from where the event stood before to where it stood after; denials apart."""
    last: dict[Days, tuple[HistoryRow, Status | None]] = {}
    for row, before in forward(event):
        on = _days(lookup, row.report)
        if row.status is Status.DENIED:
            yield on, row, before
        else:
            last[on] = (row, last[on][1] if on in last else before)
    yield from ((on, row, before) for on, (row, before) in last.items())


def forward(event: EventRow) -> Iterator[tuple[HistoryRow, Status | None]]:
    """Give the lines of a history that change where an event stands, each with the status before it.

    An event goes forward only: a report that still calls planned what another saw happen changes nothing. A call-off
    and the first denial by each source always count.
    """
    standing: Status | None = None
    deniers: set[str | None] = set()
    for row in event.history:
        if row.status is Status.DENIED:
            if row.source_actor not in deniers:
                yield row, standing
            deniers.add(row.source_actor)
        elif standing is None or _further(row.status, standing):
            yield row, standing
            standing = row.status


def _further(status: Status, standing: Status) -> bool:
    if Status.CANCELLED in (status, standing):
        return status is not standing and status in (Status.CANCELLED, Status.HAPPENED)
    return ORDER.index(status) > ORDER.index(standing)


def _step(lookup: Lookup, event: EventRow, row: HistoryRow, before: Status | None) -> Step:
    said = {(m.report, m.start, m.end): m.statement for m in event.mentions}
    statement = said.get((row.report, *row.mention))
    return Step(
        event=Link(lookup.labels[event.id], "#" + lookup.place("e", event.id)),
        before=words.STATUS[before] if before else None,
        before_code=before or "",
        after=words.STATUS[row.status],
        after_code=row.status,
        evidence=lookup.evidence(row.report, [Span(*row.mention)], statement=statement),
        who=lookup.actor(row.source_actor),
        told=len({mention.report for mention in event.mentions}),
    )
