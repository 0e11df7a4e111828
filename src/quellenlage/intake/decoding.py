"""Bytes to text: which encoding, and what is no text at all."""

import codecs
import re

from charset_normalizer import from_bytes

from quellenlage.errors import NotTextError

_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a picture, sound or film"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"BZh", "compressed with bzip2"),
    (b"\xfd7zXZ", "compressed with xz"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_WESTERN = frozenset("äöüÄÖÜßéèêëàâáçñóòôíìîïúùûåæøÉÈÀÇÅØ„“”‚‘’‹›«»–—…€§°©®·•\u00a0\u00ad")
_SAMPLE = 65_536
_NOT_TEXT = "save the report as plain text, HTML or JSON and give that"


def decode(raw: bytes, declared: str | None = None) -> str:
    """Give the text of ``raw``: by its byte-order mark, else UTF-8 where it is valid, else as declared or guessed.

    Raises ``NotTextError`` for binary files and for bytes that no encoding fits.
    """
    for magic, name in _MAGIC:
        if raw.startswith(magic):
            raise NotTextError(f"is {name}, no text; {_NOT_TEXT}")
    text = _marked(raw)
    if text is None:
        text = _unmarked(raw, declared)
    controls = sum(1 for _ in _CONTROL.finditer(text[:_SAMPLE]))
    if controls * 20 > min(len(text), _SAMPLE) or "\x00" in text:
        raise NotTextError(f"is a binary file, no text; {_NOT_TEXT}")
    return text


def _marked(raw: bytes) -> str | None:
    """Read bytes that begin with a byte-order mark; the mark is no part of the text."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                if encoding != "utf-8":
                    raise NotTextError(f"begins as {encoding} and is not; save it as UTF-8") from None
                return _guessed(raw[len(mark) :], None)
    return None


def _unmarked(raw: bytes, declared: str | None) -> str:
    if b"\x00" in raw:
        return _wide(raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(raw, declared)


def _wide(raw: bytes) -> str:
    """Read UTF-16 without a mark: one byte of nearly every pair is zero, and it is always the same one."""
    sample = raw[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) * 10 > len(sample) * 4 and min(even, odd) * 50 < max(even, odd):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            pass
    raise NotTextError(f"is a binary file, no text; {_NOT_TEXT}")


def _guessed(raw: bytes, declared: str | None) -> str:
    """Read eight-bit text: as declared, as Windows-1252 where that gives German letters, else by its statistics."""
    for encoding in (declared, "cp1252"):
        text = _strict(raw, encoding)
        if text is not None and (encoding == declared or _is_western(text)):
            return text
    best = from_bytes(raw[:_SAMPLE]).best()
    text = _strict(raw, best.encoding) if best else None
    text = _strict(raw, "cp1252") if text is None else text
    if text is None:
        raise NotTextError("is in an encoding that cannot be told; save it as UTF-8")
    return text


def _strict(raw: bytes, encoding: str | None) -> str | None:
    """Decode, or ``None``. What calls itself Latin-1 is Windows-1252 (WHATWG Encoding Standard)."""
    if not encoding:
        return None
    latin = encoding.casefold() in ("iso-8859-1", "latin-1", "latin1", "iso8859-1", "iso_8859-1", "us-ascii", "ascii")
    try:
        text = raw.decode("cp1252" if latin else encoding)
    except (UnicodeError, LookupError, ValueError):
        return None
    return text if isinstance(text, str) else None


def _is_western(text: str) -> bool:
    special = [char for char in text[:_SAMPLE] if char > "\x7f"]
    return sum(char in _WESTERN for char in special) * 2 >= len(special)
