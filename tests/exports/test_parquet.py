"""Parquet: typed columns, the same rows."""

import io
import re
import sys
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from quellenlage.errors import ExtraMissingError
from quellenlage.export.parquet import to_parquet
from quellenlage.export.tables import TABLES, tables


def test_the_tables_come_back_as_they_are(dossier) -> None:
    files = to_parquet([dossier])
    for table in tables([dossier]):
        kept = pq.read_table(io.BytesIO(files[f"{table.name}.parquet"]))
        assert kept.column_names == list(table.columns)
        assert [tuple(row.values()) for row in kept.to_pylist()] == table.rows


def test_columns_have_types_even_where_there_is_no_row() -> None:
    files = to_parquet([])
    events = pq.read_table(io.BytesIO(files["events.parquet"]))
    assert events.schema.field("begin").type == pa.date32()
    assert events.schema.field("origins_least").type == pa.int64()
    assert events.num_rows == 0


def test_days_are_days(dossier) -> None:
    reports = pq.read_table(io.BytesIO(to_parquet([dossier])["reports.parquet"]))
    assert reports["earliest"].to_pylist() == [date(2024, 5, n) for n in (1, 2, 3)]


def test_every_text_is_there(dossier) -> None:
    texts = pq.read_table(io.BytesIO(to_parquet([dossier])["texts.parquet"]))
    assert texts["text"].to_pylist() == [report.text for report in dossier.reports]
    assert set(TABLES) >= {"texts"}


def test_without_pyarrow_it_says_what_to_install(dossier, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExtraMissingError, match=r"quellenlage\[parquet\]"):
        to_parquet([dossier])


def test_the_query_in_the_documentation_asks_for_columns_that_are_there(dossier) -> None:
    page = Path(__file__).parent.parent.parent.joinpath("docs/exports.md").read_text(encoding="utf-8")
    query = re.search(r"<!-- query -->\n(.*?)<!-- /query -->", page, re.DOTALL).group(1)
    named = dict(re.findall(r"'tabellen/(\w+)\.parquet' (\w)", query))
    columns = {alias: {"story", *TABLES[table][0]} for table, alias in named.items()}
    assert len(columns) == 2
    assert all(column in columns[alias] for alias, column in re.findall(r"\b([sr])\.(\w+)", query))
    shared = re.search(r"USING \(([\w, ]+)\)", query).group(1).split(", ")
    assert all(set(shared) <= found for found in columns.values())
