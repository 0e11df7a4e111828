"""Web pages: the article with its title, authors, agencies, day, site and address.

Where the article stands is told from trafilatura's result and from the page's own data; its text is then taken from
the page block by block (``page/body.py``), so that every word of it stands on the page.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import trafilatura

from quellenlage.errors import NotTextError, TooLargeError
from quellenlage.intake.decoding import decode
from quellenlage.intake.facts import agencies_in, day_in
from quellenlage.intake.furniture import rules
from quellenlage.intake.lines import lines
from quellenlage.intake.page.blocks import Block, Layout, layout
from quellenlage.intake.page.body import article, hints
from quellenlage.intake.page.byline import authors
from quellenlage.intake.page.data import PageData, page_data
from quellenlage.intake.page.title import title
from quellenlage.intake.pieces import said
from quellenlage.intake.published import from_field
from quellenlage.intake.report import Metadata, admit, assemble
from quellenlage.model import Published, Report, Span

SUFFIXES = (".html", ".htm", ".xhtml")
MOST_BYTES = 8_000_000
# Parsed and copied, an element takes a thousand times the room that it takes in the file.
MOST_TAGS = 100_000

_CHARSET = re.compile(rb"""charset\s?=\s?["']?([\w-]{2,24})""", re.IGNORECASE)
_ABOVE = 8
_AFTER = 8
_CREDIT = 160
_DATED = 80
_LINES = 4
_HEADED = 20
_NAMED = 40
# The section and the author beside a day are links as a rule; a day that is one leads to the archive of that day.
_LINKED = 0.6
# trafilatura looks for metadata in scripts with patterns that take long on long ones.
_SCRIPT = 200_000
_HOST = re.compile(r"https?://(?:[\w-]+\.){0,3}([\w-]+)\.\w+(?:/|$)")
# By default dates later than the clock are dropped and days are guessed from anywhere on the page; neither is wanted.
_DAYS = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
# A page without an article is told with a Skipped; trafilatura's own line on stderr would say it twice.
for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class _Page:
    """A page taken apart: its own data, its blocks, what trafilatura makes of it."""

    data: PageData
    layout: Layout
    extracted: Any
    chosen: list[int]

    @property
    def text(self) -> str:
        """The article, one paragraph a line; as trafilatura has it where the layout does not show where it stands."""
        found = "\n".join(self.layout.blocks[i].text for i in self.chosen)
        return found if any(line.prose for line in lines(found)) else str(self.extracted.text)


def read(raw: bytes, uri: str, known: Metadata) -> Iterator[Report]:
    """Read the one article of a page. Raises ``UnreadableError`` where there is none."""
    if len(raw) > MOST_BYTES:
        raise TooLargeError(f"is a page larger than {MOST_BYTES // 1_000_000} MB; save its text as .txt")
    if raw.count(b"<") > MOST_TAGS:
        raise TooLargeError(f"is a page of more than {MOST_TAGS:,} tags; save its text as .txt")
    declared = _CHARSET.search(raw[:4096])
    page = _parsed(decode(raw, declared[1].decode("ascii") if declared else None))
    text = admit(page.text)
    if not any(line.prose for line in lines(text)):
        raise _no_article()
    yield assemble(uri, text, _metadata(page, known))


def _parsed(source: str) -> _Page:
    """Parse a page and take the article out of it."""
    try:
        tree = trafilatura.load_html(source)
        if tree is None:
            raise _no_article()
        data, blocks = page_data(tree), layout(tree)
        for script in tree.iter("script"):
            script.text = (script.text or "")[:_SCRIPT]
        extracted: Any = trafilatura.bare_extraction(
            tree, include_comments=False, with_metadata=True, date_extraction_params=_DAYS
        )
    except NotTextError:
        raise
    except Exception as error:  # a hostile page may make the parser fail in any way; the run goes on
        raise NotTextError(f"is a page that cannot be parsed ({type(error).__name__}); save its text as .txt") from None
    if extracted is None or not (extracted.text or "").strip():
        raise _no_article()
    chosen = article(blocks, hints(str(extracted.text), data, title(data)))
    return _Page(data, blocks, extracted, chosen)


def _no_article() -> NotTextError:
    return NotTextError(
        "holds no article that can be told from the page around it; save its text as .txt and give that"
    )


def _metadata(page: _Page, known: Metadata) -> Metadata:
    """Join what the page says with what the caller knows; the page's own goes first."""
    data = page.data
    return replace(
        known,
        title=title(data) or known.title,
        outlet=page.extracted.sitename or known.outlet,
        authors=authors(data, page.layout, page.chosen, page.extracted.author) or known.authors,
        agencies=tuple(dict.fromkeys(_credited(page))),
        published=_published(page) or known.published,
        url=page.extracted.url or data.url or known.url,
    )


def _published(page: _Page) -> Published | None:
    """Give the day by the page's data, else as a line of the page states it, else by its times, else by htmldate."""
    stamps = (*page.data.days, *_stated(page), *_above(page), *page.data.times, page.extracted.date or "")
    return next((day for stamp in stamps if (day := from_field(stamp))), None)


def _stated(page: _Page) -> Iterator[str]:
    """Give the days of lines such as ``Veröffentlicht am 2. März 2021``: those near the headline, then the others."""
    first = page.chosen[0] if page.chosen else 0
    head = range(max(0, first - _AFTER), first + _AFTER)
    table = [rule for rule in rules() if rule.kind == "published" and rule.where == "edges" and rule.scope == "line"]
    blocks = page.layout.blocks
    for i in sorted(range(len(blocks)), key=lambda i: i not in head):
        if len(blocks[i].text) <= _DATED and not blocks[i].linked:
            yield from (rule.said(match, "day") for rule in table if (match := rule.match(blocks[i].text)))


def _above(page: _Page) -> Iterator[str]:
    """Give the one day that short lines between headline and body name; where they name two it is neither."""
    first = page.chosen[0] if page.chosen else 0
    near = page.layout.blocks[max(0, first - _LINES) : first + 1]
    lines = (block for block in near if len(block.text) <= _DATED and block.link_share <= _LINKED and not block.closed)
    days = {day for block in lines if (day := _day(block))}
    if len(days) == 1:
        yield days.pop().isoformat()


def _day(block: Block) -> date | None:
    """Give the day of a line that holds one, and little else: places, names, a time."""
    return day_in(block.text) if len(block.key) <= (_HEADED if block.heading else _NAMED) else None


def _credited(page: _Page) -> Iterator[str]:
    """Give the agency whose own site this is, and those that bylines right above and credits right below name."""
    host = _HOST.match(page.data.url)
    yield from agencies_in(host[1] if host else "")
    if not page.chosen:
        return
    first, last = page.chosen[0], page.chosen[-1]
    blocks = page.layout.blocks
    near = [*range(max(0, first - _ABOVE), first + 1), *range(last, min(len(blocks), last + 1 + _AFTER))]
    table = [rule for rule in rules() if rule.kind in ("byline", "credit") and rule.where != "last"]
    for i in near:
        if len(blocks[i].text) > _CREDIT or page.layout.pictured(blocks[i]):
            continue
        found = next(((rule, match) for rule in table if (match := rule.match(blocks[i].text))), None)
        if found:
            yield from said(*found, Span(0, 0)).agencies
