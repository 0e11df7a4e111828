from datetime import date

import pytest

from quellenlage.errors import NotTextError
from quellenlage.intake import listing
from quellenlage.intake.report import Metadata
from quellenlage.intake.sitemap import read

NEWS = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://anzeiger.example/1</loc><n:news><n:publication><n:name>Anzeiger</n:name></n:publication>
<n:publication_date>2021-03-02T07:12:00+01:00</n:publication_date><n:title>Rat tagt</n:title></n:news></url>
<url><loc>https://anzeiger.example/2</loc><lastmod>2021-03-01</lastmod></url><url><loc>javascript:1</loc></url></urlset>"""
INDEX = b"<sitemapindex><sitemap><loc>https://anzeiger.example/news.xml</loc></sitemap></sitemapindex>"


def test_a_listing_for_those_who_fetch():
    first, second = listing(NEWS).entries
    assert (first.url, first.title, first.outlet) == ("https://anzeiger.example/1", "Rat tagt", "Anzeiger")
    assert [one.published.interval.day for one in (first, second)] == [date(2021, 3, 2), date(2021, 3, 1)]
    assert listing(INDEX).further == ("https://anzeiger.example/news.xml",)


def test_a_sitemap_brings_no_text():
    (skipped,) = read(NEWS, "sitemap.xml", Metadata())
    assert "2 addresses and no text" in skipped.reason


@pytest.mark.parametrize("source", [b"<urlset><url>", b"<svg/>", b""])
def test_what_is_no_sitemap(source):
    with pytest.raises(NotTextError):
        list(read(source, "a", Metadata()))
