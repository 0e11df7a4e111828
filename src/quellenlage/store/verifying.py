"""Checks that the store still holds what was written: hashes, spans in their texts, references, and the indexes."""

import zlib
from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa

from quellenlage.model import Links, Reading, Report
from quellenlage.store import passages
from quellenlage.store.codec import decode, digest, unpack, whole
from quellenlage.store.engine import Database
from quellenlage.store.records import Decision, Fault, Revision
from quellenlage.store.spans import dangling, outside
from quellenlage.store.tables import decision, passage, posting, reading, report, revision, source, story

T = TypeVar("T")
DAMAGED = (zlib.error, msgspec.DecodeError, UnicodeDecodeError, ValueError)
AT_ONCE = 50


def verify(connection: sa.Connection, database: Database) -> Iterator[Fault]:
    """Give what is wrong, report by report, then what joins them. Memory does not grow with the store."""
    yield from _sources(connection)
    for row in _rows(connection, sa.select(report).order_by(report.c.seq)):
        yield from _report(connection, row)
    yield from _revisions(connection)
    yield from _stories(connection)
    yield from _decisions(connection)
    yield from _counts(connection, database)


def _rows(connection: sa.Connection, query: sa.Select[Any]) -> Iterator[Any]:
    yield from connection.execute(query.execution_options(yield_per=AT_ONCE))


def _sources(connection: sa.Connection) -> Iterator[Fault]:
    for row in _rows(connection, sa.select(source)):
        try:
            right = digest(unpack(row.raw)) == row.sha256
        except zlib.error:
            right = False
        if not right:
            yield Fault(where=f"source {row.sha256[:12]}", what="the raw bytes are not those that were read")


def _report(connection: sa.Connection, row: Any) -> Iterator[Fault]:
    where = f"report {row.id} ({row.uri})"
    try:
        text = unpack(row.text).decode("utf-8", "surrogatepass")
    except DAMAGED:
        text = None
    if text is None or digest(text) != row.sha256:
        yield Fault(where=where, what="the text does not have the hash it was kept under")
        return
    record = _decoded(row.record, row.record_sha256, Report)
    if record is None:
        yield Fault(where=where, what="its record is damaged")
        return
    came = whole(Reading(report=record), text, row.uri)
    if came.report.identity != row.id:
        yield Fault(where=where, what="its id is not that of its text, outlet, address and version")
    yield from (Fault(where=where, what=what) for what in outside(came))
    yield from _readings(connection, row, text)


def _readings(connection: sa.Connection, row: Any, text: str) -> Iterator[Fault]:
    newest = False
    for kept in connection.execute(sa.select(reading).where(reading.c.report == row.id)).all():
        where = f"reading of report {row.id} ({row.uri})"
        record = _decoded(kept.record, kept.record_sha256, Reading)
        if record is None:
            yield Fault(where=where, what="its record is damaged")
            continue
        found = whole(record, text, row.uri)
        yield from (Fault(where=where, what=what) for what in (*outside(found), *dangling(found)))
        if (kept.rules, kept.model) == (row.rules, row.model):
            newest = True
            yield from _index(connection, row, found)
    if not newest:
        yield Fault(where=f"report {row.id} ({row.uri})", what="its newest reading is missing")


def _index(connection: sa.Connection, row: Any, found: Reading) -> Iterator[Fault]:
    query = sa.select(passage).where(passage.c.report == row.id).order_by(passage.c.id)
    kept = [dict(line._mapping) for line in connection.execute(query)]
    if kept != list(passages.rows(found, row.seq)):
        yield Fault(where=f"report {row.id} ({row.uri})", what="the index of its sentences is not that of its reading")


def _revisions(connection: sa.Connection) -> Iterator[Fault]:
    for row in connection.execute(sa.select(revision)).all():
        where = f"revision of report {row.earlier} by {row.later}"
        record = _decoded(row.record, row.record_sha256, Revision)
        if record is None:
            yield Fault(where=where, what="its record is damaged")
            continue
        lengths = {r.id: n for r, n in _lengths(connection, (row.earlier, row.later))}
        for change in record.changes:
            for id_, span in ((row.earlier, change.before), (row.later, change.after)):
                if not 0 <= span.start <= span.end <= lengths.get(id_, -1):
                    yield Fault(where=where, what=f"the span {list(span)} does not lie in report {id_}")


def _lengths(connection: sa.Connection, ids: tuple[str, ...]) -> Iterator[tuple[Any, int]]:
    for row in connection.execute(sa.select(report.c.id, report.c.text).where(report.c.id.in_(ids))):
        try:
            yield row, len(unpack(row.text).decode("utf-8", "surrogatepass"))
        except DAMAGED:
            yield row, -1


def _stories(connection: sa.Connection) -> Iterator[Fault]:
    for row in connection.execute(sa.select(story).where(story.c.record.is_not(None))).all():
        if _decoded(row.record, row.record_sha256, Links) is None:
            yield Fault(where=f"story {row.id}", what="its links are damaged")
    homeless = sa.select(report.c.id).where(report.c.story.not_in(sa.select(story.c.id)))
    for id_ in connection.scalars(homeless):
        yield Fault(where=f"report {id_}", what="its story is not there")
    told = sa.select(report.c.story)
    for id_ in connection.scalars(sa.select(story.c.id).where(story.c.id.not_in(told))):
        yield Fault(where=f"story {id_}", what="no report tells it")


def _decisions(connection: sa.Connection) -> Iterator[Fault]:
    for row in connection.execute(sa.select(decision)).all():
        record = _decoded(row.record, row.record_sha256, Decision)
        if record is None:
            yield Fault(where=f"decision {row.id}", what="its record is damaged")
            continue
        places = (*record.a.places, *record.b.places)
        lengths = {r.id: n for r, n in _lengths(connection, tuple({place.report for place in places}))}
        for place in places:
            if not 0 <= place.span.start < place.span.end <= lengths.get(place.report, -1):
                what = f"the span {list(place.span)} does not lie in report {place.report}"
                yield Fault(where=f"decision {row.id}", what=what)


def _counts(connection: sa.Connection, database: Database) -> Iterator[Fault]:
    """Check what finds stories and sentences: nothing in it without its report, and SQLite's own index."""
    lost = sa.select(sa.func.count()).select_from(posting).where(posting.c.seq.not_in(sa.select(report.c.seq)))
    if connection.scalar(lost):
        yield Fault(where="index of terms", what="holds terms of reports that are not there")
    if database.is_sqlite:
        try:
            connection.exec_driver_sql("INSERT INTO passage_words(passage_words) VALUES ('integrity-check')")
        except sa.exc.DBAPIError:
            yield Fault(where="index of sentences", what="is not that of the sentences")
        for (said,) in connection.exec_driver_sql("PRAGMA quick_check"):
            if said != "ok":
                yield Fault(where="the file", what=str(said))


def _decoded(data: bytes, sha256: str, kind: type[T]) -> T | None:
    try:
        return decode(data, kind) if digest(unpack(data)) == sha256 else None
    except DAMAGED:
        return None
