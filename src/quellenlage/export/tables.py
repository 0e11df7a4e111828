"""Dossiers as flat tables, one row a thing, with the words beside the spans, so that no table needs another's text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from quellenlage.model import Dossier, Span, Spans

Cell = str | int | float | date | None
Row = tuple[Cell, ...]
JOINT = " | "


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its name, its columns with the type of their cells, and its rows. Any cell may be ``None``."""

    name: str
    columns: dict[str, type]
    rows: list[Row]


class Names:
    """What a dossier's ids stand for: texts of reports, names of actors."""

    def __init__(self, dossier: Dossier) -> None:
        self.texts = {report.id: report.text for report in dossier.reports}
        self.actors = {actor.id: actor.name for actor in dossier.actors}

    def quote(self, report: str, *spans: Span) -> str:
        """Give the text under spans of a report, joined by a sign that shows the gap."""
        return JOINT.join(self.texts[report][start:end] for start, end in spans)

    def called(self, ids: Sequence[str | None]) -> str:
        """Give the names of actors, joined."""
        return JOINT.join(self.actors.get(id_, "") for id_ in ids if id_)


def tables(dossiers: Sequence[Dossier]) -> list[Table]:
    """Give all tables of some stories; every row says in its first column which story it belongs to."""
    return [
        Table(name=name, columns={"story": str, **columns}, rows=[row for d in dossiers for row in _rows(rows, d)])
        for name, (columns, rows) in TABLES.items()
    ]


def _rows(rows: Callable[[Dossier, Names], Iterator[Row]], dossier: Dossier) -> Iterator[Row]:
    yield from ((dossier.story.id, *row) for row in rows(dossier, Names(dossier)))


def _reports(dossier: Dossier, names: Names) -> Iterator[Row]:
    for r in dossier.reports:
        days = (r.published.earliest, r.published.latest, r.published.basis.value)
        said = (r.uri, r.outlet, r.title, r.url, JOINT.join(r.authors), JOINT.join(r.agencies), r.language)
        yield (r.id, *said, *days, r.copy_of, r.sha256, len(r.text))


def _texts(dossier: Dossier, names: Names) -> Iterator[Row]:
    yield from ((report.id, report.text) for report in dossier.reports)


def _actors(dossier: Dossier, names: Names) -> Iterator[Row]:
    for a in dossier.actors:
        yield a.id, a.name, a.kind.value, JOINT.join(a.aliases), JOINT.join(a.roles)


def _mentions(dossier: Dossier, names: Names) -> Iterator[Row]:
    for m in dossier.mentions:
        yield m.report, m.start, m.end, names.quote(m.report, Span(m.start, m.end)), m.actor, names.called([m.actor])


def _statements(dossier: Dossier, names: Names) -> Iterator[Row]:
    for s in dossier.statements:
        quoted = (names.quote(s.report, *spans) for spans in (s.content, s.source, s.cue, s.addressee))
        who = (s.source_actor, names.called(s.source_actors), s.origin, names.called([s.origin]))
        how = (s.type.value, s.medium.value, s.stance.value, s.factuality.value, s.within)
        yield (s.id, s.report, *_ends(s.content), *quoted, *who, *how)


def _events(dossier: Dossier, names: Names) -> Iterator[Row]:
    for e in dossier.events:
        who = JOINT.join(f"{p.role}: {names.called([p.actor])}" for p in e.participants)
        where = names.called([e.place])
        counts = (e.independent_origins.least, e.independent_origins.most, names.called(e.denied_by))
        yield (e.id, e.label, e.frame, e.plover, e.status.value, e.begin, e.end, where, who, *counts)


def _event_mentions(dossier: Dossier, names: Names) -> Iterator[Row]:
    for event in dossier.events:
        for m in event.mentions:
            words = (names.quote(m.report, Span(m.start, m.end)), names.quote(m.report, m.sentence))
            yield (event.id, m.report, m.start, m.end, *words, m.status.value, m.factuality.value, m.statement)


def _history(dossier: Dossier, names: Names) -> Iterator[Row]:
    for event in dossier.events:
        for h in event.history:
            yield event.id, h.reported, h.status.value, h.report, *h.mention, names.called([h.source_actor])


def _origins(dossier: Dossier, names: Names) -> Iterator[Row]:
    for kind, rows in (("event", dossier.events), ("claim", dossier.claims)):
        for row in rows:
            for o in row.origins:
                collapsed = JOINT.join(f"{c.reason.value}: {c.statement or c.report}" for c in o.collapsed)
                who = (o.actor, names.called([o.actor]), o.report)
                yield (kind, row.id, *who, o.stance.value, JOINT.join(o.statements), collapsed)


def _conflicts(dossier: Dossier, names: Names) -> Iterator[Row]:
    for number, c in enumerate(dossier.conflicts, start=1):
        for s in c.sides:
            what = (number, c.kind.value, c.event, c.claim, c.text)
            place = (s.report, s.start, s.end, names.quote(s.report, Span(s.start, s.end)))
            yield (*what, *place, names.called([s.source_actor]), s.value)


def _times(dossier: Dossier, names: Names) -> Iterator[Row]:
    for t in dossier.times:
        words = names.quote(t.report, Span(t.start, t.end))
        yield t.id, t.report, t.start, t.end, words, t.type.value, t.value, t.mod, t.earliest, t.latest


def _copies(dossier: Dossier, names: Names) -> Iterator[Row]:
    for c in dossier.copies:
        yield c.a, c.b, c.shared, len(c.spans)


def _ends(spans: Spans) -> tuple[int | None, int | None]:
    return (min(s.start for s in spans), max(s.end for s in spans)) if spans else (None, None)


def _columns(text: str) -> dict[str, type]:
    """Read columns as they are listed below: ``name`` is text, ``name:int`` and so on the rest."""
    kinds: dict[str, type] = {"": str, "int": int, "float": float, "date": date}
    return {name: kinds[kind] for name, _, kind in (column.partition(":") for column in text.split())}


TABLES: dict[str, tuple[dict[str, type], Callable[[Dossier, Names], Iterator[Row]]]] = {
    "reports": (
        _columns(
            "report uri outlet title url authors agencies language earliest:date latest:date basis copy_of sha256 "
            "characters:int"
        ),
        _reports,
    ),
    "texts": (_columns("report text"), _texts),
    "actors": (_columns("actor name kind aliases roles"), _actors),
    "mentions": (_columns("report start:int end:int words actor name"), _mentions),
    "statements": (
        _columns(
            "statement report start:int end:int content source cue addressee source_actor source_names origin "
            "origin_name type medium stance factuality within"
        ),
        _statements,
    ),
    "events": (
        _columns(
            "event label frame plover status begin:date end:date place participants origins_least:int "
            "origins_most:int denied_by"
        ),
        _events,
    ),
    "event_mentions": (
        _columns("event report start:int end:int words sentence status factuality statement"),
        _event_mentions,
    ),
    "history": (_columns("event reported:date status report start:int end:int source_name"), _history),
    "origins": (_columns("kind of actor actor_name report stance statements collapsed"), _origins),
    "conflicts": (
        _columns("conflict:int kind event claim text report start:int end:int words source_name value"),
        _conflicts,
    ),
    "times": (_columns("time report start:int end:int words type value mod earliest:date latest:date"), _times),
    "copies": (_columns("a b shared:float passages:int"), _copies),
}
