"""What the two corpora have in common: where their files are, what they are pinned by, how they are read."""

import hashlib
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.measures import Measure
from quellenlage.model import Reading

Read = Callable[[str, date | None], Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """One of ``count`` equal parts of a corpus, chosen by a hash of the file name; the first is number 1."""

    number: int = 1
    count: int = 1

    def holds(self, path: Path) -> bool:
        """Say whether a file belongs to this part."""
        digest = hashlib.sha256(path.name.encode("utf-8")).digest()
        return int.from_bytes(digest[:8], "big") % self.count == self.number - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was measured on one set: the figures by row, the worst cases by kind, and how long the reading took."""

    name: str
    digest: str
    documents: int
    words: int
    seconds: float
    measures: dict[str, Measure]
    errors: dict[str, list[str]]

    @property
    def speed(self) -> float:
        """Give words a second, 0 where nothing was read."""
        return self.words / self.seconds if self.seconds else 0.0


@dataclass(slots=True)
class Clock:
    """Reads texts one after the other, and keeps the words and the seconds of each."""

    read: Read
    words: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def reading(self, text: str, published: date | None, name: str) -> Reading:
        """Read one text. Raises ``ValueError`` where the reader changed it, for then no offset can be compared."""
        began = time.perf_counter()
        try:
            reading = self.read(text, published)
        except Exception as error:
            error.add_note(f"while reading {name}")
            raise
        self.seconds.append(time.perf_counter() - began)
        self.words.append(len(text.split()))
        if reading.report.text != text:
            raise ValueError(f"{name}: the reader changed the text; offsets into it mean nothing")
        return reading


def files_of(folder: Path, suffix: str, fold: Fold | None = None) -> list[Path]:
    """List the corpus's files at any depth, sorted, of one fold or all."""
    files = sorted(folder.rglob(f"*{suffix}"))
    return [path for path in files if fold is None or fold.holds(path)]


def digest_of(files: Iterable[Path]) -> str:
    """Give the SHA-256 over names and contents, sorted by name, so that a change of the data is noticed."""
    digest = hashlib.sha256()
    for path in sorted(files, key=lambda path: (path.name, path)):
        digest.update(path.name.encode("utf-8") + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def shortened(text: str, width: int = 160) -> str:
    """Put a stretch of text on one line and cut it, for lists of errors."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def longest(cases: Sequence[tuple[int, str]]) -> list[str]:
    """Order cases by weight, heaviest first; equal ones stay as they were found."""
    return [line for _, line in sorted(cases, key=lambda case: -case[0])]
