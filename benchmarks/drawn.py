"""``python -m benchmarks.drawn PATH… [--seed N] [--count N]``: statements drawn at random, to be judged by hand.

The same seed draws the same statements of the same reports. Nothing is stored: reports may be anybody's.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from quellenlage.model import Reading, Spans, Statement

SEED, COUNT = 5, 20
DEEPEST = 12


def drawn(readings: Sequence[Reading], seed: int, count: int) -> list[tuple[Reading, Statement]]:
    """Draw ``count`` statements without repetition, or all where there are fewer, in the order of the reports."""
    every = [(reading, one) for reading in readings for one in reading.statements]
    chosen = sorted(random.Random(seed).sample(range(len(every)), min(count, len(every))))  # noqa: S311 -- no secret
    return [every[n] for n in chosen]


def described(reading: Reading, one: Statement) -> Iterator[str]:
    """Give the lines that show a statement: its parts, the chain of its sources outward, and the text around it."""
    text = reading.report.text
    names = {entity.id: entity.name for entity in reading.entities}
    by_id = {other.id: other for other in reading.statements}
    chain, outer = [quoted(text, one.source)], one
    while outer.within in by_id and len(chain) < DEEPEST:
        outer = by_id[outer.within]
        chain.append(quoted(text, outer.source))
    yield f"content     {quoted(text, one.content)}"
    yield f"source      {quoted(text, one.source)}  = {', '.join(names.get(name, name) for name in one.sources)}"
    yield f"cue         {quoted(text, one.cue)}  {one.type} {one.medium}"
    yield f"chain       {' < '.join(part or '-' for part in chain)}"
    yield f"stance      {one.stance}   factuality {one.factuality}"
    begin = max(text.rfind("\n", 0, one.content[0].start), one.content[0].start - 300)
    end = min(one.content[-1].end + 150, len(text))
    yield f"in          {' '.join(text[max(begin, 0) : end].split())}"


def quoted(text: str, spans: Spans) -> str:
    """Give the words of some spans, with dots between them."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--seed", default=SEED, show_default=True)
@click.option("--count", default=COUNT, show_default=True)
def main(paths: tuple[Path, ...], seed: int, count: int) -> None:
    """Print statements of the reports in PATHS, drawn by a seed."""
    # The readers load their word lists: only when something is read.
    from quellenlage import intake, language  # noqa: PLC0415
    from quellenlage.model import Report  # noqa: PLC0415
    from quellenlage.reading.assemble import read_report  # noqa: PLC0415

    german = language.load("de")
    reports = [one for one in intake.load(list(paths)) if isinstance(one, Report)]
    readings = [read_report(report, german) for report in reports]
    for number, (reading, one) in enumerate(drawn(readings, seed, count), start=1):
        click.echo(f"{number}. {reading.report.uri}")
        for line in described(reading, one):
            click.echo(f"   {line}")


if __name__ == "__main__":
    main()
