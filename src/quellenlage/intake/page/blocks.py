"""A page as blocks of text in order, each with the elements it stands in.

The walk uses a stack of its own, and every element is entered and left once, so that neither depth nor length of a
page can break it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from quellenlage.intake.furniture import bare, furniture_table

INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins"}
    | {"kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u"}
    | {"var", "wbr"}
)
# Nothing in these is running text that a reader sees.
SILENT = frozenset(
    {"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "video", "audio"}
    | {"select", "option", "textarea", "button", "input", "head", "map", "progress", "meter", "dialog"}
)
# What stands in these stands beside the article.
ASIDE = frozenset({"aside", "nav", "footer", "figure", "figcaption", "form", "menu"})
_HIDDEN = re.compile(r"(?:^|[\s_-])(?:visually-?hidden|sr-only|screen-?reader|assistive\w*)(?:$|[\s_-])", re.I)
_SPLIT = re.compile(r"[^0-9A-Za-zÄÖÜäöüß]+|(?<=[a-z])(?=[A-Z])")
_NOT_WORDS = re.compile(r"\W+")
_WORD = re.compile(r"\w+")
# Soft hyphens and zero-width marks say where a word may break; they are no part of it.
_BREAKS = re.compile("[\u00ad\u200b\u200c\ufeff]")
_BREAK = "\x1e"
_MOST_BLOCKS = 50_000


@dataclass(slots=True)
class Block:
    """A stretch of text between two boundaries; ``linked`` counts its characters inside links, ``bold`` in bold."""

    text: str
    tag: str
    element: int
    linked: int = 0
    bold: int = 0
    key: str = ""

    def __post_init__(self) -> None:
        self.key = key(self.text)

    @property
    def heading(self) -> bool:
        """Say whether the block is a heading of any level."""
        return self.tag in ("h1", "h2", "h3", "h4", "h5", "h6")

    @property
    def closed(self) -> bool:
        """Say whether the block ends as a sentence does."""
        return self.text.rstrip("”“\"»«’')] ")[-1:] in (".", "!", "?", "…", ":")

    @property
    def link_share(self) -> float:
        """Give the share of the block that stands in links."""
        return self.linked / max(1, len(self.text))


@dataclass(slots=True)
class Layout:
    """The blocks of a page, and of each element its parent, its tag and the words of its class and id."""

    blocks: list[Block] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    hints: list[frozenset[str]] = field(default_factory=list)

    def above(self, element: int) -> Iterator[int]:
        """Give an element and those around it, the innermost first."""
        while element >= 0:
            yield element
            element = self.parents[element]

    def pictured(self, block: Block) -> bool:
        """Say whether a block is what a picture says."""
        return any(self.tags[element] in ("figure", "figcaption") for element in self.above(block.element))


def key(words: str) -> str:
    """Give letters and digits alone, in small letters: how texts are compared whatever parts them."""
    return _NOT_WORDS.sub("", words).casefold()


def key_words(words: str) -> list[str]:
    """Give the words in small letters, without what stands between them."""
    return _WORD.findall(words.casefold())


def tidy(words: str) -> str:
    """Give words as a browser shows them: one space between two, no invisible marks."""
    return " ".join(_BREAKS.sub("", words).split())


def layout(tree: Any) -> Layout:
    """Lay a parsed page out as blocks."""
    walk = _Walk()
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack and len(walk.page.blocks) < _MOST_BLOCKS:
        node, left = stack.pop()
        if left:
            walk.leave(node)
            continue
        entered = isinstance(node.tag, str) and node.tag not in SILENT and not _hidden(node)
        if not entered:
            walk.say(node.tail)
            continue
        walk.enter(node)
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))
    walk.flush()
    return walk.page


class _Walk:
    """The state of the walk: the words of the block begun, and the elements that are open."""

    def __init__(self) -> None:
        self.page = Layout()
        self.words: list[str] = []
        self.linked = self.bold = self.links = self.bolds = 0
        self.open: list[int] = []
        self.owners: list[int] = []

    def say(self, words: str | None) -> None:
        if words:
            self.words.append(words)
            count = len(tidy(words))
            self.linked += count if self.links else 0
            self.bold += count if self.bolds else 0

    def enter(self, node: Any) -> None:
        if node.tag == "br":
            self.words.append(_BREAK)
        elif node.tag not in INLINE:
            self.flush()
            self._register(node)
        self.links += _is_link(node)
        self.bolds += node.tag in ("b", "strong")
        self.say(node.text)

    def leave(self, node: Any) -> None:
        if node.tag not in INLINE and node.tag != "br":
            self.flush()
            self.open.pop()
        self.links -= _is_link(node)
        self.bolds -= node.tag in ("b", "strong")
        self.say(node.tail)

    def flush(self) -> None:
        raw = "".join(self.words)
        text = "\n".join(line for line in map(tidy, raw.split(_BREAK)) if line)
        if text:
            element = self.open[-1] if self.open else -1
            tag = self.page.tags[element] if self.open else "body"
            self.page.blocks.append(Block(text, tag, element, self.linked, self.bold))
        self.words, self.linked, self.bold = [], 0, 0

    def _register(self, node: Any) -> None:
        self.page.parents.append(self.open[-1] if self.open else -1)
        self.page.tags.append("blockquote" if _is_quoted(node) else node.tag)
        self.page.hints.append(_hints(node))
        self.open.append(len(self.page.tags) - 1)


def _hidden(node: Any) -> bool:
    """Say whether an element is not shown, or for reading machines alone."""
    if node.get("hidden") is not None:
        return True
    style = (node.get("style") or "")[:200].replace(" ", "").lower()
    names = (node.get("class") or "")[:300]
    # ``hidden md:block`` is shown on wide screens.
    plainly = "hidden" in names.split() and ":" not in names
    return "display:none" in style or plainly or bool(_HIDDEN.search(names)) or _is_aloud(node)


def _is_aloud(node: Any) -> bool:
    """Say whether an element inside a line is what a reading machine says of a link, such as that a window opens."""
    if node.tag not in ("span", "small") or len(node) or not node.text or len(node.text) > 60:
        return False
    return bare(node.text) in furniture_table()["pages"]["aloud"]


def _is_link(node: Any) -> bool:
    """Say whether an element leads to elsewhere; one that leads to a place on the same page does not."""
    return node.tag == "a" and not (node.get("href") or "#").startswith("#")


def _is_quoted(node: Any) -> bool:
    """Say whether a figure holds a quotation and no picture (HTML: a blockquote with its source in a figcaption)."""
    if node.tag != "figure":
        return False
    return next(node.iter("blockquote", "q"), None) is not None and next(node.iter("img"), None) is None


def _hints(node: Any) -> frozenset[str]:
    """Give the words of an element's class, id and role that name furniture in the language's table."""
    named = " ".join((node.get(name) or "")[:300] for name in ("class", "id", "role", "data-testid", "itemprop"))
    known = _words()
    return frozenset(word for part in _SPLIT.split(named) if (word := part.lower()) in known)


def _words() -> frozenset[str]:
    return frozenset(furniture_table()["pages"]["beside"])
