"""How an agency delivers an item: which version it is, what it follows, from when it may be used.

A ``Report`` has no place for these but for two: the day of publication is never before the end of an embargo, and an
item that has no address is given its own identifier with its version as ``url``. The rest is here, for a store.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quellenlage.errors import NotTextError
from quellenlage.intake.published import from_field
from quellenlage.intake.report import Metadata, admit, assemble
from quellenlage.model import Basis, Published, Report

WITHDRAWN = ("canceled", "cancelled", "withheld", "killed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One item as it was delivered; empty where the item does not say.

    ``guid`` is the same for all versions of an item. ``follows`` are the identifiers of items that this one corrects,
    replaces or grew out of. ``embargo`` is the time before which it may not be used, as written. ``status`` is
    ``usable``, ``withheld`` or ``canceled`` (IPTC pubstatus). ``note`` is the editor's note to the newsroom.
    """

    guid: str = ""
    version: str = ""
    follows: tuple[str, ...] = ()
    embargo: str = ""
    status: str = "usable"
    note: str = ""
    credit: str = ""
    dateline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A delivered item: its text, what came with it, and how it was delivered."""

    text: str
    title: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    created: str = ""
    url: str = ""
    delivery: Delivery


def report(item: Item, uri: str, known: Metadata) -> Report:
    """Make the report of an item. Raises ``UnreadableError`` for one that its agency withdrew, or without a text."""
    delivery = item.delivery
    if delivery.status in WITHDRAWN:
        note = f" ({delivery.note[:200]})" if delivery.note else ""
        raise NotTextError(f"was withdrawn by its agency, status {delivery.status}{note}; leave it out")
    return assemble(
        uri,
        admit("\n".join(_lines(item))),
        replace(
            known,
            title=item.title or known.title,
            outlet=item.outlet or known.outlet,
            authors=item.authors or known.authors,
            agencies=item.agencies or known.agencies,
            published=_published(item) or known.published,
            url=item.url or identifier(delivery) or known.url,
        ),
    )


def identifier(delivery: Delivery) -> str:
    """Give an item's own identifier with its version behind it, where that is not in it already."""
    version = f":{delivery.version}" if delivery.version else ""
    return delivery.guid if not version or delivery.guid.endswith(version) else delivery.guid + version


def _lines(item: Item) -> Iterator[str]:
    """Give the text with the dateline before it and the credit line behind it, where it does not have them itself."""
    dateline, credit = item.delivery.dateline, item.delivery.credit
    if not item.text.strip():
        return
    if dateline and dateline not in item.text[: 2 * len(dateline) + 40]:
        yield dateline
    yield item.text
    if credit and credit not in item.text[-2 * len(credit) - 40 :]:
        yield credit


def _published(item: Item) -> Published | None:
    """Give the day an item was delivered, or the day on which its embargo ends where that is later."""
    days = [found.interval for stamp in (item.created, item.delivery.embargo) if (found := from_field(stamp))]
    if not days:
        return None
    return Published(interval=max(days, key=lambda day: (str(day.earliest), str(day.latest))), basis=Basis.METADATA)
