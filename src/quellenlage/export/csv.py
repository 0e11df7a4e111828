"""CSV for spreadsheets: one file a table, UTF-8 with a byte-order mark, semicolons, quoted where need be (RFC 4180).

A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection). Whole texts are
left out, for a spreadsheet's cell holds 32,767 characters.
"""

import csv
import io
import re
from collections.abc import Sequence

from quellenlage.export.tables import Cell, Table, tables
from quellenlage.model import Dossier

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r\n|%]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
LONGEST_CELL = 32_000


def to_csv(dossiers: Sequence[Dossier]) -> dict[str, bytes]:
    """Give the files by their names."""
    return {f"{table.name}.csv": _file(table) for table in tables(dossiers) if table.name != "texts"}


def _file(table: Table) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([[_cell(cell) for cell in row] for row in table.rows])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def _cell(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, int | float):
        return cell
    text = _CONTROL.sub("\ufffd", str(cell))[:LONGEST_CELL]
    return "'" + text if _FORMULA.match(text) else text
