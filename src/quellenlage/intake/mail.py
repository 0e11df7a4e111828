"""Mail (``.eml``): newsletters and agencies' alerts. RFC 5322 and MIME, read with the standard library.

The body is one report; what is attached is given as bytes with a name, to be read by the reader of its own format.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from quellenlage.errors import NotTextError, TooLargeError, UnreadableError
from quellenlage.intake.decoding import decode
from quellenlage.intake.page.blocks import tidy
from quellenlage.intake.page.fragment import fragment_text
from quellenlage.intake.published import from_field
from quellenlage.intake.report import Metadata, admit, assemble
from quellenlage.model import Published, Report

SUFFIXES = (".eml",)
MOST_BYTES = 25_000_000
MOST_PARTS = 500
MOST_LINES = 1_000_000
DEEPEST = 10

_FIELD = re.compile(
    rb"(?:Return-Path|Received|From|To|Date|Subject|MIME-Version|Message-ID|Delivered-To|Reply-To|Content-Type|X-[\w-]+)"
    rb":[ \t]",
    re.IGNORECASE,
)
_READ = ("text/plain", "text/html", "application/xhtml+xml")
_PASSED = ("image/", "audio/", "video/", "font/", "text/calendar", "text/css", "application/pgp", "application/pkcs7")


@dataclass(frozen=True, slots=True)
class Attachment:
    """What is attached to a mail: its file name, its bytes, and why it cannot be had, or nothing."""

    name: str
    raw: bytes = b""
    fault: str = ""


def is_mail(raw: bytes) -> bool:
    """Say whether bytes begin as a mail does: with two known fields in their first three lines."""
    return sum(bool(_FIELD.match(line)) for line in raw[:4000].split(b"\n")[:3]) > 1


def read(raw: bytes, uri: str, known: Metadata) -> Iterator[Report]:
    """Read a mail's own text. Raises ``UnreadableError`` where it has none."""
    message = _parsed(raw)
    text = next((text for text in _texts(message) if text.strip()), None)
    if text is None:
        raise NotTextError("is a mail without a text of its own; save what it holds and give that")
    yield assemble(uri, admit(text), _metadata(message, known))


def attachments(raw: bytes) -> Iterator[Attachment]:
    """Give what is attached, in order; pictures, sounds and signatures are passed over. Raises ``UnreadableError``."""
    for number, (part, depth) in enumerate(_parts(_parsed(raw)), start=1):
        kind = part.get_content_type()
        name = _file_name(part) or f"{number}{'.eml' if kind == 'message/rfc822' else ''}"
        if depth >= DEEPEST and part.is_multipart():
            yield Attachment(name, fault=f"is nested more than {DEEPEST} deep; save it and give it alone")
        elif kind == "message/rfc822":
            yield Attachment(name, _forwarded(part))
        elif _is_attached(part) and not kind.startswith(_PASSED):
            yield Attachment(name, _payload(part))


def _forwarded(part: Message) -> bytes:
    """Give the mail inside a part as bytes again."""
    inner = part.get_payload()
    first = inner[0] if isinstance(inner, list) and inner else None
    return first.as_bytes() if isinstance(first, Message) else b""


def _file_name(part: Message) -> str:
    """Give the name of what is attached, in one line of a name's length."""
    words = _header(part.get_filename()).replace("/", "_")[-120:]
    return "".join(char if char.isprintable() else "\ufffd" for char in words)


def _parsed(raw: bytes) -> Message:
    if len(raw) > MOST_BYTES:
        raise TooLargeError(f"is a mail larger than {MOST_BYTES // 1_000_000} MB and was not read; save what it holds")
    if raw.count(b"\n") > MOST_LINES:
        raise TooLargeError(f"is a mail of more than {MOST_LINES:,} lines; save what it holds and give that")
    if raw.count(b"\n--") > 4 * MOST_PARTS:
        raise TooLargeError(f"is a mail of more than {MOST_PARTS} parts; save what it holds and give that")
    try:
        message = message_from_bytes(raw)
        if not message.keys():
            raise NotTextError("is no mail, it has no From and no Subject; save it again as .eml")
    except (RecursionError, ValueError, LookupError) as error:
        raise NotTextError(f"is a mail that cannot be taken apart ({type(error).__name__}); save its text") from None
    return message


def _parts(message: Message) -> Iterator[tuple[Message, int]]:
    """Give the parts in order with their depth; what stands in an attached mail is that mail's own."""
    stack: list[tuple[Message, int]] = [(message, 0)]
    given = 0
    while stack and given < MOST_PARTS:
        part, depth = stack.pop()
        given += 1
        yield part, depth
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list) and depth < DEEPEST:
            stack.extend((child, depth + 1) for child in reversed(inner) if isinstance(child, Message))


def _texts(message: Message) -> Iterator[str]:
    """Give the texts of the body, the plain ones first."""
    parts = [part for part, _ in _parts(message) if not part.is_multipart() and not _is_attached(part)]
    for kind in _READ:
        found = [_text(part) for part in parts if part.get_content_type() == kind]
        yield "\n".join(text for text in found if text)


def _is_attached(part: Message) -> bool:
    if part.is_multipart():
        return False
    named = bool(part.get_filename()) or part.get_content_disposition() == "attachment"
    return named or part.get_content_type() not in _READ


def _payload(part: Message) -> bytes:
    raw = part.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""


def _text(part: Message) -> str:
    """Give a part's text: as declared, else as its bytes tell; long lines of format=flowed stay as they are."""
    raw = _payload(part)
    if not raw.strip():
        return ""
    try:
        text = decode(raw, _charset(part))
    except UnreadableError:
        return ""
    return text if part.get_content_type() == "text/plain" else fragment_text(text)


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, UnicodeError, ValueError):
        return None


def _metadata(message: Message, known: Metadata) -> Metadata:
    """Join the mail's fields with what the caller knows: Subject, the sender's name, Date."""
    sender = tidy(parseaddr(_header(message.get("From")))[0])
    return replace(
        known,
        title=_header(message.get("Subject")) or known.title,
        outlet=sender or known.outlet,
        published=_day(_header(message.get("Date"))) or known.published,
    )


def _header(value: object) -> str:
    """Give a header's words (RFC 2047); what cannot be decoded stays as it is."""
    words = str(value or "")[:4_000]
    try:
        return tidy(str(make_header(decode_header(words))))
    except (LookupError, UnicodeError, ValueError):
        return tidy(words)


def _day(words: str) -> Published | None:
    try:
        return from_field(parsedate_to_datetime(words).isoformat())
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
