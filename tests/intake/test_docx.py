from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from quellenlage.errors import NotTextError, TooLargeError
from quellenlage.intake import load
from quellenlage.intake.docx import read
from quellenlage.intake.report import Metadata
from quellenlage.model import Skipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Rat tagt</dc:title><dc:creator>Jana Sommer</dc:creator>'
    "</cp:coreProperties>"
)
BODY = (
    "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Rat </w:t></w:r><w:r><w:t>tagt</w:t></w:r></w:p>"
    "<w:p><w:r><w:t xml:space='preserve'>Der Rat von Ostermoor </w:t></w:r>"
    "<w:del><w:r><w:delText>tagte</w:delText></w:r></w:del><w:ins><w:r><w:t>tagt</w:t></w:r></w:ins>"
    "<w:r><w:t> am Freitag.</w:t><w:br/><w:t>So die Stadt.</w:t></w:r></w:p>"
    "<w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Kosten: 4 Millionen Euro</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def document(body=BODY, core=CORE, head="", name="word/document.xml"):
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, f"<?xml version='1.0'?>{head}<w:document {W}><w:body>{body}</w:body></w:document>")
        if core:
            archive.writestr("docProps/core.xml", core)
    return stream.getvalue()


def found(raw):
    (report,) = read(raw, "a.docx", Metadata())
    return report


def test_paragraphs_title_and_author():
    report = found(document())
    assert report.text.split("\n") == [
        "Rat tagt",
        "Der Rat von Ostermoor tagt am Freitag.",
        "So die Stadt.",
        "Kosten: 4 Millionen Euro",
    ]
    assert (report.title, report.authors) == ("Rat tagt", ("Jana Sommer",))
    assert report.published.interval.day is None


@pytest.mark.parametrize("core", ["", "<kaputt", "<x/>"])
def test_without_properties(core):
    assert found(document(core=core)).authors == ()


def test_entities_are_not_expanded():
    with pytest.raises(NotTextError, match="entities"):
        found(document(head='<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>', body="<w:p>&b;</w:p>"))


def test_a_bomb_is_not_unpacked():
    bomb = document(body="<w:p><w:r><w:t>" + "A" * 60_000_000 + "</w:t></w:r></w:p>")
    assert len(bomb) < 100_000
    with pytest.raises(TooLargeError, match="unpacks to more than 10 MB"):
        found(bomb)


def test_a_size_that_is_a_lie_does_not_help():
    raw = bytearray(document(body="<w:p>" + "A" * 12_000_000 + "</w:p>"))
    at = raw.index(b"PK\x01\x02") + 24
    raw[at : at + 4] = (1_000).to_bytes(4, "little")
    with pytest.raises((TooLargeError, NotTextError)):
        found(bytes(raw))


@pytest.mark.parametrize("raw", [document()[:200], b"PK\x03\x04", document(name="xl/a.xml"), document(body="<w:p>")])
def test_what_is_no_document(raw):
    with pytest.raises(NotTextError):
        found(raw)


def test_a_document_is_known_by_its_bytes(tmp_path):
    (tmp_path / "bericht.txt").write_bytes(document())
    (tmp_path / "anhang.docx").write_bytes(document()[:99])
    bad, good = load([tmp_path])
    assert isinstance(bad, Skipped)
    assert good.title == "Rat tagt"
