"""Nouns of events whose clause takes for granted how far they have come: *sie akzeptiert das Urteil, ohne Einigung*."""

from itertools import pairwise

from quellenlage.model import Status
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.headlines import in_headline
from quellenlage.reading.events.negation import negated
from quellenlage.reading.events.triggers import Trigger, borne

PAST = frozenset({"Past", "Perf", "Pluperf"})


def status(context: Context, trigger: Trigger, *, definite: bool) -> Status | None:
    """Give the status that a clause presupposes of a noun's event, ``None`` where it presupposes nothing."""
    if trigger.group_index < 0:
        return None
    if trigger.lemma.lower().endswith(tuple(context.words["governors"]["itself"])):
        return Status.CANCELLED
    preposition = context.preposition(context.groups[trigger.group_index])
    if preposition is None:
        return _of_object(context, trigger, definite=definite)
    return _behind_preposition(context, trigger, preposition, definite=definite)


def _behind_preposition(context: Context, trigger: Trigger, preposition: str, *, definite: bool) -> Status | None:
    if preposition in context.words["prepositions"]["without"] and not definite:
        return Status.DENIED
    if preposition in context.words["prepositions"]["without"] and context.clauses[trigger.clause].konjunktiv == 2:
        return Status.HAPPENED
    if _stays(context, trigger, preposition):
        return Status.CONFIRMED
    if _is_renounced(context, trigger, preposition):
        return Status.CANCELLED
    known = _is_known(context, trigger) or (definite and has_no_part(context, trigger))
    return Status.HAPPENED if known else None


def _of_object(context: Context, trigger: Trigger, *, definite: bool) -> Status | None:
    """Read what a verb does to the event that is its object: orders it, or answers what has been done."""
    if _is_prolonged(context, trigger) or (definite and _is_to_end(context, trigger)):
        return Status.ONGOING
    if _is_in_force(context, trigger):
        done = trigger.group.frame.family in (*context.words["ended"]["families"], "verdict")
        return Status.HAPPENED if done else Status.ONGOING
    if _is_imposed(context, trigger):
        return Status.HAPPENED
    if is_ordered(context, trigger):
        return Status.HAPPENED if definite or trigger.group.frame.sudden else Status.PLANNED
    return Status.HAPPENED if definite and _is_reacted_to(context, trigger) else None


def _is_prolonged(context: Context, trigger: Trigger) -> bool:
    """Say whether it lasts longer than was planned: *Die Sperrung wird verlängert*."""
    clause = context.clauses[trigger.clause]
    longer = clause.lemma in context.words["verbs"]["prolonging"] and not negated(context, trigger.clause)
    return longer and borne(context, trigger.clause, trigger.group_index)


def _is_to_end(context: Context, trigger: Trigger) -> bool:
    """Say whether what lasts is yet to be ended: *Sie rief dazu auf, die Blockade zu beenden*."""
    clause, lists = context.clauses[trigger.clause], context.words["verbs"]
    done = clause.passive and clause.finite is not None and context.doc[clause.finite].lemma_ in _perfect(context)
    ends = (
        clause.lemma in lists["ending"]
        and clause.tense not in PAST
        and not done
        and not negated(context, trigger.clause)
    )
    return ends and _lasts(context, trigger) and borne(context, trigger.clause, trigger.group_index)


def _lasts(context: Context, trigger: Trigger) -> bool:
    return trigger.group.frame.durative or trigger.group.frame.family in context.words["lasting"]["families"]


def _perfect(context: Context) -> list[str]:
    return list(context.words["auxiliaries"]["perfect"])


def _is_in_force(context: Context, trigger: Trigger) -> bool:
    """Say whether it holds: *Das Verbot bleibt in Kraft*, but not *tritt in Kraft*."""
    clause = context.clauses[trigger.clause]
    holds = (
        clause.lemma in context.words["auxiliaries"]["state"] and context.subject(trigger.clause) == trigger.group_index
    )
    row = [context.doc[i].lower_ for i in clause.tokens]
    forced = any(f"{a} {b}" in context.words["predicates"]["in_force"] for a, b in pairwise(row))
    return holds and forced and clause.tense == "Pres" and not negated(context, trigger.clause)


def has_no_part(context: Context, trigger: Trigger) -> bool:
    """Say whether somebody had no part in what there was: *An dem Einbruch war er nicht beteiligt*."""
    n, lists = trigger.clause, context.words["verbs"]
    clause, preposition = context.clauses[n], context.preposition(context.groups[trigger.group_index])
    if f"{clause.lemma} {preposition}" not in lists["taking_part"]:
        return False
    over = clause.tense in PAST or any(context.doc[i].tag_ == "VAPP" for i in clause.verbs)
    above = context.clauses[clause.parent].lemma if clause.parent is not None else ""
    return over and (negated(context, n) or above in lists["denied"])


def _is_imposed(context: Context, trigger: Trigger) -> bool:
    """Say whether an authority has imposed it: *Das Amt verhängte einen Lieferstopp*, in a headline in the present."""
    clause = context.clauses[trigger.clause]
    told = clause.tense in PAST or in_headline(context, trigger.token)
    imposes = told and not clause.modal and clause.lemma in context.words["verbs"]["imposing"]
    stands = borne(context, trigger.clause, trigger.group_index)
    return imposes and stands and not negated(context, trigger.clause)


def is_ordered(context: Context, trigger: Trigger) -> bool:
    """Say whether somebody has ordered it: *Das Amt ordnete die Räumung an*."""
    clause = context.clauses[trigger.clause]
    done = clause.tense in PAST and not clause.modal and not negated(context, trigger.clause)
    return (
        done
        and clause.lemma in context.words["verbs"]["ordering"]
        and borne(context, trigger.clause, trigger.group_index)
    )


def _is_reacted_to(context: Context, trigger: Trigger) -> bool:
    """Say whether somebody takes or fights what has been done: *Sie nimmt das Urteil an*; a plan can be taken too."""
    frame = trigger.group.frame
    reacts = context.clauses[trigger.clause].lemma in context.words["verbs"]["reacting"]
    return reacts and (frame.sudden or frame.public) and not frame.durative and not frame.ahead


def _stays(context: Context, trigger: Trigger, preposition: str) -> bool:
    """Say whether what is to come stands: *An der Sitzung ändert sich nichts, an ihr wird festgehalten*."""
    verb, lists = f"{context.clauses[trigger.clause].lemma} {preposition}", context.words["verbs"]
    return verb in lists["unchanged" if negated(context, trigger.clause) else "kept"]


def _is_renounced(context: Context, trigger: Trigger, preposition: str) -> bool:
    """Say whether somebody gives up what was to come: *Der Verein verzichtet auf den Kauf*."""
    clause = context.clauses[trigger.clause]
    who = context.subject(trigger.clause)
    if who is not None and context.doc[context.groups[who].head].lower_ in context.words["subjects"]["anybody"]:
        return False  # *Sieht man von dem Kauf ab, …*
    verb = f"{clause.lemma} {preposition}"
    return verb in context.words["verbs"]["renouncing"] and not negated(context, trigger.clause) and not clause.modal


def _is_known(context: Context, trigger: Trigger) -> bool:
    """Say whether somebody claims to know of it: *Ein Bote will von einer Zahlung wissen*."""
    clause = context.clauses[trigger.clause]
    knows = clause.lemma in context.words["verbs"]["knowing"] and not negated(context, trigger.clause)
    return knows and clause.modal in context.words["modals"]["claiming"]
