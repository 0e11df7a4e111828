"""``python -m benchmarks.golden``: build the golden stories of ``tests/golden`` and measure the dossiers."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from benchmarks import oracle as annotated
from benchmarks.dossiers import Raw, Scores, Tally, score
from quellenlage.model import Reading, Report
from quellenlage.model.dossier import Dossier

STORIES = Path(__file__).parents[1] / "tests" / "golden"
SETS = ("develop", "measure")
# So many stories stand beside each other in a table that can be read.
BESIDE = 6


def joined(dossiers: Sequence[Dossier]) -> Dossier:
    """Lay dossiers side by side, so that a story that came apart is still measured whole."""
    names = ("reports", "times", "actors", "mentions", "statements", "events", "claims", "conflicts", "copies")
    rows: dict[str, Any] = {name: tuple(row for one in dossiers for row in getattr(one, name)) for name in names}
    return replace(dossiers[0], **rows)


def load(folder: Path, chosen: str) -> Iterator[tuple[Path, Raw]]:
    """Give the stories of a set, ``all`` for every one."""
    for path in sorted(folder.glob("*/gold.toml")):
        gold = tomllib.loads(path.read_text(encoding="utf-8"))
        if chosen in ("all", gold["set"]):
            yield path.parent, gold


@click.command()
@click.option("--set", "chosen", type=click.Choice([*SETS, "all"]), default="develop", show_default=True)
@click.option("--errors", is_flag=True, help="List what is wrong, on the stories to develop on alone.")
@click.option(
    "--oracle", is_flag=True, help="Judge linking and weighing by themselves: annotated statements and events."
)
@click.option("--stories", default=STORIES, type=click.Path(exists=True, path_type=Path), hidden=True)
def main(chosen: str, errors: bool, oracle: bool, stories: Path) -> None:
    """Build the golden stories and measure the dossiers."""
    results: dict[str, Scores] = {}
    for folder, gold in load(stories, chosen):
        dossiers = build(folder, gold, oracle)
        results[folder.name] = score(gold, joined(dossiers))
        if len(dossiers) > 1:
            click.echo(f"{folder.name} came apart into {len(dossiers)} stories", err=True)
        if errors and gold["set"] == "develop":
            show_errors(folder.name, results[folder.name])
    show(results)


def build(folder: Path, gold: Raw, oracle: bool) -> list[Dossier]:
    """Make the dossiers of a story; with ``oracle`` from what is annotated in place of what is read."""
    # The readers load their word lists: only when something is measured.
    from quellenlage import dossiers, intake, language  # noqa: PLC0415
    from quellenlage.linking.assemble import link  # noqa: PLC0415
    from quellenlage.reading.assemble import read_report  # noqa: PLC0415
    from quellenlage.weighing import weigh  # noqa: PLC0415

    reports = [one for one in intake.load([folder / "reports"]) if isinstance(one, Report)]
    if not oracle:
        return dossiers(reports)
    german = language.load("de")
    readings: list[Reading] = [read_report(report, german) for report in reports]
    return [weigh(story) for story in link(annotated.readings(gold, readings))]


def show_errors(name: str, scores: Scores) -> None:
    """List the faults of one story by row."""
    for row, tally in scores.items():
        for fault in tally.faults:
            click.echo(f"{name}\t{row}\t{fault}")


def show(results: Mapping[str, Scores]) -> None:
    """Print precision, recall and F1 by row: a column a story, so many beside each other, and one for all together."""
    rows = list(next(iter(results.values()), {}))
    every: Scores = {row: sum((scores[row] for scores in results.values()), Tally()) for row in rows}
    columns = [*results.items(), ("all", every)]
    caption = "precision / recall / F1; one figure where they are the same"
    for k in range(0, len(columns), BESIDE):
        beside = columns[k : k + BESIDE]
        table = Table("", *(name for name, _ in beside), caption=caption)
        for row in rows:
            table.add_row(row, *(figures(scores[row]) for _, scores in beside))
        Console(highlight=False, width=160).print(table)


def figures(tally: Tally) -> str:
    """Put a tally in words: percent, and out of how many."""
    precision, recall = (f"{100 * share:.1f}" for share in tally.measure())
    if not tally.given and tally.due:
        return f"{recall} of {tally.due:.0f}"
    if (tally.given, tally.right_given) == (tally.due, tally.right_due):
        return f"{recall} of {tally.due:.0f}"
    return f"{precision} / {recall} / {100 * tally.measure().f1:.1f}"


if __name__ == "__main__":
    main()
