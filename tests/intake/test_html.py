import json
from datetime import date

import pytest

from quellenlage.errors import NotTextError
from quellenlage.intake.html import read
from quellenlage.intake.report import Metadata
from quellenlage.model import Basis

PARAGRAPHS = (
    "Der Rat von Ostermoor hat am Freitag nach langer Sitzung über den Tunnel beraten, der die Stadt teilen würde.",
    "Die Bürgermeisterin sagte, sie wolle auf das Gutachten warten. Gegner des Baus kündigten eine Klage an.",
    "Im Mai soll der Bau beginnen, wie das Amt mitteilte; die Kosten trägt zu einem großen Teil das Land.",
)
DATA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Anzeiger"},
        {
            "@type": "NewsArticle",
            "headline": "Rat berät über den Tunnel",
            "datePublished": "2021-03-02T23:30:00Z",
            "author": [{"@type": "Person", "name": "Jana Sommer"}, {"@type": "Organization", "name": "dpa"}],
        },
    ],
}


def page(body="", head="", credit=""):
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='de'><head><meta charset='utf-8'>"
        f"<title>Rat berät über den Tunnel | Anzeiger</title>"
        f"<meta property='og:site_name' content='Anzeiger'>"
        f"<link rel='canonical' href='https://anzeiger.example/tunnel'>{head}</head>"
        f"<body><nav><a href='/'>Start</a></nav>"
        f"<article><h1>Rat berät über den Tunnel</h1>{body}{text}{credit}</article>"
        f"<footer>Impressum</footer></body></html>"
    )


def only(source, known=None):
    (report,) = read(source if isinstance(source, bytes) else source.encode(), "a.html", known or Metadata())
    return report


def test_article_with_data():
    report = only(page(head=f"<script type='application/ld+json'>{json.dumps(DATA)}</script>"))
    assert [paragraph in report.text for paragraph in PARAGRAPHS] == [True, True, True]
    assert "Impressum" not in report.text
    assert (report.title, report.outlet) == ("Rat berät über den Tunnel", "Anzeiger")
    assert (report.authors, report.agencies) == (("Jana Sommer",), ("dpa",))
    assert (report.published.interval.day, report.published.basis) == (date(2021, 3, 3), Basis.METADATA)
    assert report.url == "https://anzeiger.example/tunnel"


def test_article_without_data():
    report = only(page(head="<meta name='author' content='Jana Sommer'><meta name='date' content='2021-03-02'>"))
    assert (report.title, report.authors) == ("Rat berät über den Tunnel", ("Jana Sommer",))
    assert report.published.interval.day == date(2021, 3, 2)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<p>2. März 2021</p>", date(2021, 3, 2)),
        ("<div>02.03.2021 | <a href='/rat'>Rathaus</a></div>", date(2021, 3, 2)),
        ("<p>Ostermoor, 2. März 2021</p>", date(2021, 3, 2)),
        ("<h3>02.03.2021</h3>", date(2021, 3, 2)),
        ("<div>von <a href='/jana'>Jana Sommer</a> · 2. März 2021, 12:00 Uhr</div>", date(2021, 3, 2)),
        ("<p>2. März 2021</p><p>5. März 2021</p>", None),
        ("<p><a href='/archiv'>2. März 2021</a></p>", None),
        ("<h2>Protokoll der Sitzung des Rates vom 2. März 2021</h2>", None),
        ("<p>Gebaut wird seit dem 2. März 2021.</p>", None),
    ],
)
def test_a_day_that_stands_alone_above_the_article(line, day):
    assert only(page(body=line)).published.interval.day == day


def test_a_day_above_the_article_goes_before_the_first_time_on_the_page():
    told = "<aside><time datetime='2020-01-01'>Neujahr</time></aside>"
    source = page(body="<p>2. März 2021</p>").replace("<nav>", told + "<nav>")
    assert only(source).published.interval.day == date(2021, 3, 2)


def test_what_the_caller_knows_fills_in():
    source = page().replace("<meta property='og:site_name' content='Anzeiger'>", "").replace(" | Anzeiger", "")
    assert only(source, Metadata(outlet="Bote")).published.basis is Basis.UNKNOWN
    assert only(page(), Metadata(outlet="Bote")).outlet == "Anzeiger"


@pytest.mark.parametrize(
    ("credit", "agencies"),
    [
        ("<p>(APA/Reuters)</p>", ("APA", "Reuters")),
        ("<div class='source'>(dpa/lnw)</div>", ("dpa",)),
        ("<footer><small>© dpa-infocom, dpa:210302-99-123456/3</small></footer>", ("dpa",)),
        ("<p>Mit Informationen von dpa und AFP</p>", ("dpa", "AFP")),
        ("<p>Mehr vom Tage</p>", ()),
    ],
)
def test_credits_behind_the_article(credit, agencies):
    assert only(page(credit=credit)).agencies == agencies


def test_the_declared_encoding_is_used():
    source = page().replace("charset='utf-8'", "charset='iso-8859-1'")
    assert PARAGRAPHS[1] in only(source.encode("cp1252")).text


@pytest.mark.parametrize(
    "source",
    [
        "",
        "<html></html>",
        "<html><body></body></html>",
        "<html><body><nav><a href='/a'>Start</a> <a href='/b'>Suche</a></nav></body></html>",
        "<html><head><title>Rat</title></head><body><script>alert(1)</script></body></html>",
        "<" * 1000,
        "<!DOCTYPE html><html><body><p>Drucken</p><p>Teilen</p></body></html>",
    ],
)
def test_no_article(source):
    with pytest.raises(NotTextError, match="holds no article"):
        only(source)


@pytest.mark.parametrize(
    "data",
    [
        "{",
        "[" * 5000,
        '{"@type": "NewsArticle", "headline": 3, "author": 4, "datePublished": []}',
        "null",
        '[[[{"@graph": 1}]]]',
    ],
)
def test_odd_data_is_passed_over(data):
    report = only(page(head=f"<script type='application/ld+json'>{data}</script>"))
    assert (report.title, report.authors) == ("Rat berät über den Tunnel", ())


def test_deep_nesting_is_refused_in_words():
    deep = "<div>" * 20_000 + PARAGRAPHS[0] + "</div>" * 20_000
    with pytest.raises(NotTextError, match="save its text"):
        only(f"<html><body>{deep}</body></html>")
