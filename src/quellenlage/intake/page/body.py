"""Which blocks of a page are the article.

trafilatura's result and the page's own ``articleBody`` say where the article is; the layout says what of it they
dropped (the lead, subheads) and what they kept that stands beside it (related links, boxes, captions).
"""

from dataclasses import dataclass

from quellenlage.intake.furniture import TAIL, bare, phrases, rules
from quellenlage.intake.page.blocks import ASIDE, Block, Layout, key, key_words
from quellenlage.intake.page.data import PageData

_SEED = 40
_HELD = 0.85
_SHARE = 0.85
_BOX = 0.3
_COVERED = 0.85
_HALF = 0.5
_LINKED = 0.75
_ABOVE = 40
_BIO = 500
_LISTED = 0.4
_LEAD = range(40, 1_200)
_GIVEN_LEAD = 0.8
_CAPTION = 300
_CREDIT = 160
_AFTER = 8
_FURNITURE = frozenset(
    {"advert", "browser", "byline", "caption", "comments", "consent", "control", "gallery", "more", "navigation"}
    | {"programme", "published", "share", "subscription", "updated"}
)


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of an article before its blocks are looked at: titles and descriptions as ``key`` gives them."""

    extracted: "Known"
    body: "Known"
    titles: frozenset[str]
    descriptions: tuple[str, ...]
    authors: tuple[str, ...]


def hints(extracted: str, data: PageData, title: str | None) -> Hints:
    """Bring what is known into a form that can be compared."""
    titles = (data.headline, data.shared, *data.headings, title or "")
    return Hints(
        Known(extracted),
        Known(data.body),
        frozenset(map(key, titles)) - {""},
        tuple(map(key, data.descriptions)),
        tuple(key(name) for name in data.authors if " " in name),
    )


class Known:
    """A text in which others are looked for, by runs of three words: in linear time, whatever parts the words."""

    def __init__(self, text: str) -> None:
        words = key_words(text)
        self.runs = frozenset(zip(words, words[1:], words[2:], strict=False))

    def __bool__(self) -> bool:
        return bool(self.runs)

    def holds(self, block: Block) -> bool:
        """Say whether nearly every run of the block's words is in the text; blocks under three words are in none."""
        words = key_words(block.text)
        runs = list(zip(words, words[1:], words[2:], strict=False))
        return bool(runs) and sum(run in self.runs for run in runs) >= _HELD * len(runs)


def article(page: Layout, known: Hints) -> list[int]:
    """Give the indexes of the article's blocks in order; none where the layout does not show them."""
    seeds = [i for i, block in enumerate(page.blocks) if len(block.key) >= _SEED and known.extracted.holds(block)]
    return _Chooser(page, known, seeds).chosen() if seeds else []


class _Chooser:
    """Looks at a page's blocks one by one, knowing where the article stands."""

    def __init__(self, page: Layout, known: Hints, seeds: list[int]) -> None:
        self.page, self.known, self.seeds = page, known, seeds
        self.weights = self._weigh()
        self.total = max(self.weights.values(), default=1)
        self.container = self._container()
        self.strict = self._covered()
        self.boxed: dict[int, bool] = {}

    def chosen(self) -> list[int]:
        """Give the indexes of the article's blocks in order: lead, body, credits."""
        inside = [i for i, block in enumerate(self.page.blocks) if self.container in self.page.above(block.element)]
        first, last = inside[0], inside[-1]
        start = self._start(first)
        kept = [i for i in range(first, last + 1) if i >= start and self._belongs(i)]
        kept = self._without_idle_ends(self._without_idle_headings(kept))
        found = self._distinct(sorted({*self._lead(start, kept[0] if kept else start), *kept}))
        return found + self._credits(found)

    def _lead(self, start: int, body: int) -> list[int]:
        """Give the blocks of the lead, between headline and body: what the page describes itself by, else prose."""
        able = [i for i in range(start, body) if self._may_lead(self.page.blocks[i])]
        described = [
            i for i in able if any(_alike(self.page.blocks[i].key, words) for words in self.known.descriptions)
        ]
        return described[:1] or [i for i in able if self._is_sentence(self.page.blocks[i])][-2:]

    def _weigh(self) -> dict[int, int]:
        """Give how many characters of seeds stand in each element."""
        weights: dict[int, int] = {}
        for i in self.seeds:
            for element in self.page.above(self.page.blocks[i].element):
                weights[element] = weights.get(element, 0) + len(self.page.blocks[i].key)
        return weights

    def _container(self) -> int:
        """Give the innermost element that holds nearly all of the seeds."""
        enough = [element for element, weight in self.weights.items() if weight >= _SHARE * self.total]
        return max(enough, default=0)

    def _covered(self) -> bool:
        """Say whether the page's data gives the whole body, so that what is not in it is no paragraph."""
        blocks = [self.page.blocks[i] for i in self.seeds if not self.page.blocks[i].heading]
        found = sum(len(block.key) for block in blocks if self.known.body.holds(block))
        return bool(self.known.body) and found >= _COVERED * sum(len(block.key) for block in blocks)

    def _start(self, first: int) -> int:
        """Give the index behind the headline: the first one not far above the body."""
        before = max(first, self.seeds[min(2, len(self.seeds) - 1)])
        heads = [i for i, block in enumerate(self.page.blocks[: before + 1]) if block.key in self.known.titles]
        return next((i for i in heads if i >= before - _ABOVE), first - 1) + 1

    def _belongs(self, i: int) -> bool:
        """Say whether a block is a part of the body: by the page's data, else by where it stands and what it is."""
        block = self.page.blocks[i]
        if block.key in self.known.titles or not block.key or self._is_furniture(block):
            return False
        if block.link_share > _HALF and not block.closed:
            return False
        if len(block.key) >= _SEED // 2 and self.known.body.holds(block):
            return True
        if self._is_boxed(block.element) or block.link_share >= (_LISTED if block.tag == "li" else _LINKED):
            return False
        return block.heading or (not self.strict and (i in self.seeds or self._is_prose(block)))

    def _is_prose(self, block: Block) -> bool:
        """Say whether a block that trafilatura left out is a paragraph like those it kept."""
        if self.known.extracted.holds(block) and block.tag in ("p", "li", "blockquote"):
            return True
        return block.tag in ("p", "blockquote") and block.closed and len(block.text.split()) > 4

    def _is_boxed(self, element: int) -> bool:
        """Say whether an element, or one around it within the container, stands beside the article."""
        if element == self.container or element < 0:
            return False
        if element not in self.boxed:
            self.boxed[element] = False
            named = self.page.tags[element] in ASIDE or bool(self.page.hints[element])
            own = named and self.weights.get(element, 0) < _BOX * self.total
            self.boxed[element] = own or self._is_boxed(self.page.parents[element])
        return self.boxed[element]

    def _is_furniture(self, block: Block) -> bool:
        if phrase := phrases().get(bare(block.text)):
            return phrase.kind in _FURNITURE
        caption = len(block.text) <= _CAPTION
        for rule in rules():
            fits = rule.scope == "line" or (caption and rule.kind == "caption")
            if fits and rule.kind in _FURNITURE and rule.match(block.text):
                return True
        return False

    def _may_lead(self, block: Block) -> bool:
        return len(block.text) in _LEAD and not self._is_furniture(block) and block.link_share <= _HALF

    def _is_sentence(self, block: Block) -> bool:
        beside = any(self.page.tags[e] in ASIDE or self.page.hints[e] for e in self._near(block.element))
        return block.closed and len(block.text.split()) > 7 and not beside

    def _near(self, element: int) -> list[int]:
        around = list(self.page.above(element))
        return [e for e in around if self.weights.get(e, 0) < _BOX * self.total]

    def _without_idle_headings(self, kept: list[int]) -> list[int]:
        """Leave out headings that head nothing of the article; one that is a sentence may stand alone."""
        found: list[int] = []
        for i in reversed(kept):
            block = self.page.blocks[i]
            follows = bool(found) and not self.page.blocks[found[-1]].heading and not self._foreign(i, found[-1])
            if not block.heading or follows or (block.closed and i in self.seeds):
                found.append(i)
        return found[::-1]

    def _foreign(self, heading: int, following: int) -> bool:
        """Say whether what a heading heads stands between it and the next block kept: links, another's teaser."""
        between = (self.page.blocks[i] for i in range(heading + 1, following))
        return any(
            (block.link_share > _HALF or len(block.text) > _SEED)
            and not self._is_boxed(block.element)
            and not self._is_furniture(block)
            for block in between
        )

    def _without_idle_ends(self, kept: list[int]) -> list[int]:
        """Leave out headlines above the first paragraph, and below the last what is no sentence or on the author."""
        blocks = self.page.blocks
        while kept and blocks[kept[0]].heading and not blocks[kept[0]].closed:
            kept = kept[1:]
        while kept and self._is_idle_end(blocks[kept[-1]]):
            kept = kept[:-1]
        return kept

    def _is_idle_end(self, block: Block) -> bool:
        if block.heading:
            return True
        if len(block.text) < _BIO and any(name in block.key for name in self.known.authors):
            return True
        return not block.closed and len(block.text) < _CREDIT and not self.known.body.holds(block)

    def _distinct(self, kept: list[int]) -> list[int]:
        """Leave out what repeats an earlier block, and pull quotes that repeat a part of a paragraph."""
        blocks = self.page.blocks
        running = Known("\n".join(blocks[i].text for i in kept if not self._is_quote(i)))
        seen: set[str] = set()
        found: list[int] = []
        for i in kept:
            repeats = blocks[i].key in seen or (self._is_quote(i) and running.holds(blocks[i]))
            seen.add(blocks[i].key)
            if not repeats:
                found.append(i)
        return found

    def _is_quote(self, i: int) -> bool:
        around = self.page.above(self.page.blocks[i].element)
        return any(self.page.tags[e] == "blockquote" for e in around if e > self.container)

    def _credits(self, kept: list[int]) -> list[int]:
        """Give short blocks right behind the article that credit an agency."""
        table = [rule for rule in rules() if rule.kind == "credit" and rule.where in ("anywhere", "edges", "tail")]
        found: list[int] = []
        for i in range(kept[-1] + 1, min(kept[-1] + 1 + _AFTER, len(self.page.blocks))) if kept else ():
            words = self.page.blocks[i].text
            if len(words) > min(_CREDIT, TAIL):
                break
            if not self.page.pictured(self.page.blocks[i]) and any(rule.match(words) for rule in table):
                found.append(i)
        return found


def _alike(a: str, b: str) -> bool:
    """Say whether one text is the beginning of the other, or nearly."""
    short = min(len(a), len(b))
    return short > 30 and a[: int(short * _GIVEN_LEAD)] == b[: int(short * _GIVEN_LEAD)]
