"""How far an event has come that a noun names, by where the noun stands: behind which preposition, known or not."""

from quellenlage.model import Interval, Status
from quellenlage.reading.events import predicated
from quellenlage.reading.events.conditions import asked, leaves_open
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.negation import negated
from quellenlage.reading.events.present import by_date, by_weekday, is_bygone, on_weekday
from quellenlage.reading.events.status import clause_status, main_verb, perfect_infinitive
from quellenlage.reading.events.triggers import Trigger, begins_with, borne

DEFINITE = frozenset({"ART", "PDAT", "PPOSAT", "APPRART", "NE"})


def status(context: Context, trigger: Trigger, when: Interval) -> Status:
    """Without a verb or adjective that tells: the preposition before the noun, the days, the nature of the event."""
    group = context.groups[trigger.group_index] if trigger.group_index >= 0 else None
    preposition = context.preposition(group) if group else None
    if context.in_state(trigger.token) and trigger.group.frame.ahead:
        return Status.PLANNED if context.clauses[trigger.clause].tense == "Fut" else Status.ONGOING
    if preposition in context.words["prepositions"]["loose"] and _of_nothing(context, trigger):
        return Status.DENIED
    placed = by_preposition(context, trigger, preposition, when) if preposition else None
    if placed is not None:
        return placed
    dated = by_date(context, when)
    if context.clauses[trigger.clause].tense == "Pres":
        dated = dated or by_weekday(when) or on_weekday(context, trigger.clause, when)
    if dated is not None:
        return dated
    if trigger.group.frame.sudden:
        return Status.HAPPENED
    return _by_definiteness(context, trigger, preposition)


def _of_nothing(context: Context, trigger: Trigger) -> bool:
    """Say whether there is none of it: *Von einer Festnahme weiß man nichts, an einen Abgang denkt niemand*."""
    return negated(context, trigger.clause) and not is_definite(context, trigger)


def by_preposition(context: Context, trigger: Trigger, preposition: str, when: Interval) -> Status | None:
    """Read the preposition before a noun: *nach dem Treffen, vor der Wahl, bei einem Unfall*."""
    clause, lists = context.clauses[trigger.clause], context.words["prepositions"]
    if preposition in lists["reason"] and by_date(context, when) is Status.PLANNED:
        return Status.PLANNED
    if preposition in lists["behind"]:
        lasting = preposition in lists["reason"] and clause.tense == "Pres" and not clause.modal
        if lasting and trigger.group.frame.durative:
            return Status.ONGOING
        return Status.PLANNED if clause.tense == "Fut" else Status.HAPPENED
    course = _in_course(context, trigger, preposition)
    # *Im Prozess um die Kasse haben zwei ausgesagt*: it goes on.
    if trigger.group.frame.durative and preposition in lists["within"] and clause.tense == "Perf":
        course = course or Status.ONGOING
    staged = preposition in lists["within"] and not trigger.group.frame.sudden
    staged = staged and not context.is_aimed_at(trigger.group_index)
    staged = staged or preposition in lists["at"] or is_means(context, trigger)
    if course is None and staged and clause.verbs:
        scene = _by_scene(context, trigger)
        ahead = is_definite(context, trigger) and by_date(context, when) is Status.PLANNED
        return Status.PLANNED if scene is Status.POSSIBLE and ahead else scene
    if preposition in lists["ahead"]:
        return Status.HAPPENED if is_bygone(context, when) else _by_before(context, trigger)
    return course


def is_means(context: Context, trigger: Trigger) -> bool:
    """Say whether an event is how something is done: *Sie legen den Hafen am Montag mit einem Streik lahm*."""
    group = context.groups[trigger.group_index] if trigger.group_index >= 0 else None
    if group is None or context.preposition(group) not in context.words["prepositions"]["given"]:
        return False
    public = trigger.group.frame.family in context.words["occasions"]["means"]
    means = public or begins_with(context, trigger.clause, trigger.group_index)
    return means and not borne(context, trigger.clause, trigger.group_index) and not is_definite(context, trigger)


def _by_before(context: Context, trigger: Trigger) -> Status:
    """Tell *vor dem Treffen*, which lies ahead, from *floh vor den Kämpfen* and *vor dem Unfall klafften Risse*."""
    clause = context.clauses[trigger.clause]
    if clause.lemma in context.words["prepositions"]["from_verbs"]:
        return Status.ONGOING if trigger.group.frame.durative or _many(context, trigger) else Status.HAPPENED
    told = clause.tense == "Past" and trigger.group.frame.sudden and is_definite(context, trigger)
    told = told or perfect_infinitive(context, trigger.clause)
    return Status.HAPPENED if told or clause.tense == "Pluperf" else Status.PLANNED


def _many(context: Context, trigger: Trigger) -> bool:
    return trigger.group_index >= 0 and context.groups[trigger.group_index].number == "Plur"


def _in_course(context: Context, trigger: Trigger, preposition: str) -> Status | None:
    """Read *ist auf der Flucht, bleibt in Haft, steckt im Bau*: under way."""
    clause = context.clauses[trigger.clause]
    lists = context.words["auxiliaries"]
    staged = preposition in context.words["prepositions"]["within"]
    is_so = clause.lemma in {*lists["perfect"], *lists["remaining"], *lists["staying"]} and clause.tense == "Pres"
    return Status.ONGOING if staged and is_so and not clause.modal else None


def _by_scene(context: Context, trigger: Trigger) -> Status | None:
    """Let *bei dem Treffen* have come as far as what is told of it; a bare present tells nothing."""
    clause = context.clauses[trigger.clause]
    found = clause_status(context, trigger.clause, main_verb(context, trigger.clause), trigger.group.frame, Interval())
    if clause.tense in {"Past", "Perf", "Pluperf"} and clause.konjunktiv != 2 and not clause.modal:
        return Status.HAPPENED
    return found if clause.modal or clause.tense == "Fut" else None


def _by_definiteness(context: Context, trigger: Trigger, preposition: str | None) -> Status:
    """A known event in a clause about the past has happened; of an unknown one nothing is said."""
    clause = context.clauses[trigger.clause]
    if clause.kind == "complement" and clause.parent is not None and leaves_open(context, clause.parent):
        return Status.POSSIBLE
    if not clause.verbs:
        lasting = trigger.group.frame.ahead or trigger.group.frame.durative
        return Status.ONGOING if lasting else Status.HAPPENED
    past = clause.tense in {"Past", "Perf", "Pluperf"}
    topic = preposition in context.words["prepositions"]["topic"]
    if trigger.group.frame.durative and clause.modal in context.words["modals"]["possible"] and not past:
        return Status.POSSIBLE  # *Haftbefehl könnte noch erlassen werden.*
    if trigger.group.frame.durative and not topic and clause.verbs:
        return Status.HAPPENED if past else Status.ONGOING
    against = preposition in context.words["prepositions"]["against"]
    # *Gegen den Anschlag, gegen das Urteil*: there was one; *gegen den Umbau* is planned at least.
    done = trigger.group.frame.sudden or trigger.group.frame.public or predicated.is_act(trigger)
    opposed = preposition in context.words["prepositions"]["opposed"] and not done
    known = ((past and not topic) or against or predicated.is_given(context, trigger)) and not opposed
    if not is_definite(context, trigger):
        return Status.POSSIBLE
    # *Grund sei der Rückzug der Bank*: what is known, and not over, is at least planned.
    awaited = clause.lemma in context.words["verbs"]["outstanding"]
    open_ = awaited or clause.modal in context.words["modals"]["possible"] or asked(context, trigger.clause)
    direct = preposition is None or preposition in context.words["prepositions"]["given"]
    firm = opposed or (direct and clause.tense == "Pres" and clause.konjunktiv != 2 and not open_)
    return Status.HAPPENED if known else Status.PLANNED if firm else Status.POSSIBLE


def is_definite(context: Context, trigger: Trigger) -> bool:
    """Say whether a noun has an article or name before it that makes its event a known one."""
    group = context.groups[trigger.group_index] if trigger.group_index >= 0 else None
    if group is None:
        return False
    indefinite = context.words["clauses"]["indefinite"]
    before = [context.doc[i] for i in range(group.start, trigger.token)]
    return any(t.tag_ in DEFINITE and t.lemma_ not in indefinite for t in before)
