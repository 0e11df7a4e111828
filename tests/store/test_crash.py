"""Writers that are killed, and writers that meet: nothing is half there, nothing is lost, nothing is there twice."""

import random
import signal
import subprocess
import sys
import time

import pytest
from sqlalchemy import MetaData, create_engine, select

from quellenlage.store import open_store
from quellenlage.store.engine import address as url_of
from tests.store.postgres import new_database

REPORTS = 500
ALL = REPORTS + REPORTS // 10
KILLS = 20


def adding(store: str, count: int, first: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.adding", store, str(count), str(first)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def everything(store: str) -> dict[str, list[tuple[object, ...]]]:
    """Give all rows of all tables, in an order of their own."""
    engine = create_engine(url_of(store))
    tables = MetaData()
    with engine.connect() as connection:
        tables.reflect(connection)
        rows = {
            name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for name, table in tables.tables.items()
            if not name.startswith("passage_words")
        }
    engine.dispose()
    return rows


@pytest.fixture
def undisturbed(address: str, request: pytest.FixtureRequest, tmp_path) -> str:
    if address.startswith("postgresql"):
        return new_database(request.getfixturevalue("postgres"), "ungestoert")
    return str(tmp_path / "ungestoert.db")


def test_a_writer_that_is_killed_leaves_a_store_that_goes_on(address, undisturbed) -> None:
    chance = random.Random(8)  # noqa: S311 - the moments need not be secret
    for _ in range(KILLS):
        writer = adding(address, REPORTS)
        for _ in range(chance.randrange(1, 2 * ALL // KILLS)):
            writer.stdout.readline()
        time.sleep(chance.random() / 50)
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        store = open_store(address)
        assert list(store.verify()) == []
        store.close()
    for name in (address, undisturbed):
        _, said = adding(name, REPORTS).communicate()
        assert said.endswith(" added\n"), said
    assert len(everything(address)["report"]) == ALL
    assert everything(address) == everything(undisturbed)


def test_two_writers_at_once_lose_nothing_and_keep_nothing_twice(address) -> None:
    writers = [adding(address, 120, 0), adding(address, 120, 60)]
    added = 0
    for writer in writers:
        _, said = writer.communicate()
        assert writer.returncode == 0, said
        added += int(said.split()[-2])
    store = open_store(address)
    assert list(store.verify()) == []
    rows = everything(address)
    assert len(rows["report"]) == added == 180 + 18
    assert len(rows["revision"]) == 18
    assert len({row[:2] for row in rows["reading"]}) == len(rows["reading"])
    store.close()


def test_two_processes_make_one_store(address) -> None:
    writers = [adding(address, 3, first) for first in (0, 10, 20)]
    for writer in writers:
        _, said = writer.communicate()
        assert writer.returncode == 0, said
    assert len(everything(address)["report"]) == 9
