"""Revisions: another text of an article that is there already, and what changed in it.

An agency's item is told by its own identifier and by what it says it corrects; anything else by its address, or by its
outlet and title.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from rapidfuzz.distance import Indel

from quellenlage.model import Delivery, Interval, Reading, Report, Span
from quellenlage.store.codec import digest
from quellenlage.store.records import Change, Fact
from quellenlage.store.tables import report

# A column that comes under one title every month is no revision of the month before.
SAME_ARTICLE = timedelta(days=14)
# A link may name the item with its version behind it.
_VERSION = re.compile(r":\d{1,9}$")


def address(found: Report) -> str | None:
    """Give the key of an article's address, without what stands behind ``#``; an agency's item has one of its own."""
    name = _identifier(found) or (found.url or "").partition("#")[0]
    return digest(name) if name else None


def _identifier(found: Report) -> str | None:
    return found.delivery.guid if found.delivery else None


def _addresses(found: Report) -> set[str]:
    """Give the keys under which an earlier text of the article may stand: its own, and those of what it corrects."""
    named = found.delivery.corrects if found.delivery else ()
    keys = {digest(name) for one in named for name in (one, _VERSION.sub("", one))}
    return keys | ({own} if (own := address(found)) else set())


def heading(found: Report) -> str | None:
    """Give the key of an article's outlet and title."""
    return digest(f"{found.outlet}\x1f{found.title}") if found.outlet and found.title else None


def earlier(connection: sa.Connection, found: Report, days: Interval, source: str) -> Any | None:
    """Give the row of the text in force of the article that ``found`` is another text of, or ``None``."""
    clauses = [report.c.source == source]
    if keys := _addresses(found):
        clauses.append(report.c.address.in_(sorted(keys)))
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
    if row.address and address(found):
        return row.address in _addresses(found)
    other = Interval(earliest=row.earliest, latest=row.latest)
    far = days.closed and other.closed and not _near(days, other)
    return row.heading == heading(found) and not far


def _near(one: Interval, other: Interval) -> bool:
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return True
    return other.earliest - one.latest <= SAME_ARTICLE and one.earliest - other.latest <= SAME_ARTICLE


def facts(before: Report, after: Report) -> Iterator[Fact]:
    """Give what changed beside the text: the title, and how an agency delivered it."""
    one, other = before.delivery or Delivery(), after.delivery or Delivery()
    told: list[tuple[str, str | None, str | None]] = [("title", before.title, after.title)]
    told += [(name, getattr(one, name), getattr(other, name)) for name in ("version", "embargo", "usage")]
    if other.correction or other.corrects:
        told.append(("note", None, other.note))
    yield from (Fact(name=name, before=old, after=new) for name, old, new in told if old != new)


def is_later(one: Reading, other: Reading) -> bool:
    """Say whether the first of two texts of an article is the newer one: by its version, else by its day."""
    mine, others = one.report.delivery, other.report.delivery
    if mine and others and mine.guid == others.guid and mine.order and others.order:
        return mine.order > others.order
    first, second = one.report.published.interval, other.report.published.interval
    return bool(first.earliest and second.latest and first.earliest > second.latest)


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
