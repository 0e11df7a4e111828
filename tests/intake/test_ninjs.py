import json
from datetime import date

import pytest

from quellenlage.errors import NotTextError
from quellenlage.intake import load
from quellenlage.intake.ninjs import item, read
from quellenlage.intake.report import Metadata
from quellenlage.model import Report, Skipped

ONE = {
    "uri": "urn:newsml:agentur.example:20210302:rat",
    "type": "text",
    "version": "2",
    "versioncreated": "2021-03-02T07:12:00+01:00",
    "pubstatus": "usable",
    "headline": "Rat tagt",
    "byline": "Jana Sommer, dpa",
    "dateline": "OSTERMOOR (dpa) –",
    "creditline": "dpa",
    "copyrightholder": "Agentur Nord",
    "ednote": "Berichtigung: Tag im ersten Satz",
    "evolvedfrom": "urn:newsml:agentur.example:20210302:rat:1",
    "body_xhtml": "<p>Der Rat von Ostermoor tagt am Freitag.</p><figcaption>Bild</figcaption><p>Mehr folgt.</p>",
}
TWO = {
    "uri": "urn:newsml:agentur.example:20210302:hafen",
    "versioncreated": "2021-03-02T23:30:00Z",
    "pubstatus": "usable",
    "headlines": [{"role": "main", "value": "Hafen wächst"}],
    "infosources": [{"name": "APA"}, {"name": "Reuters"}],
    "bodies": [{"contenttype": "text/plain", "value": "Der Hafen wächst.\nMehr folgt."}],
}


def found(items):
    return list(read(json.dumps(items).encode(), "a.json", Metadata()))


def test_version_1():
    (report,) = found(ONE)
    assert report.text == "OSTERMOOR (dpa) –\nDer Rat von Ostermoor tagt am Freitag.\nMehr folgt.\ndpa"
    assert (report.title, report.outlet, report.authors) == ("Rat tagt", "Agentur Nord", ("Jana Sommer",))
    assert (report.agencies, report.published.interval.day) == (("dpa",), date(2021, 3, 2))
    assert report.url == "urn:newsml:agentur.example:20210302:rat:2"
    assert "dpa" in [report.quote(span) for span in report.furniture]


def test_version_2():
    (report,) = found([TWO])
    assert (report.text, report.title) == ("Der Hafen wächst.\nMehr folgt.", "Hafen wächst")
    assert (report.agencies, report.outlet) == (("APA", "Reuters"), "APA")
    assert report.published.interval.day == date(2021, 3, 3)


def test_how_it_was_delivered():
    delivery = item(ONE).delivery
    assert (delivery.guid, delivery.version) == ("urn:newsml:agentur.example:20210302:rat", "2")
    assert delivery.corrects == ("urn:newsml:agentur.example:20210302:rat:1",)
    assert delivery.note == "Berichtigung: Tag im ersten Satz"
    corrects = TWO | {"associations": [{"role": "itemrel:corrects", "uri": "urn:x:1"}]}
    assert item(corrects).delivery.corrects == ("urn:x:1",)
    assert item(corrects).delivery.correction
    assert not delivery.correction


def test_what_is_not_said_is_none():
    delivery = item(TWO | {"urgency": "eilig", "associations": "keine"}).delivery
    assert (delivery.version, delivery.embargo, delivery.note, delivery.urgency) == (None, None, None, None)
    assert (delivery.usage, delivery.credit, delivery.dateline, delivery.corrects) == (None, None, None, ())


def test_urgency_usage_and_signals():
    said = ONE | {"urgency": 2, "usageterms": "Nur für Kunden", "signals": [{"code": "sig:correction"}, 4, None]}
    delivery = item(said).delivery
    assert (delivery.urgency, delivery.usage, delivery.correction) == (2, "Nur für Kunden", True)


def test_a_report_keeps_how_it_was_delivered():
    (report,) = found(ONE)
    assert report.delivery is not None
    assert (report.delivery.version, report.delivery.credit) == ("2", "dpa")
    assert report.delivery.dateline == "OSTERMOOR (dpa) –"


def test_two_versions_with_one_text_are_two_reports():
    address = {"webaddress": "https://agentur.example/rat"}
    (one,), (two,) = found(ONE | address), found(ONE | address | {"version": "3"})
    assert one.sha256 == two.sha256
    assert one.id != two.id


def test_an_embargo_is_the_day_of_publication():
    (report,) = found(ONE | {"embargoed": "2021-03-05T18:00:00+01:00"})
    assert report.published.interval.day == date(2021, 3, 5)
    assert item(ONE | {"embargoed": "2021-03-05T18:00:00+01:00"}).delivery.embargo == "2021-03-05T18:00:00+01:00"


@pytest.mark.parametrize("status", ["canceled", "withheld", "stat:canceled"])
def test_a_withdrawn_item_is_no_report(status):
    with pytest.raises(NotTextError, match="withdrawn by its agency"):
        found(ONE | {"pubstatus": status})


def test_one_bad_item_of_several():
    items = found([ONE, ONE | {"type": "picture"}, 4, {}, ONE | {"body_xhtml": ""}])
    assert [type(one) for one in items[:4]] == [Report, Skipped, Skipped, Skipped]
    assert [one.uri for one in items] == [f"a.json#{number}" for number in range(1, 6)]


@pytest.mark.parametrize("value", [None, 3, [], {}, [[]], True, "x", [{"name": 3}], [None]])
@pytest.mark.parametrize("name", sorted({*ONE, *TWO, "associations", "byline", "creators"}))
def test_any_field_may_be_anything(name, value):
    for one in (ONE, TWO):
        assert len(found([one | {name: value}])) == 1


def test_it_is_known_by_its_keys(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(ONE))
    (tmp_path / "b.json").write_text(json.dumps({"text": "Der Rat tagt am Freitag.", "uri": "x"}))
    assert [report.title for report in load([tmp_path])] == ["Rat tagt", None]
