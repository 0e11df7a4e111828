"""What the other readers have found in a report, as far as events build on it."""

from dataclasses import dataclass

from quellenlage.model import Entity, Mention, Statement, TimeExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Times, names and statements of one report."""

    times: tuple[TimeExpression, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
