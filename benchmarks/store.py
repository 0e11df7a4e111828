"""``python -m benchmarks.store [FILE|URL]``: what one report more costs a store of a hundred, and one of ten thousand.

The reports are made up and read beforehand, so that the store alone is measured: the report's transaction with source,
reading, index, and its story. The two stores are filled first; then each takes a report in turn, so that a machine that
is busy for a while is so for both. On a server (URL) the stores are two schemas, ``klein`` and ``gross``, made anew.
The sample story, read with the German pipeline, shows what a second ``add`` costs.
"""

import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import sqlalchemy as sa

from benchmarks.made_up import read, report
from quellenlage.intake.sources import sources
from quellenlage.store import open_store
from quellenlage.store.archive import Archive
from quellenlage.store.codec import digest
from quellenlage.store.contract import Store
from quellenlage.store.engine import address
from quellenlage.store.records import Arrival, Source, Versions

SMALL, LARGE = 100, 10_000
TURNS = 100
SAMPLES = Path(__file__).parent.parent / "samples" / "wesselbrueck"
MOST = 1.5


def main() -> None:
    """Print milliseconds a report for the 101st and the 10,001st in turn, and what a second add costs."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = names(sys.argv[1]) if len(sys.argv) > 1 else (f"{folder}/klein.db", f"{folder}/gross.db")
        growth(open_store(small), open_store(large))
        twice(str(Path(folder) / "zweimal.db"))


def names(given: str) -> tuple[str, str]:
    """Give the names of the two stores: files beside the one given, or schemas of a server, made anew."""
    if "://" not in given:
        return f"{given}.klein", f"{given}.gross"
    server = sa.create_engine(address(given))
    with server.begin() as connection:
        for schema in ("klein", "gross"):
            connection.execute(sa.text(f"DROP SCHEMA IF EXISTS {schema} CASCADE"))
            connection.execute(sa.text(f"CREATE SCHEMA {schema}"))
    server.dispose()
    joint = "&" if "?" in given else "?"
    return f"{given}{joint}options=-csearch_path%3Dklein", f"{given}{joint}options=-csearch_path%3Dgross"


def growth(small: Store, large: Store) -> None:
    """Fill both stores, let each take reports in turn, and print what one costs each, and the ratio."""
    for store, count in ((small, SMALL), (large, LARGE)):
        for number in range(count):
            store.add(arrived(number))
    spent = list(taken_in_turn(small, large))
    few, many = (median(pair[i] for pair in spent) for i in (0, 1))
    used = [median(pair[i] for pair in spent) for i in (2, 3)]
    print(f"report {SMALL + 1:6,}: {1000 * few:6.2f} ms, of them {1000 * used[0]:6.2f} ms of this process")
    print(f"report {LARGE + 1:6,}: {1000 * many:6.2f} ms, of them {1000 * used[1]:6.2f} ms of this process")
    print(f"{many / few:.2f} times ({used[1] / used[0]:.2f} times by processor time); the limit is {MOST}")
    stories = large.stories()
    print(f"{LARGE + TURNS:,} reports in {len(stories):,} stories, the largest of {max(s.reports for s in stories)}")
    begin = perf_counter()
    faults = sum(1 for _ in large.verify())
    print(f"verify: {faults} faults, {perf_counter() - begin:.1f} s")
    for store in (small, large):
        store.close()


def taken_in_turn(small: Store, large: Store) -> Iterator[tuple[float, float, float, float]]:
    """Add a report to each store in turn; give the seconds of both, on the clock and of this process."""
    for turn in range(TURNS):
        clock, used = [], []
        for store, number in ((small, SMALL + turn), (large, LARGE + turn)):
            arrival = arrived(number)
            begin, begun = perf_counter(), process_time()
            store.add(arrival)
            clock.append(perf_counter() - begin)
            used.append(process_time() - begun)
        yield clock[0], clock[1], used[0], used[1]


def twice(name: str) -> None:
    """Add the sample reports twice and print the processor time of each."""
    archive = Archive(open_store(name), lambda: datetime.now(UTC))
    for turn in ("first", "second"):
        begin = process_time()
        tally = archive.add(sources([SAMPLES]))
        print(f"{turn} add of {SAMPLES.name}: {process_time() - begin:.2f} s, {tally.new} new, {tally.known} known")
    archive.store.close()


def arrived(number: int) -> Arrival:
    """Make a report ready for the store."""
    found = report(number)
    raw = found.text.encode()
    return Arrival(
        report=found,
        reading=read(found),
        source=Source(sha256=digest(raw), raw=raw, uri=found.uri),
        versions=Versions(intake="1" * 64, rules="1" * 64, model="1" * 64),
        at=datetime(2024, 3, 1, tzinfo=UTC),
    )


if __name__ == "__main__":
    main()
