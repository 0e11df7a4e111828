"""Furniture is marked, never cut: which lines of a text, and which parts of lines, are no part of the article."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from quellenlage.intake.dateline import datelines
from quellenlage.intake.facts import month_in
from quellenlage.intake.furniture import Rule, bare, phrases, rules
from quellenlage.intake.headline import headline, is_kicker
from quellenlage.intake.lines import Line, lines
from quellenlage.intake.mark import Mark
from quellenlage.intake.pieces import pieces, said
from quellenlage.model import Span, Spans

_HEAD = 12
_TAIL = 8
_CAPTION = 300
_TWIN = 25
_LINK = 160
_LINKS = 20
_SHORTEST = 3
# A crawler's note that ran into the first sentence: `` date 2021-03 Der Rat …``.
_LEAD = re.compile(r"date (\d{4}-\d{2}(?:-\d{2})?)(?=\s|\Z)")


@dataclass(slots=True)
class Furnishing:
    """The lines of one text and the marks found so far; ``whole`` are the indexes of lines that are all furniture."""

    lines: list[Line]
    marks: list[Mark] = field(default_factory=list)
    whole: set[int] = field(default_factory=set)
    title: str | None = None

    @property
    def spans(self) -> Spans:
        """The furniture, sorted and without overlap."""
        return _merged(mark.span for mark in self.marks)

    def open(self) -> list[int]:
        """Give the indexes of the lines that are not wholly furniture."""
        return [i for i in range(len(self.lines)) if i not in self.whole]

    def mark_line(self, i: int, kind: str) -> None:
        """Mark a whole line that says nothing of the report."""
        if i not in self.whole:
            self.whole.add(i)
            self.marks.append(Mark(kind, self.lines[i].span))


def furnish(text: str, title: str | None = None) -> Furnishing:
    """Mark the furniture of ``text`` and find its title, if the text shows one and none is given."""
    found = Furnishing(list(lines(text)), title=title)
    _mark_lead(found)
    _mark_phrases(found)
    _mark_rules(found)
    _mark_links(found)
    _mark_captions(found)
    _mark_repeats(found)
    _find_title(found)
    found.marks.extend(datelines([line for line in map(found.lines.__getitem__, found.open()) if line.prose]))
    return found


def _mark_lead(found: Furnishing) -> None:
    match = _LEAD.match(found.lines[0].text) if found.lines else None
    if not match:
        return
    first = found.lines[0]
    span = Span(first.start, first.start + match.end())
    found.marks.append(Mark("lead", span, month=month_in(match[1])))
    found.lines[0] = first.after(match.end())
    if not found.lines[0].text:
        found.whole.add(0)


def _mark_phrases(found: Furnishing) -> None:
    known = phrases()
    for i, line in enumerate(found.lines):
        if _SHORTEST <= len(line.text) <= 60 and (phrase := known.get(bare(line.text))):
            found.mark_line(i, phrase.kind)


def _mark_rules(found: Furnishing) -> None:
    """Try the rules: first those for any line, then those for the edges of what is left, then the last line's."""
    table = [rule for rule in rules() if rule.kind != "caption"]
    everywhere = [rule for rule in table if rule.where == "anywhere"]
    for i in found.open():
        _try_rules(found, i, everywhere)
    _mark_rest(found)
    _mark_opening(found)
    left = found.open()
    _try_edge(found, left[:_HEAD], [rule for rule in table if rule.where in ("head", "edges")], head=True)
    tail = [i for i in reversed(left[-_TAIL:]) if i not in found.whole]
    _try_edge(found, tail, [rule for rule in table if rule.where in ("tail", "edges")], head=False)
    if left := found.open():
        _try_rules(found, left[-1], [rule for rule in table if rule.where == "last"])


def _try_edge(found: Furnishing, at: list[int], table: list[Rule], *, head: bool) -> None:
    """Try the rules for one end of the text, and lines that are put together of several things."""
    for i in at:
        _try_rules(found, i, table)
        line = found.lines[i]
        if i not in found.whole and len(line.text) >= _SHORTEST and (marks := pieces(line, head=head)):
            found.whole.add(i)
            found.marks.extend(marks)


def _mark_opening(found: Furnishing) -> None:
    """Mark what is furniture only above the text and only once: a day that heads several parts is none."""
    for rule in (rule for rule in rules() if rule.where == "opening"):
        hits = [(i, match) for i in found.open() if (match := rule.match(found.lines[i].text))]
        if len(hits) == 1 and sum(line.prose for line in found.lines[: hits[0][0]]) < 2:
            _add(found, hits[0][0], rule, hits[0][1])


def _try_rules(found: Furnishing, i: int, table: list[Rule]) -> None:
    """Mark what the first rule that fits finds in a line."""
    line = found.lines[i]
    if len(line.text) < _SHORTEST:
        return
    for rule in table:
        if match := rule.match(line.text):
            _add(found, i, rule, match)
            return


def _add(found: Furnishing, i: int, rule: Rule, match: re.Match[str]) -> None:
    line = found.lines[i]
    whole = match.end() - match.start() == len(line.text) or (rule.whole_line and len(line.text) <= _CAPTION)
    whole = whole or (rule.whole_line and rule.scope == "line")
    span = line.span if whole else Span(line.start + match.start(), line.start + match.end())
    found.marks.append(said(rule, match, span))
    if whole:
        found.whole.add(i)


def _mark_rest(found: Furnishing) -> None:
    """Mark everything after the head of a comment section."""
    starts = {mark.span.start for mark in found.marks if mark.kind == "comments"}
    opening = [rule for rule in rules() if rule.rest]
    heads = (
        i for i, line in enumerate(found.lines) if line.start in starts and any(r.match(line.text) for r in opening)
    )
    first = next(heads, None)
    if first is not None and any(line.prose for line in found.lines[:first]):
        for i in range(first, len(found.lines)):
            found.mark_line(i, "comments")


def _mark_links(found: Furnishing) -> None:
    """Mark the links under a heading such as ``Mehr zum Thema``: in its block, or to the end of the text."""
    for i in sorted(found.whole):
        phrase = phrases().get(bare(found.lines[i].text)) if len(found.lines[i].text) <= 60 else None
        if phrase and phrase.list:
            for j in _links_after(found, i):
                found.mark_line(j, "more")


def _links_after(found: Furnishing, i: int) -> list[int]:
    below: list[int] = []
    for j in range(i + 1, min(i + 1 + _LINKS, len(found.lines))):
        line = found.lines[j]
        if j not in found.whole and (line.prose or line.text.endswith(".") or len(line.text) > _LINK):
            return [k for k in below if found.lines[k].block == found.lines[i].block] if found.lines[j].block else []
        below.append(j)
    return below if i + 1 + _LINKS >= len(found.lines) else []


def _mark_captions(found: Furnishing) -> None:
    """Mark captions with a credit, and the lines that say the same without one."""
    table = [rule for rule in rules() if rule.kind == "caption"]
    bodies: set[str] = set()
    for i in found.open():
        line = found.lines[i]
        match = next((m for rule in table if (m := rule.match(line.text))), None)
        if match is None:
            continue
        short = len(line.text) <= _CAPTION
        begin = line.start + (0 if short else match.start())
        found.marks.append(Mark("caption", Span(begin, line.span.end)))
        if short:
            found.whole.add(i)
            bodies.add(line.text[: match.start()].strip())
            _mark_line_above(found, i, match.start())
    for i in found.open():
        if found.lines[i].words > 3 and found.lines[i].text in bodies:
            found.mark_line(i, "caption")


def _mark_line_above(found: Furnishing, i: int, credit: int) -> None:
    """Mark the caption above a line that is only its credit, where the two make a block of their own."""
    around = [found.lines[j].block if 0 <= j < len(found.lines) else -1 for j in (i - 2, i - 1, i, i + 1)]
    above = found.lines[i - 1]
    alone = around[1] == around[2] and around[0] != around[1] and around[3] != around[2]
    if credit == 0 and alone and around[0] >= 0 and above.closed and len(above.text) <= _CAPTION:
        found.mark_line(i - 1, "caption")


def _mark_repeats(found: Furnishing) -> None:
    """Mark a line that stood before; where the two stand together as a picture's text does, both."""
    seen: dict[str, int] = {}
    for i in found.open():
        line = found.lines[i]
        if len(line.text) < _TWIN or line.words < 4:
            continue
        before = seen.setdefault(line.text, i)
        if before == i:
            continue
        found.mark_line(i, "repeat")
        paired = before == i - 1 and found.lines[before].block == line.block
        if paired and line.closed and len(line.text) <= _CAPTION:
            found.mark_line(before, "repeat")


def _find_title(found: Furnishing) -> None:
    """Find the title in the first line that is left, after a kicker."""
    left = found.open()[:_HEAD]
    if found.title is not None or len(left) < 2:
        return
    if len(left) > 2 and is_kicker(found.lines[left[0]], found.lines[left[1]], dated=_dated(found, *left[:2])):
        found.mark_line(left.pop(0), "kicker")
    if any(found.lines[i].prose for i in left[1:]):
        found.title = headline(_unmarked(found, found.lines[left[0]]))


def _dated(found: Furnishing, first: int, second: int) -> bool:
    """Say whether a day stands between two lines, as it does between an outlet's name and a headline."""
    between = (found.lines[first].start, found.lines[second].start)
    return any(between[0] < mark.span.start < between[1] and mark.day for mark in found.marks)


def _unmarked(found: Furnishing, line: Line) -> Line:
    """Give a line without the furniture at its end."""
    cuts = [m.span.start for m in found.marks if line.start < m.span.start < line.span.end]
    return Line(line.text[: min(cuts) - line.start].rstrip(), line.start, line.block) if cuts else line


def _merged(spans: Iterable[Span]) -> Spans:
    return tuple(_join(sorted(span for span in spans if span.start < span.end)))


def _join(spans: list[Span]) -> Iterator[Span]:
    current: Span | None = None
    for span in spans:
        if current and span.start < current.end:
            current = Span(current.start, max(current.end, span.end))
            continue
        if current:
            yield current
        current = span
    if current:
        yield current
