"""An item as an agency delivers it, made into a ``Report`` that keeps how it was delivered.

The day of publication is never before the end of an embargo; an item that has no address is given its own identifier
with its version as ``url``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quellenlage.errors import NotTextError
from quellenlage.intake.published import from_field
from quellenlage.intake.report import Metadata, admit, assemble
from quellenlage.model import Basis, Delivery, Published, Report

WITHDRAWN = ("canceled", "cancelled", "withheld", "killed")
# The roles of links (IPTC itemrel, and what agencies write) to an item of which this one is another text.
CORRECTS = ("corrects", "corrected", "previousversion", "evolvedfrom", "replaces")
# The signals (IPTC sig) of an item that puts right what an earlier one said.
CORRECTION = ("correction", "corrected", "corrects", "corr", "rectification")


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
            delivery=delivery,
        ),
    )


def identifier(delivery: Delivery) -> str:
    """Give an item's own identifier with its version behind it, where that is not in it already."""
    version = f":{delivery.version}" if delivery.version else ""
    guid = delivery.guid or ""
    return guid if not version or guid.endswith(version) else guid + version


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
    stamps = filter(None, (item.created, item.delivery.embargo))
    days = [found.interval for stamp in stamps if (found := from_field(stamp))]
    if not days:
        return None
    return Published(interval=max(days, key=lambda day: (str(day.earliest), str(day.latest))), basis=Basis.METADATA)


def urgency(said: str) -> int | None:
    """Read the urgency: 1, most urgent, to 9 (IPTC); ``None`` for anything else."""
    return int(said) if len(said) == 1 and said in "123456789" else None


def is_correction(signals: Iterable[str]) -> bool:
    """Say whether one of an item's signals marks it as a correction; ``sig:correction`` is one."""
    return any(signal.rpartition(":")[2].strip().lower() in CORRECTION for signal in signals)
