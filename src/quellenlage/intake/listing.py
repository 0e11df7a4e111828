"""Lists of addresses: what a feed or a sitemap says of articles that stand elsewhere."""

from dataclasses import dataclass

from quellenlage.model import Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article as a feed or a sitemap lists it; ``text`` is what the list itself gives of it, empty for none."""

    url: str | None = None
    id: str = ""
    title: str | None = None
    text: str = ""
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    published: Published | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The entries of a feed or a sitemap in their order, and what was wrong with it, in one line, or nothing.

    ``further`` are the addresses of other lists, which a sitemap index gives.
    """

    entries: tuple[Entry, ...] = ()
    fault: str = ""
    further: tuple[str, ...] = ()
