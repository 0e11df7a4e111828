"""A person's word on actors and events holds in every later run, until it is taken back."""

from dataclasses import replace

import pytest

from benchmarks import made_up
from quellenlage.model import Dossier
from quellenlage.store import versions
from quellenlage.store.deciding import decided, in_force, side_of_actor, side_of_event
from quellenlage.store.records import Decision, Side, Subject, Verdict, Versions
from tests.store.test_contract import arrived

WHO, OTHER = made_up.name(0, 1), made_up.name(0, 2)


def make(archive, a, b, verdict, subject=Subject.ACTOR, undoes=None) -> Decision:
    at = archive.clock()
    (line,) = archive.store.stories()
    made = Decision(
        id=f"d{at:%H%M%S}",
        story=line.id,
        subject=subject,
        verdict=verdict,
        a=a,
        b=b,
        who="Redaktion",
        made=at,
        undoes=undoes,
    )
    archive.store.decide(made)
    return made


def fill(archive, *numbers: int) -> None:
    by = Versions(intake=versions.intake(), rules=versions.rules(), model=archive.reader.version)
    for number in numbers:
        archive.store.add(arrived(made_up.report(number), by))


def dossier(archive) -> Dossier:
    (line,) = archive.store.stories()
    return archive.dossier(line.id)


def actors(archive) -> dict[str, set[str]]:
    made = dossier(archive)
    return {a.id: {m.report for m in made.mentions if m.actor == a.id} for a in made.actors}


def side(archive, name, reports=()):
    (line,) = archive.store.stories()
    links = archive.links(line.id)
    return side_of_actor(links, next(a for a in links.actors if name in (a.name, *a.aliases)), reports)


@pytest.fixture(autouse=True)
def _steady(steady) -> None:
    """Keep the rules as they are."""


def test_two_actors_are_one_and_stay_one(archive) -> None:
    fill(archive, 0, 1)
    assert {a.name for a in dossier(archive).actors} >= {WHO, OTHER}
    made = make(archive, side(archive, WHO), side(archive, OTHER), Verdict.SAME)
    joined = [a for a in dossier(archive).actors if {WHO, OTHER} <= {a.name, *a.aliases}]
    assert len(joined) == 1
    fill(archive, 2, 3)
    assert len([a for a in dossier(archive).actors if {a.name, *a.aliases} & {WHO, OTHER}]) == 1
    speakers = {s.source_actor for s in dossier(archive).statements}
    assert speakers == {joined[0].id}
    undo = make(archive, made.a, made.b, Verdict.UNDO, undoes=made.id)
    assert len([a for a in dossier(archive).actors if {a.name, *a.aliases} & {WHO, OTHER}]) == 2
    make(archive, made.a, made.b, Verdict.UNDO, undoes=undo.id)
    assert len([a for a in dossier(archive).actors if {a.name, *a.aliases} & {WHO, OTHER}]) == 1
    assert list(archive.store.verify()) == []


def test_an_actor_is_two_and_stays_two(archive) -> None:
    fill(archive, 0, 1, 2)
    first = made_up.report(0).id
    whole = side(archive, WHO)
    part, rest = side(archive, WHO, [first]), replace(whole, places=tuple(p for p in whole.places if p.report != first))
    made = make(archive, part, rest, Verdict.DIFFERENT)
    fill(archive, 3)
    named = [a for a in dossier(archive).actors if a.name == WHO]
    assert len(named) == 2
    reports = sorted((actors(archive)[a.id] for a in named), key=len)
    assert reports == [{first}, {made_up.report(n).id for n in (1, 2, 3)}]
    make(archive, made.a, made.b, Verdict.UNDO, undoes=made.id)
    assert len([a for a in dossier(archive).actors if a.name == WHO]) == 1


def test_the_last_word_holds(archive) -> None:
    fill(archive, 0, 1)
    first = made_up.report(0).id
    whole = side(archive, WHO)
    part, rest = side(archive, WHO, [first]), replace(whole, places=tuple(p for p in whole.places if p.report != first))
    make(archive, part, rest, Verdict.DIFFERENT)
    make(archive, part, rest, Verdict.SAME)
    assert len([a for a in dossier(archive).actors if a.name == WHO]) == 1


def test_an_event_is_two_and_one_again(archive) -> None:
    fill(archive, 0, 1)
    (line,) = archive.store.stories()
    links = archive.links(line.id)
    event = max(dossier(archive).events, key=lambda row: len(row.mentions))
    first = made_up.report(0).id
    whole = side_of_event(links, event.id)
    part = side_of_event(links, event.id, [first])
    rest = replace(whole, places=tuple(p for p in whole.places if p.report != first))
    before = len(dossier(archive).events)
    make(archive, part, rest, Verdict.DIFFERENT, Subject.EVENT)
    parted = [row for row in dossier(archive).events if {m.report for m in row.mentions} == {first}]
    assert len(dossier(archive).events) == before + 1
    assert parted
    make(archive, part, rest, Verdict.SAME, Subject.EVENT)
    assert len(dossier(archive).events) == before
    assert side_of_event(links, "e0") is None


def test_a_decision_whose_places_are_gone_changes_nothing(archive) -> None:
    fill(archive, 0, 1)
    (line,) = archive.store.stories()
    links = archive.links(line.id)
    gone = replace(side(archive, WHO), places=())
    for verdict in (Verdict.SAME, Verdict.DIFFERENT):
        made = make(archive, gone, gone, verdict)
        assert decided(links, [made]) == links


def test_decisions_in_force() -> None:
    empty = side_of_nobody()
    base = {"story": "y", "subject": Subject.ACTOR, "a": empty, "b": empty, "who": "w", "made": None}
    one = Decision(id="1", verdict=Verdict.SAME, **base)
    undo = Decision(id="2", verdict=Verdict.UNDO, undoes="1", **base)
    redo = Decision(id="3", verdict=Verdict.UNDO, undoes="2", **base)
    assert in_force([one]) == [one]
    assert in_force([one, undo]) == []
    assert in_force([one, undo, redo]) == [one]


def side_of_nobody():
    return Side(id="", name="", places=())
