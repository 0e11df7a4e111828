"""Plain text and Markdown: the file is the report."""

from collections.abc import Iterator

from quellenlage.intake.decoding import decode
from quellenlage.intake.report import Metadata, admit, assemble
from quellenlage.model import Report

SUFFIXES = (".txt", ".md")


def read(raw: bytes, uri: str, known: Metadata) -> Iterator[Report]:
    """Read one report. Raises ``UnreadableError``."""
    yield assemble(uri, admit(decode(raw)), known)
