"""Datelines: the place a report was filed from, before its first sentence (``BERLIN (dpa) – ``)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quellenlage.intake.facts import agencies_in, day_in
from quellenlage.intake.furniture import compiled, furniture_table
from quellenlage.intake.lines import Line
from quellenlage.intake.mark import Mark
from quellenlage.model import Span

_LOOKED_AT = 140
_PROSE_TRIED = 4
_WORD = r"[A-ZÄÖÜ][\w.’'-]{1,24}"
_DASH = r"(?:\s?[–—]|\s--?)\s"
_SENTENCE_END = re.compile(r"[.!?]\s")
_AFTER = r"(?:(?P<after>\d{1,2}\.\s?(?:[A-Z][a-zä]{2,8}\.?\s|\d{1,2}\.\s?)\d{4})<clock>(?:\.|\s?[–—-]{1,2})?\s)?"
_SECOND_DASH = re.compile(r"\s[–—-]{1,2}\s")


def datelines(prose: list[Line]) -> Iterator[Mark]:
    """Mark the dateline of the first lines of running text: the first one without an agency, every one with one."""
    for line in prose[:_PROSE_TRIED]:
        match = _pattern().match(line.text[:_LOOKED_AT])
        if match and _is_dateline(match, line.text):
            yield from _marks(match, line)
            return


@lru_cache(maxsize=8)
def _pattern(code: str = "de") -> re.Pattern[str]:
    """A place, a day that may be there, an agency that may be there, then a dash; no dash is needed with an agency.

    The day stands behind the place, in the brackets of the agency, behind them (``(dpa), 2. März –``) or, with its
    year, behind the dash (``(dpa) – 2. März 2021, 16.30 Uhr. Der Rat …``).
    """
    links = "|".join(furniture_table(code)["datelines"]["links"])
    place = rf"{_WORD}(?:\s(?:(?:{links})\s)?{_WORD}){{0,2}}"
    several = rf"{place}(?:\s?[/,]\s?{place}){{0,2}}"
    places = rf"(?P<place>{several})"
    names = "|".join(furniture_table(code)["words"]["weekdays"])
    lead = rf"(?:(?:am|den)\s)?(?:(?i:{names})\.?,?\s)?"
    day = rf"{lead}\d{{1,2}}\.\s?(?:[A-Z][a-zä]{{2,8}}\.?|\d{{1,2}}\.)(?:\s?(?:\d{{4}}|\d{{2}}(?=\W)))?"
    written = rf"(?P<written>(?:(?<=[\w.]),?\s|(?<![^\n])){day})?"
    credit = rf"\s?\(<agencies>(?P<inside>,\s?{day})?\)(?P<behind>,?\s{day})?(?:{_DASH}|[.:]?\s){_AFTER}"
    return compiled(
        rf"(?:{places})?{written}(?:{credit}|[.:]?{_DASH}|(?P<stop>\s?\.\s))(?=[A-ZÄÖÜ„“\"»«‚0-9])"
        rf"|\*\*(?P<bold>{several})[.:]?\*\*\s",
        code,
    )


def _is_dateline(match: re.Match[str], line: str) -> bool:
    """Tell a dateline from a sentence: no second dash, no ``Kommentar –``, a full stop only after capitals."""
    if match["agencies"] or match["bold"]:
        return True
    if not match["place"] or match["place"].casefold() in furniture_table()["datelines"]["not_places"]:
        return False
    if match["stop"]:
        return bool(match["place"].isupper() and len(match["place"]) > 2)
    rest = line[match.end() : match.end() + 400]
    end = _SENTENCE_END.search(rest)
    return not _SECOND_DASH.search(rest[: end.start()] if end else rest)


def _marks(match: re.Match[str], line: Line) -> Iterator[Mark]:
    """Mark the dateline; a day without a year is left in the text, for it dates the report by inference."""
    credit = match["agencies"] or ""
    where = next((name for name in ("written", "inside", "behind", "after") if match[name]), None)
    day = day_in(match[where]) if where else None
    if where and where != "after" and not day:
        if match.start(where):
            end = match.end("place") if where == "written" else match.start(where)
            yield Mark("dateline", Span(line.start, line.start + end))
        yield Mark("dateline", _trimmed(match, line, match.end(where)), agencies=agencies_in(credit))
        return
    yield Mark("dateline", _trimmed(match, line, 0), agencies=agencies_in(credit), day=day)


def _trimmed(match: re.Match[str], line: Line, begin: int) -> Span:
    words = match.group()[begin:]
    skipped = len(words) - len(words.lstrip())
    return Span(line.start + begin + skipped, line.start + begin + len(words.rstrip()))
