"""The rules for what stands around an article: a language's data, compiled once.

All patterns are bounded and tried on lines no longer than ``LONGEST``, or on the last ``TAIL`` characters of a line,
so that the work grows with the length of the text and no faster.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from quellenlage.language import table

LONGEST = 400
TAIL = 160

_CAPITAL = r"[A-ZÄÖÜÁÉŁŠŽČĆØÅ][\w’'.-]{0,24}"
_FRAGMENT = re.compile(r"(?<!\?P)<(\w+)>")
_HOUSE = r"\w{2,12}\.(?:com|de|at|ch|net|org)"
_TIME = r"(?:,?\s?(?:[-–|]\s?)?(?:um\s)?\d{1,2}[:.]\d{2}(?:\s?Uhr|\s?h)?)"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; ``pattern`` may have groups ``agencies``, ``names``, ``day``, ``month``; a second is ``day2``."""

    kind: str
    where: str
    scope: str
    whole_line: bool
    rest: bool
    pattern: re.Pattern[str]

    def said(self, match: re.Match[str], group: str) -> str:
        """Give what the first or the second group of a name holds, or nothing."""
        groups = match.groupdict()
        return groups.get(group) or groups.get(group + "2") or ""

    def match(self, line: str) -> re.Match[str] | None:
        """Try the rule on a line without space around it."""
        if self.scope == "end":
            return self.pattern.search(line, max(0, len(line) - TAIL))
        return self.pattern.fullmatch(line) if len(line) <= LONGEST else None


@dataclass(frozen=True, slots=True)
class Phrase:
    """What an exact line is; under a ``list`` stand links."""

    kind: str
    list: bool


def furniture_table(code: str = "de") -> dict[str, Any]:
    """Give the furniture data of a language."""
    return table(code, "furniture")


def bare(line: str) -> str:
    """Give a line without bullets, brackets and closing points, in small letters: how exact lines are compared."""
    return line.strip(" \t\u00a0•·*-–—|>»→[]().:…!").casefold()


@lru_cache(maxsize=8)
def phrases(code: str = "de") -> dict[str, Phrase]:
    """Give the exact lines of a language by their bare form."""
    groups = furniture_table(code)["lines"]
    return {bare(says): Phrase(group["kind"], group.get("list", False)) for group in groups for says in group["says"]}


@lru_cache(maxsize=8)
def rules(code: str = "de") -> tuple[Rule, ...]:
    """Give the compiled rules of a language, in the order of the table."""
    return tuple(_rule(entry, code) for entry in furniture_table(code)["rules"])


@lru_cache(maxsize=8)
def agency_names(code: str = "de") -> dict[str, str]:
    """Give an agency's short name by each way of writing it, in small letters."""
    agencies: dict[str, list[str]] = furniture_table(code)["agencies"]
    return {alias: name for name, aliases in agencies.items() for alias in aliases}


def compiled(match: str, code: str = "de") -> re.Pattern[str]:
    """Compile a pattern of the table with its fragments filled in."""
    known = fragments(code)
    return re.compile(_FRAGMENT.sub(lambda name: known[name[1]], match))


@lru_cache(maxsize=8)
def fragments(code: str = "de") -> dict[str, str]:
    """Build the fragments that patterns name in angle brackets."""
    data = furniture_table(code)
    agency = _any(agency_names(code))
    return (
        _days(data["words"])
        | _credits(data["words"], agency)
        | _persons(data["words"], agency)
        | _pictures([*agency_names(code), *data["captions"]["photo"]], data["words"])
    )


def _any(words: Iterable[str]) -> str:
    """Match one of ``words`` in any case, the longest first, and no part of a longer word."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return r"(?>(?i:" + "|".join(re.escape(word) for word in ordered) + r")(?![\w-]))"


def _days(words: dict[str, list[str]]) -> dict[str, str]:
    day = (
        rf"(?:{_any(words['weekdays'])}\.?,?\s(?:den\s)?)?"
        rf"\d{{1,2}}\.\s?(?:{_any(words['months'])}\.?\s\d{{4}}|\d{{1,2}}\.\s?(?:\d{{4}}|\d{{2}}))|\d{{4}}-\d{{2}}-\d{{2}}"
    )
    month = rf"(?P<month>{_any(words['months'])}\.?\s\d{{4}})"
    named = {"month": month, "day": rf"(?P<day>{day})", "day2": rf"(?P<day2>{day})", "otherday": rf"(?:{day})"}
    return named | {"time": _TIME, "clock": _TIME + "?"}


def _credits(words: dict[str, list[str]], agency: str) -> dict[str, str]:
    joints = "|".join(map(re.escape, words["joints"]))
    desks = "|".join(map(re.escape, words["desks"]))
    join = rf"(?:\s?[/,;+&]\s?|\s(?:{joints})\s)"
    initials = rf"(?:(?:{desks}|[a-zäöü]{{2,4}})(?!\w)|{_HOUSE})"
    # Possessive, and initials that are no agency: a credit can be read in one way only, so failing costs one pass.
    group = rf"(?:(?!{agency}){initials}{join}){{0,4}}+{agency}(?:{join}(?>{agency}|{initials})){{0,8}}+"
    return {"agencies": rf"(?P<agencies>{group})(?![\w-])", "agency": agency}


def _persons(words: dict[str, list[str]], agency: str) -> dict[str, str]:
    particle = rf"(?:{'|'.join(words['particles'])})"
    name = rf"{_CAPITAL}(?:\s(?:{particle}\s){{0,2}}{_CAPITAL}){{1,3}}"
    joints = "|".join(map(re.escape, words["joints"]))
    join = rf"(?:\s?[,;/&|]\s?|\s(?:{joints})\s)"
    known = rf"{agency}|{_any(words['nobody'])}"
    others = rf"(?:{join}(?:{known}|{name}|{_CAPITAL})){{0,5}}"
    return {
        "names": rf"(?P<names>(?:{known}|{name}){others})",
        "labelled": rf"(?P<names>(?:{known}|{name}|{_CAPITAL}){others})",
    }


def _pictures(names: list[str], words: dict[str, list[str]]) -> dict[str, str]:
    agency = _any(names)
    token = rf"(?>{agency}|(?:{'|'.join(words['particles'])})(?!\w)|{_CAPITAL}|\d{{4}})"
    word = r"[\w.’'-]{2,24}"
    person = rf"{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}"
    return {
        "photoagency": agency,
        "photo": rf"(?:{person}\s?/\s?)?{agency}(?:\s?[/|]\s?{word}(?:\s{word}){{0,2}}){{0,4}}",
        "credited": rf"{token}(?:(?:\s?[/,|]\s?|\s(?:und\s|via\s)?){token}){{0,10}}",
    }


def _rule(entry: dict[str, Any], code: str) -> Rule:
    match = f"(?:{entry['match']})"
    return Rule(
        kind=entry["kind"],
        where=entry["where"],
        scope=entry["scope"],
        whole_line=entry.get("marks", "line") == "line",
        rest=entry.get("rest", False),
        pattern=compiled(match + r"\Z" if entry["scope"] == "end" else match, code),
    )
