"""JSON Feed 1 and 1.1 (https://jsonfeed.org/version/1.1)."""

from collections.abc import Iterator
from typing import Any

from quellenlage.errors import NotTextError, TooLargeError
from quellenlage.intake import feed
from quellenlage.intake.listing import Entry, Listing
from quellenlage.intake.page.blocks import tidy
from quellenlage.intake.page.fragment import fragment_text
from quellenlage.intake.published import from_field
from quellenlage.intake.records import parsed
from quellenlage.intake.report import Metadata
from quellenlage.model import Report, Skipped


def is_feed(found: Any) -> bool:
    """Say whether parsed JSON is a JSON Feed."""
    return isinstance(found, dict) and "jsonfeed.org/version" in str(found.get("version"))[:80]


def read(raw: bytes, uri: str, known: Metadata) -> Iterator[Report | Skipped]:
    """Read the items (``uri#2`` is the second). Raises ``UnreadableError`` for one without an item."""
    yield from feed.reports(listing(raw), uri, known)


def listing(raw: bytes) -> Listing:
    """Give what a feed lists, texts included. Raises ``UnreadableError``."""
    found = parsed(raw)
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list) or not items:
        raise NotTextError("is a feed without an item; it can be left out")
    if len(items) > feed.MOST_ENTRIES:
        raise TooLargeError(f"lists more than {feed.MOST_ENTRIES:,} entries; split it")
    outlet = _words(found, "title")
    whole = _authors(found)
    return Listing(entries=tuple(_entry(item if isinstance(item, dict) else {}, outlet, whole) for item in items))


def _entry(item: dict[str, Any], outlet: str, whole: tuple[str, ...]) -> Entry:
    html, summary = item.get("content_html"), _words(item, "summary")
    text = item.get("content_text")
    found = fragment_text(html) if isinstance(html, str) else text.strip() if isinstance(text, str) else ""
    url = _words(item, "url")
    return Entry(
        url=url if url.startswith(("http://", "https://")) else None,
        id=str(item.get("id") or ""),
        title=_words(item, "title") or None,
        text=found or summary,
        outlet=outlet or None,
        authors=_authors(item) or whole,
        published=from_field(_words(item, "date_published") or _words(item, "date_modified")),
    )


def _authors(item: dict[str, Any]) -> tuple[str, ...]:
    """Give the authors' names; version 1 has one ``author``, 1.1 a list of ``authors``."""
    listed = item.get("authors")
    several = listed if isinstance(listed, list) else [item.get("author")]
    names = (author.get("name") for author in several if isinstance(author, dict))
    return tuple(tidy(name) for name in names if isinstance(name, str) and name.strip())


def _words(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    return tidy(value) if isinstance(value, str) else ""
