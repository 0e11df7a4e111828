from datetime import date

import pytest

from quellenlage.errors import NotTextError, TooLargeError
from quellenlage.intake import listing
from quellenlage.intake.feed import MOST_ENTRIES, read
from quellenlage.intake.report import Metadata
from quellenlage.model import Report, Skipped

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Anzeiger</title><link>https://anzeiger.example/</link>
<item><title>Rat &amp;amp; Tunnel</title><link>https://anzeiger.example/1</link><guid>a-1</guid>
<dc:creator>Jana Sommer, dpa</dc:creator><pubDate>Tue, 02 Mar 2021 23:30:00 GMT</pubDate>
<description>Der Rat tagt.</description>
<content:encoded><![CDATA[<p>Der Rat von Ostermoor tagt am <b>Freitag</b>.</p>
<figure><img src="x"><figcaption>Foto: Ole Winter</figcaption></figure><p>Gegner klagen. (dpa)</p>]]></content:encoded>
</item>
<item><title>Hafen wächst</title><link>https://anzeiger.example/2</link>
<description>Der Hafen von Ostermoor w&#228;chst.</description></item>
<item><title>Nur ein Titel</title><link>https://anzeiger.example/3</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Bote</title>
<entry><title>Deich hält</title><link href="https://bote.example/deich"/><id>urn:1</id>
<published>2021-03-02T07:12:00+01:00</published><author><name>Ole Winter</name></author>
<content type="html">&lt;p&gt;Der Deich hält, teilte die Stadt mit.&lt;/p&gt;</content></entry></feed>"""


def found(source):
    return list(read(source.encode(), "feed.rss", Metadata()))


def test_rss_entries_are_reports():
    first, second, third = found(RSS)
    assert first.text == "Der Rat von Ostermoor tagt am Freitag.\nGegner klagen. (dpa)"
    assert (first.uri, first.title, first.outlet) == ("feed.rss#1", "Rat & Tunnel", "Anzeiger")
    assert (first.authors, first.agencies) == (("Jana Sommer",), ("dpa",))
    assert first.published.interval.day == date(2021, 3, 3)
    assert first.url == "https://anzeiger.example/1"
    assert [first.quote(span) for span in first.furniture] == ["(dpa)"]
    assert second.text == "Der Hafen von Ostermoor wächst."
    assert isinstance(third, Skipped)
    assert "https://anzeiger.example/3" in third.reason


def test_atom_entries_are_reports():
    (report,) = found(ATOM)
    assert (report.text, report.outlet) == ("Der Deich hält, teilte die Stadt mit.", "Bote")
    assert (report.authors, report.published.interval.day) == (("Ole Winter",), date(2021, 3, 2))


def test_a_listing_for_those_who_fetch():
    assert [entry.url for entry in listing(RSS.encode()).entries] == [
        f"https://anzeiger.example/{number}" for number in (1, 2, 3)
    ]
    assert listing(ATOM.encode()).entries[0].id == "urn:1"


@pytest.mark.parametrize("cut", ["<description>Der Hafen", "wächst</title>"])
def test_a_feed_that_breaks_off_keeps_what_was_read_before(cut):
    items = found(RSS[: RSS.index(cut) + 5])
    assert isinstance(items[0], Report)
    assert isinstance(items[-1], Skipped)
    assert "broken as XML at line" in items[-1].reason


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>', "entities"),
        ('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel>&x;</channel></rss>', "entities"),
        ("<rss><channel/></rss>", "without an entry"),
        ("<rss><channel>", "broken as XML"),
        ("", "without an entry"),
    ],
)
def test_what_is_no_feed(source, words):
    with pytest.raises(NotTextError, match=words):
        found(source)


def test_too_many_entries():
    with pytest.raises(TooLargeError, match="more than"):
        found("<rss>" + "<item/>" * (MOST_ENTRIES + 1) + "</rss>")


def test_a_name_of_a_file_is_no_feed(tmp_path):
    (tmp_path / "feed.xml").write_text(RSS)
    with pytest.raises(NotTextError):
        found(str(tmp_path / "feed.xml"))


def test_another_encoding_declared():
    raw = RSS.replace("UTF-8", "ISO-8859-1").replace("w&#228;chst", "wächst").encode("cp1252")
    assert "wächst" in list(read(raw, "f", Metadata()))[1].text
