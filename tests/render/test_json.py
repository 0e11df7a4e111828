"""Out and back, to the byte."""

import json

import pytest
from hypothesis import HealthCheck, given, settings

from quellenlage.model import Dossier
from quellenlage.render.json import from_json, to_json
from tests.render import made_up
from tests.render.rows import rows


@given(rows(Dossier))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_dossier_comes_back_as_it_went(dossier: Dossier) -> None:
    data = to_json([dossier], generator="test")
    assert from_json(data) == (dossier,)
    assert to_json(from_json(data), generator="test") == data


def test_keys_stand_in_the_order_of_the_format() -> None:
    page = json.loads(to_json([made_up.dossier()], generator="test"))
    assert list(page) == ["format", "generator", "dossiers"]
    assert page["format"] == "quellenlage/1"
    assert list(page["dossiers"][0]) == [
        "story", "reports", "times", "actors", "mentions", "statements", "events", "claims", "conflicts", "copies",
    ]  # fmt: skip


def test_spans_are_pairs_and_days_are_iso() -> None:
    dossier = json.loads(to_json([made_up.dossier()], generator="test"))["dossiers"][0]
    report = dossier["reports"][1]
    start, end = report["furniture"][1]
    assert report["text"][start:end] == "Mehr zum Thema"
    assert report["published"]["earliest"] == "2024-05-07"


def test_umlauts_stand_as_they_are() -> None:
    assert "Halvenstädter Bote".encode() in to_json([made_up.dossier()], generator="test")


def test_keys_of_a_newer_version_are_passed_over() -> None:
    page = json.loads(to_json([made_up.dossier()], generator="test"))
    page["dossiers"][0]["story"]["mood"] = "new"
    assert from_json(json.dumps(page).encode()) == (made_up.dossier(),)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"{}", b"[1]", b'{"format":"quellenlage/2","generator":"x","dossiers":[]}']
)
def test_what_is_no_dossier_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(ValueError, match="quellenlage/1"):
        from_json(data)
