"""Stories in the store are those of one run over all reports, in whatever order the reports came."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from benchmarks import made_up
from quellenlage.linking.stories import split
from quellenlage.model import Entity, Form, Interval, Kind, Mention, Published, Reading, Report, Span, content_id
from quellenlage.store import open_store, placing
from tests.store.test_contract import arrived

# One long report and one short one: little in common but rare names and nouns, as the rule for rare names asks.
LONG = (
    "Rosa Uhlberg sperrt in Bergheim das Nordbad: Filteranlage defekt, Beckenrand gerissen, keine Handwerker frei. "
    "Vorher sprachen Anwohner, Vereine, Schulen, Gastwirte, Rentner und Kinder über Parkplätze und Buslinien."
)
SHORT = "Die Filteranlage im Nordbad von Bergheim kommt spät, gab Uhlberg bekannt. Am Beckenrand arbeiten Handwerker."
APART = "In Bergheim wählt der Gemeinderat einen neuen Vorsitz, die Kandidatin dankt für das Vertrauen."
NAMES = {"Uhlberg": Kind.PERSON, "Bergheim": Kind.PLACE, "Nordbad": Kind.ORGANISATION}


def reading(text: str, day: int) -> Reading:
    when = date(2024, 3, 1) + timedelta(days=day)
    published = Published(interval=Interval(earliest=when, latest=when))
    report = Report(uri=f"{day}.txt", text=text, published=published)
    found = [(name, content_id("n", report.id, name)) for name in NAMES if name in text]
    entities = tuple(Entity(id=id_, report=report.id, kind=NAMES[name], name=name) for name, id_ in found)
    mentions = tuple(
        Mention(report=report.id, span=Span(at, at + len(name)), form=Form.NAME, entity=id_)
        for name, id_ in found
        for at in (text.index(name),)
    )
    return Reading(report=report, entities=entities, mentions=mentions)


def every() -> list[Reading]:
    own = [reading(LONG, 0), reading(SHORT, 9), reading(APART, 3), reading(SHORT.replace("spät", "nie"), 60)]
    return own + [made_up.read(made_up.report(number)) for number in range(26)]


def in_store(store, readings: list[Reading]) -> set[frozenset[str]]:
    for found in readings:
        store.add(replace(arrived(found.report), reading=found))
    return {frozenset(store.members(line.id)) for line in store.stories()}


def in_one_run(readings: list[Reading]) -> set[frozenset[str]]:
    return {frozenset(found.report.id for found in group) for group in split(readings)}


@pytest.mark.parametrize("seed", range(4))
def test_one_by_one_gives_the_stories_of_one_run_in_any_order(tmp_path, seed) -> None:
    readings = every()
    due = in_one_run(readings)
    assert 1 < len(due) < len(readings)
    Random(seed).shuffle(readings)  # noqa: S311 - an order, no secret
    store = open_store(str(tmp_path / "lager.db"))
    assert in_store(store, readings) == due
    assert list(store.verify()) == []
    store.close()


def test_both_stores_do_so(store) -> None:
    readings = every()[::-1]
    assert in_store(store, readings) == in_one_run(readings)


def test_a_larger_store_has_the_same_rule(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(placing, "SMALL", 0)
    store = open_store(str(tmp_path / "lager.db"))
    pair = [reading(LONG, 0), reading(SHORT, 9)]
    assert in_store(store, pair) == in_one_run(pair)
    assert len(store.stories()) == 1
    store.add(replace(arrived(reading(APART, 3).report), reading=reading(APART, 3)))
    assert len(store.stories()) == 2
    store.close()


def test_a_story_that_falls_apart_is_found_by_its_old_ids(tmp_path, monkeypatch) -> None:
    store = open_store(str(tmp_path / "lager.db"))
    monkeypatch.setattr(placing, "partition", lambda told, pairs: [list(range(len(told)))])
    one, other = reading(LONG, 0), reading(APART, 3)
    in_store(store, [one, other])
    ids = [content_id("y", found.report.id) for found in (one, other)]
    assert {store.find_story(name) for name in ids} == {ids[0]}
    monkeypatch.setattr(placing, "partition", lambda told, pairs: [[i] for i in range(len(told))])
    third = reading(SHORT, 9)
    in_store(store, [third])
    assert [store.find_story(name) for name in ids] == ids
    assert [store.members(name) for name in ids] == [[one.report.id], [other.report.id]]
    assert list(store.verify()) == []
    store.close()
