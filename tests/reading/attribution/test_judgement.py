"""The judge of *soll*: hearsay that no rule knows by its form, and plans."""

import pytest

import quellenlage
from quellenlage.language import load
from quellenlage.reading.attribution import before_hearsay, judgement
from quellenlage.reading.attribution.antecedent import Told
from quellenlage.reading.attribution.hearsay import is_told, possible
from quellenlage.reading.attribution.passage import Passage

HEARSAY = [
    "Bei dem Streit soll es um eine Erbschaft gehen.",
    "Der Mann soll regelmäßig im Hafen verkehren.",
    "Zwischen den beiden soll seit Jahren Streit herrschen.",
]
PLANS = [
    "Die Brücke soll im Mai fertig werden.",
    "Der Rat soll am Montag über den Bau entscheiden.",
    "Der Fonds soll die Renten sichern.",
    "Das Gesetz soll die Mieten dämpfen.",
]


def judged(text: str, model: str | None = None) -> list[tuple[bool, bool]]:
    """For every clause with *soll*: what the rules say, and what the judge says."""
    passage = Passage(load("de", model).nlp(text), load("de", model))
    found = before_hearsay(passage)
    before = Told(passage, found)
    return [(is_told(passage, n, before), judgement.reports(passage, n)) for n in possible(passage, found)]


@pytest.mark.parametrize("text", HEARSAY)
def test_hearsay_that_no_rule_knows_is_told(text: str) -> None:
    assert judged(text) == [(False, True)]


@pytest.mark.parametrize("text", PLANS)
def test_a_plan_is_no_hearsay(text: str) -> None:
    assert judged(text) == [(False, False)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Nachbarin sagte, es habe geknallt. Am Donnerstag soll es in der Halle eine Versammlung geben.",
        "Der Wirt sagte, er habe nichts gehört. Im Mai soll der Saal wieder öffnen.",
    ],
)
def test_what_is_set_for_a_day_is_nobodys_word(text: str) -> None:
    reading = quellenlage.read(text)
    assert [statement.type.value for statement in reading.statements] == ["Indirect"]


@pytest.mark.parametrize(
    "text",
    [
        "Durch die Reform sollen neun Millionen Euro eingespart werden.",
        "Der Name soll an die Gründung der Stadt erinnern.",
    ],
)
def test_what_is_yet_to_be_done_is_more_likely_a_plan(text: str) -> None:
    assert list(quellenlage.read(text).statements) == []


@pytest.mark.parametrize("text", HEARSAY)
def test_without_word_vectors_the_rules_stand_alone(text: str) -> None:
    assert load("de", "hanta").judge(judgement.HEARSAY) is None
    assert judged(text, "hanta") == [(False, False)]


def test_the_weights_fit_what_is_looked_at() -> None:
    german = load("de")
    passage = Passage(german.nlp(PLANS[0]), german)
    weights = german.judge(judgement.HEARSAY)
    assert weights is not None
    assert len(weights) == len(judgement.features(passage, 0)) + 1
