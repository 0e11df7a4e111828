"""The days of an event, drawn from those that its mentions give."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from quellenlage.model import EventMention, Interval, Status
from quellenlage.reading.events.frames import frames
from quellenlage.weighing.casebook import Casebook

ARRIVAL = "arrive"
BOUNDLESS = 100_000
# What has happened has its days; plans follow, then what is only possible, then what a denial says of it.
ORDER = {Status.HAPPENED: 0, Status.POSSIBLE: 2, Status.DENIED: 3}
AHEAD = 1
HELD = frozenset({Status.HAPPENED, Status.ONGOING})

Row = tuple[EventMention, Interval]


def of(mentions: Sequence[EventMention], book: Casebook) -> Interval:
    """Give the days of an event: what has happened before what was planned, the latest plan before earlier ones.

    Of what has happened, days that more reports bear out come first, then those that agree with a plan. Days that those
    before do not bear out are left aside: they were a plan, or are in dispute.
    """
    known = [(m, interval) for m in mentions if (interval := book.interval(m)).known]
    support = _supports(known)
    days = Interval()
    for mention, interval in sorted(known, key=lambda row: (*_rank(row, support, book), row[0].id)):
        if not _goes_on(mention, interval, known):
            days = days.meet(interval) or days
    return _lasting(days, mentions, known, book) or _stay(days, mentions, book)


def _lasting(days: Interval, mentions: Sequence[EventMention], known: Sequence[Row], book: Casebook) -> Interval | None:
    """Give the days from the first to the last of what went on for a while; ``None`` of what did not.

    A fire that broke out on one day is out on a later one: two days that are both told as done, or one that is and one
    on which it was under way, are no dispute but its begin and its end.
    """
    kinds = frames(book.reports[mentions[0].report].language).kinds
    known = [(m, interval) for m, interval in known if not _is_over_by_then(m, interval, book)]
    goes_on = any(m.status is Status.ONGOING or ((k := kinds.get(m.frame)) and k.durative) for m in mentions)
    if not goes_on and not any(m.status is Status.HAPPENED and not i.earliest for m, i in known):
        return None
    held = [(m, interval) for m, interval in known if m.status in HELD and (interval.day or not interval.closed)]
    begin = min((i.earliest for _, i in held if i.earliest), default=days.earliest)
    over = [i.latest for m, i in held if m.status is Status.HAPPENED and i.latest]
    end = max(over, default=None)
    if begin is None or end is None or end <= begin:
        return None
    return Interval(earliest=begin, latest=end)


def _is_over_by_then(mention: EventMention, interval: Interval, book: Casebook) -> bool:
    """Say whether all that is known of a time (*an diesem Tag*) is that it came before the report: that is no end."""
    told = book.published(mention.report).interval.latest
    return interval.earliest is None and interval.latest is not None and told is not None and interval.latest >= told


def _goes_on(mention: EventMention, interval: Interval, known: Sequence[Row]) -> bool:
    """Say whether a day is one of many: under way then, and by others since a day that is surely earlier."""
    if mention.status is not Status.ONGOING or not interval.earliest:
        return False
    begun = [other for m, other in known if m.status is Status.ONGOING and other.earliest]
    return any(_is_before(other, interval.earliest) for other in begun)


def _is_before(begun: Interval, day: date) -> bool:
    """Say whether what began in a stretch of days began before a day: one that holds the day may be that day."""
    loose = begun.closed and begun.latest is not None and begun.latest >= day
    return begun.earliest is not None and begun.earliest < day and not loose


def _rank(row: Row, support: Mapping[Interval, tuple[int, int]], book: Casebook) -> tuple[int, int, int, int]:
    mention, interval = row
    if mention.status is Status.HAPPENED:
        told, planned = support[interval]
        return ORDER[Status.HAPPENED], -told, -planned, _width(interval)
    return ORDER.get(mention.status, AHEAD), -book.place[mention.report], 0, _width(interval)


def _supports(known: Sequence[Row]) -> dict[Interval, tuple[int, int]]:
    """Count for all days that are told the reports by which they can be the event's: that tell it as done, and all."""
    told: dict[Interval, set[tuple[str, bool]]] = defaultdict(set)
    for mention, interval in known:
        told[interval].add((mention.report, mention.status is Status.HAPPENED))
    found = {}
    for interval in told:
        agree = set[tuple[str, bool]]().union(*(told[other] for other in told if interval.meet(other) is not None))
        found[interval] = (sum(done for _, done in agree), len({report for report, _ in agree}))
    return found


def _width(interval: Interval) -> int:
    if interval.earliest and interval.latest:
        return (interval.latest - interval.earliest).days
    return BOUNDLESS


def _stay(days: Interval, mentions: Sequence[EventMention], book: Casebook) -> Interval:
    """Let a visit last as long as it was said to (*vom 18. bis 19.*) where an arrival gives its first day alone."""
    if not any(m.frame == ARRIVAL and book.interval(m) == days for m in mentions):
        return days
    stays = [i.latest for m in mentions if (i := book.interval(m)).closed and i.earliest == days.earliest]
    last = max((day for day in stays if day), default=days.latest)
    return Interval(earliest=days.earliest, latest=last)
