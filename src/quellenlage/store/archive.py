"""The whole way with a store in it: what comes in is read once, a story is linked when it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from quellenlage.errors import NotThereError
from quellenlage.intake.sources import Bytes
from quellenlage.language import load
from quellenlage.linking.assemble import tell
from quellenlage.model import Dossier, Links, Reading, Report, Skipped
from quellenlage.reading.assemble import read_reports
from quellenlage.store import versions
from quellenlage.store.codec import digest, encode, stripped
from quellenlage.store.contract import Store
from quellenlage.store.deciding import decided
from quellenlage.store.engine import batches
from quellenlage.store.records import Arrival, Decision, Intake, Outcome, Source, Versions
from quellenlage.weighing import weigh

ReadReports = Callable[[Iterable[Report]], Iterator[Reading]]


class Reader:
    """How reports are read: the German pipeline, or another way with a version of its own. Loaded when first used."""

    def __init__(self, model: str | None = None) -> None:
        self._model = model

    @cached_property
    def version(self) -> str:
        """The pipeline's version."""
        return versions.model("de", self._model)

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Read reports, giving their readings in order; the pipeline is not loaded where there are none."""
        rest = iter(reports)
        first = next(rest, None)
        if first is None:
            return
        yield from read_reports(_chained(first, rest), load("de", self._model))


def _chained(first: Report, rest: Iterator[Report]) -> Iterator[Report]:
    yield first
    yield from rest


@dataclass(slots=True)
class Tally:
    """How many reports came of what was added, by outcome, and how many could not be read."""

    new: int = 0
    known: int = 0
    revised: int = 0
    reread: int = 0
    skipped: int = 0

    def count(self, outcome: Outcome) -> None:
        """Take note of one report."""
        setattr(self, outcome.value, getattr(self, outcome.value) + 1)


@dataclass(slots=True)
class _Pending:
    """A report on its way: its source, and the source's intake where it is the last of it."""

    report: Report
    source: Source
    closes: Intake | None = None


@dataclass(slots=True)
class Archive:
    """A store with what reads and links for it. ``clock`` gives the time that rows are marked with."""

    store: Store
    clock: Callable[[], datetime]
    reader: Reader = field(default_factory=Reader)

    def add(
        self, sources: Iterable[Bytes | Skipped], see: Callable[[Report | Skipped], None] = lambda _: None
    ) -> Tally:
        """Take in what is new, report by report; ``see`` is told of each report and of what could not be read."""
        tally = Tally()
        pending: dict[str, _Pending] = {}
        by = Versions(intake=versions.intake(), rules=versions.rules(), model=self.reader.version)
        fresh = (p.report for p in self._fresh(sources, by, tally, pending, see))
        for reading in self.reader.read(fresh):
            found = pending.pop(reading.report.id)
            arrival = Arrival(
                report=found.report,
                reading=reading,
                source=found.source,
                versions=by,
                at=self.clock(),
                closes=found.closes,
            )
            tally.count(self.store.add(arrival))
            see(found.report)
        return tally

    def _fresh(
        self,
        sources: Iterable[Bytes | Skipped],
        by: Versions,
        tally: Tally,
        pending: dict[str, _Pending],
        see: Callable[[Report | Skipped], None],
    ) -> Iterator[_Pending]:
        """Give the reports that are to be read; what is known already is counted and passed over."""
        for item in sources:
            if isinstance(item, Skipped):
                tally.skipped += 1
                see(item)
                continue
            known, new = self._taken_in(item, by, pending)
            tally.known += len(known.reports) - len(new)
            tally.skipped += len(known.skipped)
            for uri, reason in known.skipped:
                see(Skipped(uri=uri, reason=reason))
            if new:
                new[-1].closes = known
            for found in new:
                pending[found.report.id] = found
                yield found

    def _taken_in(self, item: Bytes, by: Versions, pending: dict[str, _Pending]) -> tuple[Intake, list[_Pending]]:
        """Give what comes of bytes, and the reports among it that are to be read."""
        source = Source(sha256=digest(item.raw), raw=item.raw, uri=item.uri)
        key = digest("\x1f".join((source.sha256, item.name, repr(item.known), item.uri, by.intake)))
        known = self.store.intake(key)
        if known and all(self._is_read(report, by) for report in known.reports):
            return known, []
        found = list(item.read())
        reports = {r.id: r for r in found if isinstance(r, Report)}
        skipped = tuple((r.uri, r.reason) for r in found if isinstance(r, Skipped))
        known = Intake(key=key, sha256=source.sha256, uri=item.uri, reports=tuple(reports), skipped=skipped)
        fresh = (self._to_read(report, by) for report in reports.values() if report.id not in pending)
        new = [_Pending(report=report, source=source) for report in fresh if report]
        if not new:
            self.store.close_intake(known)
        return known, new

    def _is_read(self, report: str, by: Versions) -> bool:
        state = self.store.state(report)
        return state is not None and (state.rules, state.model) == (by.rules, by.model)

    def _to_read(self, report: Report, by: Versions) -> Report | None:
        """Give what is to be read: a new report, or one that was read or extracted by other versions; else nothing.

        Where two files hold one report, the metadata of the first hold.
        """
        state = self.store.state(report.id)
        if state is None:
            return report
        if state.intake != by.intake and state.record_sha256 != encode(stripped(report))[1]:
            return report
        if (state.rules, state.model) != (by.rules, by.model):
            return self.store.reports([report.id])[0].report
        return None

    def reread(self, reports: Sequence[str]) -> int:
        """Read again those of the reports that were read by other rules or another pipeline, and say how many."""
        rules, model = versions.rules(), self.reader.version
        known = self.store.readings(reports, rules, model)
        for found in known.values():
            state = self.store.state(found.report.id)
            if state and (state.rules, state.model) != (rules, model):
                self.store.keep_reading(found, rules, model, self.clock())
        stale = (r.report for some in batches(r for r in reports if r not in known) for r in self.store.reports(some))
        count = 0
        for reading in self.reader.read(stale):
            self.store.keep_reading(reading, rules, model, self.clock())
            count += 1
        return count

    def links(self, name: str) -> Links:
        """Link a story as it stands, with what people decided. Raises ``NotThereError`` for one that is not there."""
        story = self.store.find_story(name)
        members = self.store.members(story)
        self.reread(members)
        rules, model = versions.rules(), self.reader.version
        readings = list(self.store.readings(members, rules, model).values())
        key = digest("\x1f".join([versions.linking(), model, *sorted(members)]))
        kept = self.store.links(story, key)
        if kept is None:
            linked = tell(readings)
            self.store.keep_links(story, key, linked, weigh(linked).story)
        else:
            order = {id_: published.order for id_, published in kept.published.items()}
            readings.sort(key=lambda r: (order[r.report.id], r.report.id))
            linked = replace(kept, readings=tuple(readings))
        return decided(linked, [d for d in self.store.decisions() if self._concerns(d, story)])

    def dossier(self, name: str) -> Dossier:
        """Give the dossier of a story under the id it has in the store. Raises ``NotThereError``."""
        story = self.store.find_story(name)
        made = weigh(self.links(story))
        return replace(made, story=replace(made.story, id=story))

    def _concerns(self, decision: Decision, story: str) -> bool:
        try:
            return self.store.find_story(decision.story) == story
        except NotThereError:
            return False
