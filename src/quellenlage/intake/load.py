"""Files, folders and standard input, read one after the other; what cannot be read becomes a ``Skipped``."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from quellenlage.intake.formats import MOST_BYTES, READERS, Reader, sniffed
from quellenlage.intake.sources import sources
from quellenlage.language.written import is_written_in
from quellenlage.model import Report, Skipped

__all__ = ["MOST_BYTES", "READERS", "Reader", "load", "sniffed"]


def load(
    paths: Sequence[str | Path],
    *,
    outlet: str | None = None,
    published: date | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Report | Skipped]:
    """Read files, folders (with all that is in them, sorted) and ``-``, standard input; lazily, in order.

    ``outlet`` and ``published`` hold for every report that does not come with its own. ``uri`` is the path below the
    folder that was given, or the name of the file.
    """
    for item in sources(paths, outlet=outlet, published=published, stdin=stdin):
        if isinstance(item, Skipped):
            yield item
        else:
            yield from map(_admitted, item.read())


def _admitted(item: Report | Skipped) -> Report | Skipped:
    """Leave out a report in another language: what its grammar says of sources could only be invented."""
    if isinstance(item, Skipped) or is_written_in(item.text, item.language):
        return item
    return Skipped(uri=item.uri, reason="is not written in German, which alone is read; give German reports")
