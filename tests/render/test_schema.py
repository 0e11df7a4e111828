"""The schema says what the records are, and every dossier is valid by it."""

import json

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from quellenlage.model import Dossier
from quellenlage.render.json import to_json
from quellenlage.render.schema import schema, schema_text
from tests.render import made_up
from tests.render.hostile import hostile
from tests.render.rows import rows

VALIDATOR = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())


def test_the_schema_is_a_schema_and_says_what_it_is_of() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert "quellenlage/1" in schema()["title"]
    assert "code points" in schema()["description"]
    assert json.loads(schema_text()) == schema()


@pytest.mark.parametrize("dossier", [made_up.dossier(), hostile()], ids=["made up", "hostile"])
def test_dossiers_made_by_hand_are_valid(dossier: Dossier) -> None:
    VALIDATOR.validate(json.loads(to_json([dossier], generator="test")))


@given(rows(Dossier))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_dossier_is_valid(dossier: Dossier) -> None:
    VALIDATOR.validate(json.loads(to_json([dossier], generator="test")))


def test_a_newer_version_may_add_keys() -> None:
    page = json.loads(to_json([made_up.dossier()], generator="test"))
    page["dossiers"][0]["reports"][0]["weather"] = "rain"
    VALIDATOR.validate(page)


@pytest.mark.parametrize(("key", "value"), [("status", "sure"), ("begin", "tomorrow"), ("id", None)])
def test_what_is_not_of_the_format_is_not_valid(key: str, value: object) -> None:
    page = json.loads(to_json([made_up.dossier()], generator="test"))
    page["dossiers"][0]["events"][0][key] = value
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(page)
