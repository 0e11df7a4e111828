"""From findings to statements: rivals settled, ids given, and each statement put into the one around it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quellenlage.model import Factuality, Spans, Statement, StatementType, content_id
from quellenlage.reading.attribution.passage import Finding, Passage

DEEPEST = 12


def settled(findings: Iterable[Finding]) -> list[Finding]:
    """Leave one finding of those with the same content, the one of highest rank, and what it relays; in text order."""
    best: dict[tuple[bool, tuple[tuple[int, int], ...]], Finding] = {}
    for finding in findings:
        key = (finding.relays is not None, tuple(finding.content))
        if key not in best or finding.rank > best[key].rank:
            best[key] = finding
    return sorted(best.values(), key=lambda f: (f.start, -f.end, f.relays is not None))


def said_once(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what is the very words of a quotation by the same source, read as indirect speech once more."""
    found = list(findings)
    quoted = {
        (start + left, end - right, tuple(f.source))
        for f in found
        if f.type is StatementType.DIRECT
        for start, end in f.content
        for left in (0, 1)
        for right in (0, 1)
    }
    return [f for f in found if f.type is StatementType.DIRECT or len(f.content) > 1 or _key(f) not in quoted]


def _key(finding: Finding) -> tuple[int, int, tuple[tuple[int, int], ...]]:
    return finding.start, finding.end, tuple(finding.source)


def statement(passage: Passage, report: str, finding: Finding, assessed: tuple[Factuality, Spans]) -> Statement:
    """Make the record of a finding."""
    spans = passage.spans
    content, source = spans(finding.content), spans(finding.source)
    return Statement(
        id=content_id("s", report, content, source, finding.type), report=report, content=content,
        type=finding.type, source=source,
        cue=spans([(i, i + 1) for i in finding.cue]), frame=spans(finding.frame), addressee=spans(finding.addressee),
        medium=finding.medium, stance=finding.stance, factuality=assessed[0], marks=assessed[1],
    )  # fmt: skip


def chained(statements: list[Statement]) -> Iterator[Statement]:
    """Put each statement into the innermost other one whose content covers its content and its cue."""
    open_: list[Statement] = []
    for one in sorted(statements, key=lambda s: (s.content[0].start, -_length(s))):
        begin = one.content[0].start
        open_ = [other for other in open_ if other.content[-1].end > begin][-DEEPEST:]
        holding = [other for other in reversed(open_) if _holds(other, one)] if one.within is None else []
        inner = min(holding, key=_length, default=None)
        yield replace(one, within=inner.id) if inner is not None else one
        open_.append(one)


def relaying(found: list[Finding], records: list[Statement]) -> list[Statement]:
    """Put each relayed statement into the one that relays it."""
    ids = {id(finding): record.id for finding, record in zip(found, records, strict=True)}
    pairs = zip(found, records, strict=True)
    return [replace(r, within=ids.get(id(f.relays))) if f.relays is not None else r for f, r in pairs]


def pointed(found: list[Finding], records: list[Statement], resolved: list[Statement]) -> Iterator[Statement]:
    """Give a source that names nobody (*demnach*) the entities of the statement that it goes on with."""
    ids = {id(finding): record.id for finding, record in zip(found, records, strict=True)}
    speaking = {one.id: one.sources for one in resolved}
    before = {ids[id(f)]: ids.get(id(f.carries), "") for f in found if f.carries is not None}
    for one in resolved:
        sources = speaking.get(before.get(one.id, ""), ()) if one.source and not one.sources else ()
        yield replace(one, sources=sources) if sources else one


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)


def _holds(outer: Statement, inner: Statement) -> bool:
    if _length(outer) <= _length(inner):
        return False
    # A quotation in a statement shares its cue, which stands outside the content of both.
    own = () if inner.cue == outer.cue and inner.source == outer.source else inner.cue
    return all(any(span.covers(s) for span in outer.content) for s in (*inner.content, *own))
