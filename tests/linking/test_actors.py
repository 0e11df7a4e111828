from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.language import load
from quellenlage.linking.actors import join
from quellenlage.model import Actor, Kind, Reading, Report
from quellenlage.reading.names import read


def reading(text: str) -> Reading:
    language, report = load("de"), Report(uri="test", text=text)
    entities, mentions = read(language.nlp(text), report, language)
    return Reading(report=report, entities=entities, mentions=mentions)


def actors(*texts: str) -> tuple[Actor, ...]:
    return join([reading(text) for text in texts])


def members(found: tuple[Actor, ...]) -> dict[str, int]:
    return {actor.name: len(actor.entities) for actor in found}


CASES = [
    (("Andrei Iwanow kam.", "Andrej Iwanow ging.", "Andrei Iwanow blieb."), {"Andrei Iwanow": 3}),
    (("Yang Min-ho kam.", "Yang Min-ho ging.", "Yang Min Ho blieb."), {"Yang Min-ho": 3}),
    # a surname alone joins its one bearer of the story, and nobody where there are two
    (("Lars Holm kam.", "Minister Holm ging."), {"Lars Holm": 2}),
    (("Kapitän Lars Holm (58) kam.", "Der 58-Jährige schwieg."), {"Lars Holm": 2}),
    (
        ("Lars Holm (58) kam.", "Otto Lang (58) ging.", "Der 58-Jährige schwieg."),
        {"Lars Holm": 1, "Otto Lang": 1, "58-Jähriger": 1},
    ),
    (("Kapitän Lars Holm schwieg.", "Ein 58 Jahre alter Kapitän fuhr."), {"Lars Holm": 2}),
    (("Lars Holm (58) schwieg.", "Lars H. (58) kam."), {"Lars Holm": 2}),
    (("Lars Holm (58) schwieg.", "Lars H. (31) kam."), {"Lars Holm": 1, "Lars H.": 1}),
    (("Bauministerin Eva Lund kam.", "Die Ministerin schwieg."), {"Eva Lund": 2}),
    (("Das Landeswahlamt prüft.", "Das Wahlamt wies das zurück."), {"Landeswahlamt": 2}),
    (("Lars Holm kam.", "Eva Holm ging.", "Herr Holm blieb."), {"Lars Holm": 2, "Eva Holm": 1}),
    (("Minister Holm kam.", "Minister Holm ging."), {"Holm": 2}),
    # … but an office may decide
    (
        ("Ministerpräsident Lars Holm kam.", "Trainerin Eva Holm ging.", "Regierungschef Holm blieb."),
        {"Lars Holm": 2, "Eva Holm": 1},
    ),
    (
        ("Der dänische Präsident Lars Holm kam.", "Dänemarks Staatschef lachte."),
        {"Lars Holm": 2, "Dänemark": 1},
    ),
    (("Die USA warnen.", "Die Vereinigten Staaten warnen.", "Die US-Regierung warnt."), None),
    (("Dänemark warnt.", "Kopenhagen warnte vor Regen."), {"Dänemark": 2}),
    (("Dänemark warnt.", "In Kopenhagen regnet es."), {"Dänemark": 1, "Kopenhagen": 1}),
    (("Die UNO warnt.", "Die Vereinten Nationen warnen."), None),
    # nobody in particular stays apart from the next one
    (("Ein Beamter sprach.", "Ein Beamter schwieg."), {"Beamter": 1}),
    (("Die Staatsanwaltschaft Neustadt schwieg.", "Die Staatsanwaltschaft Neustadt sprach."), None),
    (("Das dänische Umweltministerium schwieg.", "Dänemarks Umweltministerium sprach."), None),
    # transliterations and slips meet; the slip needs the same office
    (("Sergei Lawrow kam.", "Sergej Lavrov ging."), {"Sergei Lawrow": 2}),
    (
        ("Werksleiterin Eva Sandmeer kam.", "Eva Sandmeer blieb.", "Werksleiterin Eva Sandmehr ging."),
        {"Eva Sandmeer": 3},
    ),
    (("Eva Sandmeer kam.", "Eva Sandmeer blieb.", "Eva Sandmehr ging."), {"Eva Sandmeer": 2, "Eva Sandmehr": 1}),
    # a man is not a woman
    (("Eva Holm kam.", "Herr Holm blieb."), {"Eva Holm": 1, "Holm": 1}),
    (("Eva Holm kam.", "Der Trainer Paul Berg lobte Holm."), {"Eva Holm": 2, "Paul Berg": 1}),
    # of two bearers of a surname the one whom the report knows by his office
    (
        (
            "Der belonische Präsident Lars Holm kam.",
            "Botschafterin Eva Holm ging.",
            "Der belonische Präsident kam. Danach sprach Holm.",
        ),
        {"Lars Holm": 3, "Eva Holm": 1},
    ),
    # an office joins its one holder; of two holders neither
    (("Verkehrsminister Lars Holm kam.", "Der Verkehrsminister sprach."), {"Lars Holm": 2}),
    (
        (
            "Verkehrsminister Lars Holm kam.",
            "Verkehrsministerin Eva Berg ging.",
            "Danach sprach der Verkehrsminister.",
        ),
        {"Lars Holm": 1, "Eva Berg": 1, "Verkehrsminister": 1},
    ),
    (("Sprecher Lars Holm kam.", "Der Sprecher schwieg."), {"Lars Holm": 1, "Sprecher": 1}),
    # … and nobody in particular joins nobody
    (
        ("Verkehrsminister Lars Holm kam.", "Ein Verkehrsminister müsse das wissen."),
        {"Lars Holm": 1, "Verkehrsminister": 1},
    ),
    # a body called by its noun alone is the only one of its kind, unless it only takes up what its report has named
    (("Die Polizei Altmoos ermittelt.", "Die Polizei schwieg."), {"Polizei Altmoos": 2, "Altmoos": 1}),
    (
        ("Die Polizei Altmoos ermittelt.", "Die Polizei Neustadt auch.", "Die Polizei schwieg."),
        {"Polizei Altmoos": 1, "Polizei Neustadt": 1, "Polizei": 1, "Altmoos": 1, "Neustadt": 1},
    ),
    (("Die Polizei schwieg.", "Die Polizei sprach."), {"Polizei": 2}),
    (("Die Behörde schwieg.", "Die Behörde sprach."), {"Behörde": 1}),
    # another country's body stays apart
    (
        ("Das dänische Umweltministerium schwieg.", "Das Umweltministerium sprach."),
        {"Umweltministerium": 1, "dänisches Umweltministerium": 1},
    ),
]


@pytest.mark.parametrize(("texts", "expected"), CASES)
def test_who_is_one(texts: tuple[str, ...], expected: dict[str, int] | None) -> None:
    found = actors(*texts)
    if expected is None:
        assert max(len(actor.entities) for actor in found) == len(texts)
    else:
        assert members(found) == expected


def test_an_acronym_with_a_slip_meets_the_right_one() -> None:
    found = actors(
        "Die Nachrichtenagentur NWRP (Neue Westliche Rundfunkpresse) meldet das.",
        "Die Agentur KLMN.",
        "Die Nachrichtenagentur NRWP meldet das.",
    )
    assert [{"NWRP", "NRWP"} <= {a.name, *a.aliases} for a in found] == [True, False]


def test_a_name_without_kind_joins_the_place_of_that_name() -> None:
    found = actors("Sie reiste nach Altmoos.", "Altmoos jubelt.")
    assert [(a.kind, a.name, len(a.entities)) for a in found] == [(Kind.PLACE, "Altmoos", 2)]


TEXTS = (
    "Der dänische Präsident Lars Holm traf Eva Holm in Oslo.",
    "Dänemarks Staatschef lachte. Holm sprach mit der UNO. Ein Beamter schwieg.",
    "Lars Holm kam. Ein Beamter sprach. Die Vereinten Nationen warnten.",
)


def test_the_order_of_reports_does_not_matter() -> None:
    readings = [reading(text) for text in TEXTS]
    assert len({join(order) for order in permutations(readings)}) == 1


def test_no_reports_no_actors() -> None:
    assert join([]) == ()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(" ".join(TEXTS).split()), max_size=20).map(" ".join), max_size=4, unique=True))
def test_every_entity_has_exactly_one_actor_and_ids_are_unique(texts: list[str]) -> None:
    readings = [reading(text) for text in texts]
    found = join(readings)
    assert sorted(e for a in found for e in a.entities) == sorted(e.id for r in readings for e in r.entities)
    assert len({a.id for a in found}) == len(found)
