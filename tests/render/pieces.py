"""What the made-up story is built with: spans found by their words, records with most fields filled in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from quellenlage.model import (
    Basis,
    Factuality,
    Kind,
    Medium,
    Report,
    Span,
    Stance,
    StatementType,
    Status,
    content_id,
)
from quellenlage.model.dossier import (
    ActorRow,
    EventMentionRow,
    EvidenceRow,
    HistoryRow,
    OriginRow,
    PublishedRow,
    ReportRow,
    SideRow,
    StatementRow,
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


def side(key: str, words: str, who: ActorRow | None, value: str) -> SideRow:
    at = span(key, words)
    return SideRow(report=rid(key), start=at.start, end=at.end, source_actor=who.id if who else None, value=value)
