"""What a denial can be of, by the nouns it names."""

import pytest

from quellenlage.linking.pointing import answers
from quellenlage.model import Report, Span, Stance, Statement, StatementType

BEFORE = "Der Kreis warnt vor einer Schließung der Werft."


def statement(text: str, words: str, *, source: str = "", cue: str = "") -> Statement:
    def spans(part: str) -> tuple[Span, ...]:
        at = text.index(part)
        return (Span(at, at + len(part)),) if part else ()

    return Statement(
        id=words,
        report="r",
        content=spans(words),
        type=StatementType.REPORTED,
        stance=Stance.DENIES,
        source=spans(source),
        cue=spans(cue),
    )


@pytest.mark.parametrize(
    ("between", "denial", "source", "answer"),
    [
        ("", "Die Firma wies das zurück.", "Die Firma", True),
        (" Es regnete. Es war kalt.", "Die Firma wies diese Darstellung zurück.", "Die Firma", True),
        ("", "Die Firma wies den Verdacht zurück.", "Die Firma", True),
        (" Es regnete. Es war kalt.", "Die Firma wies den Verdacht zurück.", "Die Firma", False),
        ("", "Die Firma schloss einen Rücktritt aus.", "Die Firma", False),
        ("", "Die Firma schloss eine Schließung aus.", "Die Firma", True),
    ],
)
def test_what_a_denial_answers(between: str, denial: str, source: str, answer: bool) -> None:
    text = f"{BEFORE}{between} {denial}"
    report = Report(uri="r", text=text, id="r")
    assert answers(statement(text, denial, source=source), statement(text, BEFORE), report) is answer


def test_what_is_called_false_is_named_before_the_word_for_it() -> None:
    text = f"{BEFORE} Die Firma nannte den Bericht „erfunden“. Die Stadt nannte den Umzug „erfunden“."
    report = Report(uri="r", text=text, id="r")
    for noun, source, answer in (("Bericht", "Die Firma", True), ("Umzug", "Die Stadt", False)):
        at = text.index("„erfunden“", text.index(noun))
        denial = Statement(
            id=noun,
            report="r",
            content=(Span(at, at + 10),),
            type=StatementType.DIRECT,
            stance=Stance.DENIES,
            source=(Span(text.index(source), text.index(source) + len(source)),),
            cue=(Span(text.index("nannte", text.index(source)), text.index("nannte", text.index(source)) + 6),),
        )
        assert answers(denial, statement(text, BEFORE), report) is answer
