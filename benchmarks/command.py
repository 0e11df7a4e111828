"""``python -m benchmarks DATA``: measure, show, compare with what is pinned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from benchmarks import floors, krauts, table, wikinews
from benchmarks.corpus import Fold, Read, Result
from quellenlage.model import Reading

SETS = ("quotes", "times")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to measure, and what to do with the figures. ``only`` is one of ``SETS``, ``fold`` is ``I/N``."""

    only: str | None = None
    split: str = "dev"
    fold: str | None = None
    errors: int = 0
    check: bool = False
    pin: bool = False
    floors: Path = floors.FILE


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--only", type=click.Choice(SETS), help="Measure quotations or times alone.")
@click.option("--split", default="dev", show_default=True, help="The part of the quotation corpus to measure on.")
@click.option("--fold", metavar="I/N", help="Measure on part I of N alone, so that the others can be looked at.")
@click.option("--errors", default=0, metavar="N", help="Print the N worst cases of each kind.")
@click.option("--check", is_flag=True, help="Exit with 1 where a figure lies below its floor.")
@click.option("--pin", is_flag=True, help="Make these figures the floors.")
@click.option("--floors", default=floors.FILE, type=click.Path(path_type=Path), hidden=True)
def main(data: Path, **given: Any) -> None:
    """Measure quotations and time expressions on the corpora in DATA."""
    options = Options(**given)
    if options.fold and (options.check or options.pin):
        raise click.UsageError("floors are for whole sets; leave --fold out")
    results = measure(data, read, options)
    if not results:
        raise click.ClickException(
            f"{data}: neither wikinews-quotations/{options.split} nor krauts is here; see docs/measuring.md"
        )
    known = floors.load(options.floors)
    show(results, known, options.errors)
    if options.pin:
        pins = {one.name: floors.pinned(one) for one in results}
        options.floors.write_text(floors.dump(known | pins), encoding="utf-8")
    if options.check and not hold(results, known):
        raise SystemExit(1)


def read(text: str, published: date | None) -> Reading:
    """Read one text with the library's own front door."""
    import quellenlage  # noqa: PLC0415 -- the readers load their word lists: only when something is measured

    return quellenlage.read(text, published=published)


def measure(data: Path, reader: Read, options: Options) -> list[Result]:
    """Measure every set that is there and has been chosen."""
    quotations, expressions = data / "wikinews-quotations" / options.split, data / "krauts"
    fold = fold_of(options.fold) if options.fold else None
    results: list[Result] = []
    if options.only in (None, "quotes") and quotations.is_dir():
        results.append(wikinews.measure(quotations, reader, fold))
    if options.only in (None, "times") and expressions.is_dir():
        results.extend(krauts.measure(expressions, reader, fold))
    return results


def show(results: Iterable[Result], known: dict[str, floors.Floor], worst: int) -> None:
    """Print the figures, and the worst cases where they are asked for."""
    console = Console(highlight=False)
    for result in results:
        table.show(result, known.get(result.name), console)
        if worst > 0:
            table.show_errors(result, worst, console)


def hold(results: Iterable[Result], known: dict[str, floors.Floor]) -> bool:
    """Say whether every figure holds its floor, and print each that does not."""
    lines = list(floors.faults(results, known))
    for line in lines:
        click.echo(line, err=True)
    return not lines


def fold_of(text: str) -> Fold:
    """Read ``I/N``. Raises ``click.BadParameter`` where it is no such thing."""
    number, _, count = text.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        raise click.BadParameter(f"{text!r} is not I/N with 1 ≤ I ≤ N, such as 1/5", param_hint="--fold")
    return Fold(number=int(number), count=int(count))
