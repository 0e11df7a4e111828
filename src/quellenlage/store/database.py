"""The store on a database: SQLite and PostgreSQL alike."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from quellenlage.model import Links, Reading
from quellenlage.model.dossier import Story as Head
from quellenlage.store import asking, verifying, writing
from quellenlage.store.codec import decode, digest, encode, unread
from quellenlage.store.engine import Database
from quellenlage.store.records import (
    Arrival,
    Decision,
    Fault,
    FoundRevision,
    Hit,
    Intake,
    Outcome,
    Query,
    State,
    StoryLine,
    Visit,
)
from quellenlage.store.tables import decision, intake, report, story, visit


class DatabaseStore:
    """A ``Store`` in a file (SQLite) or on a server (PostgreSQL). Raises ``StoreError`` where it cannot be used."""

    def __init__(self, name: str) -> None:
        self._database = Database(name)

    def __str__(self) -> str:
        return str(self._database)

    def close(self) -> None:
        """Give the connections back."""
        self._database.close()

    def add(self, arrival: Arrival) -> Outcome:
        """Keep a report with its source and reading, or a new reading of one that is there."""
        with self._database.writing() as connection:
            return writing.add(connection, self._database, arrival)

    def intake(self, key: str) -> Intake | None:
        """Give what came of bytes that were taken in before."""
        with self._database.reading() as connection:
            found = connection.scalar(sa.select(intake.c.record).where(intake.c.key == key))
        return decode(found, Intake) if found else None

    def close_intake(self, intake: Intake) -> None:
        """Note what came of bytes of which all reports are there."""
        with self._database.writing() as connection:
            writing.close_intake(connection, self._database, intake)

    def state(self, report_id: str) -> State | None:
        """Give what is known of a report, or ``None`` where it is not there."""
        columns = (report.c.intake, report.c.rules, report.c.model, report.c.record_sha256)
        with self._database.reading() as connection:
            row = connection.execute(sa.select(*columns).where(report.c.id == report_id)).first()
        return State(**row._mapping) if row else None

    def stale(self, rules: str, model: str) -> int:
        """Count the reports whose newest reading is by other rules or another pipeline."""
        other = sa.or_(report.c.rules != rules, report.c.model != model)
        with self._database.reading() as connection:
            return connection.scalar(sa.select(sa.func.count()).select_from(report).where(other)) or 0

    def stories(self) -> list[StoryLine]:
        """Give all stories, those with the newest report first."""
        with self._database.reading() as connection:
            return asking.stories(connection)

    def find_story(self, name: str) -> str:
        """Give a story's id from a beginning of it, or from one of a story it took in. Raises ``NotThereError``."""
        with self._database.reading() as connection:
            return asking.find_story(connection, name)

    def members(self, story_id: str) -> list[str]:
        """Give the ids of a story's reports that no later text supersedes, in the order they came."""
        with self._database.reading() as connection:
            return asking.members(connection, story_id)

    def readings(self, reports: Sequence[str], rules: str, model: str) -> dict[str, Reading]:
        """Give the readings by these rules and this pipeline, by report; those there are none of are left out."""
        with self._database.reading() as connection:
            return asking.readings(connection, reports, rules, model)

    def reports(self, ids: Sequence[str]) -> list[Reading]:
        """Give reports, each as a reading that holds nothing but the report as it came in."""
        with self._database.reading() as connection:
            return asking.reports(connection, ids)

    def everything(self) -> list[str]:
        """Give the ids of all reports, in the order they came."""
        with self._database.reading() as connection:
            return list(connection.scalars(sa.select(report.c.id).order_by(report.c.seq)))

    def keep_reading(self, reading: Reading, rules: str, model: str, at: datetime) -> None:
        """Keep a report's reading by other rules, and index it in place of the one before."""
        with self._database.writing() as connection:
            writing.keep_reading(connection, self._database, reading, (rules, model), at)

    def links(self, story_id: str, key: str) -> Links | None:
        """Give a story's links, without readings, where they were kept under this key."""
        query = sa.select(story.c.record).where(story.c.id == story_id, story.c.key == key)
        with self._database.reading() as connection:
            found = connection.scalar(query)
        try:
            return decode(found, Links) if found else None
        except msgspec.DecodeError:
            return None

    def keep_links(self, story_id: str, key: str, links: Links, head: Head) -> None:
        """Keep a story's links under a key that says what they were made of."""
        record, record_sha256 = encode(unread(links))
        shown = {"title": writing.shown(head.title), "begin": head.begin, "end": head.end}
        values: dict[str, Any] = {"key": key, "record": record, "record_sha256": record_sha256, **shown}
        with self._database.writing() as connection:
            connection.execute(sa.update(story).where(story.c.id == story_id).values(values))

    def search(self, query: Query) -> list[Hit]:
        """Find sentences, those of the newest reports first."""
        with self._database.reading() as connection:
            return asking.search(connection, self._database, query)

    def revisions(self, story_id: str) -> list[FoundRevision]:
        """Give the revisions of a story's articles, the oldest first."""
        with self._database.reading() as connection:
            return asking.revisions(connection, story_id)

    def decide(self, made: Decision) -> None:
        """Keep a person's decision."""
        record, record_sha256 = encode(made)
        with self._database.writing() as connection:
            seq = (connection.scalar(sa.select(sa.func.max(decision.c.seq))) or 0) + 1
            row = {"id": made.id, "seq": seq, "record": record, "record_sha256": record_sha256}
            connection.execute(sa.insert(decision).values(**row, who=writing.shown(made.who), made=made.made))

    def decisions(self) -> list[Decision]:
        """Give all decisions, in the order they were made."""
        with self._database.reading() as connection:
            rows = list(connection.scalars(sa.select(decision.c.record).order_by(decision.c.seq)))
        return [decode(row, Decision) for row in rows]

    def visit(self, url: str) -> Visit | None:
        """Give what is known of a watched address."""
        with self._database.reading() as connection:
            found = connection.scalar(sa.select(visit.c.record).where(visit.c.address == digest(url)))
        return decode(found, Visit) if found else None

    def keep_visit(self, seen: Visit) -> None:
        """Keep what is known of a watched address."""
        values = {"url": writing.shown(seen.url), "record": encode(seen)[0], "checked": seen.checked}
        insert = self._database.insert(visit).values(address=digest(seen.url), **values)
        with self._database.writing() as connection:
            connection.execute(insert.on_conflict_do_update(index_elements=["address"], set_=values))

    def verify(self) -> Iterator[Fault]:
        """Check every hash, every span and every reference; give what is wrong."""
        with self._database.reading() as connection:
            yield from verifying.verify(connection, self._database)
