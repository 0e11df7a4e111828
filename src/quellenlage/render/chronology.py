"""The events of a dossier as the page shows them: valid time, status from report to report, origins."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from quellenlage.model import Span, Status
from quellenlage.model.dossier import EventMentionRow, EventRow, HistoryRow
from quellenlage.render import days, words
from quellenlage.render.lookup import OWN_VOICE, Link, Lookup
from quellenlage.render.origins import Fan, OriginView, fan, origin_view
from quellenlage.render.phrases import Phrase, joined, several, t
from quellenlage.render.sieve import Facets, facets
from quellenlage.render.timeline import Axis, Lane
from quellenlage.render.words import Label

YEAR = timedelta(days=365)
DATED, UNDATED, PAST = "dated", "undated", "past"
PARTS = {DATED: Phrase("", ""), UNDATED: t("Ohne bekannten Tag"), PAST: t("Vorgeschichte")}


class Step(NamedTuple):
    """The status that one report gives an event; ``voices`` lead to the sentences, by who speaks there."""

    when: Phrase
    status: Label
    code: str
    evidence: Link
    voices: list[Link]


class Proof(NamedTuple):
    """A sentence that speaks of an event, cut at the words that name it; the flag says which pieces those are."""

    pieces: list[tuple[str, bool]]
    evidence: Link
    factuality: Label


class EventView(NamedTuple):
    """One row of the chronology; ``spots`` are all places it rests on, ``days`` those that also hold a time."""

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
    proofs: list[Proof]
    spots: Link
    days: Link
    origins: list[OriginView]
    fan: Fan
    tally: Phrase
    told: int
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
    """Say under which head an event stands: what ended a year before the first report is the story's past."""
    last = event.end or event.begin
    if last is None:
        return UNDATED
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
        label=event.label,
        when=_when(event),
        place=lookup.actor(event.place),
        participants=_participants(lookup, event),
        status=words.STATUS[event.status],
        code=event.status,
        contested=[link for link in map(lookup.actor, event.denied_by) if link],
        disputes=0,
        history=_steps(lookup, event),
        proofs=_proofs(lookup, event),
        spots=spots(lookup, event.mentions),
        days=spots(lookup, timed or event.mentions),
        origins=origins,
        fan=fan(origins, told),
        tally=words.count(event.independent_origins.least, event.independent_origins.most),
        told=told,
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
    """Put what one report says in a row with one status on one line."""
    said = {(m.report, m.start, m.end): m.statement for m in event.mentions}
    steps: list[Step] = []
    for (report, status), group in groupby(event.history, key=lambda row: (row.report, row.status)):
        run = list(group)
        when = lookup.published(report)
        if report not in lookup.by_id:
            when = days.phrase(days.lasting, run[0].reported, run[0].reported)
        statement = said.get((report, *run[0].mention))
        evidence = lookup.evidence(report, [run[0].mention], statement=statement)
        steps.append(Step(when, words.STATUS[status], status, evidence, _voices(lookup, run, said)))
    return steps


def _voices(lookup: Lookup, run: Iterable[HistoryRow], said: dict[tuple[str, int, int], str | None]) -> list[Link]:
    voices: dict[str, Link] = {}
    for row in run:
        who = lookup.actor(row.source_actor)
        name = who.text if who else OWN_VOICE
        statement = said.get((row.report, *row.mention))
        voices.setdefault(str(name), lookup.evidence(row.report, [row.mention], name, statement=statement))
    return list(voices.values())


def _proofs(lookup: Lookup, event: EventRow) -> list[Proof]:
    """Give each sentence once, however many of its words speak of the event."""
    groups: dict[tuple[str, Span], list[EventMentionRow]] = {}
    for mention in event.mentions:
        groups.setdefault((mention.report, mention.sentence), []).append(mention)
    return [_proof(lookup, rows) for rows in groups.values()]


def _proof(lookup: Lookup, rows: list[EventMentionRow]) -> Proof:
    first = rows[0]
    report = lookup.by_id.get(first.report)
    text = report.text if report else ""
    at, stop = min(first.sentence.start, *(r.start for r in rows)), max(first.sentence.end, *(r.end for r in rows))
    pieces: list[tuple[str, bool]] = []
    for row in sorted(rows, key=lambda row: (row.start, row.end)):
        pieces += [(text[at : row.start], False), (text[max(at, row.start) : row.end], True)]
        at = max(at, row.end)
    spans = [Span(row.start, row.end) for row in rows]
    return Proof(
        pieces=[piece for piece in [*pieces, (text[at:stop].rstrip(), False)] if piece[0]],
        evidence=lookup.evidence(first.report, spans, statement=first.statement),
        factuality=words.FACTUALITY[first.factuality],
    )


def widest(lookup: Lookup, views: list[EventView], most: int = 3) -> list[EventView]:
    """Pick the events that most reports speak of, the widest first."""
    spread = {e.id: (-len({m.report for m in e.mentions}), -len(e.mentions)) for e in lookup.events.values()}
    return sorted(views, key=lambda view: spread[view.id])[:most]


def summary(view: EventView) -> Phrase:
    """Say in one line when an event is, how far it has come, and on what that rests."""
    return joined(", ", view.when, view.reports, view.tally)
