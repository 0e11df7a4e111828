"""What a page says of itself as data: schema.org in JSON-LD and microdata, OpenGraph, meta elements, ``time``.

schema.org NewsArticle (https://schema.org/NewsArticle); the Open Graph protocol (https://ogp.me).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from quellenlage.intake.page.blocks import tidy

_ARTICLE = re.compile(r"Article|Posting|Report")
_TAGS = re.compile(r"<[^<>]{0,400}>")
_SCRIPTS = 20
_HEADINGS = 4
_ITEMS = 2_000
_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "datepublished",
    "pubdate",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageData:
    """A page's own word about its article; empty where it gives none."""

    headline: str = ""
    shared: str = ""
    window: str = ""
    heading: str = ""
    headings: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    body: str = ""
    site: str = ""
    house: tuple[str, ...] = ()
    url: str = ""


def page_data(tree: Any) -> PageData:
    """Collect what a parsed page says of its article; the first of several articles in its data counts."""
    items = list(_items(tree))
    article = next((item for item in items if _ARTICLE.search(str(item.get("@type"))[:80])), {})
    named = {item["@id"]: item for item in items if isinstance(item.get("@id"), str) and "name" in item}
    meta = _meta(tree)
    return PageData(
        headline=_words(article.get("headline")),
        shared=meta.get("og:title", ""),
        window=tidy(next(iter(tree.xpath("//title/text()")), "")[:1_000]),
        headings=_headings(tree, "//h1"),
        heading=next(iter(_headings(tree, "//h1[not(ancestor::nav)]")), ""),
        authors=tuple(_names(article.get("author") or article.get("creator"), named)),
        writers=tuple(_writers(meta)),
        days=tuple(_days(tree, article, meta)),
        times=tuple(str(words) for words in tree.xpath("//time/@datetime")[:1]),
        descriptions=tuple(_descriptions(article, meta)),
        body=_TAGS.sub(" ", _words(article.get("articleBody"))),
        site=meta.get("og:site_name", "") or _words(_publisher(article)),
        house=tuple(filter(None, (meta.get("og:site_name"), meta.get("publisher"), _words(_publisher(article))))),
        url=_address(tree, meta),
    )


def _items(tree: Any) -> Iterator[dict[str, Any]]:
    """Give every object of the page's JSON-LD, the outer before the inner."""
    for script in tree.xpath('//script[@type="application/ld+json"]')[:_SCRIPTS]:
        try:
            queue = [json.loads(script.text or "null", strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_ITEMS):
            if not queue:
                break
            item = queue.pop(0)
            if isinstance(item, list):
                queue[:0] = item[:_ITEMS]
            elif isinstance(item, dict):
                yield item
                queue.extend(item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item)


def _words(value: Any) -> str:
    """Give a string of the data as a reader would see it; some sites escape it twice."""
    return tidy(unescape(unescape(value))) if isinstance(value, str) else ""


def _names(value: Any, named: dict[str, Any]) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            person = named.get(str(item.get("@id")), item)
            both = f"{_words(person.get('givenName'))} {_words(person.get('familyName'))}".strip()
            name = person.get("name")
            parts = name if isinstance(name, list) else [name]
            yield from (found for part in parts if (found := _words(part) or both))
        elif found := _words(item):
            yield found


def _publisher(article: dict[str, Any]) -> Any:
    publisher = article.get("publisher")
    return publisher.get("name") if isinstance(publisher, dict) else None


def _meta(tree: Any) -> dict[str, str]:
    """Give the first value of each meta element by its name in small letters."""
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        words = tidy((node.get("content") or "")[:4_000])
        if name and words:
            found.setdefault(name.strip().lower(), words)
    return found


def _headings(tree: Any, path: str) -> tuple[str, ...]:
    return tuple(filter(None, (tidy(node.text_content()) for node in tree.xpath(path)[:_HEADINGS])))


def _writers(meta: dict[str, str]) -> Iterator[str]:
    """Give the authors that meta elements name; an address is no name."""
    for name in ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "cxenseparse:author"):
        if (words := meta.get(name)) and "://" not in words:
            yield words


def _days(tree: Any, article: dict[str, Any], meta: dict[str, str]) -> Iterator[str]:
    yield from filter(None, (_words(article.get("datePublished")), _words(article.get("dateCreated"))))
    yield from (meta[name] for name in _DAYS if name in meta)
    for node in tree.xpath('//*[@itemprop="datePublished"]')[:2] + tree.xpath("//time[@pubdate]")[:1]:
        yield from filter(None, (node.get("content"), node.get("datetime")))


def _descriptions(article: dict[str, Any], meta: dict[str, str]) -> Iterator[str]:
    said = (_words(article.get("description")), meta.get("og:description", ""), meta.get("description", ""))
    yield from dict.fromkeys(words for words in said if len(words) > 30)


def _address(tree: Any, meta: dict[str, str]) -> str:
    links = tree.xpath('//link[@rel="canonical"]/@href')[:1]
    return next((str(url).strip() for url in [*links, meta.get("og:url", "")] if str(url).startswith("http")), "")
