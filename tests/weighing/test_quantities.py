"""Figures on which sources disagree."""

from dataclasses import replace

import pytest

from quellenlage.model import ConflictKind, Reading, Span, StatementType
from quellenlage.model.dossier import ConflictRow
from quellenlage.weighing import figures, weigh
from tests.story import MadeUp


def conflicts(text: str, said: list[tuple[str, str]]) -> list[ConflictRow]:
    """Weigh one report in which each of the sources says a piece of ``text``."""
    story = MadeUp()
    name = story.report("Tagblatt")
    for source, _ in said:
        story.says(name, source)
    links = story.links()
    (reading,) = links.readings
    spans = [Span(text.index(words), text.index(words) + len(words)) for _, words in said]
    statements = tuple(
        replace(statement, content=(span,), type=StatementType.INDIRECT)
        for statement, span in zip(reading.statements, spans, strict=True)
    )
    report = replace(reading.report, text=text)
    fresh = Reading(report=report, sentences=(Span(0, len(text)),), entities=reading.entities, statements=statements)
    return [row for row in weigh(replace(links, readings=(fresh,))).conflicts if row.kind is ConflictKind.QUANTITY]


def test_two_counts_of_one_thing() -> None:
    text = "Die Wasserwacht spricht von 31 Verletzten, die Gemeinde zählt 26."
    (row,) = conflicts(text, [("Wasserwacht", "31 Verletzten"), ("Gemeinde", "26")])
    assert sorted(side.value for side in row.sides) == ["26", "31"]


def test_a_source_that_raises_its_figure_contradicts_nobody() -> None:
    text = "Die Wasserwacht spricht von 31 Verletzten, später von 26 Verletzten."
    assert conflicts(text, [("Wasserwacht", "31 Verletzten"), ("Wasserwacht", "26 Verletzten")]) == []


def test_at_least_so_many_leaves_room() -> None:
    text = "Die Wasserwacht spricht von mindestens 26 Booten, die Gemeinde von 31 Booten."
    assert conflicts(text, [("Wasserwacht", "mindestens 26 Booten"), ("Gemeinde", "31 Booten")]) == []


def test_years_and_hours_are_no_counts() -> None:
    text = "Seit 40 Jahren fahre er, sagt einer; um 14.20 Uhr habe es geknallt, am 22. Mai und am 23. sei Ruhe gewesen."
    assert list(figures.find(text, "de")) == []


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("mindestens 40 Häuser", 40, float("inf")),
        ("mehr als 40 Häuser", 40, float("inf")),
        ("nicht mehr als zwölf Boote", 0, 12),
        ("bis zu 300 Stellen", 0, 300),
    ],
)
def test_floors_and_ceilings(text: str, least: float, most: float) -> None:
    ((_, figure),) = figures.find(text, "de")
    assert (figure.least, figure.most) == (least, most)


def test_where_nothing_is_counted_there_is_no_dispute() -> None:
    assert conflicts("Niemand zählte.", [("Wasserwacht", "Niemand zählte")]) == []


def test_figures_far_apart_are_a_dispute_where_the_text_sets_them_against_each_other() -> None:
    text = "Die Wasserwacht zählt 40.000 Datensätze. Die Gemeinde sprach dagegen von höchstens 9000 Datensätzen."
    (row,) = conflicts(text, [("Wasserwacht", "40.000 Datensätze"), ("Gemeinde", "höchstens 9000 Datensätzen")])
    assert sorted(side.value for side in row.sides) == ["40.000", "9000"]
    assert conflicts(text.replace("dagegen ", ""), [("Wasserwacht", "40.000 Datensätze"), ("Gemeinde", "9000")]) == []


def test_figures_far_apart_are_a_dispute_where_the_later_source_says_no_more_than_its_own_of_the_same_thing() -> None:
    text = "In der Halle lagen 60 Dosen Lack. Die Gemeinde spricht von zwölf Dosen."
    (row,) = conflicts(text, [("Wasserwacht", "60 Dosen Lack"), ("Gemeinde", "zwölf Dosen")])
    assert sorted(side.value for side in row.sides) == ["60", "zwölf"]
    text = "In der Halle lagen 60 Dosen Lack. Die Gemeinde spricht von zwölf Dosen Leim."
    assert conflicts(text, [("Wasserwacht", "60 Dosen Lack"), ("Gemeinde", "zwölf Dosen Leim")]) == []


def test_what_is_counted_is_the_same_in_the_dative() -> None:
    text = "Die Wasserwacht meldet 900 Liter, die Gemeinde geht von 600 Litern aus."
    (row,) = conflicts(text, [("Wasserwacht", "900 Liter"), ("Gemeinde", "600 Litern")])
    assert sorted(side.value for side in row.sides) == ["600", "900"]


def test_a_figure_that_is_rejected_behind_another_is_of_who_gives_it() -> None:
    text = "Die Wasserwacht meldet 4000 Dosen.\n\nEs geht um 300 Kisten, nicht um 4000, sagt die Gemeinde."
    said = [("Wasserwacht", "4000 Dosen"), ("Gemeinde", "Es geht um 300 Kisten, nicht um 4000")]
    (row,) = conflicts(text, said)
    assert [(side.source_actor, side.value) for side in row.sides] == [("a:Wasserwacht", "4000"), ("a:Gemeinde", "300")]
    text = text.replace(", nicht um 4000", ", auch um 4000")
    assert conflicts(text, [said[0], ("Gemeinde", "Es geht um 300 Kisten, auch um 4000")]) == []


def test_a_figure_of_whoever_says_so_is_not_the_speakers() -> None:
    text = "Zwölf Boote sanken. Wer von vier Booten spricht, war nicht am Kai."
    assert conflicts(text, [("Wasserwacht", "Zwölf Boote sanken"), ("Gemeinde", text[20:-1])]) == []
    text = "Zwölf Boote sanken. Wer am Kai war, spricht von vier Booten."
    assert conflicts(text, [("Wasserwacht", "Zwölf Boote sanken"), ("Gemeinde", text[20:-1])]) != []
