"""Whether a text is written in a language, by how many of its words the language's dictionary has."""

import re

from simplemma import in_target_language

# Of German news 83 words in a hundred are listed at the least, of English, Dutch and French 59 at the most.
LEAST_SHARE = 0.7
LEAST_WORDS = 40
LONGEST = 3000
WORD = re.compile(r"[^\W\d_]{2,}")


def is_written_in(text: str, code: str) -> bool:
    """Say whether a text is in a language; one of few words (lists, figures, a line) is taken to be."""
    begin = text[:LONGEST]
    if len(WORD.findall(begin)) < LEAST_WORDS:
        return True
    share: float = in_target_language(begin, lang=code)
    return share >= LEAST_SHARE
