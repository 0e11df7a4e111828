"""What the commands over the store share: where the store is, how it is opened, and how errors are said."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from quellenlage.errors import DayError, QuellenlageError

if TYPE_CHECKING:
    from quellenlage.store.archive import Archive

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
SOME_SKIPPED, NONE_READ, DAMAGED = 3, 4, 5
Command = TypeVar("Command", bound=Callable[..., object])

store_option = click.option(
    "--store",
    envvar="QUELLENLAGE_STORE",
    metavar="FILE|URL",
    help="The store: a file, or a postgresql:// URL.  [default: quellenlage.db in the user's data folder]",
)


class RefusalError(click.ClickException):
    """Something asked for that cannot be had: one line, and the exit code of a command that is not as it should be."""

    exit_code = 2


@contextmanager
def opened(name: str | None) -> Iterator["Archive"]:
    """Open the store for a command; what the library raises on purpose becomes a line and exit code 2."""
    from quellenlage.store import open_store
    from quellenlage.store.archive import Archive

    try:
        store = open_store(name or default())
        try:
            yield Archive(store, now)
        finally:
            store.close()
    except QuellenlageError as error:
        raise RefusalError(str(error)) from None


def default() -> str:
    """Give the file that is the store where none is named, and make its folder."""
    from platformdirs import user_data_path

    folder = user_data_path("quellenlage", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RefusalError(f"{folder}: could not be made ({reason}); name a store with --store") from None
    return str(folder / "quellenlage.db")


def now() -> datetime:
    """Give the time; nothing below the command line asks for it."""
    return datetime.now(UTC)


def as_day(option: str, text: str | None) -> date | None:
    """Read a day given to an option. Raises ``click.UsageError``."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        reason = f"{option} {text!r} is no day; write it as YYYY-MM-DD, for example 2024-03-12"
        raise click.UsageError(str(DayError(reason))) from None


def say_empty() -> None:
    """Say that nothing is in the store yet, and how something comes in."""
    click.echo("quellenlage: the store is empty; put reports into it with: quellenlage add FOLDER", err=True)


def save(name: str, data: bytes) -> None:
    """Write a file, or standard output where ``name`` is ``-``."""
    from quellenlage.cli.output import write

    if name == "-":
        sys.stdout.buffer.write(data)
        return
    try:
        write(Path(name), data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RefusalError(
            f"{name}: could not be written ({reason}); name a file in a folder you may write to"
        ) from None
