"""Set phrases that say how far an event has come: *stellte ein Treffen in Aussicht*, *die Feier fiel ins Wasser*."""

from quellenlage.model import Status
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.negation import negated
from quellenlage.reading.events.triggers import Trigger, borne

# What is left of each where it is negated.
NEGATED = {
    Status.PLANNED: Status.POSSIBLE,
    Status.POSSIBLE: Status.DENIED,
    Status.CANCELLED: Status.PLANNED,
    Status.CONFIRMED: Status.POSSIBLE,
}


def status(context: Context, trigger: Trigger) -> Status | None:
    """Give the status that a set phrase gives to the noun it speaks of, ``None`` where there is none."""
    found = of_clause(context, trigger.clause)
    if found is None or not borne(context, trigger.clause, trigger.group_index):
        return None
    return NEGATED.get(found, found) if negated(context, trigger.clause) else found


def of_clause(context: Context, n: int) -> Status | None:
    """Give the status that goes with the set phrase of a clause: words that stand together, and the verb."""
    clause = context.clauses[n]
    listed = context.words["set_phrases"].get(clause.lemma, {})
    row = " ".join(context.doc[i].lower_ for i in clause.tokens) if listed else ""
    return next((Status(name) for words, name in listed.items() if f" {words} " in f" {row} "), None)
