"""Word documents (``.docx``, ISO/IEC 29500): the paragraphs of the main text, with title and author.

The archive is opened without unpacking more than the two files that are read, each to a limit.
"""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from quellenlage.errors import NotTextError, TooLargeError
from quellenlage.intake.page.blocks import tidy
from quellenlage.intake.report import Metadata, admit, assemble
from quellenlage.intake.xml import MOST_BYTES, child, name_of, tree_of, words
from quellenlage.model import Report

SUFFIXES = (".docx",)
MAGIC = b"PK\x03\x04"

_MAIN, _CORE = "word/document.xml", "docProps/core.xml"
_MOST_FILES = 10_000
# What a tracked change has taken out, and what a field is made by, is no text.
_SILENT = ("del", "deltext", "instrtext", "movefrom", "ppr", "rpr", "sectpr", "drawing", "pict", "object")


def read(raw: bytes, uri: str, known: Metadata) -> Iterator[Report]:
    """Read one document. Raises ``UnreadableError`` for other archives and for what swells beyond the limit."""
    try:
        with ZipFile(BytesIO(raw)) as archive:
            if len(archive.infolist()) > _MOST_FILES:
                raise TooLargeError(f"is an archive of more than {_MOST_FILES:,} files; save its text as .txt")
            main, core = _file(archive, _MAIN), _file(archive, _CORE)
    except (BadZipFile, ZlibError, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise NotTextError(f"is a ZIP archive that cannot be read ({type(error).__name__}); save it again") from None
    if main is None:
        raise NotTextError("is a ZIP archive or another office document, no .docx; save its text as .txt")
    text = "\n".join(filter(None, _paragraphs(tree_of(main))))
    yield assemble(uri, admit(text), _metadata(core, known))


def _file(archive: ZipFile, name: str) -> bytes | None:
    """Unpack one file of an archive to the limit and no further; ``None`` where it is not there."""
    if name not in archive.namelist():
        return None
    with archive.open(name) as stream:
        raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise TooLargeError(f"unpacks to more than {MOST_BYTES // 1_000_000} MB; save its text as .txt and give that")
    return raw


def _paragraphs(root: Any) -> Iterator[str]:
    """Give the paragraphs in their order, those in tables too; a line break inside one stays."""
    for node in root.iter("{*}p"):
        yield "\n".join(filter(None, (tidy(line) for line in "".join(_runs(node)).split("\n"))))


def _runs(paragraph: Any) -> Iterator[str]:
    stack = list(reversed(paragraph))
    while stack:
        node = stack.pop()
        name = name_of(node)
        if name == "t":
            yield node.text or ""
        elif name in ("tab", "ptab"):
            yield "\t"
        elif name in ("br", "cr"):
            yield "\n"
        elif name in ("nobreakhyphen",):
            yield "-"
        elif name not in _SILENT:
            stack.extend(reversed(node))


def _metadata(core: bytes | None, known: Metadata) -> Metadata:
    """Join the document's title and author with what the caller knows; its dates are not those of publication."""
    if core is None:
        return known
    try:
        root = tree_of(core)
    except NotTextError:
        return known
    title, author = words(child(root, "title")), words(child(root, "creator"))
    return replace(known, title=title or known.title, authors=(author,) if author else known.authors)
