"""Whose word counts as whose."""

import pytest

from quellenlage.linking import houses
from quellenlage.model import Actor, Entity, Kind, Reading, Report


def actor(name: str, kind: Kind, *roles: str) -> Actor:
    return Actor(id=f"a:{name}", name=name, kind=kind, roles=roles, entities=(f"e:{name}",))


def found(actors: list[Actor], *, nameless: tuple[str, ...] = (), text: str = "") -> dict[str, str]:
    report = Report(uri="r", text=text, id="r")
    entities = tuple(
        Entity(id=f"e:{a.name}", report="r", kind=a.kind, name=a.name, named=a.name not in nameless) for a in actors
    )
    return houses.find(actors, [Reading(report=report, entities=entities)], {})


@pytest.mark.parametrize(
    ("house", "role"),
    [
        ("Polizei", "Polizeisprecherin"),
        ("Polizei", "Sprecher der Polizei"),
        ("Gewerkschaft Hafen und Werft", "Gewerkschafterin"),
        ("Staatsanwaltschaft", "Oberstaatsanwältin"),
        ("Landkreis Norderende", "Landrätin"),
        ("Nordwerk AG", "Geschäftsführerin"),
    ],
)
def test_a_body_and_who_speaks_for_it_are_one(house: str, role: str) -> None:
    keys = found([actor(house, Kind.ORGANISATION), actor("Lena Brandt", Kind.PERSON, role)])
    assert keys[f"a:{house}"] == keys["a:Lena Brandt"]


def test_a_person_without_an_office_speaks_for_herself() -> None:
    assert "a:Lena Brandt" not in found([actor("Lena Brandt", Kind.PERSON, "Augenzeugin")])


def test_bodies_of_one_country_that_no_list_has_are_one() -> None:
    actors = [
        actor("Torland", Kind.PLACE),
        actor("torländische Armee", Kind.ORGANISATION),
        actor("Jens Beck", Kind.PERSON, "torländischer Präsident"),
        actor("Tora", Kind.PLACE),
    ]
    keys = found(actors, text="In der torländischen Hauptstadt Tora regnete es.")
    assert len({keys[f"a:{name}"] for name in ("torländische Armee", "Jens Beck", "Tora")}) == 1


def test_a_circle_of_a_body_is_that_body_and_a_circle_of_friends_is_not() -> None:
    body, friends = "Mitglied des Aufsichtsrats", "Kreise der Familie"
    keys = found([actor(body, Kind.GROUP), actor(friends, Kind.GROUP)], nameless=(body, friends))
    assert f"a:{body}" in keys
    assert f"a:{friends}" not in keys
