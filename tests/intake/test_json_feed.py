import json
from datetime import date

import pytest

from quellenlage.errors import NotTextError
from quellenlage.intake import listing
from quellenlage.intake.json_feed import read
from quellenlage.intake.report import Metadata
from quellenlage.model import Skipped

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Anzeiger",
    "authors": [{"name": "Jana Sommer"}],
    "items": [
        {
            "id": "1",
            "url": "https://anzeiger.example/1",
            "title": "Rat tagt",
            "content_html": "<p>Der Rat tagt am Freitag.</p><p>Gegner klagen.</p>",
            "date_published": "2021-03-02T07:12:00+01:00",
        },
        {"id": "2", "content_text": "Der Hafen wächst.", "authors": [{"name": "Ole Winter"}]},
        {"id": "3", "title": "Leer"},
        4,
    ],
}


def found(feed):
    return list(read(json.dumps(feed).encode(), "feed.json", Metadata()))


def test_items_are_reports():
    first, second, third, fourth = found(FEED)
    assert first.text == "Der Rat tagt am Freitag.\nGegner klagen."
    assert (first.uri, first.outlet, first.authors) == ("feed.json#1", "Anzeiger", ("Jana Sommer",))
    assert (first.published.interval.day, first.url) == (date(2021, 3, 2), "https://anzeiger.example/1")
    assert (second.text, second.authors) == ("Der Hafen wächst.", ("Ole Winter",))
    assert isinstance(third, Skipped)
    assert isinstance(fourth, Skipped)


def test_version_1_names_one_author():
    old = {"version": "https://jsonfeed.org/version/1", "author": {"name": "Jana Sommer"}, "items": FEED["items"][:1]}
    assert found(old)[0].authors == ("Jana Sommer",)


def test_a_listing_for_those_who_fetch():
    assert listing(json.dumps(FEED).encode()).entries[0].url == "https://anzeiger.example/1"


@pytest.mark.parametrize("items", [None, [], {}, "x"])
def test_a_feed_without_an_item(items):
    with pytest.raises(NotTextError, match="without an item"):
        found(FEED | {"items": items})
