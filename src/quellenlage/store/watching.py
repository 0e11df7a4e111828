"""Feeds and folders looked at again and again: what is new comes in, what changed becomes a revision."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from quellenlage.errors import FetchError, UnreadableError
from quellenlage.intake.fetch import BusyError, Fetcher, host, is_address
from quellenlage.intake.formats import listing
from quellenlage.intake.report import Metadata
from quellenlage.intake.sources import Bytes, sources
from quellenlage.model import Report, Skipped
from quellenlage.store.archive import Archive, Tally
from quellenlage.store.codec import digest
from quellenlage.store.records import Visit

FIRST_BACK_OFF = timedelta(minutes=5)
LONGEST_BACK_OFF = timedelta(days=1)
LOOK_AGAIN = timedelta(hours=1)
MOST_DOUBLINGS = 9
MOST_ENTRIES = 200
# A sitemap index leads to lists of addresses; one of them may be an index again, and no further.
MOST_LISTS = 50
DEEPEST_LIST = 2


@dataclass(slots=True)
class Watcher:
    """Looks at feeds and folders, once each time ``look`` is called. ``outlet`` holds for pages that name none."""

    archive: Archive
    fetcher: Fetcher
    outlet: str | None = None
    again: timedelta = LOOK_AGAIN
    see: Callable[[Report | Skipped], None] = field(default=lambda _: None)
    _visits: list[Visit] = field(default_factory=list)

    def look(self, places: Sequence[str]) -> Tally:
        """Take in what is new in feeds (addresses) and folders (anything else).

        That an address was visited is noted when all it gave is in the store, so that nothing is lost in between.
        """
        tally = self.archive.add(self._found(places), self.see)
        for visit in self._visits:
            self.archive.store.keep_visit(visit)
        self._visits.clear()
        return tally

    def add(self, addresses: Sequence[str]) -> Iterator[Bytes | Skipped]:
        """Fetch pages that a person named, each once."""
        for address in addresses:
            self.fetcher.own.add(host(address))
            yield from self._page(address, timedelta(0), named=True)
        self._visits.clear()

    def _found(self, places: Sequence[str]) -> Iterator[Bytes | Skipped]:
        for place in places:
            if is_address(place):
                self.fetcher.own.add(host(place))
                yield from self._feed(place, {place}, 0)
            else:
                yield from sources([place], outlet=self.outlet)

    def _feed(self, address: str, seen: set[str], depth: int) -> Iterator[Bytes | Skipped]:
        """Give the pages a feed or a sitemap lists that are new or may have changed, and those of lists it leads to."""
        got = self._fetch(address)
        if isinstance(got, Skipped):
            yield got
            return
        try:
            listed, further = self._listed(address, got)
        except UnreadableError as error:
            yield Skipped(uri=address, reason=str(error))
            return
        for link in listed:
            yield from self._page(link, self.again)
        if further and depth >= DEEPEST_LIST:
            yield Skipped(uri=address, reason=f"leads to lists more than {DEEPEST_LIST} deep; watch those by name")
            return
        for link in further:
            if link not in seen and len(seen) <= MOST_LISTS:
                seen.add(link)
                yield from self._feed(link, seen, depth + 1)

    def _listed(self, address: str, got: bytes | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give the pages and the lists that a list gives: now, or where it has not changed, as it did before.

        Raises ``UnreadableError``.
        """
        if got is None:
            before = self.archive.store.visit(address)
            return (before.listed, before.further) if before and not before.failures else ((), ())
        found = listing(got)
        if found.fault:
            self.see(Skipped(uri=address, reason=found.fault))
        listed = tuple(entry.url for entry in found.entries[:MOST_ENTRIES] if entry.url)
        further = found.further[:MOST_LISTS]
        self._visits[-1] = replace(self._visits[-1], listed=listed, further=further)
        return listed, further

    def _page(self, address: str, again: timedelta, *, named: bool = False) -> Iterator[Bytes | Skipped]:
        before = self.archive.store.visit(address)
        if before and not before.failures and self.archive.clock() - before.checked < again:
            return
        got = self._fetch(address, named=named)
        if isinstance(got, Skipped):
            yield got
        elif got is not None and (named or before is None or before.sha256 != digest(got)):
            yield Bytes(raw=got, uri=address, known=Metadata(url=address, outlet=self.outlet))

    def _fetch(self, address: str, *, named: bool = False) -> bytes | Skipped | None:
        """Fetch an address where it may be asked now; ``None`` where nothing is new. What it answers is noted."""
        now = self.archive.clock()
        before = self.archive.store.visit(address) or Visit(url=address, checked=now)
        if before.not_before and now < before.not_before and not named:
            return None
        conditions = {} if named else {"etag": before.etag, "modified": before.modified}
        try:
            answer = self.fetcher.get(address, **conditions)
        except FetchError as error:
            self.archive.store.keep_visit(_failed(replace(before, checked=now), error))
            return Skipped(uri=address, reason=str(error))
        after = replace(before, checked=now, failures=0, not_before=None)
        if answer.raw is not None:
            after = replace(after, etag=answer.etag, modified=answer.modified, sha256=digest(answer.raw))
        self._visits.append(after)
        return answer.raw


def _failed(visit: Visit, error: FetchError) -> Visit:
    """Put the next visit off: twice as long each time, or as long as the host says."""
    wait = min(FIRST_BACK_OFF * 2 ** min(visit.failures, MOST_DOUBLINGS), LONGEST_BACK_OFF)
    if isinstance(error, BusyError) and error.seconds is not None:
        wait = max(wait, min(timedelta(seconds=error.seconds), LONGEST_BACK_OFF))
    return replace(visit, failures=visit.failures + 1, not_before=visit.checked + wait)
