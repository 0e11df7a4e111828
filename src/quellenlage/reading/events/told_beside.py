"""Clauses beside an act of speech: *Obwohl die Beute bei ihm lag, bestritt er die Tat* tells the first by itself."""

from typing import TYPE_CHECKING

from quellenlage.model import StatementType

if TYPE_CHECKING:
    from quellenlage.reading.events.context import Context


def free(context: "Context", painted: list[int]) -> list[int]:
    """Take the clauses beside acts out of their statements; ``painted`` has the index of a statement or -1 by token."""
    for clause in context.clauses:
        beside = clause.kind == "adverbial" or (clause.kind == "relative" and clause.mood == "Ind")
        if beside and clause.parent is not None:
            above = context.clauses[clause.parent].verbs
            acts = {painted[i] for i in above if _tells_an_act(context, painted[i])}
            for i in clause.tokens:
                painted[i] = -1 if painted[i] in acts else painted[i]
    return painted


def _tells_an_act(context: "Context", n: int) -> bool:
    """Say whether a statement is told by naming the act alone: *bestritt die Tat*."""
    return n >= 0 and context.findings.statements[n].type is StatementType.REPORTED
