"""Who denies what a report passes on as nobody's word: *Die Halle soll verkauft worden sein. Der Rat dementiert.*"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from quellenlage.linking.pointing import points_back
from quellenlage.model import ConflictKind, Factuality, Reading, Stance, Statement, StatementType, Status
from quellenlage.model.dossier import ConflictRow, EventMentionRow, EventRow, SideRow
from quellenlage.weighing import voices
from quellenlage.weighing.casebook import Casebook

# Characters between what is passed on and its denial.
NEARBY = 120
SAID_TO_BE = frozenset({Status.HAPPENED, Status.ONGOING, Status.PLANNED, Status.POSSIBLE})


def of(events: Sequence[EventRow], settled: Set[str], book: Casebook) -> Iterator[ConflictRow]:
    """Give the denials of rumours, but for those statements that are ``settled`` in another conflict."""
    passed_on: dict[str, list[tuple[EventMentionRow, EventRow]]] = defaultdict(list)
    for event in events:
        for mention in event.mentions:
            if mention.factuality is Factuality.UNCOMMITTED and mention.status in SAID_TO_BE:
                passed_on[mention.report].append((mention, event))
    for reading in book.links.readings:
        for statement in reading.statements:
            if statement.stance is Stance.DENIES and statement.id not in settled and statement.source:
                found = _right_before(statement, passed_on[reading.report.id], reading, book)
                if found:
                    yield _row(*found, statement, book)


def _right_before(
    denial: Statement, passed_on: Sequence[tuple[EventMentionRow, EventRow]], reading: Reading, book: Casebook
) -> tuple[EventMentionRow, EventRow] | None:
    """Find what is passed on in the paragraph, where nobody else speaks between it and the denial."""
    begin = min(span.start for span in (*denial.content, *denial.cue, *denial.source))
    before = [(m, e) for m, e in passed_on if m.sentence.end <= begin and not _sourced(m, book.statements)]
    if not before:
        return None
    mention, event = max(before, key=lambda row: (row[0].sentence, row[0].start))
    between = reading.report.text[mention.sentence.end : begin]
    others = [s for s in reading.statements if mention.sentence.end <= s.content[0].start < begin]
    if len(between) > NEARBY or "\n" in between.strip(" ") or others:
        return None
    told = denial.type is StatementType.REPORTED and not points_back(denial, reading.report)
    return None if told else (mention, event)


def _sourced(mention: EventMentionRow, statements: Mapping[str, Statement]) -> bool:
    return mention.statement is not None and bool(statements[mention.statement].source)


def _row(mention: EventMentionRow, event: EventRow, denial: Statement, book: Casebook) -> ConflictRow:
    voice = voices.of_statement(denial, denial.content[0], book)[0]
    name = book.actors[voice.actor].name if voice.actor else book.quote(denial.report, denial.source[0])
    sides = (
        SideRow(report=mention.report, start=mention.start, end=mention.end, source_actor=None, value="affirms"),
        SideRow(
            report=denial.report,
            start=denial.content[0].start,
            end=denial.content[-1].end,
            source_actor=voice.actor,
            value="denies",
        ),
    )
    text = f"{event.label}: affirms: {book.reports[mention.report].outlet or mention.report} | denies: {name}"
    return ConflictRow(kind=ConflictKind.DENIAL, event=event.id, claim=None, sides=sides, text=text)
