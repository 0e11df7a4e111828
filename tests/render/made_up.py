"""A dossier made by hand: a story that never was, with every kind of record in it. Nobody and nothing here exists."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from quellenlage.model import (
    Basis,
    Collapse,
    ConflictKind,
    Factuality,
    Kind,
    Medium,
    Report,
    Span,
    Stance,
    StatementType,
    Status,
    TimeType,
    content_id,
)
from quellenlage.model.dossier import (
    ActorRow,
    ClaimRow,
    CollapsedRow,
    ConflictRow,
    CopyRow,
    CountRow,
    Dossier,
    EventMentionRow,
    EventRow,
    EvidenceRow,
    HistoryRow,
    MentionRow,
    OriginRow,
    ParticipantRow,
    PublishedRow,
    ReportRow,
    SideRow,
    StatementRow,
    Story,
    TimeRow,
)
from tests.render.texts import TEXTS


def span(key: str, words: str, nth: int = 0) -> Span:
    """Give where the ``nth`` ``words`` stand in the text of ``key``."""
    text, start = TEXTS[key], -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def spans(key: str, *words: str) -> tuple[Span, ...]:
    return tuple(span(key, stretch) for stretch in words)


def sentences(text: str) -> tuple[Span, ...]:
    """Cut at a full stop before a space; good enough for texts that were written for it."""
    cuts, start = [], 0
    for end in range(1, len(text) + 1):
        if (
            end == len(text)
            or text[end] == "\n"
            or (text[end] == " " and text[end - 1] in ".!?" and text[end - 2] > "9")
        ):
            stretch = text[start:end]
            left = start + len(stretch) - len(stretch.lstrip())
            if left < end:
                cuts.append(Span(left, end))
            start = end
    return tuple(cuts)


def report(key: str, published: PublishedRow, **fields: object) -> ReportRow:
    made = Report(uri=f"berichte/{key}.txt", text=TEXTS[key])
    row = ReportRow(
        id=rid(key),
        uri=made.uri,
        outlet=None,
        title=None,
        url=None,
        authors=(),
        agencies=(),
        language="de",
        sha256=made.sha256,
        text=made.text,
        furniture=(),
        sentences=sentences(made.text),
        copy_of=None,
        published=published,
    )
    return replace(row, **fields)


def rid(key: str) -> str:
    return content_id("r", key)


def sid(name: str) -> str:
    return content_id("s", name)


def on(day: date, basis: Basis, *evidence: EvidenceRow) -> PublishedRow:
    return PublishedRow(earliest=day, latest=day, basis=basis, evidence=evidence)


def point(key: str, words: str) -> EvidenceRow:
    return EvidenceRow(report=rid(key), start=span(key, words).start, end=span(key, words).end)


def actor(name: str, kind: Kind, *, aliases: Sequence[str] = (), roles: Sequence[str] = ()) -> ActorRow:
    return ActorRow(id=content_id("a", name), name=name, kind=kind, aliases=tuple(aliases), roles=tuple(roles))


VOSS = actor("Hanne Voss", Kind.PERSON, aliases=("Voss",), roles=("ostrelische Außenministerin",))
KARSUND = actor("Ilja Karsund", Kind.PERSON, aliases=("Karsund",), roles=("Präsident",))
MINISTRY = actor("Außenministerium Ostreliens", Kind.ORGANISATION, roles=("Sprecher ihres Ministeriums",))
COAST = actor("Küstenwache von Kestria", Kind.ORGANISATION, aliases=("Küstenwache",))
NAP = actor("NAP", Kind.ORGANISATION, roles=("Agentur",))
OWNERS = actor("Reederverband", Kind.ORGANISATION)
PORT = actor("Port Merin", Kind.PLACE)
DOCKER = actor("ein Hafenarbeiter", Kind.PERSON)


def statement(name: str, key: str, content: Sequence[str], **fields: object) -> StatementRow:
    who = fields.pop("who", None)
    row = StatementRow(
        id=sid(name),
        report=rid(key),
        content=spans(key, *content),
        source=spans(key, *fields.pop("source", ())),
        source_actor=who.id if who else None,
        source_actors=(who.id,) if who else (),
        cue=spans(key, *fields.pop("cue", ())),
        frame=(),
        addressee=(),
        type=StatementType.INDIRECT,
        medium=Medium.SW,
        stance=Stance.ASSERTS,
        within=None,
        origin=who.id if who else None,
        factuality=Factuality.CERTAIN,
        marks=spans(key, *fields.pop("marks", ())),
    )
    return replace(row, **fields)


def statements() -> tuple[StatementRow, ...]:
    trip = "Die ostrelische Außenministerin Hanne Voss will in der kommenden Woche nach Port Merin reisen."
    return (
        statement(
            "trip-agency",
            "agency",
            [trip],
            source=["ein Sprecher ihres Ministeriums"],
            who=MINISTRY,
            cue=["teilte", " mit."],
            stance=Stance.ANNOUNCES,
            marks=["will"],
        ),
        statement(
            "talk-agency",
            "agency",
            ["ein Gespräch mit Präsident Ilja Karsund über den gesperrten Seeweg"],
            source=["ein Sprecher ihres Ministeriums"],
            who=MINISTRY,
            stance=Stance.ANNOUNCES,
            marks=["Geplant", "sei"],
            type=StatementType.INDIRECT_FREE_INDIRECT,
        ),
        statement(
            "stuck-agency",
            "agency",
            ["liegen vor dem Hafen derzeit 40 Frachter fest"],
            who=COAST,
            source=["der kestrischen Küstenwache"],
            cue=["Nach Angaben"],
        ),
        statement(
            "slow-agency",
            "agency",
            ["Mit einer raschen Öffnung sei nicht zu rechnen."],
            who=COAST,
            source=["der kestrischen Küstenwache"],
            factuality=Factuality.PROBABLY_NOT,
            marks=["nicht"],
            type=StatementType.INDIRECT_FREE_INDIRECT,
        ),
        statement(
            "trip-daily",
            "daily",
            [trip],
            source=["ein Sprecher ihres Ministeriums"],
            who=MINISTRY,
            cue=["teilte", " mit."],
            stance=Stance.ANNOUNCES,
            marks=["will"],
        ),
        statement(
            "nap-daily",
            "daily",
            ["unter Berufung auf die Küstenwache", "liegen dort 40 Frachter fest"],
            source=["die Agentur NAP"],
            who=NAP,
            cue=["meldet"],
            medium=Medium.WRITING,
            origin=COAST.id,
        ),
        statement(
            "stuck-daily",
            "daily",
            ["liegen dort 40 Frachter fest"],
            source=["die Küstenwache"],
            who=COAST,
            cue=["unter Berufung auf"],
            within=sid("nap-daily"),
        ),
        statement(
            "lever-daily",
            "daily",
            ["dass Kestria den Hafen offenbar als Druckmittel nutzt"],
            cue=["vermutet"],
            factuality=Factuality.PROBABLE,
            marks=["offenbar"],
            medium=Medium.THOUGHT,
        ),
        statement(
            "listen",
            "broadcaster",
            ["Wir sind gekommen, um zuzuhören"],
            source=["sie"],
            who=VOSS,
            cue=["sagte"],
            type=StatementType.DIRECT,
            medium=Medium.SPEECH,
        ),
        statement(
            "owners",
            "broadcaster",
            ["mindestens 65 Schiffen, die auf Reede lägen"],
            source=["Der Reederverband"],
            who=OWNERS,
            cue=["sprach von"],
            medium=Medium.SPEECH,
        ),
        statement(
            "open",
            "broadcaster",
            ["Eine Öffnung des Hafens soll noch in diesem Monat möglich sein"],
            source=["aus Delegationskreisen"],
            cue=["heißt es"],
            factuality=Factuality.POSSIBLE,
            marks=["soll", "möglich"],
        ),
        statement(
            "rejects",
            "tabloid",
            ["alle Vorwürfe"],
            source=["Präsident Karsund"],
            who=KARSUND,
            cue=["weist", "zurück"],
            stance=Stance.DENIES,
            type=StatementType.REPORTED,
            factuality=Factuality.CERTAIN_NOT,
        ),
        statement(
            "no-closure",
            "tabloid",
            ["Es gibt keine Sperre und es hat nie eine gegeben"],
            source=["er"],
            who=KARSUND,
            cue=["sagte"],
            stance=Stance.DENIES,
            type=StatementType.DIRECT,
            medium=Medium.SPEECH,
            factuality=Factuality.CERTAIN_NOT,
            marks=["keine", "nie"],
        ),
        statement(
            "guest",
            "tabloid",
            ["Die Ministerin habe er als Gast empfangen, nicht als Klägerin."],
            source=["er als"],
            who=KARSUND,
            type=StatementType.INDIRECT_FREE_INDIRECT,
            medium=Medium.SPEECH,
            marks=["habe er"],
        ),
        statement(
            "shut",
            "blog",
            ["Der Hafen bleibt zu."],
            source=["die Küstenwache"],
            who=COAST,
            cue=["bestätigt"],
            stance=Stance.CONFIRMS,
        ),
        statement(
            "left",
            "blog",
            ["Sie sei schon am Donnerstag wieder abgereist"],
            source=["ein Hafenarbeiter"],
            who=DOCKER,
            cue=["sagt"],
            medium=Medium.SPEECH,
            marks=["sei"],
        ),
    )


def mention(
    key: str, word: str, said: str | None, status: Status, factuality: Factuality = Factuality.CERTAIN
) -> EventMentionRow:
    at = span(key, word)
    around = next(s for s in sentences(TEXTS[key]) if s.covers(at))
    return EventMentionRow(
        report=rid(key),
        start=at.start,
        end=at.end,
        sentence=around,
        statement=sid(said) if said else None,
        status=status,
        factuality=factuality,
    )


def history(day: date | None, row: EventMentionRow, who: ActorRow | None) -> HistoryRow:
    return HistoryRow(
        reported=day,
        status=row.status,
        report=row.report,
        mention=Span(row.start, row.end),
        source_actor=who.id if who else None,
    )


def origin(who: ActorRow | None, *names: str, stance: Stance = Stance.ASSERTS, **fields: object) -> OriginRow:
    row = OriginRow(
        actor=who.id if who else None, report=None, stance=stance, statements=tuple(map(sid, names)), collapsed=()
    )
    return replace(row, **fields)


def events() -> tuple[EventRow, ...]:
    planned, copied = (
        mention("agency", "reisen", "trip-agency", Status.PLANNED),
        mention("daily", "reisen", "trip-daily", Status.PLANNED),
    )
    arrived = mention("broadcaster", "eingetroffen", None, Status.HAPPENED)
    closed, denied = (
        mention("agency", "gesperrten", "talk-agency", Status.ONGOING),
        mention("tabloid", "Sperre und", "no-closure", Status.DENIED),
    )
    shut = mention("blog", "bleibt zu", "shut", Status.ONGOING)
    opened = mention("broadcaster", "Öffnung", "open", Status.POSSIBLE, Factuality.POSSIBLE)
    left = mention("blog", "abgereist", "left", Status.HAPPENED)
    return (
        EventRow(
            id=content_id("e", "visit"),
            frame="visit",
            plover="CONSULT",
            label="Hanne Voss reist nach Port Merin",
            participants=(ParticipantRow(role="agent", actor=VOSS.id),),
            place=PORT.id,
            begin=date(2024, 5, 14),
            end=date(2024, 5, 16),
            status=Status.HAPPENED,
            mentions=(planned, copied, arrived),
            history=(
                history(date(2024, 5, 6), planned, MINISTRY),
                history(date(2024, 5, 7), copied, MINISTRY),
                history(date(2024, 5, 14), arrived, None),
            ),
            origins=(
                origin(
                    MINISTRY,
                    "trip-agency",
                    stance=Stance.ANNOUNCES,
                    collapsed=(
                        CollapsedRow(statement=sid("trip-daily"), report=None, reason=Collapse.COPIED_TEXT),
                        CollapsedRow(statement=None, report=rid("daily"), reason=Collapse.AGENCY_CREDIT),
                    ),
                ),
                origin(None, report=rid("broadcaster")),
            ),
            independent_origins=CountRow(least=2, most=2),
            denied_by=(),
        ),
        EventRow(
            id=content_id("e", "closure"),
            frame="block",
            plover=None,
            label="Sperre des Hafens von Port Merin",
            participants=(),
            place=PORT.id,
            begin=date(2024, 4, 7),
            end=date(2024, 5, 20),
            status=Status.ONGOING,
            mentions=(closed, denied, shut),
            history=(
                history(date(2024, 5, 6), closed, MINISTRY),
                history(date(2024, 5, 15), denied, KARSUND),
                history(None, shut, COAST),
            ),
            origins=(
                origin(MINISTRY, "talk-agency"),
                origin(
                    COAST,
                    "shut",
                    "stuck-agency",
                    stance=Stance.CONFIRMS,
                    collapsed=(
                        CollapsedRow(statement=sid("stuck-daily"), report=None, reason=Collapse.SAME_SOURCE),
                        CollapsedRow(statement=sid("nap-daily"), report=None, reason=Collapse.CITES),
                    ),
                ),
                origin(KARSUND, "rejects", "no-closure", stance=Stance.DENIES),
            ),
            independent_origins=CountRow(least=1, most=2),
            denied_by=(KARSUND.id,),
        ),
        EventRow(
            id=content_id("e", "opening"),
            frame="open",
            plover=None,
            label="Öffnung des Hafens",
            participants=(),
            place=PORT.id,
            begin=date(2024, 5, 1),
            end=date(2024, 5, 31),
            status=Status.POSSIBLE,
            mentions=(opened,),
            history=(history(date(2024, 5, 14), opened, None),),
            origins=(origin(None, "open"),),
            independent_origins=CountRow(least=1, most=1),
            denied_by=(),
        ),
        EventRow(
            id=content_id("e", "leaving"),
            frame="leave",
            plover=None,
            label="Abreise der Ministerin",
            participants=(ParticipantRow(role="agent", actor=VOSS.id),),
            place=None,
            begin=None,
            end=None,
            status=Status.HAPPENED,
            mentions=(left,),
            history=(history(None, left, DOCKER),),
            origins=(origin(DOCKER, "left"),),
            independent_origins=CountRow(least=1, most=1),
            denied_by=(),
        ),
    )


def side(key: str, words: str, who: ActorRow | None, value: str) -> SideRow:
    at = span(key, words)
    return SideRow(report=rid(key), start=at.start, end=at.end, source_actor=who.id if who else None, value=value)


def conflicts() -> tuple[ConflictRow, ...]:
    return (
        ConflictRow(
            kind=ConflictKind.DENIAL,
            event=content_id("e", "closure"),
            claim=None,
            text="Ilja Karsund bestreitet: Sperre des Hafens",
            sides=(
                side("agency", "gesperrten Seeweg", MINISTRY, "affirms"),
                side("blog", "bleibt zu", COAST, "affirms"),
                side("tabloid", "keine Sperre und", KARSUND, "denies"),
            ),
        ),
        ConflictRow(
            kind=ConflictKind.QUANTITY,
            event=None,
            claim=content_id("c", "ships"),
            text="Wie viele Schiffe liegen fest: 40 oder mindestens 65",
            sides=(
                side("agency", "40 Frachter", COAST, "40"),
                side("broadcaster", "mindestens 65 Schiffen", OWNERS, "mindestens 65"),
            ),
        ),
    )


def times() -> tuple[TimeRow, ...]:
    def time(
        key: str, words: str, value: str, first: date | None, last: date | None, kind: TimeType = TimeType.DATE
    ) -> TimeRow:
        at = span(key, words)
        return TimeRow(
            id=content_id("t", key, words),
            report=rid(key),
            start=at.start,
            end=at.end,
            type=kind,
            value=value,
            mod=None,
            earliest=first,
            latest=last,
        )

    return (
        time("agency", "in der kommenden Woche", "2024-W20", date(2024, 5, 13), date(2024, 5, 19)),
        time("agency", "am Montag", "2024-05-06", date(2024, 5, 6), date(2024, 5, 6)),
        time("daily", "07.05.2024 06:40 Uhr", "2024-05-07T06:40", date(2024, 5, 7), date(2024, 5, 7), TimeType.TIME),
        time("broadcaster", "am Dienstag (14. Mai)", "2024-05-14", date(2024, 5, 14), date(2024, 5, 14)),
        time("broadcaster", "in diesem Monat", "2024-05", date(2024, 5, 1), date(2024, 5, 31)),
        time("tabloid", "am Mittwochabend", "2024-05-15TEV", date(2024, 5, 15), date(2024, 5, 15), TimeType.TIME),
        time("blog", "Heute", "PRESENT_REF", None, None),
    )


def mentions() -> tuple[MentionRow, ...]:
    found = (
        ("agency", "Hanne Voss", VOSS),
        ("daily", "Hanne Voss", VOSS),
        ("broadcaster", "Hanne Voss", VOSS),
        ("broadcaster", "sie nach", VOSS),
        ("agency", "Ilja Karsund", KARSUND),
        ("tabloid", "Präsident Karsund", KARSUND),
        ("agency", "Port Merin", PORT),
        ("daily", "Port Merin", PORT),
        ("broadcaster", "Port Merin", PORT),
        ("agency", "kestrischen Küstenwache", COAST),
        ("daily", "Küstenwache", COAST),
        ("blog", "Küstenwache", COAST),
        ("daily", "NAP", NAP),
        ("broadcaster", "Reederverband", OWNERS),
        ("blog", "ein Hafenarbeiter", DOCKER),
        ("agency", "ein Sprecher ihres Ministeriums", MINISTRY),
        ("daily", "ein Sprecher ihres Ministeriums", MINISTRY),
    )
    return tuple(
        MentionRow(report=rid(k), start=span(k, w).start, end=span(k, w).end, actor=who.id) for k, w, who in found
    )


def claims() -> tuple[ClaimRow, ...]:
    return (
        ClaimRow(
            id=content_id("c", "ships"),
            label="Vor Port Merin liegen 40 Frachter fest",
            event=None,
            statements=(sid("stuck-agency"), sid("stuck-daily")),
            origins=(
                origin(
                    COAST,
                    "stuck-agency",
                    collapsed=(CollapsedRow(statement=sid("stuck-daily"), report=None, reason=Collapse.CITES),),
                ),
            ),
            independent_origins=CountRow(least=1, most=1),
            denied_by=(),
        ),
    )


def reports() -> tuple[ReportRow, ...]:
    inferred = PublishedRow(
        earliest=date(2024, 5, 16),
        latest=date(2024, 5, 20),
        basis=Basis.INFERRED,
        evidence=(point("blog", "am Donnerstag"), point("broadcaster", "am Dienstag (14. Mai)")),
    )
    return (
        report(
            "agency",
            on(date(2024, 5, 6), Basis.METADATA),
            outlet="Nordische Agentur-Presse",
            agencies=("NAP",),
            title="Außenministerin reist nach Port Merin",
        ),
        report(
            "daily",
            on(date(2024, 5, 7), Basis.STATED, point("daily", "07.05.2024 06:40 Uhr")),
            outlet="Halvenstädter Bote",
            authors=("Merle Antonsen",),
            agencies=("NAP",),
            title="Voss vor heikler Mission",
            copy_of=rid("agency"),
            url="https://bote.example/voss?x=1&y=2",
            furniture=(Span(0, span("daily", "Drucken").end), span("daily", "Mehr zum Thema")),
        ),
        report(
            "broadcaster",
            on(date(2024, 5, 14), Basis.STATED, point("broadcaster", "am Dienstag (14. Mai)")),
            outlet="Rundfunk Ostrelien",
            title="Voss in Port Merin eingetroffen",
        ),
        report(
            "tabloid",
            on(date(2024, 5, 15), Basis.METADATA),
            outlet="Blitz am Abend",
            title="Karsund: Es gibt keine Sperre!",
        ),
        report("blog", inferred, title="Notizen vom Kai"),
    )


def dossier() -> Dossier:
    """Give the whole story."""
    shared = "Die ostrelische Außenministerin Hanne Voss will in der kommenden Woche nach Port Merin reisen."
    return Dossier(
        story=Story(
            id=content_id("y", "port"), title="Die Reise nach Port Merin", begin=date(2024, 5, 6), end=date(2024, 5, 20)
        ),
        reports=reports(),
        times=times(),
        actors=(VOSS, KARSUND, MINISTRY, COAST, NAP, OWNERS, PORT, DOCKER),
        mentions=mentions(),
        statements=statements(),
        events=events(),
        claims=claims(),
        conflicts=conflicts(),
        copies=(
            CopyRow(
                a=rid("agency"), b=rid("daily"), shared=0.41, spans=((span("agency", shared), span("daily", shared)),)
            ),
        ),
    )
