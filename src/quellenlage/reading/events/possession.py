"""Whose event a noun is, by the names in its own group: *Norwegens Besuch*, *der Besuch Norwegens*."""

from quellenlage.model import Mention
from quellenlage.reading.events.context import Context


def possessors(context: Context, group: int, before: int) -> list[str]:
    """Give the entities named before a token of the group: *Norwegens* Besuch, nach *Lunds* Besuch, *ihr* Besuch."""
    g = context.groups[group]
    found = context.mentions_in(g.bare[0], before)
    before_it = (m for m in found if m.span.end <= context.starts[before])
    return [m.entity for m in before_it if context.genitive(m) or not _governed(context, m)]


def genitives_behind(context: Context, group: int, token: int) -> list[str]:
    """Give the entities named in the genitive behind a token of the group: Besuch *Norwegens*."""
    found = context.mentions_in(token + 1, context.groups[group].end)
    return [m.entity for m in found if context.genitive(m)]


def _governed(context: Context, mention: Mention) -> bool:
    """Say whether a preposition stands before a name within its group: *der in Oslo geplante Besuch*."""
    first = context.tokens(mention.span)[0]
    return first > 0 and context.doc[first - 1].tag_ in {"APPR", "APPRART"}
