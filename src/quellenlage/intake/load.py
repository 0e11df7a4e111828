"""Files, folders and standard input, read one after the other; what cannot be read becomes a ``Skipped``."""

import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import BinaryIO

from quellenlage.errors import NotTextError, TooLargeError, UnreadableError
from quellenlage.intake import packed, warc
from quellenlage.intake.formats import MOST_BYTES, READERS, Reader, reader_of, sniffed
from quellenlage.intake.published import given
from quellenlage.intake.report import Metadata
from quellenlage.model import Report, Skipped

__all__ = ["MOST_BYTES", "READERS", "Reader", "load", "sniffed"]

_ARCHIVES = (*warc.SUFFIXES, *(warc.SUFFIXES[0] + suffix for suffix in packed.SUFFIXES))


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
    known = Metadata(outlet=outlet, published=given(published) if published else None)
    for path in paths:
        if str(path) == "-":
            yield from _standard_input(stdin or sys.stdin.buffer, known)
        elif os.path.isdir(path):
            yield from _folder(Path(path), known)
        else:
            yield from _file(Path(path), Path(path).name, known)


def _standard_input(stream: BinaryIO, known: Metadata) -> Iterator[Report | Skipped]:
    yield from _attempt(lambda: _limited(stream), "<stdin>", known, sniffed)


def _folder(folder: Path, known: Metadata) -> Iterator[Report | Skipped]:
    """Read a folder; one in which no file has a suffix that is read gives a single ``Skipped``."""
    found = list(_walk(folder, set()))
    if not any(not isinstance(item, Skipped) and item.suffix.lower() in READERS for item in found):
        yield Skipped(
            uri=_clean(folder.name or str(folder)),
            reason=f"holds nothing that is read, among {_files(len(found))}; put {_suffixes()} files in it",
        )
        return
    for item in found:
        if isinstance(item, Skipped):
            yield Skipped(uri=_clean(os.path.relpath(item.uri, folder)), reason=item.reason)
        else:
            yield from _file(item, item.relative_to(folder).as_posix(), known, strict=True)


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


def _file(path: Path, uri: str, known: Metadata, *, strict: bool = False) -> Iterator[Report | Skipped]:
    """Read one file by its suffix; without a known one by what is in it, in a folder (``strict``) not at all."""
    if strict and path.suffix.lower() not in READERS:
        yield Skipped(
            uri=_clean(uri), reason=f"has none of the suffixes that are read ({_suffixes()}); rename it or leave it"
        )
        return
    if path.name.lower().endswith(_ARCHIVES):
        yield from _attempt(lambda: b"", _clean(uri), known, lambda _: partial(_archive, path))
    else:
        yield from _attempt(lambda: _bytes(path), _clean(uri), known, partial(reader_of, path.name))


def _archive(path: Path, _: bytes, uri: str, known: Metadata) -> Iterator[Report | Skipped]:
    """Read a web archive from its file, record by record, whatever its size."""
    _regular(path)
    with path.open("rb") as stream:
        yield from warc.read_stream(stream, uri, known)


def _attempt(
    fetch: Callable[[], bytes], uri: str, known: Metadata, choose: Callable[[bytes], Reader]
) -> Iterator[Report | Skipped]:
    try:
        raw = fetch()
        yield from choose(raw)(raw, uri, known)
    except UnreadableError as error:
        yield Skipped(uri=uri, reason=str(error))
    except OSError as error:
        yield Skipped(uri=uri, reason=_system(error))


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
