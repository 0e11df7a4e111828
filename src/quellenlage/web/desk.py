"""What lies on the desk: the reports read so far, the dossiers they make, and how far the reading is."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from queue import Queue
from threading import Event, Lock, Thread
from time import monotonic
from typing import NamedTuple

from quellenlage.model import Dossier, Reading, Report, Skipped

Source = Callable[[], Iterable[Report | Skipped]]
Read = Callable[[Report], Reading]
Weigh = Callable[[list[Reading]], list[Dossier]]
BETWEEN = 5.0  # seconds between two dossiers while reports still come in


class Progress(NamedTuple):
    """How far the reading is; ``version`` counts the dossiers made so far."""

    read: int
    busy: bool
    reading: str
    skipped: tuple[Skipped, ...]
    version: int


class Desk:
    """Reads reports one after the other in a thread of its own and makes dossiers of them as they come."""

    def __init__(self, read: Read, weigh: Weigh) -> None:
        self._read, self._weigh = read, weigh
        self._sources: Queue[Source] = Queue()
        self._lock = Lock()
        self._idle = Event()
        self._idle.set()
        self._readings: dict[str, Reading] = {}
        self._skipped: list[Skipped] = []
        self._reading, self._version, self._round = "", 0, 0
        self._dossiers: tuple[Dossier, ...] = ()
        Thread(target=self._work, name="desk", daemon=True).start()

    @property
    def dossiers(self) -> tuple[Dossier, ...]:
        """The dossiers of all that has been read, the largest story first."""
        with self._lock:
            return self._dossiers

    @property
    def progress(self) -> Progress:
        """How far the reading is at this moment."""
        with self._lock:
            busy = not self._idle.is_set()
            return Progress(len(self._readings), busy, self._reading, tuple(self._skipped), self._version)

    def add(self, source: Source) -> None:
        """Have the reports that ``source`` gives read, after those that wait already."""
        self._idle.clear()
        self._sources.put(source)

    def clear(self) -> None:
        """Take everything off the desk; what is being read is not put back on it."""
        with self._lock:
            self._round += 1
            self._readings.clear()
            self._skipped.clear()
            self._dossiers = ()
            self._version += 1

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until all that was added has been read."""
        return self._idle.wait(seconds)

    def _work(self) -> None:
        while True:
            source = self._sources.get()
            try:
                self._take(source)
            except Exception as error:  # whatever a report does, the desk goes on with the next
                self._note(Skipped(uri=self._reading, reason=f"could not be read ({type(error).__name__})"))
            with self._lock:
                self._reading = ""
                if self._sources.empty():
                    self._idle.set()

    def _take(self, source: Source) -> None:
        begun, last = self._round, monotonic()
        for item in source():
            if self._round != begun:
                return
            if isinstance(item, Skipped):
                self._note(item)
                continue
            self._keep(item, begun)
            if monotonic() - last > BETWEEN:
                self._make(begun)
                last = monotonic()
        self._make(begun)

    def _note(self, skipped: Skipped) -> None:
        with self._lock:
            self._skipped.append(skipped)

    def _keep(self, report: Report, begun: int) -> None:
        with self._lock:
            self._reading = report.uri
            known = self._readings.get(report.id)
        reading = self._read(report) if known is None else replace(known, report=replace(known.report, uri=report.uri))
        with self._lock:
            if self._round == begun:
                self._readings[report.id] = reading

    def _make(self, begun: int) -> None:
        with self._lock:
            readings = list(self._readings.values())
        made = tuple(self._weigh(readings)) if readings else ()
        with self._lock:
            if self._round == begun:
                self._dossiers = made
                self._version += 1
