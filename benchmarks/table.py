"""Results as people read them."""

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from benchmarks.corpus import Result
from benchmarks.floors import Floor


def show(result: Result, floor: Floor | None, console: Console) -> None:
    """Print one set: its size and the speed of the reading, then precision, recall, F1 and the floor of every row."""
    console.print(Text(heading(result), style="bold"), soft_wrap=True)
    console.print(_table(result, floor))
    if floor is None:
        console.print(Text("no floors for this set yet"), style="dim")
    console.print()


def heading(result: Result) -> str:
    """Give the line above a set's figures."""
    size = f"{result.documents} documents, {result.words} words"
    return f"{result.name}: {size}, {result.speed:.0f} words/s read, data {result.digest[:12]}"


def show_errors(result: Result, count: int, console: Console) -> None:
    """Print the worst cases of each kind, ``count`` at most."""
    for line in error_lines(result, count):
        console.print(Text(line), soft_wrap=True)
    console.print()


def error_lines(result: Result, count: int) -> Iterator[str]:
    """Give each kind of error with how many there are, then its worst cases."""
    for kind, cases in result.errors.items():
        yield f"{result.name}, {kind} ({len(cases)})"
        yield from (f"  {case}" for case in cases[:count])


def _table(result: Result, floor: Floor | None) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for column in ("P", "R", "F1", "floor"):
        table.add_column(column, justify="right")
    for row, measure in result.measures.items():
        figures = [f"{100 * figure:.1f}" for figure in (measure.precision, measure.recall, measure.f1)]
        least = floor.f1.get(row) if floor else None
        table.add_row(row, *figures, "" if least is None else f"{least:.1f}")
    return table
