"""RSS and Atom, read with feedparser: each entry that brings a text is a report.

RSS 2.0 (https://www.rssboard.org/rss-specification), Atom (RFC 4287), content:encoded, Dublin Core.
"""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import feedparser

from quellenlage.errors import NotTextError, TooLargeError, UnreadableError
from quellenlage.intake.listing import Entry, Listing
from quellenlage.intake.page.blocks import tidy
from quellenlage.intake.page.fragment import fragment_text
from quellenlage.intake.published import from_field
from quellenlage.intake.report import Metadata, admit, assemble
from quellenlage.intake.xml import xml_text
from quellenlage.model import Published, Report, Skipped

SUFFIXES = (".rss", ".atom")
ROOTS = ("rss", "feed", "rdf")
MOST_ENTRIES = 10_000

_WHOLE = "fetch the feed again whole"


def read(raw: bytes, uri: str, known: Metadata) -> Iterator[Report | Skipped]:
    """Read the entries (``uri#2`` is the second); what is broken is one line. Raises ``UnreadableError``."""
    yield from reports(listing(raw), uri, known)


def reports(found: Listing, uri: str, known: Metadata) -> Iterator[Report | Skipped]:
    """Make a report of each entry of a listing that brings a text."""
    for number, entry in enumerate(found.entries, start=1):
        place = f"{uri}#{number}"
        try:
            if not entry.text:
                where = f"; save the page {entry.url} and give that" if entry.url else "; it can be left out"
                raise NotTextError(f"brings a title and no text{where}")
            yield assemble(place, admit(entry.text), metadata(entry, known))
        except UnreadableError as error:
            yield Skipped(uri=place, reason=str(error))
    if found.fault:
        yield Skipped(uri=uri, reason=found.fault)


def metadata(entry: Entry, known: Metadata) -> Metadata:
    """Join what a list says of an article with what the caller knows; the list's own goes first."""
    return replace(
        known,
        title=entry.title or known.title,
        outlet=entry.outlet or known.outlet,
        authors=entry.authors or known.authors,
        agencies=entry.agencies or known.agencies,
        published=entry.published or known.published,
        url=entry.url or known.url,
    )


def listing(raw: bytes) -> Listing:
    """Give what a feed lists, texts included. Raises ``UnreadableError`` for one that holds no entry at all."""
    text = xml_text(raw)
    if max(text.count("<item"), text.count("<entry"), text.count(":item")) > MOST_ENTRIES:
        raise TooLargeError(f"lists more than {MOST_ENTRIES:,} entries; split it")
    found = feedparser.parse(
        BytesIO(text.strip().encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    outlet = _plain(found.feed.get("title"))
    entries = tuple(_entry(item, outlet) for item in found.entries)
    fault = _fault(found, len(entries))
    if not entries:
        raise NotTextError(fault or "is a feed without an entry; it can be left out")
    return Listing(entries=entries, fault=fault)


def _fault(found: Any, count: int) -> str:
    """Say where a feed is no well-formed XML; feedparser then reads what it can."""
    error = found.get("bozo_exception")
    if not found.get("bozo") or not hasattr(error, "getLineNumber"):
        return ""
    where = f"line {error.getLineNumber()}, column {error.getColumnNumber()}"
    return f"is a feed that is broken as XML at {where}, {count} entries were read; {_WHOLE}"


def _entry(item: Any, outlet: str) -> Entry:
    source = item.get("source") or {}
    return Entry(
        url=_address(item),
        id=str(item.get("id") or ""),
        title=_plain(item.get("title")) or None,
        text=_text(item),
        outlet=_plain(source.get("title")) or outlet or None,
        authors=tuple(_authors(item)),
        published=_day(item),
    )


def _address(item: Any) -> str | None:
    link = str(item.get("link") or "").strip()
    return link if link.startswith(("http://", "https://")) else None


def _text(item: Any) -> str:
    """Give the longest of the texts that an entry brings: the article where it is in the feed, else the teaser."""
    contents = [part.get("value") or "" for part in item.get("content") or ()]
    texts = [fragment_text(part) for part in [*contents, item.get("summary") or ""] if part]
    return max(texts, key=len, default="")


def _authors(item: Any) -> Iterator[str]:
    for author in item.get("authors") or ():
        name = _plain(author.get("name"))
        if name and "@" not in name:
            yield name


def _day(item: Any) -> Published | None:
    """Read the day as the feed writes it where that is ISO 8601, else as feedparser understands it, in UTC."""
    words = str(item.get("published") or item.get("updated") or "")
    parsed = item.get("published_parsed") or item.get("updated_parsed")
    stamp = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*parsed[:6]) if parsed else ""
    return from_field(stamp) or from_field(words)


def _plain(words: Any) -> str:
    return tidy(fragment_text(words)) if isinstance(words, str) else ""
