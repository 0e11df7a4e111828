"""``quellenlage export``: stories in the formats of other tools."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quellenlage import __version__
from quellenlage.cli.opening import CONTEXT, RefusalError, opened, save, say_empty, store_option

if TYPE_CHECKING:
    from quellenlage.model import Dossier

GENERATOR = f"quellenlage {__version__}"
FORMATS = ("json", "csv", "parquet", "jsonld", "prov", "ics")


@click.command(context_settings=CONTEXT)
@click.argument("stories", nargs=-1, metavar="[STORY…]")
@store_option
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="What to write.")
@click.option(
    "--output", default="-", metavar="FILE|FOLDER", help="A file, - for standard output; for csv and parquet a folder."
)
def export(stories: Sequence[str], store: str | None, form: str, output: str) -> None:
    """Write stories, or all there are, as tables, linked data or a calendar.

    json is quellenlage/1; csv and parquet are a table each for reports, statements, events and so on; jsonld is
    schema.org with W3C Web Annotations; prov is PROV-O; ics has the events whose days are known.
    """
    if form in {"csv", "parquet"} and output == "-":
        raise click.UsageError(f"{form} is several files; name a folder with --output")
    with opened(store) as archive:
        names = stories or [line.id for line in archive.store.stories()]
        if not names:
            say_empty()
        made = [archive.dossier(name) for name in names]
        data = _writer(form)(made)
    if isinstance(data, bytes):
        save(output, data)
        return
    _make(Path(output))
    for name, content in data.items():
        save(str(Path(output) / name), content)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RefusalError(f"{folder}: could not be made ({reason}); name another folder") from None


def _writer(form: str) -> "Callable[[Sequence[Dossier]], bytes | dict[str, bytes]]":
    """Give the function that writes a format; what it needs is loaded only now."""
    from quellenlage.export import csv, ics, jsonld, parquet, prov
    from quellenlage.render.json import to_json

    writers: dict[str, Callable[[Sequence[Dossier]], bytes | dict[str, bytes]]] = {
        "json": lambda dossiers: to_json(dossiers, generator=GENERATOR),
        "csv": csv.to_csv,
        "parquet": parquet.to_parquet,
        "jsonld": jsonld.to_jsonld,
        "prov": prov.to_prov,
        "ics": lambda dossiers: ics.to_ics(dossiers, generator=GENERATOR),
    }
    return writers[form]
