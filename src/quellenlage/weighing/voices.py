"""Who speaks where an event or a claim is spoken of: a source in a chain, or the report itself."""

from dataclasses import dataclass, replace

from quellenlage.model import EventMention, Span, Stance, Statement, Status
from quellenlage.weighing.casebook import Casebook

NEGATIVE = frozenset({Stance.DENIES, Stance.DOUBTS})


@dataclass(frozen=True, slots=True)
class Voice:
    """One place where somebody speaks of a thing.

    ``actor`` is the innermost source that is named; ``through`` are the actors between it and the outlet. Without
    ``statement`` the outlet speaks for itself; with a statement and no actor the text leaves open who does.
    ``agencies`` are the news agencies whose own voice it is, ``status`` that of the event mention it tells.
    """

    report: str
    span: Span
    statement: str | None
    actor: str | None
    through: tuple[str, ...]
    stance: Stance
    agencies: tuple[str, ...] = ()
    status: Status | None = None

    @property
    def own(self) -> bool:
        """Say whether the outlet, or an agency, speaks in its own voice."""
        return self.statement is None or bool(self.agencies)

    @property
    def denies(self) -> bool:
        """Say whether the voice is against."""
        return self.stance is Stance.DENIES


def of_statement(statement: Statement, span: Span, book: Casebook) -> list[Voice]:
    """Give the voices of a statement: one for each of its sources, or one that is nobody's."""
    outward = [actor for outer in list(book.chain(statement))[1:] for actor in book.sources(outer)]
    sources: tuple[str | None, ...] = _speakers(statement, book)
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
            agencies=book.agency(actor),
        )
        for actor in sources
    ]


def _speakers(statement: Statement, book: Casebook) -> tuple[str, ...]:
    """Give who speaks; of one source the name alone (*Pressestelle Lena Brandt*), not the house it stands with."""
    sources = book.sources(statement)
    named = tuple(actor for actor in sources if actor not in book.unnamed)
    return named if named and len(statement.source) == 1 else sources


def of_mention(mention: EventMention, book: Casebook) -> list[Voice]:
    """Give the voices behind an event mention; a denied event is a denial, whatever the cue."""
    statement = book.statements.get(mention.statement or "")
    if statement is None:
        stance = Stance.DENIES if mention.status is Status.DENIED else Stance.ASSERTS
        agencies = book.agencies_of_passage(mention.report, mention.span)
        return [Voice(mention.report, mention.span, None, None, (), stance, agencies, mention.status)]
    voices = [replace(voice, status=mention.status) for voice in of_statement(statement, mention.span, book)]
    if mention.status is Status.DENIED:
        return [replace(voice, stance=Stance.DENIES) for voice in voices]
    return voices
