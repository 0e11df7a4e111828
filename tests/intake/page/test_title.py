import pytest

from quellenlage.intake.page.data import PageData
from quellenlage.intake.page.title import title

SEARCHED = {"shared": "Rat Ostermoor", "window": "Rat Ostermoor"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"shared": "Rat tagt"}, "Rat tagt"),
        ({"shared": "Rat tagt | Anzeiger", "site": "Anzeiger"}, "Rat tagt"),
        ({"shared": "Rat tagt - anzeiger.de", "site": "Anzeiger"}, "Rat tagt"),
        ({"shared": "Rat tagt – Politik – Anzeiger", "heading": "Rat tagt", "headings": ("Rat tagt",)}, "Rat tagt"),
        ({"shared": "Rat – und nun?", "site": "Anzeiger"}, "Rat – und nun?"),
        ({"headline": "Rat tagt"}, "Rat tagt"),
        ({"heading": "Rat tagt", "window": "Rat tagt | Anzeiger"}, "Rat tagt"),
        ({"window": "Rat tagt"}, "Rat tagt"),
        ({"shared": "So streitet der Rat", "headline": "Rat tagt", "heading": "Rat tagt"}, "So streitet der Rat"),
        (
            SEARCHED | {"headline": "Rat tagt", "heading": "Rat tagt"},
            "Rat tagt",
        ),
        (SEARCHED | {"headline": "Rat tagt"}, "Rat tagt"),
        (
            SEARCHED | {"headline": "Rat", "heading": "Rat Ostermoor"},
            "Rat Ostermoor",
        ),
        ({"shared": "Rat tagt -", "heading": "Beschluss"}, "Rat tagt"),
        ({"shared": "Rat tagt • Ostermoorer Anzeiger", "url": "https://www.anzeiger.example/1"}, "Rat tagt"),
        ({"shared": "Rat tagt | ANZEIGER", "url": "https://www.anzeiger.example/1"}, "Rat tagt"),
        ({"shared": "»Nein« » Anzeiger", "site": "Anzeiger"}, "»Nein«"),
        ({"shared": "«Nein»"}, "«Nein»"),
        ({"shared": "Anzeiger | Rat tagt", "site": "Anzeiger"}, "Rat tagt"),
        ({"shared": "Rat tagt (Der Anzeiger)", "heading": "Rat tagt"}, "Rat tagt"),
        ({"shared": "Rat tagt: Streit um Tunnel", "heading": "Rat tagt"}, "Rat tagt: Streit um Tunnel"),
        ({"shared": '"Nein" - Rat tagt', "heading": "„Nein“ – Rat tagt"}, "„Nein“ – Rat tagt"),
        ({"heading": "Anzeiger", "window": "Rat tagt", "site": "Anzeiger"}, "Rat tagt"),
        ({"heading": "anzeiger.example", "window": "Rat tagt", "url": "https://anzeiger.example/1"}, "Rat tagt"),
        ({"heading": "Anzeiger", "headings": ("Anzeiger", "Rat tagt"), "site": "Anzeiger"}, "Rat tagt"),
        ({"heading": "Anzeiger", "site": "Anzeiger"}, "Anzeiger"),
        ({}, None),
    ],
)
def test_title(given, expected):
    assert title(PageData(**given)) == expected
