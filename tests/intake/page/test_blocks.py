import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from quellenlage.intake.page.blocks import key, layout, tidy


def blocks(source):
    return layout(html.document_fromstring(f"<html><body>{source}</body></html>")).blocks


def texts(source):
    return [block.text for block in blocks(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Der <b>Rat</b>\n  tagt.</p><p>Mehr.</p>", ["Der Rat tagt.", "Mehr."]),
        ("<div>Davor<p>Darin</p>Dahinter</div>", ["Davor", "Darin", "Dahinter"]),
        ("<p>Eine Zeile<br>noch eine</p>", ["Eine Zeile\nnoch eine"]),
        ("<ul><li>eins</li><li>zwei</li></ul>", ["eins", "zwei"]),
        ("<p>Hafen\u00adstadt\u200b am Meer</p>", ["Hafenstadt am Meer"]),
        ("<p>da</p><script>weg()</script><style>weg</style><p hidden>weg</p>", ["da"]),
        ("<p>da<span class='visually-hidden'> weg</span></p><p style='display: none'>weg</p>", ["da"]),
        ("<p class='hidden'>weg</p><p class='hidden md:block'>da</p>", ["da"]),
        ("<p><a href='/x'>Quelle<span>(öffnet im neuen Fenster)</span></a> da</p>", ["Quelle da"]),
    ],
)
def test_blocks_are_what_a_reader_sees(source, expected):
    assert texts(source) == expected


def test_links_that_lead_elsewhere_are_counted():
    there, here = blocks("<p>Der <a href='/rat'>Rat</a></p><p><a href='#teil'>Der Teil</a></p>")
    assert (there.linked, here.linked) == (3, 0)


def test_elements_with_the_words_of_a_box():
    page = layout(
        html.document_fromstring("<div class='b-Newsletter_box'><p>Abo</p></div><div class='brat'><p>Rat</p></div>")
    )
    boxed = [any(page.hints[element] for element in page.above(block.element)) for block in page.blocks]
    assert boxed == [True, False]


def test_a_quotation_is_no_picture():
    source = "<figure><blockquote>Gut.</blockquote></figure><figure><img src='x'><figcaption>Bild</figcaption></figure>"
    page = layout(html.document_fromstring(source))
    assert [page.pictured(block) for block in page.blocks] == [False, True]


def test_depth_is_no_matter():
    assert texts("<div>" * 200 + "Der Rat" + "</div>" * 200) == ["Der Rat"]


@settings(deadline=None)
@given(st.text(alphabet="<>/pdivabr= \n'x", max_size=200))
def test_any_page(source):
    for block in blocks(source):
        assert block.text == block.text.strip()
        assert block.linked >= 0


@settings(deadline=None)
@given(st.text())
def test_forms_for_comparing(words):
    assert key(tidy(words)) == key(re.sub("[\xad\u200b\u200c\ufeff]", "", words))
