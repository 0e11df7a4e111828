"""Characters that nobody sees but that act: shown as signs, one for one, so that offsets hold."""

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TABLE = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **{ord(mark): 0x21C4 for mark in BIDI},
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
    **dict.fromkeys((0xFFFE, 0xFFFF), 0xFFFD),
    **dict.fromkeys((0x2028, 0x2029), 0x2424),
}


def visible(text: str) -> str:
    """Give ``text`` with control characters as pictures (U+2400 ff.), direction marks as ⇄, the rest as it is.

    The result has the same number of code points. Newline and tab stay.
    """
    return text.translate(TABLE)
