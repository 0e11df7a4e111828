"""The stem of a German word, for finding it again in any of its forms.

CISTEM (Weissweiler and Fraser 2017), without its distinction by capital letters: searches are typed without care.
Before it, *ge* and *zu* are taken out from behind a separable prefix: *abgeschaltet*, *abzuschalten*, *abschalten*.
"""

import re

_UMLAUTS = str.maketrans({"ü": "u", "ö": "o", "ä": "a", "ß": "ss"})
_DOUBLE = re.compile(r"(.)\1")
_AGAIN = re.compile(r"(.)\*")
_LONG = re.compile(r"(?:e[mr]|nd)$")
_SHORT = re.compile(r"[tesn]$")
_PREFIXES = (
    "ab|an|auf|aus|bei|dar|durch|ein|fest|heraus|her|hin|los|mit|nach|um|unter|vor|weg|weiter|zu|zuruck|zusammen"
)
_INSIDE = re.compile(rf"(?:{_PREFIXES})(?P<inside>ge|zu)[a-z]{{3,}}(?:e[nrms]?|t)")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 60


def stem(word: str) -> str:
    """Give the stem of a word: *Häusern*, *Hauses* and *Haus* have one."""
    word = word[:_LONGEST].lower().translate(_UMLAUTS)
    if inside := _INSIDE.fullmatch(word):
        word = word[: inside.start("inside")] + word[inside.end("inside") :]
    if word.startswith("ge") and len(word) > 5:
        word = word[2:]
    word = word.replace("sch", "$").replace("ei", "%").replace("ie", "&")
    word = _DOUBLE.sub(r"\1*", word)
    while len(word) > 3:
        cut = _LONG.sub("", word) if len(word) > 5 else word
        if cut == word:
            cut = _SHORT.sub("", word)
        if cut == word:
            break
        word = cut
    word = _AGAIN.sub(r"\1\1", word)
    return word.replace("$", "sch").replace("%", "ei").replace("&", "ie")


def stems(text: str) -> list[str]:
    """Give the stems of the words of a text, letters and digits only, in their order."""
    return [found for word in _WORD.findall(text) if (found := stem(word)).isalnum()]
