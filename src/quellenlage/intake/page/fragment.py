"""A piece of HTML that is all text: a feed's entry, the body of a mail or of an agency's item."""

from lxml import etree, html

from quellenlage.errors import NotTextError
from quellenlage.intake.page.blocks import layout

_LIMIT = 5_000_000


def fragment_text(source: str) -> str:
    """Give the text of a piece of HTML, one paragraph a line, without what pictures say. Raises ``NotTextError``."""
    if len(source) > _LIMIT:
        raise NotTextError("holds a piece of HTML over 5 MB; save its text as .txt and give that")
    if "<" not in source and "&" not in source:
        return source.strip()
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    marked = f"<html><body>{source.replace(chr(0), '')}</body></html>".encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(marked, parser=parser)
    except (etree.ParserError, ValueError):
        return ""
    page = layout(tree)
    return "\n".join(block.text for block in page.blocks if not page.pictured(block))
