"""``python -m benchmarks.own_reports [N]``: quotations on the reports in ``training/reports``, with the N worst cases.

No rule was written from these reports; what is trained on them is measured in folds (``training.statements``).
"""

import re
import sys
from collections.abc import Sequence

from rich.console import Console

from benchmarks import quotes, table, wikinews
from benchmarks.corpus import Clock, Read, Result, digest_of
from benchmarks.quotes import Quotation
from benchmarks.wikinews import Article
from quellenlage.model import Span
from training import annotated

NAME = "own reports"
_TOKEN = re.compile(r"\w+|[^\w\s]")


def articles(names: Sequence[str] | None = None) -> list[Article]:
    """The annotated reports in the terms of the scorer; all, or those with ``names``."""
    found = annotated.read_all()
    return [_article(name, found[name]) for name in (found if names is None else names)]


def _article(name: str, report: annotated.Annotated) -> Article:
    tokens = tuple(Span(*match.span()) for match in _TOKEN.finditer(report.text))
    gold = tuple(
        Quotation(
            **{part: wikinews.covered(getattr(one, part), tokens) for part in quotes.PARTS},
            type=one.type,
            medium=one.medium,
        )
        for one in report.statements
    )
    return Article(name=name, text=report.text, tokens=tokens, gold=gold)


def measure(read: Read, names: Sequence[str] | None = None) -> Result:
    """Read the reports and score the statements."""
    chosen, clock = articles(names), Clock(read)
    said = [wikinews.to_quotations(clock.reading(one.text, None, one.name), one.tokens) for one in chosen]
    return Result(
        name=NAME,
        digest=digest_of(annotated.REPORTS / f"{one.name}.txt" for one in chosen),
        documents=len(chosen),
        words=sum(clock.words),
        seconds=sum(clock.seconds),
        measures=quotes.score(zip(said, (list(one.gold) for one in chosen), strict=True)),
        errors=wikinews.errors(chosen, said),
    )


def main() -> None:
    """Print the figures, and the worst cases where a number is given."""
    from benchmarks.command import read  # noqa: PLC0415 -- loads the reader's word lists

    console = Console(highlight=False)
    result = measure(read)
    table.show(result, None, console)
    if sys.argv[1:]:
        table.show_errors(result, int(sys.argv[1]), console)


if __name__ == "__main__":
    main()
