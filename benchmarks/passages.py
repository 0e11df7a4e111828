"""``python -m benchmarks.passages``: measure how single mentions of events are read: found, state, days.

The passages stand in ``tests/golden/passages``, a file a field; ``docs/annotation.md`` says how they are marked. The
first ``DEVELOP`` of a file are to develop on, the others are measured alone.
"""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import click

from benchmarks import golden
from benchmarks.dossiers import Raw, Scores, Tally
from quellenlage.model import Basis, EventMention, Interval, Published, Report, Span

PASSAGES = golden.STORIES / "passages"
DEVELOP = 60
# The day of publication of every passage, a Wednesday, from which its days are counted.
DAY = date(2024, 3, 13)
PUBLISHED = Published(interval=Interval(earliest=DAY, latest=DAY), basis=Basis.STATED)


@click.command()
@click.option("--set", "chosen", type=click.Choice([*golden.SETS, "all"]), default="all", show_default=True)
@click.option("--errors", is_flag=True, help="List what is wrong, in the passages to develop on alone.")
@click.option("--passages", default=PASSAGES, type=click.Path(exists=True, path_type=Path), hidden=True)
def main(chosen: str, errors: bool, passages: Path) -> None:
    """Read the passages and measure their events: one table a set, a column a field."""
    for name in golden.SETS if chosen == "all" else (chosen,):
        results = {field: score(rows) for field, rows in load(passages, name)}
        if errors and name == "develop":
            for field, scores in results.items():
                golden.show_errors(field, scores)
        click.echo(f"{name}:")
        golden.show(results)


def load(folder: Path, chosen: str) -> Iterator[tuple[str, list[Raw]]]:
    """Give the passages of a set by field."""
    for path in sorted(folder.glob("*.toml")):
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["passage"]
        yield path.stem, rows[:DEVELOP] if chosen == "develop" else rows[DEVELOP:]


def score(rows: list[Raw]) -> Scores:
    """Measure the marked events of passages: found at all; of those found, their state and their days.

    ``dated`` counts those alone whose passage gives them a day, ``undated`` those to which it gives none.
    """
    scores: Scores = {name: Tally() for name in ("found", "status", "days", "dated", "undated")}
    for row in rows:
        read = _events(row["text"])
        for due in row["events"]:
            here = [event for event in read if any(event.span.meets(place) for place in places(row["text"], due["on"]))]
            fault = f"{due['on']}, {due['status']}, {due['days']}: {row['text']}"
            scores["found"].answer(bool(here), fault)
            if here:
                _judge(scores, due, here, fault)
    return scores


def _judge(scores: Scores, due: Raw, here: list[EventMention], fault: str) -> None:
    """Take of several events read at a place the one that fits best."""
    days = interval(due["days"])
    best = max(here, key=lambda event: (event.status.value == due["status"]) + (event.interval == days))
    dated = best.interval == days
    scores["status"].answer(best.status.value == due["status"], f"{best.status.value}, not {fault}")
    scores["days"].answer(dated, f"{best.interval.earliest} to {best.interval.latest}, not {fault}")
    scores["dated" if days.known else "undated"].answer(dated, "")


def interval(days: str) -> Interval:
    """Read ``-2/-1``, ``-2/``, ``/+3`` or ``/``: the first and the last day, counted from that of the report."""
    first, last = (DAY + timedelta(days=int(part)) if part else None for part in days.split("/"))
    return Interval(earliest=first, latest=last)


def places(text: str, on: str) -> list[Span]:
    """Give where the words stand that name an event: together, or one by one."""
    words = [on] if on in text else [word for word in on.split() if word in text]
    return [Span(text.index(word), text.index(word) + len(word)) for word in words]


def _events(text: str) -> tuple[EventMention, ...]:
    from quellenlage.language import load as language  # noqa: PLC0415 -- the readers load their word lists
    from quellenlage.reading.assemble import read_report  # noqa: PLC0415

    return read_report(Report(uri="passage", text=text, published=PUBLISHED), language("de")).events


if __name__ == "__main__":
    main()
