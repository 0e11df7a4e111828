import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from quellenlage.language import load
from quellenlage.language.de.clauses import Clause

WORDS = [
    "der",
    "Rat",
    "sagte",
    ",",
    "dass",
    "sie",
    "komme",
    "„",
    "“",
    "und",
    ".",
    "laut",
    "(",
    ")",
    "zu",
    "gehen",
    "–",
    "\n\n",
    "wie",
    "hat",
]


def clauses(text: str) -> tuple[list[str], tuple[Clause, ...]]:
    doc = load("de").nlp(text)
    found = load("de").clauses(doc)
    return [" ".join(doc[i].text for i in c.tokens) for c in found], found


def subjects(text: str) -> list[str | None]:
    doc = load("de").nlp(text)
    return [doc[c.subject[0] : c.subject[1]].text if c.subject else None for c in load("de").clauses(doc)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Der Damm hält.", ["main"]),
        ("Sie sagte, dass der Damm hält.", ["main", "complement"]),
        ("Der Damm, der alt ist, hält.", ["main", "relative"]),
        ("Sie kam, um zu helfen.", ["main", "infinitive"]),
        ("Sie blieb, weil es regnete.", ["main", "adverbial"]),
        ("Es regnete, so dass sie blieb.", ["main", "adverbial"]),
        ("Das Wasser steige, so der Wirt.", ["main", "verbless"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [str(c.kind) for c in clauses(text)[1]] == kinds


def test_an_embedded_clause_leaves_the_one_around_it_whole() -> None:
    texts, found = clauses("Der Wirt, der den Damm kennt, warnte die Gäste.")
    assert texts == ["Der Wirt warnte die Gäste", "der den Damm kennt"]
    assert found[1].parent == 0


@pytest.mark.parametrize(
    ("text", "lemma", "tense", "passive"),
    [
        ("Das Amt teilte den Fund mit.", "mitteilen", "Past", False),
        ("Das Amt hat den Fund mitgeteilt.", "mitteilen", "Perf", False),
        ("Der Zug ist angekommen.", "ankommen", "Perf", False),
        ("Die Brücke wurde gesperrt.", "sperren", "Past", True),
        ("Die Brücke ist gesperrt worden.", "sperren", "Perf", True),
        ("Die Stadt wird den Park erweitern.", "erweitern", "Fut", False),
        ("Sie gab den Termin bekannt.", "bekanntgeben", "Past", False),
    ],
)
def test_the_verb_complex(text: str, lemma: str, tense: str, passive: bool) -> None:
    clause = clauses(text)[1][0]
    assert (clause.lemma, clause.tense, clause.passive) == (lemma, tense, passive)


@pytest.mark.parametrize(
    ("text", "mood", "konjunktiv"),
    [
        ("Er habe Zeit.", "Sub", 1),
        ("Er hätte Zeit.", "Sub", 2),
        ("Er hat Zeit.", "Ind", 0),
        ("Ich habe Zeit.", "Ind", 0),
    ],
)
def test_mood(text: str, mood: str, konjunktiv: int) -> None:
    clause = clauses(text)[1][0]
    assert (clause.mood, clause.konjunktiv) == (mood, konjunktiv)


def test_modal_and_negation() -> None:
    clause = clauses("Die Stadt will den Park nicht schließen.")[1][0]
    assert clause.modal == "wollen"
    assert clause.negated


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Am Montag sagte der Wirt die Reise ab.", "der Wirt"),
        ("Die Absage begründete der Wirt knapp.", "der Wirt"),
        ("In Mainz und Bonn wurden zwei Boote gefunden.", "zwei Boote"),
        ("Nach Angaben der Polizei schlief der Fahrer.", "der Fahrer"),
        ("Dies teilte die Stadt mit.", "die Stadt"),
        ("Ende Mai kam der Regen.", "der Regen"),
    ],
)
def test_subjects(text: str, subject: str) -> None:
    assert subjects(text)[0] == subject


def test_a_coordinated_clause_shares_the_subject() -> None:
    assert subjects("Der Wirt kam an und schlug ein Zelt auf.") == ["Der Wirt", "Der Wirt"]


def test_a_quotation_is_an_island() -> None:
    found = clauses("„Wir kommen“, sagte der Wirt.")[1]
    assert [c.quoted for c in found] == [True, False]


def test_a_quotation_is_an_island_also_behind_a_boundary_at_its_colon() -> None:
    words = ["Er", "rief", ":", "„", "Wir", "kommen", "nicht", "“", "."]
    tags = ["PPER", "VVFIN", "$.", "$(", "PPER", "VVFIN", "PTKNEG", "$(", "$."]
    starts = [i in {0, 3} for i in range(len(words))]
    doc = Doc(load("de").nlp.vocab, words=words, tags=tags, lemmas=words, sent_starts=starts)
    assert [c.quoted for c in load("de").clauses(doc)] == [False, True]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_every_token_has_at_most_one_clause(words: list[str]) -> None:
    doc = load("de").nlp(" ".join(words))
    found = load("de").clauses(doc)
    taken = [i for c in found for i in c.tokens]
    assert len(taken) == len(set(taken))
    assert all(c.parent is None or 0 <= c.parent < len(found) for c in found)
    assert all(c.tokens == tuple(sorted(c.tokens)) and c.start == c.tokens[0] for c in found)


def test_a_relative_pronoun_before_a_part_of_a_month_opens_a_clause() -> None:
    words, found = clauses("Das Heft, das Ende Juli erscheinen sollte, verzögert sich.")
    assert [(c.kind, w.split()[0]) for c, w in zip(found, words, strict=True)] == [("main", "Das"), ("relative", "das")]
