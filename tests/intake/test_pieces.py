from datetime import date

import pytest

from quellenlage.intake.lines import lines
from quellenlage.intake.pieces import pieces


def read(text, *, head=True):
    (line,) = lines(text)
    return pieces(line, head=head)


@pytest.mark.parametrize(
    "text",
    [
        "Politik · 2. März 2021 · Von Jana Sommer",
        "Von Jana Sommer | 02.03.2021",
        "*Moorbote, 2. März 2021, von Jana Sommer*",
    ],
)
def test_a_head_line_tells_day_and_person(text):
    marks = read(text)
    assert [mark.day for mark in marks if mark.day] == [date(2021, 3, 2)]
    assert [mark.authors for mark in marks if mark.authors] == [("Jana Sommer",)]
    assert {mark.span for mark in marks} == {(0, len(text))}


def test_a_day_between_the_outlet_and_a_section():
    assert [mark.day for mark in read("Ostermoorer Bote · Dienstag, 2. März 2021 · Sport")] == [date(2021, 3, 2)]


@pytest.mark.parametrize("text", ["Teilen  Drucken  Merken", "Facebook Twitter WhatsApp E-Mail", "Twitter · Facebook"])
def test_buttons_in_a_row(text):
    assert [mark.kind for mark in read(text, head=False)][:1] == ["share"]


@pytest.mark.parametrize(
    "text",
    [
        "Rat · Tunnel · Klage",
        "Teilen und Drucken",
        "Rat, Tunnel und Klage",
        "Am Freitag, 2. März 2021, tagte der Rat.",
        "Politik · Wirtschaft · 2. März 2021",
        "Ostermoor, 2. März 2021",
    ],
)
def test_other_lines_are_left(text):
    assert read(text) == []


def test_an_unknown_piece_is_left_outside_the_head():
    assert read("Politik · 2. März 2021 · Von Jana Sommer", head=False) == []
