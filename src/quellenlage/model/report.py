"""What comes in: a report, and what could not be read."""

import hashlib
import re
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
class Delivery:
    """How an agency delivered an item (IPTC ninjs, NewsML-G2); ``None`` or empty where the item does not say.

    ``guid`` is the same for all versions of an item. ``embargo`` is the time before which it may not be used, as it
    is written. ``correction`` says that the agency marked the item as one; ``corrects`` are the identifiers of items
    that it corrects, replaces or is a newer version of. ``status`` is ``usable``, ``withheld`` or ``canceled`` (IPTC
    pubstatus), ``urgency`` 1 (most urgent) to 9, ``note`` the editor's note to the newsroom, ``usage`` the usage terms.
    """

    guid: str | None = None
    version: str | None = None
    embargo: str | None = None
    correction: bool = False
    corrects: tuple[str, ...] = field(default_factory=tuple)
    status: str | None = None
    urgency: int | None = None
    note: str | None = None
    usage: str | None = None
    credit: str | None = None
    dateline: str | None = None

    @property
    def order(self) -> tuple[int, ...]:
        """Give the version as numbers that can be compared; empty where it has none."""
        return tuple(int(digits[:18]) for digits in re.findall(r"[0-9]+", (self.version or "")[:80]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One news report, its text exactly as saved but for NFC and ``\\n`` newlines.

    ``furniture`` are the spans that are no part of the article (share buttons, bylines, credits …), sorted and
    without overlap. ``uri`` says where it was read from; it is no part of the report's identity. ``delivery`` is there
    where an agency delivered the report as an item of its own.
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
    delivery: Delivery | None = None
    sha256: str = ""
    id: str = ""

    def __post_init__(self) -> None:
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "sha256", digest)
        if not self.id:
            object.__setattr__(self, "id", self.identity)

    @property
    def identity(self) -> str:
        """Give the id that the content makes: text, outlet, address, and the version where an agency gives one."""
        version = [self.delivery.version] if self.delivery and self.delivery.version else []
        return content_id("r", self.sha256, self.outlet, self.url, *version)

    def quote(self, span: Span) -> str:
        """Give the text under ``span``."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A report that could not be read: where it was and why, in one line."""

    uri: str
    reason: str
