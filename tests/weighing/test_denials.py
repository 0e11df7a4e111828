"""A denial answers what was said before it, or what shares its rarest words."""

from dataclasses import replace

import pytest

from quellenlage.model import ConflictKind, Reading, Span, Stance, StatementType
from quellenlage.model.dossier import ConflictRow
from quellenlage.weighing import weigh
from tests.story import MadeUp


def denials(
    text: str, said: list[tuple[str, str, Stance]], kind: StatementType = StatementType.INDIRECT, cue: str = ""
) -> list[ConflictRow]:
    """Weigh one report in which each of the sources says a piece of ``text``."""
    story = MadeUp()
    name = story.report("Tagblatt")
    for source, _, stance in said:
        story.says(name, source, stance)
    links = story.links()
    (reading,) = links.readings
    spans = [Span(text.index(words), text.index(words) + len(words)) for _, words, _ in said]
    statements = tuple(replace(s, content=(span,)) for s, span in zip(reading.statements, spans, strict=True))
    if cue:
        verb = Span(text.index(cue), text.index(cue) + len(cue))
        statements = (*statements[:-1], replace(statements[-1], type=kind, cue=(verb,)))
    fresh = Reading(report=replace(reading.report, text=text), entities=reading.entities, statements=statements)
    return [row for row in weigh(replace(links, readings=(fresh,))).conflicts if row.kind is ConflictKind.DENIAL]


def test_a_denial_answers_the_statement_before_it() -> None:
    text = "Die Preise stiegen im Mai, sagte die Gemeinde. Davon könne keine Rede sein, so die Wasserwacht."
    said = [
        ("Gemeinde", "Die Preise stiegen im Mai", Stance.ASSERTS),
        ("Wasserwacht", "Davon könne keine Rede sein", Stance.DENIES),
    ]
    (row,) = denials(text, said)
    assert [(side.source_actor, side.value) for side in row.sides] == [
        ("a:Gemeinde", "affirms"),
        ("a:Wasserwacht", "denies"),
    ]


def test_in_another_paragraph_it_answers_the_same_words() -> None:
    text = (
        "Die Mannschaft war völlig übermüdet, sagt die Gemeinde.\n\nDer Regen hört auf, sagt die Feuerwehr.\n\n"
        "Niemand war übermüdet, sagt die Wasserwacht."
    )
    said = [
        ("Gemeinde", "Die Mannschaft war völlig übermüdet", Stance.ASSERTS),
        ("Feuerwehr", "Der Regen hört auf", Stance.ASSERTS),
        ("Wasserwacht", "Niemand war übermüdet", Stance.DENIES),
    ]
    (row,) = denials(text, said)
    assert {side.source_actor for side in row.sides} == {"a:Gemeinde", "a:Wasserwacht"}


def test_nobody_is_denied_who_said_nothing_of_it() -> None:
    text = "Der Regen hört auf, sagt die Feuerwehr.\n\nNiemand war übermüdet, sagt die Wasserwacht."
    said = [
        ("Feuerwehr", "Der Regen hört auf", Stance.ASSERTS),
        ("Wasserwacht", "Niemand war übermüdet", Stance.DENIES),
    ]
    assert denials(text, said) == []


def test_a_statement_of_another_thing_is_not_denied_by_standing_before() -> None:
    text = "Zwei Boote sind gekentert, sagt die Feuerwehr. Die Wasserwacht bestritt, das Wehr geöffnet zu haben."
    said = [
        ("Feuerwehr", "Zwei Boote sind gekentert", Stance.ASSERTS),
        ("Wasserwacht", "das Wehr geöffnet zu haben", Stance.DENIES),
    ]
    assert denials(text, said) == []


@pytest.mark.parametrize(
    "denial",
    [
        "Ohne den Umzug hätten wir das nie erreicht",
        "Davon habe sie nichts gewusst",
        "Damit habe sie nichts zu tun",
    ],
)
def test_who_knows_nothing_of_a_thing_or_tells_what_would_have_been_denies_nothing(denial: str) -> None:
    text = f"Die Preise stiegen im Mai, sagte die Gemeinde. {denial}, so die Wasserwacht."
    said = [("Gemeinde", "Die Preise stiegen im Mai", Stance.ASSERTS), ("Wasserwacht", denial, Stance.DENIES)]
    assert denials(text, said) == []


def test_a_question_is_nothing_that_could_be_denied() -> None:
    asked = "Sie wolle wissen, wohin das Geld verschwunden sei"
    text = f"{asked}, sagte die Gemeinde. Das weist die Wasserwacht zurück."
    said = [
        ("Gemeinde", asked, Stance.ASSERTS),
        ("Wasserwacht", "Das weist die Wasserwacht zurück", Stance.DENIES),
    ]
    assert denials(text, said) == []


def test_all_that_a_source_says_before_may_be_denied() -> None:
    text = (
        "Die Mauer war morsch, sagt der Gutachter. „Der Mörtel fehlt“, so der Gutachter. Das weist die Gemeinde zurück."
    )
    said = [
        ("Gutachter", "Die Mauer war morsch", Stance.ASSERTS),
        ("Gutachter", "„Der Mörtel fehlt“", Stance.ASSERTS),
        ("Gemeinde", "Das weist die Gemeinde zurück", Stance.DENIES),
    ]
    (row,) = denials(text, said)
    assert [side.value for side in row.sides].count("affirms") == 2


def test_a_word_that_is_only_made_of_the_other_is_not_the_same() -> None:
    text = "Er sehe mehrere Interessenten, sagt die Gemeinde.\n\nDie Wasserwacht bestritt ein Interesse."
    said = [
        ("Gemeinde", "Er sehe mehrere Interessenten", Stance.ASSERTS),
        ("Wasserwacht", "ein Interesse", Stance.DENIES),
    ]
    assert denials(text, said) == []
    text = text.replace("Interessenten", "Interessen")
    assert len(denials(text, [("Gemeinde", "Er sehe mehrere Interessen", Stance.ASSERTS), said[1]])) == 1


@pytest.mark.parametrize(("cue", "answers"), [("sagte", False), ("widersprach", True)])
def test_who_says_by_a_plain_verb_what_he_did_not_do_answers_nobody(cue: str, answers: bool) -> None:
    text = f"Sie habe bei der Feier geweint, erzählt die Gemeinde. „Ich habe nie Geld genommen“, {cue} die Wasserwacht."
    said = [
        ("Gemeinde", "Sie habe bei der Feier geweint", Stance.ASSERTS),
        ("Wasserwacht", "Ich habe nie Geld genommen", Stance.DENIES),
    ]
    assert bool(denials(text, said, kind=StatementType.DIRECT, cue=cue)) is answers
