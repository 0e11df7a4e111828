"""Each page here is made up, in the style of real ones."""

import pytest

from quellenlage.intake.html import read
from quellenlage.intake.report import Metadata

LEAD = "Ein Tunnel soll die Stadt vom Verkehr befreien. Nun gibt es Streit, und das Geld fehlt."
ONE = "Der Rat von Ostermoor hat am Freitag nach langer Sitzung über den Tunnel beraten, der die Stadt teilen würde."
TWO = "Die Bürgermeisterin sagte, sie wolle auf das Gutachten warten. Gegner des Baus kündigten eine Klage an."
FOUR = "Die Stadt hat seit zehn Jahren nicht mehr so viel gebaut wie jetzt, und manchem Anwohner ist das schon zu viel."
THREE = "Im Mai soll der Bau beginnen, wie das Amt mitteilte; die Kosten trägt zu einem großen Teil das Land."
HEAD = (
    "<title>Rat berät | Anzeiger</title><meta property='og:title' content='Rat berät'>"
    "<meta property='og:site_name' content='Anzeiger'>"
)


def text(body, head="", lead=""):
    source = (
        f"<!doctype html><html><head><meta charset='utf-8'>{HEAD}{head}</head><body><nav><a href='/'>Start</a></nav>"
        f"<main><header><h1>Rat berät</h1>{lead}</header><div class='text'>{body}</div></main>"
        "<footer>Impressum</footer></body></html>"
    )
    (report,) = read(source.encode(), "a.html", Metadata())
    return report.text.split("\n")


def p(*words):
    return "".join(f"<p>{one}</p>" for one in words)


@pytest.mark.parametrize(
    ("lead", "head"),
    [
        (f"<p>{LEAD}</p>", ""),
        (f"<div class='intro'><span>{LEAD}</span></div>", ""),
        (f"<h2>{LEAD}</h2>", f"<meta name='description' content='{LEAD}'>"),
        (f"<div class='meta'><p>{LEAD}</p></div>", f"<meta property='og:description' content='{LEAD[:60]}'>"),
    ],
)
def test_the_lead_is_kept(lead, head):
    assert text(p(ONE, TWO, THREE), head, lead) == [LEAD, ONE, TWO, THREE]


def test_a_lead_that_is_not_on_the_page_is_not_made_up():
    assert text(p(ONE, TWO, THREE), f"<meta name='description' content='{LEAD}'>") == [ONE, TWO, THREE]


def test_the_headline_and_what_stands_around_it_is_no_text():
    lead = "<p>Rat berät</p><span>02.03.2021, 07:12 Uhr</span><p>Von Jana Sommer</p><button>Teilen</button>"
    assert text(p(ONE, TWO, THREE), "", lead) == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    "box",
    [
        "<aside><h3>Mehr zum Tunnel</h3><p>Vor zehn Jahren gab es schon einmal einen Plan für die Stadt.</p></aside>",
        "<div class='c-related__list'><p>Vor zehn Jahren gab es schon einmal einen Plan für die Stadt.</p></div>",
        "<div class='newsletterBox'><p>Jede Woche das Wichtigste aus Ostermoor in Ihrem Postfach lesen.</p></div>",
        "<ul><li>Hafen: <a href='/a'>Wie er wächst und was er kostet</a></li><li><a href='/b'>Wer zahlt</a></li></ul>",
        "<h3>Unsere Empfehlung für Sie</h3><ul><li><a href='/a'>Wie der Hafen von Ostermoor wächst</a></li></ul>",
        "<p><a href='/a'>Hintergrund: Wie der Hafen von Ostermoor wächst</a></p>",
        "<p>Lesen Sie auch: <a href='/a'>Wie der Hafen von Ostermoor wächst</a></p>",
        "<figure><img src='a.jpg'><figcaption>Der Rathausplatz am Abend. Foto: Ole Winter</figcaption></figure>",
        "<div>Der Rathausplatz am Abend im Licht der Laternen. © Ole Winter/dpa</div>",
        "<blockquote>sie wolle auf das Gutachten warten</blockquote>",
        "<p>Mit Ihrer Zustimmung zeigen wir hier externe Inhalte; dabei werden personenbezogene Daten übertragen.</p>",
    ],
)
def test_boxes_are_left_out(box):
    assert text(p(ONE, TWO) + box + p(THREE)) == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<h2>Klage angekündigt</h2>", ["Klage angekündigt"]),
        ("<h3><a href='#klage'>Klage angekündigt</a></h3>", ["Klage angekündigt"]),
        (
            "<figure><blockquote>„Wir klagen, sobald gebaut wird.“</blockquote></figure>",
            ["„Wir klagen, sobald gebaut wird.“"],
        ),
        ("<p>So geht es weiter.</p>", ["So geht es weiter."]),
    ],
)
def test_parts_of_the_article_are_kept(inside, expected):
    assert text(p(ONE, TWO) + inside + p(THREE)) == [ONE, TWO, *expected, THREE]


@pytest.mark.parametrize(
    "below",
    [
        "<h2>Mehr Nachrichten</h2><ul><li><a href='/a'>Wie der Hafen wächst</a></li></ul>",
        "<p>Jana Sommer ist seit 2015 Reporterin des Anzeigers und schreibt über Verkehr.</p>",
        "<h3>Über den Anzeiger</h3>",
    ],
)
def test_what_stands_below_is_left_out(below):
    data = '{"@type": "NewsArticle", "author": {"name": "Jana Sommer"}}'
    assert text(p(ONE, TWO, THREE) + below, f"<script type='application/ld+json'>{data}</script>") == [ONE, TWO, THREE]


def test_a_box_that_is_the_article_is_none():
    assert text(f"<div class='newsletter'>{p(ONE, TWO, THREE)}</div>") == [ONE, TWO, THREE]


def test_the_article_body_in_the_data_says_what_belongs():
    data = f'{{"@type": "NewsArticle", "articleBody": "{ONE} {TWO} {FOUR} {THREE}"}}'
    other = "Dies wirbt für etwas ganz anderes als den Tunnel."
    body = p(ONE, other, TWO, FOUR) + f"<div class='related'>{p(THREE)}</div>"
    assert text(body, f"<script type='application/ld+json'>{data}</script>") == [ONE, TWO, FOUR, THREE]


def test_every_word_stands_on_the_page():
    data = f'{{"@type": "NewsArticle", "articleBody": "{ONE} {TWO} Davon steht nichts da."}}'
    found = text(p(ONE, TWO, THREE), f"<script type='application/ld+json'>{data}</script>", f"<p>{LEAD}</p>")
    assert set(found) <= {LEAD, ONE, TWO, THREE}
