"""Web archives: every saved page in a WARC file is a report (ISO 28500; read with fastwarc).

A file is read record by record, so that one of many gigabytes takes no more memory than its largest page.
"""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from quellenlage.errors import NotTextError, UnreadableError
from quellenlage.intake import html, text
from quellenlage.intake.packed import unpacked
from quellenlage.intake.report import Metadata
from quellenlage.model import Report, Skipped

SUFFIXES = (".warc",)
MAGIC = b"WARC/"

_TYPES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_AGAIN = "save or copy the archive again"
_HEAD = 65_536
_MOST_CHUNKS = 100_000


def read(raw: bytes, uri: str, known: Metadata) -> Iterator[Report | Skipped]:
    """Read an archive that is held in memory, plain or gzipped."""
    yield from read_stream(BytesIO(raw), uri, known)


def read_stream(stream: BinaryIO, uri: str, known: Metadata) -> Iterator[Report | Skipped]:
    """Read an archive's pages in order (``uri#3`` is its third record); what is broken behind them is one line.

    Raises ``UnreadableError`` where there is no page at all.
    """
    number = given = 0
    fault = ""
    try:
        for record in ArchiveIterator(stream, WarcRecordType.any_type, parse_http=False):
            if not record.headers.get("WARC-Type") or record.headers.get("Content-Length") is None:
                fault = f"is a web archive that breaks off behind record {number}; {_AGAIN}"
                break
            number += 1
            block, whole = _block(record)
            items = list(_items(record, block, whole, f"{uri}#{number}", known))
            given += len(items)
            yield from items
            if not whole and not items:
                fault = f"is a web archive that breaks off inside record {number}; {_AGAIN}"
    except (OSError, EOFError, ValueError, RuntimeError):
        fault = f"is a web archive that is broken behind record {number}; {_AGAIN}"
    if fault:
        yield Skipped(uri=uri, reason=fault)
    elif not given:
        raise NotTextError(f"is a web archive without a page, {number} records; it can be left out")


def _block(record: Any) -> tuple[bytes, bool]:
    """Give a record's bytes to the limit, where it may hold a page, and whether all of it is there."""
    block = record.reader.read(html.MOST_BYTES + _HEAD) if record.record_type & _TYPES else b""
    return block, len(block) + record.reader.consume() >= int(record.content_length or 0)


def _items(record: Any, block: bytes, whole: bool, uri: str, known: Metadata) -> Iterator[Report | Skipped]:
    """Read a record that holds a page or a text; others (pictures, scripts, errors, redirects) give none."""
    headers = {name.lower(): value for name, value in record.headers.items()}
    try:
        kind, raw = _payload(block, headers.get("content-type", ""))
        reader = _reader(kind)
        if reader is None or not block:
            return
        if not whole:
            raise NotTextError(f"breaks off inside the page; {_AGAIN}")
        yield from reader(raw, uri, _known(headers, known))
    except UnreadableError as error:
        yield Skipped(uri=uri, reason=str(error))


def _reader(kind: str) -> Any:
    if kind.startswith(("text/html", "application/xhtml+xml")):
        return html.read
    return text.read if kind.startswith("text/plain") else None


def _known(headers: dict[str, str], known: Metadata) -> Metadata:
    address = headers.get("warc-target-uri", "").strip("<>")
    return replace(known, url=address) if address.startswith(("http://", "https://")) else known


def _payload(block: bytes, kind: str) -> tuple[str, bytes]:
    """Give what kind of thing a record's block is, and its bytes; an answer other than 2xx is of no kind."""
    if not kind.lower().startswith("application/http"):
        return kind.lower(), block
    head, _, body = block.partition(b"\r\n\r\n")
    status, *lines = head[:_HEAD].decode("latin-1").split("\r\n")
    if not status.startswith("HTTP/") or status[8:10] not in (" 2", "2 "):
        return "", b""
    fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    kind = fields.get("content-type", "").lower()
    if _reader(kind) is None:
        return kind, b""
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _joined(body)
    return kind, _decoded(body, fields.get("content-encoding", "").lower())


def _joined(body: bytes) -> bytes:
    """Join the chunks of an HTTP body (RFC 9112, 7.1); a body that an archiver has joined already stays as it is."""
    parts: list[bytes] = []
    at = 0
    for _ in range(_MOST_CHUNKS):
        end = body.find(b"\r\n", at, at + 20)
        size = body[at:end].split(b";")[0].strip() if end >= 0 else b""
        try:
            length = int(size, 16)
        except ValueError:
            return body if not parts else b"".join(parts)
        if length <= 0:
            break
        parts.append(body[end + 2 : end + 2 + length])
        at = end + 4 + length
    return b"".join(parts)


def _decoded(body: bytes, coding: str) -> bytes:
    """Unpack a body; one that an archiver has unpacked already is told by its first bytes."""
    if coding in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
        return unpacked(body, html.MOST_BYTES)
    if coding == "deflate" and body[:1] == b"\x78":
        return unpacked(body, html.MOST_BYTES)
    if coding == "br" and b"<" not in body[:400]:
        raise NotTextError("is packed with brotli; save the archive with gzip or unpacked")
    return body
