"""What has been reached, pinned: a figure may rise, and falls only on purpose."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Result

FILE = Path(__file__).with_name("floors.toml")
TOLERANCE = 0.1
HEAD = """\
# F1 reached, times 100, on each set; written by `python -m benchmarks DATA --pin`, read by `--check`.
# `digest` is the SHA-256 over the names and contents of the set's files: other data, other floors.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The figures pinned for one set of data."""

    digest: str
    f1: dict[str, float]


def load(path: Path = FILE) -> dict[str, Floor]:
    """Read the pinned figures by name of the set; none where there is no file."""
    if not path.exists():
        return {}
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Floor(digest=table["digest"], f1=table["f1"]) for name, table in tables.items()}


def dump(floors: dict[str, Floor]) -> str:
    """Write pinned figures as TOML, sets and rows in alphabetical order."""
    blocks = [HEAD]
    for name, floor in sorted(floors.items()):
        rows = "".join(f'"{row}" = {figure:.1f}\n' for row, figure in sorted(floor.f1.items()))
        blocks.append(f'["{name}"]\ndigest = "{floor.digest}"\n\n["{name}".f1]\n{rows}')
    return "\n".join(blocks)


def pinned(result: Result) -> Floor:
    """Make a result the floor of its set."""
    return Floor(digest=result.digest, f1={row: round(100 * one.f1, 1) for row, one in result.measures.items()})


def faults(results: Iterable[Result], floors: dict[str, Floor]) -> Iterator[str]:
    """Say what is wrong, a line each: another digest, a figure gone, a figure more than ``TOLERANCE`` too low.

    A set without floors is no fault.
    """
    for result in results:
        floor = floors.get(result.name)
        if floor is None:
            continue
        if floor.digest != result.digest:
            yield f"{result.name}: the data is not the data that the floors were measured on"
        yield from _fallen(result, floor)


def _fallen(result: Result, floor: Floor) -> Iterator[str]:
    for row, least in floor.f1.items():
        if row not in result.measures:
            yield f"{result.name}: {row} is pinned at {least:.1f} and is no longer measured"
        elif (reached := 100 * result.measures[row].f1) < least - TOLERANCE:
            yield f"{result.name}: {row} fell to {reached:.1f}, the floor is {least:.1f}"
