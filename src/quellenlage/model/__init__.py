"""The records. Frozen dataclasses of the standard library; everything else is made of them."""

from quellenlage.model.dossier import Dossier
from quellenlage.model.ids import content_id
from quellenlage.model.links import Actor, Copy, EventLink, Links
from quellenlage.model.reading import (
    Entity,
    EventMention,
    Mention,
    Participant,
    Reading,
    Statement,
    Theme,
    TimeExpression,
)
from quellenlage.model.report import Delivery, Evidence, Published, Report, Skipped
from quellenlage.model.spans import UNKNOWN, Interval, Span, Spans
from quellenlage.model.terms import (
    Basis,
    Collapse,
    ConflictKind,
    Factuality,
    Form,
    Kind,
    Medium,
    Stance,
    StatementType,
    Status,
    TimeType,
)

__all__ = [
    "UNKNOWN",
    "Actor",
    "Basis",
    "Collapse",
    "ConflictKind",
    "Copy",
    "Delivery",
    "Dossier",
    "Entity",
    "EventLink",
    "EventMention",
    "Evidence",
    "Factuality",
    "Form",
    "Interval",
    "Kind",
    "Links",
    "Medium",
    "Mention",
    "Participant",
    "Published",
    "Reading",
    "Report",
    "Skipped",
    "Span",
    "Spans",
    "Stance",
    "Statement",
    "StatementType",
    "Status",
    "Theme",
    "TimeExpression",
    "TimeType",
    "content_id",
]
