"""Which of the titles that a page gives is the article's."""

import re

from quellenlage.intake.page.data import PageData

_JOINT = r"\s(?:[|–—»›·]|-{1,2})\s"


def title(data: PageData) -> str | None:
    """Choose the title: the one a page is shared by, without the site's name, unless the page's data knows better.

    Newsrooms write several: one to be read, one to be shared, one for search engines. The data's headline goes first
    where the shared title is the window's and the article's own heading does not speak for it.
    """
    known = [words for words in (data.headline, data.heading, *data.headings[:1]) if words]
    shared, headline, window = (_bare(words, known, data.site) for words in (data.shared, data.headline, data.window))
    heading = data.heading
    if headline and shared == window and heading in (headline, ""):
        return headline
    return shared or headline or heading or window or None


def _bare(words: str, known: list[str], site: str) -> str:
    """Give a title without what stands behind it: the rest after a known one, or the name of the site."""
    for candidate in sorted(known, key=len):
        if re.match(re.escape(candidate) + _JOINT, words):
            return candidate
    tail = re.split(_JOINT, words)
    if len(tail) > 1 and site and tail[-1].casefold() in (site.casefold(), *_hosts(site)):
        return words[: words.rindex(tail[-1])].rstrip(" |–—»›·-")
    return words


def _hosts(site: str) -> tuple[str, ...]:
    name = site.casefold().replace(" ", "")
    return tuple(f"{name}.{end}" for end in ("de", "at", "ch", "com", "org", "net"))
