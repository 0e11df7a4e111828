from datetime import date

import pytest

from quellenlage.errors import NotTextError
from quellenlage.intake import load
from quellenlage.intake.newsml import item, read
from quellenlage.intake.report import Metadata
from quellenlage.intake.xml import tree_of
from quellenlage.model import Report, Skipped

NITF = (
    '<inlineXML><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>Rat tagt</hl1>'
    "</hedline><dateline><location>OSTERMOOR</location></dateline></body.head><body.content>"
    "<p>Der Rat von <em>Ostermoor</em> tagt am Freitag.</p><media><media-caption>Bild</media-caption></media>"
    "<p>Mehr folgt.</p></body.content></body></nitf></inlineXML>"
)
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head/>'
    "<body><h2>Rat</h2><ul><li>Der Hafen wächst.</li></ul><p>Mehr folgt.</p></body></html></inlineXML>"
)


def news(content=NITF, meta="", status="usable", kind="text"):
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" version="3"'
        ' guid="urn:newsml:agentur.example:20210302:rat">'
        f'<itemMeta><itemClass qcode="ninat:{kind}"/><provider><name>dpa</name></provider>'
        "<versionCreated>2021-03-02T07:12:00+01:00</versionCreated>"
        f'<pubStatus qcode="stat:{status}"/><edNote>Berichtigung: Ort</edNote>'
        '<link rel="irel:previousVersion" residref="urn:newsml:agentur.example:20210302:rat" version="2"/>'
        f"{meta}</itemMeta><contentMeta><by>Jana Sommer</by><creditline>dpa/AFP</creditline>"
        f"<headline>Rat tagt</headline></contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


def message(*items):
    inner = "".join(items)
    return f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{inner}</itemSet></newsMessage>'


def found(source):
    return list(read(source.encode(), "a.xml", Metadata()))


@pytest.mark.parametrize(
    "source", [news(), message(news()), "<?xml version='1.0' encoding='utf-8'?>\n" + message(news())]
)
def test_nitf_inside(source):
    (report,) = found(source)
    assert report.text == "OSTERMOOR\nDer Rat von Ostermoor tagt am Freitag.\nMehr folgt.\ndpa/AFP"
    assert (report.title, report.outlet, report.authors) == ("Rat tagt", "dpa", ("Jana Sommer",))
    assert (report.agencies, report.published.interval.day) == (("dpa", "AFP"), date(2021, 3, 2))
    assert report.url == "urn:newsml:agentur.example:20210302:rat:3"


def test_xhtml_and_plain_text_inside():
    assert found(news(XHTML))[0].text.startswith("Rat\nDer Hafen wächst.\nMehr folgt.")
    plain = '<inlineData contenttype="text/plain">Der Hafen wächst.\nMehr folgt.</inlineData>'
    assert found(news(plain))[0].text.startswith("Der Hafen wächst.\nMehr folgt.")
    html = '<inlineData contenttype="text/html">&lt;p&gt;Der Hafen wächst.&lt;/p&gt;</inlineData>'
    assert found(news(html))[0].text.startswith("Der Hafen wächst.\n")


def test_how_it_was_delivered():
    delivery = item(tree_of(news(meta="<embargoed>2021-03-05T18:00:00+01:00</embargoed>").encode())).delivery
    assert (delivery.version, delivery.corrects) == ("3", ("urn:newsml:agentur.example:20210302:rat:2",))
    assert (delivery.embargo, delivery.note) == ("2021-03-05T18:00:00+01:00", "Berichtigung: Ort")
    assert (delivery.credit, delivery.dateline) == ("dpa/AFP", "OSTERMOOR")


def test_urgency_usage_and_signals():
    terms = "<rightsInfo><usageTerms>Nur für Kunden</usageTerms></rightsInfo><contentMeta>"
    source = news(meta='<signal qcode="sig:correction"/>').replace("<contentMeta>", terms + "<urgency>2</urgency>")
    delivery = item(tree_of(source.encode())).delivery
    assert (delivery.urgency, delivery.usage, delivery.correction) == (2, "Nur für Kunden", True)
    plain = item(tree_of(news().encode())).delivery
    assert (plain.urgency, plain.usage, plain.correction, plain.embargo) == (None, None, False, None)


def test_an_embargo_is_the_day_of_publication():
    (report,) = found(news(meta="<embargoed>2021-03-05T18:00:00+01:00</embargoed>"))
    assert report.published.interval.day == date(2021, 3, 5)


def test_several_items_and_one_withdrawn():
    items = found(message(news(), news(status="canceled"), news(kind="picture")))
    assert [type(one) for one in items] == [Report, Skipped, Skipped]
    assert "withdrawn by its agency" in items[1].reason
    assert "class picture" in items[2].reason


@pytest.mark.parametrize(
    "source",
    [
        message(),
        "<newsItem/>",
        news(content=""),
        news()[:400],
        "<!DOCTYPE n [<!ENTITY a 'ha'>]>" + news(),
        "",
    ],
)
def test_what_cannot_be_read(source):
    with pytest.raises(NotTextError):
        found(source)


def test_it_is_known_by_its_first_element(tmp_path):
    (tmp_path / "a.xml").write_text(message(news()))
    (tmp_path / "b.xml").write_text("<svg/>")
    report, skipped = load([tmp_path])
    assert report.title == "Rat tagt"
    assert "begins with <svg>" in skipped.reason
