"""Events of no frame: what a main clause tells as done, to come or undergone, with somebody in it."""

from collections.abc import Collection, Iterator

from quellenlage.model import UNKNOWN, Status
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.frames import Frame, Group
from quellenlage.reading.events.roles import of_verb
from quellenlage.reading.events.status import clause_status, main_verb
from quellenlage.reading.events.triggers import FULL, Trigger

GENERIC = Group(Frame("generic", "Ereignis", None, "generic"))
TOLD = frozenset({"Past", "Perf", "Pluperf", "Fut"})


def find(context: Context, taken: Collection[int]) -> Iterator[Trigger]:
    """Give a trigger for each main clause outside ``taken`` that tells an event: no state, no speech, no thought."""
    for n, clause in enumerate(context.clauses):
        if n in taken or clause.kind != "main" or clause.finite is None or not context.readable(clause.finite):
            continue
        token = main_verb(context, n)
        if _tells(context, n, token):
            trigger = Trigger(token, n, GENERIC, clause.lemma, verb=True)
            if _somebody(context, trigger):
                yield trigger


def _tells(context: Context, n: int, token: int) -> bool:
    clause = context.clauses[n]
    if context.doc[token].tag_ not in FULL or clause.lemma in context.words["generic"]["excluded"] or clause.negated:
        return False
    if any(context.cue_of[i] >= 0 for i in clause.verbs) or clause.konjunktiv == 2:
        return False
    state = (
        clause.passive
        and clause.finite is not None
        and context.doc[clause.finite].lemma_ in context.words["auxiliaries"]["perfect"]
        and clause.tense == "Pres"
    )
    if clause.modal:
        return clause_status(context, n, token, None, UNKNOWN) is Status.HAPPENED
    return not state and (clause.tense in TOLD or clause.passive)


def _somebody(context: Context, trigger: Trigger) -> bool:
    """Say whether an entity takes part and a second one, a time or a figure makes the event particular."""
    people = {entity for _, entity in of_verb(context, trigger) if entity in context.entities}
    clause = context.clauses[trigger.clause]
    dated = any(
        context.clause_of[context.tokens(t.span)[0]] == trigger.clause
        for t in context.times_in(clause.start, clause.end)
    )
    return bool(people) and (dated or len(people) > 1)
