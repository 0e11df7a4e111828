"""How far an event has come that a noun names: its adjectives, what governs it, and the verb it goes with."""

from quellenlage.model import Interval, Status
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.status import by_date, clause_status, leaves_open, main_verb, negated, settle
from quellenlage.reading.events.triggers import Trigger, borne

BY_WEIGHT = (Status.DENIED, Status.CANCELLED, Status.POSSIBLE, Status.PLANNED, Status.ONGOING, Status.HAPPENED)
DEFINITE = frozenset({"ART", "PDAT", "PPOSAT", "APPRART", "NE"})
LONGEST_ENDING = 2


def of_noun(context: Context, trigger: Trigger, when: Interval) -> Status:
    """Give the status of an event that a noun names, relative to whoever speaks in its clause."""
    marked = _by_adjective(context, trigger) or _by_governor(context, trigger)
    by_clause = _by_clause(context, trigger, when) if borne(context, trigger.clause, trigger.group_index) else None
    if marked is None and by_clause is None:
        return _stance_only(context, trigger, _by_position(context, trigger, when))
    if by_clause is None:
        return _stance_only(context, trigger, marked or Status.POSSIBLE)
    found = by_clause if marked is None or _overrides(by_clause) else marked
    return settle(context, trigger, found) if by_clause is found else _stance_only(context, trigger, found)


def is_loose(context: Context, trigger: Trigger, when: Interval) -> bool:
    """Say whether a known event (*der Streik*) is only mentioned, so that its status must come from elsewhere."""
    if trigger.verb or not _definite(context, trigger) or trigger.group.frame.sudden or context.in_state(trigger.token):
        return False
    if _by_adjective(context, trigger) or _by_governor(context, trigger) or by_date(context, when):
        return False
    if borne(context, trigger.clause, trigger.group_index) and _by_clause(context, trigger, when):
        return False
    group = context.groups[trigger.group_index]
    preposition = context.preposition(group)
    return preposition is None or _by_preposition(context, trigger, preposition) is None


def _overrides(found: Status) -> bool:
    """Say whether what the verb says outweighs the adjective: *Das geplante Treffen wurde abgesagt*."""
    return found in {Status.CANCELLED, Status.DENIED, Status.CONFIRMED}


def _stance_only(context: Context, trigger: Trigger, found: Status) -> Status:
    statement = context.statement(trigger.token)
    if statement is not None and statement.stance == "denies" and found is not Status.CANCELLED:
        return Status.DENIED
    return found


def _by_adjective(context: Context, trigger: Trigger) -> Status | None:
    if trigger.group_index < 0:
        return None
    group = context.groups[trigger.group_index]
    words = [context.doc[i].lower_ for i in range(group.bare[0], trigger.token)]
    if any(word in context.words["adverbs"]["possible"] for word in words):
        return Status.POSSIBLE
    lists = context.words["adjectives"]
    return next((s for s in BY_WEIGHT if s.value in lists and any(_is_form(w, lists[s.value]) for w in words)), None)


def _is_form(word: str, stems: list[str]) -> bool:
    return any(word.startswith(stem) and len(word) - len(stem) <= LONGEST_ENDING for stem in stems)


def _by_governor(context: Context, trigger: Trigger) -> Status | None:
    """Read the noun that the event's noun depends on: *Vorbereitungen für einen Besuch*."""
    if trigger.group_index < 0:
        return None
    group = context.groups[trigger.group_index]
    before = context.group_of[group.start - 1] if group.start else -1
    if before < 0 or (group.preposition is None and "G" not in group.case):
        return None
    noun = context.doc[context.groups[before].end - 1].lemma_.lower()
    lists = context.words["governors"]
    return next((s for s in BY_WEIGHT if s.value in lists and noun.endswith(tuple(lists[s.value]))), None)


def _by_clause(context: Context, trigger: Trigger, when: Interval) -> Status | None:
    """Read the verb whose subject or object the event is; ``None`` where it says nothing of it."""
    clause, lists = context.clauses[trigger.clause], context.words["verbs"]
    lemma = clause.lemma
    if lemma in lists["confirmed"]:
        firm = Status.HAPPENED if trigger.group.frame.sudden else Status.CONFIRMED
        return Status.POSSIBLE if negated(context, trigger.clause) else firm
    kinds = ("cancelled", "denied", "planned", "possible")
    told = next((Status(k) for k in kinds if lemma in lists[k]), None) or _by_predicate(context, trigger)
    if told is not None:
        return Status.POSSIBLE if told is Status.DENIED and negated(context, trigger.clause) else told
    if not any(lemma in lists[kind] for kind in ("support", "begin", "continue", "end")):
        return None
    phase = clause_status(context, trigger.clause, main_verb(context, trigger.clause), trigger.group.frame, when)
    return _by_phase(lemma, phase, trigger, lists)


def _by_phase(lemma: str, told: Status, trigger: Trigger, lists: dict[str, list[str]]) -> Status:
    if lemma in lists["begin"]:
        lasting = trigger.group.frame.durative or not trigger.group.frame.sudden
        return Status.ONGOING if told is Status.HAPPENED and lasting else told
    if lemma in lists["continue"]:
        return Status.ONGOING if told in {Status.PLANNED, Status.ONGOING} or not trigger.group.frame.sudden else told
    return told


def _by_predicate(context: Context, trigger: Trigger) -> Status | None:
    clause = context.clauses[trigger.clause]
    if clause.lemma and clause.lemma not in context.words["auxiliaries"]["state"]:
        return None
    words = {context.doc[i].lower_ for i in clause.tokens}
    lists = context.words["predicates"]
    return next((s for s in BY_WEIGHT if s.value in lists and words & set(lists[s.value])), None)


def _by_position(context: Context, trigger: Trigger, when: Interval) -> Status:
    """Without a verb or adjective that tells: the preposition before the noun, the days, the nature of the event."""
    group = context.groups[trigger.group_index] if trigger.group_index >= 0 else None
    preposition = context.preposition(group) if group else None
    if context.in_state(trigger.token) and trigger.group.frame.ahead:
        return Status.PLANNED if context.clauses[trigger.clause].tense == "Fut" else Status.ONGOING
    placed = _by_preposition(context, trigger, preposition) if preposition else None
    if placed is not None:
        return placed
    dated = by_date(context, when)
    if dated is not None:
        return dated
    if trigger.group.frame.sudden:
        return Status.HAPPENED
    return _by_definiteness(context, trigger, preposition)


def _by_preposition(context: Context, trigger: Trigger, preposition: str) -> Status | None:
    clause, lists = context.clauses[trigger.clause], context.words["prepositions"]
    if preposition in lists["behind"]:
        return Status.PLANNED if clause.tense == "Fut" else Status.HAPPENED
    if preposition in lists["at"] and clause.verbs:
        found = clause_status(
            context, trigger.clause, main_verb(context, trigger.clause), trigger.group.frame, Interval()
        )
        return Status.HAPPENED if clause.tense in {"Past", "Perf", "Pluperf"} and clause.konjunktiv != 2 else found
    if preposition in lists["ahead"]:
        return Status.HAPPENED if clause.tense == "Pluperf" else Status.PLANNED
    return None


def _by_definiteness(context: Context, trigger: Trigger, preposition: str | None) -> Status:
    """A known event in a clause about the past has happened; of an unknown one nothing is said."""
    clause = context.clauses[trigger.clause]
    if clause.kind == "complement" and clause.parent is not None and leaves_open(context, clause.parent):
        return Status.POSSIBLE
    if not clause.verbs and trigger.group.frame.ahead:
        return Status.ONGOING
    past = clause.tense in {"Past", "Perf", "Pluperf"}
    topic = preposition in context.words["prepositions"]["topic"]
    if trigger.group.frame.durative and not topic and clause.verbs:
        return Status.HAPPENED if past else Status.ONGOING
    if past and not topic and _definite(context, trigger):
        return Status.HAPPENED
    return Status.POSSIBLE


def _definite(context: Context, trigger: Trigger) -> bool:
    group = context.groups[trigger.group_index] if trigger.group_index >= 0 else None
    if group is None:
        return False
    indefinite = context.words["clauses"]["indefinite"]
    before = [context.doc[i] for i in range(group.start, trigger.token)]
    return any(t.tag_ in DEFINITE and t.lemma_ not in indefinite for t in before)
