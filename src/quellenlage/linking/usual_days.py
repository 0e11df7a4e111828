"""Reports brought closer to their day by the weekdays they name, as reporters use them.

*Am Freitag* looks back a day or two as a rule, seldom five, and ahead to one of the next days. Each weekday without a
date gives every day that a report can be of its odds (``usual`` in ``linking.toml``, counted in dated reports); the
shortest stretch of days is left that bears most of them together. Nothing but the ends of what is known is taken off.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate
from math import prod

from quellenlage.language import table
from quellenlage.model import Basis, Evidence, Interval, Published, Reading, Status, TimeExpression
from quellenlage.reading.times.values import parse

# The share of the odds that the days which are left have together.
SHARE = 0.95
# Of a longer time every weekday comes back, and the odds with it.
WIDEST = timedelta(days=20)
PRESENT = "present"
# What the present tense of a clause tells of.
TENSES = {Status.HAPPENED: "past", Status.PLANNED: "future", Status.CONFIRMED: "future"}

Named = Mapping[tuple[str, int], Sequence[TimeExpression]]


def agree(readings: Sequence[Reading], published: Mapping[str, Published]) -> dict[str, Published]:
    """Give the reports that their weekdays bring closer, with the days that are left."""
    known = {reading.report.id: published[reading.report.id] for reading in readings}
    found = {reading.report.id: closer(reading, known[reading.report.id]) for reading in readings}
    return {report: days for report, days in found.items() if days != known[report]}


def closer(reading: Reading, known: Published) -> Published:
    """Take those days off the ends of a report's that its weekdays make unlikely."""
    begin, end = known.interval.earliest, known.interval.latest
    if not begin or not end or begin == end or end - begin > WIDEST:
        return known
    named = _named(reading)
    days = [begin + timedelta(days=n) for n in range((end - begin).days + 1)]
    first, last = _most([_odds(day, named, reading.report.language) for day in days])
    if not named or last - first + 1 == len(days):
        return known
    evidence = (Evidence(report=reading.report.id, span=times[0].span) for times in named.values())
    fresh = tuple(one for one in evidence if one not in known.evidence)
    basis = Basis.INFERRED if known.basis is Basis.UNKNOWN else known.basis
    left = Interval(earliest=days[first], latest=days[last])
    return Published(interval=left, basis=basis, evidence=known.evidence + fresh)


def _named(reading: Reading) -> Named:
    """Give the weekdays that a report names without a date, by the way they lie; said twice, they count once."""
    told: dict[str, set[Status]] = defaultdict(set)
    for event in reading.events:
        told[event.time or ""].add(event.status)
    usual = table(reading.report.language, "linking")["usual"]
    found: dict[tuple[str, int], list[TimeExpression]] = defaultdict(list)
    for time in reading.times:
        form = parse(time.form)
        if form.kind != "weekday":
            continue
        tenses = {TENSES.get(status, "") for status in told[time.id]} - {""}
        way = form.direction if form.direction != PRESENT or len(tenses) != 1 else tenses.pop()
        if way in usual:
            found[way, int(form.args[0])].append(time)
    return found


def _odds(day: date, named: Named, language: str) -> float:
    """Give the odds of a day: how often a weekday is named from so far away, for all of them together."""
    usual = table(language, "linking")["usual"]
    return prod(_share(usual[way], (weekday - day.isoweekday()) % 7) for way, weekday in named)


def _share(counts: Sequence[int], ahead: int) -> float:
    return (counts[ahead] + 1) / (sum(counts) + len(counts))


def _most(odds: Sequence[float]) -> tuple[int, int]:
    """Give the ends of the shortest stretch that has most of the odds, of equally short ones the likeliest."""
    sums = [0.0, *accumulate(odds)]
    return min(_stretches(sums), key=lambda ends: (ends[1] - ends[0], sums[ends[0]] - sums[ends[1] + 1], ends))


def _stretches(sums: Sequence[float]) -> Iterator[tuple[int, int]]:
    for first in range(len(sums) - 1):
        for last in range(first, len(sums) - 1):
            if sums[last + 1] - sums[first] >= SHARE * sums[-1]:
                yield first, last
                break
