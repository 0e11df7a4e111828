"""The reports of a dossier as the page shows them: their day with its evidence, and their whole text with its marks."""

from collections.abc import Iterator
from typing import NamedTuple

from quellenlage.model import Span
from quellenlage.model.dossier import CopyRow, ReportRow, StatementRow, TimeRow
from quellenlage.render import days, words
from quellenlage.render.lookup import NO_OUTLET, Link, Lookup
from quellenlage.render.passages import Layer, Passage, mark
from quellenlage.render.phrases import Phrase, joined, t
from quellenlage.render.words import Label

UNTITLED = t("Ohne Titel")


class Shared(NamedTuple):
    """Text that a report has in common with another: how much, where here, and where there."""

    link: Link
    other: int
    here: str


class ReportView(NamedTuple):
    """One report; ``url`` is set only where it is http or https."""

    anchor: str
    number: int
    row: ReportRow
    outlet: str | Phrase
    choice: Phrase
    title: str | Phrase
    published: Phrase
    basis: Label
    evidence: list[Link]
    url: str
    copy_of: Link | None
    shared: list[Shared]
    passages: list[Passage]


def reports(lookup: Lookup) -> list[ReportView]:
    """Give the reports from the earliest to the latest; those without a day come last."""
    layers = _layers(lookup)
    copies = _copies(lookup)
    return [_report(lookup, row, layers.get(row.id, []), copies.get(row.id, [])) for row in lookup.reports]


def _report(lookup: Lookup, row: ReportRow, layers: list[Layer], shared: list[Shared]) -> ReportView:
    return ReportView(
        anchor=lookup.report_anchor(row.id),
        number=lookup.numbers[row.id],
        row=row,
        outlet=row.outlet or NO_OUTLET,
        choice=joined(" · ", str(lookup.numbers[row.id]), row.outlet or NO_OUTLET),
        title=row.title or UNTITLED,
        published=lookup.published(row.id),
        basis=words.BASIS[row.published.basis],
        evidence=[
            lookup.evidence(e.report, [Span(e.start, e.end)], lookup.quote(e.report, [Span(e.start, e.end)]))
            for e in row.published.evidence
        ],
        url=row.url if row.url and row.url.lower().startswith(("http://", "https://")) else "",
        copy_of=lookup.report(row.copy_of) if row.copy_of else None,
        shared=shared,
        passages=mark(len(row.text), lookup.cuts[row.id], layers),
    )


def _copies(lookup: Lookup) -> dict[str, list[Shared]]:
    shared: dict[str, list[Shared]] = {}
    for copy in lookup.dossier.copies:
        for here, there, side in ((copy.a, copy.b, 0), (copy.b, copy.a, 1)):
            shared.setdefault(here, []).append(_copy(lookup, copy, (here, there), side))
    return shared


def _copy(lookup: Lookup, copy: CopyRow, pair: tuple[str, str], side: int) -> Shared:
    here, there = pair
    link = lookup.evidence(there, [spans[1 - side] for spans in copy.spans])
    link = lookup.full(there, link if link.href else lookup.report(there))
    note = t("{n} % gemeinsamer Wortlaut", n=round(copy.shared * 100))
    mine = lookup.at(here, [spans[side] for spans in copy.spans])
    return Shared(link._replace(note=note), lookup.numbers.get(there, 0), mine)


def _layers(lookup: Lookup) -> dict[str, list[Layer]]:
    layers: dict[str, list[Layer]] = {}
    for report, layer in _all_layers(lookup):
        layers.setdefault(report, []).append(layer)
    return layers


def _all_layers(lookup: Lookup) -> Iterator[tuple[str, Layer]]:
    for row in lookup.reports:
        for span in row.furniture:
            yield row.id, Layer(span.start, span.end, "furniture")
    for statement in lookup.dossier.statements:
        yield from ((statement.report, layer) for layer in _statement(lookup, statement))
    for time in lookup.dossier.times:
        yield time.report, Layer(time.start, time.end, "time", "", _time(time))
    for event in lookup.events.values():
        href = "#" + lookup.place("e", event.id)
        for mention in event.mentions:
            yield mention.report, Layer(mention.start, mention.end, "event", href)
    for copy in lookup.dossier.copies:
        for a, b in copy.spans:
            yield copy.a, Layer(a.start, a.end, "copy")
            yield copy.b, Layer(b.start, b.end, "copy")


def _statement(lookup: Lookup, row: StatementRow) -> Iterator[Layer]:
    href = "#" + lookup.place("s", row.id)
    parts = {
        "content": row.content,
        "source": row.source,
        "cue": row.cue,
        "addressee": row.addressee,
        "mark": row.marks,
    }
    for name, spans in parts.items():
        for span in spans:
            link = href if name in ("source", "cue") else ""
            yield Layer(span.start, span.end, name, link)


def _time(row: TimeRow) -> Phrase:
    if row.earliest or row.latest:
        stretch = days.phrase(days.lasting, row.earliest, row.latest)
        return joined("", stretch, f" ({row.value})")
    return joined("", row.value) if row.value else days.phrase(days.lasting, None, None)
