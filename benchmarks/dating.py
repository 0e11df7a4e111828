"""``python -m benchmarks.dating DATA``: how well reports date themselves, on German Wikinews.

The articles do not say when they were published; their file names do. Each is dated by its own words alone, once with
nothing known, once with the month and once with the year given, as a page that is saved without its day may have it.

contains: the interval holds the true day. given, right: a single day was claimed, and it was the true one.
width: days of an interval that is closed and wider than a day. one-sided: only one end is known.
"""

import json
import re
import statistics
from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from benchmarks.corpus import files_of, shortened
from quellenlage.model import UNKNOWN, Basis, Interval, Published, Report

PARTS = ("train", "dev")
NAMED = re.compile(r"\((\d{4}-\d\d-\d\d)\)")
LEAST_RIGHT, LEAST_CONTAINED = 0.97, 0.98


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: its text and the day its file's name gives."""

    name: str
    text: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was inferred for one article, beside the truth; ``words`` are those it rests on."""

    name: str
    day: date
    interval: Interval
    words: tuple[str, ...] = ()

    @property
    def contains(self) -> bool:
        """Say whether the interval holds the true day."""
        begin, end = self.interval.earliest, self.interval.latest
        return (begin is None or begin <= self.day) and (end is None or self.day <= end)


Given = Callable[[date], Interval]


def nothing(day: date) -> Interval:
    """Withhold the day."""
    return UNKNOWN


def month(day: date) -> Interval:
    """Give the month alone."""
    return Interval(earliest=day.replace(day=1), latest=day.replace(day=monthrange(day.year, day.month)[1]))


def year(day: date) -> Interval:
    """Give the year alone."""
    return Interval(earliest=date(day.year, 1, 1), latest=date(day.year, 12, 31))


GIVEN: dict[str, Given] = {"nothing": nothing, "month": month, "year": year}


def load(path: Path) -> Article | None:
    """Read one file; ``None`` where its name gives no day."""
    named = NAMED.search(path.name)
    if not named:
        return None
    text = json.loads(path.read_text(encoding="utf-8"))["originalText"]
    return Article(name=path.name, text=text, day=date.fromisoformat(named.group(1)))


def measure(articles: Sequence[Article], given: dict[str, Given]) -> dict[str, list[Outcome]]:
    """Date every article for each of the things given."""
    from quellenlage import intake  # noqa: PLC0415 -- the readers load their word lists: only when something is measured
    from quellenlage.language import load as language_of  # noqa: PLC0415
    from quellenlage.reading import dating  # noqa: PLC0415
    from quellenlage.reading.times import anchor, find  # noqa: PLC0415

    language = language_of("de")
    out: dict[str, list[Outcome]] = {name: [] for name in given}
    for article in articles:
        report = intake.from_text(article.text)
        found = tuple(find(language.nlp(report.text), report, language))
        for name, hint in given.items():
            one = _hinted(report, hint(article.day))
            published = dating.date(one, anchor(found, one.published.interval))
            words = tuple(report.quote(evidence.span) for evidence in published.evidence)
            out[name].append(Outcome(name=article.name, day=article.day, interval=published.interval, words=words))
    return out


def _hinted(report: Report, days: Interval) -> Report:
    """Put in what is given, unless the text states more."""
    if report.published.interval.known or not days.known:
        return report
    return replace(report, published=Published(interval=days, basis=Basis.STATED))


def row(name: str, outcomes: Sequence[Outcome]) -> str:
    """Write the figures of one line."""
    day = [one for one in outcomes if one.interval.day]
    wide = [one.interval for one in outcomes if one.interval.closed and not one.interval.day]
    widths = [(i.latest - i.earliest).days + 1 for i in wide if i.latest and i.earliest]
    one_sided = sum(one.interval.known and not one.interval.closed for one in outcomes)
    right = sum(one.contains for one in day)
    contains = 100 * sum(one.contains for one in outcomes) / max(1, len(outcomes))
    width = f"{statistics.mean(widths):5.1f} (median {statistics.median(widths):g})" if widths else "-"
    unknown = sum(not one.interval.known for one in outcomes)
    return (
        f"{name:10s} {len(outcomes):5d} articles  contains {contains:6.2f} %  "
        f"day given {len(day):4d}, right {right:4d}  "
        f"closed {len(wide):4d}, width {width}  one-sided {one_sided:4d}  unknown {unknown:4d}"
    )


def faults(name: str, outcomes: Iterable[Outcome]) -> list[str]:
    """Say what is below what may be expected: days claimed and wrong, days outside their interval."""
    every = list(outcomes)
    day = [one for one in every if one.interval.day]
    out = []
    if sum(one.contains for one in day) < LEAST_RIGHT * len(day):
        out.append(f"{name}: fewer than {LEAST_RIGHT:.0%} of the days claimed are right")
    if sum(one.contains for one in every) < LEAST_CONTAINED * len(every):
        out.append(f"{name}: fewer than {LEAST_CONTAINED:.0%} of the intervals hold the true day")
    return out


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--errors", is_flag=True, help="Print each interval that does not hold the true day.")
def main(data: Path, errors: bool) -> None:
    """Date the articles of DATA/wikinews-quotations and compare with the day in their names."""
    files = [path for part in PARTS for path in files_of(data / "wikinews-quotations" / part, ".json")]
    articles = [one for path in files if (one := load(path))]
    if not articles:
        raise click.ClickException(f"{data}: there is no wikinews-quotations here; see docs/measuring.md")
    measured = measure(articles, GIVEN)
    wrong: list[str] = []
    for name, outcomes in measured.items():
        click.echo(row(name, outcomes))
        wrong += faults(name, outcomes)
        for one in outcomes if errors else ():
            if not one.contains:
                words = shortened(" · ".join(one.words))
                click.echo(f"  {one.name}: {one.interval.earliest} to {one.interval.latest} by {words}")
    if wrong:
        raise click.ClickException("\n".join(wrong))


if __name__ == "__main__":
    main()
