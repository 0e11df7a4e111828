"""Sources whose noun no list knows: whoever speaks is somebody, by what the report calls him (*der Platzwart*)."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module

from quellenlage.language import table
from quellenlage.language.naming import Called
from quellenlage.model import Entity, Form, Mention, Report, Span, Statement, content_id

SPACE = ' \t\n„“"»«‚('


def name_sources(
    report: Report, entities: Sequence[Entity], mentions: Sequence[Mention], statements: Sequence[Statement]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...], tuple[Statement, ...]]:
    """Give statements that have the words of a source but nobody in them an entity for each, with its mention.

    A pronoun that speaks, and was found to mean somebody, becomes a mention of him.
    """
    grammar = import_module(f"quellenlage.language.{report.language}.speakers")
    pronouns = table(report.language, "attribution")["pronouns"]["gender"]
    made: dict[str, Entity] = {}
    places: dict[Span, Mention] = {}
    out: list[Statement] = []
    taken = sorted(mention.span for mention in mentions)
    known = {entity.name.casefold(): entity for entity in reversed(entities)}
    for statement in statements:
        found: list[str] = []
        for source in statement.source if len(statement.sources) == 1 == len(statement.source) else ():
            if report.quote(source).lower() in pronouns and not _meets(taken, source):
                (meant,) = statement.sources
                places[source] = Mention(report=report.id, span=source, form=Form.PRONOUN, entity=meant)
        for source in statement.source if not statement.sources else ():
            called = grammar.called(report.quote(source), opens=_opens(report.text, source.start))
            if called is None:
                continue
            span = Span(source.start + called.span.start, source.start + called.span.end)
            entity = known.get(called.name.casefold()) or made.setdefault(
                called.name.casefold(), _entity(report, called)
            )
            if not _meets(taken, span):
                places[span] = Mention(report=report.id, span=span, form=_form(called.named), entity=entity.id)
            found.append(entity.id)
        out.append(replace(statement, sources=tuple(dict.fromkeys(found))) if found else statement)
    used = {mention.entity for mention in places.values()} | {one for s in out for one in s.sources}
    fresh = tuple(entity for entity in made.values() if entity.id in used)
    together = sorted([*mentions, *places.values()], key=lambda m: (m.span.start, -m.span.end, m.entity))
    return (*entities, *fresh), tuple(together), tuple(out)


def _entity(report: Report, called: Called) -> Entity:
    made = content_id("n", report.id, called.kind, f"source {called.name.casefold()}")
    return Entity(id=made, report=report.id, kind=called.kind, name=called.name, named=called.named)


def _form(named: bool) -> Form:
    return Form.NAME if named else Form.ROLE


def _meets(taken: Sequence[Span], span: Span) -> bool:
    at = bisect_left(taken, (span.end, 0))
    return any(one.meets(span) for one in taken[max(0, at - 8) : at])


def _opens(text: str, start: int) -> bool:
    """Say whether a sentence begins here, so that a capital says nothing."""
    before = text[:start].rstrip(SPACE)
    return not before or before[-1] in ".!?:;\n" or "\n" in text[len(before) : start]
