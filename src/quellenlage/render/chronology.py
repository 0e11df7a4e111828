"""The events of a dossier as the page shows them: valid time, status from report to report, origins."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from quellenlage.model import Factuality, Span, Status
from quellenlage.model.dossier import EventMentionRow, EventRow, HistoryRow
from quellenlage.render import days, words
from quellenlage.render.lookup import OWN_VOICE, Link, Lookup
from quellenlage.render.origins import Fan, OriginView, fan, origin_view
from quellenlage.render.phrases import Phrase, several, t
from quellenlage.render.sieve import Facets, facets
from quellenlage.render.timeline import Axis, Lane
from quellenlage.render.words import Label

Said = dict[tuple[str, int, int], str | None]  # the statement that a mention belongs to
YEAR = timedelta(days=365)
DATED, UNDATED, PAST, ONCE = "dated", "undated", "past", "once"
PARTS = {
    DATED: Phrase("", ""),
    UNDATED: t("Ohne bekannten Tag"),
    PAST: t("Vorgeschichte"),
    ONCE: t("Ohne bekannten Tag, in einem Bericht allein"),
}


class Step(NamedTuple):
    """The status that one report gives an event, with all its sentences that give it; ``voices`` are who speaks there.

    ``firm`` says how firmly, where that is not simply for certain.
    """

    when: Phrase
    status: Label
    code: str
    evidence: Link
    voices: list[Link]
    firm: Label | None


class EventView(NamedTuple):
    """One row of the chronology; ``spots`` are all places it rests on, ``days`` those that also hold a time.

    ``told`` is the number of reports that speak of it, ``agreed`` of those that give it the status it has.
    """

    anchor: str
    id: str
    label: str
    when: Phrase
    place: Link | None
    participants: list[tuple[Label, list[Link]]]
    status: Label
    code: str
    contested: list[Link]
    disputes: int
    history: list[Step]
    sentences: list[str]
    spots: Link
    days: Link
    origins: list[OriginView]
    fan: Fan
    tally: Phrase
    told: int
    agreed: int
    reports: Phrase
    lane: Lane
    facets: Facets
    part: str = DATED


def chronology(lookup: Lookup, axis: Axis) -> list[EventView]:
    """Give the events in the order of their valid time; then those without a day, then what lies far back."""
    disputed: dict[str, int] = {}
    for conflict in lookup.dossier.conflicts:
        disputed[conflict.event or ""] = disputed.get(conflict.event or "", 0) + 1
    times = _times(lookup)
    parted = [(_part(event, lookup.dossier.story.begin), event) for event in lookup.events.values()]
    parts = list(PARTS)
    ordered = sorted(parted, key=lambda row: (parts.index(row[0]), _order(row[1])))
    return [
        _event(lookup, axis, event, times)._replace(part=part, disputes=disputed.get(event.id, 0))
        for part, event in ordered
    ]


def _times(lookup: Lookup) -> dict[str, list[int]]:
    """Give where time expressions begin, by the sentence that holds them, so that a date can open its sentences."""
    found: dict[str, list[int]] = {}
    for time in lookup.dossier.times:
        found.setdefault(time.report, []).append(time.start)
    return {report: sorted(starts) for report, starts in found.items()}


def _part(event: EventRow, begin: date | None) -> str:
    """Say under which head an event stands: what ended a year before the first report is the story's past.

    What a single report tells, without a day and undisputed, stands last.
    """
    last = event.end or event.begin
    if last is None:
        alone = len({mention.report for mention in event.mentions}) == 1
        return ONCE if alone and not event.denied_by else UNDATED
    return PAST if begin and last.toordinal() < begin.toordinal() - YEAR.days else DATED


def _order(event: EventRow) -> tuple[date, date, int, str, str]:
    first, last = event.begin or event.end or date.max, event.end or date.max
    return (first, last, -len({mention.report for mention in event.mentions}), event.label, event.id)


def _event(lookup: Lookup, axis: Axis, event: EventRow, times: dict[str, list[int]]) -> EventView:
    timed = [mention for mention in event.mentions if _timed(mention, times)]
    origins = [origin_view(lookup, origin) for origin in event.origins]
    told = len({mention.report for mention in event.mentions})
    return EventView(
        anchor=lookup.place("e", event.id),
        id=event.id,
        label=lookup.labels[event.id],
        when=_when(event),
        place=lookup.actor(event.place),
        participants=_participants(lookup, event),
        status=words.STATUS[event.status],
        code=event.status,
        contested=lookup.people(event.denied_by),
        disputes=0,
        history=_steps(lookup, event),
        sentences=list(dict.fromkeys(lookup.quote(m.report, [m.sentence]) for m in event.mentions)),
        spots=spots(lookup, event.mentions),
        days=spots(lookup, timed or event.mentions),
        origins=origins,
        fan=fan(origins, told),
        tally=words.count(event.independent_origins.least, event.independent_origins.most),
        told=told,
        agreed=len({row.report for row in event.history if row.status == event.status}),
        reports=several("{n} Bericht", "{n} Berichte", told),
        lane=axis.lane(event, [lookup.by_id.get(row.report) for row in event.history]),
        facets=facets(lookup, event),
    )


def _timed(mention: EventMentionRow, times: dict[str, list[int]]) -> bool:
    sentence = mention.sentence
    return any(sentence.start <= start < sentence.end for start in times.get(mention.report, ()))


def spots(lookup: Lookup, mentions: Iterable[EventMentionRow]) -> Link:
    """Lead to all places where reports speak of an event; without a script to the first."""
    links = [lookup.evidence(m.report, [Span(m.start, m.end)], statement=m.statement) for m in mentions]
    links = [link for link in links if link.href]
    return links[0]._replace(at=" ".join(link.at for link in links)) if links else Link("")


def _when(event: EventRow) -> Phrase:
    if event.status is Status.ONGOING and event.begin and not event.end:
        return days.phrase(days.since, event.begin)
    return days.phrase(days.lasting, event.begin, event.end)


def _participants(lookup: Lookup, event: EventRow) -> list[tuple[Label, list[Link]]]:
    """Group the participants by role; the place is named already."""
    roles: dict[Label, list[Link]] = {}
    for row in event.participants:
        link = lookup.actor(row.actor)
        if link and row.actor != event.place:
            roles.setdefault(words.role(row.role), []).append(link)
    return list(roles.items())


def _steps(lookup: Lookup, event: EventRow) -> list[Step]:
    """Put what one report says in a row with one status on one line, with every mention that says it."""
    mentions: dict[tuple[str, Status], list[EventMentionRow]] = {}
    for mention in event.mentions:
        mentions.setdefault((mention.report, mention.status), []).append(mention)
    lines = groupby(event.history, key=lambda row: (row.report, row.status))
    said = {(m.report, m.start, m.end): m.statement for m in event.mentions}
    steps = [_step(lookup, list(run), mentions.pop(key, []), said) for key, run in lines]
    return steps + [_step(lookup, [], left, said) for left in mentions.values()]


def _step(lookup: Lookup, run: list[HistoryRow], mentions: list[EventMentionRow], said: Said) -> Step:
    report, status = (run[0].report, run[0].status) if run else (mentions[0].report, mentions[0].status)
    when = lookup.published(report)
    if run and report not in lookup.by_id:
        when = days.phrase(days.lasting, run[0].reported, run[0].reported)
    places = dict.fromkeys([*(row.mention for row in run), *(Span(m.start, m.end) for m in mentions)])
    links = [lookup.evidence(report, [place], statement=said.get((report, *place))) for place in places]
    evidence = links[0]._replace(at=" ".join(dict.fromkeys(link.at for link in links if link.at)))
    firm = {m.factuality for m in mentions}
    unsure = words.FACTUALITY[firm.pop()] if len(firm) == 1 and firm != {Factuality.CERTAIN} else None
    return Step(when, words.STATUS[status], status, evidence, _voices(lookup, run, said), unsure)


def _voices(lookup: Lookup, run: Iterable[HistoryRow], said: Said) -> list[Link]:
    voices: dict[str, Link] = {}
    for row in run:
        who = lookup.actor(row.source_actor)
        name = who.text if who else OWN_VOICE
        place = lookup.evidence(row.report, [row.mention], name, statement=said.get((row.report, *row.mention)))
        voices.setdefault(str(name), place)
    return list(voices.values())


def widest(lookup: Lookup, views: list[EventView], most: int = 3) -> list[EventView]:
    """Pick the events that most reports speak of, the widest first."""
    spread = {e.id: (-len({m.report for m in e.mentions}), -len(e.mentions)) for e in lookup.events.values()}
    return sorted(views, key=lambda view: spread[view.id])[:most]
