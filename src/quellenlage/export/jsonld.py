"""JSON-LD: schema.org ``NewsArticle``, ``Claim`` and ``Event``, tied to the texts by W3C Web Annotations."""

from collections.abc import Iterator, Sequence

from quellenlage.export.linked import SCHEMA, Node, name, ref, selected, typed_day, without_none, written
from quellenlage.model import Dossier, Span, Status
from quellenlage.model.dossier import ClaimRow, EventRow, ReportRow, StatementRow

CONTEXT: Node = {
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "ql": "urn:x-quellenlage:term:",
}
EVENT_STATUS = {
    Status.CANCELLED: "schema:EventCancelled",
    Status.PLANNED: "schema:EventScheduled",
    Status.CONFIRMED: "schema:EventScheduled",
}


def to_jsonld(dossiers: Sequence[Dossier]) -> bytes:
    """Give the stories as one graph."""
    return written(CONTEXT, [node for dossier in dossiers for node in _nodes(dossier)])


def _nodes(dossier: Dossier) -> Iterator[Node]:
    texts = {report.id: report.text for report in dossier.reports}
    story = dossier.story
    yield without_none(
        {
            "@id": name("story", story.id),
            "@type": "schema:Collection",
            "schema:name": story.title,
            "schema:hasPart": [ref("report", report.id) for report in dossier.reports],
        }
    )
    yield from (_article(report) for report in dossier.reports)
    for actor in dossier.actors:
        yield without_none(
            {
                "@id": name("actor", actor.id),
                "@type": SCHEMA.get(actor.kind, "schema:Thing"),
                "schema:name": actor.name,
                "schema:alternateName": list(actor.aliases),
                "schema:description": list(actor.roles),
            }
        )
    for statement in dossier.statements:
        yield _statement(statement, texts[statement.report])
        places = selected(statement.report, texts[statement.report], statement.content)
        yield _annotation("statement", statement.id, places)
    for event in dossier.events:
        yield _event(event)
        places = [p for m in event.mentions for p in selected(m.report, texts[m.report], [Span(m.start, m.end)])]
        yield _annotation("event", event.id, places)
    yield from (_claim(claim) for claim in dossier.claims)


def _article(report: ReportRow) -> Node:
    certain = report.published.earliest if report.published.earliest == report.published.latest else None
    outlet = {"@type": "schema:Organization", "schema:name": report.outlet} if report.outlet else None
    address = report.url if report.url and report.url.startswith(("http://", "https://")) else None
    return without_none(
        {
            "@id": name("report", report.id),
            "@type": "schema:NewsArticle",
            "schema:headline": report.title,
            "schema:url": address,
            "schema:publisher": outlet,
            "schema:author": [{"@type": "schema:Person", "schema:name": author} for author in report.authors],
            "schema:creditText": list(report.agencies),
            "schema:datePublished": typed_day(certain),
            "schema:inLanguage": report.language,
            "schema:articleBody": report.text,
            "schema:isBasedOn": ref("report", report.copy_of) if report.copy_of else None,
            "ql:sha256": report.sha256,
        }
    )


def _statement(statement: StatementRow, text: str) -> Node:
    """Give a statement as a claim: by whom, in which article, and how firmly it is put."""
    return without_none(
        {
            "@id": name("statement", statement.id),
            "@type": "schema:Claim",
            "schema:text": " … ".join(text[start:end] for start, end in statement.content),
            "schema:author": [ref("actor", actor) for actor in statement.source_actors],
            "schema:appearance": ref("report", statement.report),
            "schema:isPartOf": ref("statement", statement.within) if statement.within else None,
            "ql:stance": statement.stance.value,
            "ql:factuality": statement.factuality.value,
            "ql:origin": ref("actor", statement.origin) if statement.origin else None,
        }
    )


def _event(event: EventRow) -> Node:
    return without_none(
        {
            "@id": name("event", event.id),
            "@type": "schema:Event",
            "schema:name": event.label,
            "schema:startDate": typed_day(event.begin),
            "schema:endDate": typed_day(event.end),
            "schema:location": ref("actor", event.place) if event.place else None,
            "schema:eventStatus": {"@id": EVENT_STATUS[event.status]} if event.status in EVENT_STATUS else None,
            "schema:actor": [ref("actor", participant.actor) for participant in event.participants],
            "ql:status": event.status.value,
            "ql:leastOrigins": event.independent_origins.least,
            "ql:mostOrigins": event.independent_origins.most,
            "ql:deniedBy": [ref("actor", actor) for actor in event.denied_by],
        }
    )


def _claim(claim: ClaimRow) -> Node:
    """Give what several reports say as a claim that has their statements as its parts."""
    return without_none(
        {
            "@id": name("claim", claim.id),
            "@type": "schema:Claim",
            "schema:name": claim.label,
            "schema:about": ref("event", claim.event) if claim.event else None,
            "schema:hasPart": [ref("statement", statement) for statement in claim.statements],
            "ql:leastOrigins": claim.independent_origins.least,
            "ql:mostOrigins": claim.independent_origins.most,
        }
    )


def _annotation(kind: str, id_: str, targets: list[Node]) -> Node:
    return {
        "@id": name("annotation", id_),
        "@type": "oa:Annotation",
        "oa:motivatedBy": {"@id": "oa:identifying"},
        "oa:hasBody": ref(kind, id_),
        "oa:hasTarget": targets,
    }
