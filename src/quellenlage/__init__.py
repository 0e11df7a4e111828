"""Quellenlage, the state of the sources: who says what, when, how firmly, and on how many independent origins.

import quellenlage as ql

reading = ql.read(text, published="2024-03-12", outlet="Tagblatt")
dossiers = ql.build(["reports/"])
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from quellenlage.model import Dossier, Reading, Report, Skipped

__version__ = "0.1.0"

__all__ = [
    "Dossier",
    "Reading",
    "Report",
    "Skipped",
    "__version__",
    "build",
    "dossiers",
    "read",
]


def read(
    text: str,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    model: str | Path | None = None,
) -> Reading:
    """Read one report. No store, no network; a text that is NFC already keeps its offsets.

    ``published`` is a day (ISO 8601 where it is text); ``model`` names another spaCy pipeline to read with.
    Raises ``errors.DayError`` where ``published`` is no day.
    """
    from quellenlage import intake, language
    from quellenlage.reading.assemble import read_report

    day = intake.as_day(published) if published is not None else None
    report = intake.from_text(text, outlet=outlet, title=title, published=day)
    return read_report(report, language.load("de", model))


def build(
    paths: Sequence[str | Path],
    *,
    published: date | None = None,
    outlet: str | None = None,
    on_event: Callable[[Report | Skipped], None] | None = None,
) -> list[Dossier]:
    """Read reports from files and folders and give one dossier a story, the largest first.

    What cannot be read is handed to ``on_event`` as ``Skipped``, with its reason, and left out.
    """
    from quellenlage import intake

    return dossiers(_reports(intake.load(paths, published=published, outlet=outlet), on_event))


def dossiers(reports: Iterable[Report]) -> list[Dossier]:
    """Give one dossier a story from reports in hand, the largest story first; the same report twice counts once."""
    from quellenlage import language
    from quellenlage.linking.assemble import link
    from quellenlage.reading.assemble import read_reports
    from quellenlage.weighing import weigh

    readings = list(read_reports(_once(reports), language.load("de")))
    made = [weigh(story) for story in link(readings)]
    return sorted(made, key=lambda d: (-len(d.reports), str(d.story.begin), d.story.id))


def _once(reports: Iterable[Report]) -> list[Report]:
    """The reports, each once, under the first of its addresses."""
    once: dict[str, Report] = {}
    for report in reports:
        known = once.setdefault(report.id, report)
        if report.uri < known.uri:
            once[report.id] = replace(known, uri=report.uri)
    return list(once.values())


def _reports(
    loaded: Iterable[Report | Skipped], on_event: Callable[[Report | Skipped], None] | None
) -> Iterable[Report]:
    for item in loaded:
        if on_event:
            on_event(item)
        if isinstance(item, Report):
            yield item
