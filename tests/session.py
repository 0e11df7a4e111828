"""The sessions in the documentation: lines that begin with ``$``, and what they print; ``…`` stands for more.

``python -m tests.session`` writes what they print now into the tutorial.
"""

import os
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from click.testing import CliRunner

from quellenlage.cli import main, opening

ROOT = Path(__file__).parent.parent
TUTORIAL = ROOT / "docs" / "tutorial.md"
BLOCK = re.compile(r"(?:^    \$ .*\n)(?:^    .*\n)*", re.MULTILINE)
WHEN = datetime(2024, 3, 15, 18, tzinfo=UTC)
MORE = "…"


def steps(text: str) -> list[tuple[str, list[str]]]:
    """Give each command with the lines it is said to print."""
    out: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall(text):
        for line in block.splitlines():
            if line.startswith("    $ "):
                out.append((line[6:], []))
            else:
                out[-1][1].append(line[4:].rstrip())
    return out


def run(commands: list[str], folder: Path) -> Iterator[list[str]]:
    """Run commands in a folder that holds the sample story, one store for all; give what each prints."""
    shutil.copytree(ROOT / "samples" / "wesselbrueck", folder / "wesselbrueck")
    before, opening.now = (Path.cwd(), opening.now), lambda: WHEN
    os.chdir(folder)
    try:
        for command in commands:
            yield _run(command, folder)
    finally:
        os.chdir(before[0])
        opening.now = before[1]


def _run(command: str, folder: Path) -> list[str]:
    if not command.startswith("quellenlage "):
        done = subprocess.run(command, shell=True, check=True, capture_output=True, text=True)  # noqa: S602 - our own
        return done.stdout.splitlines()
    environment = {"QUELLENLAGE_STORE": str(folder / "quellenlage.db"), "COLUMNS": "100"}
    result = CliRunner().invoke(main, shlex.split(command)[1:], prog_name="quellenlage", env=environment)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return [line.rstrip() for line in result.output.splitlines()]


def shortened(said: list[str], printed: list[str]) -> list[str]:
    """Cut what is printed where the documentation cuts it."""
    return [*printed[: len(said) - 1], MORE] if said[-1:] == [MORE] and len(printed) >= len(said) else printed


def renewed(text: str) -> str:
    """Give the text of a page with what its commands print now."""
    found = steps(text)
    with tempfile.TemporaryDirectory() as folder:
        printed = run([command for command, _ in found], Path(folder))
        lines = iter(
            [
                [f"    $ {c}", *(f"    {p}".rstrip() for p in shortened(said, now))]
                for (c, said), now in zip(found, printed, strict=True)
            ]
        )
        return BLOCK.sub(
            lambda block: "".join(
                f"{line}\n" for _ in re.findall(r"^    \$ ", block[0], re.MULTILINE) for line in next(lines)
            ),
            text,
        )


if __name__ == "__main__":
    TUTORIAL.write_text(renewed(TUTORIAL.read_text(encoding="utf-8")), encoding="utf-8")
