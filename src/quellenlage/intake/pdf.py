"""PDF: the text of its pages, with lines joined into paragraphs; read with pypdf under its own limits."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdf
from pypdf.errors import PyPdfError

from quellenlage.errors import NotTextError, TooLargeError
from quellenlage.intake.page.blocks import tidy
from quellenlage.intake.report import MOST_CHARACTERS, Metadata, admit, assemble
from quellenlage.model import Report

# What a PDF has wrong is told with a Skipped, or not at all.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False

SUFFIXES = (".pdf",)
MAGIC = b"%PDF"
MOST_PAGES = 300

# What one stream may unpack to, and how many operators one page may have: pypdf keeps each in memory.
_UNPACKED = 10_000_000
_OPERATORS = 100_000
_AS_TEXT = "save its text as .txt and give that"
_END = re.compile(r"[.!?:…][“”\"»«’')\]]{0,2}\Z")
_HYPHEN = re.compile(r"[^\W\d_]-\Z")


def read(raw: bytes, uri: str, known: Metadata) -> Iterator[Report]:
    """Read one document. Raises ``UnreadableError`` for one that is locked or broken, or has no text."""
    try:
        with pypdf.apply_configuration(
            zlib_maximum_output_length=_UNPACKED,
            lzw_maximum_output_length=_UNPACKED,
            run_length_maximum_output_length=_UNPACKED,
            array_based_stream_maximum_output_length=_UNPACKED,
            stream_parsing_work_maximum_count=_OPERATORS,
            disable_legacy_handling=True,
        ):
            pages, info = _pages(raw)
    except (NotTextError, TooLargeError):
        raise
    except Exception as error:  # a hostile file may make the parser fail in any way; the run goes on
        kind = "broken, or over a limit" if isinstance(error, PyPdfError) else "broken"
        raise NotTextError(f"is a PDF that is {kind} ({type(error).__name__}); {_AS_TEXT}") from None
    text = "\n".join(paragraph for page in pages for paragraph in paragraphs(page))
    if not text.strip():
        raise NotTextError(f"is a PDF without text, pictures of pages perhaps; {_AS_TEXT}")
    title, author = tidy(str(info.get("/Title") or "")), tidy(str(info.get("/Author") or ""))
    known = replace(known, title=title or known.title, authors=(author,) if author else known.authors)
    yield assemble(uri, admit(text), known)


def _pages(raw: bytes) -> tuple[list[str], dict[str, Any]]:
    document = pypdf.PdfReader(BytesIO(raw), strict=False)
    if document.is_encrypted and not document.decrypt(""):
        raise NotTextError(f"is a PDF that is locked with a password; {_AS_TEXT}")
    if len(document.pages) > MOST_PAGES:
        raise TooLargeError(f"is a PDF of more than {MOST_PAGES} pages and was not read; split it into its reports")
    pages: list[str] = []
    for page in document.pages:
        pages.append(page.extract_text() or "")
        if sum(map(len, pages)) > MOST_CHARACTERS:
            raise TooLargeError(f"is a PDF of over {MOST_CHARACTERS:,} characters; split it into its reports")
    return pages, dict(document.metadata or {})


def paragraphs(page: str) -> Iterator[str]:
    """Join lines into paragraphs: one ends at a blank line, or with a sentence in a line shorter than the others."""
    lines = [tidy(line) for line in page.split("\n")]
    width = max(map(len, lines), default=0)
    held = ""
    for line in lines:
        if not line:
            if held:
                yield held
            held = ""
            continue
        held = _joined(held, line)
        if len(line) < 0.8 * width and (_END.search(line) or len(line) < 0.5 * width):
            yield held
            held = ""
    if held:
        yield held


def _joined(held: str, line: str) -> str:
    """Join a line to those before it; a word parted at the line's end is one again."""
    if not held:
        return line
    if _HYPHEN.search(held) and line[:1].islower():
        return held[:-1] + line
    return f"{held} {line}"
