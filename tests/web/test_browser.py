"""The served page in a real browser, with htmx and without a script."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

DROP = """([kind, name, text]) => {
  const data = new DataTransfer();
  if (kind === "file") data.items.add(new File([text], name, { type: "text/plain" }));
  else data.setData("text/plain", text);
  const how = { dataTransfer: data, bubbles: true, cancelable: true };
  for (const type of ["dragover", "drop"]) document.querySelector("main").dispatchEvent(new DragEvent(type, how));
}"""
PASTE = """(text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def page(chromium: Browser, served: str) -> Iterator[Page]:
    page = chromium.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("request", lambda r: page.complaints.append(r.url) if not r.url.startswith(served) else None)
    page.goto(served)
    yield page
    page.close()


def test_it_opens_without_complaint_and_axe_finds_nothing(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    assert page.complaints == []
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_a_filter_is_answered_by_the_server_in_place(page: Page) -> None:
    page.locator("select[name=status]").select_option("contested")
    expect(page.locator("li.event")).to_have_count(1)
    assert "status=contested" in page.url
    page.locator("li.event .state .status").first.click()
    expect(page.locator(".panel li")).to_have_count(3)
    assert page.complaints == []


def test_a_dropped_report_is_read_and_the_page_shows_it(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "neu.txt"
    file.write_text("<script>window.hacked = 1</script> Der Rat tagt am Montag.", encoding="utf-8")
    page.get_by_text("Berichte hinzufügen").click()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Lesen").click()
    expect(page.locator("#progress")).to_contain_text("2 Berichte gelesen")
    assert page.evaluate("window.hacked") is None
    assert page.complaints == []


def test_a_file_dropped_anywhere_on_the_page_is_read(page: Page) -> None:
    page.evaluate(DROP, ["file", "neu.txt", "Der Rat tagt am Montag."])
    expect(page.locator("#progress")).to_contain_text("2 Berichte gelesen")
    assert page.complaints == []


def test_text_pasted_or_dropped_anywhere_goes_into_the_form_and_is_read_from_there(page: Page) -> None:
    page.evaluate(DROP, ["text", "", "Gezogener Text."])
    expect(page.locator("textarea")).to_have_value("Gezogener Text.")
    page.evaluate(PASTE, "Der Hafen ist wieder offen.")
    expect(page.locator("textarea")).to_have_value("Der Hafen ist wieder offen.")
    expect(page.locator("textarea")).to_be_focused()
    page.get_by_role("button", name="Lesen").click()
    expect(page.locator("#progress")).to_contain_text("2 Berichte gelesen")
    assert page.complaints == []


def test_the_progress_is_shown_while_a_report_is_read(chromium: Browser, slow: tuple[str, Event]) -> None:
    address, done = slow
    page = chromium.new_page()
    page.goto(address)
    page.evaluate(DROP, ["file", "langsam.txt", "Der Rat tagt am Montag."])
    expect(page.locator("#progress progress")).to_be_visible()
    expect(page.locator("#progress")).to_contain_text("langsam.txt")
    done.set()
    expect(page.locator("li.event").first).to_be_visible()
    expect(page.locator("#progress progress")).to_have_count(0)
    page.close()


@pytest.mark.parametrize(("scheme", "language"), [("dark", "de"), ("light", "en"), ("dark", "en")])
def test_axe_finds_nothing_in_the_dark_or_in_english(
    chromium: Browser, served: str, scheme: str, language: str
) -> None:
    page = chromium.new_page(color_scheme=scheme)
    page.goto(f"{served}/?lang={language}")
    for folded in page.locator("details").all():
        folded.evaluate("one => { one.open = true; }")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert language == "de" or page.locator("bdi:not([lang])").count() == 0
    page.close()


def test_without_a_script_filters_and_forms_work(chromium: Browser, served: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served)
    page.locator("select[name=status]").select_option("contested")
    page.get_by_role("button", name="Filtern").click()
    assert page.locator("li.event").count() == 1
    page.get_by_text("Berichte hinzufügen").click()
    page.locator("textarea").fill("Der Hafen ist wieder offen.")
    page.get_by_role("button", name="Lesen").click()
    assert "gelesen" in page.locator("#progress").inner_text()
    context.close()
