"""The page in a real browser, opened from a file as its readers do."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from quellenlage.model import Dossier
from quellenlage.render.html import to_html
from tests.render import made_up
from tests.render.hostile import hostile
from tests.render.pieces import sid

Opener = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Give a function that opens dossiers; ``page.complaints`` collects errors and requests."""
    contexts: list[BrowserContext] = []

    def opener(*dossiers: Dossier, **options: object) -> Page:
        file = tmp_path / "dossier.html"
        file.write_text(to_html(dossiers, generator="test"), encoding="utf-8")
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: page.complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: page.complaints.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: page.complaints.append(f"request: {request.url}"))
        page.goto(file.as_uri())
        page.complaints = [complaint for complaint in page.complaints if complaint != f"request: {file.as_uri()}"]
        return page

    yield opener
    for context in contexts:
        context.close()


def test_the_page_opens_without_error_and_asks_nobody(opened: Opener) -> None:
    page = opened(made_up.dossier())
    assert page.title() == "Die Reise nach Port Merin – Quellenlage"
    page.wait_for_load_state("networkidle")
    assert page.complaints == []


def test_a_cell_of_the_chronology_leads_to_its_sentence_and_marks_it(opened: Opener) -> None:
    page = opened(made_up.dossier(), reduced_motion="reduce")
    page.locator("li.event", has_text="Hanne Voss reist").locator(".history a", has_text="Rundfunk Ostrelien").click()
    sentence = page.locator(".s:target")
    assert "in Port Merin eingetroffen" in sentence.inner_text()
    assert sentence.evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }"
    )
    assert sentence.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 237, 176)"
    assert page.locator(".exact").all_inner_texts() == ["eingetroffen"]


def test_the_exact_words_of_a_statement_are_marked_even_in_several_pieces(opened: Opener) -> None:
    page = opened(made_up.dossier())
    page.locator(f"#d1-{sid('open')} .said a").click()
    exact = page.locator(".exact").evaluate_all("all => all.map(e => e.textContent).join('')")
    assert exact == "Eine Öffnung des Hafens soll noch in diesem Monat möglich sein"
    page.go_back()
    assert page.locator(".exact").count() == 0


def test_a_link_of_each_section_can_be_reached_and_followed_by_keyboard(opened: Opener) -> None:
    page = opened(made_up.dossier())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    summary = page.locator("li.event summary").first
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith("#d1-")


def test_without_javascript_all_is_there_and_the_sentence_is_marked(opened: Opener) -> None:
    page = opened(made_up.dossier(), java_script_enabled=False)
    for words in ("Stand der Dinge", "Chronik", "Widersprüche", "Wer sagt was", "Beteiligte", "Notizen vom Kai"):
        assert page.get_by_text(words).first.is_visible()
    page.locator("li.event .history a").first.click()
    assert page.locator(".s:target").count() == 1
    page.locator("summary").first.click()
    assert page.locator(".origins").first.is_visible()


def test_on_paper_what_is_folded_is_open_and_nothing_sticks(opened: Opener) -> None:
    page = opened(made_up.dossier())
    page.emulate_media(media="print")
    assert page.locator("nav.parts").is_hidden()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".proofs").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 2560])
def test_nothing_runs_over_the_edge(opened: Opener, width: int) -> None:
    page = opened(made_up.dossier(), hostile(), viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") == width


CONTRAST = """() => {
  const numbers = (color) => color.match(/[0-9.]+/g).slice(0, 3).map((value) => value / 255);
  const linear = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const weight = [0.2126, 0.7152, 0.0722];
  const light = (color) => numbers(color).map(linear).reduce((sum, value, i) => sum + weight[i] * value, 0);
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = getComputedStyle(e).backgroundColor;
      if (color !== "rgba(0, 0, 0, 0)") return color;
    }
    return "rgb(255, 255, 255)";
  };
  const shown = (element) => [...element.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
  const bad = [];
  for (const element of [...document.querySelectorAll("body *")].filter(shown)) {
    if (element.closest("script, style")) continue;
    const pair = [light(getComputedStyle(element).color), light(ground(element))].sort((x, y) => y - x);
    if ((pair[0] + 0.05) / (pair[1] + 0.05) < 4.5) bad.push(element.outerHTML.slice(0, 60));
  }
  return bad;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_from_its_ground(opened: Opener, scheme: str) -> None:
    page = opened(made_up.dossier(), color_scheme=scheme)
    assert page.evaluate(CONTRAST) == []


def test_a_hostile_report_is_shown_and_does_nothing(opened: Opener) -> None:
    page = opened(hostile(), made_up.dossier())
    for summary in page.locator("summary").all():
        summary.click()
    for link in page.locator("article#d1 a").all():
        link.dispatch_event("mouseover")
        link.dispatch_event("focus")
    page.locator(".report h3").first.hover()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.hacked") is None
    assert page.complaints == []
    assert "<script>window.hacked = 1</script>" in page.locator(".report h3").first.inner_text()
    assert page.evaluate("document.body.textContent").count("\u202e") == 0
    assert "{{ 7 * 7 }}" in page.locator("#d1 h1").inner_text()
