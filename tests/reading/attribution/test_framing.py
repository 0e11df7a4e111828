"""Frames behind words without a verb, verbs that only frame, second hand by a clause, and what replies do."""

import pytest

from quellenlage.model import Form, Report
from quellenlage.reading.assemble import read_report
from tests.reading.attribution.reading import LANGUAGE, part, read


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Drei Verletzte, meldet die Wache.", "Drei Verletzte", "die Wache"),
        ("Baumängel, heißt es im Rathaus.", "Baumängel", "Rathaus"),
        ("800 Gäste kamen zu dem Fest, zählte die Stadt.", "800 Gäste kamen zu dem Fest", "die Stadt"),
        ("Das Bad werde schließen, will ein Gast wissen.", "Das Bad werde schließen", "ein Gast"),
        ("Das Bad werde schließen, erfuhr das Blatt aus dem Rathaus.", "Das Bad werde schließen", "dem Rathaus"),
        ("Am Montag haben wir berichtet, das Bad sei zu.", "das Bad sei zu", "wir"),
        (
            "Vorwürfe gegen den Verein wies Sprecherin Anna Kunz zurück.",
            "Vorwürfe gegen den Verein wies Sprecherin Anna Kunz zurück.",
            "Sprecherin Anna Kunz",
        ),
    ],
)
def test_what_is_said_and_by_whom(text: str, content: str, source: str) -> None:
    assert [(part(text, s.content), part(text, s.source)) for s in read(text)] == [(content, source)]


@pytest.mark.parametrize("text", ["Ob das Bad öffnet, ist noch nicht entschieden.", "Der Gast will wissen, wer kommt."])
def test_nobody_says_it(text: str) -> None:
    assert read(text) == []


def test_who_relies_on_another_passes_his_word_on() -> None:
    text = "Nach einem Bericht des „Kuriers“, der sich auf einen Prüfer beruft, brach der Damm am Dienstag."
    outer, inner = read(text)
    assert (part(text, inner.source), inner.within) == ("einen Prüfer", outer.id)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Die Löhne seien gezahlt, entgegnete die Wirtin.", "denies"),
        ("„Unsinn! Sie ist in der Klinik“, schimpft der Wirt.", "denies"),
        ("Mit mehr Regen müsse man rechnen, sagte die Wirtin.", "warns"),
        ("„Dann stirbt der Ort“, drohte die Wirtin.", "warns"),
        ("Die Wirtin drohte, sie werde gehen.", "announces"),
        ("„Herr Kunz, treten Sie ab!“, rief die Wirtin.", "demands"),
        ("Dass der Damm hält, mag die Wirtin nicht glauben.", "doubts"),
        ("Sie wolle wissen, wo das Geld sei, sagte die Wirtin.", "asserts"),
        ("Ohne Hilfe hätte er das nie geschafft, sagte der Wirt.", "asserts"),
        ("Die Wacht erwartet den Scheitel am Abend.", "asserts"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    assert read(text)[0].stance == stance


def test_whose_words_a_possessive_means_and_a_pronoun_that_speaks_is_a_mention() -> None:
    text = "Der Bau stockt, sagte Anna Kunz. Er werde nach ihren Worten teurer. Das Geld fehle, teilte sie mit."
    reading = read_report(Report(uri="-", text=text), LANGUAGE)
    speakers = {s.sources for s in reading.statements}
    assert len(speakers) == 1
    assert [text[m.span.start : m.span.end] for m in reading.mentions if m.form is Form.PRONOUN] == ["sie"]
