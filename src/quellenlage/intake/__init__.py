"""Bytes in, reports out: files, folders, standard input, and a text that a caller holds. One file per format."""

from quellenlage.intake.formats import listing, reader_of
from quellenlage.intake.load import load
from quellenlage.intake.published import as_day
from quellenlage.intake.report import from_text

__all__ = ["as_day", "from_text", "listing", "load", "reader_of"]
