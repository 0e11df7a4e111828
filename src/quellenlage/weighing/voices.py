"""Who speaks where an event or a claim is spoken of: a source in a chain, or the report itself."""

from dataclasses import dataclass

from quellenlage.model import EventMention, Span, Stance, Statement, Status
from quellenlage.weighing.casebook import Casebook

NEGATIVE = frozenset({Stance.DENIES, Stance.DOUBTS})


@dataclass(frozen=True, slots=True)
class Voice:
    """One place where somebody speaks of a thing.

    ``actor`` is the innermost source that is named; ``through`` are the actors between it and the outlet. Without
    ``statement`` the outlet speaks for itself; with a statement and no actor the text leaves open who does.
    """

    report: str
    span: Span
    statement: str | None
    actor: str | None
    through: tuple[str, ...]
    stance: Stance

    @property
    def own(self) -> bool:
        """Say whether the outlet speaks in its own voice."""
        return self.statement is None

    @property
    def denies(self) -> bool:
        """Say whether the voice is against."""
        return self.stance is Stance.DENIES


def of_statement(statement: Statement, span: Span, book: Casebook) -> list[Voice]:
    """Give the voices of a statement: one for each of its sources, or one that is nobody's."""
    outward = [actor for outer in list(book.chain(statement))[1:] for actor in book.sources(outer)]
    sources: tuple[str | None, ...] = book.sources(statement)
    if not sources:
        sources, outward = (outward[0] if outward else None,), outward[1:]
    return [
        Voice(
            report=statement.report,
            span=span,
            statement=statement.id,
            actor=actor,
            through=tuple(a for a in outward if a != actor),
            stance=statement.stance,
        )
        for actor in sources
    ]


def of_mention(mention: EventMention, book: Casebook) -> list[Voice]:
    """Give the voices behind an event mention; a denied event is a denial, whatever the cue."""
    statement = book.statements.get(mention.statement or "")
    if statement is None:
        stance = Stance.DENIES if mention.status is Status.DENIED else Stance.ASSERTS
        return [Voice(mention.report, mention.span, None, None, (), stance)]
    voices = of_statement(statement, mention.span, book)
    if mention.status is Status.DENIED:
        return [Voice(v.report, v.span, v.statement, v.actor, v.through, Stance.DENIES) for v in voices]
    return voices
