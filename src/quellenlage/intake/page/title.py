"""Which of the titles that a page gives is the article's."""

import re
from collections.abc import Iterator

from quellenlage.intake.page.blocks import key
from quellenlage.intake.page.data import PageData

_JOINT = r"\s(?:[|│ǀ–—»›·•]|-{1,2}|::)\s"
# What may stand behind a title that is known: a joint, or what is put in brackets or behind a colon of its own.
_BEHIND = re.compile(rf"{_JOINT}|\s[:(]\s?")
# What a page leaves behind a title whose rest it has not filled in; a quotation mark is none of it.
_IDLE = " |│ǀ–—·•-"
_HOST = re.compile(r"https?://(?:www\d?\.)?([\w.-]{1,200})")
_MARKS = str.maketrans(dict.fromkeys("„“”‚‘’»«›‹'", '"') | dict.fromkeys("–—", "-") | {"\u00a0": " "})
_SHORTEST = 3
_LONGEST = 60
_LONG = 5


def title(data: PageData) -> str | None:
    """Choose the title: the one a page is shared by, without the site's name, unless the page's data knows better.

    Newsrooms write several: one to be read, one to be shared, one for search engines. The data's headline goes first
    where the shared title is the window's and the article's own heading does not speak for it. Of two that differ in
    quotation marks and dashes alone the one that readers see goes first.
    """
    sites = frozenset(_sites(data))
    heading, other, *_ = [*(words for words in (data.heading, *data.headings) if key(words) not in sites), "", ""]
    known = [words for words in (data.headline, heading, other) if words]
    shared, headline, window = (_bare(words, known, sites) for words in (data.shared, data.headline, data.window))
    if headline and shared == window and heading in (headline, ""):
        return headline
    found = shared or headline or heading or window or data.heading
    return next((words for words in (heading, headline) if _marked(words) == _marked(found)), found) or None


def _marked(words: str) -> str:
    """Give a title with one kind of quotation mark and dash: two that differ in them alone are one."""
    return words.translate(_MARKS)


def _bare(words: str, known: list[str], sites: frozenset[str]) -> str:
    """Give a title without what stands behind it: the rest after a known one, or the name of the site."""
    for candidate in sorted(known, key=len):
        if words.startswith(candidate) and _BEHIND.match(words, len(candidate)):
            return candidate
    joints = list(re.finditer(_JOINT, words))
    if joints and _is_site(words[joints[-1].end() :], sites):
        words = words[: joints[-1].start()]
    elif joints and key(words[: joints[0].start()]) in sites:
        words = words[joints[0].end() :]
    return words.rstrip(_IDLE)


def _is_site(tail: str, sites: frozenset[str]) -> bool:
    """Say whether the end of a title names the site: its name, the beginning of it, or one that has it inside."""
    name = key(tail)
    if not _SHORTEST <= len(name) <= _LONGEST:
        return False
    return any(
        name.startswith(site) or site.startswith(name) or (site in name and len(site) >= _LONG) for site in sites
    )


def _sites(data: PageData) -> Iterator[str]:
    """Give the site's names as ``key`` gives them: its own, its publisher's, its host's with and without the ending."""
    host = _HOST.match(data.url)
    labels = host[1].split(".") if host else []
    names = [data.site, *data.house, ".".join(labels), ".".join(labels[:-1]), *labels[-2:-1]]
    yield from (name for name in map(key, names) if len(name) >= _SHORTEST)
