"""What the command line shows: progress, what was skipped, a summary; and how it writes files."""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from quellenlage.model import Dossier, Report, Skipped
from quellenlage.model.dossier import EventRow
from quellenlage.render import days, words
from quellenlage.render.visible import visible

MOST_EVENTS = 12


class Progress:
    """Counts reports as they are read; on a terminal a line says how far it is."""

    def __init__(self, quiet: bool) -> None:
        self.read = self.skipped = 0
        self._console = Console(stderr=True, highlight=False)
        columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
        self._bar = Bar(*columns, console=self._console, transient=True, disable=quiet or not sys.stderr.isatty())
        self._task = self._bar.add_task("reading")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def see(self, item: Report | Skipped) -> None:
        """Take note of a report that was read, or say in a line which was not and why."""
        if isinstance(item, Skipped):
            self.skipped += 1
            self._console.print(_plain(f"not read: {item.uri}: {item.reason}"), soft_wrap=True)
        else:
            self.read += 1
            self._bar.update(self._task, description=visible(f"reading {self.read}: {item.uri}"))


def _plain(text: str) -> Text:
    """Give a report's words as they are: no markup, no control character, one line."""
    return Text(visible(text).replace("\n", " "))


def refusal(path: Path) -> str:
    """Say why a file cannot be written, before the work is done; empty where it can."""
    if not path.parent.is_dir():
        return f"{path}: the folder {path.parent} does not exist; make it first"
    if (not path.exists() or path.is_file()) and not os.access(path.parent, os.W_OK):
        return f"{path}: the folder {path.parent} cannot be written to; choose another"
    return ""


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; a pipe or device is written to as it is. Raises ``OSError``."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
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
    counted = (
        words.several(len(dossier.reports), "Bericht", "Berichte"),
        words.several(len(dossier.statements), "Aussage", "Aussagen"),
        words.several(len(dossier.conflicts), "Widerspruch", "Widersprüche"),
    )
    title = _plain(f"{dossier.story.title}: {', '.join(counted)}")
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    for name in ("Wann", "Was", "Stand", "Berichte", "Ursprünge"):
        table.add_column(name, justify="right" if name in {"Berichte", "Ursprünge"} else "left")
    for event in _most_told(dossier):
        cells = (days.lasting(event.begin, event.end), event.label, _status(event, dossier))
        table.add_row(*map(_plain, cells), str(_reports(event)), _origins(event))
    return table


def _most_told(dossier: Dossier) -> list[EventRow]:
    """Give the events that most reports speak of, in the order of the chronology."""
    ranked = sorted(dossier.events, key=lambda event: (-_reports(event), -len(event.mentions)))[:MOST_EVENTS]
    kept = {event.id for event in ranked}
    return [event for event in dossier.events if event.id in kept]


def _reports(event: EventRow) -> int:
    return len({mention.report for mention in event.mentions})


def _status(event: EventRow, dossier: Dossier) -> str:
    names = {actor.id: actor.name for actor in dossier.actors}
    denied = ", ".join(names.get(actor, "") for actor in event.denied_by)
    label = words.STATUS[event.status]
    return f"{label.sign} {label.word}" + (f", bestritten von {denied}" if denied else "")


def _origins(event: EventRow) -> str:
    count = event.independent_origins
    return str(count.least) if count.least == count.most else f"{count.least}–{count.most}"
