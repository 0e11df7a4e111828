"""A dossier made by hand: a story that never was, with every kind of record in it."""

from datetime import date

from quellenlage.model import (
    Basis,
    Collapse,
    ConflictKind,
    Factuality,
    Span,
    Stance,
    Status,
    TimeType,
    content_id,
)
from quellenlage.model.dossier import (
    ClaimRow,
    CollapsedRow,
    ConflictRow,
    CopyRow,
    CountRow,
    Dossier,
    EventRow,
    MentionRow,
    ParticipantRow,
    PublishedRow,
    ReportRow,
    Story,
    TimeRow,
)
from tests.render.pieces import (
    COAST,
    DOCKER,
    KARSUND,
    MINISTRY,
    NAP,
    OWNERS,
    PORT,
    VOSS,
    history,
    mention,
    on,
    origin,
    point,
    report,
    rid,
    sid,
    side,
    span,
)
from tests.render.speech import statements


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
