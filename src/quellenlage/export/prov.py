"""PROV-O (W3C), as JSON-LD: what was taken from what, and on whose word.

A statement was quoted from its article and is attributed to who makes it; one that hands on another was derived from
it; an article that copies another was derived from it; an event or a claim had its origins as primary sources.
"""

from collections.abc import Iterator, Sequence

from quellenlage.export.linked import Node, name, ref, without_none, written
from quellenlage.model import Dossier, Kind
from quellenlage.model.dossier import OriginRow, StatementRow

CONTEXT: Node = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "ql": "urn:x-quellenlage:term:",
}
AGENT = {Kind.PERSON: "prov:Person", Kind.ORGANISATION: "prov:Organization", Kind.OFFICE: "prov:Organization"}


def to_prov(dossiers: Sequence[Dossier]) -> bytes:
    """Give the stories as one graph."""
    return written(CONTEXT, [node for dossier in dossiers for node in _nodes(dossier)])


def _nodes(dossier: Dossier) -> Iterator[Node]:
    yield from _agents(dossier)
    yield from _articles(dossier)
    inside: dict[str, list[str]] = {}
    for statement in dossier.statements:
        if statement.within:
            inside.setdefault(statement.within, []).append(statement.id)
    yield from (_statement(statement, inside.get(statement.id, [])) for statement in dossier.statements)
    for kind, rows in (("event", dossier.events), ("claim", dossier.claims)):
        for row in rows:
            yield from _resting(kind, row.id, row.label, row.origins)


def _agents(dossier: Dossier) -> Iterator[Node]:
    for actor in dossier.actors:
        kind = AGENT.get(actor.kind, "prov:Agent")
        yield {"@id": name("actor", actor.id), "@type": kind, "rdfs:label": actor.name}
    for agency in sorted({agency for report in dossier.reports for agency in report.agencies}):
        yield {"@id": name("agency", _slug(agency)), "@type": "prov:Organization", "rdfs:label": agency}
        material = {"@id": name("agency-material", _slug(agency)), "@type": "prov:Entity", "rdfs:label": agency}
        yield {**material, "prov:wasAttributedTo": ref("agency", _slug(agency))}


def _articles(dossier: Dossier) -> Iterator[Node]:
    for report in dossier.reports:
        outlet = name("outlet", _slug(report.outlet)) if report.outlet else None
        if outlet:
            yield {"@id": outlet, "@type": "prov:Organization", "rdfs:label": report.outlet}
        yield without_none(
            {
                "@id": name("report", report.id),
                "@type": "prov:Entity",
                "rdfs:label": report.title or report.uri,
                "prov:wasAttributedTo": {"@id": outlet} if outlet else None,
                "prov:wasDerivedFrom": ref("report", report.copy_of) if report.copy_of else None,
                "prov:hadPrimarySource": [ref("agency-material", _slug(agency)) for agency in report.agencies],
                "ql:sha256": report.sha256,
            }
        )


def _statement(statement: StatementRow, inside: Sequence[str]) -> Node:
    return without_none(
        {
            "@id": name("statement", statement.id),
            "@type": "prov:Entity",
            "prov:wasQuotedFrom": ref("report", statement.report),
            "prov:wasAttributedTo": [ref("actor", actor) for actor in statement.source_actors],
            "prov:wasDerivedFrom": [ref("statement", id_) for id_ in inside],
            "ql:stance": statement.stance.value,
        }
    )


def _resting(kind: str, id_: str, label: str, origins: Sequence[OriginRow]) -> Iterator[Node]:
    """Tell what an event or a claim rests on: its origins, and behind each what was collapsed into it and why."""
    made = [(name(f"origin-of-{kind}", f"{id_}-{number}"), origin) for number, origin in enumerate(origins, start=1)]
    yield without_none(
        {
            "@id": name(kind, id_),
            "@type": "prov:Entity",
            "rdfs:label": label,
            "prov:hadPrimarySource": [{"@id": origin} for origin, _ in made],
        }
    )
    for own, origin in made:
        yield without_none(
            {
                "@id": own,
                "@type": "prov:Entity",
                "prov:wasAttributedTo": ref("actor", origin.actor) if origin.actor else None,
                "prov:wasDerivedFrom": [
                    *([ref("report", origin.report)] if origin.report else []),
                    *(ref("statement", statement) for statement in origin.statements),
                ],
                "ql:stance": origin.stance.value,
                "ql:collapsed": [_collapsed(row.statement, row.report, row.reason.value) for row in origin.collapsed],
            }
        )


def _collapsed(statement: str | None, report: str | None, reason: str) -> Node:
    what = ref("statement", statement) if statement else ref("report", report or "")
    return {"ql:what": what, "ql:reason": reason}


def _slug(words: str | None) -> str:
    """Give words as a part of a name: letters and digits, anything else by its code point."""
    return "".join(c if c.isascii() and c.isalnum() else f"-{ord(c):x}" for c in words or "")
