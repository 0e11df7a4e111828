"""Nouns over an event's noun that say how far it has come: *Vorbereitungen für einen Besuch*, *Gerüchte über*."""

from quellenlage.model import Stance, Status
from quellenlage.reading.events import stances
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.negation import negated
from quellenlage.reading.events.triggers import Trigger

# Of several the one that says least for it.
BY_WEIGHT = (Status.DENIED, Status.CANCELLED, Status.POSSIBLE, Status.PLANNED, Status.ONGOING, Status.HAPPENED)
OPEN = frozenset({Status.PLANNED, Status.POSSIBLE})


def status(context: Context, trigger: Trigger) -> Status | None:
    """Give the status by the noun that the event's noun depends on, ``None`` where there is none that tells."""
    if trigger.group_index < 0:
        return None
    group = context.groups[trigger.group_index]
    before = context.group_of[group.start - 1] if group.start else -1
    if before < 0 or (group.preposition is None and "G" not in group.case):
        return None
    noun = context.doc[context.groups[before].end - 1].lemma_.lower()
    said = _by_clause(context, trigger, before, noun)
    if said is not None:
        return said
    found = _longest(noun, context.words["governors"])
    if found is Status.PLANNED and _is_affirmed(context, trigger.clause):
        return Status.CONFIRMED
    return Status.DENIED if found in OPEN and _is_nothing(context, before) else found


def _by_clause(context: Context, trigger: Trigger, before: int, noun: str) -> Status | None:
    """Read what the clause says of the noun, or its preposition: denied, come to nothing, still to be decided on."""
    if _is_denied_word(context, trigger.clause, noun):
        return Status.DENIED
    if _has_failed(context, trigger, before):
        return Status.CANCELLED
    if noun in context.words["governors"]["end"] and stances.at(context, trigger.token) is Stance.DEMANDS:
        return Status.ONGOING
    lists = context.words["governors"]
    about = context.preposition(context.groups[trigger.group_index]) in context.words["prepositions"]["about"]
    undecided = about and noun.endswith(tuple(lists["undecided"]))
    in_case = noun in lists["cases"] and context.preposition(context.groups[before]) is not None
    return Status.POSSIBLE if undecided or in_case else None


def _has_failed(context: Context, trigger: Trigger, before: int) -> bool:
    """Say whether what would have led to it came to nothing: *Die Gespräche über einen Verkauf sind gescheitert*."""
    preposition = context.preposition(context.groups[trigger.group_index])
    led = preposition is None or preposition in context.words["prepositions"]["topic"]
    return led and fails(context, trigger.clause) and context.subject(trigger.clause) == before


def fails(context: Context, n: int) -> bool:
    """Say whether a clause tells that its subject has come to nothing: *ist gescheitert*."""
    clause = context.clauses[n]
    return clause.lemma in context.words["verbs"]["failing"] and clause.tense in {"Past", "Perf", "Pluperf"}


def _longest(noun: str, lists: dict[str, list[str]]) -> Status | None:
    """Give the status of the longest listed word that a noun ends in: *Aufruf* is no *Ruf*."""
    ends = [(len(end), s) for s in BY_WEIGHT for end in lists.get(s.value, ()) if noun.endswith(end)]
    return max(ends, key=lambda pair: pair[0])[1] if ends else None


def _is_affirmed(context: Context, clause: int) -> bool:
    """Say whether the clause stays with what the event hangs on: *bekräftigte ihren Aufruf zum Streik*."""
    return context.clauses[clause].lemma in context.words["verbs"]["affirming"] and not negated(context, clause)


def _is_nothing(context: Context, index: int) -> bool:
    """Say whether there is none of what the event hangs on: *keine Pläne für eine Schließung*."""
    group, words = context.groups[index], context.words["clauses"]
    return any(context.doc[i].lower_ in words["negation"] for i in range(group.bare[0], group.head))


def _is_denied_word(context: Context, clause: int, noun: str) -> bool:
    """Say whether the clause denies the word that tells of the event: *wies Gerüchte über einen Verkauf zurück*."""
    c, words = context.clauses[clause], context.words
    called = c.lemma in words["naming"]["verbs"] or c.lemma in words["auxiliaries"]["perfect"]
    behind = context.doc[c.start : c.end + 1]
    untrue = called and any(token.lower_ in words["pointing"]["untrue"] for token in behind)
    denies = (c.lemma in words["verbs"]["denied"] or untrue) and not negated(context, clause)
    return denies and noun.endswith(tuple(context.words["pointing"]["nouns"]))
