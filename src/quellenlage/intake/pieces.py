"""Lines put together of several things: ``Politik · 2. März 2021 · Von Jana Sommer``, ``Teilen  Drucken``."""

import re

from quellenlage.intake.facts import agencies_in, day_in, month_in, persons_in
from quellenlage.intake.furniture import LONGEST, Rule, bare, phrases, rules
from quellenlage.intake.lines import Line
from quellenlage.intake.mark import Mark
from quellenlage.model import Span

_PARTED = re.compile(r"\s*[|•·]\s*|\s{2,}")
_COMMAS = re.compile(r",\s")
_MOST = 6
_SECTION = 30
_AROUND = 3


def said(rule: Rule, match: re.Match[str], span: Span) -> Mark:
    """Make the mark and take from the match what it says of the report; a photograph's credit says nothing of it."""
    names = rule.said(match, "names")
    agencies = agencies_in(rule.said(match, "agencies")) + agencies_in(names)
    day, month = day_in(rule.said(match, "day")), month_in(rule.said(match, "month"))
    return Mark(rule.kind, span, authors=persons_in(names), agencies=agencies, day=day, month=month)


def pieces(line: Line, *, head: bool) -> list[Mark]:
    """Give a mark for each piece of a line that is nothing but furniture, or none.

    In the head of a text a piece may be a section's or an outlet's name, beside one that tells a day or a person; a day
    may have the outlet before it and the section behind it.
    """
    if len(line.text) > LONGEST:
        return []
    text = line.text.strip("*_ ")
    parted = [piece for piece in _PARTED.split(text) if piece]
    if 2 <= len(parted) <= _MOST:
        return _all_known(parted, line, head)
    if head and 2 <= len(parted := _COMMAS.split(text)) <= _MOST:
        marks = _all_known(parted, line, head)
        return marks if len(marks) > 1 else []
    return _buttons(text.split(), line)


def _all_known(parted: list[str], line: Line, head: bool) -> list[Mark]:
    marks = [_piece(piece, line, head) for piece in parted]
    known = [mark for mark in marks if mark]
    if len(known) == len(parted):
        return known
    others = [piece for piece, mark in zip(parted, marks, strict=True) if not mark]
    told = any(mark.day or mark.authors for mark in known)
    between = len(marks) == _AROUND and bool(marks[1] and marks[1].day)
    named = all(len(piece) <= _SECTION and piece[:1].isupper() for piece in others)
    return known if head and told and named and (len(others) == 1 or between) else []


def _piece(piece: str, line: Line, head: bool) -> Mark | None:
    if phrase := phrases().get(bare(piece)):
        return Mark(phrase.kind, line.span)
    places = ("anywhere", "edges", "head", "opening") if head else ("anywhere", "edges", "tail")
    for rule in rules():
        if rule.scope == "line" and rule.where in places and (match := rule.match(piece)):
            return said(rule, match, line.span)
    return None


def _buttons(words: list[str], line: Line) -> list[Mark]:
    """Read a line of buttons with one space between them: two or more, and every word is a share button."""
    kinds = [phrase.kind for word in words[: _MOST + 1] if (phrase := phrases().get(bare(word)))]
    buttons = len(words) > 1 and len(kinds) == len(words) and set(kinds) <= {"share", "control"}
    return [Mark(kinds[0], line.span)] if buttons else []
