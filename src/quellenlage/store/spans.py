"""All spans of a reading, and all ids it refers to."""

from collections.abc import Iterator

from quellenlage.model import Reading, Span


def outside(reading: Reading) -> Iterator[str]:
    """Say of each span that does not lie in the report's text that it does not."""
    length, own = len(reading.report.text), reading.report.id
    for name, report, span in _spans(reading):
        if report != own:
            yield f"{name} is said to stand in another report, {report}"
        elif not 0 <= span.start < span.end <= length:
            yield f"the span {list(span)} of {name} does not lie in its text of {length} characters"


def dangling(reading: Reading) -> Iterator[str]:
    """Say of each id that a record refers to and that is not in the reading that it is missing."""
    entities, statements = {e.id for e in reading.entities}, {s.id for s in reading.statements}
    times = {time.id for time in reading.times}
    for name, id_ in _entities(reading):
        if id_ not in entities:
            yield f"{name} refers to the entity {id_}, which is not there"
    for statement in reading.statements:
        if statement.within and statement.within not in statements:
            yield f"statement {statement.id} stands in {statement.within}, which is not there"
    for event in reading.events:
        if event.statement and event.statement not in statements:
            yield f"event mention {event.id} stands in {event.statement}, which is not there"
        if event.time and event.time not in times:
            yield f"event mention {event.id} rests on the time {event.time}, which is not there"


def _spans(reading: Reading) -> Iterator[tuple[str, str, Span]]:
    report = reading.report
    yield from (("furniture", report.id, span) for span in report.furniture)
    yield from (("the day's evidence", e.report, e.span) for e in report.published.evidence)
    yield from (("a sentence", report.id, span) for span in reading.sentences)
    yield from ((f"time {time.id}", time.report, time.span) for time in reading.times)
    yield from ((f"mention of {m.entity}", m.report, m.span) for m in reading.mentions)
    yield from ((f"entity {e.id}", e.report, Span(0, len(report.text))) for e in reading.entities)
    for s in reading.statements:
        for spans in (s.content, s.source, s.cue, s.frame, s.addressee, s.marks):
            yield from ((f"statement {s.id}", s.report, span) for span in spans)
    for m in reading.events:
        for span in (m.span, m.sentence, *m.marks, *m.quantities):
            yield f"event mention {m.id}", m.report, span


def _entities(reading: Reading) -> Iterator[tuple[str, str]]:
    yield from (("a mention", mention.entity) for mention in reading.mentions)
    for statement in reading.statements:
        yield from ((f"statement {statement.id}", id_) for id_ in statement.sources)
    for event in reading.events:
        ids = [participant.entity for participant in event.participants] + ([event.place] if event.place else [])
        yield from ((f"event mention {event.id}", id_) for id_ in ids)
