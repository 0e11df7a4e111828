"""Names, roles and pronouns of one report, joined to entities where a reader has no doubt.

A wrong link is worse than a missing one: of two bearers of a surname neither is chosen unless the text decides.
Where a description stands with a name (*Ministerin Anna Weber*), it is a mention of its own around or beside the name,
and the mention that begins first and reaches furthest is the one the group as a whole means.
"""

from importlib import import_module

from spacy.tokens import Doc

from quellenlage.language import Language
from quellenlage.language.naming import Sighting
from quellenlage.model import Entity, Mention, Report
from quellenlage.reading.names.bodies import cast_bodies
from quellenlage.reading.names.descriptions import cast_descriptions
from quellenlage.reading.names.draft import Cast
from quellenlage.reading.names.persons import cast_persons
from quellenlage.reading.names.pronouns import cast_pronouns

__all__ = ["read"]


def read(doc: Doc, report: Report, language: Language) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Give the entities of a report in the order of the text, and all their mentions, sorted by span."""
    grammar = import_module(f"quellenlage.language.{language.code}.naming")
    seen: Sighting = grammar.sight(doc)
    cast = Cast()
    cast_bodies(cast, seen.names, seen.groups, grammar.same_body)
    cast_persons(cast, seen.names, seen.groups)
    cast_descriptions(cast, seen.groups, grammar.taken_up)
    cast_pronouns(cast, seen.pronouns)
    drafts = cast.all()
    mentions = [mention for draft in drafts for mention in draft.records(report)]
    mentions.sort(key=lambda m: (m.span.start, -m.span.end, m.entity))
    return tuple(draft.entity(report) for draft in drafts), tuple(mentions)
