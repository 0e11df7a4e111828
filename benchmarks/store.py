"""``python -m benchmarks.store [FILE|URL]``: what one report more costs a store of a hundred, and one of ten thousand.

The reports are made up and read beforehand, so that the store alone is measured: the report's transaction with source,
reading, index, and its story. The sample story, read with the German pipeline, shows what a second ``add`` costs.
"""

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from benchmarks.made_up import read, report
from quellenlage.intake.sources import sources
from quellenlage.store import open_store
from quellenlage.store.archive import Archive
from quellenlage.store.codec import digest
from quellenlage.store.contract import Store
from quellenlage.store.records import Arrival, Source, Versions

COUNTS = (101, 1_001, 10_001)
WINDOW = 100
SAMPLES = Path(__file__).parent.parent / "samples" / "wesselbrueck"
MOST = 1.5


def main() -> None:
    """Print milliseconds per report around the 101st, the 1,001st and the 10,001st, and what a second add costs."""
    with tempfile.TemporaryDirectory() as folder:
        name = sys.argv[1] if len(sys.argv) > 1 else str(Path(folder) / "gross.db")
        growth(open_store(name))
        twice(str(Path(folder) / "zweimal.db"))


def growth(store: Store) -> None:
    """Add reports one by one and print what those around each of ``COUNTS`` cost."""
    spent: list[float] = []
    for number in range(max(COUNTS) + WINDOW // 2):
        arrival = arrived(number)
        begin = perf_counter()
        store.add(arrival)
        spent.append(perf_counter() - begin)
    first = None
    for count in COUNTS:
        around = spent[count - 1 - WINDOW // 2 : count - 1 + WINDOW // 2]
        first = first or median(around)
        print(
            f"report {count:6,}: {1000 * median(around):6.2f} ms, {median(around) / first:.2f} times the {COUNTS[0]}st"
        )
    stories = store.stories()
    print(f"{len(spent):,} reports in {len(stories):,} stories, the largest of {max(s.reports for s in stories)}")
    begin = perf_counter()
    faults = sum(1 for _ in store.verify())
    print(f"verify: {faults} faults, {perf_counter() - begin:.1f} s")
    store.close()


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
