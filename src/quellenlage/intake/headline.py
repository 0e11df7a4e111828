"""Headlines and kickers, told by their shape: short, on a line of their own, no full stop."""

import re

from quellenlage.intake.furniture import furniture_table
from quellenlage.intake.lines import Line

_LONGEST = 160
_MOST_WORDS = 22
_KICKER = 40
_MARKDOWN = re.compile(r"#{1,3}\s+")
# A headline may ask, call out, trail off, or close a quotation with its full stop.
_MAY_END = re.compile(r"[?!…][“”\"»«’]?\Z|\.[“”\"»«’]\Z")


def headline(line: Line) -> str | None:
    """Give a line's text as a headline, or ``None`` where its shape is not one."""
    text = _MARKDOWN.sub("", line.text, count=1) if line.text.startswith("#") else line.text
    if len(text) > _LONGEST or not 2 <= len(text.split()) <= _MOST_WORDS:
        return None
    return None if line.closed and not _MAY_END.search(text) else text


def is_kicker(first: Line, second: Line, *, dated: bool = False) -> bool:
    """Say whether ``first`` is the noun or two above the headline ``second``.

    With a day between the two (``dated``) the first may be as long as the second: it is the outlet's name.
    """
    text = first.text
    longer = second.words > (2 if dated else max(4, first.words + 1))
    if len(text) > _KICKER or first.closed or not longer:
        return False
    words = furniture_table()["words"]
    parts = text.split()
    nouns = len(parts) <= 4 and all(part[0].isupper() or part in words["kicker_links"] for part in parts)
    return nouns and (dated or parts[0].casefold() not in words["articles"]) and headline(second) is not None
