"""Which events a reader has no use for: words that only look like one, and what is told once of nobody and nothing."""

from collections.abc import Sequence

from quellenlage.model import EventMention
from quellenlage.weighing import labels, telling
from quellenlage.weighing.casebook import Casebook


def misread(mentions: Sequence[EventMention], book: Casebook) -> bool:
    """Say whether all mentions are part of a date (*Ende März*), or, of no kind, the name of a body (*die Stadt*)."""
    return all(book.in_time(m.report, m.span) or (m.frame == labels.GENERIC and book.is_name(m)) for m in mentions)


def idle(mentions: Sequence[EventMention], named: bool, dated: bool, book: Casebook) -> bool:
    """Say whether an event of no kind that has no day (``dated``) is told once and of nobody and nothing.

    It is of somebody or something where there is a participant or a place (``named``), a theme or a figure; what a
    clause only refers to (*im Interesse der Stärkung*) is none.
    """
    first = mentions[0]
    if dated or len(mentions) > 1 or first.frame != labels.GENERIC:
        return False
    something = named or first.theme is not None or bool(first.quantities)
    return not something or telling.refers(first, book.reports[first.report])
