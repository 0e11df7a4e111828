"""Opening a store: what cannot be opened says so, and its tables are those of the newest version."""

import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from quellenlage.errors import StoreError
from quellenlage.store import engine, open_store
from quellenlage.store.engine import HEAD
from quellenlage.store.engine import address as url_of
from quellenlage.store.records import Visit
from quellenlage.store.tables import metadata
from tests.store.test_contract import AT


def own(item, name, kind, reflected, compared) -> bool:
    return not str(name).startswith(("passage_words", "ix_passage_words", "alembic_version"))


def test_the_migrations_make_the_tables_that_the_code_expects(store, address) -> None:
    database = create_engine(url_of(address))
    with database.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": own})
        assert compare_metadata(context, metadata) == []
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == HEAD
    database.dispose()


def test_a_store_is_opened_again(store, opened) -> None:
    assert opened().everything() == store.everything() == []


def test_a_store_of_a_newer_version_is_left_alone(store, address) -> None:
    database = create_engine(url_of(address))
    with database.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.dispose()
    with pytest.raises(StoreError, match="newer Quellenlage"):
        open_store(address)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nirgends/lager.db", "the folder nirgends does not exist"),
        ("mysql://host/lager", "is no PostgreSQL"),
        ("://", "is no address"),
        ("postgresql://127.0.0.1:9/lager", "check that the server runs"),
    ],
)
def test_what_is_no_store_says_so(name, words) -> None:
    with pytest.raises(StoreError, match=words):
        open_store(name)


@pytest.mark.parametrize(
    ("said", "is_sqlite", "words"),
    [
        ("database is locked", True, "wait until it is done"),
        ("unable to open database file", True, "lacks read and write permission"),
        ("attempt to write a readonly database", True, "give write permission"),
        ("database or disk is full", True, "make room on the disk"),
        ("disk image is malformed", True, "restore it from a copy"),
        ('FATAL: database "lager" does not exist', False, "createdb"),
        ('FATAL: password authentication failed for user "a"', False, "right user and password"),
        ("permission denied for schema public", False, "GRANT"),
        ("connection timeout expired", False, "check that the server runs"),
        ("server closed the connection unexpectedly", False, "check the server"),
    ],
)
def test_each_message_says_what_to_do(said, is_sqlite, words) -> None:
    assert words in engine._advice(OperationalError("", {}, Exception(said)), is_sqlite)


def test_a_folder_is_no_store(tmp_path) -> None:
    with pytest.raises(StoreError, match="it is a folder"):
        open_store(str(tmp_path))


def test_a_server_that_goes_away_says_so(store, monkeypatch) -> None:
    def gone(*_: object) -> None:
        raise OperationalError("", {}, Exception("server closed the connection unexpectedly"))

    with pytest.raises(StoreError, match="server closed the connection"), store._database.reading():
        gone()


def test_a_file_that_is_no_database_says_so(tmp_path) -> None:
    path = tmp_path / "brief.db"
    path.write_text("Sehr geehrte Damen und Herren, " * 40)
    with pytest.raises(StoreError, match="not a database"):
        open_store(str(path))
    assert path.read_text().startswith("Sehr geehrte")


def test_a_password_is_not_said() -> None:
    with pytest.raises(StoreError) as said:
        open_store("postgresql://jemand:geheim@127.0.0.1:9/lager")
    assert "geheim" not in str(said.value)


def test_a_locked_store_says_so(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0.1)
    path = tmp_path / "lager.db"
    store = open_store(str(path))
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked"):
        store.keep_visit(Visit(url="https://blatt.example/", checked=AT))
    other.rollback()
    other.close()
    store.keep_visit(Visit(url="https://blatt.example/", checked=AT))
    store.close()
