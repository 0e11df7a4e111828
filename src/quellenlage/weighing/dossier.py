"""Puts a dossier together, row by row, in an order that the input's order does not change."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from quellenlage.model import (
    Dossier,
    EventMention,
    Links,
    Published,
    Reading,
    Span,
    Stance,
    Statement,
    Status,
    content_id,
)
from quellenlage.model.dossier import (
    ActorRow,
    ClaimRow,
    CopyRow,
    EventMentionRow,
    EventRow,
    EvidenceRow,
    HistoryRow,
    MentionRow,
    ParticipantRow,
    PublishedRow,
    ReportRow,
    StatementRow,
    Story,
    TimeRow,
)
from quellenlage.reading.events.frames import frames as kinds_of
from quellenlage.weighing import (
    disputes,
    event_days,
    history,
    labels,
    origins,
    surely,
    telling,
    useful,
    voices,
)
from quellenlage.weighing.casebook import Casebook, open_casebook


def weigh(links: Links) -> Dossier:
    """Make the dossier of one story."""
    book = open_casebook(links)
    grouped = [[book.mentions[i] for i in ids] for ids in links.events]
    events = sorted((row for row in (_event(group, book) for group in grouped) if row), key=_chronology)
    claims = tuple(_claims(links, events, book))
    originals, cited = _originals(book), _cited(links)
    return Dossier(
        story=_story(links, events, book),
        reports=tuple(_report(reading, originals, book) for reading in links.readings),
        times=tuple(_times(links)),
        actors=tuple(
            ActorRow(id=a.id, name=a.name, kind=a.kind, aliases=a.aliases, roles=a.roles) for a in links.actors
        ),
        mentions=tuple(_mentions(links, book)),
        statements=tuple(_statement(s, book, cited) for reading in links.readings for s in reading.statements),
        events=tuple(events),
        claims=claims,
        conflicts=tuple(disputes.of(grouped, events, claims, book)),
        copies=tuple(CopyRow(a=c.a, b=c.b, shared=c.shared, spans=c.spans) for c in links.copies),
    )


def _story(links: Links, events: Sequence[EventRow], book: Casebook) -> Story:
    days = [day for p in links.published.values() for day in (p.interval.earliest, p.interval.latest) if day]
    return Story(
        id=content_id("y", *sorted(book.reports)),
        title=_title(links, events),
        begin=min(days, default=None),
        end=max(days, default=None),
    )


def _title(links: Links, events: Sequence[EventRow]) -> str:
    """Call the story after the event that most reports speak of, else after a report's title, else its actors."""
    spoken = [(len({m.report for m in row.mentions}), len(row.mentions), row.label) for row in events]
    if spoken and len(links.readings) > 1:
        return min(spoken, key=lambda row: (-row[0], -row[1], row[2]))[2]
    titles = [reading.report.title for reading in links.readings if reading.report.title]
    names = ", ".join(actor.name for actor in links.actors[:3])
    uris = [reading.report.uri for reading in links.readings]
    return next((title for title in (*titles, names, *uris) if title), "")


def _report(reading: Reading, originals: dict[str, str], book: Casebook) -> ReportRow:
    report = reading.report
    return ReportRow(
        id=report.id,
        uri=report.uri,
        outlet=report.outlet,
        title=report.title,
        url=report.url,
        authors=report.authors,
        agencies=report.agencies,
        language=report.language,
        sha256=report.sha256,
        text=report.text,
        furniture=report.furniture,
        sentences=reading.sentences,
        copy_of=originals.get(report.id),
        published=_published(book.published(report.id)),
        delivery=report.delivery,
    )


def _published(published: Published) -> PublishedRow:
    return PublishedRow(
        earliest=published.interval.earliest,
        latest=published.interval.latest,
        basis=published.basis,
        evidence=tuple(EvidenceRow(report=e.report, start=e.span.start, end=e.span.end) for e in published.evidence),
    )


def _originals(book: Casebook) -> dict[str, str]:
    """Give for each report that is mostly taken from an earlier one of the story, by day, the first such report."""
    place = {reading.report.id: n for n, reading in enumerate(book.links.readings)}
    first: dict[str, str] = {}
    for copy in book.links.copies:
        before, after = sorted((copy.a, copy.b), key=place.__getitem__)
        if book.copied(before, after):
            first[after] = min(before, first.get(after, before), key=place.__getitem__)
    return first


def _times(links: Links) -> Iterator[TimeRow]:
    for time in links.times:
        yield TimeRow(
            id=time.id,
            report=time.report,
            start=time.span.start,
            end=time.span.end,
            type=time.type,
            value=time.value,
            mod=time.mod,
            earliest=time.interval.earliest,
            latest=time.interval.latest,
        )


def _mentions(links: Links, book: Casebook) -> Iterator[MentionRow]:
    for reading in links.readings:
        for mention in reading.mentions:
            actor = book.actor_of.get(mention.entity)
            if actor:
                yield MentionRow(report=mention.report, start=mention.span.start, end=mention.span.end, actor=actor)


def _cited(links: Links) -> dict[str, Statement]:
    """Give by the ids of those who pass a statement on the one that they cite: the same content, within theirs."""
    every = {s.id: s for reading in links.readings for s in reading.statements}
    inner = (s for s in every.values() if s.within in every)
    return {s.within: s for s in inner if s.within and s.content == every[s.within].content}


def _statement(statement: Statement, book: Casebook, cited: Mapping[str, Statement]) -> StatementRow:
    sources, innermost = book.sources(statement), cited.get(statement.id, statement)
    return StatementRow(
        id=statement.id,
        report=statement.report,
        content=statement.content,
        source=statement.source,
        source_actor=sources[0] if sources else None,
        source_actors=sources,
        cue=statement.cue,
        frame=statement.frame,
        addressee=statement.addressee,
        type=statement.type,
        medium=statement.medium,
        stance=statement.stance,
        within=statement.within,
        origin=voices.of_statement(innermost, statement.content[0], book)[0].actor,
        factuality=statement.factuality,
        marks=statement.marks,
    )


def _event(mentions: Sequence[EventMention], book: Casebook) -> EventRow | None:
    """Make an event's row; ``None`` where it is no event that a reader could use."""
    people, place = _participants(mentions, book), _place(mentions, book)
    days = event_days.of(mentions, book)
    if useful.misread(mentions, book) or useful.idle(mentions, bool(people or place), days.known, book):
        return None
    past = history.of(mentions, book)
    frames = Counter(mention.frame for mention in mentions)
    frame = min(frames, key=lambda name: (-frames[name], name))
    status = history.now(past, durative=_lasts(frame, mentions[0], book), theirs=_theirs(people, past, book))
    told = _telling(mentions, book)
    rows, count, deniers = origins.of([v for m in told for v in voices.of_mention(m, book)], book)
    return EventRow(
        id=content_id("e", *sorted(mention.id for mention in mentions)),
        frame=frame,
        plover=next((m.plover for m in mentions if m.frame == frame and m.plover), None),
        label=labels.of_event(mentions, people, place, book),
        participants=people,
        place=place,
        begin=days.earliest,
        end=days.latest,
        status=status,
        mentions=tuple(_mention(mention) for mention in mentions),
        history=past,
        origins=rows,
        independent_origins=surely.counted(count, told, mentions, book),
        denied_by=deniers,
    )


def _theirs(people: Sequence[ParticipantRow], past: Sequence[HistoryRow], book: Casebook) -> frozenset[str]:
    """Give those sources of an event's history who take part in it, or speak for one who does."""
    concerned = {origins.key(row.actor, book) for row in people}
    sources = {row.source_actor for row in past if row.source_actor}
    return frozenset(actor for actor in sources if origins.key(actor, book) in concerned)


def _telling(mentions: Sequence[EventMention], book: Casebook) -> list[EventMention]:
    """Give the mentions that an event rests on: those that tell or deny it; where nobody does, all count."""
    told = [m for m in mentions if telling.tells(m, book)]
    # The clause that brings in what somebody tells (*Sie lud zu einem Fest ein*) tells nothing of its own.
    spoken = {_clause(m, book) for m in told if m.statement}
    told = [m for m in told if m.statement or _clause(m, book) not in spoken]
    told = [m for m in told if m.status is not Status.DENIED]
    found = [m for m in mentions if telling.denies(m, book.reports[m.report]) or m in told]
    if any(m.status is not Status.DENIED for m in found):
        return found
    said = [m for m in mentions if m.status is Status.DENIED or not _silent(m, book)]
    return said if any(m.status is not Status.DENIED for m in said) else list(mentions)


def _announced(mention: EventMention, book: Casebook) -> bool:
    """Say whether a source speaks of its own plan, be it one that it may give up: *Wir könnten im Mai öffnen.*"""
    statement = book.statements.get(mention.statement or "")
    return statement is not None and statement.stance is Stance.ANNOUNCES


def _silent(mention: EventMention, book: Casebook) -> bool:
    """Say whether somebody only asks for an event, or doubts it."""
    statement = book.statements.get(mention.statement or "")
    return statement is not None and statement.stance in telling.SILENT


def _clause(mention: EventMention, book: Casebook) -> tuple[str, Span, int]:
    """Give the report, the sentence and the part of it, of those that semicolons divide, that a mention stands in."""
    before = book.quote(mention.report, Span(mention.sentence.start, max(mention.sentence.start, mention.span.start)))
    return mention.report, mention.sentence, before.count(";")


def _mention(mention: EventMention) -> EventMentionRow:
    return EventMentionRow(
        report=mention.report,
        start=mention.span.start,
        end=mention.span.end,
        sentence=mention.sentence,
        statement=mention.statement,
        status=mention.status,
        factuality=mention.factuality,
    )


def _participants(mentions: Sequence[EventMention], book: Casebook) -> tuple[ParticipantRow, ...]:
    """Give each actor once, in the role it is most often in; the most often named first."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        for participant in mention.participants:
            actor = book.actor_of.get(participant.entity)
            if actor:
                found[actor][participant.role] += 1
    ranked = sorted(found, key=lambda actor: (-found[actor].total(), book.actors[actor].name))
    return tuple(ParticipantRow(role=found[a].most_common(1)[0][0], actor=a) for a in ranked)


def _place(mentions: Sequence[EventMention], book: Casebook) -> str | None:
    places = Counter(book.actor_of[m.place] for m in mentions if m.place and m.place in book.actor_of)
    return min(places, key=lambda place: (-places[place], book.actors[place].name)) if places else None


def _lasts(frame: str, mention: EventMention, book: Casebook) -> bool:
    """Say whether an event of this kind goes on for a while."""
    kind = kinds_of(book.reports[mention.report].language).kinds.get(frame)
    return kind is not None and kind.durative


def _claims(links: Links, events: Sequence[EventRow], book: Casebook) -> Iterator[ClaimRow]:
    event_of = {m.statement: row.id for row in events for m in row.mentions if m.statement}
    for ids in links.claims:
        statements = [book.statements[i] for i in ids]
        rows, count, deniers = origins.of([v for s in statements for v in voices.of_statement(s, _at(s), book)], book)
        yield ClaimRow(
            id=content_id("c", *sorted(ids)),
            label=labels.of_claim(statements, book),
            event=next((event_of[i] for i in ids if i in event_of), None),
            statements=ids,
            origins=rows,
            independent_origins=count,
            denied_by=deniers,
        )


def _at(statement: Statement) -> Span:
    return statement.content[0]


def _chronology(event: EventRow) -> tuple[date, date, str]:
    """Order events by valid time; those without a day come last."""
    return event.begin or event.end or date.max, event.end or date.max, event.label + event.id
