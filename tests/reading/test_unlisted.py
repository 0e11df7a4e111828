"""Sources whose noun no list has are somebody too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.language.de.speakers import called
from quellenlage.model import Kind, Report, Span, Statement, StatementType
from quellenlage.reading import unlisted


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("der Platzwart", "Platzwart", Kind.OFFICE),
        ("Angaben der Seewacht", "Seewacht", Kind.ORGANISATION),
        ("Darstellung des Dienstleisters", "Dienstleister", Kind.ORGANISATION),
        ("die Gruppe „Nordlicht“", "Nordlicht", Kind.ORGANISATION),
        ("zwei mit der Sache vertraute Personen", "zwei mit der Sache vertraute Personen", Kind.OFFICE),
        ("Der Rechenverbund Nord", "Rechenverbund Nord", Kind.ORGANISATION),
        ("einem Bericht des „Nordfunks“", "Nordfunk", Kind.ORGANISATION),
        ("ihr Haus", "Haus", Kind.ORGANISATION),
        ("sein Büro", "Büro", Kind.ORGANISATION),
    ],
)
def test_who_is_called_so(words: str, name: str, kind: Kind) -> None:
    found = called(words, opens=True)
    assert found is not None
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    "words", ["Sie", "Demnach", "seiner Darstellung", "ihrem Haus", "Spekulationen", "dem Urteil", ""]
)
def test_who_names_nobody(words: str) -> None:
    assert called(words, opens=True) is None


@given(st.text(max_size=200), st.booleans())
def test_any_words_give_a_span_that_lies_in_them(words: str, opens: bool) -> None:
    found = called(words, opens=opens)
    assert found is None or 0 <= found.span.start < found.span.end <= len(words)


def test_one_speaker_is_one_entity_in_a_report_and_a_pronoun_is_nobody() -> None:
    text = "Der Platzwart sah Rauch. Der Platzwart rief an. Sie kam."
    report = Report(uri="r.txt", text=text)
    spans = [Span(0, 13), Span(25, 38), Span(48, 51)]
    statements = [
        Statement(id=f"s{n}", report=report.id, content=(span,), type=StatementType.REPORTED, source=(span,))
        for n, span in enumerate(spans)
    ]
    entities, mentions, told = unlisted.name_sources(report, (), (), statements)
    assert [entity.name for entity in entities] == ["Platzwart"]
    assert [report.quote(mention.span) for mention in mentions] == ["Platzwart", "Platzwart"]
    assert [bool(statement.sources) for statement in told] == [True, True, False]
