"""Events of no frame that a verb names: what a clause tells as done, to come or undergone, with something in it."""

from collections.abc import Collection, Iterator

from quellenlage.model import UNKNOWN, Status
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.derivation import excluded, named_by_day
from quellenlage.reading.events.earlier import usable
from quellenlage.reading.events.frames import Frame, Group
from quellenlage.reading.events.headlines import in_headline
from quellenlage.reading.events.roles import of_verb
from quellenlage.reading.events.status import clause_status
from quellenlage.reading.events.triggers import FULL, Trigger, verb_lemma

GENERIC = Group(Frame("generic", "Ereignis", None, "generic"))
NAMING = frozenset({"NN", "NE", "NNI", "NNA"})
TOLD = frozenset({"Past", "Perf", "Pluperf", "Fut"})
AHEAD = frozenset({Status.PLANNED, Status.HAPPENED, Status.CANCELLED})


def find(context: Context, taken: Collection[int]) -> Iterator[Trigger]:
    """Give a trigger for each clause outside ``taken`` that tells an event: no state, no speech, no thought."""
    for n, clause in enumerate(context.clauses):
        if n in taken:
            continue
        for token in clause.verbs:
            if context.doc[token].tag_ not in FULL or not context.readable(token) or context.cue_of[token] >= 0:
                continue
            trigger = Trigger(token, n, GENERIC, verb_lemma(context, n, token), verb=True)
            if _tells(context, trigger) and _somebody(context, trigger):
                yield trigger


def _tells(context: Context, trigger: Trigger) -> bool:
    """Say whether a verb names an event and its clause tells it as done, as to come, or of a certain day."""
    if trigger.lemma in named_by_day(context.language.code) and _on_a_day(context, trigger):
        return True
    if (
        trigger.lemma in excluded(context.language.code)
        or _of_status(context, trigger.lemma)
        or _idle(context, trigger)
    ):
        return False
    return _is_told(context, trigger)


def _is_told(context: Context, trigger: Trigger) -> bool:
    """Say whether tense, voice, mood or a day make the clause one that tells."""
    clause = context.clauses[trigger.clause]
    if clause.negated and context.statement(trigger.token) is None:
        return False
    if clause.finite is None:
        return _without_finite(context, trigger)
    if clause.modal:
        found = clause_status(context, trigger.clause, trigger.token, None, UNKNOWN)
        return found in AHEAD or dated(context, trigger.clause)
    if clause.tense in TOLD or (clause.passive and not _is_state(context, trigger)):
        return clause.konjunktiv != 2 or context.statement(trigger.token) is not None
    return dated(context, trigger.clause) or _again(context, trigger.clause) or in_headline(context, trigger.token)


def _of_status(context: Context, lemma: str) -> bool:
    """Say whether a verb tells of an event and is none: *planen, absagen, stattfinden, beginnen*."""
    kinds = ("support", "continue", "end", "lasting", "planned", "cancelled", "postponed", "confirmed", "denied")
    return any(lemma in context.words["verbs"][kind] for kind in kinds)


def _idle(context: Context, trigger: Trigger) -> bool:
    """Say whether the clause is a condition, or the verb form no event's: *arbeitslos gemeldet*, *sie lässt bauen*."""
    clause, words = context.clauses[trigger.clause], context.words["clauses"]
    opener = context.doc[clause.subordinator].lower_ if clause.subordinator is not None else ""
    return opener in words["conditional"] and clause.tense not in TOLD


def _without_finite(context: Context, trigger: Trigger) -> bool:
    """Take a bare participle (*Brücke gesperrt*) and an infinitive that hangs on a plan, a call or a try."""
    clause = context.clauses[trigger.clause]
    if context.doc[trigger.token].tag_ == "VVPP":
        return True
    if clause.kind != "infinitive" or clause.parent is None:
        return False
    lists, above = context.words["verbs"], context.clauses[clause.parent].lemma
    return any(above in lists[kind] for kind in ("planned", "cancelled", "possible"))


def _is_state(context: Context, trigger: Trigger) -> bool:
    """Say whether it is a passive of state in the present: *Die Tür ist geschlossen*."""
    clause = context.clauses[trigger.clause]
    perfect = context.words["auxiliaries"]["perfect"]
    return clause.finite is not None and context.doc[clause.finite].lemma_ in perfect and clause.tense == "Pres"


def dated(context: Context, n: int) -> bool:
    """Say whether a clause has a time of its own."""
    clause = context.clauses[n]
    starts = (context.tokens(t.span)[0] for t in context.times_in(clause.start, clause.end))
    return any(context.clause_of[i] == n for i in starts)


def _on_a_day(context: Context, trigger: Trigger) -> bool:
    """Say whether a verb that may mean anything is told of a day, with a noun as its subject or object."""
    clause = context.clauses[trigger.clause]
    if _idle(context, trigger) or _is_state(context, trigger) or clause.negated or clause.konjunktiv == 2:
        return False
    times = (t for t in context.times_in(clause.start, clause.end) if usable(context, t) and t.value[:1].isdigit())
    if not any(context.clause_of[context.tokens(t.span)[0]] == trigger.clause for t in times):
        return False
    own = [r for r in (clause.subject, *clause.objects) if r is not None and r[0] < len(context.doc)]
    return any(context.doc[r[1] - 1].tag_ in NAMING for r in own)


def _again(context: Context, n: int) -> bool:
    return any(context.doc[i].lower_ in context.words["adverbs"]["again"] for i in context.clauses[n].tokens)


def _somebody(context: Context, trigger: Trigger) -> bool:
    """Say whether the clause tells it of something: an entity, a day, a subject or object that is no bare pronoun."""
    if dated(context, trigger.clause) or any(e in context.entities for _, e in of_verb(context, trigger)):
        return True
    clause = context.clauses[trigger.clause]
    own = [r for r in (clause.subject, *clause.objects) if r is not None and r[0] < len(context.doc)]
    if any(context.doc[r[1] - 1].tag_ in NAMING for r in own):
        return True
    subject = context.doc[clause.subject[0]] if clause.subject and clause.subject[0] < len(context.doc) else None
    pointing = subject is not None and subject.lower_ in context.words["generic"]["pointing_subjects"]
    return pointing and any(p.preposition for p in context.phrases(trigger.clause))
