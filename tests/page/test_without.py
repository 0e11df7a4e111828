"""The page without a script, without a mouse, without a screen, on screens of any size; and with a hostile report."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.page.conftest import Opener, unfold
from tests.render import made_up
from tests.render.hostile import hostile


def test_without_javascript_all_is_there_and_the_sentence_is_marked(opened: Opener) -> None:
    page = opened(made_up.dossier(), java_script_enabled=False)
    heads = ("Stand der Dinge", "Was sich geändert hat", "Chronik", "Widersprüche", "Wer sagt was", "Notizen vom Kai")
    for words in heads:
        assert page.get_by_text(words).first.is_visible()
    assert page.locator("form.filter, .since, .beside, .tongues").evaluate_all("all => all.every((e) => e.hidden)")
    page.locator("li.event summary").first.click()
    assert page.locator(".tree").first.is_visible()
    page.locator("li.event .history a").first.click()
    assert page.locator(".s:target").count() == 1


def test_a_cell_can_be_reached_opened_and_left_by_keyboard(opened: Opener) -> None:
    page = opened(made_up.dossier())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator("li.event .date a").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "panel"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Belege schließen"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.date') !== null")


def test_a_link_that_opens_evidence_says_so_and_the_evidence_says_what_it_is_for(opened: Opener) -> None:
    page = opened(made_up.dossier())
    status = page.locator("li.event .state .status").first
    status.focus()
    assert status.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    assert status.get_attribute("aria-expanded") == "true"
    assert page.get_by_role("region", name="Belege: im Gang").is_visible()
    page.keyboard.press("Escape")
    assert status.get_attribute("aria-expanded") == "false"


def test_the_parts_of_a_story_are_reached_from_its_index(opened: Opener) -> None:
    page = opened(made_up.dossier())
    for part in ("akteure", "streit", "berichte", "chronik"):
        page.locator(f'nav.parts a[href="#d1-{part}"]').click()
        expect(page.locator(f"#d1-{part}-h")).to_be_in_viewport()


def test_headings_skip_no_level_and_nothing_moves_by_itself(opened: Opener) -> None:
    page = opened(made_up.dossier(), made_up.dossier())
    levels = [int(name[1]) for name in page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(e => e.tagName)")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.evaluate("document.getAnimations().length") == 0


def test_something_is_painted(opened: Opener) -> None:
    page = opened(made_up.dossier())
    # The page's policy lets no string be evaluated in it, as waiting for a function would.
    painted = "performance.getEntriesByName('first-contentful-paint').length"
    for _ in range(200):
        if page.evaluate(painted):
            break
        page.wait_for_timeout(50)
    assert page.evaluate(painted) == 1
    (at,) = page.evaluate("performance.getEntriesByName('first-contentful-paint').map((e) => e.startTime)")
    print(f"first paint after {at:.0f} ms")
    assert page.locator("h1").is_visible()


def test_on_paper_what_is_folded_is_open_and_nothing_sticks(opened: Opener) -> None:
    page = opened(made_up.dossier())
    page.emulate_media(media="print")
    assert page.locator("nav.parts").is_hidden()
    assert page.locator("form.filter").is_hidden()
    shut = page.locator("details:not([open])").count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".history .said").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() == shut


@pytest.mark.parametrize(
    ("scheme", "width", "language"),
    [("light", 390, "de"), ("dark", 390, "en"), ("light", 1280, "en"), ("dark", 1280, "de")],
)
def test_axe_finds_nothing(opened: Opener, scheme: str, width: int, language: str) -> None:
    page = opened(made_up.dossier(), language=language, color_scheme=scheme, viewport={"width": width, "height": 900})
    unfold(page)
    page.locator("li.event .state .status").first.click()
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 2560])
def test_nothing_runs_over_the_edge(opened: Opener, width: int) -> None:
    page = opened(made_up.dossier(), hostile(), viewport={"width": width, "height": 900})
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_hostile_report_is_shown_and_does_nothing(opened: Opener) -> None:
    page = opened(hostile(), made_up.dossier())
    unfold(page)
    for link in page.locator("article#d1 a").all():
        link.dispatch_event("mouseover")
        link.dispatch_event("pointerover")
        link.dispatch_event("focus")
    for cell in page.locator("article#d1 [data-at]").all()[:6]:
        cell.dispatch_event("click")
    page.get_by_role("button", name="English").click()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.hacked") is None
    assert page.complaints == []
    assert "<script>window.hacked = 1</script>" in page.locator(".report h3").first.text_content()
    assert page.evaluate("document.body.textContent").count("\u202e") == 0
    assert "{{ 7 * 7 }}" in page.locator("#d1 h1").inner_text()


def test_a_megabyte_without_a_space_is_read_to_its_end(opened: Opener) -> None:
    page = opened(hostile(1_000_000), viewport={"width": 800, "height": 900})
    assert page.evaluate("document.querySelector('.text').textContent.length") > 1_000_000
    assert page.evaluate("document.documentElement.scrollWidth") == 800
    assert page.complaints == []
