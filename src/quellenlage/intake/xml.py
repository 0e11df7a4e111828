"""XML read safely: no document type with entities, nothing from outside, not too deep, not too large.

After *Python XML vulnerabilities* (defusedxml): entity expansion, external entities and external document types are
refused before a parser sees them.
"""

import re
from typing import Any

from lxml import etree

from quellenlage.errors import NotTextError, TooLargeError
from quellenlage.intake.decoding import decode

MOST_BYTES = 10_000_000
MOST_TAGS = 500_000

_ENCODING = re.compile(rb"""<\?xml[^<>]{0,120}encoding\s*=\s*["']([\w.-]{2,40})""")
_DECLARATION = re.compile(r"^\s*<\?xml[^<>]{0,200}\?>")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]{0,400}(?:\[[^\]]{0,4000}\]\s*)?>", re.IGNORECASE)
_NAME = re.compile(r"<(?:[\w.-]{1,60}:)?([\w.-]{1,60})")


def xml_text(raw: bytes) -> str:
    """Give the text of an XML file without its declaration and document type. Raises ``UnreadableError``."""
    if len(raw) > MOST_BYTES:
        raise TooLargeError(f"is XML larger than {MOST_BYTES // 1_000_000} MB and was not read; split it")
    if raw.count(b"<") > MOST_TAGS:
        raise TooLargeError(f"is XML of more than {MOST_TAGS:,} tags and was not read; split it")
    declared = _ENCODING.search(raw[:200])
    text = decode(raw, declared[1].decode("ascii") if declared else None)
    if _ENTITY.search(text):
        raise NotTextError("declares entities of its own, which can swell without end; save it without its DOCTYPE")
    return _DOCTYPE.sub("", _DECLARATION.sub("", text, count=1), count=1)


def root_name(text: str) -> str:
    """Give the name of the first element without its prefix, in small letters; empty where there is none."""
    at = text.find("<")
    while at >= 0:
        if match := _NAME.match(text, at):
            return match[1].lower()
        closing = "-->" if text.startswith("<!--", at) else "?>" if text.startswith("<?", at) else ">"
        end = text.find(closing, at)
        at = text.find("<", end) if end >= 0 else -1
    return ""


def tree_of(raw: bytes) -> Any:
    """Parse XML that is well formed. Raises ``UnreadableError`` with the line and the column where it is not."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, remove_pis=True,
        remove_comments=True, encoding="utf-8",
    )  # fmt: skip
    try:
        return etree.fromstring(xml_text(raw).strip().encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        where = f"line {error.lineno}, column {error.offset}" if error.lineno else "its beginning"
        raise NotTextError(f"is broken as XML at {where}; save it again whole") from None
    except ValueError:
        raise NotTextError("is no XML; save it again whole") from None


def name_of(node: Any) -> str:
    """Give an element's name without its namespace, in small letters."""
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def child(node: Any, *names: str) -> Any | None:
    """Follow the first child of each name in turn, whatever the namespace; ``None`` where one is missing."""
    for name in names:
        node = next((item for item in node if name_of(item) == name), None)
        if node is None:
            return None
    return node


def words(node: Any | None) -> str:
    """Give all the text in an element with one space between two words."""
    return "" if node is None else " ".join("".join(node.itertext()).split())
