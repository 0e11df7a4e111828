"""Tokens that spaCy's German rules leave glued together: a year and the full stop behind it."""

import re

from spacy.tokens import Doc

YEAR_AND_STOP = re.compile(r"\d{3,}\.")


def split_tokens(doc: Doc) -> Doc:
    """Split ``1994.`` into year and full stop; ordinals of days (``16.``) stay whole."""
    glued = [token for token in doc if token.text[-1] == "." and YEAR_AND_STOP.fullmatch(token.text)]
    with doc.retokenize() as retokenizer:
        for token in glued:
            retokenizer.split(token, [token.text[:-1], "."], heads=[(token, 0), (token, 0)])
    return doc
