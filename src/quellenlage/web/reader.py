"""From a report to its reading, and from readings to dossiers: the library's own steps, one report at a time."""

from quellenlage import language
from quellenlage.linking.assemble import Linker
from quellenlage.model import Dossier, Reading, Report
from quellenlage.reading.assemble import read_report
from quellenlage.weighing import weigh


def read(report: Report) -> Reading:
    """Read one report with the pipeline of its language."""
    return read_report(report, language.load("de"))


class Weigher:
    """Makes dossiers of what lies on a desk, again and again as reports come in."""

    def __init__(self) -> None:
        self._linker = Linker()

    def __call__(self, readings: list[Reading]) -> list[Dossier]:
        """Give one dossier a story, the largest story first, as ``quellenlage.dossiers`` does."""
        made = [weigh(story) for story in self._linker.link(readings)]
        return sorted(made, key=lambda d: (-len(d.reports), str(d.story.begin), d.story.id))
