"""How far an event has come, by reported time: one row a report, status and source, and where it stands now."""

from collections.abc import Sequence, Set
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


def now(rows: Sequence[HistoryRow], *, durative: bool = False, theirs: Set[str] = frozenset()) -> Status:
    """Tell where the event stands by the last reports: denials are kept beside it, not above those who affirm it.

    A denial counts where nobody did more than hold the event possible and it comes from those whose event it is
    (``theirs``), or in a report's own voice. Of what has set in the latest reports say whether it goes on; what lasts
    (``durative``) does as long as one of them says so.
    """
    affirmed = [row for row in rows if row.status is not Status.DENIED]
    if not affirmed:
        return Status.DENIED
    if all(row.status is Status.POSSIBLE for row in affirmed) and _has_the_last_word(rows, theirs):
        return Status.DENIED
    calls_off = [row for row in affirmed if row.status is Status.CANCELLED]
    if calls_off:
        affirmed = [row for row in affirmed if row.status in STEPS and _outlasts(row, calls_off[-1])]
        if not affirmed:
            return Status.CANCELLED
    begun = [row for row in affirmed if row.status in {Status.ONGOING, Status.HAPPENED}]
    if begun:
        last = {row.status for row in begun if not _later(row, begun)}
        goes_on = Status.ONGOING in last and (durative or Status.HAPPENED not in last)
        return Status.ONGOING if goes_on else Status.HAPPENED
    return max((row.status for row in affirmed if row.status in STEPS), key=STEPS.index, default=affirmed[-1].status)


def _has_the_last_word(rows: Sequence[HistoryRow], theirs: Set[str]) -> bool:
    """Say whether one of those whose event it is denies it, and nobody holds it possible in a later report."""
    denied = [row for row in rows if row.status is Status.DENIED]
    denied = [row for row in denied if row.source_actor is None or row.source_actor in theirs]
    return bool(denied) and not any(_later(denied[-1], [row]) for row in rows if row.status is Status.POSSIBLE)


def _later(row: HistoryRow, rows: Sequence[HistoryRow]) -> bool:
    return any(row.reported and other.reported and other.reported > row.reported for other in rows)


def _outlasts(row: HistoryRow, called_off: HistoryRow) -> bool:
    """Say whether a row stands against a cancellation: it happened after all, or a later report has a new plan."""
    if row.status is Status.HAPPENED:
        return _after(row, called_off)
    planned = row.status in {Status.PLANNED, Status.CONFIRMED, Status.ONGOING}
    return planned and _later(called_off, [row])


def _after(row: HistoryRow, other: HistoryRow) -> bool:
    return bool(row.reported and other.reported and row.reported >= other.reported)


def _reported(report: str, book: Casebook) -> date | None:
    interval = book.published(report).interval
    return interval.earliest or interval.latest


def _when(mention: EventMention, book: Casebook) -> tuple[object, ...]:
    return (*book.published(mention.report).order, mention.report, mention.span)
