"""Which story a new report belongs to. The rule for two reports is that of ``linking.stories``.

As long as a store is small all its reports are compared, so that its stories are those of one run over all of them,
in whatever order they came. In a larger one a report is compared as it comes with a bounded number of others that share
its most telling terms and its rare names (single-pass clustering, as in topic detection and tracking): what one report
costs does not grow with the store.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from quellenlage.linking.stories import FEW, About, about, partition, tell_one, weigh
from quellenlage.model import Interval, Reading, content_id
from quellenlage.store.codec import pack, unpack
from quellenlage.store.engine import batches
from quellenlage.store.tables import alias, posting, report, revision, story, term

# A store of no more reports is split anew with each.
SMALL = 64
RARE = 64
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


class Neighbour(NamedTuple):
    """A report that may tell the same story."""

    seq: int
    id: str
    story: str
    about: About


def keepable(found: About) -> About:
    """Give what a report is about without terms that no column holds."""
    counts = {key: found.counts[key] for key in sorted(found.counts) if _fits(key)}
    kinds = {key: found.kinds[key] for key in sorted(found.kinds) if _fits(key)}
    return About(counts=counts, kinds=kinds, days=found.days)


def _fits(key: str) -> bool:
    return bool(key) and len(key) <= LONGEST_TERM and "\x00" not in key


def place(connection: sa.Connection, seq: int, reading: Reading, belongs: str | None) -> tuple[str, bytes]:
    """Give the story of a report, making or uniting stories as need be, and what it is about as that is kept.

    ``belongs`` is the story of an earlier text of the same article, where there is one.
    """
    found = keepable(about(reading))
    counts = found.counts
    if counts:
        connection.execute(COUNT, [{"term": key} for key in counts])
        connection.execute(sa.insert(posting), [{"term": key, "seq": seq} for key in counts])
    alike = _compared(connection, seq, found) | ({belongs} if belongs else set())
    home = _unite(connection, alike) if alike else _open(connection, reading.report.id)
    return home, pack(msgspec.json.encode([counts, found.kinds]))


def settle(connection: sa.Connection, seq: int) -> None:
    """Split the reports of a small store into stories as one run over all of them does; a larger one stays as it is."""
    if seq > SMALL:
        return
    every = [_neighbour(row) for row in connection.execute(sa.select(*COLUMNS).order_by(report.c.seq))]
    at = {one.id: i for i, one in enumerate(every)}
    pairs = connection.execute(sa.select(revision.c.earlier, revision.c.later)).all()
    groups = partition([one.about for one in every], [(at[a], at[b]) for a, b in pairs])
    if {frozenset(g) for g in groups} != _as_they_are(every):
        _regroup(connection, [[every[i] for i in group] for group in groups])


def _as_they_are(every: Sequence[Neighbour]) -> set[frozenset[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(every):
        groups[one.story].append(i)
    return set(map(frozenset, groups.values()))


def _regroup(connection: sa.Connection, groups: Sequence[Sequence[Neighbour]]) -> None:
    """Put reports into the stories they belong to: the one of their first report, where that opened it."""
    for group in groups:
        before = list(dict.fromkeys(one.story for one in group))
        opened = [content_id("y", one.id) for one in group]
        home = next((name for name in before if name in opened), opened[0])
        connection.execute(sa.delete(alias).where(alias.c.id == home))
        if not connection.scalar(sa.select(sa.func.count()).where(story.c.id == home)):
            connection.execute(sa.insert(story).values(id=home))
        ids = [one.id for one in group]
        connection.execute(sa.update(report).where(report.c.id.in_(ids)).values(story=home))
    _leave(connection)


def _leave(connection: sa.Connection) -> None:
    """Let each story that lost all its reports be known as the one in which the report is that opened it."""
    homes = {content_id("y", row.id): row.story for row in connection.execute(sa.select(report.c.id, report.c.story))}
    known = set(connection.scalars(sa.select(alias.c.id)))
    gone = set(connection.scalars(sa.select(story.c.id).where(story.c.id.not_in(set(homes.values())))))
    connection.execute(sa.delete(story).where(story.c.id.in_(gone)))
    connection.execute(sa.delete(alias))
    if known | gone:
        connection.execute(sa.insert(alias), [{"id": name, "story": homes[name]} for name in sorted(known | gone)])


def _compared(connection: sa.Connection, seq: int, found: About) -> set[str]:
    """Give the stories of the reports that tell the same as one that has come."""
    if seq <= SMALL:
        return set()
    held = _held(connection, found.counts)
    near = _neighbours(connection, _candidates(connection, seq, found, held))
    further = {key for one in near for key in one.about.counts if key not in held}
    held |= _held(connection, further)
    return {one.story for one in near if tell_one(found, one.about, held, seq)}


def _held(connection: sa.Connection, wanted: Iterable[str]) -> dict[str, int]:
    """Give how many reports have each term."""
    out: dict[str, int] = {}
    for some in batches(sorted(wanted)):
        for row in connection.execute(sa.select(term.c.term, term.c.held).where(term.c.term.in_(some))):
            out[row.term] = row.held
    return out


def _candidates(connection: sa.Connection, seq: int, found: About, held: Mapping[str, int]) -> list[int]:
    """Give the reports that share most with one, among the newest that have each of its most telling terms.

    Those that share its rare names are among them, however little the names weigh in a long report.
    """
    own = weigh(found.counts, held, seq)
    telling = sorted(own, key=lambda key: (-own[key], key))[:TELLING]
    shared: dict[int, float] = defaultdict(float)
    asked = {f"t{n}": telling[n] if n < len(telling) else "" for n in range(TELLING)}
    for row in connection.execute(NEWEST_OF_EACH, asked) if telling else ():
        shared[row.seq] += own[row.term] ** 2
    shared.pop(seq, None)
    best = sorted(shared, key=lambda other: (-shared[other], other))[:NEIGHBOURS]
    return list(dict.fromkeys([*best, *_named_alike(connection, seq, found, held)]))


def _named_alike(connection: sa.Connection, seq: int, found: About, held: Mapping[str, int]) -> list[int]:
    """Give the reports that share most of the rare stems of names with one, and two of them at least."""
    rare = sorted(stem for stem, kind in found.kinds.items() if kind and held.get(stem, 1) <= FEW)[:RARE]
    if not rare:
        return []
    query = sa.select(posting.c.seq).where(posting.c.term.in_(rare), posting.c.seq != seq)
    shared = Counter(connection.scalars(query))
    return [other for other, n in sorted(shared.items(), key=lambda row: (-row[1], row[0])) if n > 1][:NEIGHBOURS]


COLUMNS = (report.c.seq, report.c.id, report.c.story, report.c.terms, report.c.earliest, report.c.latest)


def _neighbours(connection: sa.Connection, seqs: Sequence[int]) -> list[Neighbour]:
    query = sa.select(*COLUMNS).where(report.c.seq.in_(seqs)).order_by(report.c.seq)
    return [_neighbour(row) for row in connection.execute(query)]


def _neighbour(row: Any) -> Neighbour:
    counts, kinds = _kept(row.terms)
    days = Interval(earliest=row.earliest, latest=row.latest)
    return Neighbour(row.seq, row.id, row.story, About(counts=counts, kinds=kinds, days=days))


def _kept(terms: bytes) -> tuple[dict[str, int], dict[str, str]]:
    """Give what a report is about as it was kept; earlier versions kept the counts alone."""
    plain = unpack(terms)
    if plain.startswith(b"["):
        return msgspec.json.decode(plain, type=tuple[dict[str, int], dict[str, str]])
    return msgspec.json.decode(plain, type=dict[str, int]), {}


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
