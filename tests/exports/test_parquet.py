"""Parquet: typed columns, the same rows."""

import io
import re
import sys
import textwrap
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from quellenlage.errors import ExtraMissingError
from quellenlage.export.parquet import to_parquet
from quellenlage.export.tables import TABLES, tables
from quellenlage.model import Stance


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


@pytest.fixture
def folder(dossier, tmp_path, monkeypatch) -> Path:
    """Write the tables where the documentation has them."""
    tables = tmp_path / "tabellen"
    tables.mkdir()
    for name, data in to_parquet([dossier]).items():
        (tables / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    return tables


def documented(mark: str) -> str:
    page = Path(__file__).parent.parent.parent.joinpath("docs/exports.md").read_text(encoding="utf-8")
    found = re.search(rf"<!-- {mark} -->\n(.*?)<!-- /{mark} -->", page, re.DOTALL)
    assert found is not None
    return textwrap.dedent(found[1])


def denials(dossier) -> list[tuple[str, str]]:
    outlets = {report.id: report.outlet for report in dossier.reports}
    texts = {report.id: report.text for report in dossier.reports}
    denied = [row for row in dossier.statements if row.stance is Stance.DENIES]
    return [(outlets[row.report], texts[row.report][row.content[0].start : row.content[-1].end]) for row in denied]


def test_the_query_in_the_documentation_runs_in_duckdb(dossier, folder) -> None:
    found = duckdb.sql(documented("query")).fetchall()
    assert [(outlet, content) for _, outlet, _, content in found] == denials(dossier) != []
    assert [day for _, _, day, _ in found] == [date(2024, 5, 3)]


def test_the_lines_for_pandas_in_the_documentation_run(dossier, folder) -> None:
    names: dict[str, Any] = {}
    exec(documented("pandas"), names)  # noqa: S102 - our own page
    found = names["denied"]
    assert list(zip(found.outlet, found.content, strict=True)) == denials(dossier) != []


def test_the_lines_for_polars_in_the_documentation_run(dossier, folder) -> None:
    names: dict[str, Any] = {}
    exec(documented("polars"), names)  # noqa: S102 - our own page
    assert names["denied"].select("outlet", "content").rows() == denials(dossier) != []


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_opens_in_all_three(dossier, folder, name) -> None:
    path = str(folder / f"{name}.parquet")
    (table,) = [table for table in tables([dossier]) if table.name == name]
    columns, count = list(table.columns), len(table.rows)
    frame = pandas.read_parquet(path)
    assert (list(frame.columns), len(frame)) == (columns, count)
    other = polars.read_parquet(path)
    assert (other.columns, other.height) == (columns, count)
    relation = duckdb.read_parquet(path)
    assert (relation.columns, len(relation.fetchall())) == (columns, count)
