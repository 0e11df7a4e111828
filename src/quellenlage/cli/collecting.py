"""``quellenlage add``, ``watch`` and ``reread``: what comes into the store."""

import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

import click

from quellenlage.cli.opening import CONTEXT, NONE_READ, SOME_SKIPPED, as_day, opened, store_option
from quellenlage.cli.output import Progress

if TYPE_CHECKING:
    from quellenlage.intake.sources import Bytes
    from quellenlage.model import Skipped
    from quellenlage.store.archive import Archive, Tally

EXIT_CODES = """
\b
Exit codes:
  0  everything is in the store
  2  the command is not as it should be, or the store cannot be used
  3  some of it is in the store, some could not be read; each of those has a line on standard error
  4  nothing could be read
"""
LEAST_MINUTES = 5


@click.command(epilog=EXIT_CODES, context_settings=CONTEXT)
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL…")
@store_option
@click.option("--published", metavar="DATE", help="Day of publication of reports that give none, as YYYY-MM-DD.")
@click.option("--outlet", metavar="NAME", help="Outlet of reports that name none.")
@click.option("--quiet", is_flag=True, help="No progress and no summary; what could not be read is still said.")
def add(paths: Sequence[str], store: str | None, published: str | None, outlet: str | None, quiet: bool) -> None:
    """Take reports into the store: files, folders, - for standard input, or pages from the net.

    What is in the store already is not read again. Another text of an article that is there becomes a revision.
    """
    day = as_day("--published", published)
    with opened(store) as archive, Progress(quiet) as progress:
        tally = archive.add(_found(archive, paths, outlet, day), progress.see)
    if not quiet:
        click.echo(summary(tally))
    sys.exit(_code(tally))


def _found(
    archive: "Archive", paths: Sequence[str], outlet: str | None, day: date | None
) -> "Iterator[Bytes | Skipped]":
    """Give what is named, in its order; the net is asked only for what is an address."""
    from quellenlage.intake.fetch import Fetcher, is_address
    from quellenlage.intake.sources import sources
    from quellenlage.store.watching import Watcher

    watcher = Watcher(archive, Fetcher(), outlet)
    return chain.from_iterable(
        watcher.add([path]) if is_address(path) else sources([path], outlet=outlet, published=day) for path in paths
    )


@click.command(context_settings=CONTEXT)
@click.argument("places", nargs=-1, required=True, metavar="FEED|FOLDER…")
@store_option
@click.option("--outlet", metavar="NAME", help="Outlet of reports that name none.")
@click.option("--once", is_flag=True, help="Look once and end; for cron and timers.")
@click.option(
    "--every", type=click.IntRange(min=LEAST_MINUTES), default=30, show_default=True, help="Minutes between two looks."
)
@click.option("--quiet", is_flag=True, help="Say nothing but what could not be read.")
def watch(places: Sequence[str], store: str | None, outlet: str | None, once: bool, every: int, quiet: bool) -> None:
    """Look at feeds and folders again and again and take in what is new or has changed.

    FEED is the address of a feed (RSS, Atom, JSON Feed) or of a sitemap, whose index is followed. Its pages are
    fetched, and fetched again after an hour as long as it lists them. Robots.txt is obeyed, hosts are asked one at a
    time and only for what has changed, and one that does not answer is left alone for a while. Nothing is watched
    unless this command runs; Ctrl+C ends it.
    """
    from quellenlage.intake.fetch import Fetcher
    from quellenlage.store.watching import Watcher

    with opened(store) as archive:
        watcher = Watcher(archive, Fetcher(), outlet)
        while True:
            with Progress(quiet) as progress:
                watcher.see = progress.see
                tally = watcher.look(places)
            if not quiet:
                click.echo(summary(tally))
            if once:
                sys.exit(SOME_SKIPPED if tally.skipped else 0)
            try:
                time.sleep(60 * every)
            except KeyboardInterrupt:
                sys.exit(0)


@click.command(context_settings=CONTEXT)
@store_option
def reread(store: str | None) -> None:
    """Read all reports again that were read by earlier rules or by another pipeline.

    A story's reports are read again when it is shown; this does it for all at once.
    """
    with opened(store) as archive:
        click.echo(f"Neu gelesen: {archive.reread(archive.store.everything())}")


def summary(tally: "Tally") -> str:
    """Say in a line what became of what was added; what there was none of is left out."""
    counted = {
        "neu": tally.new,
        "in neuer Fassung": tally.revised,
        "neu gelesen, denn die Regeln sind andere": tally.reread,
        "schon bekannt": tally.known,
        "nicht gelesen": tally.skipped,
    }
    said = [f"{number} {what}" for what, number in counted.items() if number]
    return "Berichte: " + (", ".join(said) or "keine neuen")


def _code(tally: "Tally") -> int:
    read = tally.new + tally.known + tally.revised + tally.reread
    if not read:
        click.echo("quellenlage: nothing could be read; give files, folders or addresses with reports", err=True)
        return NONE_READ
    return SOME_SKIPPED if tally.skipped else 0
