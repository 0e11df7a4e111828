"""How far an event has come that a noun names: its adjectives, what governs it, and the verb it goes with."""

from itertools import pairwise

from quellenlage.model import Interval, Stance, StatementType, Status
from quellenlage.reading.events import (
    governors,
    narrowing,
    nominal_position,
    predicated,
    presupposed,
    set_phrases,
    stances,
)
from quellenlage.reading.events.conditions import asked, is_whether
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.governors import BY_WEIGHT
from quellenlage.reading.events.negation import negated
from quellenlage.reading.events.nominal_position import is_definite
from quellenlage.reading.events.present import by_date
from quellenlage.reading.events.status import as_planned, clause_status, main_verb, settle
from quellenlage.reading.events.triggers import Trigger, borne
from quellenlage.reading.events.turning_out import turns_out

LONGEST_ENDING = 2
# What fails of these was done all the same: *Ein Attentat auf den König scheiterte*.
ATTEMPTS = frozenset({"coup", "flight", "launch", "rescue", "test", "violence"})
# *Die im Mai verhängte Sperrung gilt bis Freitag.*
STILL_ON = (Status.HAPPENED, Status.ONGOING)
# What a verb says of its subject or object, plain and negated.
VERBS_OF_STATUS = {
    "confirmed": (Status.CONFIRMED, Status.POSSIBLE),
    "cancelled": (Status.CANCELLED, Status.PLANNED),
    "postponed": (Status.PLANNED, Status.PLANNED),
    "stopped": (Status.CANCELLED, Status.PLANNED),
    "denied": (Status.DENIED, Status.POSSIBLE),
}


def of_noun(context: Context, trigger: Trigger, when: Interval) -> Status:
    """Give the status of an event that a noun names, relative to whoever speaks in its clause."""
    found = Status.DENIED if _is_none(context, trigger) else _of_noun(context, trigger, when)
    ahead = found in {Status.PLANNED, Status.CONFIRMED} and borne(context, trigger.clause, trigger.group_index)
    return Status.POSSIBLE if ahead and is_whether(context, trigger.clause) else found


def _of_noun(context: Context, trigger: Trigger, when: Interval) -> Status:
    marked = _by_adjective(context, trigger) or governors.status(context, trigger)
    if marked is Status.HAPPENED and by_date(context, when) is Status.PLANNED:
        marked = Status.PLANNED  # *Ihr letztes Rennen läuft sie im Mai.*
    known = presupposed.status(context, trigger, definite=is_definite(context, trigger))
    if known is not None and (marked is None or known is not Status.HAPPENED):
        return _stance_only(context, trigger, known)
    said = predicated.status(context, trigger, when, definite=is_definite(context, trigger))
    if said is not None:
        # Who turns down a motion denies nothing, though the verb may.
        return said if said is Status.HAPPENED else _stance_only(context, trigger, said)
    stands = borne(context, trigger.clause, trigger.group_index)
    told = set_phrases.status(context, trigger) or (_by_verb_of_status(context, trigger, when) if stands else None)
    phase = _by_phase_verb(context, trigger, when) if stands and told is None else None
    if told is None and phase is None:
        intended = Status.PLANNED if stands and _is_intended(context, trigger) else None
        found = marked or intended or nominal_position.status(context, trigger, when)
        open_ = found is Status.PLANNED and asked(context, trigger.clause)
        return _stance_only(context, trigger, Status.POSSIBLE if open_ else found)
    if phase is None:
        said = told if told is not None and (marked is None or _overrides(told)) else marked
        return _stance_only(context, trigger, said or Status.POSSIBLE)
    settled = settle(context, trigger, phase)
    if settled is Status.DENIED and _falls_out(context, trigger, marked):
        return Status.CANCELLED
    free = marked in {None, Status.CANCELLED} or _overrides(settled) or (marked, settled) == STILL_ON
    return settled if free else _stance_only(context, trigger, marked or settled)


def _is_none(context: Context, trigger: Trigger) -> bool:
    """Say whether a line without a verb tells that there is none: *Keine Einigung im Tarifstreit*."""
    if context.clauses[trigger.clause].verbs or trigger.group_index < 0:
        return False
    begin, negation = context.groups[trigger.group_index].bare[0], context.words["clauses"]["negation"]
    return any(context.doc[i].lower_ in negation for i in range(begin, trigger.token))


def _is_intended(context: Context, trigger: Trigger) -> bool:
    """Say whether an infinitive with the noun is what somebody plans: *kündigte an, die Vertrauensfrage zu stellen*."""
    clause = context.clauses[trigger.clause]
    if clause.kind != "infinitive" or clause.finite is not None or clause.parent is None:
        return False
    above = context.clauses[clause.parent].lemma in context.words["verbs"]["planned"]
    return above and not (negated(context, clause.parent) or negated(context, trigger.clause))


def _falls_out(context: Context, trigger: Trigger, marked: Status | None) -> bool:
    """Say whether what does not take place was planned: *Die geplante Feier, der Umzug fand nicht statt*."""
    if context.statement(trigger.token) is not None:
        return False
    held = context.clauses[trigger.clause].lemma in context.words["occasions"]["subject_of"]
    return marked is Status.PLANNED or (held and is_definite(context, trigger))


def is_title(context: Context, trigger: Trigger) -> bool:
    """Say whether a noun stands in a line without a verb and nothing in it says how far the event has come."""
    if trigger.verb or trigger.attributive or context.clauses[trigger.clause].verbs or _is_none(context, trigger):
        return False
    return (
        not (_by_adjective(context, trigger) or governors.status(context, trigger)) and not trigger.group.frame.sudden
    )


def is_loose(context: Context, trigger: Trigger, when: Interval) -> bool:
    """Say whether a known event (*der Streik*) is only mentioned, so that its status must come from elsewhere."""
    if (
        trigger.verb
        or trigger.attributive
        or not is_definite(context, trigger)
        or trigger.group.frame.sudden
        or context.in_state(trigger.token)
    ):
        return False
    if _by_adjective(context, trigger) or governors.status(context, trigger) or by_date(context, when):
        return False
    if presupposed.status(context, trigger, definite=True) is not None:
        return False
    stands = borne(context, trigger.clause, trigger.group_index)
    clause = context.clauses[trigger.clause]
    if stands and clause.lemma in context.words["verbs"]["lasting"] and clause.tense in {"Pres", "Fut"}:
        return not when.known
    if stands and (_by_verb_of_status(context, trigger, when) or _by_phase_verb(context, trigger, when)):
        return False
    group = context.groups[trigger.group_index]
    preposition = context.preposition(group)
    return preposition is None or nominal_position.by_preposition(context, trigger, preposition, when) is None


def _overrides(found: Status | None) -> bool:
    """Say whether what the verb says outweighs the adjective: *Das geplante Treffen wurde abgesagt*."""
    return found in {Status.CANCELLED, Status.DENIED, Status.CONFIRMED}


def _stance_only(context: Context, trigger: Trigger, found: Status) -> Status:
    """Who denies denies the event too; who has not confirmed it leaves it open."""
    statement = context.statement(trigger.token)
    if context.clauses[trigger.clause].lemma in context.words["verbs"]["knowing"]:
        return found
    if statement is not None and statement.stance is Stance.DENIES and found is not Status.CANCELLED:
        carried = borne(context, trigger.clause, trigger.group_index)
        beside = carried and not negated(context, trigger.clause) and stances.told_against(context, trigger.token)
        return found if beside or _is_given(context, trigger) else Status.DENIED
    if statement is not None and statement.stance is Stance.DOUBTS and found is Status.DENIED:
        return Status.POSSIBLE
    confirms = statement is not None and statement.stance is Stance.CONFIRMS
    if found is Status.PLANNED and (confirms or as_planned(context, trigger.clause)):
        return Status.CONFIRMED
    return found


def _is_given(context: Context, trigger: Trigger) -> bool:
    """Say whether who denies something takes the event for granted: *mit dem Überfall habe er nichts zu tun*."""
    if trigger.group_index < 0:
        return False
    if _is_beside_the_act(context, trigger):
        return True
    if borne(context, trigger.clause, trigger.group_index):
        return is_definite(context, trigger) and presupposed.has_no_part(context, trigger)
    preposition, lists = context.preposition(context.groups[trigger.group_index]), context.words["prepositions"]
    return preposition in {*lists["at"], *lists["behind"], *lists["given"]} and is_definite(context, trigger)


def _is_beside_the_act(context: Context, trigger: Trigger) -> bool:
    """Say whether a noun only sets the scene of a denial: *Im Prozess um den Raub wies sie einen Bericht zurück*."""
    statement, phrase = context.statement(trigger.token), context.phrase_of(trigger.group_index)
    if statement is None or statement.type is not StatementType.REPORTED:
        return False
    while phrase is not None and phrase.to is not None and (phrase.preposition or phrase.genitive):
        phrase = context.phrase_of(phrase.to)
    scenes = context.words["prepositions"]
    return phrase is not None and phrase.preposition in {*scenes["at"], *scenes["within"], *scenes["behind"]}


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


def _by_verb_of_status(context: Context, trigger: Trigger, when: Interval) -> Status | None:
    """Read a verb that says of its subject or object how far it has come: *absagen, planen, bestätigen*."""
    lists = context.words["verbs"]
    lemma, negative = context.clauses[trigger.clause].lemma, negated(context, trigger.clause)
    if turns_out(context, trigger.clause):
        return _as_it_turns_out(context, trigger)
    if lemma in lists["planned"] or f"{lemma} {_preposition(context, trigger)}" in lists["planned_with"]:
        return _unplanned(context, trigger.clause) if negative else Status.PLANNED
    for kind, (plain, negated_) in VERBS_OF_STATUS.items():
        if lemma in lists[kind]:
            return negated_ if negative else _firm(trigger, kind, plain)
    return _by_refusal_or_hope(context, trigger, when) or _by_predicate_of(context, trigger, when)


def _preposition(context: Context, trigger: Trigger) -> str | None:
    return context.preposition(context.groups[trigger.group_index]) if trigger.group_index >= 0 else None


def _as_it_turns_out(context: Context, trigger: Trigger) -> Status:
    """Tell *Das Urteil fällt mild aus* from *Die Erhöhung fällt kleiner aus als geplant*."""
    act = trigger.group.frame.sudden or predicated.is_act(trigger)
    ahead = context.clauses[trigger.clause].tense in {"Pres", "Fut"} and not act
    return Status.PLANNED if ahead else Status.HAPPENED


def _firm(trigger: Trigger, kind: str, plain: Status) -> Status:
    """Let what is confirmed have happened where it is nothing that is planned, and what lasts where it is stopped."""
    frame = trigger.group.frame
    over = (plain is Status.CONFIRMED and frame.sudden) or (kind == "stopped" and frame.durative)
    return Status.HAPPENED if over else plain


def _by_refusal_or_hope(context: Context, trigger: Trigger, when: Interval) -> Status | None:
    lists, lemma = context.words["verbs"], context.clauses[trigger.clause].lemma
    definite, negative = is_definite(context, trigger), negated(context, trigger.clause)
    if lemma in context.words["subjects"]["of_refusing"] and not negative and not definite:
        return Status.DENIED
    ahead = when.known and by_date(context, when) is not Status.HAPPENED
    if lemma in lists["expecting"] and not negative and ahead:
        return Status.PLANNED
    impending = lemma in lists["impending"] and context.subject(trigger.clause) == trigger.group_index
    befell = trigger.lemma.lower().endswith(tuple(context.words["occasions"]["happenings"]))
    sudden = trigger.group.frame.sudden or befell
    known = (sudden and definite and not impending) or _is_claimed(context, trigger)
    return Status.POSSIBLE if lemma in lists["possible"] and not known else None


def _is_claimed(context: Context, trigger: Trigger) -> bool:
    """Say whether the verb says what something cost: *Das Beben forderte drei Tote*."""
    words, family = context.words["victims"], trigger.group.frame.family
    costs = context.clauses[trigger.clause].lemma in words["claiming"] and family in words["families"]
    return costs and borne(context, trigger.clause, trigger.group_index)


def _by_predicate_of(context: Context, trigger: Trigger, when: Interval) -> Status | None:
    """Read the predicate, and take back what it says where it is negated: *ist nicht vom Tisch*."""
    negative = negated(context, trigger.clause)
    predicate = _by_predicate(context, trigger)
    if predicate is Status.HAPPENED:
        ahead = context.clauses[trigger.clause].tense == "Fut" or by_date(context, when) is Status.PLANNED
        return Status.ONGOING if negative else Status.PLANNED if ahead else Status.HAPPENED
    if predicate is Status.PLANNED and predicated.had_been(context, trigger.clause):
        return Status.CANCELLED
    if negative and predicated.is_needless(context, trigger.clause):
        return Status.DENIED
    if negative and predicated.is_endangered(context, trigger.clause):
        return Status.CONFIRMED
    return Status.POSSIBLE if predicate in {Status.DENIED, Status.CANCELLED} and negative else predicate


def _unplanned(context: Context, clause: int) -> Status:
    """Tell *noch nicht geplant*, which leaves it open, from *nicht geplant*."""
    yet = any(context.doc[i].lower_ in context.words["adverbs"]["yet"] for i in context.clauses[clause].tokens)
    return Status.POSSIBLE if yet else Status.DENIED


def _by_phase_verb(context: Context, trigger: Trigger, when: Interval) -> Status | None:
    """Read the tense of a verb that carries an event, or of any in whose dated future it is the subject."""
    clause, lists = context.clauses[trigger.clause], context.words["verbs"]
    if clause.lemma in context.words["auxiliaries"]["state"] and predicated.is_taken_as(context, trigger.clause):
        return None
    carried = (
        any(clause.lemma in lists[kind] for kind in ("support", "begin", "continue", "end", "spreading"))
        or trigger.lemma.lower().endswith(tuple(context.words["light"].get(clause.lemma, ())))
        or _is_claimed(context, trigger)
        or predicated.goes_on(context, trigger)
    )
    if not carried and clause.lemma not in trigger.group.only_with and not _is_to_come(context, trigger, when):
        return None
    words = {context.doc[i].lower_ for i in clause.tokens}
    moves = clause.tense == "Pres" and bool(words & set(context.words["adverbs"]["progress"]))
    spreads = clause.lemma in lists["spreading"] and clause.tense in {"Pres", "Perf"} and trigger.group.frame.durative
    if moves or spreads or (narrowing.ends(context, trigger) and _is_later(context, when)):
        return Status.ONGOING
    if predicated.goes_on(context, trigger):
        return Status.ONGOING
    phase = clause_status(context, trigger.clause, main_verb(context, trigger.clause), trigger.group.frame, when)
    if phase is Status.PLANNED and by_date(context, when) is Status.PLANNED:
        return phase
    return _by_phase(clause.lemma, phase, trigger, lists, clause.tense)


def _is_later(context: Context, when: Interval) -> bool:
    published = context.report.published.interval.latest
    return bool(when.latest and published and when.latest > published)


def _is_to_come(context: Context, trigger: Trigger, when: Interval) -> bool:
    """Say whether the event is the subject of a clause that lies ahead: *Am Montag soll der Umzug zum Markt gehen*."""
    clause = context.clauses[trigger.clause]
    ahead = clause.tense == "Fut" or clause.modal in context.words["modals"]["planned"]
    over = by_date(context, when) is Status.HAPPENED
    return ahead and not (over or trigger.group.frame.sudden) and context.subject(trigger.clause) == trigger.group_index


def _by_phase(lemma: str, told: Status, trigger: Trigger, lists: dict[str, list[str]], tense: str) -> Status:
    if lemma in lists["begin"]:
        lasting = trigger.group.frame.durative or not (trigger.group.frame.sudden or predicated.is_act(trigger))
        has_set_in = lemma in lists["setting_in"] and tense == "Perf" and trigger.group.frame.public
        return Status.ONGOING if told is Status.HAPPENED and lasting and not has_set_in else told
    lasts = trigger.group.frame.durative or trigger.group.frame.public
    tried = trigger.group.frame.family in ATTEMPTS
    if lemma in lists["failing"] and told is Status.HAPPENED and not (lasts or tried):
        return Status.CANCELLED
    if lemma in lists["continue"]:
        return Status.ONGOING if told in {Status.PLANNED, Status.ONGOING} or not trigger.group.frame.sudden else told
    if lemma in lists["end"] and told is Status.ONGOING:
        return Status.HAPPENED
    if lemma in lists["lasting"]:
        return told if told is not Status.PLANNED else Status.ONGOING
    return told


def _by_predicate(context: Context, trigger: Trigger) -> Status | None:
    clause = context.clauses[trigger.clause]
    copula = context.doc[clause.finite].lemma_ if clause.finite is not None else ""
    if clause.lemma and not {clause.lemma, copula} & set(context.words["auxiliaries"]["state"]):
        return None
    row, lists = [context.doc[i].lower_ for i in clause.tokens], context.words["predicates"]
    if any(f"{a} {b}" in lists["over"] for a, b in pairwise(row)):
        return Status.HAPPENED
    words = set(row)
    return next((s for s in BY_WEIGHT if s.value in lists and words & set(lists[s.value])), None)


def is_done_by_order(context: Context, trigger: Trigger) -> bool:
    """Say whether to order an event is to have it: *ordnete die Räumung an*, but not *eine Prüfung*."""
    set_off = trigger.group.frame.sudden or is_definite(context, trigger)
    return set_off and presupposed.is_ordered(context, trigger)
