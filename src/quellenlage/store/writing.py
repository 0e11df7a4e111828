"""What is written when a report comes in: all of it in the one transaction of the connection that is handed in."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from quellenlage.model import Reading, Report
from quellenlage.store import passages, revising
from quellenlage.store.codec import decode, encode, pack, stripped, unpack, whole
from quellenlage.store.engine import Database, batches
from quellenlage.store.placing import place, settle
from quellenlage.store.records import Arrival, Intake, Outcome, Revision
from quellenlage.store.tables import intake, passage, reading, report, revision, source


def add(connection: sa.Connection, database: Database, arrival: Arrival) -> Outcome:
    """Keep a report that came in, with everything that belongs to it."""
    known = connection.execute(sa.select(report).where(report.c.id == arrival.report.id)).first()
    outcome = _again(connection, database, arrival, known) if known else _first(connection, database, arrival)
    if arrival.closes:
        close_intake(connection, database, arrival.closes)
    return outcome


def close_intake(connection: sa.Connection, database: Database, closed: Intake) -> None:
    """Note what came of bytes."""
    values = {"key": closed.key, "sha256": closed.sha256, "uri": shown(closed.uri), "record": encode(closed)[0]}
    connection.execute(database.insert(intake).values(values).on_conflict_do_nothing())


def keep_reading(
    connection: sa.Connection, database: Database, found: Reading, by: tuple[str, str], at: datetime
) -> None:
    """Keep a new reading of a report that is there, and index it; ``by`` are the rules and the pipeline."""
    seq = connection.scalar(sa.select(report.c.seq).where(report.c.id == found.report.id))
    _keep(connection, database, found, by, at)
    _index(connection, found, int(seq or 0))
    values = {"rules": by[0], "model": by[1], **_days(found)}
    connection.execute(sa.update(report).where(report.c.id == found.report.id).values(values))


def restored(row: Any) -> Report:
    """Give a report back from its row, as it came in."""
    record = decode(row.record, Report)
    text = unpack(row.text).decode("utf-8", "surrogatepass")
    return whole(Reading(report=record), text, row.uri).report


def _again(connection: sa.Connection, database: Database, arrival: Arrival, before: Any) -> Outcome:
    """Keep a report anew that other rules or another extractor made of what is there; else leave all as it is."""
    versions = arrival.versions
    record, record_sha256 = encode(stripped(arrival.report))
    now = {"intake": versions.intake, "record": record, "record_sha256": record_sha256}
    if any(getattr(before, name) != now[name] for name in ("intake", "record_sha256")):
        connection.execute(sa.update(report).where(report.c.id == arrival.report.id).values(now))
    if (before.rules, before.model, before.record_sha256) == (versions.rules, versions.model, record_sha256):
        return Outcome.KNOWN
    keep_reading(connection, database, arrival.reading, (versions.rules, versions.model), arrival.at)
    return Outcome.REREAD


def _first(connection: sa.Connection, database: Database, arrival: Arrival) -> Outcome:
    """Keep a report that is not there yet, with its source, its place in a story, and its index."""
    raw = arrival.source.raw
    kept = {"sha256": arrival.source.sha256, "size": len(raw), "raw": pack(raw)}
    connection.execute(database.insert(source).values(kept).on_conflict_do_nothing())
    seq = (connection.scalar(sa.select(sa.func.max(report.c.seq))) or 0) + 1
    days = arrival.reading.report.published.interval
    before = revising.earlier(connection, arrival.report, days, arrival.source.sha256)
    story, terms = place(connection, seq, arrival.reading, before.story if before else None)
    row = _columns(arrival) | {"seq": seq, "story": story, "terms": terms}
    connection.execute(sa.insert(report).values(row))
    _keep(connection, database, arrival.reading, (arrival.versions.rules, arrival.versions.model), arrival.at)
    _index(connection, arrival.reading, seq)
    if before:
        _revise(connection, arrival, before)
    settle(connection, seq)
    return Outcome.REVISED if before else Outcome.NEW


def _columns(arrival: Arrival) -> dict[str, Any]:
    found = arrival.report
    record, record_sha256 = encode(stripped(found))
    return {
        "id": found.id,
        "source": arrival.source.sha256,
        "intake": arrival.versions.intake,
        "uri": shown(found.uri),
        "outlet": shown(found.outlet),
        "title": shown(found.title),
        "address": revising.address(found),
        "heading": revising.heading(found),
        "sha256": found.sha256,
        "text": pack(found.text.encode("utf-8", "surrogatepass")),
        "record": record,
        "record_sha256": record_sha256,
        "rules": arrival.versions.rules,
        "model": arrival.versions.model,
        "added": arrival.at,
        **_days(arrival.reading),
    }


def _days(found: Reading) -> dict[str, Any]:
    days = found.report.published.interval
    return {"earliest": days.earliest, "latest": days.latest}


def _keep(connection: sa.Connection, database: Database, found: Reading, by: tuple[str, str], at: datetime) -> None:
    record, record_sha256 = encode(stripped(found))
    now = {"record": record, "record_sha256": record_sha256, "read": at}
    insert = database.insert(reading).values(report=found.report.id, rules=by[0], model=by[1], **now)
    connection.execute(insert.on_conflict_do_update(index_elements=["report", "rules", "model"], set_=now))


def _index(connection: sa.Connection, found: Reading, seq: int) -> None:
    connection.execute(sa.delete(passage).where(passage.c.report == found.report.id))
    for some in batches(passages.rows(found, seq)):
        connection.execute(sa.insert(passage), some)


def _revise(connection: sa.Connection, arrival: Arrival, before: Any) -> None:
    """Note that a text supersedes another of the same article; one of an earlier day is itself the superseded one."""
    row = connection.execute(
        sa.select(reading.c.record).where(
            reading.c.report == before.id, reading.c.rules == before.rules, reading.c.model == before.model
        )
    ).one()
    text = unpack(before.text).decode("utf-8", "surrogatepass")
    old, new = whole(decode(row.record, Reading), text, before.uri), arrival.reading
    if revising.is_later(old, new):
        old, new = new, old
    kind = _kind(new.report, same_bytes=before.source == arrival.source.sha256)
    found = Revision(
        earlier=old.report.id,
        later=new.report.id,
        kind=kind,
        changes=tuple(revising.changes(old, new)),
        facts=tuple(revising.facts(old.report, new.report)),
    )
    record, record_sha256 = encode(found)
    values = {"record": record, "record_sha256": record_sha256, "kind": kind, "found": arrival.at}
    connection.execute(sa.insert(revision).values(earlier=found.earlier, later=found.later, **values))
    superseded = sa.update(report).where(report.c.id == found.earlier).values(superseded=found.later)
    connection.execute(superseded)


def _kind(later: Report, *, same_bytes: bool) -> str:
    if same_bytes:
        return "extraction"
    return "correction" if later.delivery and later.delivery.correction else "article"


def shown(text: str | None) -> str | None:
    """Give a text as a column can hold it: PostgreSQL takes no NUL, and UTF-8 no half of a pair."""
    return text and text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode()
