"""Words as classes: each token of a text becomes one symbol, so that the rules can be one regular expression."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from typing import Any, NamedTuple, Protocol

from quellenlage.language import table

# A point that sets off thousands belongs to its number.
TOKEN = re.compile(r"(?<!\d\.)\d{1,3}(?:\.\d{3}){1,3}(?![\d.]\d|\d)|\d+|[^\W\d_]+|\n\s*\n|[^\s\w]|_")
ENDINGS = ("e", "er", "en", "es", "em", "")
TABLES = ("times_words", "times_words_relative", "times_classes")
LONGEST_WORD = 40
MARKS = {
    "(": "lpar", ")": "rpar", "/": "slash", "-": "dash", "–": "dash", "—": "dash", "%": "currency", "€": "currency",
    "$": "currency", "'": "quote", "’": "quote", "&": "and", ":": "colon_mark",
}  # fmt: skip
GLUED = {".": ("point", "stop"), ",": ("decimal", "comma"), ":": ("colon", "colon_mark")}
OTHERS = (
    "noun",
    "x",
    "mark",
    "break",
    "hyphen",
    "zero",
    "n12",
    "n24",
    "n31",
    "n59",
    "n99",
    "big",
    "year",
    "holiday",
    "counted_holiday",
)


class Numerals(Protocol):
    """What a language's module ``numerals`` offers."""

    def cardinal(self, word: str) -> int | None:
        """Give the number a word names."""

    def ordinal(self, word: str) -> int | None:
        """Give the place an ordinal names."""


class Word(NamedTuple):
    """A class of words, and what this word means in it."""

    name: str
    value: str = ""


class Piece(NamedTuple):
    """A token of a text: code points, end exclusive, its class and its value."""

    start: int
    end: int
    word: Word


@dataclass(slots=True)
class Lexicon:
    """The word classes of one language; ``symbol`` gives the character that stands for each in the rules."""

    words: dict[str, Word]
    stems: dict[str, Word]
    compounds: list[tuple[str, re.Pattern[str], tuple[dict[str, str] | None, ...]]]
    phrases: dict[str, list[tuple[tuple[str, ...], Word]]]
    either: dict[str, list[str]]
    numerals: Numerals
    symbol: dict[str, str] = field(default_factory=dict)
    seen: dict[str, Word] = field(default_factory=dict)

    def classify(self, word: str) -> Word:
        """Tell the class of a word by its form; a word nobody knows is a ``noun`` by its capital, else ``x``."""
        found = self.seen.get(word)
        if found is None:
            found = self._classify(word)
            if len(self.seen) < 200_000:
                self.seen[word] = found
        return found

    def _classify(self, word: str) -> Word:
        unknown = Word("noun" if word[0].isupper() else "x")
        if len(word) > LONGEST_WORD:
            return unknown
        forms = [word, word.lower()] if word[0].isupper() else [word]
        if len(word) > 2 and word.isupper():
            forms.insert(0, word.capitalize())
        for form in forms:
            if form in self.words:
                return self.words[form]
        return self._stem(word.lower()) or self._numeral(word.lower()) or self._compound(word) or unknown

    def _stem(self, word: str) -> Word | None:
        for ending in ENDINGS[:-1]:
            if word.endswith(ending) and (found := self.stems.get(word.removesuffix(ending))):
                return found
        return None

    def _numeral(self, word: str) -> Word | None:
        if (number := self.numerals.cardinal(word)) is not None:
            return Word("cardinal", str(number))
        if (place := self.numerals.ordinal(word)) is not None:
            return Word("ordinal", str(place))
        return None

    def _compound(self, word: str) -> Word | None:
        for name, pattern, parts in self.compounds:
            match = pattern.fullmatch(word.lower())
            if match and (values := self._values(match.groups(), parts)):
                return Word(name, "|".join(values))
        return None

    def _values(self, pieces: tuple[str, ...], parts: tuple[dict[str, str] | None, ...]) -> list[str]:
        out = []
        for piece, part in zip(pieces, parts, strict=True):
            if part is None:
                out.append(str(self.numerals.cardinal(piece) or ""))
            elif not part:
                continue
            else:
                bare = [piece.removesuffix(ending) + "-" for ending in ENDINGS if piece.endswith(ending)]
                out.append(next((part[form] for form in [piece, *bare] if form in part), ""))
        return out if all(out) else []

    def pieces(self, text: str) -> list[Piece]:
        """Cut a text into classified tokens, phrases of several words as one; an empty break opens it."""
        out: list[Piece] = [Piece(0, 0, Word("break"))]
        raw = [(m.start(), m.end(), m.group()) for m in TOKEN.finditer(text)]
        at = 0
        while at < len(raw):
            start, end, word = raw[at]
            step = 1
            if word[0].isalpha():
                kind = self.classify(word)
                if word in self.phrases:
                    kind, step = self._phrase(raw, at) or (kind, 1)
                out.append(Piece(start, raw[at + step - 1][1], kind))
            else:
                out.append(Piece(start, end, _number(word) if word[0].isdigit() else _mark(text, start, word)))
            at += step
        return out

    def _phrase(self, raw: list[tuple[int, int, str]], at: int) -> tuple[Word, int] | None:
        for words, kind in self.phrases[raw[at][2]]:
            if tuple(r[2] for r in raw[at : at + len(words)]) == words:
                return kind, len(words)
        return None

    def names(self, name: str) -> list[str]:
        """Give the classes behind a name of the rules. Raises ``KeyError`` for one that nobody defined."""
        if name in self.either:
            return [one for part in self.either[name] for one in self.names(part)]
        self.symbol[name]
        return [name]

    def symbols(self, pieces: list[Piece]) -> str:
        """Write tokens as a string of symbols, one character each."""
        symbol = self.symbol
        return "".join([symbol[piece.word.name] for piece in pieces])


def _number(digits: str) -> Word:
    if "." in digits:
        return Word("big", digits.replace(".", ""))
    if not digits.isdecimal() or len(digits) > 9:
        return Word("mark")
    value = int(digits)
    if len(digits) == 4 and 1000 <= value <= 2199:
        return Word("year", digits)
    if len(digits) > 2:
        return Word("big", str(value))
    for limit, name in ((0, "zero"), (12, "n12"), (24, "n24"), (31, "n31"), (59, "n59")):
        if value <= limit:
            return Word(name, digits)
    return Word("n99", digits)


def _mark(text: str, start: int, mark: str) -> Word:
    if mark[0] == "\n":
        return Word("break")
    if mark == "-" and 0 < start < len(text) - 1 and text[start - 1].isalpha() and text[start + 1].isalpha():
        return Word("hyphen")
    if mark in GLUED:
        inside = 0 < start < len(text) - 1 and text[start - 1].isdigit() and text[start + 1].isdigit()
        return Word(GLUED[mark][0 if inside else 1])
    return Word(MARKS.get(mark, "mark"))


@lru_cache(maxsize=4)
def lexicon(code: str) -> Lexicon:
    """Build the lexicon of a language from its tables of words, classes and holidays."""
    data = {name: group for part in TABLES for name, group in table(code, part).items()}
    words, stems = _entries(data)
    built = Lexicon(
        words=words,
        stems=stems,
        compounds=[(name, _joined(parts, data), _tables(parts, data)) for name, parts in data["compound"].items()],
        phrases=_phrases(code, data["phrase"]),
        either=data["either"],
        numerals=import_module(f"quellenlage.language.{code}.numerals"),
    )
    names = {w.name for w in [*words.values(), *stems.values()]}
    names |= {
        "cardinal",
        "ordinal",
        "colon_mark",
        *OTHERS,
        *MARKS.values(),
        *data["compound"],
        *data["plain"],
        *data["phrase"],
    }
    names |= {name for pair in GLUED.values() for name in pair}
    built.symbol = {name: chr(0x100 + i) for i, name in enumerate(sorted(names))}
    return built


def _entries(data: dict[str, Any]) -> tuple[dict[str, Word], dict[str, Word]]:
    words: dict[str, Word] = {}
    stems: dict[str, Word] = {}
    for name, entries in data.items():
        if name == "plain":
            words |= {word: Word(kind) for kind, group in entries.items() for word in group}
        elif name not in {"either", "compound", "phrase"}:
            for entry, value in entries.items():
                target, key = (stems, entry[:-1]) if entry.endswith("-") else (words, entry)
                if key not in target or not name.endswith("_ending"):
                    target[key] = Word(name, str(value))
    return words, stems


def _joined(parts: list[str], data: dict[str, Any]) -> re.Pattern[str]:
    return re.compile("".join(f"({_part(part, data)})" for part in parts))


def _tables(parts: list[str], data: dict[str, Any]) -> tuple[dict[str, str] | None, ...]:
    """The values of each part in lower case; ``None`` for a numeral, none for a stem."""
    return tuple(
        None
        if part == "cardinal"
        else {}
        if part == "stem"
        else {entry.lower(): str(value) for entry, value in data[part].items()}
        for part in parts
    )


def _part(part: str, data: dict[str, Any]) -> str:
    if part in {"cardinal", "stem"}:
        return r"[a-zäöüß]{2,24}?"
    entries = sorted(data[part], key=lambda entry: (-len(entry), entry))
    return "|".join(
        f"{re.escape(e[:-1].lower())}(?:e[rnsm]?)?" if e.endswith("-") else re.escape(e.lower()) for e in entries
    )


def _phrases(code: str, plain: dict[str, list[str]]) -> dict[str, list[tuple[tuple[str, ...], Word]]]:
    """Holidays, and phrases without a value, by their first word, longest first."""
    out: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    for kind, phrases in plain.items():
        for phrase in phrases:
            words = tuple(m.group() for m in TOKEN.finditer(phrase))
            out.setdefault(words[0], []).append((words, Word(kind)))
    for kind, entries in table(code, "holidays").items():
        for name, days in entries.items():
            for form in (name, f"{name}s"):
                words = tuple(m.group() for m in TOKEN.finditer(form))
                out.setdefault(words[0], []).append((words, _holiday(kind, days)))
    for group in out.values():
        group.sort(key=lambda item: -len(item[0]))
    return out


def _holiday(kind: str, days: str) -> Word:
    """A holiday's class and its days; a weekday of a month is written as a form."""
    counted = kind.startswith("counted_")
    name = "nth:" if kind == "nth" else kind.removeprefix("counted_")
    return Word("counted_holiday" if counted else "holiday", f"{name}{days}")
