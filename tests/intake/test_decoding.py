import codecs

import pytest

from quellenlage.errors import NotTextError
from quellenlage.intake.decoding import decode

TEXT = "Die Bürgermeisterin von Ostermoor sagte: „Größe zählt nicht.“ – Maß halten.\n"
PLAIN = TEXT.replace("„", '"').replace("“", '"').replace("–", "-")


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16-le mark", "utf-16-be mark", "utf-32-le mark", "utf-16-le", "utf-16-be", "1252"],
)
def test_encodings(raw):
    assert decode(raw) == TEXT


def test_latin_1_is_read_as_windows_1252():
    assert decode(PLAIN.encode("latin-1")) == PLAIN
    assert decode(TEXT.encode("cp1252"), "iso-8859-1") == TEXT


@pytest.mark.parametrize("text", ["Der Rat tagt in Köln.", "Größe"])
def test_a_few_words_are_enough_for_windows_1252(text):
    assert decode(text.encode("cp1252")) == text


def test_other_eight_bit_text_is_guessed():
    long = PLAIN * 40
    assert decode(long.encode("cp850")) == long


def test_valid_utf_8_is_utf_8_whatever_is_declared():
    assert decode(TEXT.encode(), "iso-8859-1") == TEXT


def test_an_encoding_that_is_not_there_is_passed_over():
    assert decode(TEXT.encode("cp1252"), "klingon-8") == TEXT


def test_eight_bit_text_behind_a_wrong_mark():
    assert decode(codecs.BOM_UTF8 + TEXT.encode("cp1252")) == TEXT


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"%PDF-1.7 \n", "a PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"{\\rtf1\\ansi Rat}", "rich-text"),
        (b"abc\x00def\x00\x00\x00\x01", "binary"),
        (bytes(range(32)) * 9, "binary"),
        (b"Rat\x01\x02\x03\x04\x05", "binary"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "utf-16-le and is not"),
    ],
)
def test_binary(raw, reason):
    with pytest.raises(NotTextError, match=reason):
        decode(raw)
