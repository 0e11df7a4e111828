"""Revisions: another text under the address of an article, or under its outlet and title, and what changed in it."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from rapidfuzz.distance import Indel

from quellenlage.model import Interval, Reading, Report, Span
from quellenlage.store.codec import digest
from quellenlage.store.records import Change
from quellenlage.store.tables import report

# A column that comes under one title every month is no revision of the month before.
SAME_ARTICLE = timedelta(days=14)


def address(found: Report) -> str | None:
    """Give the key of an article's address, without what stands behind ``#``."""
    return digest(found.url.partition("#")[0]) if found.url else None


def heading(found: Report) -> str | None:
    """Give the key of an article's outlet and title."""
    return digest(f"{found.outlet}\x1f{found.title}") if found.outlet and found.title else None


def earlier(connection: sa.Connection, found: Report, days: Interval, source: str) -> Any | None:
    """Give the row of the text in force of the article that ``found`` is another text of, or ``None``."""
    clauses = [report.c.source == source]
    if found.url:
        clauses.append(report.c.address == address(found))
    if heading(found):
        clauses.append(report.c.heading == heading(found))
    query = sa.select(report).where(sa.or_(*clauses), report.c.superseded.is_(None), report.c.id != found.id)
    for row in connection.execute(query.order_by(report.c.seq.desc())):
        if _is_it(row, found, days, source):
            return row
    return None


def _is_it(row: Any, found: Report, days: Interval, source: str) -> bool:
    if row.source == source:
        return bool(row.uri == found.uri)
    if found.url and row.address:
        return bool(row.address == address(found))
    other = Interval(earliest=row.earliest, latest=row.latest)
    far = days.closed and other.closed and not _near(days, other)
    return row.heading == heading(found) and not far


def _near(one: Interval, other: Interval) -> bool:
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return True
    return other.earliest - one.latest <= SAME_ARTICLE and one.earliest - other.latest <= SAME_ARTICLE


def changes(before: Reading, after: Reading) -> Iterator[Change]:
    """Give the passages, in whole sentences, in which two texts differ; furniture is none of them."""
    old, new = _sentences(before), _sentences(after)
    asked = Indel.opcodes([before.report.quote(s) for s in old], [after.report.quote(s) for s in new])
    open_: list[int] | None = None
    for code in asked:
        if code.tag == "equal":
            if open_:
                yield _change(open_, old, new)
            open_ = None
            continue
        begun = open_ or [code.src_start, code.src_start, code.dest_start, code.dest_start]
        open_ = [begun[0], code.src_end, begun[2], code.dest_end]
    if open_:
        yield _change(open_, old, new)


def _change(ends: Sequence[int], old: Sequence[Span], new: Sequence[Span]) -> Change:
    return Change(before=_stretch(old, ends[0], ends[1]), after=_stretch(new, ends[2], ends[3]))


def _stretch(spans: Sequence[Span], first: int, last: int) -> Span:
    """Give the passage from one sentence to another; an empty one lies behind the sentence before it."""
    if first < last:
        return Span(spans[first].start, spans[last - 1].end)
    at = spans[first - 1].end if first else 0
    return Span(at, at)


def _sentences(reading: Reading) -> list[Span]:
    furniture, at, out = reading.report.furniture, 0, []
    for span in reading.sentences:
        while at < len(furniture) and furniture[at].end <= span.start:
            at += 1
        if at == len(furniture) or not furniture[at].covers(span):
            out.append(span)
    return out
