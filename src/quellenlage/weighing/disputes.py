"""All that is in dispute in a story: events, figures, claims, statements; each denial once, of values only those."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from quellenlage.model import ConflictKind, EventMention, content_id
from quellenlage.model.dossier import ClaimRow, ConflictRow, EventRow, SideRow
from quellenlage.weighing import conflicts, contrary, denials, doers, moments, opposites, quantities, rumours, tellings
from quellenlage.weighing.casebook import Casebook

# Characters beside a denial within which its speaker gives the value that it is about.
BESIDE = 60


def of(
    grouped: Sequence[Sequence[EventMention]], events: Sequence[EventRow], claims: Sequence[ClaimRow], book: Casebook
) -> Iterator[ConflictRow]:
    """Give what is in dispute over events, figures, claims, and between statements; each denial once."""
    known = {row.id: row for row in events}
    rows = [*_conflicts(grouped, known, book), *quantities.of(events, book)]
    denied = {row.event for row in rows if row.kind is ConflictKind.DENIAL}
    settled = {m.statement for row in events if row.id in denied for m in row.mentions if m.statement}
    timed = {row.event for row in rows if row.kind is ConflictKind.TIME}
    pairs = tuple(tellings.pairs(book))
    found = moments.of(pairs, events, book)
    rows += [row for row in found if row.kind is not ConflictKind.TIME or row.event is None or row.event not in timed]
    rows += doers.of(pairs, events, book)
    rows += denials.of(events, settled, book)
    settled |= _settled(rows, book)
    rows += _disputes([claim for claim in claims if not settled & set(claim.statements)], book)
    settled |= {i for c in claims if any(row.claim == c.id for row in rows) for i in c.statements}
    settled |= _settled(rows, book)
    rows += opposites.of(pairs, events, settled, book)
    settled |= _settled(rows, book)
    rows += rumours.of(events, settled, book)
    rows += contrary.of(pairs, events, _settled(rows, book, values=True), book)
    values = [row.sides for row in rows if row.kind is not ConflictKind.DENIAL]
    yield from (r for r in rows if r.kind is not ConflictKind.DENIAL or not _of_values(r.sides, values, book))


def _settled(rows: Sequence[ConflictRow], book: Casebook, *, values: bool = False) -> set[str]:
    """Give the statements that a denial has a side in, or with ``values`` any conflict."""
    by_report: dict[str, list[SideRow]] = defaultdict(list)
    for side in (side for row in rows if values or row.kind is ConflictKind.DENIAL for side in row.sides):
        by_report[side.report].append(side)
    return {
        statement.id
        for statement in book.statements.values()
        for side in by_report.get(statement.report, ())
        if any(side.start < span.end and span.start < side.end for span in statement.content)
    }


def _of_values(sides: Sequence[SideRow], others: Sequence[Sequence[SideRow]], book: Casebook) -> bool:
    """Say whether sides that deny each other only give two values for one thing, which is a conflict by itself.

    What a source says beside that, before or after it, is not in dispute.
    """
    first: dict[tuple[str, bool], SideRow] = {}
    for side in sides:
        first.setdefault((side.source_actor or side.report, side.value == "denies"), side)
    for values in others:
        held = [[value.value for value in values if _holds(side, value, book)] for side in first.values()]
        if all(held) and len({value for row in held for value in row}) > 1:
            return True
    return False


def _holds(side: SideRow, value: SideRow, book: Casebook) -> bool:
    """Say whether a value stands in what a side says, or in its sentence where one speaker says both.

    What is put right behind a denial is what it says: *Dem widerspricht der Rat. Es seien nur 30, heißt es dort.*
    """
    if side.report != value.report:
        return _quotes(side, value, book)
    text = book.reports[side.report].text
    between = text[min(side.end, value.end) : max(side.start, value.start)]
    if side.value == "denies" and side.end <= value.start and len(between) <= BESIDE and "\n" not in between:
        return True
    if side.source_actor is None or side.source_actor != value.source_actor:
        return (side.start <= value.start and value.end <= side.end) or _quotes(side, value, book)
    return len(between) <= BESIDE and not set(between) & set(".:\n")


def _quotes(side: SideRow, value: SideRow, book: Casebook) -> bool:
    """Say whether a side gives a value in the same words as another report that has it."""
    said = book.reports[side.report].text[side.start : side.end]
    return re.search(rf"(?<!\w){re.escape(value.value)}(?!\w)", said) is not None


def _conflicts(
    grouped: Sequence[Sequence[EventMention]], known: dict[str, EventRow], book: Casebook
) -> Iterator[ConflictRow]:
    for mentions in grouped:
        event = known.get(content_id("e", *sorted(mention.id for mention in mentions)))
        if event:
            yield from conflicts.of(event, mentions, book)


def _disputes(claims: Sequence[ClaimRow], book: Casebook) -> Iterator[ConflictRow]:
    for claim in claims:
        if claim.denied_by:
            yield from conflicts.of_claim(claim, [book.statements[i] for i in claim.statements], book)
