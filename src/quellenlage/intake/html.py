"""Web pages, read with trafilatura: text, title, authors, day, site and address.

What the page says of itself as data (schema.org's NewsArticle in JSON-LD) goes before what is told from its looks.
"""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

import trafilatura

from quellenlage.errors import NotTextError
from quellenlage.intake.decoding import decode
from quellenlage.intake.facts import agencies_in
from quellenlage.intake.furniture import rules
from quellenlage.intake.lines import lines
from quellenlage.intake.published import from_field
from quellenlage.intake.report import Metadata, admit, assemble
from quellenlage.model import Report

SUFFIXES = (".html", ".htm", ".xhtml")

_CHARSET = re.compile(rb"""charset\s?=\s?["']?([\w-]{2,24})""", re.IGNORECASE)
_ARTICLE = re.compile(r"Article|Posting|Report")
_BLOCKS = "p|div|span|small|em|i|li|footer|section|address|cite"
_AFTER = 8
_CREDIT = 160
# By default dates later than the clock are dropped and days are guessed from anywhere on the page; neither is wanted.
_DAYS = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
# A page without an article is told with a Skipped; trafilatura's own line on stderr would say it twice.
for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class _Page:
    """What stands on a page beside the article's text: headings, its own data, and its short blocks in order."""

    headings: tuple[str, ...]
    data: dict[str, Any]
    blocks: tuple[str, ...]


def read(raw: bytes, uri: str, known: Metadata) -> Iterator[Report]:
    """Read the one article of a page. Raises ``UnreadableError`` where there is none."""
    declared = _CHARSET.search(raw[:4096])
    source = decode(raw, declared[1].decode("ascii") if declared else None)
    page, article = _extracted(source)
    text = admit(article.text)
    if not any(line.prose for line in lines(text)):
        raise _no_article()
    yield assemble(uri, text, _metadata(page, article, known))


def _extracted(source: str) -> tuple[_Page, Any]:
    """Parse a page and take the article out of it."""
    try:
        tree = trafilatura.load_html(source)
        if tree is None:
            raise _no_article()
        page = _page(tree)
        article: Any = trafilatura.bare_extraction(
            tree, include_comments=False, with_metadata=True, date_extraction_params=_DAYS
        )
    except NotTextError:
        raise
    except Exception as error:  # a hostile page may make the parser fail in any way; the run goes on
        raise NotTextError(f"is a page that cannot be parsed ({type(error).__name__}); save its text as .txt") from None
    if article is None or not (article.text or "").strip():
        raise _no_article()
    return page, article


def _no_article() -> NotTextError:
    return NotTextError(
        "holds no article that can be told from the page around it; save its text as .txt and give that"
    )


def _metadata(page: _Page, article: Any, known: Metadata) -> Metadata:
    """Join what the page says with what the caller knows; the page's own goes first."""
    stamp = page.data.get("datePublished")
    day = (from_field(stamp) if isinstance(stamp, str) else None) or (
        from_field(article.date) if article.date else None
    )
    return replace(
        known,
        title=_title(page, article.title) or known.title,
        outlet=article.sitename or known.outlet,
        authors=_authors(page, article.author) or known.authors,
        agencies=tuple(_credited(page, article.text)),
        published=day or known.published,
        url=article.url or known.url,
    )


def _page(tree: Any) -> _Page:
    headings = (_joined(node.text_content()) for node in tree.xpath("//h1")[:4])
    return _Page(
        headings=tuple(heading for heading in headings if heading),
        data=next(_articles(tree), {}),
        blocks=tuple(_short_blocks(tree)),
    )


def _short_blocks(tree: Any) -> Iterator[str]:
    """Give the text of each paragraph-like element that has none inside it, in the order of the page."""
    for node in tree.iter(*_BLOCKS.split("|")):
        if not any(child.tag in ("p", "div", "section", "li") for child in node):
            text = _joined(node.text_content())
            if text:
                yield text


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath('//script[@type="application/ld+json"]')[:20]:
        try:
            queue = [json.loads(script.text or "null", strict=False)]
        except (ValueError, RecursionError):
            continue
        while queue:
            item = queue.pop(0)
            if isinstance(item, list):
                queue[:0] = item
            elif isinstance(item, dict):
                if _ARTICLE.search(str(item.get("@type"))[:80]):
                    yield item
                queue.extend(item[key] for key in ("@graph", "mainEntity") if key in item)


def _title(page: _Page, title: str | None) -> str | None:
    """Give the meta title without the site's name behind it, else the headline in the page's data, else the heading."""
    headline = page.data.get("headline")
    named = _joined(unescape(headline)) if isinstance(headline, str) else ""
    meta = _joined(title or "")
    known = [candidate for candidate in (named, *page.headings[:1]) if candidate]
    begun = (candidate for candidate in known if re.match(re.escape(candidate) + r"\s[|–-]\s", meta))
    return next(begun, meta) or next(iter(known), None)


def _authors(page: _Page, found: str | None) -> tuple[str, ...]:
    authors = page.data.get("author")
    items = authors if isinstance(authors, list) else [authors]
    names = [item.get("name") if isinstance(item, dict) else item for item in items]
    said = tuple(_joined(unescape(name)) for name in names if isinstance(name, str) and name.strip())
    return said or tuple(name for part in (found or "").split(";") if (name := _joined(part)))


def _credited(page: _Page, text: str) -> Iterator[str]:
    """Give the agencies credited on the page right behind the article, where trafilatura drops the line."""
    last = _joined(next((line for line in reversed(text.split("\n")) if len(line) > 60), ""))[-60:]
    ends = [i for i, block in enumerate(page.blocks) if last and block.endswith(last)]
    table = [rule for rule in rules() if rule.kind == "credit" and rule.where in ("anywhere", "edges", "tail")]
    for block in page.blocks[ends[-1] + 1 : ends[-1] + 1 + _AFTER] if ends else ():
        if len(block) > _CREDIT:
            return
        said = (rule.said(match, "agencies") for rule in table if (match := rule.match(block)))
        yield from agencies_in(next(said, ""))


def _joined(words: str) -> str:
    return " ".join(words.split())
