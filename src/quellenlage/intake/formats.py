"""Which reader reads what: by a file's suffix, and by what its bytes say where that is plainer."""

from collections.abc import Callable, Iterator
from pathlib import PurePath

from quellenlage.errors import NotTextError, UnreadableError
from quellenlage.intake import (
    docx,
    feed,
    html,
    json_feed,
    mail,
    newsml,
    ninjs,
    packed,
    pdf,
    records,
    sitemap,
    text,
    warc,
)
from quellenlage.intake.decoding import decode
from quellenlage.intake.listing import Listing
from quellenlage.intake.report import Metadata
from quellenlage.intake.xml import MOST_BYTES as MOST_XML
from quellenlage.intake.xml import root_name, xml_text
from quellenlage.model import Report, Skipped

MOST_BYTES = 50_000_000
DEEPEST = 5

Reader = Callable[[bytes, str, Metadata], Iterator[Report | Skipped]]

_MAGIC: tuple[tuple[bytes, Reader], ...] = ((pdf.MAGIC, pdf.read), (docx.MAGIC, docx.read), (warc.MAGIC, warc.read))
_HEAD = 4_096


def read_json(raw: bytes, uri: str, known: Metadata) -> Iterator[Report | Skipped]:
    """Read JSON as what its keys say: a JSON Feed, ninjs, or records of our own."""
    found = records.parsed(raw)
    first = found[0] if isinstance(found, list) and found else found
    if json_feed.is_feed(found):
        yield from json_feed.read(raw, uri, known)
    elif ninjs.is_item(first):
        yield from ninjs.read(raw, uri, known)
    else:
        yield from records.read(raw, uri, known)


def read_xml(raw: bytes, uri: str, known: Metadata) -> Iterator[Report | Skipped]:
    """Read XML as what its first element says: a feed, a sitemap, NewsML-G2, or a page."""
    name = root_name(xml_text(raw))
    if name in feed.ROOTS:
        yield from feed.read(raw, uri, known)
    elif name in sitemap.ROOTS:
        yield from sitemap.read(raw, uri, known)
    elif name in newsml.ROOTS:
        yield from newsml.read(raw, uri, known)
    elif name == "html":
        yield from html.read(raw, uri, known)
    else:
        what = f"XML that begins with <{name}>" if name else "no XML"
        raise NotTextError(f"is {what}, no feed, sitemap or NewsML-G2; save its text as .txt and give that")


def read_mail(raw: bytes, uri: str, known: Metadata, depth: int = 0) -> Iterator[Report | Skipped]:
    """Read a mail and what is attached to it, each under the mail's name and its own (``alert.eml/anhang.pdf``)."""
    parts = list(mail.attachments(raw))
    try:
        yield from mail.read(raw, uri, known)
    except UnreadableError:
        if not parts:
            raise
    for part in parts:
        yield from _attached(part, f"{uri}/{part.name}", known, depth + 1)


def _attached(part: mail.Attachment, uri: str, known: Metadata, depth: int) -> Iterator[Report | Skipped]:
    try:
        if part.fault:
            raise NotTextError(part.fault)
        if depth > DEEPEST:
            raise NotTextError(f"is a mail in a mail, more than {DEEPEST} deep; save it and give it alone")
        if mail.is_mail(part.raw) and PurePath(part.name).suffix.lower() in ("", *mail.SUFFIXES):
            yield from read_mail(part.raw, uri, known, depth)
        else:
            yield from reader_of(part.name, part.raw)(part.raw, uri, known)
    except UnreadableError as error:
        yield Skipped(uri=uri, reason=str(error))


def read_packed(raw: bytes, uri: str, known: Metadata) -> Iterator[Report | Skipped]:
    """Read what is compressed with gzip: a web archive record by record, anything else unpacked to the limit."""
    if packed.unpacked_head(raw).startswith(warc.MAGIC):
        yield from warc.read(raw, uri, known)
        return
    inner = packed.unpacked(raw, MOST_BYTES)
    if inner.startswith(packed.MAGIC):
        raise NotTextError("is compressed twice; unpack it and give that")
    yield from reader_of(uri.removesuffix(".gz"), inner)(inner, uri, known)


def listing(raw: bytes) -> Listing:
    """Give what a feed (RSS, Atom, JSON Feed) or a sitemap lists. Raises ``UnreadableError`` for anything else."""
    if raw.startswith(packed.MAGIC):
        raw = packed.unpacked(raw, MOST_XML)
    if decode(raw).lstrip()[:1] == "{":
        return json_feed.listing(raw)
    name = root_name(xml_text(raw))
    if name in sitemap.ROOTS:
        return sitemap.listing(raw)
    if name not in feed.ROOTS:
        raise NotTextError("is no feed and no sitemap; give the address of one, or the page itself")
    return feed.listing(raw)


READERS: dict[str, Reader] = {
    **dict.fromkeys(text.SUFFIXES, text.read),
    **dict.fromkeys(html.SUFFIXES, html.read),
    **dict.fromkeys(records.SUFFIXES, read_json),
    **dict.fromkeys(records.LINE_SUFFIXES, records.read_lines),
    **dict.fromkeys(feed.SUFFIXES, feed.read),
    **dict.fromkeys(newsml.SUFFIXES, read_xml),
    **dict.fromkeys(warc.SUFFIXES, warc.read),
    **dict.fromkeys(mail.SUFFIXES, read_mail),
    **dict.fromkeys(pdf.SUFFIXES, pdf.read),
    **dict.fromkeys(docx.SUFFIXES, docx.read),
    **dict.fromkeys(packed.SUFFIXES, read_packed),
}


def reader_of(name: str, raw: bytes) -> Reader:
    """Give the reader for bytes with a name: by their first bytes where those are a format's own, else by the suffix.

    Raises ``UnreadableError`` where neither tells.
    """
    if found := _by_magic(raw):
        return found
    return READERS.get(PurePath(name).suffix.lower()) or sniffed(raw)


def _by_magic(raw: bytes) -> Reader | None:
    if raw.startswith(packed.MAGIC):
        return read_packed
    return next((reader for magic, reader in _MAGIC if raw.startswith(magic)), None)


def sniffed(raw: bytes) -> Reader:
    """Tell the format of bytes without a name; what is none of the others is text. Raises ``UnreadableError``."""
    if found := _by_magic(raw):
        return found
    if mail.is_mail(raw):
        return read_mail
    head = decode(raw).lstrip()[:_HEAD]
    lowered = head.casefold()
    if lowered.startswith("<?xml") or root_name(head) in (*feed.ROOTS, *sitemap.ROOTS, *newsml.ROOTS):
        return read_xml
    if lowered.startswith(("<!doctype html", "<html", "<head", "<body", "<!--")) or "<body" in lowered:
        return html.read
    if not (head.startswith("{") or head.startswith(("[{", "[\n", "[ "))):
        return text.read
    lines = [line for line in decode(raw).split("\n") if line.strip()]
    several = len(lines) > 1 and lines[0].rstrip().endswith("}") and lines[1].lstrip().startswith("{")
    return records.read_lines if several else read_json
