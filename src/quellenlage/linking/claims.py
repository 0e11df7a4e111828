"""What several statements say alike: the same content words, or the same figure about the same thing."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from quellenlage.linking.groups import Groups
from quellenlage.linking.pointing import answers, sentence_between
from quellenlage.linking.words import Word, words
from quellenlage.model import Reading, Report, Stance, Statement, StatementType

LIKE = 0.55
# A short statement is the same claim as a longer one that has so much of it.
HELD = 0.75
LEAST_STEMS = 4
PLAIN = frozenset({Stance.ASSERTS, Stance.ANNOUNCES, Stance.CONFIRMS})
COMMONEST = 60
LOOK_BACK = 6
NEARBY = 250

Contents = tuple[tuple[Statement, frozenset[str]], ...]


def group(readings: Sequence[Reading], said: Mapping[str, Contents] | None = None) -> tuple[tuple[str, ...], ...]:
    """Give the groups of two and more statement ids that are about one thing, across reports or within one.

    ``said`` are the ``contents`` of each report, where they are at hand.
    """
    rows = [row for r in readings for row in (said[r.report.id] if said else contents(r))]
    index: dict[str, list[int]] = defaultdict(list)
    for k, (_, stems) in enumerate(rows):
        for stem in stems:
            index[stem].append(k)
    groups = Groups(range(len(rows)))
    for k, (statement, stems) in enumerate(rows):
        for other in _alike(k, stems, rows, index):
            if not _nested(statement, rows[other][0]):
                groups.join(k, other)
    reports = {reading.report.id: reading.report for reading in readings}
    for denial, denied in _denials([statement for statement, _ in rows], reports):
        groups.join(denial, denied)
    return tuple(tuple(rows[k][0].id for k in members) for members in groups.all() if len(members) > 1)


def _bare(statement: Statement) -> bool:
    return statement.stance is Stance.DENIES and statement.type is StatementType.REPORTED


def _denials(statements: Sequence[Statement], reports: Mapping[str, Report]) -> Iterator[tuple[int, int]]:
    """Find what a bare denial denies (*Die Firma wies das zurück*): the statement just before it by somebody else."""
    for k, statement in enumerate(statements):
        if not _bare(statement):
            continue
        before = [j for j in range(max(0, k - LOOK_BACK), k) if _precedes(statements[j], statement)]
        last = max(before, key=lambda j: statements[j].content[-1].end, default=k)
        # An act whose doer is not known (*sie nannte 58*) may be the denier's own.
        known = last != k and (statements[last].sources or statements[last].type is not StatementType.REPORTED)
        text, begin = reports[statement.report].text, min(s.start for s in (*statement.content, *statement.source))
        if known and sentence_between(text, statements[last].content[-1].end, begin):
            continue
        if known and answers(statement, statements[last], reports[statement.report]):
            yield k, _head(last, statements, text)


def _head(k: int, statements: Sequence[Statement], text: str) -> int:
    """Walk back over sentences that carry a statement on, to the one that says it."""
    while k and statements[k].type is StatementType.INDIRECT_FREE_INDIRECT:
        before = statements[k - 1]
        same = before.report == statements[k].report and set(before.sources) & set(statements[k].sources)
        if not same or before.type is StatementType.DIRECT:
            break
        if sentence_between(text, before.content[-1].end, statements[k].content[0].start):
            break
        k -= 1
    return k


def _precedes(one: Statement, denial: Statement) -> bool:
    gap = denial.content[0].start - one.content[-1].end
    return (
        one.report == denial.report
        and 0 <= gap <= NEARBY
        and one.stance is not Stance.DENIES
        and not set(one.sources) & set(denial.sources)
    )


def contents(reading: Reading) -> Contents:
    """Give the statements of a report that can be compared, with the stems and figures of what they say."""
    return tuple(_contents(reading))


def _contents(reading: Reading) -> Iterator[tuple[Statement, frozenset[str]]]:
    text = list(words(reading))
    starts = [word.span.start for word in text]
    for statement in reading.statements:
        stems = _stems(text, starts, statement)
        if _bare(statement) or len(stems) >= LEAST_STEMS:
            yield statement, stems


def _stems(text: Sequence[Word], starts: Sequence[int], statement: Statement) -> frozenset[str]:
    """Give the content stems and figures of a statement; ``starts`` are the words' places."""
    parts = (text[bisect_left(starts, span.start) : bisect_left(starts, span.end)] for span in statement.content)
    inside = (word for part in parts for word in part)
    return frozenset(word.stem for word in inside if word.content or word.form.isdigit())


def _alike(
    k: int, stems: frozenset[str], rows: Sequence[tuple[Statement, frozenset[str]]], index: dict[str, list[int]]
) -> Iterator[int]:
    common: dict[int, int] = defaultdict(int)
    for stem in stems:
        for other in index[stem][:COMMONEST]:
            if other > k and len(stems) >= LEAST_STEMS <= len(rows[other][1]):
                common[other] += 1
    for other, shared in sorted(common.items()):
        said, theirs = rows[other]
        alike = shared >= LIKE * max(len(stems), len(theirs))
        held = shared >= max(LEAST_STEMS, HELD * min(len(stems), len(theirs)))
        held = held and {rows[k][0].stance, said.stance} <= PLAIN
        if (alike or held) and not _other_figures(stems, theirs):
            yield other


def _other_figures(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether both give figures, and each one that the other does not: *14 Verletzte*, *18 Verletzte*."""
    mine, theirs = ({stem for stem in stems if stem.isdigit()} for stems in (one, other))
    return bool(mine - theirs) and bool(theirs - mine)


def _nested(one: Statement, other: Statement) -> bool:
    return one.report == other.report and any(a.meets(b) for a in one.content for b in other.content)
