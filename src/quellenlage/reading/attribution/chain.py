"""From findings to statements: rivals settled, ids given, and each statement put into the one around it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quellenlage.model import Factuality, Spans, Statement, content_id
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


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)


def _holds(outer: Statement, inner: Statement) -> bool:
    if _length(outer) <= _length(inner):
        return False
    return all(any(span.covers(s) for span in outer.content) for s in (*inner.content, *inner.cue))
