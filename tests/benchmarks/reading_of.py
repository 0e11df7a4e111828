"""Stand-ins for the reader: readings with exactly the findings that a test asks for."""

from collections.abc import Iterable
from datetime import date

from benchmarks.corpus import Read

from quellenlage.model import Medium, Reading, Report, Span, Statement, StatementType, TimeExpression, TimeType


def statement(text: str, content: str, source: str = "") -> Statement:
    """Give an indirect statement whose parts are found in the text by their words."""
    return Statement(
        id="s1",
        report="r1",
        content=(span(text, content),),
        source=(span(text, source),) if source else (),
        type=StatementType.INDIRECT,
        medium=Medium.SPEECH,
    )


def expression(text: str, words: str, value: str, kind: TimeType = TimeType.DATE, form: str = "") -> TimeExpression:
    """Give a time expression found in the text by its words."""
    return TimeExpression(id="t1", report="r1", span=span(text, words), type=kind, value=value, form=form)


def span(text: str, words: str) -> Span:
    """Find words in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def reading(text: str, *, statements: Iterable[Statement] = (), times: Iterable[TimeExpression] = ()) -> Reading:
    """Give a reading of a text with these findings."""
    return Reading(report=Report(uri="-", text=text), statements=tuple(statements), times=tuple(times))


def blind(text: str, published: date | None) -> Reading:
    """Read a text and find nothing."""
    return reading(text)


def knowing(readings: Iterable[Reading]) -> Read:
    """Give a reader that knows these texts and nothing else."""
    known = {one.report.text: one for one in readings}
    return lambda text, published: known.get(text) or reading(text)
