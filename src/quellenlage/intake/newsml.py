"""IPTC NewsML-G2: news items in XML, as agencies deliver them (https://iptc.org/standards/newsml-g2).

The text stands in ``inlineXML``, as NITF or XHTML, or in ``inlineData``.
"""

from collections.abc import Iterator
from typing import Any

from quellenlage.errors import NotTextError, TooLargeError, UnreadableError
from quellenlage.intake.delivery import CORRECTS, Item, is_correction, report, urgency
from quellenlage.intake.facts import agencies_in
from quellenlage.intake.page.blocks import tidy
from quellenlage.intake.page.fragment import fragment_text
from quellenlage.intake.report import Metadata
from quellenlage.intake.xml import child, name_of, tree_of, words
from quellenlage.model import Delivery, Report, Skipped

SUFFIXES = (".newsml", ".xml")
ROOTS = ("newsmessage", "newsitem", "packageitem")
_MOST = 10_000
_PARAGRAPHS = ("p", "hl2", "h2", "h3", "h4", "li", "dt", "dd", "pre", "blockquote", "bq")
_SILENT = ("media", "table", "figure", "hl1", "headline")


def read(raw: bytes, uri: str, known: Metadata) -> Iterator[Report | Skipped]:
    """Read the one item of a message, or each of several (``uri#2`` is the second). Raises ``UnreadableError``."""
    root = tree_of(raw)
    nodes = [root] if name_of(root) == "newsitem" else list(root.iter("{*}newsItem"))
    if not nodes:
        raise NotTextError("is a NewsML-G2 message without a news item; it can be left out")
    if len(nodes) > _MOST:
        raise TooLargeError(f"holds more than {_MOST:,} items; split it")
    if len(nodes) == 1:
        yield report(item(nodes[0]), uri, known)
        return
    for number, node in enumerate(nodes, start=1):
        place = f"{uri}#{number}"
        try:
            yield report(item(node), place, known)
        except UnreadableError as error:
            yield Skipped(uri=place, reason=str(error))


def item(node: Any) -> Item:
    """Take a ``newsItem`` apart. Raises ``UnreadableError`` for a picture, a film or a graphic."""
    meta, content = child(node, "itemmeta"), child(node, "contentmeta")
    kind = _code(child(meta, "itemclass")) if meta is not None else ""
    if kind not in ("", "text", "composite"):
        raise NotTextError(f"is an item of class {kind[:40]}, no text; it can be left out")
    body = child(node, "contentset")
    credit = _said(content, "creditline")
    sources = [_name(one) for one in _all(content, "infosource")]
    provider = _name(child(meta, "provider")) if meta is not None else ""
    credits = (credit, *sources, provider)
    return Item(
        text="\n".join(_text(body)),
        title=_said(content, "headline") or _said(meta, "title"),
        outlet=provider or next(iter(sources), ""),
        authors=tuple(filter(None, (_said(content, "by"),))) or tuple(_name(one) for one in _all(content, "creator")),
        agencies=tuple(dict.fromkeys(name for said in credits for name in agencies_in(said))),
        created=_said(meta, "versioncreated") or _said(content, "contentcreated") or _said(meta, "firstcreated"),
        delivery=_delivery(node, credit),
    )


def _delivery(node: Any, credit: str) -> Delivery:
    meta, content = child(node, "itemmeta"), child(node, "contentmeta")
    return Delivery(
        guid=node.get("guid"),
        version=node.get("version"),
        embargo=_said(meta, "embargoed") or None,
        correction=is_correction([*map(_code, _all(meta, "signal")), *(role for role, _ in _links(meta))]),
        corrects=tuple(dict.fromkeys(_corrects(meta))),
        status=(_code(child(meta, "pubstatus")) if meta is not None else "") or None,
        urgency=urgency(_said(content, "urgency")),
        note=_said(meta, "ednote") or None,
        usage=(_said(child(node, "rightsinfo"), "usageterms")) or None,
        credit=credit or None,
        dateline=_said(content, "dateline") or _dateline(child(node, "contentset")) or None,
    )


def _corrects(meta: Any | None) -> Iterator[str]:
    """Give the items that this one corrects or is a newer text of, with the version where the link names one."""
    yield from (address for role, address in _links(meta) if role in CORRECTS and address)


def _links(meta: Any | None) -> Iterator[tuple[str, str]]:
    for link in _all(meta, "link"):
        address = link.get("residref") or link.get("href") or ""
        version = f":{link.get('version')}" if address and link.get("version") else ""
        yield (link.get("rel") or "").rpartition(":")[2].lower(), address + version


def _text(body: Any | None) -> Iterator[str]:
    """Give the paragraphs of the content: those of the XML inside, else the plain text."""
    if body is None:
        return
    for part in body:
        if name_of(part) == "inlinexml" and (found := list(_paragraphs(part))):
            yield from found
            return
        if name_of(part) == "inlinedata" and (part.text or "").strip():
            kind = (part.get("contenttype") or "").lower()
            yield fragment_text(part.text) if "html" in kind else part.text.strip()
            return


def _paragraphs(part: Any) -> Iterator[str]:
    """Give the paragraphs of NITF or XHTML in order; what stands in pictures and tables is none of the text."""
    roots = [node for node in part.iter() if name_of(node) in ("body.content", "body")]
    stack = [roots[-1] if roots else part]
    while stack:
        node = stack.pop()
        name = name_of(node)
        if name in _PARAGRAPHS and not any(name_of(inner) in _PARAGRAPHS for inner in node.iterdescendants()):
            if found := tidy(words(node)):
                yield found
        elif name not in _SILENT and name:
            stack.extend(reversed(node))


def _dateline(body: Any | None) -> str:
    """Give the dateline of NITF's ``body.head``."""
    found = next(body.iter("{*}dateline"), None) if body is not None else None
    return tidy(words(found))


def _all(node: Any | None, name: str) -> list[Any]:
    return [] if node is None else [inner for inner in node if name_of(inner) == name]


def _said(node: Any | None, name: str) -> str:
    return "" if node is None else tidy(words(child(node, name)))


def _name(node: Any | None) -> str:
    """Give a party's name, else its literal, else the end of its code (``nprov:dpa``)."""
    if node is None:
        return ""
    return tidy(words(child(node, "name"))) or node.get("literal") or _code(node) or tidy(words(node))


def _code(node: Any | None) -> str:
    return "" if node is None else (node.get("qcode") or "").rpartition(":")[2].lower()
