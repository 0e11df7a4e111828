import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from quellenlage.intake.page.data import page_data


def data(head="", body=""):
    return page_data(html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


def script(item):
    return f"<script type='application/ld+json'>{json.dumps(item)}</script>"


def test_json_ld():
    item = {
        "@type": ["NewsArticle"],
        "headline": "Rat &amp;amp; Tunnel",
        "datePublished": "2021-03-02",
        "publisher": {"name": "Anzeiger"},
        "articleBody": "<p>Der Rat tagt.</p>",
        "description": "Ein Tunnel soll die Stadt vom Verkehr befreien.",
    }
    found = data(script({"@type": "WebPage", "mainEntity": item}))
    assert (found.headline, found.days, found.site) == ("Rat & Tunnel", ("2021-03-02",), "Anzeiger")
    assert (found.body.split(), found.descriptions) == (["Der", "Rat", "tagt."], (item["description"],))


def test_meta_microdata_and_time():
    found = data(
        "<meta property='article:published_time' content='2021-03-02T07:12:00+01:00'>"
        "<meta name='author' content='Jana Sommer'>",
        "<span itemprop='datePublished' content='2021-03-01'></span><time datetime='2021-02-28'>gestern</time>",
    )
    assert found.days == ("2021-03-02T07:12:00+01:00", "2021-03-01")
    assert found.times == ("2021-02-28",)
    assert found.writers == ("Jana Sommer",)


def test_a_heading_in_the_navigation_is_not_the_article_s():
    found = data("", "<nav><h1>Rat Ostermoor</h1></nav><main><h1>Rat tagt</h1></main>")
    assert (found.heading, found.headings) == ("Rat tagt", ("Rat Ostermoor", "Rat tagt"))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/tunnel", ""])
def test_an_address_is_one_of_the_web(address):
    assert data(f"<link rel='canonical' href='{address}'>").url == ""


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["@type", "@id", "@graph", "author", "name", "headline"]), inner)
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_data(item):
    found = data(script({"@type": "NewsArticle", "author": item, "publisher": item}) + script(item).replace("</p>", ""))
    assert all(isinstance(name, str) for name in found.authors)
