"""Newspapers and stations in quotation marks: *die „Neue Post“ berichtet*."""

from quellenlage.language.de.found_names import Found, is_press, speaks
from quellenlage.language.de.offices import head
from quellenlage.language.de.words import Words
from quellenlage.model import Kind

LONGEST_QUOTED = 5
OPENING, CLOSING = frozenset("„“\"»«›‹‚‘'"), frozenset("“”\"«»‹›‘’'")


def quoted(words: Words, taken: bytearray) -> list[Found]:
    """Find newspapers and stations in quotation marks: *die „Neue Post“ berichtet*."""
    out = []
    for i, text in enumerate(words.text):
        if text not in OPENING or words.tag_at(i - 1, i) not in {"ART", "NN", "APPRART", "PRELS", "PDS", "APPR"}:
            continue
        end = next((k for k in range(i + 1, min(i + 2 + LONGEST_QUOTED, len(words))) if words.text[k] in CLOSING), 0)
        inner = words.text[i + 1 : end] if end else []
        if not inner or not words.joined(i, end + 1) or not inner[0][0].isupper() or any(taken[i + 1 : end]):
            continue
        if any(tag.endswith("FIN") or tag in {"$.", "$,"} for tag in words.tag[i + 1 : end]):
            continue
        if is_press(inner) or _medium_before(words, i) or speaks(words, i - 2, end):
            out.append(Found(i + 1, end, Kind.ORGANISATION, None, True))
            taken[i + 1 : end] = b"\1" * (end - i - 1)
    return out


def _medium_before(words: Words, i: int) -> bool:
    found = head(words.at(i - 1, i)) if words.tag_at(i - 1, i) == "NN" else None
    return bool(found and found.kind is Kind.ORGANISATION)
