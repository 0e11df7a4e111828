"""What the two formats of linked data share: names for things, days, and places in texts (W3C Web Annotation)."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from quellenlage.model import Kind, Span

Node = dict[str, Any]

AROUND = 32
# A name that anybody can make and nobody can look up: what it stands for is in the file.
PREFIX = "urn:x-quellenlage:"
SCHEMA = {
    Kind.PERSON: "schema:Person",
    Kind.ORGANISATION: "schema:Organization",
    Kind.OFFICE: "schema:Organization",
    Kind.PLACE: "schema:Place",
}


def name(kind: str, id_: str) -> str:
    """Give the name of a thing: ``urn:x-quellenlage:report:r1234``."""
    return f"{PREFIX}{kind}:{id_}"


def ref(kind: str, id_: str) -> Node:
    """Refer to a thing by its name."""
    return {"@id": name(kind, id_)}


def typed_day(day: date | None) -> Node | None:
    """Give a day as xsd:date."""
    return {"@value": day.isoformat(), "@type": "xsd:date"} if day else None


def selected(report: str, text: str, spans: Iterable[Span]) -> list[Node]:
    """Give places in a report's text, each by position (code points) and by quotation with what stands around it."""
    return [
        {
            "@type": "oa:SpecificResource",
            "oa:hasSource": ref("report", report),
            "oa:hasSelector": [
                {"@type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end},
                {
                    "@type": "oa:TextQuoteSelector",
                    "oa:exact": text[start:end],
                    "oa:prefix": text[max(0, start - AROUND) : start],
                    "oa:suffix": text[end : end + AROUND],
                },
            ],
        }
        for start, end in spans
    ]


def without_none(node: Node) -> Node:
    """Leave out what is not known."""
    return {key: value for key, value in node.items() if value not in (None, [], "")}


def written(context: Node, graph: Sequence[Node]) -> bytes:
    """Give a graph as JSON-LD that needs no context from the net."""
    document = {"@context": context, "@graph": list(graph)}
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"
