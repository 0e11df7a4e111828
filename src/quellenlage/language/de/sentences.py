"""Where German sentences begin: full stops that end one, quotations, headlines, blank lines."""

import re
from typing import Any

from spacy.tokens import Doc, Token

from quellenlage.language import table

CLOSERS = frozenset("“”\"»«›‹‘’')]")
OPENERS = frozenset("„“\"»«›‹‚‘'([–-•")
FINAL = frozenset({".", "!", "?", "…", "...", "?!", "!?", "!!", "??"})
ABBREVIATION = re.compile(r"(?:[A-Za-zÄÖÜäöüß]+\.)+|[A-ZÄÖÜ]\.")
ORDINAL = re.compile(r"\d{1,2}\.")
WRAPPED_LINE = 60
# -1, as spaCy's arrays hold it.
NO_START = 2**64 - 1


def mark_sentences(doc: Doc) -> Doc:
    """Set the beginning of every sentence of ``doc``."""
    # Setting Token.is_sent_start looks through the whole document each time; an array is set at once.
    flags: Any = doc.to_array(["SENT_START"])
    flags.fill(NO_START)
    for i in (0, *_starts(doc)):
        if i < len(doc):
            flags[i] = 1
    doc.from_array(["SENT_START"], flags)
    return doc


def _starts(doc: Doc) -> list[int]:
    out, i, line, quoted = [], 0, 0, _Quotes()
    while i < len(doc):
        token = doc[i]
        quoted.see(token)
        if "\n" in token.text:
            if _line_ends(doc, i, line):
                quoted.reset()
                out.append(i + 1)
            line = token.idx + len(token)
        elif _may_end(token):
            end = _closing(doc, i + 1, quoted)
            if end < len(doc) and _begins(doc, i, end):
                out.append(end)
            i = end - 1
        i += 1
    return out


class _Quotes:
    """Whether the straight quotation mark met next closes a quotation."""

    def __init__(self) -> None:
        self.open = False

    def see(self, token: Token) -> None:
        if token.text == '"':
            self.open = not self.open

    def reset(self) -> None:
        self.open = False


def _may_end(token: Token) -> bool:
    text = token.text
    return text in FINAL or (text[-1] == "." and len(text) > 1)


def _closing(doc: Doc, i: int, quoted: _Quotes) -> int:
    """Step over what closes behind a full stop: quotation marks and brackets without a space before them."""
    while i < len(doc) and doc[i].text in CLOSERS and not doc[i - 1].whitespace_:
        if doc[i].text == '"' and not quoted.open:
            break
        quoted.see(doc[i])
        i += 1
    return i


def _begins(doc: Doc, stop: int, i: int) -> bool:
    """Say whether a sentence that ended with token ``stop`` is followed by a new one at ``i``."""
    following = doc[i]
    if "\n" in following.text:
        return False
    word = doc[i + 1] if following.text in OPENERS and i + 1 < len(doc) else following
    if not (word.text[0].isupper() or word.text[0].isdigit() or following.text in OPENERS):
        return False
    if following.text in OPENERS and word.text[0].islower():
        return False
    return doc[stop].text in FINAL or _ends_though_abbreviated(doc[stop].text, word.lower_)


def _ends_though_abbreviated(text: str, following: str) -> bool:
    data = table("de", "sentences")
    lower = text.lower()
    if lower in data["binds_next"] or following in data["months"]:
        return False
    if ORDINAL.fullmatch(text) or ABBREVIATION.fullmatch(text):
        return following in data["openers"]
    return True


def _line_ends(doc: Doc, i: int, line: int) -> bool:
    """Say whether a line break ends a sentence: always, but inside a paragraph that was wrapped at the margin."""
    if doc[i].text.count("\n") > 1 or i + 1 >= len(doc) or i == 0:
        return True
    wrapped = doc[i].idx - line > WRAPPED_LINE and doc[i - 1].text not in FINAL
    return not (wrapped and doc[i + 1].text[0].islower())
