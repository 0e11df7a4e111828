import gzip
import zlib

import pytest

from quellenlage.errors import NotTextError, TooLargeError
from quellenlage.intake import load
from quellenlage.intake.packed import unpacked

TEXT = b"Der Rat tagt am Freitag."


@pytest.mark.parametrize(
    "raw", [gzip.compress(TEXT), zlib.compress(TEXT), gzip.compress(TEXT[:9]) + gzip.compress(TEXT[9:])]
)
def test_unpacked(raw):
    assert unpacked(raw, 100) == TEXT


def test_no_further_than_the_limit():
    assert unpacked(gzip.compress(bytes(1_000_000)), 1_000_000) == bytes(1_000_000)
    with pytest.raises(TooLargeError, match="unpacks to more than 1 MB"):
        unpacked(gzip.compress(bytes(1_000_001)), 1_000_000)


@pytest.mark.parametrize(("raw", "words"), [(gzip.compress(TEXT)[:-9], "breaks off"), (b"\x1f\x8bkaputt", "broken")])
def test_what_cannot_be_unpacked(raw, words):
    with pytest.raises(NotTextError, match=words):
        unpacked(raw, 100)


def test_a_file_is_read_by_the_suffix_inside(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT))
    (tmp_path / "b.json.gz").write_bytes(gzip.compress(b'{"text": "Der Hafen w\xc3\xa4chst."}'))
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(gzip.compress(TEXT)))
    first, second, third = load([tmp_path])
    assert (first.text, second.text) == (TEXT.decode(), "Der Hafen wächst.")
    assert "compressed twice" in third.reason
