"""What a clause says of an event's noun beside its tense: turned down, voted down, approved, debated, in doubt."""

from itertools import pairwise

from quellenlage.model import Interval, Status
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.negation import negated
from quellenlage.reading.events.present import by_date
from quellenlage.reading.events.triggers import Trigger, borne
from quellenlage.reading.events.turning_out import turns_out

# What has been filed is there also when it is turned down.
FILED = frozenset({"appeal", "lawsuit", "motion"})
GIVEN = "verdict"
TOLD = frozenset({"Past", "Perf", "Pluperf"})


def status(context: Context, trigger: Trigger, when: Interval, *, definite: bool) -> Status | None:
    """Give the status that a clause gives to an event's noun by what it says of it, ``None`` where it says nothing."""
    if trigger.group_index < 0:
        return None
    if definite and _is_voted_down(context, trigger):
        return Status.DENIED
    if _is_stayed_by(context, trigger):
        return Status.CONFIRMED
    if not borne(context, trigger.clause, trigger.group_index):
        return None
    if is_turned_down(context, trigger):
        return Status.HAPPENED
    threatened = _threatened(context, trigger, definite=definite)
    return threatened or _approved(context, trigger, when) or _debated(context, trigger)


def is_given(context: Context, trigger: Trigger) -> bool:
    """Say whether a definite noun means what is there: *der Antrag*, *sich mit dem Urteil befassen*."""
    family, clause = trigger.group.frame.family, context.clauses[trigger.clause]
    if family in FILED or _is_in_being(context, trigger):
        return True
    if family != GIVEN or clause.lemma in context.words["verbs"]["outstanding"] or clause.tense == "Fut":
        return False
    preposition = context.preposition(context.groups[trigger.group_index]) if trigger.group_index >= 0 else None
    return preposition is not None or not (clause.modal or clause.konjunktiv == 2)


def _is_in_being(context: Context, trigger: Trigger) -> bool:
    """Say whether something is said of a ruling that there is: *Der Bescheid gilt ab Mai*."""
    clause, lists = context.clauses[trigger.clause], context.words
    ruled = trigger.lemma.lower().replace("ß", "ss").endswith(tuple(lists["courts"]["orders"]))
    of_it = ruled and context.subject(trigger.clause) == trigger.group_index
    holds = clause.lemma in {*lists["auxiliaries"]["perfect"], *lists["verbs"]["continue"]}
    return of_it and holds and clause.tense == "Pres" and not clause.modal


def is_act(trigger: Trigger) -> bool:
    """Say whether it is done in one moment by a body, so that it never goes on: *nahm das Urteil auf*."""
    return trigger.group.frame.family in {GIVEN, *FILED}


def _is_voted_down(context: Context, trigger: Trigger) -> bool:
    """Say whether people voted against it: *Die Bürger stimmten gegen die Schließung*."""
    clause = context.clauses[trigger.clause]
    preposition = context.preposition(context.groups[trigger.group_index])
    votes = clause.lemma in context.words["verbs"]["voting"] and clause.tense in TOLD
    return votes and preposition in context.words["prepositions"]["against"] and not trigger.group.frame.sudden


def _is_stayed_by(context: Context, trigger: Trigger) -> bool:
    """Say whether what was known stays as it was: *Es bleibt bei der Schließung*."""
    clause, lists = context.clauses[trigger.clause], context.words["predicates"]
    preposition = context.preposition(context.groups[trigger.group_index])
    words = [context.doc[i] for i in clause.tokens]
    if clause.lemma not in lists["staying"] or preposition not in lists["staying_by"] or trigger.group.frame.sudden:
        return False
    # „Bei dem Treffen blieb es ruhig“
    empty = any(word.lower_ == "es" for word in words) and not any(word.tag_ == "ADJD" for word in words)
    return empty and not negated(context, trigger.clause)


def _threatened(context: Context, trigger: Trigger, *, definite: bool) -> Status | None:
    """Read what may be called off, and what somebody wants to stop."""
    if _may_fall_out(context, trigger):
        return Status.POSSIBLE
    if not _is_to_be_prevented(context, trigger):
        return None
    return Status.PLANNED if definite else Status.POSSIBLE


def _may_fall_out(context: Context, trigger: Trigger) -> bool:
    """Say whether it is left open what comes of it: *Die Feier könnte ausfallen*, *sie droht, die Feier abzusagen*."""
    c = context.clauses[trigger.clause]
    if c.lemma not in context.words["verbs"]["cancelled"] or turns_out(context, trigger.clause):
        return False
    if c.kind == "infinitive" and c.parent is not None:
        return context.clauses[c.parent].lemma in context.words["verbs"]["possible"]
    return c.modal in context.words["modals"]["possible"] and (c.konjunktiv == 2 or c.tense == "Pres")


def _is_to_be_prevented(context: Context, trigger: Trigger) -> bool:
    """Say whether somebody only wants to stop it: *Die Bürger wollen die Schließung verhindern*."""
    c, modals = context.clauses[trigger.clause], context.words["modals"]
    if c.lemma not in context.words["verbs"]["preventing"] or c.tense in TOLD:
        return False
    return c.kind == "infinitive" or c.modal in {*modals["planned"], *modals["obliged"]}


def is_turned_down(context: Context, trigger: Trigger) -> bool:
    """Say whether what has been filed is turned down: *Die Kammer wies den Antrag zurück*."""
    return (
        trigger.group.frame.family in FILED
        and context.clauses[trigger.clause].lemma in context.words["verbs"]["rejecting"]
    )


def _approved(context: Context, trigger: Trigger, when: Interval) -> Status | None:
    """Let what is approved lie ahead: *Der Rat genehmigte den Umbau*."""
    clause = context.clauses[trigger.clause]
    done = clause.tense in TOLD and clause.modal is None and clause.konjunktiv != 2
    if not done or clause.lemma not in context.words["verbs"]["allowing"] or by_date(context, when) is Status.HAPPENED:
        return None
    return Status.POSSIBLE if negated(context, trigger.clause) else Status.PLANNED


def _debated(context: Context, trigger: Trigger) -> Status | None:
    """Read *steht zur Debatte*, which leaves it open, and *steht nicht zur Debatte*, which denies it."""
    clause, lists = context.clauses[trigger.clause], context.words["predicates"]
    if clause.lemma not in lists["debating"] or context.subject(trigger.clause) != trigger.group_index:
        return None
    row = [context.doc[i].lower_ for i in clause.tokens]
    if not any(f"{a} {b}" in lists["debated"] for a, b in pairwise(row)):
        return None
    return Status.DENIED if negated(context, trigger.clause) else Status.POSSIBLE


def is_taken_as(context: Context, clause: int) -> bool:
    """Say whether people take it for something: *Der Rücktritt gilt als sicher*."""
    as_ = context.words["predicates"]["taken_as"]
    return any(
        context.doc[i].tag_ in {"APPR", "KOKOM"} and context.doc[i].lower_ in as_
        for i in context.clauses[clause].tokens
    )


def is_needless(context: Context, n: int) -> bool:
    """Say whether it is ruled out as not needed: *Eine Räumung ist nicht nötig*, but not *war nicht nötig*."""
    clause = context.clauses[n]
    words = {context.doc[i].lower_ for i in clause.tokens}
    return clause.tense == "Pres" and not words.isdisjoint(context.words["predicates"]["needed"])


def is_endangered(context: Context, n: int) -> bool:
    """Say whether its clause says that it is at risk: *Die Premiere ist gefährdet*."""
    words = {context.doc[i].lower_ for i in context.clauses[n].tokens}
    return not words.isdisjoint(context.words["predicates"]["endangered"])


def had_been(context: Context, clause: int) -> bool:
    """Say whether a plan itself lies behind: *Die Feier war für Sonntag geplant gewesen*."""
    participles = {context.lemma(i) for i in context.clauses[clause].verbs if context.doc[i].tag_ == "VAPP"}
    return not participles.isdisjoint(context.words["auxiliaries"]["perfect"])


def goes_on(context: Context, trigger: Trigger) -> bool:
    """Say whether it goes on, of a verb read without its particle: *Die Suche geht weiter*."""
    clause = context.clauses[trigger.clause]
    last = context.doc[clause.tokens[-1]]
    joined = last.tag_ == "PTKVZ" and last.lower_ in context.words["verbs"]["onward"]
    whole = last.lower_ + clause.lemma in context.words["verbs"]["continue"]
    return joined and whole and clause.tense == "Pres" and context.subject(trigger.clause) == trigger.group_index
