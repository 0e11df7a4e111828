"""What must hold of the pipeline on any text; all sentences are our own."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from quellenlage.language import pipeline

REPORT = (
    "Lindauer Rat vertagt Beschluss\n\n"
    "Der Stadtrat habe am 3. Mai z. B. über den Hafen beraten, sagte Sprecherin Ilse Korn. "
    "„Es sei noch offen“, so Korn. "
    "Nach Angaben der Behörde kämen im Juni 20 Schiffe aus Bregenz an. "
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline("de")


def facts(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_) for t in doc]


def assert_whole(doc: Doc) -> None:
    for sentence in doc.sents:
        roots = [t for t in sentence if t.head.i == t.i]
        assert len(roots) == 1
        assert all(sentence.start <= t.head.i < sentence.end for t in sentence)
        assert not sentence.start or not doc[sentence.start - 1].is_alpha


def test_sentences_and_moods(nlp: Language) -> None:
    doc = nlp(REPORT)
    assert [s[0].text for s in doc.sents] == ["Lindauer", "Der", "„", "Nach"]
    moods = {t.text: t.morph.get("Mood") for t in doc if t.morph.get("Mood")}
    assert moods["habe"] == moods["sei"] == moods["kämen"] == ["Sub"]
    assert moods["sagte"] == ["Ind"]


def test_no_sentence_begins_behind_a_plain_word_of_its_line(nlp: Language) -> None:
    doc = nlp("Die anwesenden Bergsteiger leisteten sofort Erste Hilfe und riefen die Bergwacht. Zwei blieben.")
    assert [s[0].text for s in doc.sents] == ["Die", "Zwei"]


def test_names(nlp: Language) -> None:
    found = {(e.text, e.label_) for e in nlp(REPORT).ents}
    assert ("Ilse Korn", "PER") in found
    assert ("Bregenz", "LOC") in found


def test_any_length_and_no_seams(nlp: Language) -> None:
    doc = nlp(REPORT * 30)
    assert_whole(doc)
    assert len(list(doc.sents)) == 4 * 30


def test_same_alone_and_after_others(nlp: Language) -> None:
    before = facts(nlp(REPORT))
    nlp("Ein ganz anderer Text. " * 5)
    assert facts(nlp(REPORT)) == before


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Hallo", ".", "a" * 5000, "… " * 700, "\u200b", "Nein \n\n\n Ja"])
def test_odd_texts(nlp: Language, text: str) -> None:
    assert_whole(nlp(text))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_total(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert_whole(doc)
