"""``python -m benchmarks.krauts_folds DATA``: what the rules for times are worth on articles that had no part in them.

The rules were written with all of KRAUTS in sight. For each of five folds over its documents, every rule, every entry
of a word list and every vague word of the mapping is switched off that the other four folds would never have asked
for: one that makes the rules match otherwise in documents of this fold and in no others. The fold is then scored with
what is left.

What no document asks for (it comes from sentences of our own) stays, and so do the members of ``CLOSED`` classes,
which nobody lists by looking at a corpus. What is written in Python cannot be switched off: how a form gets its value.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click
from spacy.tokens import Doc

from benchmarks import krauts, times
from benchmarks.corpus import Fold, files_of
from benchmarks.krauts import Article
from benchmarks.measures import Measure
from benchmarks.times import Timex
from quellenlage.language import Language
from quellenlage.model import Reading, Report
from quellenlage.reading.times import anchor, find
from quellenlage.reading.times.grammar import Grammar, compiled, grammar
from quellenlage.reading.times.lexicon import ENDINGS, TOKEN, Word

FOLDS = 5
SHOWN = ("strict", "relaxed", "value", "strict+value")
# Weekdays, parts of the day, months, seasons and units, the small numbers, and the words of grammar around them.
CLOSED = frozenset(
    (
        *("weekday", "weekday_genitive", "weekday_many", "weekday_short", "weekdays", "part", "parts", "part_after"),
        *(
            "month",
            "month_short",
            "season",
            "year_one",
            "year_many",
            "month_one",
            "month_many",
            "week_one",
            "week_many",
        ),
        *("day_one", "day_many", "weekend", "weekend_many", "quarter", "half_year", "decade_one", "long_many"),
        *("century", "millennium", "clock_one", "clock_many", "oclock", "one_bare", "one_inflected", "one_genitive"),
        *("half", "ordinal", "er", "article", "this", "every", "every_many", "and", "than"),
        *("at", "auf", "before", "between", "behind", "in_the", "in", "within", "over", "of", "on", "per", "since"),
        *("until", "with", "around", "to", "from_on", "toward"),
    )
)


@dataclass(frozen=True, slots=True)
class Item:
    """A rule by its number, or an entry of a list: ``rules``, ``words``, ``stems``, ``phrases`` or ``compounds``."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """An article with its report and its tags, and the fold it is in."""

    article: Article
    report: Report
    doc: Doc
    fold: int


def items(whole: Grammar) -> Iterator[Item]:
    """Give all that can be switched off."""
    words = whole.lexicon
    yield from (Item("rules", str(number)) for number in range(len(whole.rules)))
    for kind, entries in (("words", words.words), ("stems", words.stems)):
        yield from (Item(kind, key) for key, word in entries.items() if word.name not in CLOSED)
    yield from (Item("phrases", " ".join(one)) for group in words.phrases.values() for one, _ in group)
    yield from (Item("compounds", name) for name, _, _ in words.compounds)


def without(whole: Grammar, off: Iterable[Item]) -> Grammar:
    """Compile the grammar again with items switched off; a word nobody lists is a noun or an unknown one."""
    keys: dict[str, set[str]] = {}
    for item in off:
        keys.setdefault(item.kind, set()).add(item.key)
    words = whole.lexicon
    words = replace(
        words,
        words={key: word for key, word in words.words.items() if key not in keys.get("words", ())},
        stems={key: word for key, word in words.stems.items() if key not in keys.get("stems", ())},
        phrases={
            first: [entry for entry in group if " ".join(entry[0]) not in keys.get("phrases", ())]
            for first, group in words.phrases.items()
        },
        compounds=[entry for entry in words.compounds if entry[0] not in keys.get("compounds", ())],
        seen={form: word for form, word in words.seen.items() if not _listed(form, word, keys)},
    )
    if "rules" not in keys:
        return replace(whole, lexicon=words)
    return compiled(words, tuple(rule for number, rule in enumerate(whole.rules) if str(number) not in keys["rules"]))


def _listed(form: str, word: Word, keys: dict[str, set[str]]) -> bool:
    """Say whether what is known of a form may rest on an item."""
    low = form.casefold()
    return (
        word.name in keys.get("compounds", ())
        or any(low == key.casefold() for key in keys.get("words", ()))
        or any(low.startswith(key.casefold()) for key in keys.get("stems", ()))
    )


Matches = list[tuple[str, int, int, tuple[tuple[str, str], ...]]]


def asked_for(documents: Sequence[Tagged], whole: Grammar) -> dict[Item, frozenset[int]]:
    """Give for each item the folds in which the rules match otherwise in some document without it."""
    full = [_matches(one, whole) for one in documents]
    fired = [frozenset(pattern for pattern, *_ in one) for one in full]
    forms = [frozenset(m.group().casefold() for m in TOKEN.finditer(one.report.text)) for one in documents]
    out: dict[Item, frozenset[int]] = {}
    for item in items(whole):
        near = [at for at in range(len(documents)) if _may_touch(item, whole, forms[at], fired[at])]
        if item.kind == "rules" or not near:
            out[item] = frozenset(documents[at].fold for at in near)
            continue
        rest = without(whole, [item])
        out[item] = frozenset(documents[at].fold for at in near if _matches(documents[at], rest) != full[at])
    return out


def _may_touch(item: Item, whole: Grammar, forms: frozenset[str], fired: frozenset[str]) -> bool:
    first = item.key.split(" ")[0].casefold()
    if item.kind == "rules":
        return whole.rules[int(item.key)].pattern in fired
    if item.kind == "stems":
        return any(first + ending in forms for ending in ENDINGS)
    return item.kind == "compounds" or first in forms


def _matches(one: Tagged, rules: Grammar) -> Matches:
    found = rules.matches(rules.lexicon.pieces(one.report.text))
    return [(m.rule.pattern, m.first, m.last, tuple(sorted(m.values.items()))) for m in found]


def measure(documents: Sequence[Tagged], language: Language) -> Iterator[tuple[str, int, int, dict[str, Measure]]]:
    """Give for each fold its name, its articles, how much was off, and its figures; last all folds together."""
    whole = grammar(language.code)
    asked = asked_for(documents, whole)
    full = [_reading(one, whole, language) for one in documents]
    every: list[tuple[Sequence[Timex], Sequence[Timex]]] = []
    for fold in range(1, FOLDS + 1):
        off = [item for item, folds in asked.items() if folds == {fold}]
        others = [reading for one, reading in zip(documents, full, strict=True) if one.fold != fold]
        known = frozenset().union(*(krauts.dropped(reading) for reading in others))
        rest, pairs = without(whole, off), []
        for one in documents:
            if one.fold == fold:
                reading = _reading(one, rest, language)
                rows = krauts.to_krauts(reading, kept=krauts.dropped(reading) - known)
                pairs.append(([Timex(**row) for row in rows], one.article.gold))
        every += pairs
        yield f"{fold}/{FOLDS}", len(pairs), len(off), times.score(pairs)
    yield "all", len(every), 0, times.score(every)


def _reading(one: Tagged, rules: Grammar, language: Language) -> Reading:
    found = tuple(find(one.doc, one.report, language, rules))
    return Reading(report=one.report, times=anchor(found, one.report.published.interval))


def tagged(articles: Sequence[tuple[Path, Article]], language: Language) -> list[Tagged]:
    """Tag articles, and put each in its fold."""
    from quellenlage import intake  # noqa: PLC0415 -- as in the other benchmarks: only when something is measured

    out = []
    for path, article in articles:
        report = intake.from_text(article.text, published=article.created)
        fold = next(n for n in range(1, FOLDS + 1) if Fold(number=n, count=FOLDS).holds(path))
        out.append(Tagged(article=article, report=report, doc=language.nlp(report.text), fold=fold))
    return out


def row(name: str, count: int, off: int, measures: dict[str, Measure]) -> str:
    """Write the figures of one fold."""
    figures = "  ".join(f"{kind} {100 * measures[kind].f1:5.1f}" for kind in SHOWN)
    return f"{name:5s} {count:4d} articles  {off:4d} off  {figures}"


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(data: Path) -> None:
    """Score the articles of DATA/krauts fold by fold, without what only that fold asked for."""
    from quellenlage.language import load  # noqa: PLC0415 -- as above

    articles = [(path, krauts.load(path)) for path in files_of(data / "krauts", ".tml")]
    if not articles:
        raise click.ClickException(f"{data}: there is no krauts here; see docs/measuring.md")
    language = load("de")
    for line in measure(tagged(articles, language), language):
        click.echo(row(*line))


if __name__ == "__main__":
    main()
