"""Quotations without a verb or of few words, and what is to be heard somewhere."""

import pytest

import quellenlage
from quellenlage.model import Spans, StatementType


def said(text: str) -> list[tuple[str, str, str]]:
    """Give the type, the source and the content of each statement."""
    reading = quellenlage.read(text)

    def quote(spans: Spans) -> str:
        return " ".join(reading.report.quote(span) for span in spans)

    return [(s.type.value, quote(s.source), quote(s.content)) for s in reading.statements]


@pytest.mark.parametrize(
    "quoted", ["„Ein langer, aber ein guter Abend“", "„Unsinn“", "„Ein schwarzer Tag für den Ort, leider!“"]
)
def test_words_without_a_verb_are_spoken_where_a_cue_follows(quoted: str) -> None:
    assert said(f"{quoted}, sagte Fritz Kelm.") == [(StatementType.DIRECT.value, "Fritz Kelm", quoted)]


@pytest.mark.parametrize(
    ("frame", "source"),
    [
        ("sagte ihm die Wirtin", "die Wirtin"),
        ("sagte der Wirtin ein Gast", "ein Gast"),
        ("sagte am Montag die Wirtin", "die Wirtin"),
    ],
)
def test_whom_it_is_said_to_is_not_who_says_it(frame: str, source: str) -> None:
    assert [who for _, who, _ in said(f"„Unsinn“, {frame}.")] == [source]


def test_a_name_in_quotation_marks_is_not_spoken() -> None:
    assert said("„Die Möwe“ spielte am Abend in Altdorf.") == []


@pytest.mark.parametrize("last", ["„Das war es.“", "„Gemeldet wurde das niemandem.“", "„Niemandem!“"])
def test_a_short_quotation_goes_on_in_its_paragraph(last: str) -> None:
    found = said(f"Das Rohr sei gebrochen, sagte Amtsleiterin Frieda Daum. {last} Die Arbeiten beginnen bald.")
    assert found[1:] == [(StatementType.DIRECT.value, "Amtsleiterin Frieda Daum", last)]


def test_a_short_quotation_of_another_paragraph_stands_alone() -> None:
    found = said("Das Rohr sei gebrochen, sagte Amtsleiterin Frieda Daum.\n\n„Das war es.“ So heißt ein Film.")
    assert [source for _, source, _ in found] == ["Amtsleiterin Frieda Daum"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Aus dem Rathaus ist zu hören, der Bau ruhe.", "dem Rathaus", "der Bau ruhe"),
        ("Aus Polizeikreisen war zu hören, dass er floh.", "Polizeikreisen", "dass er floh"),
        ("Trainerin Eva Lund bleibt dabei, dass der Ball drin war.", "Trainerin Eva Lund", "dass der Ball drin war"),
        ("Beim Bauamt bleibt man dabei, dass die Brücke hält.", "Bauamt", "dass die Brücke hält"),
    ],
)
def test_what_is_heard_and_what_somebody_stays_with(text: str, source: str, content: str) -> None:
    assert said(text) == [(StatementType.INDIRECT.value, source, content)]


@pytest.mark.parametrize("text", ["Das ist noch zu hören.", "Die Stadt bleibt dabei kühl."])
def test_else_nothing_is_said(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Die Polizei zählte nur 800.",
        "Der Verband hatte 220 Millionen Euro errechnet.",
        "Lund gab ihn mit 5200 Euro an.",
    ],
)
def test_bare_figures_are_said(text: str) -> None:
    assert [kind for kind, _, _ in said(text)] == [StatementType.REPORTED.value]


def test_a_clock_opens_no_infinitive() -> None:
    text = "Eine küsste den Asphalt: Sie haben am Freitag getauscht. Um 6.20 Uhr habe es begonnen, sagt Jan Wiese."
    assert said(text)[-1] == (StatementType.INDIRECT.value, "Jan Wiese", "Um 6.20 Uhr habe es begonnen")
