"""Who wrote the article: as the page's data says, else as its byline does."""

import re
from collections.abc import Iterator
from itertools import islice

from quellenlage.intake.facts import persons_in
from quellenlage.intake.furniture import furniture_table, rules
from quellenlage.intake.page.blocks import Layout, key, tidy
from quellenlage.intake.page.data import PageData

_ABOVE = 16
_BELOW = 8
_LONGEST = 120
_BY = tuple(f"{word} " for word in furniture_table()["pages"]["by"])
_LABELS = tuple(f"{word} " for word in furniture_table()["pages"]["labels"])
_NAME = re.compile(r"(?:[A-ZÄÖÜÁÉŁŠŽČĆØÅ][\w’'.-]{0,24}\s(?:\w{2,3}\s){0,2}){1,3}[A-ZÄÖÜÁÉŁŠŽČĆØÅ][\w’'-]{1,24}")
_END = re.compile(r"\.\w{2,4}$")
_HOST = re.compile(r"^https?://(?:www\d?\.)?")


def authors(data: PageData, page: Layout, chosen: list[int], extracted: str | None) -> tuple[str, ...]:
    """Give the authors' names as they are written, agencies among them.

    A house that names itself as the author says nothing: then a byline goes first.
    """
    told = tuple(name for part in (extracted or "").split(";") if (name := tidy(part)))
    for names in (data.authors, data.writers):
        if not all(_is_house(name, data) for name in names):
            return names
    return tuple(dict.fromkeys(_byline(page, chosen))) or data.authors or told


def _is_house(name: str, data: PageData) -> bool:
    """Say whether a name is the outlet's: an address, the site's or the publisher's own, or one small word."""
    host = key(_HOST.sub("", data.url).split("/")[0].rsplit(".", 1)[0])
    own = [_END.sub("", house) for house in data.house]
    bare = key(name)
    known = any(word and (word in bare or bare in word) for word in (host, *map(key, own)))
    return known or bool(_END.search(name)) or "www." in name


def _byline(page: Layout, chosen: list[int]) -> Iterator[str]:
    """Give the names in short blocks above the body, or else below it, that are marked or worded as a byline."""
    if not chosen:
        return
    first, last = _around(page, chosen)
    above = range(max(0, first - _ABOVE), first)
    labelled = (i for i, block in enumerate(page.blocks) if block.text.startswith(_LABELS))
    for region in (above, range(last + 1, min(len(page.blocks), last + 1 + _BELOW)), islice(labelled, 1)):
        found = [name for i in region for name in _names(page, i)]
        if found:
            yield from found
            return


def _around(page: Layout, chosen: list[int]) -> tuple[int, int]:
    """Give the first block of the body, the lead left out, and the last one."""
    return chosen[min(1, len(chosen) - 1)], chosen[-1]


def _names(page: Layout, i: int) -> Iterator[str]:
    block = page.blocks[i]
    if len(block.text) > _LONGEST:
        return
    for rule in rules():
        if rule.kind == "byline" and rule.scope == "line" and (match := rule.match(block.text)):
            yield from (name for name in persons_in(rule.said(match, "names")) if not name.isupper())
            return
    near = [element for element, _ in zip(page.above(block.element), range(3), strict=False)]
    marks = frozenset(furniture_table()["pages"]["byline"])
    if any(page.hints[element] & marks for element in near) or block.text.startswith((*_BY, *_LABELS)):
        words = block.text
        for label in (*_BY, *_LABELS):
            words = words.removeprefix(label)
        yield from (found for match in _NAME.finditer(words) if not (found := match.group()).isupper())
