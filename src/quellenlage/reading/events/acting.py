"""Who can act: a person, a body, a state, and what a pronoun may stand for."""

from quellenlage.model import Kind
from quellenlage.reading.events.context import COMMON, Context

ACTING = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.OFFICE, Kind.GROUP, Kind.PLACE, Kind.UNKNOWN})


def acts(context: Context, n: int) -> bool:
    """Say whether the one who acts can act; where nobody is named, the benefit of the doubt goes to infinitives."""
    clause = context.clauses[n]
    if clause.subject is None:
        return clause.finite is None or clause.passive or clause.joined
    group = context.subject(n)
    if group is None:
        return False
    entity = context.entities.get(context.referent(group) or "")
    head = context.doc[context.groups[group].head]
    if entity is not None:
        return entity.kind in ACTING
    return (
        head.tag_ in {"NE", "PIS", "PDS"}
        or (head.tag_ == "PRELS" and _may_act(context, n))
        or (head.tag_ == "PPER" and head.lower_ not in context.words["clauses"]["expletive"])
        or _names_people(context, group)
    )


def _may_act(context: Context, n: int) -> bool:
    """Say whether what a relative pronoun stands for is nothing abstract: *Gewalt, die häufig auftritt*."""
    index = context.antecedent(n)
    abstract = tuple(context.language.table("clauses")["abstract_endings"])
    head = context.doc[context.groups[index].head] if index is not None else None
    if head is None or head.lower_.endswith((*context.words["persons"]["heads"], *context.words["persons"]["bodies"])):
        return True
    return not (head.lower_.endswith(abstract) or context.event_noun(head.lemma_) is not None)


def _names_people(context: Context, group: int) -> bool:
    """Say whether a common noun can act for all that is known: it names no event and nothing that happens."""
    head = context.doc[context.groups[group].head]
    if head.tag_ not in COMMON or context.event_noun(head.lemma_) is not None:
        return False
    persons = context.words["persons"]
    known = head.lemma_.lower().endswith(tuple(persons["heads"])) and not head.lemma_.lower().endswith(
        tuple(persons["no_heads"])
    )
    return known or not context.findings.entities
