"""``quellenlage build`` and ``quellenlage schema``."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from quellenlage import __version__
from quellenlage.cli.output import Progress, print_summary, refusal, write
from quellenlage.errors import DayError
from quellenlage.model import Dossier

SOME_SKIPPED, NONE_READ = 3, 4
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
GENERATOR = f"quellenlage {__version__}"
EXIT_CODES = """
\b
Exit codes:
  0  every report was read
  2  the command is not as it should be, or an output could not be written
  3  some reports were read, some were not; each of those has a line on standard error
  4  nothing could be read
"""


class OutputError(click.ClickException):
    """An output that cannot be written: one line, and the exit code of a command that is not as it should be."""

    exit_code = 2


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="quellenlage")
def main() -> None:
    """Read many news reports of one story and say who says what, when, how firmly, and on how many origins."""


@main.command(epilog=EXIT_CODES, context_settings=CONTEXT)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--html", type=click.Path(dir_okay=False), help="Write the dossiers as one HTML page that opens offline.")
@click.option("--json", type=click.Path(dir_okay=False), help="Write them as JSON, format quellenlage/1; - is stdout.")
@click.option("--pdf", type=click.Path(dir_okay=False), help="Write them as PDF, to print or to file.")
@click.option(
    "--language", type=click.Choice(["de", "en"]), default="de", help="Language the page and the PDF open in."
)
@click.option("--published", metavar="DATE", help="Day of publication of reports that give none, as YYYY-MM-DD.")
@click.option("--outlet", metavar="NAME", help="Outlet of reports that name none.")
@click.option("--quiet", is_flag=True, help="No progress and no summary; what could not be read is still said.")
def build(
    paths: Sequence[str], language: str, published: str | None, outlet: str | None, quiet: bool, **outputs: str | None
) -> None:
    """Read reports and give one dossier a story.

    PATH is a file (.txt, .md, .html, .json, .jsonl), a folder, or - for standard input.
    """
    day = _day(published)
    _refuse_early(*outputs.values())
    import quellenlage

    with Progress(quiet) as progress:
        dossiers = quellenlage.build(list(paths), published=day, outlet=outlet, on_event=progress.see)
    if dossiers:
        _write_all(dossiers, outputs, language)
    if dossiers and not quiet:
        print_summary(dossiers, to_stderr=outputs["json"] == "-")
    if not progress.read:
        click.echo("quellenlage: nothing could be read; give files or folders with reports in them", err=True)
        sys.exit(NONE_READ)
    sys.exit(SOME_SKIPPED if progress.skipped else 0)


@main.command(context_settings=CONTEXT)
def schema() -> None:
    """Print the format quellenlage/1 as JSON Schema."""
    from quellenlage.render.schema import schema_text

    click.echo(schema_text(), nl=False)


def _day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published)
    except ValueError:
        reason = f"--published {published!r} is no day; write it as YYYY-MM-DD, for example 2024-03-12"
        raise click.UsageError(str(DayError(reason))) from None


def _refuse_early(*names: str | None) -> None:
    """Say before a long run that an output cannot be written."""
    reasons = [refusal(Path(name)) for name in names if name and name != "-"]
    if any(reasons):
        raise OutputError("; ".join(filter(None, reasons)))


def _write_all(dossiers: Sequence[Dossier], outputs: dict[str, str | None], language: str) -> None:
    from quellenlage.render.html import to_html
    from quellenlage.render.json import to_json

    if outputs["html"]:
        _write(outputs["html"], to_html(dossiers, generator=GENERATOR, language=language).encode())
    if outputs["pdf"]:
        _write(outputs["pdf"], _pdf(dossiers, language))
    if outputs["json"] == "-":
        sys.stdout.buffer.write(to_json(dossiers, generator=GENERATOR))
    elif outputs["json"]:
        _write(outputs["json"], to_json(dossiers, generator=GENERATOR))


def _pdf(dossiers: Sequence[Dossier], language: str) -> bytes:
    from quellenlage.render.pdf import PangoMissingError, to_pdf

    try:
        return to_pdf(dossiers, generator=GENERATOR, language=language)
    except PangoMissingError as error:
        raise OutputError(str(error)) from None


def _write(name: str, data: bytes) -> None:
    try:
        write(Path(name), data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OutputError(
            f"{name}: could not be written ({reason}); name a file in a folder you may write to"
        ) from None
