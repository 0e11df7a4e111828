"""The served page over a desk whose reading is made up, so that nothing but the page is tested."""

from collections.abc import Callable, Iterator
from threading import Event, Thread

import pytest
import uvicorn
from playwright.sync_api import expect
from starlette.testclient import TestClient

from quellenlage.model import Dossier, Reading, Report
from quellenlage.web import Login, create_app
from quellenlage.web.desk import Desk
from tests.render import made_up

expect.set_options(timeout=30_000)  # a busy machine takes its time
HERE = "http://127.0.0.1"
Opened = Callable[..., TestClient]


def read(report: Report) -> Reading:
    """Read nothing."""
    return Reading(report=report)


def weigh(readings: list[Reading]) -> list[Dossier]:
    """Give the made-up story, whatever has been read."""
    return [made_up.dossier()]


@pytest.fixture
def desk() -> Desk:
    return Desk(read, weigh)


@pytest.fixture
def full(desk: Desk) -> Desk:
    """Give a desk with one report on it."""
    desk.add(lambda: [Report(uri="a.txt", text="Der Hafen ist zu.")])
    assert desk.wait(10)
    return desk


@pytest.fixture
def opened() -> Opened:
    def client(desk: Desk, *, login: Login | None = None, host: str = "127.0.0.1", at: str = HERE) -> TestClient:
        return TestClient(create_app(desk, generator="test", host=host, login=login), base_url=at)

    return client


@pytest.fixture
def served(full: Desk) -> Iterator[str]:
    """Serve the page on a free port, as the command does; give its address."""
    yield from _serve(full)


@pytest.fixture
def slow() -> Iterator[tuple[str, Event]]:
    """Serve an empty desk whose reading waits; give its address and what lets it go on."""
    done = Event()

    def patient(report: Report) -> Reading:
        done.wait(60)
        return read(report)

    for address in _serve(Desk(patient, weigh)):
        yield address, done


def _serve(desk: Desk) -> Iterator[str]:
    app = create_app(desk, generator="test")
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    socket = server.config.bind_socket()
    thread = Thread(target=server.run, kwargs={"sockets": [socket]})
    thread.start()
    yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    socket.close()
