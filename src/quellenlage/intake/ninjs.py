"""IPTC ninjs: news in JSON, as agencies deliver it, versions 1 and 2 (https://iptc.org/standards/ninjs)."""

from collections.abc import Iterator
from typing import Any

from quellenlage.errors import NotTextError, UnreadableError
from quellenlage.intake.delivery import CORRECTS, Item, is_correction, report, urgency
from quellenlage.intake.facts import agencies_in
from quellenlage.intake.page.blocks import tidy
from quellenlage.intake.page.fragment import fragment_text
from quellenlage.intake.records import parsed
from quellenlage.intake.report import Metadata
from quellenlage.model import Delivery, Report, Skipped

_BODIES = ("body_xhtml", "body_html", "body_text")
_MOST = 10_000
_TELLING = ("versioncreated", "firstcreated", "pubstatus", "bodies", "headlines", "body_xhtml", "body_text", "located")


def is_item(found: Any) -> bool:
    """Say whether parsed JSON is a ninjs item: its identifier as ``uri``, and two of the fields that only ninjs has."""
    return isinstance(found, dict) and "uri" in found and sum(name in found for name in _TELLING) > 1


def read(raw: bytes, uri: str, known: Metadata) -> Iterator[Report | Skipped]:
    """Read one item, or a list of them (``uri#2`` is the second). Raises ``UnreadableError``."""
    found = parsed(raw)
    if isinstance(found, dict):
        yield report(item(found), uri, known)
        return
    for number, one in enumerate(found[:_MOST] if isinstance(found, list) else (), start=1):
        place = f"{uri}#{number}"
        try:
            yield report(item(one), place, known)
        except UnreadableError as error:
            yield Skipped(uri=place, reason=str(error))


def item(found: Any) -> Item:
    """Take an item apart. Raises ``UnreadableError`` for a picture, a film or a graphic."""
    if not is_item(found):
        raise NotTextError("is no ninjs item; it can be left out")
    if str(found.get("type") or "text") not in ("text", "composite", "article"):
        raise NotTextError(f"is an item of type {str(found['type'])[:40]}, no text; it can be left out")
    credit = _words(found, "creditline") or _words(found, "credit")
    sources = _named(found.get("infosources")) + _named(found.get("infosource"))
    house = _words(found, "copyrightholder") or _words(found, "provider")
    return Item(
        text=_text(found),
        title=_words(found, "headline") or _value(found.get("headlines")) or _words(found, "title"),
        outlet=house or (sources[0] if sources else ""),
        authors=_authors(found),
        agencies=tuple(dict.fromkeys(name for words in (credit, *sources, house) for name in agencies_in(words))),
        created=_words(found, "versioncreated") or _words(found, "contentcreated") or _words(found, "firstcreated"),
        url=next((words for name in ("webaddress", "url") if (words := _words(found, name)).startswith("http")), ""),
        delivery=_delivery(found, credit),
    )


def _delivery(found: dict[str, Any], credit: str) -> Delivery:
    return Delivery(
        guid=_words(found, "uri") or None,
        version=_words(found, "version") or None,
        embargo=_words(found, "embargoed") or None,
        correction=is_correction(_signals(found)),
        corrects=tuple(dict.fromkeys(_corrects(found))),
        status=_words(found, "pubstatus").rpartition(":")[2].lower() or None,
        urgency=urgency(_words(found, "urgency")),
        note=_words(found, "ednote") or None,
        usage=_words(found, "usageterms") or None,
        credit=credit or None,
        dateline=_words(found, "dateline") or None,
    )


def _signals(found: dict[str, Any]) -> Iterator[str]:
    """Give the signals, which ninjs itself has none of and agencies add, and the roles of what it is linked to."""
    signals = found.get("signals") or found.get("signal")
    for one in signals if isinstance(signals, list) else [signals]:
        yield str((one.get("code") or one.get("name") or "") if isinstance(one, dict) else one or "")
    yield from (role for role, _ in _links(found))


def _corrects(found: dict[str, Any]) -> Iterator[str]:
    """Give the items that this is a newer text of: ``evolvedfrom`` in version 1, links with a role in version 2."""
    before = found.get("evolvedfrom") or found.get("evolvedFrom")
    for one in before if isinstance(before, list) else [before]:
        if isinstance(one, str) and one.strip():
            yield one.strip()
    yield from (address for role, address in _links(found) if role in CORRECTS and address)


def _links(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give what an item is linked to, as the role without its prefix and the identifier."""
    listed = found.get("associations")
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict):
            role = str(one.get("role") or one.get("rel") or "").rpartition(":")[2].lower()
            yield role, _words(one, "uri")


def _text(found: dict[str, Any]) -> str:
    """Give the body: the first that there is of XHTML, HTML and plain text."""
    for name in _BODIES:
        if words := found.get(name):
            return fragment_text(words) if name != "body_text" and isinstance(words, str) else str(words).strip()
    bodies = found.get("bodies")
    for body in bodies if isinstance(bodies, list) else ():
        value = body.get("value") if isinstance(body, dict) else None
        if isinstance(value, str) and value.strip():
            plain = str(body.get("contenttype") or "").startswith("text/plain")
            return value.strip() if plain else fragment_text(value)
    return ""


def _authors(found: dict[str, Any]) -> tuple[str, ...]:
    names = _words(found, "byline") or _words(found, "by") or _value(found.get("bylines"))
    return (names,) if names else _named(found.get("creators"))


def _named(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    names = (one.get("name") or one.get("literal") if isinstance(one, dict) else one for one in items)
    return tuple(tidy(name) for name in names if isinstance(name, str) and name.strip())


def _value(items: Any) -> str:
    values = (one.get("value") for one in items if isinstance(one, dict)) if isinstance(items, list) else ()
    return next((tidy(fragment_text(value)) for value in values if isinstance(value, str) and value.strip()), "")


def _words(found: dict[str, Any], name: str) -> str:
    value = found.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return tidy(str(value))
