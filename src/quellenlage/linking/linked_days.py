"""Reports without a day, dated by the events that they share with reports whose day is known.

What a report tells as done had happened by its day; what it tells as to come, and others as done, came no earlier; by
*am Freitag* it is of that day or the week beside it, by *gestern* of the day after. Two events at the least must say
so, one where the report's days are not known to two weeks, and none may be against it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from quellenlage.linking.dates import reach
from quellenlage.model import Basis, EventMention, Evidence, Interval, Links, Published, Status, TimeExpression
from quellenlage.reading.events.frames import frames
from quellenlage.reading.times.calendar import moved
from quellenlage.reading.times.values import AHEAD, BACK, parse

LEAST = 2
NEAR = timedelta(days=14)
DAYS_AWAY = re.compile(r"([+-]?\d{1,2})D")
TO_COME = frozenset({Status.PLANNED, Status.CONFIRMED})
UNTOLD = frozenset({Status.CANCELLED, Status.DENIED, Status.POSSIBLE})


class Sign(NamedTuple):
    """What one event says of a report's day, and the words that say so."""

    event: int
    days: Interval
    evidence: Evidence


def agree(links: Links, published: Mapping[str, Published]) -> dict[str, Published]:
    """Give the reports whose ``published`` days the story's events bring closer, with the days that are left.

    The links may rest on fewer days, the usual ones by a report's weekdays; what leaves none of these is wrong.
    """
    open_ = [r.report.id for r in links.readings if not published[r.report.id].interval.day]
    if not open_:
        return {}
    signs = defaultdict(list)
    for report, sign in _signs(links, frozenset(open_)):
        signs[report].append(sign)
    found = {report: _closer(published[report], signs[report]) for report in open_}
    usual = {report: links.published[report].interval for report in open_}
    found = {report: known for report, known in found.items() if known.interval.meet(usual[report])}
    return {report: known for report, known in found.items() if known != published[report]}


def _closer(known: Published, signs: list[Sign]) -> Published:
    """Bring a report's days closer where enough events say so and all agree; else leave them as they are."""
    if len({sign.event for sign in signs}) < LEAST:
        signs = [] if _is_near(known.interval) else [sign for sign in signs if sign.days.closed]
    interval, evidence = known.interval, list(known.evidence)
    for sign in signs:
        met = interval.meet(sign.days)
        if met is None:
            return known
        if met != interval and sign.evidence not in evidence:
            evidence.append(sign.evidence)
        interval = met
    basis = Basis.INFERRED if known.basis is Basis.UNKNOWN else known.basis
    return known if interval == known.interval else Published(interval=interval, basis=basis, evidence=tuple(evidence))


def _is_near(days: Interval) -> bool:
    """Say whether a report's days are known to two weeks or better, so that one event may spoil what is known."""
    return days.earliest is not None and days.latest is not None and days.latest - days.earliest <= NEAR


def _signs(links: Links, open_: frozenset[str]) -> Iterator[tuple[str, Sign]]:
    mentions = {mention.id: mention for reading in links.readings for mention in reading.events}
    times = {time.id: time for time in links.times}
    for n, group in enumerate(links.events):
        told = [mentions[id_] for id_ in group]
        if any(_lasts(mention, links.readings[0].report.language) for mention in told):
            continue
        day, by = _day(links, [mention for mention in told if mention.report not in open_])
        ahead = {mention.report for mention in told if mention.status in TO_COME}
        for mention in told:
            # Who tells of a plan and, in passing, as of something known does not say that it is over.
            known = mention.status is Status.HAPPENED and mention.report in ahead and not mention.time
            if mention.report in open_ and mention.status not in UNTOLD and not known and day and by:
                done = by.status is Status.HAPPENED
                found = _says(mention, times.get(mention.time or ""), day, done=done)
                if found:
                    yield mention.report, Sign(n, found, Evidence(report=by.report, span=by.span))


def _lasts(mention: EventMention, code: str) -> bool:
    """Say whether it goes on for a while, so that a day of it is not the day of all that is told of it."""
    frame = frames(code).kinds.get(mention.frame)
    return mention.status is Status.ONGOING or (frame is not None and frame.durative)


def _day(links: Links, told: list[EventMention]) -> tuple[date | None, EventMention | None]:
    """Give the one day of an event, by dated reports, and the mention that gives it; one that is done before a plan."""
    dated = [(day, m) for m in told if m.status not in UNTOLD and (day := links.days[m.id].day)]
    dated = [(day, m) for day, m in dated if m.status is Status.HAPPENED] or dated
    days = {day for day, _ in dated}
    if len(days) != 1:
        return None, None
    return days.pop(), min((mention for _, mention in dated), key=lambda m: (m.report, m.span))


def _says(mention: EventMention, time: TimeExpression | None, day: date, *, done: bool) -> Interval | None:
    """Give the days that a report can be of that tells what happened on ``day`` in these words."""
    if time is None:
        if mention.status is Status.HAPPENED:
            return Interval(earliest=day)
        return Interval(latest=day) if mention.status in TO_COME and done else None
    form = parse(time.form)
    if form.kind == "weekday" and int(form.args[0]) == day.isoweekday():
        back = form.direction in BACK or (form.direction not in AHEAD and mention.status is Status.HAPPENED)
        return reach(day, back)
    away = DAYS_AWAY.fullmatch(form.args[0]) if form.kind == "offset" else None
    if away is None or (mention.status in TO_COME and done):
        return None
    own = moved(day, -int(away[1]))
    return Interval(earliest=own, latest=own) if own else None
