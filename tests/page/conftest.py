"""The page in a real browser, opened from a file as its readers do."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from quellenlage.model import Dossier
from quellenlage.render.html import to_html

expect.set_options(timeout=30_000)  # a busy machine takes its time
Opener = Callable[..., Page]
UNFOLD = """() => {
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  document.querySelectorAll("*").forEach((one) => { one.style.contentVisibility = "visible"; });
}"""


def unfold(page: Page) -> None:
    """Open all that is folded, and have the browser lay out what is out of sight."""
    page.evaluate(UNFOLD)
    page.wait_for_timeout(100)


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Give a function that opens dossiers; ``page.complaints`` collects errors and requests."""
    contexts: list[BrowserContext] = []

    def opener(*dossiers: Dossier, language: str = "de", **options: object) -> Page:
        file = tmp_path / f"dossier-{len(contexts)}.html"
        file.write_text(to_html(dossiers, generator="test", language=language), encoding="utf-8")
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
