"""Files, folders and standard input as bytes with a name, not read yet, so that what is known can be passed over.

An archive that is too large to be held is read record by record from its file: of each report the text alone is kept.
"""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import BinaryIO

from quellenlage.errors import NotTextError, TooLargeError, UnreadableError
from quellenlage.intake import packed, warc
from quellenlage.intake.formats import MOST_BYTES, READERS, reader_of
from quellenlage.intake.published import given
from quellenlage.intake.report import Metadata
from quellenlage.model import Report, Skipped

_ARCHIVES = (*warc.SUFFIXES, *(warc.SUFFIXES[0] + suffix for suffix in packed.SUFFIXES))


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
    """Give the bytes of files, folders (with all that is in them, sorted) and ``-``, standard input; lazily, in order.

    ``outlet`` and ``published`` hold for every report that does not come with its own. ``uri`` is the path below the
    folder that was given, or the name of the file.
    """
    known = Metadata(outlet=outlet, published=given(published) if published else None)
    for path in paths:
        if str(path) == "-":
            yield from _attempt(stdin or sys.stdin.buffer, "<stdin>", known)
        elif os.path.isdir(path):
            yield from _folder(Path(path), known)
        else:
            yield from _attempt(Path(path), _clean(Path(path).name), known)


def _folder(folder: Path, known: Metadata) -> Iterator[Bytes | Skipped]:
    """Give a folder's files; one in which none has a suffix that is read gives a single ``Skipped``."""
    found = list(_walk(folder, set()))
    if not any(isinstance(item, Path) and item.suffix.lower() in READERS for item in found):
        yield Skipped(
            uri=_clean(folder.name or str(folder)),
            reason=f"holds nothing that is read, among {_files(len(found))}; put {_suffixes()} files in it",
        )
        return
    for item in found:
        if isinstance(item, Skipped):
            yield Skipped(uri=_clean(os.path.relpath(item.uri, folder)), reason=item.reason)
            continue
        uri = _clean(item.relative_to(folder).as_posix())
        if item.suffix.lower() in READERS:
            yield from _attempt(item, uri, known)
        else:
            yield Skipped(
                uri=uri, reason=f"has none of the suffixes that are read ({_suffixes()}); rename it or leave it"
            )


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Skipped]:
    """Give the files below a folder, each real folder once, so that links in a circle come to an end."""
    stack = [folder]
    while stack:
        path = stack.pop()
        try:
            state = path.stat()
            if not stat.S_ISDIR(state.st_mode):
                yield path
                continue
            if (state.st_dev, state.st_ino) in seen:
                continue
            seen.add((state.st_dev, state.st_ino))
            inside = sorted((p for p in path.iterdir() if not p.name.startswith(".")), key=lambda p: p.name)
            stack.extend(reversed(inside))
        except OSError as error:
            yield Skipped(uri=str(path), reason=_system(error))


def _attempt(found: Path | BinaryIO, uri: str, known: Metadata) -> Iterator[Bytes | Skipped]:
    """Give one file or stream; what the system does not hand over, and what is too large, becomes a ``Skipped``."""
    try:
        if not isinstance(found, Path):
            yield Bytes(raw=_limited(found), uri=uri, known=known)
        elif _regular(found) > MOST_BYTES and found.name.lower().endswith(_ARCHIVES):
            yield from _archived(found, uri, known)
        else:
            yield Bytes(raw=_bytes(found), uri=uri, name=found.name, known=known)
    except UnreadableError as error:
        yield Skipped(uri=uri, reason=str(error))
    except OSError as error:
        yield Skipped(uri=uri, reason=_system(error))


def _archived(path: Path, uri: str, known: Metadata) -> Iterator[Bytes | Skipped]:
    """Give the reports of an archive that is too large to be held, each with its text as its bytes."""
    with path.open("rb") as stream:
        for item in warc.read_stream(stream, uri, known):
            if isinstance(item, Report):
                yield Bytes(raw=item.text.encode("utf-8", "replace"), uri=item.uri, known=known, ready=item)
            else:
                yield item


def _bytes(path: Path) -> bytes:
    """Give a regular file's bytes. Raises ``UnreadableError`` for anything else, and over the limit without reading."""
    if _regular(path) > MOST_BYTES:
        raise _too_large()
    with path.open("rb") as stream:
        return _limited(stream)


def _regular(path: Path) -> int:
    """Give the size of a regular file. Raises ``UnreadableError`` for anything else."""
    state = path.stat()
    if not stat.S_ISREG(state.st_mode):
        raise NotTextError("is no regular file; save it as one, or give - and pass it on standard input")
    return state.st_size


def _limited(stream: BinaryIO) -> bytes:
    raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise _too_large()
    return raw


def _too_large() -> TooLargeError:
    return TooLargeError(f"is larger than {MOST_BYTES // 1_000_000} MB and was not read; split it into its reports")


def _system(error: OSError) -> str:
    """Say in words why the system did not hand over a file."""
    if isinstance(error, PermissionError):
        return "may not be read by this user; give read permission (chmod u+r)"
    if isinstance(error, FileNotFoundError):
        return "is not there, or is a link that leads nowhere; check the path"
    return f"could not be read ({error.strerror or type(error).__name__}); check the path"


def _clean(uri: str) -> str:
    """Make a name that is one line of valid Unicode, whatever bytes the system allows in a file's name."""
    valid = os.fsencode(uri).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in valid)


def _suffixes() -> str:
    return ", ".join(sorted(READERS))


def _files(count: int) -> str:
    return "no file at all" if not count else "1 file" if count == 1 else f"{count} files"
