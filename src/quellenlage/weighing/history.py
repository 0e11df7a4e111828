"""How far an event has come, by reported time: one row a report, status and source, and where it stands now."""

from collections.abc import Sequence
from datetime import date

from quellenlage.model import EventMention, Stance, Status
from quellenlage.model.dossier import HistoryRow
from quellenlage.weighing import voices
from quellenlage.weighing.casebook import Casebook

STEPS = (Status.POSSIBLE, Status.PLANNED, Status.CONFIRMED, Status.ONGOING, Status.HAPPENED)


def of(mentions: Sequence[EventMention], book: Casebook) -> tuple[HistoryRow, ...]:
    """Give the statuses of an event in the order they were reported, each once for a report and source."""
    rows: dict[tuple[object, ...], HistoryRow] = {}
    for mention in sorted(mentions, key=lambda m: _when(m, book)):
        for voice in voices.of_mention(mention, book):
            row = HistoryRow(
                reported=_reported(mention.report, book),
                status=_status(mention, voice),
                report=mention.report,
                mention=mention.span,
                source_actor=voice.actor,
            )
            rows.setdefault((row.report, row.status, row.source_actor), row)
    return tuple(rows.values())


def _status(mention: EventMention, voice: voices.Voice) -> Status:
    """Turn what is planned into confirmed where its source confirms it."""
    if voice.stance is Stance.CONFIRMS and mention.status is Status.PLANNED:
        return Status.CONFIRMED
    return mention.status


def now(rows: Sequence[HistoryRow]) -> Status:
    """Tell where the event stands by the last reports: denials are kept beside it, not above those who affirm it."""
    affirmed = [row for row in rows if row.status is not Status.DENIED]
    if not affirmed:
        return Status.DENIED
    calls_off = [row for row in affirmed if row.status is Status.CANCELLED]
    if calls_off and not any(_after(row, calls_off[-1]) for row in affirmed if row.status is Status.HAPPENED):
        return Status.CANCELLED
    return max((row.status for row in affirmed if row.status in STEPS), key=STEPS.index, default=affirmed[-1].status)


def bears_out(mention: EventMention, status: Status) -> bool:
    """Say whether a mention speaks for the event as it stands now: a plan does not bear out what has happened."""
    if status not in STEPS:
        return mention.status is status
    least = min(status, Status.PLANNED if status is Status.CONFIRMED else Status.ONGOING, key=STEPS.index)
    return mention.status in STEPS[STEPS.index(least) :]


def _after(row: HistoryRow, other: HistoryRow) -> bool:
    return bool(row.reported and other.reported and row.reported >= other.reported)


def _reported(report: str, book: Casebook) -> date | None:
    interval = book.published(report).interval
    return interval.earliest or interval.latest


def _when(mention: EventMention, book: Casebook) -> tuple[object, ...]:
    return (*book.published(mention.report).order, mention.report, mention.span)
