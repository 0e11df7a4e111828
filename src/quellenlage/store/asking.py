"""What is asked of the store: stories, their reports, and sentences found by what is in them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from quellenlage.errors import NotThereError
from quellenlage.model import Reading, Span
from quellenlage.store.codec import decode, unpack, whole
from quellenlage.store.engine import Database, batches
from quellenlage.store.passages import stemmer
from quellenlage.store.records import FoundRevision, Hit, Query, Revision, StoryLine
from quellenlage.store.tables import alias, passage, reading, report, revision, story
from quellenlage.store.writing import restored

IN_FORCE = report.c.superseded.is_(None)


def stories(connection: sa.Connection) -> list[StoryLine]:
    """Give all stories with the first and last day that is certain.

    One that was never shown is called after its first report's title.
    """
    first = sa.func.min(report.c.seq)
    day = sa.case((report.c.earliest == report.c.latest, report.c.latest))
    counted = (
        sa.select(
            report.c.story,
            sa.func.min(day).label("begin"),
            sa.func.max(day).label("end"),
            sa.func.count().label("reports"),
            first.label("first"),
            sa.func.max(report.c.seq).label("last"),
        )
        .where(IN_FORCE)
        .group_by(report.c.story)
        .subquery()
    )
    title = sa.func.coalesce(story.c.title, report.c.title)
    query = (
        sa.select(counted, title.label("title"), story.c.begin.label("told"), story.c.end.label("until"))
        .join(story, story.c.id == counted.c.story)
        .join(report, report.c.seq == counted.c.first)
    )
    rows = connection.execute(query).all()
    rows = sorted(rows, key=lambda row: (str(row.end or ""), row.last), reverse=True)
    return [
        StoryLine(
            id=row.story,
            title=row.title,
            begin=row.begin or row.told,
            end=max(filter(None, (row.end, row.until)), default=None),
            reports=row.reports,
        )
        for row in rows
    ]


def find_story(connection: sa.Connection, name: str) -> str:
    """Give the id of a story by its id, a beginning of it, or that of a story it took in. Raises ``NotThereError``."""
    own, others = sa.select(story.c.id.label("name"), story.c.id), sa.select(alias.c.id, alias.c.story)
    known = sa.union_all(own, others).subquery()
    found = connection.execute(sa.select(known).where(known.c.name.startswith(name, autoescape=True)).limit(20)).all()
    exact = {row.id for row in found if row.name == name} or {row.id for row in found}
    if len(exact) != 1 or not name:
        what = f"{len(exact)} stories" if exact and name else "no story"
        raise NotThereError(f"there is {what} whose id begins with {name!r}; see them with: quellenlage stories")
    return str(exact.pop())


def members(connection: sa.Connection, name: str) -> list[str]:
    """Give the ids of a story's reports that are in force."""
    query = sa.select(report.c.id).where(report.c.story == name, IN_FORCE).order_by(report.c.seq)
    return list(connection.scalars(query))


def readings(connection: sa.Connection, ids: Sequence[str], rules: str, model: str) -> dict[str, Reading]:
    """Give the readings there are by these rules and this pipeline."""
    out: dict[str, Reading] = {}
    columns = (report.c.id, report.c.uri, report.c.text, reading.c.record)
    for some in batches(ids):
        query = sa.select(*columns).join(reading, reading.c.report == report.c.id)
        query = query.where(report.c.id.in_(some), reading.c.rules == rules, reading.c.model == model)
        for row in connection.execute(query):
            text = unpack(row.text).decode("utf-8", "surrogatepass")
            out[row.id] = whole(decode(row.record, Reading), text, row.uri)
    return out


def reports(connection: sa.Connection, ids: Sequence[str]) -> list[Reading]:
    """Give reports as they came in."""
    rows = [r for some in batches(ids) for r in connection.execute(sa.select(report).where(report.c.id.in_(some)))]
    found = {row.id: Reading(report=restored(row)) for row in rows}
    return [found[id_] for id_ in ids if id_ in found]


def search(connection: sa.Connection, database: Database, query: Query) -> list[Hit]:
    """Find sentences that hold all that is asked, those of the newest reports first; nothing asked finds nothing."""
    clauses = _clauses(database, query)
    if not clauses:
        return []
    columns = (passage.c.begin, passage.c.end, report.c.id, report.c.story, report.c.uri, report.c.outlet)
    asked = sa.select(*columns, report.c.earliest, report.c.latest, report.c.text)
    asked = asked.join(report, report.c.id == passage.c.report).where(*clauses, IN_FORCE)
    newest = sa.func.coalesce(report.c.latest, report.c.earliest, date.min).desc()
    rows = connection.execute(asked.order_by(newest, report.c.seq, passage.c.begin).limit(query.limit))
    return [_hit(row) for row in rows]


def _clauses(database: Database, query: Query) -> list[sa.ColumnElement[bool]]:
    stems = stemmer("de")
    fields = {"stems": stems(query.text), "actors": stems(query.actor), "statuses": _word(query.status)}
    clauses = [database.holds(field, words) for field, words in fields.items() if words]
    if query.day:
        begin = sa.func.coalesce(report.c.earliest, report.c.latest)
        end = sa.func.coalesce(report.c.latest, report.c.earliest)
        clauses += [begin <= query.day, end >= query.day]
    return clauses


def _word(status: str) -> list[str]:
    return [status] if status.isalpha() else []


def _hit(row: Any) -> Hit:
    text = unpack(row.text).decode("utf-8", "surrogatepass")
    span = Span(row.begin, row.end)
    return Hit(
        report=row.id,
        story=row.story,
        uri=row.uri,
        outlet=row.outlet,
        published=row.earliest or row.latest,
        span=span,
        text=text[span.start : span.end],
    )


def revisions(connection: sa.Connection, name: str) -> list[FoundRevision]:
    """Give the revisions of a story's articles with the passages that changed, in the order the texts came."""
    query = sa.select(revision, report.c.uri, report.c.seq).join(report, report.c.id == revision.c.later)
    rows = connection.execute(query.where(report.c.story == name).order_by(report.c.seq)).all()
    out = []
    for row in rows:
        found = decode(row.record, Revision)
        earlier, later = (r.report for r in reports(connection, [found.earlier, found.later]))
        passages = tuple((earlier.quote(c.before), later.quote(c.after)) for c in found.changes)
        out.append(FoundRevision(revision=found, uri=row.uri, found=row.found, passages=passages))
    return out
