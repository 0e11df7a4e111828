"""Who is who in the golden stories: annotated in words that stand there, once, several reports completely."""

import tomllib
from collections import Counter
from functools import cache
from typing import Any

import pytest
from benchmarks.coreference import FORMS
from benchmarks.golden import STORIES

from quellenlage import Report, intake

GOLD = {path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in STORIES.glob("*/coreference.toml")}
KINDS = {"person", "organisation", "place", "office"}

every_story = pytest.mark.parametrize("name", sorted(GOLD))


@cache
def texts(name: str) -> dict[str, str]:
    """Give the reports of a story as they are read, with their headlines."""
    loaded = intake.load([STORIES / name / "reports"])
    return {one.uri: f"{one.title or ''}\n{one.text}" for one in loaded if isinstance(one, Report)}


def mentions(name: str) -> list[dict[str, Any]]:
    return [row for actor in GOLD[name]["actor"] for row in actor["mentions"]]


def test_every_story_is_annotated() -> None:
    assert set(GOLD) == {path.parent.name for path in STORIES.glob("*/gold.toml")}


@every_story
def test_what_is_quoted_stands_there(name: str) -> None:
    wrong = [m for m in mentions(name) if texts(name)[m["file"]].count(m["quote"]) < m.get("nth", 1)]
    assert wrong == []


@every_story
def test_every_place_is_annotated_once(name: str) -> None:
    places = Counter((m["file"], m["quote"], m.get("nth", 1)) for m in mentions(name))
    assert [place for place, count in places.items() if count > 1] == []


@every_story
def test_three_reports_or_more_are_annotated_completely(name: str) -> None:
    complete = GOLD[name]["complete"]
    assert len(complete) >= 3
    assert {m["file"] for m in mentions(name)} == set(complete) <= set(texts(name))


@every_story
def test_names_forms_and_kinds_are_those_of_the_guidelines(name: str) -> None:
    actors = Counter(actor["name"] for actor in GOLD[name]["actor"])
    assert max(actors.values()) == 1
    assert {actor["kind"] for actor in GOLD[name]["actor"]} <= KINDS
    assert {m["form"] for m in mentions(name)} <= set(FORMS)
