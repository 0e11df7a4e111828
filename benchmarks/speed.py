"""``python -m benchmarks.speed [PATH…]``: words a second of every stage, and seconds for linking many reports.

Seconds are processor time of this process, so that what else the machine does counts little.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import process_time
from typing import TypeVar

from quellenlage import intake
from quellenlage.language import Language, load, mark_furniture
from quellenlage.linking.assemble import link
from quellenlage.model import Report
from quellenlage.reading import attribution, dating, events, names, times
from quellenlage.reading.assemble import read_report
from quellenlage.weighing import weigh

T = TypeVar("T")

SAMPLES = Path(__file__).parent.parent / "samples" / "wesselbrueck"
MANY = (75, 150, 300)
WHO = ("Der Bürgermeister", "Die Ministerin", "Ein Sprecher der Polizei", "Hafenchef Jens Petersen", "Lena Brandt")
WHAT = (
    "kündigte am {}. Mai den Bau einer Brücke in Ostermoor an.",
    "wies die Vorwürfe aus Norderende am Dienstag zurück.",
    "sagte am Montag, die Fähre werde am {}. Juni wieder fahren.",
    "teilte mit, bei dem Unfall seien {} Menschen verletzt worden.",
    "traf am {}. Mai in Norderende ein.",
    "erklärte: „Von {} Schiffen haben wir nichts gewusst.“",
    "forderte laut der Küstenzeitung {} Millionen Euro für den Deich.",
)


class Stopwatch:
    """Adds up the seconds of each stage."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    def of(self, stage: str, work: Callable[[], T]) -> T:
        """Do ``work`` and note how long it took."""
        begin = process_time()
        done = work()
        self.seconds[stage] += process_time() - begin
        return done


def main() -> None:
    """Print the speed of the stages on the reports in the paths given, or on the samples, and of linking."""
    language = load("de")
    read_report(intake.from_text(SAMPLES.joinpath("01-agentur-dienstag.txt").read_text(encoding="utf-8")), language)
    reports = list(reports_in([Path(name) for name in sys.argv[1:]] or [SAMPLES]))
    words = sum(len(report.text.split()) for report in reports)
    watch = Stopwatch()
    for report in reports:
        stages(report, language, watch)
    print_stages(watch.seconds, words, len(reports))
    readings = [read_report(made_up(n), language) for n in range(max(MANY))]
    for count in MANY:
        watch = Stopwatch()
        stories = watch.of("linking", lambda n=count: link(readings[:n]))
        watch.of("weighing", lambda found=stories: [weigh(story) for story in found])
        seconds = ", ".join(f"{stage} {spent:.2f} s" for stage, spent in watch.seconds.items())
        print(f"{count} reports in {len(stories)} stories: {seconds}")


def reports_in(paths: list[Path]) -> Iterator[Report]:
    """Give the reports in ``paths``; in a folder of the quotation corpus, its articles."""
    for path in paths:
        articles = [json.loads(file.read_bytes()) for file in sorted(path.glob("*.json"))] if path.is_dir() else []
        if any("originalText" in article for article in articles):
            yield from (intake.from_text(article["originalText"]) for article in articles)
        else:
            yield from (item for item in intake.load([path]) if isinstance(item, Report))


def stages(report: Report, language: Language, watch: Stopwatch) -> None:
    """Read one report stage by stage, as ``reading.assemble`` does, clauses and noun groups on their own."""
    nlp = language.nlp
    doc = watch.of("tokens", lambda: nlp.make_doc(report.text))
    for _, step in nlp.pipeline:
        doc = watch.of("pipeline", lambda step=step, doc=doc: step(doc))
    mark_furniture(doc, report.furniture)
    found = watch.of("times", lambda: tuple(times.find(doc, report, language)))
    day = watch.of("dating", lambda: dating.date(report, times.anchor(found, report.published.interval)))
    anchored = watch.of("dating", lambda: times.anchor(found, day.interval))
    entities, mentions = watch.of("names", lambda: names.read(doc, report, language))
    watch.of("clauses", lambda: language.clauses(doc))
    said = watch.of("attribution", lambda: tuple(attribution.read(doc, report, language, mentions)))
    findings = events.Findings(times=anchored, entities=entities, mentions=mentions, statements=said)
    watch.of("events", lambda: tuple(events.read(doc, report, language, findings)))


def print_stages(seconds: Counter[str], words: int, reports: int) -> None:
    """Print a line a stage: seconds, share, words a second."""
    whole = sum(seconds.values()) or 1.0
    print(f"{reports} reports, {words} words: {words / whole:.0f} words/s")
    for stage, spent in seconds.items():
        print(f"  {stage:<12} {spent:7.2f} s {100 * spent / whole:5.1f} % {words / (spent or 1e-9):12.0f} words/s")
    outside = whole - seconds["pipeline"]
    print(f"  all but the pipeline {outside:.2f} s, {words / (outside or 1e-9):.0f} words/s")


def made_up(number: int) -> Report:
    """Give report ``number`` of a made-up story: the same sentences, in turn, with other people and figures."""
    lines = [
        f"{WHO[(number + 3 * n) % len(WHO)]} {WHAT[(number * n + n) % len(WHAT)].format(1 + (number * 7 + n) % 28)}"
        for n in range(10)
    ]
    day = date(2024, 5, 1 + number % 28) if number % 3 else None
    return intake.from_text("\n".join(lines), uri=f"{number}.txt", outlet=f"Haus {number % 40}", published=day)


if __name__ == "__main__":
    main()
