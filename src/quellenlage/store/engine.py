"""Opening a database, SQLite or PostgreSQL, and what the two do differently. A write is one transaction at a time."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url

from quellenlage.errors import StoreError
from quellenlage.store.tables import passage

HEAD = "0001"
WAIT_SECONDS = 60
CONNECT_SECONDS = 10
# Any number: it names the lock that writers of one database take turns with.
LOCK = 5_142_023
AT_ONCE = 400

# What the database says, and what to do about it; the last holds for anything else.
ADVICE = {
    "locked": "another program writes to it; wait until it is done and run this again",
    "unable to open": "it is a folder, or lacks read and write permission; give it, or name another with --store",
    "readonly": "it may not be written; give write permission to it and its folder, or name another with --store",
    "full": "make room on the disk and run this again",
    "not a database": "name another with --store; this file is left as it is",
    "": "name another with --store, or restore it from a copy",
}
ADVICE_SERVER = {
    "does not exist": "make it first (createdb, createuser), or name another with --store",
    "password": "give the right user and password, in the address or in ~/.pgpass",
    "permission denied": "let this user make tables there (GRANT), or name another with --store",
    "refused": "check that the server runs and that the address is right, or name another with --store",
    "timeout": "check that the server runs and that the address is right, or name another with --store",
    "": "check the server and the address, or name another with --store; then run this again",
}
T = TypeVar("T")


class Database:
    """A database that is open and has its tables. Raises ``StoreError`` where it cannot be."""

    def __init__(self, name: str) -> None:
        self.url = address(name)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._engine = _sqlite(self.url) if self.is_sqlite else _postgresql(self.url)
        try:
            self._prepare()
        except StoreError:
            self.close()
            raise
        except sa.exc.DBAPIError as error:
            self.close()
            raise StoreError(f"{self}: {_cause(error)}; {_advice(error, self.is_sqlite)}") from None

    def __str__(self) -> str:
        return self.url.database or "" if self.is_sqlite else self.url.render_as_string(hide_password=True)

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one state of the database throughout."""
        try:
            with self._engine.connect() as bare:
                connection = bare if self.is_sqlite else bare.execution_options(isolation_level="REPEATABLE READ")
                with connection.begin():
                    yield connection
        except sa.exc.OperationalError as error:
            raise StoreError(f"{self}: {_cause(error)}; {_advice(error, self.is_sqlite)}") from None

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Give a connection for one transaction; no other writer is let in before it is done or undone."""
        try:
            with self._engine.connect() as bare:
                connection = bare.execution_options(writing=True)
                with connection.begin():
                    if not self.is_sqlite:
                        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
                    yield connection
        except sa.exc.OperationalError as error:
            kept = "nothing of this report was kept"
            raise StoreError(f"{self}: {_cause(error)}; {kept}; {_advice(error, self.is_sqlite)}") from None

    def insert(self, table: sa.Table) -> Any:
        """Give an insert that can leave alone or change what is there already (``on_conflict_…``)."""
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)

    def holds(self, field: str, words: list[str]) -> sa.ColumnElement[bool]:
        """Give the condition that a passage's ``field`` (stems, actors, statuses) holds all ``words``."""
        if self.is_sqlite:
            asked = f"{field} : (" + " AND ".join(f'"{word}"' for word in words) + ")"
            index = sa.table("passage_words", sa.column("rowid"), sa.column("passage_words"))
            hits = sa.select(index.c.rowid).where(index.c.passage_words.op("MATCH", is_comparison=True)(asked))
            return passage.c.id.in_(hits)
        vector = sa.func.array_to_tsvector(sa.func.string_to_array(passage.c[field], sa.literal_column("' '")))
        query = " & ".join(f"'{word}'" for word in words)
        return vector.op("@@", is_comparison=True)(sa.cast(query, postgresql.TSQUERY))

    def _prepare(self) -> None:
        """Bring the tables to the newest version; Alembic is loaded only where there is something to do."""
        with self._engine.connect() as connection:
            found = sa.inspect(connection).has_table("alembic_version")
            now = connection.scalar(sa.text("SELECT version_num FROM alembic_version")) if found else None
        if now == HEAD:
            return
        if now is not None and str(now) > HEAD:
            raise StoreError(f"{self}: was made by a newer Quellenlage (tables {now}); update this one and try again")
        with self.writing() as connection:
            migrate(connection)


def migrate(connection: sa.Connection) -> None:
    """Run the migrations that ``connection``'s database still lacks."""
    command, config_of = import_module("alembic.command"), import_module("alembic.config")
    config = config_of.Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def address(name: str) -> URL:
    """Give the URL of a store: a PostgreSQL URL as it is, anything else is a file. Raises ``StoreError``."""
    if "://" not in name:
        path = Path(name)
        if not path.parent.is_dir():
            raise StoreError(f"{name}: the folder {path.parent} does not exist; make it first")
        return URL.create("sqlite+pysqlite", database=name)
    try:
        url = make_url(name)
    except sa.exc.ArgumentError:
        raise StoreError(f"{name}: is no address; write postgresql://user@host/database, or a file's name") from None
    if url.get_backend_name() == "sqlite":
        return url.set(drivername="sqlite+pysqlite")
    if url.get_backend_name() not in {"postgresql", "postgres"}:
        raise StoreError(f"{name}: is no PostgreSQL; give a postgresql:// address, or a file's name for SQLite")
    return url.set(drivername="postgresql+psycopg")


def _sqlite(url: URL) -> sa.Engine:
    engine = sa.create_engine(url, connect_args={"timeout": WAIT_SECONDS})

    @sa.event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: object) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql(url: URL) -> sa.Engine:
    patience = {} if "connect_timeout" in url.query else {"connect_timeout": CONNECT_SECONDS}
    return sa.create_engine(url, pool_size=2, pool_pre_ping=True, connect_args=patience)


def _cause(error: sa.exc.DBAPIError) -> str:
    said = str(error.orig).strip().splitlines()
    return f"the database says: {said[0]}" if said else "the database cannot be used"


def _advice(error: sa.exc.DBAPIError, is_sqlite: bool) -> str:
    """Say what to do about what the database says."""
    said = str(error.orig).lower()
    table = ADVICE if is_sqlite else ADVICE_SERVER
    return next((advice for words, advice in table.items() if words in said), table[""])


def batches(items: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """Give the items in lists that one statement can hold."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
