"""One dossier with its records by id, and where on the page each of them stands."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from quellenlage.model import Span
from quellenlage.model.dossier import ActorRow, Dossier, ReportRow, StatementRow
from quellenlage.render import days
from quellenlage.render.passages import find, partition

NOBODY = "Quelle nicht genannt"
NO_OUTLET = "Haus unbekannt"
UNTIED = "So nennt der Bericht die Quelle; wer das ist, bleibt offen."


class Link(NamedTuple):
    """A word that leads to another place of the page.

    ``at`` are the exact spans there ("12-30 41-50"); ``note`` explains; ``href`` is empty where there is no place.
    """

    text: str
    href: str = ""
    note: str = ""
    at: str = ""


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
        self.cuts = {report.id: partition(report.text, report.sentences) for report in self.reports}

    def anchor(self, *parts: object) -> str:
        """Give the id that an element has on the page."""
        return "-".join((self.prefix, *map(str, parts)))

    def report_anchor(self, report: str) -> str:
        """Give the id of a report on the page, which begins the ids of its sentences."""
        return self.anchor(f"r{self.numbers.get(report, 0)}")

    def passage(self, report: str, offset: int) -> Span | None:
        """Give the sentence of ``report`` in which ``offset`` lies."""
        return find(self.cuts.get(report, ()), offset)

    def evidence(self, report: str, spans: Sequence[Span], text: str = "", note: str = "") -> Link:
        """Lead to the sentence in which the first of ``spans`` begins."""
        cut = self.passage(report, spans[0].start) if spans else None
        if cut is None:
            return Link(text or self.outlet(report), "", note)
        at = " ".join(f"{span.start}-{span.end}" for span in spans)
        return Link(text or self.outlet(report), f"#{self.report_anchor(report)}-{cut.start}", note, at)

    def quote(self, report: str, spans: Sequence[Span]) -> str:
        """Give the report's own words under ``spans``, with … between them."""
        row = self.by_id.get(report)
        return " … ".join(row.text[s.start : s.end].strip() for s in spans) if row else ""

    def outlet(self, report: str) -> str:
        """Name the outlet of a report, or the report by its number where no outlet is known."""
        row = self.by_id.get(report)
        return (row.outlet if row else None) or (f"Bericht {self.numbers[report]}" if row else NO_OUTLET)

    def report(self, report: str) -> Link:
        """Lead to a report, by its number."""
        number = self.numbers.get(report)
        if number is None:
            return Link("Bericht fehlt")
        return Link(f"Bericht {number}", "#" + self.report_anchor(report), self.by_id[report].outlet or NO_OUTLET)

    def full_name(self, report: str) -> str:
        """Name a report by its outlet, where that is known, and its number."""
        row = self.by_id.get(report)
        number = self.report(report).text
        return f"{row.outlet} ({number})" if row and row.outlet else number

    def published(self, report: str) -> str:
        """Say when a report was published."""
        row = self.by_id.get(report)
        return days.one_day(row.published.earliest, row.published.latest) if row else days.UNKNOWN_DAY

    def actor(self, actor: str | None) -> Link | None:
        """Lead to an actor, or to nothing where nobody is named."""
        row = self.actors.get(actor) if actor else None
        return Link(row.name, "#" + self.anchor(row.id), _who(row)) if row else None

    def speakers(self, statement: StatementRow) -> list[Link]:
        """Give who speaks: the actors, else the words of the report, else nobody."""
        ids = statement.source_actors or ((statement.source_actor,) if statement.source_actor else ())
        known = [link for link in map(self.actor, ids) if link]
        if known:
            return known
        words = self.quote(statement.report, statement.source)
        return [Link(f"„{words}“", "", UNTIED)] if words else [Link(NOBODY)]

    def chain(self, statement: StatementRow) -> list[list[Link]]:
        """Walk from the outlet inwards to the source: this outlet ← an agency ← an office."""
        links = [self.speakers(statement)]
        seen = {statement.id}
        outer = self.statements.get(statement.within or "")
        while outer and outer.id not in seen:
            seen.add(outer.id)
            links.append(self.speakers(outer))
            outer = self.statements.get(outer.within or "")
        house = self.report(statement.report)
        links.append([Link(self.outlet(statement.report), house.href, house.text)])
        return links[::-1]


def _who(actor: ActorRow) -> str:
    return ", ".join(actor.roles)


def _reading_order(report: ReportRow) -> tuple[date, date, str, str]:
    """Sort by the last day a report can be of, as a history does; those without a day come last."""
    published = report.published
    return (published.latest or date.max, published.earliest or date.min, report.outlet or "", report.id)
