import zlib
from io import BytesIO

import pypdf
import pytest

from quellenlage.errors import NotTextError, TooLargeError
from quellenlage.intake import load
from quellenlage.intake.pdf import MOST_PAGES, paragraphs, read
from quellenlage.intake.report import Metadata
from quellenlage.model import Skipped

LINES = [
    "Der Rat von Ostermoor hat am Freitag nach langer Sitzung über den Tunnel be-",
    "raten, der die Stadt teilen würde. Gegner kündigten eine Klage an, und die",
    "Stadt will warten.",
    "Im Mai soll der Bau beginnen, wie das Amt am Dienstag mitteilte.",
]
TEXT = (
    "Der Rat von Ostermoor hat am Freitag nach langer Sitzung über den Tunnel beraten, der die Stadt teilen würde. "
    "Gegner kündigten eine Klage an, und die Stadt will warten.\n"
    "Im Mai soll der Bau beginnen, wie das Amt am Dienstag mitteilte."
)


def content(lines):
    shown = b"".join(b"(%s) Tj T*\n" % line.encode("cp1252") for line in lines)
    return b"BT /F1 10 Tf 12 TL 40 800 Td\n" + shown + b"ET"


def pdf(stream=None, pages=1, packed=False, info="/Title (Rat tagt) /Author (Jana Sommer)"):
    stream = content(LINES) if stream is None else stream
    data = zlib.compress(stream, 9) if packed else stream
    kids = " ".join(["3 0 R"] * pages)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), b"/Filter /FlateDecode" if packed else b"", data),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>".encode(),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, out.index(b"xref"))


def found(raw):
    (report,) = read(raw, "a.pdf", Metadata())
    return report


@pytest.mark.parametrize("packed", [False, True])
def test_lines_are_joined_to_paragraphs(packed):
    report = found(pdf(packed=packed))
    assert report.text == TEXT
    assert (report.title, report.authors, report.published.interval.day) == ("Rat tagt", ("Jana Sommer",), None)


def test_pages_follow_each_other():
    assert found(pdf(pages=2)).text == f"{TEXT}\n{TEXT}"


def locked(password):
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf()))
    writer.encrypt(password, owner_password="andere", algorithm="RC4-128")  # noqa: S106
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_locked_one_needs_its_password():
    with pytest.raises(NotTextError, match="locked with a password"):
        found(locked("geheim"))
    assert found(locked("")).text == TEXT


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"%PDF-1.4", "is a PDF that is broken"),
        (pdf()[:300], "is a PDF"),
        (pdf(stream=b""), "without text"),
        (pdf(stream=b"\x00(((([[[<<<<" * 99), "is a PDF"),
    ],
)
def test_what_cannot_be_read(raw, words):
    with pytest.raises(NotTextError, match=words):
        found(raw)


def test_a_stream_that_unpacks_without_end():
    bomb = pdf(stream=b"q " * 40_000_000, packed=True)
    assert len(bomb) < 200_000
    with pytest.raises(NotTextError, match="over a limit"):
        found(bomb)


def test_too_many_pages():
    with pytest.raises(TooLargeError, match=f"more than {MOST_PAGES} pages"):
        found(pdf(pages=MOST_PAGES + 1))


def test_nothing_is_logged(tmp_path, capfd):
    (tmp_path / "a.pdf").write_bytes(pdf()[:300])
    (item,) = load([tmp_path])
    assert isinstance(item, Skipped)
    assert capfd.readouterr() == ("", "")


def test_a_blank_line_ends_a_paragraph():
    assert list(paragraphs("Ein Satz ohne\n\nEnde hier")) == ["Ein Satz ohne", "Ende hier"]
    assert list(paragraphs("")) == []
