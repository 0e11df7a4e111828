"""Whose word counts as whose."""

from dataclasses import replace

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
        ("Freie Liste Altmoos", "Chefin der Freien Liste"),
        ("NHA", "NHA-Sondergesandte"),
        ("Nordwerk", "Nordwerk-Eigentümerin"),
        ("Ruderverband Altmoos", "Sportdirektorin des Ruderverbandes Altmoos"),
    ],
)
def test_a_body_and_who_speaks_for_it_are_one(house: str, role: str) -> None:
    keys = found([actor(house, Kind.ORGANISATION), actor("Lena Brandt", Kind.PERSON, role)])
    assert keys[f"a:{house}"] == keys["a:Lena Brandt"]


def test_a_description_that_names_a_body_goes_before_a_calling_of_any_firm() -> None:
    heads = [actor("Lena Brandt", Kind.PERSON, "Vorstandschefin", "Chefin der Nordwerft Altmoos")]
    keys = found([actor("Nordwerft Altmoos", Kind.ORGANISATION), *heads])
    assert keys["a:Lena Brandt"] == keys["a:Nordwerft Altmoos"]


def test_the_head_of_a_works_council_does_not_speak_for_the_firm() -> None:
    firm, head = (
        actor("Nordwerft", Kind.ORGANISATION),
        actor("Lena Brandt", Kind.PERSON, "Betriebsratschefin der Nordwerft"),
    )
    keys = found([firm, head])
    assert keys["a:Nordwerft"] != keys["a:Lena Brandt"]


def test_the_first_word_of_a_name_stands_for_the_whole_where_one_body_is_called_so() -> None:
    actors = [actor(name, Kind.ORGANISATION) for name in ("Nordwerk Hafenbau", "Nordwerk")]
    keys = found([*actors, actor("Nordwerk-Kreise", Kind.GROUP)], nameless=("Nordwerk-Kreise",))
    assert len(set(keys.values())) == 1
    keys = found([*actors, actor("Nordwerk Reederei", Kind.ORGANISATION)])
    assert len(set(keys.values())) == 3


def test_who_leads_a_club_of_a_country_does_not_speak_for_the_country() -> None:
    land, club = (
        actor("Torland", Kind.PLACE),
        actor("Lena Brandt", Kind.PERSON, "Präsidentin des torländischen Turnverbands"),
    )
    assert found([land, club])["a:Lena Brandt"] != found([land, club]).get("a:Torland", houses.STATE + "torland")
    minister = actor("Lena Brandt", Kind.PERSON, "Präsidentin der torländischen Regierung")
    assert found([land, minister])["a:Lena Brandt"] == houses.STATE + "torland"


def test_a_title_that_stands_for_somebody_is_no_name_of_his() -> None:
    minister = replace(actor("Lena Brandt", Kind.PERSON, "Hafenministerin"), aliases=("Hafenministerin",))
    keys = found([actor("Hafenministerium", Kind.ORGANISATION), minister])
    assert keys["a:Hafenministerium"] == keys["a:Lena Brandt"]


def test_all_organs_of_a_government_are_one() -> None:
    names = ["Hafenministerium", "Staatskanzlei", "Lena Brandt", "Jens Beck", "Sprecher des Ministers"]
    actors = [
        actor(names[0], Kind.ORGANISATION),
        actor(names[1], Kind.ORGANISATION),
        actor(names[2], Kind.PERSON, "Ministerpräsidentin"),
        actor(names[3], Kind.PERSON, "Baumminister"),
        actor(names[4], Kind.GROUP),
        actor("Hafenamt", Kind.ORGANISATION),
    ]
    keys = found(actors, nameless=(names[4],))
    assert len({keys[f"a:{name}"] for name in names}) == 1
    assert keys["a:Hafenamt"] != keys["a:Staatskanzlei"]


def test_the_organs_of_two_countries_are_two_governments() -> None:
    actors = [
        actor("Torland", Kind.PLACE),
        actor("torländisches Hafenministerium", Kind.ORGANISATION),
        actor("Staatskanzlei", Kind.ORGANISATION),
    ]
    keys = found(actors)
    assert keys["a:torländisches Hafenministerium"] != keys["a:Staatskanzlei"]


def test_a_place_in_the_genitive_tells_whose_organ_it_is() -> None:
    actors = [actor("Torland", Kind.PLACE), actor("Außenministerium Torlands", Kind.ORGANISATION)]
    keys = found([*actors, actor("torländische Armee", Kind.ORGANISATION)])
    assert keys["a:Außenministerium Torlands"] == keys["a:torländische Armee"]


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


def test_a_branch_is_no_body() -> None:
    court, circles = actor("Justiz", Kind.ORGANISATION), actor("Justizkreise", Kind.GROUP)
    assert "a:Justizkreise" not in found([court, circles], nameless=("Justizkreise",))
