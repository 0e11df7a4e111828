"""The page as a file: what is on it, where its links lead, and that nothing of a report is markup."""

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree, html

import quellenlage
from quellenlage.model import Dossier
from quellenlage.render.html import to_html
from quellenlage.render.visible import visible
from tests.render import made_up
from tests.render.hostile import hostile
from tests.render.pieces import sid
from tests.render.rows import rows

SAMPLES = Path(__file__).parents[2] / "samples" / "wesselbrueck"


def parse(dossiers: list[Dossier]) -> html.HtmlElement:
    return html.document_fromstring(to_html(dossiers, generator="test"))


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return parse([made_up.dossier()])


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def event(page: html.HtmlElement, label: str) -> str:
    (found,) = page.xpath(f"//li[contains(@class, 'event')][.//h3[normalize-space() = '{label}']]")
    return words(found)


def number(name: str) -> int:
    """Give the number that a statement has on the page."""
    return [row.id for row in made_up.dossier().statements].index(sid(name)) + 1


def test_the_same_dossier_gives_the_same_page() -> None:
    assert to_html([made_up.dossier()], generator="x") == to_html([made_up.dossier()], generator="x")


def test_the_head_says_what_the_page_is(page: html.HtmlElement) -> None:
    assert page.get("lang") == "de"
    assert "Diese Seite sagt nicht, was wahr ist, sondern wer es sagt." in words(page)
    assert words(page.find(".//dl[@class='figures']")).startswith("Berichte5 Häuser4 Quellen5 Ereignisse4")


def test_an_event_has_its_day_status_history_and_origins(page: html.HtmlElement) -> None:
    row = event(page, "Hanne Voss reist nach Port Merin")
    assert row.startswith("14.–16. Mai 2024")
    assert "geschehen 3 Berichte 2 unabhängige Quellen" in row
    assert "geplant Nordische Agentur-Presse, 6. Mai 2024: Außenministerium Ostreliens" in row
    assert "geschehen Rundfunk Ostrelien, 14. Mai 2024: in eigenen Worten" in row


def test_the_origins_of_an_event_are_a_tree_with_what_collapses_and_why(page: html.HtmlElement) -> None:
    (found,) = page.xpath(
        "//li[contains(@class, 'event')][.//h3[normalize-space() = 'Hanne Voss reist nach Port Merin']]"
    )
    ministry, broadcaster = found.xpath(".//ul[@class='tree']/li")
    assert words(ministry.find("span")) == "Außenministerium Ostreliens kündigt an"
    leaves = [words(leaf) for leaf in ministry.xpath("./ul/li")]
    assert leaves == ["Nordische Agentur-Presse (Bericht 1)", "Halvenstädter Bote (Bericht 2) übernommener Text"]
    assert words(broadcaster) == "Rundfunk Ostrelien sagt Rundfunk Ostrelien (Bericht 3)"


def test_those_who_pass_a_thing_on_stand_between_the_origin_and_the_report(page: html.HtmlElement) -> None:
    (found,) = page.xpath(
        "//li[contains(@class, 'event')][.//h3[normalize-space() = 'Sperre des Hafens von Port Merin']]"
    )
    coast = found.xpath(".//ul[@class='tree']/li")[1]
    assert words(coast.find("span")) == "Küstenwache von Kestria bestätigt"
    assert "NAP Halvenstädter Bote (Bericht 2) dieselbe Quelle" in [words(branch) for branch in coast.xpath("./ul/li")]


def test_a_denied_event_says_who_denies_it(page: html.HtmlElement) -> None:
    row = event(page, "Sperre des Hafens von Port Merin")
    assert "umstritten" in row
    assert "1 bis 2 unabhängige Quellen" in row
    assert "Bestritten von Ilja Karsund" in row


def test_events_stand_in_the_order_of_valid_time_and_unknown_days_last(page: html.HtmlElement) -> None:
    days = [words(day) for day in page.xpath("//li[contains(@class, 'event')]/p[@class='date']")]
    assert days == ["zwischen 7. April und 20. Mai 2024", "Mai 2024", "14.–16. Mai 2024"]
    assert "Ohne bekannten Tag" in words(page)


def test_a_conflict_has_both_sides_in_the_words_of_their_reports(page: html.HtmlElement) -> None:
    conflict = words(page.xpath("//div[@class='conflict']")[1])
    assert "liegen vor dem Hafen derzeit 40 Frachter fest" in conflict
    assert "sprach von mindestens 65 Schiffen" in conflict


def test_those_who_affirm_and_those_who_deny_stand_apart(page: html.HtmlElement) -> None:
    affirming, denying = page.xpath("(//div[@class='conflict'])[1]//div[starts-with(@class, 'position')]")
    assert words(affirming).startswith("Es ist so Außenministerium Ostreliens")
    assert "Küstenwache von Kestria" in words(affirming)
    assert words(denying).startswith("Es ist nicht so Ilja Karsund „Es gibt keine Sperre")


def test_the_ledger_gives_words_firmness_and_the_whole_chain(page: html.HtmlElement) -> None:
    row = page.get_element_by_id(f"d1-s{number('stuck-daily')}")
    assert "liegen dort 40 Frachter fest" in words(row)
    assert words(row.find(".//span[@class='chain']")) == "Halvenstädter Bote ← NAP ← Küstenwache von Kestria"
    unsure = page.get_element_by_id(f"d1-s{number('lever-daily')}")
    assert "Quelle nicht genannt" in words(unsure)
    assert "als wahrscheinlich „offenbar“" in words(unsure)


def test_statements_stand_under_who_makes_them_and_who_says_most_comes_first(page: html.HtmlElement) -> None:
    heads = [words(head) for head in page.xpath("//details[@class='voice']/summary")]
    counts = [int(re.search(r"(\d+) Aussage", head).group(1)) for head in heads[:-1]]
    assert counts == sorted(counts, reverse=True)
    assert heads[-1].startswith("Ohne zugeordnete Quelle")


def test_a_report_says_when_it_was_published_and_how_that_is_known(page: html.HtmlElement) -> None:
    facts = words(page.get_element_by_id("d1-r5").find("header"))
    assert "zwischen 16. und 20. Mai 2024 erschlossen Beleg: „am Donnerstag“, „am Dienstag (14. Mai)“" in facts
    assert "Haus unbekannt" in facts


def test_every_place_that_speaks_of_an_event_is_behind_its_status_and_in_its_history(page: html.HtmlElement) -> None:
    for row in page.xpath("//li[starts-with(@class, 'event')]"):
        (status,) = row.xpath(".//p[@class='state']/a[@data-at]")
        places = set(status.get("data-at").split())
        assert places
        assert places == {place for at in row.xpath(".//ol[@class='history']//@data-at") for place in at.split()}


def test_every_link_leads_somewhere_on_the_page(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    inner = [href for href in page.xpath("//a/@href") if href.startswith("#")]
    assert len(inner) > 100
    assert {href[1:] for href in inner} <= set(ids)


def test_every_evidence_lies_in_the_sentence_it_leads_to(page: html.HtmlElement) -> None:
    for link in page.xpath("//a[@data-at]"):
        sentence = page.get_element_by_id(link.get("href")[1:])
        start = int(link.get("href").rsplit("-", 1)[1])
        report, first = re.match(r"(\d+):(\d+)-", link.get("data-at")).groups()
        assert link.get("href").startswith(f"#d1-r{report}-")
        assert start <= int(first) < start + len(sentence.text_content())


def test_the_text_of_each_report_is_on_the_page_to_the_letter(page: html.HtmlElement) -> None:
    for report in made_up.dossier().reports:
        assert report.text in [text.text_content() for text in page.xpath("//div[@class='text']")]


def test_only_this_style_and_this_script_are_allowed() -> None:
    text = to_html([made_up.dossier()], generator="test")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text).group(1).replace("&#39;", "'")
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL).group(1)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert " style=" not in text


def test_only_addresses_on_the_web_become_links(page: html.HtmlElement) -> None:
    outer = [link for link in page.xpath("//a") if not link.get("href").startswith("#")]
    assert [link.get("href") for link in outer] == ["https://bote.example/voss?x=1&y=2"]
    assert "noreferrer" in outer[0].get("rel")
    assert "nofollow" in outer[0].get("rel")
    assert all(href.startswith("#") for href in parse([hostile()]).xpath("//a/@href"))


def test_the_words_of_reports_are_marked_as_german_on_an_english_page() -> None:
    english = html.document_fromstring(to_html([made_up.dossier()], generator="test", language="en"))
    names = english.xpath("//bdi")
    assert names
    assert {name.get("lang") for name in names} == {"de"}
    assert {text.get("lang") for text in english.xpath("//div[@class='text']")} == {"de"}


def test_nothing_of_a_hostile_report_becomes_markup() -> None:
    page = parse([hostile()])
    assert [script.get("type") for script in page.xpath("//script")] == ["application/json", None]
    assert not page.xpath("//img | //iframe | //object | //b")
    assert not [name for element in page.iter(etree.Element) for name in element.attrib if name.startswith("on")]
    assert not page.xpath("//@autofocus | //@style | //@src")
    assert visible(hostile().reports[0].text) in [t.text_content() for t in page.xpath("//div[@class='text']")]


def test_several_stories_have_an_index_in_front_and_ids_of_their_own() -> None:
    page = parse([made_up.dossier(), made_up.dossier()])
    assert words(page.find(".//nav[@class='index']")).startswith("2 Geschichten")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_no_dossier_is_a_page_that_says_so() -> None:
    assert "Kein Bericht, keine Geschichte." in words(parse([]))


def test_references_that_lead_nowhere_do_not_break_the_page() -> None:
    bare = replace(made_up.dossier(), reports=(), actors=(), statements=())
    page = parse([bare])
    assert {href[1:] for href in page.xpath("//a/@href")} <= set(page.xpath("//@id"))


def test_the_file_of_five_reports_is_small() -> None:
    assert len(to_html([made_up.dossier()], generator="test").encode()) < 150_000


def test_the_file_of_five_reports_as_they_are_written_is_under_400_kilobytes() -> None:
    dossiers = quellenlage.build(sorted(SAMPLES.glob("0[1-5]-*")))
    assert sum(len(dossier.reports) for dossier in dossiers) == 5
    assert len(to_html(dossiers, generator="test").encode()) < 400_000


@given(rows(Dossier))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_dossier_makes_a_page(dossier: Dossier) -> None:
    page = parse([dossier])
    assert len(page.xpath("//article")) == 1
    assert len(page.xpath("//div[starts-with(@class, 'text')]")) == len(dossier.reports)
