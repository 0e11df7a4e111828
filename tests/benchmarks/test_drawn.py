"""Statements drawn at random for judging by hand."""

from benchmarks.drawn import described, drawn

from quellenlage.model import Reading, Report, Span, Statement, StatementType

TEXT = "Die Wirtin sagte, der Damm halte."
ROWS = tuple(
    Statement(id=str(n), report="r", content=(Span(n, n + 1),), type=StatementType.INDIRECT, source=(Span(0, 10),))
    for n in range(9)
)
READING = Reading(report=Report(uri="r", text=TEXT), statements=ROWS)


def test_a_seed_draws_the_same_statements_once_each() -> None:
    first, again = (drawn([READING], seed=5, count=4) for _ in range(2))
    assert first == again
    assert len({one.id for _, one in first}) == 4


def test_no_more_are_drawn_than_there_are() -> None:
    assert len(drawn([READING], seed=5, count=20)) == len(ROWS)


def test_a_statement_is_shown_with_its_source_and_sentence() -> None:
    lines = list(described(READING, ROWS[0]))
    assert any(line.startswith("source") and "Die Wirtin" in line for line in lines)
    assert lines[-1].endswith(TEXT)
