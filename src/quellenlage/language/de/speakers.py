"""What a source is called whose noun no list has: *der Platzwart*, *Angaben der Seewacht*, *die Gruppe „Nord“*."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from quellenlage.language import table
from quellenlage.language.naming import Called
from quellenlage.model import Kind, Span

WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
QUOTED = re.compile(r"[„“\"«»‚]([^„“”\"«»‚‘]{2,60})[“”\"«»‘]")
LONGEST = 160
SHORTEST = 3
LONGEST_NAME = 60


class _Token(NamedTuple):
    form: str
    span: Span

    @property
    def low(self) -> str:
        return self.form.casefold()

    @property
    def capital(self) -> bool:
        return self.form[:1].isupper()


def called(text: str, *, opens: bool = False) -> Called | None:
    """Say who speaks in these words, ``None`` where they name nobody; ``opens`` says that they open a sentence."""
    clause = text[:LONGEST].partition(",")[0]
    words = [_Token(m.group(), Span(*m.span())) for m in WORD.finditer(clause)]
    words = words[_skipped(words) :]
    if not words or (opens and words[0].span.start == 0 and words[0].low in table("de", "speakers")["before"]["none"]):
        return None
    first = _head(words)
    if first is None:
        return None
    noun = words[first]
    if any(noun.low == one or noun.low.endswith("-" + one) for one in table("de", "speakers")["words_of"]["nouns"]):
        return _behind(clause, words[first + 1 :]) if "-" not in noun.form else _plain(clause, words, first)
    return _plain(clause, words, first)


def _skipped(words: Sequence[_Token]) -> int:
    """Count the determiners in front."""
    data = table("de", "speakers")["before"]
    return next((n for n, w in enumerate(words) if w.low not in data["words"] + data["owners"]), len(words))


def _head(words: Sequence[_Token]) -> int | None:
    """Find the noun of the group: the first one that no attribute follows (*mit der Sache vertraute Personen*)."""
    for n, word in enumerate(words):
        if not word.capital or len(word.form) < SHORTEST:
            continue
        inside = n and not words[0].capital and words[n + 1 : n + 2] and not words[n + 1].capital
        if inside and words[n + 2 : n + 3] and words[n + 2].capital and words[n + 1].form.endswith(("e", "en", "er")):
            continue
        return n
    return None


def _behind(clause: str, rest: Sequence[_Token]) -> Called | None:
    """Say whose word it is: who stands in the genitive behind (*Angaben des Klinikums*)."""
    if not rest or rest[0].low not in {"der", "des", "von", "einer", "eines", "vom"}:
        return None
    skip = _skipped(rest[1:]) + 1 if rest[0].low in {"von", "vom"} else _skipped(rest)
    words = rest[skip:]
    at = _head(words)
    if at is None:
        return None
    return _plain(clause, words, at, genitive=rest[0].low in {"des", "eines"})


def _plain(clause: str, words: Sequence[_Token], at: int, *, genitive: bool = False) -> Called | None:
    data = table("de", "speakers")
    noun = words[at]
    quoted = QUOTED.search(clause)
    if quoted and quoted[1][:1].isupper():
        of = clause[: quoted.start()].casefold().split()[-1:]
        return Called(Span(*quoted.span(1)), _base(quoted[1]) if of == ["des"] else quoted[1], Kind.ORGANISATION, True)
    whose = clause[: noun.span.start].casefold().split()[-1:]
    office = noun.low in data["words_of"]["offices"] and whose != [] and whose[0] in data["before"]["own"]
    nobody = noun.low in (*data["words_of"]["nobody"], *data["words_of"]["circles"]) and not office
    if nobody or noun.low.endswith(tuple(data["words_of"]["things"])):
        return None
    body = office or (_base(noun.low) if genitive else noun.low).endswith(tuple(data["bodies"]["endings"]))
    last = at + 1 if body and at + 1 < len(words) and words[at + 1].capital else at
    span = Span(words[0].span.start, words[last].span.end)
    kind = Kind.ORGANISATION if body else Kind.OFFICE
    name = clause[noun.span.start : span.end] if body else clause[span.start : span.end]
    name = _base(name) if genitive else name
    return Called(span, name[:LONGEST_NAME], kind, body and last > at)


def _base(noun: str) -> str:
    """Strip the genitive's ending: *Klinikums*, *Verbandes*, *Hauses*."""
    head, _, tail = noun.partition(" ")
    bare = re.sub(r"(?<=[dst])es$", "", head) if head.endswith(("des", "ses", "tes")) else re.sub(r"s$", "", head)
    return f"{bare} {tail}" if tail else bare
