"""The table: a row a mention, no formula, nothing lost."""

import csv
import io
from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from quellenlage.model import Dossier
from quellenlage.render.csv import COLUMNS, to_csv
from tests.render import made_up
from tests.render.rows import rows


def table(*dossiers: Dossier) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(dossiers).decode("utf-8-sig"), newline="")))


def test_a_row_says_what_one_report_says_of_an_event() -> None:
    first = table(made_up.dossier())[0]
    assert first["label"] == "Hanne Voss reist nach Port Merin"
    assert (first["outlet"], first["published_earliest"]) == ("Nordische Agentur-Presse", "2024-05-06")
    assert (first["reported_status"], first["source"]) == ("planned", "Außenministerium Ostreliens")
    assert first["sentence"].startswith("Halvenstadt (nap) – Die ostrelische Außenministerin")


def test_no_cell_is_a_formula() -> None:
    event = replace(made_up.events()[0], label='=HYPERLINK("http://a.example")')
    assert table(replace(made_up.dossier(), events=(event,)))[0]["label"].startswith("'=")


@given(rows(Dossier))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_dossier_makes_a_table(dossier: Dossier) -> None:
    found = table(dossier)
    assert len(found) == sum(len(event.mentions) for event in dossier.events)
    assert all(tuple(row) == COLUMNS for row in found)
