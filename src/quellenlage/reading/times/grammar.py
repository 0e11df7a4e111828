"""The rules of a language as one regular expression over symbols, one symbol a word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from quellenlage.language import table
from quellenlage.reading.times.lexicon import Lexicon, Piece, lexicon

LEXEME = re.compile(r"\(|\)(?:[?*]|\{\d,\d\})?|\||<|>|(?:(\w+):)?([!^&]?)(\w+)([?]|\{\d,\d\})?")
TABLES = (
    "times",
    "times_units",
    "times_eras",
    "times_holidays",
    "times_clock",
    "times_relative",
    "times_sets",
    "times_lengths",
)
# Classes that no expression begins with; a rule may have them further on.
IDLE = ("noun", "x", "mark", "break", "stop", "lpar", "quote")
SETTINGS = frozenset({"pattern", "kind", "example", "continues"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it matches, the kind of expression it makes, and what it hands to the maker."""

    pattern: str
    kind: str
    continues: bool
    fixed: dict[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A match: the rule, the bounds of the expression in pieces, and the values of its named words."""

    rule: Rule
    first: int
    last: int
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules of a language, compiled."""

    lexicon: Lexicon
    rules: tuple[Rule, ...]
    beginning: dict[str, re.Pattern[str]]
    opening: re.Pattern[str]
    names: tuple[tuple[str, ...], ...]

    def matches(self, pieces: list[Piece]) -> Iterator[Found]:
        """Find what the rules match, left to right and without overlap.

        At each word only those rules are tried that can begin with its class.
        """
        symbols, at = self.lexicon.symbols(pieces), 0
        while place := self.opening.search(symbols, at):
            match = self.beginning[place.group()].match(symbols, place.start())
            at = place.end()
            if match:
                at = max(at, match.end())
                yield self._found(match, int((match.lastgroup or "r0")[1:]), pieces)

    def _found(self, match: re.Match[str], number: int, pieces: list[Piece]) -> Found:
        rule = self.rules[number]
        begin, end = match.start(f"b{number}"), match.end(f"e{number}")
        first = match.start() if begin < 0 else begin
        last = match.end() if end < 0 else end
        values = dict(rule.fixed)
        for name in self.names[number]:
            at = match.start(f"r{number}_{name}")
            if at >= 0:
                values[_plain(name)] = pieces[at].word.value
        return Found(rule, first, last, values)


def _plain(name: str) -> str:
    """A name used again in one pattern carries an underscore."""
    return name.rstrip("_")


@lru_cache(maxsize=4)
def grammar(code: str) -> Grammar:
    """Compile the rules of a language, those of ``TABLES``.

    Raises ``KeyError`` for a class that nobody defined.
    """
    return compiled(lexicon(code), tuple(_rule(entry) for name in TABLES for entry in table(code, name)["rule"]))


def compiled(words: Lexicon, rules: tuple[Rule, ...]) -> Grammar:
    """Compile rules over the classes of a lexicon, in their order."""
    texts = [_compiled(rule.pattern, number, words) for number, rule in enumerate(rules)]
    by_symbol: dict[str, list[str]] = {}
    for number, (text, _) in enumerate(texts):
        for symbol in _first(rules[number].pattern, words) - {words.symbol[name] for name in IDLE}:
            by_symbol.setdefault(symbol, []).append(f"(?P<r{number}>{text})")
    beginning = {symbol: re.compile("|".join(every)) for symbol, every in sorted(by_symbol.items())}
    opening = re.compile(f"[{''.join(beginning)}]")
    return Grammar(words, rules, beginning, opening, tuple(names for _, names in texts))


def _first(pattern: str, words: Lexicon) -> set[str]:
    """Give the symbols that a match may begin with: all up to the first part that cannot be left out.

    Of a group all symbols are taken, which are too many at worst.
    """
    found: set[str] = set()
    depth = 0
    for lexeme in LEXEME.finditer(pattern):
        text, (_, looking, kind, often) = lexeme.group(), lexeme.groups()
        depth += (text == "(") - text.startswith(")")
        if kind and looking not in {"^", "&"} and text[:1] != "!":
            found.update(words.symbol[one] for one in words.names(kind) if not looking)
        optional = often or text[1:2] in {"?", "*"} or text[1:3] == "{0"
        if depth == 0 and found and (text.startswith(")") or (kind and not looking)) and not optional:
            break
    return found


def _rule(entry: dict[str, Any]) -> Rule:
    fixed = {key: str(value) for key, value in entry.items() if key not in SETTINGS}
    return Rule(entry["pattern"], entry["kind"], entry.get("continues", False), fixed)


def _compiled(pattern: str, number: int, words: Lexicon) -> tuple[str, tuple[str, ...]]:
    out, names, ahead = [], [], 0
    for lexeme in LEXEME.finditer(pattern):
        text, (name, negated, kind, often) = lexeme.group(), lexeme.groups()
        if kind is None:
            ahead += text == ">"
            out.append({"(": "(?:", "<": f"(?P<b{number}>)", ">": f"(?P<e{number}>)(?="}.get(text, text))
            continue
        symbols = "".join(words.symbol[one] for one in words.names(kind))
        one = {"!": f"(?![{symbols}])", "^": f"(?<![{symbols}])", "&": f"(?<=[{symbols}])"}.get(negated, f"[{symbols}]")
        if name:
            while name in names:
                name += "_"
            names.append(name)
            one = f"(?P<r{number}_{name}>{one})"
        out.append(one + (often or ""))
    text = "".join(out) + ")" * ahead
    begin = "" if "<" in pattern.split() else f"(?P<b{number}>)"
    end = "" if ahead else f"(?P<e{number}>)"
    return begin + text + end, tuple(names)
