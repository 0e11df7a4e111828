"""What the command line shows: progress, what was skipped, a summary; and how it writes files."""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from quellenlage.model import Dossier, Report, Skipped
from quellenlage.model.dossier import EventRow

MOST_EVENTS = 12
STATUS = {
    "possible": "möglich",
    "planned": "geplant",
    "confirmed": "bestätigt",
    "ongoing": "im Gang",
    "happened": "geschehen",
    "cancelled": "abgesagt",
    "denied": "bestritten",
}


class Progress:
    """Counts reports as they are read; on a terminal a line says how far it is."""

    def __init__(self, quiet: bool) -> None:
        self.read = self.skipped = 0
        self._console = Console(stderr=True, highlight=False)
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self._bar = Bar(*columns, console=self._console, transient=True, disable=quiet or not sys.stderr.isatty())
        self._task = self._bar.add_task("reading")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()

    def see(self, item: Report | Skipped) -> None:
        """Take note of a report that was read, or say in a line which was not and why."""
        if isinstance(item, Skipped):
            self.skipped += 1
            self._console.print(f"not read: {escape(item.uri)}: {escape(item.reason)}", soft_wrap=True)
        else:
            self.read += 1
            self._bar.update(self._task, description=f"reading {self.read}: {escape(item.uri)}")


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises ``OSError`` where it cannot be written."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def print_summary(dossiers: Sequence[Dossier], *, to_stderr: bool) -> None:
    """Print a table a story: its events by day, with status, reports, and independent origins."""
    console = Console(stderr=to_stderr, highlight=False)
    for dossier in dossiers:
        console.print(_table(dossier))


def _table(dossier: Dossier) -> Table:
    head = f"{dossier.story.title}: {len(dossier.reports)} Berichte, {len(dossier.statements)} Aussagen"
    table = Table(title=escape(head), title_justify="left", title_style="bold", box=None, pad_edge=False)
    for name in ("Wann", "Was", "Stand", "Berichte", "Ursprünge"):
        table.add_column(name, justify="right" if name in {"Berichte", "Ursprünge"} else "left")
    for event in _most_told(dossier):
        table.add_row(_when(event), escape(event.label), _status(event, dossier), str(_reports(event)), _origins(event))
    return table


def _most_told(dossier: Dossier) -> list[EventRow]:
    """Give the events that most reports speak of, in the order of the chronology."""
    ranked = sorted(dossier.events, key=lambda event: (-_reports(event), -len(event.mentions)))[:MOST_EVENTS]
    return [event for event in dossier.events if event in ranked]


def _reports(event: EventRow) -> int:
    return len({mention.report for mention in event.mentions})


def _when(event: EventRow) -> str:
    days = dict.fromkeys(str(day) for day in (event.begin, event.end) if day)
    return " – ".join(days) or "unbekannt"


def _status(event: EventRow, dossier: Dossier) -> str:
    names = {actor.id: actor.name for actor in dossier.actors}
    denied = ", ".join(names[actor] for actor in event.denied_by)
    return STATUS[event.status] + (f", bestritten von {escape(denied)}" if denied else "")


def _origins(event: EventRow) -> str:
    count = event.independent_origins
    return str(count.least) if count.least == count.most else f"{count.least}–{count.most}"
