"""The day of publication, as a report states it or as what came with it gives it."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from quellenlage.errors import DayError
from quellenlage.intake.facts import day_in, month_in
from quellenlage.intake.mark import Mark
from quellenlage.model import Basis, Evidence, Interval, Published

_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")


def given(day: date) -> Published:
    """Make the publication of a day that came with the report (a field, a page's data, an argument)."""
    return Published(interval=Interval(earliest=day, latest=day), basis=Basis.METADATA)


def as_day(words: str | date) -> date:
    """Give the day that a caller names (``2021-03-02``). Raises ``DayError`` where it is none, or not a single one."""
    if isinstance(words, date):
        return words.date() if isinstance(words, datetime) else words
    found = from_field(words)
    if found is None or found.interval.day is None:
        raise DayError(f"{words!r} is no day of publication; write it as 2021-03-02")
    return found.interval.day


def from_field(words: str) -> Published | None:
    """Read a day or a month as data gives it (``2021-03-02T07:12:00+01:00``, ``02.03.2021``); ``None`` where broken."""
    words = words.strip()[:64]
    interval = _stamp(words) or _plain(words)
    return Published(interval=interval, basis=Basis.METADATA) if interval else None


def stated(marks: Sequence[Mark], report: str) -> Published:
    """Give what the text itself states: the day it came out, else the day of its last change, met with the month."""
    days = [mark for kind in ("published", "dateline", "updated") for mark in marks if mark.kind == kind and mark.day]
    months = [mark for mark in marks if mark.month]
    if not days and not months:
        return Published()
    interval, used = Interval(), list[Mark]()
    for mark in days[:1] + months[:1]:
        met = interval.meet(mark.month or Interval(earliest=mark.day, latest=mark.day))
        if met:
            interval, used = met, [*used, mark]
    evidence = tuple(Evidence(report=report, span=mark.span) for mark in sorted(used, key=lambda mark: mark.span))
    return Published(interval=interval, basis=Basis.STATED, evidence=evidence)


def _stamp(words: str) -> Interval | None:
    """Read an ISO 8601 time; one in universal time counts for the day that it was in Berlin, Vienna and Zurich."""
    if not _STAMP.match(words):
        return None
    try:
        moment = datetime.fromisoformat(words)
        if moment.tzinfo and not moment.utcoffset():
            moment = moment.astimezone(UTC).replace(tzinfo=None)
            moment += timedelta(hours=2 if _is_summer(moment) else 1)
    except (ValueError, OverflowError):
        return None
    return Interval(earliest=moment.date(), latest=moment.date())


def _is_summer(moment: datetime) -> bool:
    """Say whether Central European Summer Time held (Directive 2000/84/EC; the rule has stood since 1996)."""
    begin, end = (_last_sunday(moment.year, month) for month in (3, 10))
    return begin <= moment < end


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _plain(words: str) -> Interval | None:
    day = day_in(words)
    return Interval(earliest=day, latest=day) if day else month_in(words)
