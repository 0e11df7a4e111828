"""Records to compressed JSON and back, and their hashes. A report's text is kept once, beside the records."""

import hashlib
import zlib
from dataclasses import replace
from typing import TypeVar

import msgspec

from quellenlage.model import Links, Reading, Report

T = TypeVar("T")
Kept = TypeVar("Kept", Report, Reading)
LEVEL = 4


def digest(data: bytes | str) -> str:
    """Give the SHA-256 of bytes, or of a text in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data).hexdigest()


def pack(data: bytes) -> bytes:
    """Compress bytes for keeping."""
    return zlib.compress(data, LEVEL)


def unpack(data: bytes) -> bytes:
    """Undo ``pack``. Raises ``zlib.error`` where the bytes are damaged."""
    return zlib.decompress(data)


def encode(record: object) -> tuple[bytes, str]:
    """Give a record as compressed JSON, and the hash of that JSON."""
    plain = msgspec.json.encode(record, order="sorted")
    return pack(plain), digest(plain)


def decode(data: bytes, kind: type[T]) -> T:
    """Give back a record that ``encode`` wrote. Raises ``msgspec.DecodeError`` or ``zlib.error`` for anything else."""
    return msgspec.json.decode(unpack(data), type=kind)


def stripped(record: Kept) -> Kept:
    """Give a report, or a reading, without the report's text and address."""
    if isinstance(record, Report):
        return replace(record, text="", uri="")
    return replace(record, report=stripped(record.report))


def whole(reading: Reading, text: str, uri: str) -> Reading:
    """Put the report's text and address back into a reading."""
    return replace(reading, report=replace(reading.report, text=text, uri=uri))


def unread(links: Links) -> Links:
    """Give links without their readings."""
    return replace(links, readings=())
