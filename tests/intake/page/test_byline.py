import pytest

from quellenlage.intake.html import read
from quellenlage.intake.report import Metadata
from tests.intake.test_html import PARAGRAPHS, page


def authors(body="", head="", credit=""):
    (report,) = read(page(body, head, credit).encode(), "a.html", Metadata())
    assert all(paragraph in report.text for paragraph in PARAGRAPHS)
    return report.authors


def data(author):
    return f'<script type=\'application/ld+json\'>{{"@type": "NewsArticle", "author": {author}}}</script>'


@pytest.mark.parametrize(
    "author",
    [
        '"Jana Sommer"',
        '{"@type": "Person", "name": "Jana Sommer"}',
        '[{"@type": "Person", "givenName": "Jana", "familyName": "Sommer"}]',
        '{"name": ["Jana Sommer"]}',
    ],
)
def test_authors_in_the_data(author):
    assert authors(head=data(author)) == ("Jana Sommer",)


def test_an_author_by_reference():
    graph = (
        '{"@graph": [{"@type": "NewsArticle", "author": {"@id": "#js"}}, '
        '{"@type": "Person", "@id": "#js", "name": "Jana Sommer"}]}'
    )
    assert authors(head=f"<script type='application/ld+json'>{graph}</script>") == ("Jana Sommer",)


@pytest.mark.parametrize(
    "byline",
    [
        "<p>Von Jana Sommer</p>",
        "<div>Von <a href='/js'>Jana Sommer</a>, Ostermoor 02.03.2021, 07:12 Uhr</div>",
        "<ul><li class='article-author'>Jana Sommer</li></ul>",
        "<p class='c-byline'>von <a href='/js'>Jana Sommer</a>, MOORFUNK NORD</p>",
    ],
)
@pytest.mark.parametrize(
    "head", ["", data('{"@type": "Organization", "name": "Anzeiger"}'), data('"anzeiger.example"')]
)
def test_a_byline_goes_before_the_house(byline, head):
    assert authors(byline, head) == ("Jana Sommer",)


def test_a_byline_below():
    assert authors(credit="<ul><li>Datum 02.03.2021</li><li>Autorin/Autor Jana Sommer</li></ul>") == ("Jana Sommer",)


def test_who_speaks_or_comments_is_no_author():
    quote = "<div class='quote'><p>Ole Winter, Anwohner</p></div>"
    comment = (
        "<div class='comments'><span class='comment-author'>Ole Winter</span><p>Das sehe ich ganz anders.</p></div>"
    )
    assert "Ole Winter" not in authors("<p>Von Jana Sommer</p>" + quote, credit=comment)


def test_an_agency_in_the_byline_is_a_credit():
    (report,) = read(page("<p>Von Jana Sommer mit AFP</p>").encode(), "a.html", Metadata())
    assert (report.authors, report.agencies) == (("Jana Sommer",), ("AFP",))


def test_an_agency_s_own_site_is_a_credit():
    source = page().replace("https://anzeiger.example/tunnel", "https://nachrichten.apa.at/tunnel")
    (report,) = read(source.encode(), "a.html", Metadata())
    assert report.agencies == ("APA",)
