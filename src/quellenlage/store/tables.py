"""The tables. What is a record of the model is kept as compressed JSON with its SHA-256; columns are what is asked by.

``raw``, ``text`` and ``record`` are bytes, so that every character a report may hold is kept on every database.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    }
)

DIGEST = String(64)
ID = String(16)
TIME = DateTime(timezone=True)

source = Table(
    "source",
    metadata,
    Column("sha256", DIGEST, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("raw", LargeBinary, nullable=False),
)

intake = Table(
    "intake",
    metadata,
    Column("key", DIGEST, primary_key=True),
    Column("sha256", DIGEST, nullable=False),
    Column("uri", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

report = Table(
    "report",
    metadata,
    Column("id", ID, primary_key=True),
    Column("seq", BigInteger, nullable=False, unique=True),
    Column("source", DIGEST, ForeignKey("source.sha256"), nullable=False, index=True),
    Column("intake", DIGEST, nullable=False),
    Column("uri", Text, nullable=False),
    Column("outlet", Text),
    Column("title", Text),
    Column("address", DIGEST, index=True),
    Column("heading", DIGEST, index=True),
    Column("sha256", DIGEST, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("record_sha256", DIGEST, nullable=False),
    Column("earliest", Date),
    Column("latest", Date),
    Column("rules", DIGEST, nullable=False),
    Column("model", DIGEST, nullable=False),
    Column("terms", LargeBinary, nullable=False),
    Column("story", ID, nullable=False, index=True),
    Column("superseded", ID),
    Column("added", TIME, nullable=False),
)

reading = Table(
    "reading",
    metadata,
    Column("report", ID, ForeignKey("report.id"), primary_key=True),
    Column("rules", DIGEST, primary_key=True),
    Column("model", DIGEST, primary_key=True),
    Column("record", LargeBinary, nullable=False),
    Column("record_sha256", DIGEST, nullable=False),
    Column("read", TIME, nullable=False),
)

passage = Table(
    "passage",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("report", ID, ForeignKey("report.id"), nullable=False, index=True),
    Column("begin", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("stems", Text, nullable=False),
    Column("actors", Text, nullable=False),
    Column("statuses", Text, nullable=False),
)

term = Table(
    "term",
    metadata,
    Column("term", String(80), primary_key=True),
    Column("held", Integer, nullable=False),
)

posting = Table(
    "posting",
    metadata,
    Column("term", String(80), primary_key=True),
    Column("seq", BigInteger, primary_key=True),
)

story = Table(
    "story",
    metadata,
    Column("id", ID, primary_key=True),
    Column("title", Text),
    Column("begin", Date),
    Column("end", Date),
    Column("key", DIGEST),
    Column("record", LargeBinary),
    Column("record_sha256", DIGEST),
)

alias = Table(
    "story_alias",
    metadata,
    Column("id", ID, primary_key=True),
    Column("story", ID, nullable=False, index=True),
)

revision = Table(
    "revision",
    metadata,
    Column("later", ID, ForeignKey("report.id"), primary_key=True),
    Column("earlier", ID, ForeignKey("report.id"), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("record_sha256", DIGEST, nullable=False),
    Column("found", TIME, nullable=False),
)

decision = Table(
    "decision",
    metadata,
    Column("id", ID, primary_key=True),
    Column("seq", Integer, nullable=False, unique=True),
    Column("record", LargeBinary, nullable=False),
    Column("record_sha256", DIGEST, nullable=False),
    Column("who", Text, nullable=False),
    Column("made", TIME, nullable=False),
)

visit = Table(
    "visit",
    metadata,
    Column("address", DIGEST, primary_key=True),
    Column("url", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("checked", TIME, nullable=False),
)

Index("ix_report_latest", report.c.latest)
