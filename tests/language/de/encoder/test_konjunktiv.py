"""Mood where form and agreement settle it; the sentences are our own."""

import pytest

from quellenlage.language.de.encoder.konjunktiv import settled

FINITE = {"Mood": "Ind", "Tense": "Pres", "Number": "Sing", "Person": "3", "VerbForm": "Fin"}


@pytest.mark.parametrize(
    ("form", "lemma", "subject", "mood", "sentence"),
    [
        ("habe", "haben", "er", "Sub", "Er habe davon gehört."),
        ("habe", "haben", "ich", "Ind", "Ich habe davon gehört."),
        ("sei", "sein", "ich", "Sub", "Sie sagte, ich sei zu spät."),
        ("reise", "reisen", "ministerin", "Sub", "Die Ministerin reise am Montag."),
        ("käme", "kommen", "er", "Sub", "Er käme gern."),
        ("seien", "sein", "sie", "Sub", "Sie seien schon unterwegs."),
        ("ginge", "gehen", "es", "Sub", "Ohne sie ginge es nicht."),
        ("gingen", "gehen", "sie", "Ind", "Sie gingen nach Hause."),
        ("reist", "reisen", "er", "Ind", "Er reist am Montag."),
        ("warte", "warten", "er", "Sub", "Er warte noch."),
        ("wartete", "warten", "er", "Ind", "Er wartete noch."),
        ("solle", "sollen", "man", "Sub", "Man solle Ruhe bewahren."),
    ],
)
def test_mood(form: str, lemma: str, subject: str, mood: str, sentence: str) -> None:
    assert form.lower() in sentence.lower()
    assert settled(form, lemma, subject, FINITE)["Mood"] == mood


def test_an_imperative_stays_one() -> None:
    assert settled("sei", "sein", "", FINITE | {"Mood": "Imp"})["Mood"] == "Imp"
