"""Sitemaps and news sitemaps: addresses of articles, without their texts (https://www.sitemaps.org/protocol.html)."""

from collections.abc import Iterator
from typing import Any

from quellenlage.errors import NotTextError
from quellenlage.intake.listing import Entry, Listing
from quellenlage.intake.published import from_field
from quellenlage.intake.report import Metadata
from quellenlage.intake.xml import child, name_of, tree_of, words
from quellenlage.model import Report, Skipped

ROOTS = ("urlset", "sitemapindex")


def read(raw: bytes, uri: str, known: Metadata) -> Iterator[Report | Skipped]:
    """Say how many addresses there are: a sitemap brings no text. Raises ``UnreadableError`` for broken XML."""
    found = listing(raw)
    count = len(found.further) + len(found.entries)
    yield Skipped(uri=uri, reason=f"is a sitemap, {count} addresses and no text; fetch the pages and give those")


def listing(raw: bytes) -> Listing:
    """Give the addresses, the newest first, with title, outlet and day where it is a news sitemap.

    Raises ``UnreadableError``.
    """
    root = tree_of(raw)
    if name_of(root) not in ROOTS:
        raise NotTextError("is no sitemap; save the list of addresses again")
    nodes = sorted((node for node in root if name_of(node) in ("url", "sitemap")), key=_day, reverse=True)
    if name_of(root) == "sitemapindex":
        return Listing(further=tuple(address for node in nodes if (address := _address(node))))
    return Listing(entries=tuple(_entry(node) for node in nodes if _address(node)))


def _day(node: Any) -> str:
    """Give the day of a page or a list as the sitemap writes it (W3C date and time), so that the newest sort last."""
    news = child(node, "news")
    return words(child(news, "publication_date")) if news is not None else words(child(node, "lastmod"))


def _entry(node: Any) -> Entry:
    news, day = child(node, "news"), _day(node)
    return Entry(
        url=_address(node),
        id=_address(node),
        title=(words(child(news, "title")) or None) if news is not None else None,
        outlet=(words(child(news, "publication", "name")) or None) if news is not None else None,
        published=from_field(day),
    )


def _address(node: Any) -> str:
    address = words(child(node, "loc"))
    return address if address.startswith(("http://", "https://")) else ""
