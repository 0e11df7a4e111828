"""Measure time expressions on KRAUTS (Strötgen et al. 2018), and write our values in that corpus's way.

Records carry the value a reader wants; the corpus has habits of its own (see ``docs/measuring.md``). ``to_krauts``
is the only place that knows them.
"""

import html
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any

from benchmarks import times
from benchmarks.corpus import Clock, Fold, Read, Result, digest_of, files_of, longest, shortened
from benchmarks.times import Timex
from quellenlage.model import Reading, TimeExpression, TimeType

MARKUP = re.compile(r"<[^>]+>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document: the text between its TEXT tags without markup, its day, and its gold expressions."""

    name: str
    text: str
    created: date | None
    gold: tuple[Timex, ...]


def load(path: Path) -> Article:
    """Read one TimeML file. Raises ``ValueError`` where it has no TEXT."""
    markup = path.read_text(encoding="utf-8")
    body = _between(markup, "TEXT")
    if body is None:
        raise ValueError(f"{path.name}: no TEXT element")
    text, gold = _unmarked(body)
    return Article(name=path.name, text=text, created=_created(markup), gold=tuple(gold))


def to_krauts(reading: Reading, kept: Collection[str] = ()) -> list[dict[str, Any]]:
    """Give a reading's time expressions as the corpus writes them: ``start``, ``end``, ``type``, ``value``.

    Vague words that the corpus leaves untagged are dropped, but for those ``kept``, in lower case.
    """
    text = reading.report.text
    return [
        _row(text, one, _is_beside(one, after))
        for one, after in zip_longest(reading.times, reading.times[1:])
        if (words := text[slice(*one.span)].casefold()) in kept or not VAGUE.fullmatch(words)
    ]


def dropped(reading: Reading) -> frozenset[str]:
    """Give the vague expressions of a reading that ``to_krauts`` leaves out, in lower case."""
    every = (reading.report.text[slice(*one.span)].casefold() for one in reading.times)
    return frozenset(words for words in every if VAGUE.fullmatch(words))


def measure(folder: Path, read: Read, fold: Fold | None = None) -> list[Result]:
    """Read every article below a folder and score its time expressions: all articles, and all but the fullest one.

    A single calendar of events can hold a tenth of all expressions and drown what the others say.
    """
    files = files_of(folder, ".tml", fold)
    articles, clock = [load(path) for path in files], Clock(read)
    found = [_tags(clock.reading(one.text, one.created, one.name)) for one in articles]
    fullest = max(range(len(files)), key=lambda i: len(articles[i].gold), default=None)
    rest = [i for i in range(len(files)) if i != fullest]

    def result(name: str, chosen: Sequence[int]) -> Result:
        ours, gold = [found[i] for i in chosen], [articles[i].gold for i in chosen]
        return Result(
            name=name,
            digest=digest_of(files[i] for i in chosen),
            documents=len(chosen),
            words=sum(clock.words[i] for i in chosen),
            seconds=sum(clock.seconds[i] for i in chosen),
            measures=times.score(zip(ours, gold, strict=True)),
            errors=_errors([articles[i] for i in chosen], ours) if len(chosen) == len(files) else {},
        )

    return [result(folder.name, range(len(files))), result(f"{folder.name} less its fullest document", rest)]


# The habits of the corpus, each as a rule: what it is asked of, and the type and value it writes instead.

Rewritten = tuple[str, str]
Rule = Callable[[TimeExpression, str], Rewritten | None]

TODAY = re.compile(r"heut(?:e|ig\w{0,3})", re.IGNORECASE)
DISTANCE = re.compile(r"(offset|from|past|next):[+-]?(\d+(?:\.\d+)?|X)(H|MIN|D|WE|W|M|Q|Y|DE|CE|ML)(?::\w+=\w+)*")
SEASON = re.compile(r"\b(?:Saison|Spielzeit)\b.{0,20}\d")
NUMBERED = re.compile(
    r"\d|\b(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\w{0,12}zig|hundert)\w{0,2}\b"
)
BESIDE = 12
CLOCK_UNITS = {"H": "H", "MIN": "M"}


# Words that we keep and the corpus mostly leaves untagged.
VAGUE = re.compile(
    r"(?:d(?:ie|er|en) )?(?:gegenwart|vergangenheit)|gegenwärtig|jüngst|kürzlich|neulich|seinerzeit|vor kurzem"
    r"|unlängst|letzthin|langem|längerem|kurzem|jeher"
    r"|(?P<one>\w{2,12}) (?:für|zu) (?P=one)|(?:lang|länger|absehbar|einig)\w{1,3} Zeit"
    r"|(?:morgend|mittäg|abend|nächt)lich\w{0,2}",
    re.IGNORECASE,
)


def today_is_the_present(expression: TimeExpression, text: str) -> Rewritten | None:
    """*heute* is the present, whatever the day."""
    return ("DATE", "PRESENT_REF") if TODAY.fullmatch(text) else None


def distance_is_a_duration(expression: TimeExpression, text: str) -> Rewritten | None:
    """*vor drei Jahren* and *die letzten drei Jahre* are three years long; *gestern* stays a day."""
    match = DISTANCE.fullmatch(expression.form)
    if not match:
        return None
    amount, unit = match.group(2), match.group(3).replace("ML", "L")
    if match.group(1) in {"offset", "from"} and amount != "X" and not NUMBERED.search(text.casefold()):
        return None
    return "DURATION", f"PT{amount}{CLOCK_UNITS[unit]}" if unit in CLOCK_UNITS else f"P{amount}{unit}"


def holiday_has_no_day(expression: TimeExpression, text: str) -> Rewritten | None:
    """*Ostern* and *Fronleichnam* are left open."""
    return ("DATE", "XXXX-XX-XX") if expression.form.startswith("holiday") else None


def century_and_decade_are_cut(expression: TimeExpression, text: str) -> Rewritten | None:
    """The 20th century is ``19``, the fifties are ``195``, the third millennium ``2``."""
    match = re.fullmatch(r"(-?\d{1,3})X{1,3}", expression.value)
    return (expression.type.value, match.group(1)) if match else None


def season_is_open(expression: TimeExpression, text: str) -> Rewritten | None:
    """*Saison 2014/15* is left open."""
    return ("DATE", "XXXX-XX-XX") if SEASON.search(text) else None


def hour_has_no_day(expression: TimeExpression, text: str) -> Rewritten | None:
    """An hour of several days is written alone: ``T20:00``."""
    match = re.fullmatch(r"XXXX-XX-XX(T\d\d:\d\d)", expression.value)
    return ("TIME", match.group(1)) if match and expression.type is TimeType.TIME else None


RULES: tuple[Rule, ...] = (
    today_is_the_present,
    distance_is_a_duration,
    holiday_has_no_day,
    century_and_decade_are_cut,
    season_is_open,
    hour_has_no_day,
)


def _is_beside(one: TimeExpression, after: TimeExpression | None) -> bool:
    """*heute ab 15 Uhr*, *heute und morgen*: beside an hour or another day, *heute* is the day itself."""
    if after is None or after.span.start - one.span.end > BESIDE:
        return False
    return after.form.startswith(("clock:", "offset:+1D"))


def _row(text: str, expression: TimeExpression, beside: bool) -> dict[str, Any]:
    surface = text[slice(*expression.span)]
    rules = RULES[1:] if beside else RULES
    rewritten = (rule(expression, surface) for rule in rules)
    kind, value = next((one for one in rewritten if one), (expression.type.value, expression.value))
    return {"start": expression.span.start, "end": expression.span.end, "type": kind, "value": value}


def _tags(reading: Reading) -> list[Timex]:
    return [Timex(**row) for row in to_krauts(reading)]


def _between(markup: str, tag: str) -> str | None:
    start, end = markup.find(f"<{tag}>"), markup.find(f"</{tag}>")
    return markup[start + len(tag) + 2 : end] if 0 <= start < end else None


def _created(markup: str) -> date | None:
    stated = re.search(r'\bvalue="(\d{4}-\d\d-\d\d)', _between(markup, "DCT") or "")
    return date.fromisoformat(stated.group(1)) if stated else None


def _unmarked(body: str) -> tuple[str, list[Timex]]:
    """Take the tags out, and give each TIMEX3 that holds any text, in the order in which they close."""
    pieces: list[str] = []
    length, at = 0, 0
    opened: list[tuple[int, dict[str, str]]] = []
    gold: list[Timex] = []
    for tag in MARKUP.finditer(body):
        pieces.append(html.unescape(body[at : tag.start()]))
        length, at = length + len(pieces[-1]), tag.end()
        if tag.group().startswith("<TIMEX3") and not tag.group().endswith("/>"):
            opened.append((length, dict(ATTRIBUTE.findall(tag.group()))))
        elif tag.group().startswith("</TIMEX3") and opened:
            gold.extend(_closed(*opened.pop(), length))
    return "".join(pieces) + html.unescape(body[at:]), gold


def _closed(start: int, attributes: dict[str, str], end: int) -> Iterator[Timex]:
    if end > start:
        yield Timex(start=start, end=end, type=attributes.get("type"), value=attributes.get("value"))


def _errors(articles: Sequence[Article], found: Sequence[list[Timex]]) -> dict[str, list[str]]:
    cases: dict[str, list[tuple[int, str]]] = {kind: [] for kind in ("missed", "invented", "wrong span", "wrong value")}
    documents = []
    for article, ours in zip(articles, found, strict=True):
        faults = 0
        for left, right in times.pair(ours, article.gold):
            for kind, line in _faults(article, left, right):
                cases[kind].append((0, f"{article.name}: {line}"))
                faults += 1
        documents.append((faults, f"{faults:3d} faults  {len(article.gold)} gold  {article.name}"))
    return {"documents by faults": longest(documents)} | {kind: longest(rows) for kind, rows in cases.items()}


def _faults(article: Article, ours: Timex | None, theirs: Timex | None) -> Iterable[tuple[str, str]]:
    if ours is None or theirs is None:
        one = ours or theirs
        if one:
            yield "invented" if ours else "missed", _shown(article, one)
        return
    if ours.span != theirs.span:
        yield "wrong span", f"{_shown(article, ours)} for {_shown(article, theirs)}"
    if ours.value != theirs.value:
        yield "wrong value", f"{ours.value} for {_shown(article, theirs)}"


def _shown(article: Article, one: Timex) -> str:
    around = shortened(article.text[max(0, one.start - 30) : one.end + 30], 120)
    return f"[{article.text[one.start : one.end]}] {one.type} {one.value} … {around}"
