"""Reading the page: evidence in place, origins, the day switch, filters, side by side, the other language."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.page.conftest import Opener, unfold
from tests.render import made_up

TRIP, CLOSURE = "Hanne Voss reist nach Port Merin", "Sperre des Hafens von Port Merin"


def event(page: Page, label: str) -> Locator:
    return page.locator("li.event", has=page.locator("h3", has_text=label))


def shown(page: Page) -> list[str]:
    return page.locator("li.event:not([hidden]) h3").all_text_contents()


def test_the_page_opens_without_error_and_asks_nobody(opened: Opener) -> None:
    page = opened(made_up.dossier())
    assert page.title() == "Die Reise nach Port Merin – Quellenlage"
    page.wait_for_load_state("networkidle")
    assert page.complaints == []


def test_the_state_of_things_is_three_sentences_and_each_opens_its_evidence(opened: Opener) -> None:
    page = opened(made_up.dossier())
    said = page.locator(".glance .in-de p")
    assert said.count() == 3
    assert " ".join(said.nth(0).inner_text().split()) == (
        "Am häufigsten berichtet: Sperre des Hafens von Port Merin (zwischen 7. April und 20. Mai 2024), in 3 von 5 "
        "Berichten, davon in 2 als im Gang, gestützt auf 1 bis 2 unabhängige Quellen."
    )
    said.nth(0).get_by_text("3 von 5 Berichten").click()
    assert page.locator(".panel li").count() == 3


def test_a_status_opens_its_sentences_in_place_with_outlet_day_and_chain(opened: Opener) -> None:
    page = opened(made_up.dossier())
    event(page, TRIP).locator(".state .status").first.click()
    panel = event(page, TRIP).locator(".panel")
    assert panel.locator("li").count() == 3
    first = panel.locator("li").first
    assert "Nordische Agentur-Presse" in first.locator(".src").inner_text()
    assert "6. Mai 2024" in first.locator(".src").inner_text()
    assert "Außenministerium Ostreliens" in first.locator(".chain").inner_text()
    assert first.locator("mark.exact").all_inner_texts() == ["reisen"]
    assert first.locator(".mx").count() > 0
    assert page.evaluate("document.activeElement.className") == "panel"


def test_the_panel_closes_with_escape_and_gives_the_focus_back(opened: Opener) -> None:
    page = opened(made_up.dossier())
    status = event(page, TRIP).locator(".state .status").first
    status.click()
    assert status.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert page.locator(".panel").count() == 0
    assert page.evaluate("document.activeElement.classList.contains('status')")


def test_a_date_opens_the_sentences_that_hold_a_time(opened: Opener) -> None:
    page = opened(made_up.dossier())
    event(page, TRIP).locator(".date a").click()
    texts = page.locator(".panel .text").all_inner_texts()
    assert texts
    assert all(re.search(r"Woche|Montag|Dienstag", text) for text in texts)


def test_a_name_opens_where_it_occurs_under_all_its_names(opened: Opener) -> None:
    page = opened(made_up.dossier())
    event(page, TRIP).locator("summary").click()
    event(page, TRIP).locator(".who a", has_text="Hanne Voss").click()
    panel = page.locator(".panel")
    assert "Voss; ostrelische Außenministerin" in panel.locator(".tools").inner_text()
    assert panel.locator("mark.exact").first.inner_text() == "Hanne Voss"


def test_the_words_of_a_statement_are_marked_with_what_was_read_as_what(opened: Opener) -> None:
    page = opened(made_up.dossier())
    unfold(page)
    row = page.locator(".ledger > li", has_text="Eine Öffnung des Hafens soll noch in diesem Monat möglich sein")
    row.locator(".said a").click()
    text = page.locator(".panel .text")
    exact = text.locator("mark.exact").evaluate_all("all => all.map(e => e.textContent).join('')")
    assert exact == "Eine Öffnung des Hafens soll noch in diesem Monat möglich sein"
    assert text.locator(".mc").inner_text() == "heißt es"
    assert page.locator(".panel .marks").inner_text().split("\n")[0].startswith("Quelle")


def test_from_the_panel_a_reader_comes_to_the_sentence_in_its_report(opened: Opener) -> None:
    page = opened(made_up.dossier(), reduced_motion="reduce")
    event(page, TRIP).locator(".state .status").first.click()
    page.locator(".panel li", has_text="eingetroffen").get_by_text("Im Bericht ansehen").click()
    sentence = page.locator(".s:target")
    assert "in Port Merin eingetroffen" in sentence.inner_text()
    expect(sentence).to_be_in_viewport()


def test_a_sign_in_the_picture_opens_the_report_it_stands_for(opened: Opener) -> None:
    page = opened(made_up.dossier())
    event(page, CLOSURE).locator('.draw use[href="#g-denied"]').click()
    assert "Es gibt keine Sperre" in page.locator(".panel .text").inner_text()


def test_every_report_has_a_sign_in_the_shape_of_the_status_it_gives(opened: Opener) -> None:
    page = opened(made_up.dossier())
    signs = event(page, TRIP).locator(".draw use").evaluate_all("all => all.map(e => e.getAttribute('href'))")
    assert signs == ["#g-planned", "#g-planned", "#g-happened"]
    assert event(page, CLOSURE).locator(".bar.v").count() == 1
    assert event(page, TRIP).locator(".bar:not(.v)").count() == 1


def test_the_origins_are_a_picture_that_says_how_many_reports_come_down_to_how_many(opened: Opener) -> None:
    page = opened(made_up.dossier())
    row = event(page, TRIP)
    strokes = [row.locator(f".fan .{kind}").get_attribute("d").count("M") for kind in ("line", "leaf", "end")]
    assert strokes == [3, 3, 2]
    row.locator(".count a").nth(1).click()
    assert row.locator(".tree > li").count() == 2
    assert row.locator(".tree").is_visible()
    assert row.locator(".fold").inner_text().replace("\n", " ") == "Halvenstädter Bote (Bericht 2) übernommener Text"


def test_a_line_of_the_history_shows_its_sentences_when_it_is_unfolded(opened: Opener) -> None:
    page = opened(made_up.dossier())
    row = event(page, TRIP)
    assert row.locator(".history .said").count() == 0
    row.locator("summary").click()
    said = row.locator(".history .said")
    expect(said.first).to_contain_text("will in der kommenden Woche nach Port Merin reisen")
    assert said.first.locator("mark.named").all_inner_texts() == ["reisen"]
    assert said.first.get_attribute("lang") == "de"


def test_a_day_shows_what_has_changed_since(opened: Opener) -> None:
    page = opened(made_up.dossier())
    page.locator(".since input").fill("2024-05-15")
    page.locator(".since input").dispatch_event("change")
    days = page.locator(".changes .day:visible h3").all_inner_texts()
    assert days == ["zwischen 16. und 20. Mai 2024", "15. Mai 2024"]
    assert page.locator('.sums [data-n="reports"]').inner_text() == "2"
    assert page.locator('.sums [data-n="denied"]').inner_text() == "1"
    page.locator(".since input").fill("2024-05-01")
    page.locator(".since input").dispatch_event("change")
    assert page.locator(".changes .day:visible").count() == 5


@pytest.mark.parametrize(
    ("field", "value", "labels"),
    [
        ("status", "Stand: geschehen", [TRIP, "Abreise der Ministerin"]),
        ("status", "umstritten", [CLOSURE]),
        ("actor", "Ilja Karsund", [CLOSURE]),
        ("outlet", "Blitz am Abend", [CLOSURE]),
        ("told", "mindestens 3", [CLOSURE, TRIP]),
    ],
)
def test_the_chronology_can_be_filtered(opened: Opener, field: str, value: str, labels: list[str]) -> None:
    page = opened(made_up.dossier())
    select = page.locator(f"select[name={field}]")
    option = select.locator("option", has_text=value.removeprefix("Stand: ")).first.get_attribute("value")
    select.select_option(option)
    assert shown(page) == labels
    assert page.locator('[data-n="shown"]').inner_text() == str(len(labels))
    page.get_by_role("button", name="Alles zeigen").click()
    expect(page.locator("li.event:not([hidden])")).to_have_count(4)


def test_the_chronology_can_be_searched_for_words_and_days(opened: Opener) -> None:
    page = opened(made_up.dossier())
    page.locator("input[type=search]").fill("KARSUND seeweg")
    assert shown(page) == [CLOSURE]
    page.locator("input[type=search]").fill("")
    page.locator("input[name=end]").fill("2024-04-20")
    assert shown(page) == [CLOSURE]


def test_zooming_in_draws_fewer_days_wider(opened: Opener) -> None:
    page = opened(made_up.dossier())
    bar = event(page, TRIP).locator(".bar")
    before = bar.bounding_box()["width"]
    page.locator("input[name=begin]").fill("2024-05-10")
    page.locator("input[name=end]").fill("2024-05-20")
    assert bar.bounding_box()["width"] > 3 * before
    page.get_by_role("button", name="Mehr Tage zeigen").click()
    assert bar.bounding_box()["width"] < 3 * before


def test_two_reports_stand_side_by_side_with_what_they_share(opened: Opener) -> None:
    page = opened(made_up.dossier())
    page.get_by_role("button", name="Vergleichen").click()
    assert page.locator(".report:visible").count() == 2
    one, two = (page.locator(".report:visible").nth(n) for n in (0, 1))
    assert abs(one.bounding_box()["y"] - two.bounding_box()["y"]) < 1
    shared = [
        report.locator("mark.both").evaluate_all("all => all.map(e => e.textContent).join('')") for report in (one, two)
    ]
    assert shared[0] == shared[1]
    assert shared[0].startswith("Die ostrelische Außenministerin")
    page.get_by_role("button", name="Vergleichen").click()
    assert page.locator("mark.both").count() == 0


def unfolded(page: Page) -> str:
    unfold(page)
    return page.evaluate("document.body.innerText")


def test_the_switch_gives_the_page_as_it_is_written_in_english_and_back(opened: Opener) -> None:
    page, english = opened(made_up.dossier()), opened(made_up.dossier(), language="en")
    german = unfolded(page)
    page.get_by_role("button", name="English").click()
    expect(page.locator("html[aria-busy]")).to_have_count(0)
    assert unfolded(page) == unfolded(english)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert set(page.locator("bdi").evaluate_all("all => all.map((e) => e.closest('[lang]').lang)")) == {"de"}
    assert "14–16 May 2024" in page.locator("li.event").nth(2).inner_text()
    titles = "[...document.querySelectorAll('[title]')].map((e) => e.title)"
    assert page.evaluate(titles) == english.evaluate(titles)
    page.get_by_role("button", name="Deutsch").click()
    expect(page.locator("html[aria-busy]")).to_have_count(0)
    assert unfolded(page) == german


def test_evidence_opened_in_english_is_english(opened: Opener) -> None:
    page = opened(made_up.dossier())
    page.get_by_role("button", name="English").click()
    event(page, TRIP).locator(".state .status").first.click()
    assert page.locator(".panel").get_by_text("See it in the report").count() == 3
    assert page.locator(".panel .marks").inner_text().startswith("source")
