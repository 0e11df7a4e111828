"""The reports of a dossier as the page shows them: their day with its evidence, and their whole text with its marks."""

from collections.abc import Iterator
from typing import NamedTuple

from quellenlage.model import Span
from quellenlage.model.dossier import CopyRow, ReportRow, StatementRow, TimeRow
from quellenlage.render import days, words
from quellenlage.render.lookup import NO_OUTLET, Link, Lookup
from quellenlage.render.passages import Layer, Passage, mark
from quellenlage.render.words import Label


class ReportView(NamedTuple):
    """One report; ``url`` is set only where it is http or https."""

    anchor: str
    number: int
    row: ReportRow
    outlet: str
    title: str
    published: str
    basis: Label
    evidence: list[Link]
    url: str
    copy_of: Link | None
    shared: list[Link]
    passages: list[Passage]


def reports(lookup: Lookup) -> list[ReportView]:
    """Give the reports from the earliest to the latest; those without a day come last."""
    layers = _layers(lookup)
    copies = _copies(lookup)
    return [_report(lookup, row, layers.get(row.id, []), copies.get(row.id, [])) for row in lookup.reports]


def _report(lookup: Lookup, row: ReportRow, layers: list[Layer], shared: list[Link]) -> ReportView:
    return ReportView(
        anchor=lookup.report_anchor(row.id),
        number=lookup.numbers[row.id],
        row=row,
        outlet=row.outlet or NO_OUTLET,
        title=row.title or "Ohne Titel",
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


def _copies(lookup: Lookup) -> dict[str, list[Link]]:
    shared: dict[str, list[Link]] = {}
    for copy in lookup.dossier.copies:
        for here, there, side in ((copy.a, copy.b, 1), (copy.b, copy.a, 0)):
            shared.setdefault(here, []).append(_copy(lookup, copy, there, side))
    return shared


def _copy(lookup: Lookup, copy: CopyRow, there: str, side: int) -> Link:
    report = lookup.report(there)
    text = f"{round(copy.shared * 100)} % gemeinsamer Wortlaut mit {lookup.full_name(there)}"
    spans = [pair[side] for pair in copy.spans]
    return lookup.evidence(there, spans, text) if spans else Link(text, report.href)


def _layers(lookup: Lookup) -> dict[str, list[Layer]]:
    layers: dict[str, list[Layer]] = {}
    for report, layer in _all_layers(lookup):
        layers.setdefault(report, []).append(layer)
    return layers


def _all_layers(lookup: Lookup) -> Iterator[tuple[str, Layer]]:
    for row in lookup.reports:
        for span in row.furniture:
            yield row.id, Layer(span.start, span.end, "furniture", "", words.LAYER["furniture"].help)
    for statement in lookup.dossier.statements:
        yield from ((statement.report, layer) for layer in _statement(lookup, statement))
    for time in lookup.dossier.times:
        yield time.report, Layer(time.start, time.end, "time", "", f"Zeit: {_time(time)}")
    for event in lookup.dossier.events:
        note = f"Ereignis: {event.label}"
        for mention in event.mentions:
            yield mention.report, Layer(mention.start, mention.end, "event", "#" + lookup.anchor(event.id), note)


def _statement(lookup: Lookup, row: StatementRow) -> Iterator[Layer]:
    href = "#" + lookup.anchor(row.id)
    who = ", ".join(link.text for link in lookup.speakers(row))
    notes = {"source": f"Quelle: {who}", "cue": f"{words.STANCE[row.stance].word} – {who}", "content": f"Laut: {who}"}
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
            yield Layer(span.start, span.end, name, link, notes.get(name, words.LAYER[name].help))


def _time(row: TimeRow) -> str:
    if row.earliest or row.latest:
        return f"{days.lasting(row.earliest, row.latest)} ({row.value})"
    return row.value or days.UNKNOWN_DAY
