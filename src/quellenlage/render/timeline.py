"""Events drawn along the calendar: a bar for when a thing was, a sign for each report that speaks of it.

Positions are percent of the drawing's width, so that a page needs no layout to place them and zooms by being wider.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from quellenlage.model.dossier import Dossier, EventRow, ReportRow
from quellenlage.render import days
from quellenlage.render.phrases import Phrase

WHOLE = 100.0
NEAR_DAYS = 30
APART = 3.0  # percent between two signs in a row, so that neither covers the other, on a phone either
STEP = 13  # from one row of signs to the next
TOP = 22  # where the first sign stands, below the bar
LOWEST = 6  # the last row; what finds no room above stands there


class Tick(NamedTuple):
    """A day, month or year on the axis; ``level`` is "d", "w", "m", "y", or "m w" for a Monday that begins a month."""

    x: float
    text: Phrase
    level: str
    day: date


class Bar(NamedTuple):
    """When a thing was: ``vague`` where it is a day not known better; an open end is out of sight."""

    x: float
    width: float
    vague: bool
    opens: bool
    ends: bool


class Dot(NamedTuple):
    """What reports of one day say; ``first`` is the line of the event's history it comes from.

    ``reach`` is how far the day is not known; it is drawn once, however many signs stand there.
    """

    x: float
    y: int
    code: str
    reports: int
    first: int
    reach: tuple[float, float] | None


class Lane(NamedTuple):
    """One event as it is drawn; ``before`` and ``after`` say that it lies outside what is drawn.

    ``dayless`` are the signs of reports whose day is not known.
    """

    bar: Bar | None
    before: bool
    after: bool
    dots: list[Dot]
    dayless: list[Dot]
    height: int


class Axis:
    """The days from the first to the last that the drawing shows."""

    def __init__(self, dossier: Dossier) -> None:
        self.first, self.last = _domain(dossier)
        self.dayless = any(not (r.published.earliest or r.published.latest) for r in dossier.reports)
        self.span = max((self.last - self.first).days + 1, 1)

    def x(self, day: date, *, after: bool = False) -> float:
        """Give where a day begins, or with ``after`` where it ends."""
        at = (day - self.first).days + after
        return round(min(max(at / self.span, 0.0), 1.0) * WHOLE, 2)

    def lane(self, event: EventRow, reports: Sequence[ReportRow | None]) -> Lane:
        """Draw one event; ``reports`` go with the lines of its history."""
        bar = self._bar(event.begin, event.end)
        dots, dayless = self._dots(event, reports)
        last = event.end or event.begin
        first = event.begin or event.end
        return Lane(
            bar=bar,
            before=bool(last and last < self.first),
            after=bool(first and first > self.last),
            dots=dots,
            dayless=dayless,
            height=max((dot.y for dot in [*dots, *dayless]), default=TOP - STEP) + STEP - 4,
        )

    def _bar(self, begin: date | None, end: date | None) -> Bar | None:
        first, last = begin or end, end or begin
        if first is None or last is None or last < self.first or first > self.last:
            return None
        left = self.x(begin) if begin else max(self.x(last) - 6, 0.0)
        right = self.x(end, after=True) if end else min(self.x(first, after=True) + 6, WHOLE)
        width = round(max(right - left, 0.8), 2)
        return Bar(left, width, days.vague(begin, end) or first > last, begin is None, end is None)

    def _dots(self, event: EventRow, reports: Sequence[ReportRow | None]) -> tuple[list[Dot], list[Dot]]:
        groups: dict[tuple[float | None, str], Dot] = {}
        counted: set[tuple[str, str]] = set()
        line, before = -1, None
        for row, report in zip(event.history, reports, strict=True):
            line += (row.report, row.status) != before
            before = (row.report, row.status)
            at, reach = self._reported(row.reported, report)
            key = (at, str(row.status))
            dot = groups.get(key) or Dot(at or 0.0, 0, row.status, 0, line, reach)
            fresh = (row.report, str(row.status)) not in counted
            counted.add((row.report, str(row.status)))
            groups[key] = dot._replace(reports=dot.reports + fresh)
        known = [dot for (at, _), dot in groups.items() if at is not None]
        return _stacked(known), _stacked([dot for (at, _), dot in groups.items() if at is None])

    def _reported(self, day: date | None, report: ReportRow | None) -> tuple[float | None, tuple[float, float] | None]:
        """Give where a report stands: in the middle of the days it can be of, with those days' reach."""
        published = report.published if report else None
        earliest, latest = (published.earliest, published.latest) if published else (day, day)
        known = latest or earliest
        if known is None:
            return None, None
        if not earliest or not latest or earliest >= latest:
            return round((self.x(known) + self.x(known, after=True)) / 2, 2), None
        left, right = self.x(earliest), self.x(latest, after=True)
        return round((left + right) / 2, 2), (left, right)

    def ticks(self) -> list[Tick]:
        """Give the days, weeks, months and years to write on the axis; those that would crowd it are left out."""
        found: list[Tick] = []
        for number in range(self.span if self.span <= 40 * 366 else 0):
            day = self.first + timedelta(days=number)
            level = self._level(day)
            if level:
                found.append(Tick(self.x(day), _words(day, level), level, day))
        return found

    def _level(self, day: date) -> str:
        if day.day == 1 and day.month == 1:
            return "y"
        if day.day == 1 and self.span <= 6 * 366:
            return "m w" if day.weekday() == 0 and self.span <= 366 else "m"
        if day.weekday() == 0 and self.span <= 366:
            return "w"
        return "d" if self.span <= 120 else ""

    @property
    def level(self) -> str:
        """Give the finest level that is not crowded when all is shown."""
        limits = ((12, "d"), (84, "w"), (420, "m"))
        return next((level for limit, level in limits if self.span <= limit), "y")


def _words(day: date, level: str) -> Phrase:
    form = {"y": days.year, "m": days.month}.get(level[0], days.tick)
    return days.phrase(form, day)


def _stacked(dots: list[Dot]) -> list[Dot]:
    """Put signs that would cover each other below each other."""
    taken: set[tuple[int, int]] = set()
    reached: set[float] = set()
    placed = []
    for dot in dots:
        column = int(dot.x // APART)
        beside = {column - 1, column, column + 1}
        level = next((n for n in range(LOWEST) if not any((n, other) in taken for other in beside)), LOWEST)
        taken.add((level, column))
        placed.append(dot._replace(y=TOP + STEP * level, reach=None if dot.x in reached else dot.reach))
        reached.add(dot.x)
    return placed


def _domain(dossier: Dossier) -> tuple[date, date]:
    """Show the days of the reports, and the events that lie near them."""
    published = [day for r in dossier.reports for day in (r.published.earliest, r.published.latest) if day]
    valid = [day for e in dossier.events for day in (e.begin, e.end) if day]
    core = published or valid or [date(2000, 1, 1)]
    first, last = min(core), max(core)
    near = max(NEAR_DAYS, (last - first).days // 2)
    for day in sorted(valid):
        if first.toordinal() - near <= day.toordinal() <= last.toordinal() + near:
            first, last = min(first, day), max(last, day)
    return _around(first, last)


def _around(first: date, last: date) -> tuple[date, date]:
    """Leave a little air on both sides."""
    air = max((last - first).days // 40, 1)
    begin = max(first.toordinal() - air, date.min.toordinal())
    return date.fromordinal(begin), date.fromordinal(min(last.toordinal() + air, date.max.toordinal()))
