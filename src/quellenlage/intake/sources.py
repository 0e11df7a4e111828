"""Files, folders and standard input as bytes with a name, not read yet, so that what is known can be passed over."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import BinaryIO

from quellenlage.errors import UnreadableError
from quellenlage.intake.formats import MOST_BYTES, READERS, reader_of
from quellenlage.intake.load import _ARCHIVES, _bytes, _clean, _file, _limited, _system, _walk, load
from quellenlage.intake.published import given
from quellenlage.intake.report import Metadata
from quellenlage.model import Report, Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Bytes:
    """Bytes as they came: ``uri`` says from where, ``name`` tells their format or is empty, ``known`` came with them.

    ``ready`` is a report that was read already: one of an archive that is too large to be held.
    """

    raw: bytes
    uri: str
    name: str = ""
    known: Metadata = field(default_factory=Metadata)
    ready: Report | None = None

    def read(self) -> Iterator[Report | Skipped]:
        """Read the reports in the bytes; what cannot be read becomes a ``Skipped``."""
        try:
            if self.ready:
                yield self.ready
            else:
                yield from reader_of(self.name, self.raw)(self.raw, self.uri, self.known)
        except UnreadableError as error:
            yield Skipped(uri=self.uri, reason=str(error))


def sources(
    paths: Sequence[str | Path],
    *,
    outlet: str | None = None,
    published: date | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Bytes | Skipped]:
    """Give the bytes of the same files, in the same order and under the same names, as ``load`` reads."""
    known = Metadata(outlet=outlet, published=given(published) if published else None)
    for path in paths:
        if str(path) == "-":
            yield from _attempt(stdin or sys.stdin.buffer, "<stdin>", known)
        elif os.path.isdir(path):
            yield from _folder(Path(path), known)
        else:
            yield from _attempt(Path(path), _clean(Path(path).name), known)


def _folder(folder: Path, known: Metadata) -> Iterator[Bytes | Skipped]:
    found = list(_walk(folder, set()))
    if not any(isinstance(item, Path) and item.suffix.lower() in READERS for item in found):
        yield from (item for item in load([folder]) if isinstance(item, Skipped))
        return
    for item in found:
        if isinstance(item, Skipped):
            yield Skipped(uri=_clean(os.path.relpath(item.uri, folder)), reason=item.reason)
            continue
        uri = item.relative_to(folder).as_posix()
        if item.suffix.lower() in READERS:
            yield from _attempt(item, _clean(uri), known)
        else:
            refused = _file(item, uri, known, strict=True)
            yield from (line for line in refused if isinstance(line, Skipped))


def _attempt(found: Path | BinaryIO, uri: str, known: Metadata) -> Iterator[Bytes | Skipped]:
    try:
        if isinstance(found, Path) and found.name.lower().endswith(_ARCHIVES) and found.stat().st_size > MOST_BYTES:
            yield from _archived(found, uri, known)
            return
        raw = _bytes(found) if isinstance(found, Path) else _limited(found)
        yield Bytes(raw=raw, uri=uri, name=found.name if isinstance(found, Path) else "", known=known)
    except UnreadableError as error:
        yield Skipped(uri=uri, reason=str(error))
    except OSError as error:
        yield Skipped(uri=uri, reason=_system(error))


def _archived(path: Path, uri: str, known: Metadata) -> Iterator[Bytes | Skipped]:
    """Give the reports of an archive that is too large to be held, each with its text as its bytes."""
    for item in _file(path, uri, known):
        if isinstance(item, Report):
            yield Bytes(raw=item.text.encode("utf-8", "replace"), uri=item.uri, known=known, ready=item)
        else:
            yield item
