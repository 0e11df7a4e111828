"""Dossiers as a table: one row for each place where a report speaks of an event, for spreadsheets and statistics."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from quellenlage.model.dossier import Dossier, EventMentionRow, EventRow, ReportRow, StatementRow
from quellenlage.render.visible import visible

COLUMNS = (
    "story",
    "event",
    "label",
    "frame",
    "begin",
    "end",
    "status",
    "denied_by",
    "origins_least",
    "origins_most",
    "report",
    "outlet",
    "published_earliest",
    "published_latest",
    "reported_status",
    "factuality",
    "source",
    "stance",
    "start",
    "end_offset",
    "sentence",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(dossiers: Sequence[Dossier]) -> bytes:
    """Give UTF-8 with a byte-order mark, so that spreadsheets know it, and a head line.

    A cell that a spreadsheet would run as a formula is put behind an apostrophe (OWASP: CSV injection).
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for dossier in dossiers:
        writer.writerows([_cell(value) for value in row] for row in _rows(dossier))
    return out.getvalue().encode("utf-8-sig", "replace")


def _rows(dossier: Dossier) -> Iterator[tuple[object, ...]]:
    reports = {report.id: report for report in dossier.reports}
    statements = {statement.id: statement for statement in dossier.statements}
    names = {actor.id: actor.name for actor in dossier.actors}
    for event in dossier.events:
        for mention in event.mentions:
            said = statements.get(mention.statement or "")
            yield (
                dossier.story.title,
                *_event(event, names),
                *_report(reports.get(mention.report), mention),
                mention.status,
                mention.factuality,
                *_source(said, names),
                mention.start,
                mention.end,
                _sentence(reports.get(mention.report), mention),
            )


def _event(event: EventRow, names: dict[str, str]) -> tuple[object, ...]:
    denied = "; ".join(names.get(actor, "") for actor in event.denied_by)
    count = event.independent_origins
    head = (event.id, event.label, event.frame, event.begin, event.end, event.status)
    return (*head, denied, count.least, count.most)


def _report(report: ReportRow | None, mention: EventMentionRow) -> tuple[object, ...]:
    if report is None:
        return (mention.report, None, None, None)
    return (report.id, report.outlet, report.published.earliest, report.published.latest)


def _source(said: StatementRow | None, names: dict[str, str]) -> tuple[object, ...]:
    return (names.get(said.source_actor or ""), said.stance) if said else (None, None)


def _sentence(report: ReportRow | None, mention: EventMentionRow) -> str:
    return " ".join(report.text[mention.sentence.start : mention.sentence.end].split()) if report else ""


def _cell(value: object) -> str:
    text = "" if value is None else visible(str(value))
    return f"'{text}" if text.startswith(FORMULA) else text
