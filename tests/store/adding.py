"""A process that adds made-up reports, to be killed: ``python -m tests.store.adding STORE COUNT [FIRST]``."""

import sys
from datetime import UTC, datetime

from benchmarks import made_up
from quellenlage.intake.sources import Bytes
from quellenlage.model import Report, Skipped
from quellenlage.store import open_store, versions
from quellenlage.store.archive import Archive, Reader


class Made(Bytes):
    """Bytes that are a made-up report."""

    __slots__ = ()

    def read(self):
        number = int(self.uri[:6])
        yield made_up.report(number, corrected=self.name == "corrected")


class MadeUpReader(Reader):
    """Reads made-up reports without a pipeline."""

    def __init__(self) -> None:
        super().__init__()
        self.__dict__["version"] = "m" * 64

    def read(self, reports):
        return made_up.read_all(reports)


def said(item: Report | Skipped) -> None:
    """Say which report was added, at once."""
    sys.stdout.write(f"{item.uri}\n")
    sys.stdout.flush()


def items(count: int, first: int = 0):
    """Give the bytes of made-up reports; every tenth is corrected by a second text."""
    for number in range(first, first + count):
        found = made_up.report(number)
        yield Made(raw=found.text.encode(), uri=found.uri)
        if number % 10 == 9:
            other = made_up.report(number, corrected=True)
            yield Made(raw=other.text.encode(), uri=other.uri, name="corrected")


def main(store: str, count: str, first: str = "0") -> None:
    """Add reports to a store."""
    versions.rules = lambda: "1" * 64
    versions.intake = lambda: "1" * 64
    opened = open_store(store)
    tally = Archive(opened, lambda: datetime(2024, 3, 1, tzinfo=UTC), MadeUpReader()).add(
        items(int(count), int(first)), said
    )
    opened.close()
    sys.stderr.write(f"{tally.new + tally.revised} added\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
