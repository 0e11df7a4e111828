import gzip
from io import BytesIO

import pytest

from quellenlage.errors import NotTextError
from quellenlage.intake import load
from quellenlage.intake.report import Metadata
from quellenlage.intake.warc import read
from quellenlage.model import Report, Skipped
from tests.intake.test_html import PARAGRAPHS, page

HTML = page().encode()
KIND = "text/html; charset=utf-8"


def record(number, body, head=f"HTTP/1.1 200 OK\r\nContent-Type: {KIND}\r\n\r\n", kind="response"):
    block = head.encode() + body
    fields = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:0000-{number}>\r\n"
        "WARC-Date: 2021-03-05T07:00:00Z\r\n"
        f"WARC-Target-URI: https://anzeiger.example/{number}\r\n"
        f"Content-Type: {'application/http; msgtype=response' if head else KIND}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return fields.encode() + block + b"\r\n\r\n"


def found(raw):
    return list(read(raw, "a.warc", Metadata()))


PICTURE = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"
MISSING = f"HTTP/1.1 404 Not Found\r\nContent-Type: {KIND}\r\n\r\n"
WHOLE = record(1, HTML) + record(2, b"x" * 999, PICTURE) + record(3, HTML, MISSING) + record(4, HTML)


@pytest.mark.parametrize("raw", [WHOLE, gzip.compress(record(1, HTML)) + gzip.compress(record(4, HTML))])
def test_every_saved_page_is_a_report(raw):
    first, last = found(raw)
    assert all(paragraph in first.text for paragraph in PARAGRAPHS)
    assert (first.uri, first.published.interval.day) == ("a.warc#1", None)
    assert last.url == "https://anzeiger.example/tunnel"


def test_the_address_is_the_archive_s_where_the_page_gives_none():
    plain = HTML.replace(b"<link rel='canonical' href='https://anzeiger.example/tunnel'>", b"")
    assert found(record(7, plain))[0].url == "https://anzeiger.example/7"


def test_a_page_saved_without_its_answer():
    assert isinstance(found(record(1, HTML, "", "resource"))[0], Report)


def test_chunks_and_gzip_inside():
    packed = gzip.compress(HTML)
    body = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (packed[:99], packed[99:])) + b"0\r\n\r\n"
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {KIND}\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"
    assert PARAGRAPHS[0] in found(record(1, body, head))[0].text


@pytest.mark.parametrize(
    "raw",
    [
        WHOLE[:-300],
        WHOLE[: len(record(1, HTML)) + 200],
        WHOLE[: len(record(1, HTML)) + 380],
        WHOLE[: len(record(1, HTML))] + b"kein Archiv\r\n" * 9,
        gzip.compress(record(1, HTML)) + gzip.compress(record(4, HTML))[:-300],
    ],
)
def test_an_archive_that_breaks_off_keeps_what_was_read_before(raw):
    items = found(raw)
    assert isinstance(items[0], Report)
    assert isinstance(items[-1], Skipped)
    assert "again" in items[-1].reason
    assert "breaks off" in items[-1].reason or "broken" in items[-1].reason


@pytest.mark.parametrize("raw", [record(1, b"x", PICTURE), record(1, HTML, MISSING)])
def test_an_archive_without_a_page(raw):
    with pytest.raises(NotTextError, match="without a page"):
        found(raw)


def test_a_page_that_unpacks_without_end():
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {KIND}\r\nContent-Encoding: gzip\r\n\r\n"
    bomb = record(1, gzip.compress(bytes(20_000_000)), head)
    bad, good = found(bomb + record(2, HTML))
    assert "unpacks to more than 8 MB" in bad.reason
    assert isinstance(good, Report)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_file_is_read_record_by_record(tmp_path, name):
    (tmp_path / name).write_bytes(gzip.compress(WHOLE) if name.endswith("gz") else WHOLE)
    assert [item.uri for item in load([tmp_path])] == [f"{name}#1", f"{name}#4"]


def test_an_archive_on_standard_input():
    assert [item.uri for item in load(["-"], stdin=BytesIO(WHOLE))] == ["<stdin>#1", "<stdin>#4"]
