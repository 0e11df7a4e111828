"""Who speaks where an event or a claim is spoken of: a source in a chain, or the report itself."""

from dataclasses import dataclass, replace

from quellenlage.language import table
from quellenlage.model import UNKNOWN, EventMention, Interval, Kind, Span, Stance, Statement, Status
from quellenlage.weighing.casebook import Casebook

NEGATIVE = frozenset({Stance.DENIES, Stance.DOUBTS})
TOLD = frozenset({Status.HAPPENED, Status.ONGOING, Status.PLANNED, Status.CONFIRMED, Status.CANCELLED})


@dataclass(frozen=True, slots=True)
class Voice:
    """One place where somebody speaks of a thing.

    ``actor`` is the innermost source that is named; ``through`` are the actors between it and the outlet. Without
    ``statement`` the outlet speaks for itself; with a statement and no actor the text leaves open who does.
    ``agencies`` are the news agencies whose own voice it is, ``status`` and ``days`` those of the event mention it
    tells, in ``sentence``. ``researched`` is what a paper gives as its own information.
    """

    report: str
    span: Span
    statement: str | None
    actor: str | None
    through: tuple[str, ...]
    stance: Stance
    agencies: tuple[str, ...] = ()
    status: Status | None = None
    days: Interval = UNKNOWN
    sentence: Span | None = None
    researched: bool = False

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
            researched=own_information(statement, book),
        )
        for actor in sources
    ]


def _speakers(statement: Statement, book: Casebook) -> tuple[str, ...]:
    """Give who speaks; of one source the name alone (*Pressestelle Lena Brandt*), not the house or place beside it."""
    sources = book.sources(statement)
    if len(statement.source) != 1 or len(sources) < 2:
        return sources
    sources = tuple(a for a in sources if book.actors[a].kind is not Kind.PLACE) or sources
    named = tuple(actor for actor in sources if actor not in book.unnamed) or sources
    if _joined(statement, book):
        return named
    return next(((a,) for a in named if book.actors[a].kind is Kind.PERSON), named[:1])


def _joined(statement: Statement, book: Casebook) -> bool:
    """Say whether the words of a source name several who speak: *Polizei und Feuerwehr*."""
    report = book.reports[statement.report]
    words = report.quote(statement.source[0]).casefold().replace(",", " , ").split()
    return bool(set(words) & set(table(report.language, "houses")["several"]["words"]))


def own_information(statement: Statement, book: Casebook) -> bool:
    """Say whether a paper tells what it has found out, so that nobody knows from whom (*BLATT-Informationen*)."""
    report = book.reports[statement.report]
    said = " ".join(report.quote(span) for span in statement.source)
    words = table(report.language, "houses")["own_information"]
    noun = next((word for word in said.split() if word.casefold().endswith(tuple(words["nouns"]))), None)
    return noun is not None and ("-" in noun or any(mark in said for mark in words["marks"]))


def of_mention(mention: EventMention, book: Casebook) -> list[Voice]:
    """Give the voices behind an event mention; a denied event is a denial, whatever the cue."""
    statement, days = book.statements.get(mention.statement or ""), book.interval(mention)
    if statement is None:
        stance = Stance.DENIES if mention.status is Status.DENIED else Stance.ASSERTS
        agencies = book.agencies_of_passage(mention.report, mention.span)
        told = Voice(mention.report, mention.span, None, None, (), stance, agencies)
        return [replace(told, status=mention.status, days=days, sentence=mention.sentence)]
    voices = of_statement(statement, mention.span, book)
    voices = [replace(v, status=mention.status, days=days, sentence=mention.sentence) for v in voices]
    if mention.status is Status.DENIED:
        return [replace(voice, stance=Stance.DENIES) for voice in voices]
    if mention.status in TOLD:
        return [replace(voice, stance=Stance.ASSERTS) if voice.denies else voice for voice in voices]
    return voices
