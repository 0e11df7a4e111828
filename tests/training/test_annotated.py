"""The reports we annotated ourselves: the format's reader, and what must hold of every report."""

from pathlib import Path

import pytest
from training.annotated import MEDIA, REPORTS, ROLES, TYPES, Annotated, FormatError, Statement, parse, read

FILES = sorted(REPORTS.glob("[a-z][0-9]*.txt"))

EXAMPLE = """field: courts
1: Indirect Speech
2: IndirectFreeIndirect Speech

{1s,2s:Der Richter} {1f:{1q:sagte} {1a:den Zeugen}}, {1c:die Sitzung werde vertagt}. {2c:Ein Termin stehe noch aus.}
"""


def covered(report: Annotated, statement: Statement, role: str) -> list[str]:
    return [report.text[start:end] for start, end in getattr(statement, role)]


def test_marks_become_spans_of_the_text_without_marks() -> None:
    report = parse(EXAMPLE)
    first, second = report.statements
    assert report.field == "courts"
    assert report.text == ("Der Richter sagte den Zeugen, die Sitzung werde vertagt. Ein Termin stehe noch aus.")
    assert covered(report, first, "content") == ["die Sitzung werde vertagt"]
    assert covered(report, first, "addressee") == ["den Zeugen"]
    assert covered(report, first, "frame") == ["sagte den Zeugen"]
    assert covered(report, second, "source") == covered(report, first, "source") == ["Der Richter"]
    assert (second.type, second.medium, second.cue) == ("IndirectFreeIndirect", "Speech", ())


def test_a_role_in_parts_has_its_spans_in_order() -> None:
    report = parse("field: sports\n1: Indirect SW\n\n{1c:Das Spiel} {1f:{1q:laut} {1s:Verband}} {1c:falle aus}.")
    assert covered(report, report.statements[0], "content") == ["Das Spiel", "falle aus"]


def test_stance_and_factuality_are_read_where_they_are_given() -> None:
    report = parse("field: courts\n1: Direct SW denies CT-\n2: Direct SW asks\n3: Direct SW\n\n{1c,2c,3c:Nein}")
    assert [(one.stance, one.factuality) for one in report.statements] == [("denies", "CT-"), ("asks", ""), ("", "")]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("field: courts\n1: Direct Speech lies\n\n{1c:Ja}.", "r:2: `lies`"),
        ("field: courts\n1: Direct Speech denies CT\n\n{1c:Ja}.", "r:2: `CT`"),
        ("field: courts\nText.", "no blank line"),
        ("courts\n\nText.", "r:1: the first line"),
        ("field: courts\n1 Indirect\n\nText.", "r:2: `1 Indirect`"),
        ("field: courts\n1: Oblique Speech\n\n{1c:Ja}.", "r:2: `Oblique`"),
        ("field: courts\n1: Direct Song\n\n{1c:Ja}.", "r:2: `Song`"),
        ("field: courts\n1: Direct Speech\n1: Direct Speech\n\n{1c:Ja}.", "r:3: statement 1 stands twice"),
        ("field: courts\n1: Direct Speech\n\nNein.\n{1c:Ja.", "r:5: a mark that is never closed"),
        ("field: courts\n1: Direct Speech\n\n{1c:Ja}.}", "r:4: a closing brace"),
        ("field: courts\n1: Direct Speech\n\n{1x:Ja}.", "r:4: an opening brace"),
        ("field: courts\n1: Direct Speech\n\n{1c:}Ja.", "r:4: an empty mark"),
        ("field: courts\n\n{1c:Ja}.", "marks of statement 1"),
        ("field: courts\n1: Direct Speech\n\n{1s:Ja}.", "statement 1 has no content"),
        ("field: courts\n1: Direct Speech\n\n{1c:Ja {1c:nein}}.", "overlap"),
    ],
)
def test_a_broken_report_says_where_and_why(source: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        parse(source, "r")


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_each_report_keeps_to_the_format(path: Path) -> None:
    report = read(path)
    assert report.text.strip() == report.text
    assert not set("{}") & set(report.text)
    for statement in report.statements:
        assert statement.content
        assert statement.type in TYPES
        assert statement.medium in MEDIA
        for role in ROLES.values():
            for start, end in getattr(statement, role):
                assert 0 <= start < end <= len(report.text)
                assert report.text[start:end].strip() == report.text[start:end]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_only_direct_and_indirect_statements_have_a_frame(path: Path) -> None:
    framed = [statement for statement in read(path).statements if statement.frame]
    assert {statement.type for statement in framed} <= {"Direct", "Indirect"}


def test_no_report_and_no_sentence_long_enough_to_tell_occurs_twice() -> None:
    texts = [read(path).text for path in FILES]
    assert len(set(texts)) == len(texts)
    sentences = [line for text in texts for line in text.split(". ") if len(line) > 60]
    assert len(set(sentences)) == len(sentences)
