"""Which story a new report belongs to, found by the rare terms it shares with a bounded number of reports.

The measure is that of ``linking.stories``; there all reports are compared, here each as it comes (single-pass
clustering, as in topic detection and tracking). The cost of one report does not grow with the store.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import log, log2, sqrt
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from quellenlage.linking.stories import (
    ALIKE,
    FEW,
    LEAST_NAMES,
    LEAST_STEMS,
    LONGEST_PAUSE,
    MORE_WHEN_DOUBLED,
    NAME_WEIGHT,
)
from quellenlage.linking.words import words
from quellenlage.model import Interval, Reading, content_id
from quellenlage.store.codec import pack, unpack
from quellenlage.store.engine import batches
from quellenlage.store.tables import alias, posting, report, story, term

TELLING = 32
NEWEST = 100
NEIGHBOURS = 25
LONGEST_TERM = 80

COUNT = sa.text("INSERT INTO term (term, held) VALUES (:term, 1) ON CONFLICT (term) DO UPDATE SET held = term.held + 1")
# Written out once: put together anew for each report it would cost more than it takes to answer.
NEWEST_OF_EACH = sa.text(
    " UNION ALL ".join(
        f"SELECT * FROM (SELECT term, seq FROM posting WHERE term = :t{n} "  # noqa: S608 - numbers alone
        f"ORDER BY seq DESC LIMIT {NEWEST}) AS newest_{n}"
        for n in range(TELLING)
    )
)

Vector = Mapping[str, float]


class Neighbour(NamedTuple):
    """A report that may tell the same story."""

    story: str
    terms: dict[str, int]
    days: Interval


def terms(reading: Reading) -> dict[str, int]:
    """Count what a report is about: stems of capitalised content words, and names (marked with ``=``)."""
    found = Counter(word.stem for word in words(reading) if word.content and word.capital)
    named = {entity.id: entity.name.casefold() for entity in reading.entities if entity.named}
    for mention in reading.mentions:
        if mention.entity in named:
            found["=" + named[mention.entity]] += 1
    return {key: found[key] for key in sorted(found) if len(key) <= LONGEST_TERM and "\x00" not in key}


def place(connection: sa.Connection, seq: int, reading: Reading, belongs: str | None) -> tuple[str, bytes]:
    """Give the story of a report, making or uniting stories as need be, and its terms as they are kept.

    ``belongs`` is the story of an earlier text of the same article, where there is one.
    """
    counts = terms(reading)
    if counts:
        connection.execute(COUNT, [{"term": key} for key in counts])
    total = seq + 1
    held = _held(connection, counts)
    own = _weigh(counts, held, total)
    near = _neighbours(connection, _candidates(connection, own))
    for key, n in _held(connection, {t for found in near for t in found.terms if t not in held}).items():
        held[key] = n
    days = reading.report.published.interval
    alike = {n.story for n in near if _tells_the_same(counts, own, days, n, _weigh(n.terms, held, total), total)}
    alike |= {belongs} if belongs else set()
    home = _unite(connection, alike) if alike else _open(connection, reading.report.id)
    if counts:
        connection.execute(sa.insert(posting), [{"term": key, "seq": seq} for key in counts])
    return home, pack(msgspec.json.encode(counts))


def _held(connection: sa.Connection, wanted: Iterable[str]) -> dict[str, int]:
    """Give how many reports have each term."""
    out: dict[str, int] = {}
    for some in batches(sorted(wanted)):
        for row in connection.execute(sa.select(term.c.term, term.c.held).where(term.c.term.in_(some))):
            out[row.term] = row.held
    return out


def _weigh(counts: Mapping[str, int], held: Mapping[str, int], total: int) -> Vector:
    """Turn counts into a unit vector of weights."""
    vector = {
        key: (1 + log(n)) * log(1 + total / held.get(key, 1)) * (NAME_WEIGHT if key[0] == "=" else 1.0)
        for key, n in counts.items()
    }
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {key: weight / length for key, weight in vector.items()}


def _candidates(connection: sa.Connection, own: Vector) -> list[int]:
    """Give the reports that share most with a vector, among the newest that have each of its most telling terms."""
    telling = sorted(own, key=lambda key: (-own[key], key))[:TELLING]
    shared: dict[int, float] = defaultdict(float)
    asked = {f"t{n}": telling[n] if n < len(telling) else "" for n in range(TELLING)}
    for row in connection.execute(NEWEST_OF_EACH, asked) if telling else ():
        shared[row.seq] += own[row.term] ** 2
    return sorted(shared, key=lambda seq: (-shared[seq], seq))[:NEIGHBOURS]


def _neighbours(connection: sa.Connection, seqs: Sequence[int]) -> list[Neighbour]:
    columns = (report.c.story, report.c.terms, report.c.earliest, report.c.latest)
    rows = connection.execute(sa.select(*columns).where(report.c.seq.in_(seqs)).order_by(report.c.seq)).all()
    return [
        Neighbour(
            story=row.story,
            terms=msgspec.json.decode(unpack(row.terms), type=dict[str, int]),
            days=Interval(earliest=row.earliest, latest=row.latest),
        )
        for row in rows
    ]


def _tells_the_same(
    counts: Mapping[str, int], own: Vector, days: Interval, other: Neighbour, vector: Vector, total: int
) -> bool:
    shared = [key for key in counts if key in other.terms]
    names = sum(1 for key in shared if key[0] == "=")
    if names < LEAST_NAMES and len(shared) - names < LEAST_STEMS:
        return False
    least = ALIKE + MORE_WHEN_DOUBLED * max(0.0, log2(total / FEW))
    return sum(own[key] * vector[key] for key in shared) >= least and not _apart(days, other.days)


def _apart(one: Interval, other: Interval) -> bool:
    return any(a and b and a + LONGEST_PAUSE < b for a, b in _ends(one, other))


def _ends(one: Interval, other: Interval) -> Iterator[tuple[date | None, date | None]]:
    yield one.latest, other.earliest
    yield other.latest, one.earliest


def _open(connection: sa.Connection, first: str) -> str:
    made = content_id("y", first)
    connection.execute(sa.insert(story).values(id=made))
    return made


def _unite(connection: sa.Connection, alike: set[str]) -> str:
    """Make several stories the one that began first; the others' ids stay known."""
    begun = sa.func.min(report.c.seq)
    query = sa.select(report.c.story).where(report.c.story.in_(alike)).group_by(report.c.story).order_by(begun)
    home, *others = connection.scalars(query).all()
    if others:
        connection.execute(sa.update(report).where(report.c.story.in_(others)).values(story=home))
        connection.execute(sa.update(alias).where(alias.c.story.in_(others)).values(story=home))
        connection.execute(sa.delete(story).where(story.c.id.in_(others)))
        connection.execute(sa.insert(alias), [{"id": other, "story": home} for other in sorted(others)])
    return str(home)
