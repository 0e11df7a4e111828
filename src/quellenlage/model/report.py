"""What comes in: a report, and what could not be read."""

import hashlib
from dataclasses import dataclass, field

from quellenlage.model.ids import content_id
from quellenlage.model.spans import UNKNOWN, Interval, Span, Spans
from quellenlage.model.terms import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A stretch of one report's text that something rests on."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When a report was published: the days it can have been, and what says so."""

    interval: Interval = UNKNOWN
    basis: Basis = Basis.UNKNOWN
    evidence: tuple[Evidence, ...] = ()

    @property
    def order(self) -> tuple[str, str]:
        """Give the key that sorts reports by their day; those without one stand at the end."""
        return str(self.interval.latest or "9"), str(self.interval.earliest or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One news report, its text exactly as saved but for NFC and ``\\n`` newlines.

    ``furniture`` are the spans that are no part of the article (share buttons, bylines, credits …), sorted and
    without overlap. ``uri`` says where it was read from; it is no part of the report's identity.
    """

    uri: str
    text: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    language: str = "de"
    url: str | None = None
    furniture: Spans = ()
    published: Published = field(default_factory=Published)
    sha256: str = ""
    id: str = ""

    def __post_init__(self) -> None:
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "sha256", digest)
        if not self.id:
            object.__setattr__(self, "id", content_id("r", digest, self.outlet, self.url))

    def quote(self, span: Span) -> str:
        """Give the text under ``span``."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A report that could not be read: where it was and why, in one line."""

    uri: str
    reason: str
