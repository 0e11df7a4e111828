"""Both stores, for the contract: SQLite in a file, and a database of its own on a real PostgreSQL."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from benchmarks import made_up
from quellenlage.store import Store, open_store, versions
from quellenlage.store.archive import Archive, Reader
from tests.store.postgres import new_database, server

BACKENDS = ("sqlite", "postgresql")
NUMBERS = count(1)


class MadeUpReader(Reader):
    """Reads made-up reports without a pipeline; remembers what it read."""

    def __init__(self, version: str = "m" * 64) -> None:
        super().__init__()
        self.__dict__["version"] = version
        self.seen: list[str] = []

    def read(self, reports):
        for report in reports:
            self.seen.append(report.uri)
            yield made_up.read(report)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Start PostgreSQL once for the run."""
    with server() as url:
        yield url


@pytest.fixture(params=BACKENDS)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a store that does not exist yet."""
    if request.param == "sqlite":
        return str(tmp_path / "lager.db")
    return new_database(request.getfixturevalue("postgres"), f"lager_{next(NUMBERS)}")


@pytest.fixture
def opened(address: str) -> Iterator[Callable[[], Store]]:
    """Open the store of this test, as often as wanted."""
    stores: list[Store] = []

    def again() -> Store:
        stores.append(open_store(address))
        return stores[-1]

    yield again
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Callable[[], Store]) -> Store:
    return opened()


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Give a clock that goes on by a second each time it is asked."""
    ticks = count()
    return lambda: datetime(2024, 3, 1, 12, tzinfo=UTC) + timedelta(seconds=next(ticks))


@pytest.fixture
def archive(store: Store, clock: Callable[[], datetime]) -> Archive:
    return Archive(store, clock, MadeUpReader())


@pytest.fixture
def steady(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Set the version of the rules."""

    def to(version: str) -> None:
        monkeypatch.setattr(versions, "rules", lambda: version * 64)

    to("1")
    return to
