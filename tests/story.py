"""A story built by hand, record by record, for the stages that need no language."""

from dataclasses import dataclass, field
from datetime import date

from quellenlage.model import (
    Actor,
    Basis,
    Copy,
    Entity,
    EventMention,
    Factuality,
    Form,
    Interval,
    Kind,
    Links,
    Mention,
    Participant,
    Published,
    Reading,
    Report,
    Span,
    Stance,
    Statement,
    StatementType,
    Status,
)

TEXT = "Der Deich bei Norderende ist gebrochen. Das teilte die Wasserwacht mit. Die Gemeinde bestreitet es. " * 3


def day(number: int) -> Interval:
    """Give the day ``number`` of a made-up May."""
    return Interval(earliest=date(2024, 5, number), latest=date(2024, 5, number))


@dataclass
class MadeUp:
    """Collects reports, actors, statements and event mentions; ``links`` joins all mentions into one event."""

    reports: dict[str, Report] = field(default_factory=dict)
    entities: dict[str, list[Entity]] = field(default_factory=dict)
    statements: dict[str, list[Statement]] = field(default_factory=dict)
    mentions: dict[str, list[EventMention]] = field(default_factory=dict)

    def report(self, name: str, on: int = 1, agencies: tuple[str, ...] = ()) -> str:
        """Add a report of a house called ``name``."""
        published = Published(interval=day(on), basis=Basis.METADATA)
        made = Report(uri=f"{name}.txt", text=TEXT, outlet=name, agencies=agencies, published=published, id=name)
        self.reports[name] = made
        self.entities[name], self.statements[name], self.mentions[name] = [], [], []
        return name

    def entity(self, report: str, name: str, kind: Kind = Kind.ORGANISATION) -> str:
        """Add an entity to a report."""
        made = Entity(id=f"{report}:{name}", report=report, kind=kind, name=name)
        if made not in self.entities[report]:
            self.entities[report].append(made)
        return made.id

    def says(self, report: str, source: str | None, stance: Stance = Stance.ASSERTS, within: str | None = None) -> str:
        """Let ``source`` make a statement in a report."""
        made = Statement(
            id=f"{report}:s{len(self.statements[report])}",
            report=report,
            content=(Span(0, 39),),
            type=StatementType.INDIRECT,
            stance=stance,
            sources=(self.entity(report, source),) if source else (),
            within=within,
        )
        self.statements[report].append(made)
        return made.id

    def happens(
        self, report: str, statement: str | None = None, status: Status = Status.HAPPENED, on: Interval | None = None
    ) -> str:
        """Let a report speak of the breach of the dyke."""
        made = EventMention(
            id=f"{report}:m{len(self.mentions[report])}",
            report=report,
            span=Span(28, 38),
            sentence=Span(0, 39),
            frame="damage",
            plover=None,
            lemma="brechen",
            participants=(Participant(role="patient", entity=self.entity(report, "Deich Norderende", Kind.PLACE)),),
            interval=on or Interval(),
            status=status,
            factuality=Factuality.CERTAIN,
            statement=statement,
        )
        self.mentions[report].append(made)
        return made.id

    def readings(self) -> tuple[Reading, ...]:
        """Give one reading a report."""
        return tuple(
            Reading(
                report=report,
                sentences=(Span(0, 39), Span(40, 71), Span(72, 99)),
                entities=tuple(self.entities[name]),
                mentions=tuple(
                    Mention(report=name, span=Span(4, 9), form=Form.NAME, entity=e.id) for e in self.entities[name]
                ),
                statements=tuple(self.statements[name]),
                events=tuple(self.mentions[name]),
            )
            for name, report in self.reports.items()
        )

    def links(self, copies: tuple[Copy, ...] = ()) -> Links:
        """Join all event mentions into one event and entities of one name into one actor."""
        readings = self.readings()
        by_name: dict[str, list[Entity]] = {}
        for reading in readings:
            for entity in reading.entities:
                by_name.setdefault(entity.name, []).append(entity)
        actors = tuple(
            Actor(id=f"a:{name}", name=name, kind=found[0].kind, entities=tuple(e.id for e in found))
            for name, found in by_name.items()
        )
        everything = tuple(mention.id for reading in readings for mention in reading.events)
        return Links(
            readings=readings,
            actors=actors,
            events=(everything,) if everything else (),
            copies=copies,
            published={name: report.published for name, report in self.reports.items()},
        )
