import json

import pytest

from quellenlage.errors import NotTextError
from quellenlage.intake import listing, load, reader_of
from quellenlage.intake.formats import MOST_BYTES, READERS
from quellenlage.model import Report
from tests.intake import test_docx, test_feed, test_json_feed, test_mail, test_newsml, test_ninjs, test_pdf, test_warc
from tests.intake.test_html import page

SAMPLES = {
    ".docx": test_docx.document(),
    ".eml": test_mail.mail().as_bytes(),
    ".html": page().encode(),
    ".json": json.dumps({"text": "Der Rat tagt am Freitag."}).encode(),
    ".pdf": test_pdf.pdf(),
    ".rss": test_feed.RSS.encode(),
    ".txt": b"Der Rat tagt am Freitag.",
    ".warc": test_warc.WHOLE,
    ".xml": test_newsml.message(test_newsml.news()).encode(),
    "feed.json": json.dumps(test_json_feed.FEED).encode(),
    "ninjs.json": json.dumps(test_ninjs.ONE).encode(),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_with_and_without_a_suffix(tmp_path, name):
    named, bare = tmp_path / ("a" + name), tmp_path / "ohne"
    named.write_bytes(SAMPLES[name])
    bare.write_bytes(SAMPLES[name])
    first, second = (next(load([path])) for path in (named, bare))
    assert isinstance(first, Report)
    assert (first.text, first.title, first.published) == (second.text, second.title, second.published)


@pytest.mark.parametrize("name", [".pdf", ".docx", ".warc"])
def test_bytes_go_before_the_suffix(name):
    assert reader_of("a.txt", SAMPLES[name]) is READERS[name]


@pytest.mark.parametrize("name", SAMPLES)
def test_reading_twice_gives_the_same(tmp_path, name):
    path = tmp_path / ("a" + name)
    path.write_bytes(SAMPLES[name])
    assert list(load([path])) == list(load([path]))


@pytest.mark.parametrize("raw", [b"Der Rat tagt.", b"<html><body>Rat</body></html>", b"{", b"", b"<svg/>", b"{}"])
def test_what_is_no_list_of_addresses(raw):
    with pytest.raises(NotTextError):
        listing(raw)


def test_a_text_of_xml_that_nothing_reads(tmp_path):
    (tmp_path / "a.xml").write_text("Der Rat tagt.")
    (skipped,) = load([tmp_path / "a.xml"])
    assert "is no XML" in skipped.reason
    assert MOST_BYTES == 50_000_000
