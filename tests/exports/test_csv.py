"""CSV: what a spreadsheet opens, and what it must not run."""

import csv
import io
from dataclasses import replace

import pandas

from quellenlage.export.csv import to_csv
from quellenlage.export.tables import TABLES


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_file_for_each_table_but_the_texts(dossier) -> None:
    assert set(to_csv([dossier])) == {f"{name}.csv" for name in TABLES if name != "texts"}


def test_every_row_is_there_and_knows_its_story(dossier) -> None:
    files = {name: read(data) for name, data in to_csv([dossier]).items()}
    assert len(files["reports.csv"]) == len(dossier.reports) == 3
    assert len(files["statements.csv"]) == len(dossier.statements)
    assert len(files["events.csv"]) == len(dossier.events)
    assert {row["story"] for rows in files.values() for row in rows} == {dossier.story.id}


def test_words_stand_beside_the_spans(dossier) -> None:
    texts = {report.id: report.text for report in dossier.reports}
    for row in read(to_csv([dossier])["statements.csv"]):
        assert row["content"] == texts[row["report"]][int(row["start"]) : int(row["end"])]


def test_it_begins_with_a_byte_order_mark_and_has_the_lines_of_rfc_4180(dossier) -> None:
    for data in to_csv([dossier]).values():
        assert data.startswith(b"\xef\xbb\xbfstory;")
        assert data.endswith(b"\r\n")


def test_no_cell_is_a_formula(hostile) -> None:
    rows = [row for data in to_csv([hostile]).values() for row in read(data)]
    cells = [cell for row in rows for cell in row.values()]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert not [cell for cell in cells if "\x00" in cell]


def test_no_story_gives_the_headings_alone() -> None:
    assert all(data.count(b"\r\n") == 1 for data in to_csv([]).values())


def test_values_with_quotes_separators_and_new_lines_are_one_cell(dossier) -> None:
    words = 'Der Rat sagte: "Nein";\nmehr nicht, so "Bote"'
    changed = replace(dossier, reports=tuple(replace(report, title=words) for report in dossier.reports))
    data = to_csv([changed])["reports.csv"]
    assert [row["title"] for row in read(data)] == [words] * 3
    assert b'"Der Rat sagte: ""Nein"";' in data


def test_pandas_opens_every_file_as_the_documentation_says(dossier, hostile) -> None:
    for one in (dossier, hostile):
        for name, data in to_csv([one]).items():
            frame = pandas.read_csv(io.BytesIO(data), sep=";", encoding="utf-8-sig")
            assert len(frame) == len(read(data))
            assert frame.columns[0] == "story", name
