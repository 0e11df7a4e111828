"""Parquet for pandas, Polars and DuckDB: one file a table, typed columns. Needs the extra ``quellenlage[parquet]``."""

import io
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from typing import Any

from quellenlage.errors import ExtraMissingError
from quellenlage.export.tables import Table, tables
from quellenlage.model import Dossier


def to_parquet(dossiers: Sequence[Dossier]) -> dict[str, bytes]:
    """Give the files by their names. Raises ``ExtraMissingError`` where pyarrow is not installed."""
    try:
        arrow = import_module("pyarrow")
        import_module("pyarrow.parquet")
    except ImportError:
        raise ExtraMissingError("pyarrow is not installed; run: pip install 'quellenlage[parquet]'") from None
    return {f"{table.name}.parquet": _file(table, arrow) for table in tables(dossiers)}


def _file(table: Table, arrow: Any) -> bytes:
    kinds = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), date: arrow.date32()}
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    arrays = [arrow.array(c, type=kinds[kind]) for c, kind in zip(columns, table.columns.values(), strict=True)]
    out = io.BytesIO()
    arrow.parquet.write_table(arrow.table(arrays, names=list(table.columns)), out, compression="zstd")
    return out.getvalue()
