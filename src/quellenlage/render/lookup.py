"""One dossier with its records by id, and where on the page each of them stands."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from quellenlage.model import Span
from quellenlage.model.dossier import Dossier, ReportRow, StatementRow
from quellenlage.render import days
from quellenlage.render.passages import find, partition
from quellenlage.render.phrases import Phrase, joined, t

NOBODY = t("Quelle nicht genannt")
NO_OUTLET = t("Haus unbekannt")
OWN_VOICE = t("in eigenen Worten")
UNTIED = t("So nennt der Bericht die Quelle; wer das ist, bleibt offen.")
NO_REPORT = t("Bericht fehlt")
UNSAID = "-"  # no statement's id: whose word it is does not matter


class Link(NamedTuple):
    """A word that leads to another place of the page; ``href`` is empty where there is no place.

    ``text`` is a report's where it is a ``str`` and the page's own where it is a ``Phrase``; ``tail`` follows it.
    ``at`` are the stretches it rests on ("3:12-30,41-50@7": report 3, two spans, statement 7); ``note`` explains.
    """

    text: str | Phrase
    href: str = ""
    note: str | Phrase = ""
    at: str = ""
    tail: str | Phrase = ""


class Lookup:
    """Finds rows by id and gives every one its place (``#d1-…``) on the page; unknown ids give empty places."""

    def __init__(self, dossier: Dossier, number: int) -> None:
        self.dossier = dossier
        self.prefix = f"d{number}"
        self.reports = sorted(dossier.reports, key=_reading_order)
        self.numbers = {report.id: n for n, report in enumerate(self.reports, 1)}
        self.by_id = {report.id: report for report in self.reports}
        self.actors = {actor.id: actor for actor in dossier.actors}
        self.statements = {statement.id: statement for statement in dossier.statements}
        self.events = {event.id: event for event in dossier.events}
        self.labels = {event.id: event.label for event in dossier.events}
        self.disputed = {conflict.event for conflict in dossier.conflicts if conflict.event}
        self.outlets = _outlets(self.reports)
        self.cuts = {report.id: partition(report.text, report.sentences) for report in self.reports}
        self._places = {
            **_numbered("a", self.actors),
            **_numbered("c", (claim.id for claim in dossier.claims)),
            **_numbered("e", self.events),
            **_numbered("s", self.statements),
        }

    def anchor(self, *parts: object) -> str:
        """Give the id that an element has on the page."""
        return "-".join((self.prefix, *map(str, parts)))

    def number(self, kind: str, row: str) -> int:
        """Give the number on the page of an actor ("a"), claim ("c"), event ("e") or statement ("s"); 0 for none."""
        return self._places.get((kind, row), 0)

    def place(self, kind: str, row: str) -> str:
        """Give the id on the page of what has that number."""
        return self.anchor(f"{kind}{self.number(kind, row)}")

    def report_anchor(self, report: str) -> str:
        """Give the id of a report on the page, which begins the ids of its sentences."""
        return self.anchor(f"r{self.numbers.get(report, 0)}")

    def passage(self, report: str, offset: int) -> Span | None:
        """Give the sentence of ``report`` in which ``offset`` lies."""
        return find(self.cuts.get(report, ()), offset)

    def at(self, report: str, spans: Sequence[Span], statement: str | None = UNSAID) -> str:
        """Write down a place: the report's number, the spans, and the number of the statement they belong to.

        That is 0 for the outlet's own voice; it is left out where nobody is asked whose word it is.
        """
        said = "" if statement == UNSAID else f"@{self.number('s', statement or '')}"
        stretches = ",".join(f"{span.start}-{span.end}" for span in spans)
        return f"{self.numbers.get(report, 0)}:{stretches}{said}"

    def evidence(
        self,
        report: str,
        spans: Sequence[Span],
        text: str | Phrase = "",
        note: str | Phrase = "",
        statement: str | None = UNSAID,
    ) -> Link:
        """Lead to the sentence in which the first of ``spans`` begins."""
        cut = self.passage(report, spans[0].start) if spans else None
        text = text or self.outlet(report)
        if cut is None:
            return Link(text, "", note)
        return Link(text, f"#{self.report_anchor(report)}-{cut.start}", note, self.at(report, spans, statement))

    def quote(self, report: str, spans: Sequence[Span]) -> str:
        """Give the report's own words under ``spans``, with … between them."""
        row = self.by_id.get(report)
        return " … ".join(row.text[s.start : s.end].strip() for s in spans) if row else ""

    def outlet(self, report: str) -> str | Phrase:
        """Name the outlet of a report, or the report by its number where no outlet is known."""
        row = self.by_id.get(report)
        return (row.outlet if row else None) or self.report(report).text

    def report(self, report: str) -> Link:
        """Lead to a report, by its number."""
        number = self.numbers.get(report)
        if number is None:
            return Link(NO_REPORT)
        return Link(t("Bericht {n}", n=number), "#" + self.report_anchor(report))

    def full(self, report: str, link: Link) -> Link:
        """Name the report of ``link`` by its outlet, where that is known, and its number."""
        row = self.by_id.get(report)
        number = self.report(report).text
        if row and row.outlet:
            return link._replace(text=row.outlet, tail=joined("", " (", number, ")"))
        return link._replace(text=number)

    def published(self, report: str) -> Phrase:
        """Say when a report was published."""
        row = self.by_id.get(report)
        span = (row.published.earliest, row.published.latest) if row else (None, None)
        return days.phrase(days.one_day, *span)

    def actor(self, actor: str | None) -> Link | None:
        """Lead to an actor, or to nothing where nobody is named."""
        row = self.actors.get(actor) if actor else None
        return Link(row.name, "#" + self.place("a", row.id)) if row else None

    def people(self, actors: Iterable[str]) -> list[Link]:
        """Lead to actors, to each name once."""
        return list({link.text: link for link in map(self.actor, reversed(list(actors))) if link}.values())[::-1]

    def voice(self, actor: str | None, report: str) -> Link:
        """Name who speaks in a report: an actor, or the outlet itself."""
        house = self.report(report)
        return self.actor(actor) or Link(self.outlet(report), house.href)

    def speakers(self, statement: StatementRow) -> list[Link]:
        """Give who speaks: the actors, else the words of the report, else nobody."""
        known = [link for link in map(self.actor, speaking(statement)) if link]
        if known:
            return known
        words = self.quote(statement.report, statement.source)
        return [Link(f"„{words}“", "", UNTIED)] if words else [Link(NOBODY)]

    def outward(self, statement: StatementRow | None) -> list[StatementRow]:
        """Walk from a statement to the one it stands in, and on to the outermost."""
        walked: dict[str, StatementRow] = {}
        while statement and statement.id not in walked:
            walked[statement.id] = statement
            statement = self.statements.get(statement.within or "")
        return list(walked.values())

    def chain(self, statement: StatementRow) -> list[list[Link]]:
        """Walk from the outlet inwards to the source: this outlet ← an agency ← an office."""
        links = [self.speakers(row) for row in self.outward(statement)]
        house = self.report(statement.report)
        links.append([Link(self.outlet(statement.report), house.href)])
        return links[::-1]


def speaking(statement: StatementRow) -> tuple[str, ...]:
    """Give the ids of the actors whose word a statement is."""
    return statement.source_actors or ((statement.source_actor,) if statement.source_actor else ())


def _outlets(reports: Iterable[ReportRow]) -> dict[str, int]:
    """Number the outlets, by report; a report without one has no number."""
    named = [(report.id, report.outlet) for report in reports if report.outlet]
    numbers = {outlet: number for number, outlet in enumerate(dict.fromkeys(outlet for _, outlet in named), 1)}
    return {report: numbers[outlet] for report, outlet in named}


def _numbered(kind: str, ids: Iterable[str]) -> dict[tuple[str, str], int]:
    return {(kind, row): number for number, row in enumerate(dict.fromkeys(ids), 1)}


def _reading_order(report: ReportRow) -> tuple[date, date, str, str]:
    """Sort by the last day a report can be of, as a history does; those without a day come last."""
    published = report.published
    return (published.latest or date.max, published.earliest or date.min, report.outlet or "", report.id)
