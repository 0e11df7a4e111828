"""The first tables: reports, readings, stories, revisions, decisions, visits, and the index of passages."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

DIGEST = sa.String(64)
ID = sa.String(16)
TIME = sa.DateTime(timezone=True)

INDEXES = (
    ("report", "source"),
    ("report", "address"),
    ("report", "heading"),
    ("report", "story"),
    ("passage", "report"),
    ("story_alias", "story"),
    ("report", "latest"),
)
FIELDS = ("stems", "actors", "statuses")
# The triggers keep SQLite's full-text index beside the table, as PostgreSQL's indexes are kept by themselves.
SQLITE = (
    """CREATE VIRTUAL TABLE passage_words USING fts5(stems, actors, statuses, content='passage', content_rowid='id',
    detail=column, tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN
    INSERT INTO passage_words(rowid, stems, actors, statuses) VALUES (new.id, new.stems, new.actors, new.statuses);
    END""",
    """CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN
    INSERT INTO passage_words(passage_words, rowid, stems, actors, statuses)
    VALUES ('delete', old.id, old.stems, old.actors, old.statuses);
    END""",
)


def upgrade() -> None:
    """Make the tables and their indexes."""
    _reports()
    _stories()
    for table, column in INDEXES:
        op.create_index(f"ix_{table}_{column}", table, [column])
    if op.get_bind().dialect.name == "sqlite":
        for statement in SQLITE:
            op.execute(statement)
    else:
        for field in FIELDS:
            words = sa.text(f"array_to_tsvector(string_to_array({field}, ' '))")
            op.create_index(f"ix_passage_words_{field}", "passage", [words], postgresql_using="gin")


def _reports() -> None:
    op.create_table(
        "source",
        sa.Column("sha256", DIGEST, primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "intake",
        sa.Column("key", DIGEST, primary_key=True),
        sa.Column("sha256", DIGEST, nullable=False),
        sa.Column("uri", sa.Text, nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "report",
        sa.Column("id", ID, primary_key=True),
        sa.Column("seq", sa.BigInteger, nullable=False, unique=True),
        sa.Column("source", DIGEST, sa.ForeignKey("source.sha256"), nullable=False),
        sa.Column("intake", DIGEST, nullable=False),
        sa.Column("uri", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("address", DIGEST),
        sa.Column("heading", DIGEST),
        sa.Column("sha256", DIGEST, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.Column("record_sha256", DIGEST, nullable=False),
        sa.Column("earliest", sa.Date),
        sa.Column("latest", sa.Date),
        sa.Column("rules", DIGEST, nullable=False),
        sa.Column("model", DIGEST, nullable=False),
        sa.Column("terms", sa.LargeBinary, nullable=False),
        sa.Column("story", ID, nullable=False),
        sa.Column("superseded", ID),
        sa.Column("added", TIME, nullable=False),
    )
    op.create_table(
        "reading",
        sa.Column("report", ID, sa.ForeignKey("report.id"), primary_key=True),
        sa.Column("rules", DIGEST, primary_key=True),
        sa.Column("model", DIGEST, primary_key=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.Column("record_sha256", DIGEST, nullable=False),
        sa.Column("read", TIME, nullable=False),
    )
    op.create_table(
        "passage",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False),
        sa.Column("report", ID, sa.ForeignKey("report.id"), nullable=False),
        sa.Column("begin", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("stems", sa.Text, nullable=False),
        sa.Column("actors", sa.Text, nullable=False),
        sa.Column("statuses", sa.Text, nullable=False),
    )


def _stories() -> None:
    op.create_table(
        "term",
        sa.Column("term", sa.String(80), primary_key=True),
        sa.Column("held", sa.Integer, nullable=False),
    )
    op.create_table(
        "posting",
        sa.Column("term", sa.String(80), primary_key=True),
        sa.Column("seq", sa.BigInteger, primary_key=True),
    )
    op.create_table(
        "story",
        sa.Column("id", ID, primary_key=True),
        sa.Column("title", sa.Text),
        sa.Column("begin", sa.Date),
        sa.Column("end", sa.Date),
        sa.Column("key", DIGEST),
        sa.Column("record", sa.LargeBinary),
        sa.Column("record_sha256", DIGEST),
    )
    op.create_table(
        "story_alias",
        sa.Column("id", ID, primary_key=True),
        sa.Column("story", ID, nullable=False),
    )
    op.create_table(
        "revision",
        sa.Column("later", ID, sa.ForeignKey("report.id"), primary_key=True),
        sa.Column("earlier", ID, sa.ForeignKey("report.id"), primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.Column("record_sha256", DIGEST, nullable=False),
        sa.Column("found", TIME, nullable=False),
    )
    op.create_table(
        "decision",
        sa.Column("id", ID, primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False, unique=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.Column("record_sha256", DIGEST, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("made", TIME, nullable=False),
    )
    op.create_table(
        "visit",
        sa.Column("address", DIGEST, primary_key=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.Column("checked", TIME, nullable=False),
    )
