"""How far an event has come, as its clause puts it: tense, mood, modal verbs, governing words, dates."""

from quellenlage.model import Interval, Stance, Statement, Status
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.frames import Frame
from quellenlage.reading.events.triggers import FULL, Trigger

OPEN = frozenset({Status.PLANNED, Status.ONGOING, Status.POSSIBLE})


def of_verb(context: Context, trigger: Trigger, when: Interval) -> Status:
    """Give the status of an event that a verb names, relative to whoever speaks in its clause."""
    if trigger.group.gives:
        found = Status(trigger.group.gives)
    else:
        found = clause_status(context, trigger.clause, trigger.token, trigger.group.frame, when)
    return settle(context, trigger, found)


def settle(context: Context, trigger: Trigger, found: Status) -> Status:
    """Bring in what stands over the event: the statement's stance, and negation in its own clause."""
    found = _by_stance(context.statement(trigger.token), found, _presents(context, trigger.clause))
    if negated(context, trigger.clause) and found in {
        Status.HAPPENED,
        Status.PLANNED,
        Status.ONGOING,
        Status.CONFIRMED,
    }:
        return Status.DENIED
    return found


def _presents(context: Context, clause: int) -> bool:
    return context.clauses[clause].tense in {"Pres", ""}


def _by_stance(statement: Statement | None, found: Status, present: bool) -> Status:
    stance = statement.stance if statement else Stance.ASSERTS
    if stance is Stance.DENIES:
        return Status.DENIED if found is not Status.CANCELLED else found
    if stance is Stance.CONFIRMS and found is Status.PLANNED:
        return Status.CONFIRMED
    if stance in {Stance.DEMANDS, Stance.WARNS, Stance.ASKS} and found in OPEN:
        return Status.POSSIBLE
    if stance is Stance.ANNOUNCES and found is Status.HAPPENED and present:
        return Status.PLANNED
    return found


def negated(context: Context, clause: int) -> bool:
    """Say whether a clause is negated as a whole: not *nicht nur*, *nicht zuletzt*."""
    c, words = context.clauses[clause], context.words["clauses"]
    for i in c.tokens:
        if context.doc[i].lower_ in words["negation"]:
            after = context.doc[i + 1].lower_ if i + 1 < len(context.doc) else ""
            if after not in words["harmless_after_negation"]:
                return True
    return False


def clause_status(context: Context, clause: int, token: int, frame: Frame | None, when: Interval) -> Status:
    """Give the status that a clause gives to the event of its verb at ``token``, negation left aside."""
    found = _by_verb(context, clause, token, frame, when)
    if _uncertain(context, clause, found):
        return Status.POSSIBLE
    return found


def _by_verb(context: Context, clause: int, token: int, frame: Frame | None, when: Interval) -> Status:
    c = context.clauses[clause]
    behind = _perfect_infinitive(context, clause)
    if c.finite is None:
        return Status.HAPPENED if behind else _without_finite(context, clause, token, frame)
    governor = _governor(context, clause, token)
    if governor:
        return _governed(context, governor)
    if c.modal:
        return _by_modal(context, clause, behind)
    return _by_tense(context, clause, token, frame, when)


def _perfect_infinitive(context: Context, clause: int) -> bool:
    """Say whether the clause ends in *geliefert haben*, *geliefert worden sein*."""
    verbs = context.clauses[clause].verbs
    participle = any(context.doc[i].tag_ in {"VVPP", "VAPP"} for i in verbs)
    perfect = context.words["auxiliaries"]["perfect"]
    return participle and any(context.doc[i].tag_ == "VAINF" and context.doc[i].lemma_ in perfect for i in verbs)


def _governor(context: Context, clause: int, token: int) -> str | None:
    """Give the verb over an infinitive with *zu* in the same clause: *plant … zu reisen*."""
    c, doc = context.clauses[clause], context.doc
    zu = doc[token].tag_ == "VVIZU" or (token > 0 and doc[token - 1].tag_ == "PTKZU")
    if not zu or c.finite is None or c.finite == token:
        return None
    return context.lemma(c.finite) if context.lemma(c.finite) == c.lemma or c.finite not in c.verbs else c.lemma


def _governed(context: Context, governor: str) -> Status:
    verbs = context.words["verbs"]
    if governor in context.words["subjects"]["of_refraining"]:
        return Status.POSSIBLE
    for kind in ("planned", "possible", "cancelled"):
        if governor in verbs[kind]:
            return Status(kind)
    return Status.POSSIBLE


def _without_finite(context: Context, clause: int, token: int, frame: Frame | None) -> Status:
    """An infinitive follows the clause around it; a bare participle, as headlines have it, tells what is done."""
    c, words = context.clauses[clause], context.words["clauses"]
    if context.doc[token].tag_ == "VVPP":
        return Status.ONGOING if frame and frame.durative else Status.HAPPENED
    opener = context.doc[c.subordinator].lower_ if c.subordinator is not None else ""
    if opener in words["purpose"]:
        return Status.PLANNED
    if opener in words["without"]:
        return Status.DENIED
    return _governed(context, context.clauses[c.parent].lemma) if c.parent is not None else Status.PLANNED


def _by_modal(context: Context, clause: int, behind: bool) -> Status:
    c, modals = context.clauses[clause], context.words["modals"]
    past = c.tense in {"Past", "Perf", "Pluperf"} and c.konjunktiv == 0
    if c.modal in modals["possible"]:
        return Status.HAPPENED if past else Status.POSSIBLE
    if behind:
        return Status.HAPPENED
    if c.modal in modals["obliged"]:
        return Status.HAPPENED if past else Status.POSSIBLE if c.konjunktiv == 2 else Status.PLANNED
    return Status.PLANNED


def _by_tense(context: Context, clause: int, token: int, frame: Frame | None, when: Interval) -> Status:
    c = context.clauses[clause]
    if c.tense == "Fut":
        return (
            Status.POSSIBLE
            if c.konjunktiv == 2
            else Status.HAPPENED
            if _perfect_infinitive(context, clause)
            else Status.PLANNED
        )
    if c.tense in {"Perf", "Pluperf"}:
        irreal = c.konjunktiv == 2 and context.statement(token) is None
        return Status.POSSIBLE if irreal else Status.HAPPENED
    if c.konjunktiv == 2:
        return Status.POSSIBLE
    return Status.HAPPENED if c.tense == "Past" else _by_present(context, clause, token, frame, when)


def _by_present(context: Context, clause: int, token: int, frame: Frame | None, when: Interval) -> Status:
    c = context.clauses[clause]
    finite = context.doc[c.finite] if c.finite is not None else context.doc[token]
    if context.doc[token].tag_ == "VVPP" and finite.lemma_ in context.words["auxiliaries"]["perfect"]:
        return Status.HAPPENED
    words = {context.doc[i].lower_ for i in c.tokens}
    if words & set(context.words["prepositions"]["since"]):
        return Status.ONGOING
    dated = by_date(context, when)
    if dated is not None:
        return dated
    for kind in (Status.PLANNED, Status.ONGOING):
        if words & set(context.words["adverbs"][kind.value]):
            return kind
    if frame and frame.durative:
        return Status.ONGOING
    return Status.PLANNED if frame and frame.ahead else Status.HAPPENED


def by_date(context: Context, when: Interval) -> Status | None:
    """Tell what lies behind the report's day from what lies ahead of it, where the days say so."""
    published = context.report.published.interval
    if when.earliest and published.latest and when.earliest > published.latest:
        return Status.PLANNED
    if when.latest and published.earliest and when.latest < published.earliest:
        return Status.HAPPENED
    return None


def _uncertain(context: Context, clause: int, found: Status) -> bool:
    """Say whether a condition, a question, an adverb or the clause above leaves the event open."""
    c, words = context.clauses[clause], context.words
    opener = context.doc[c.subordinator].lower_ if c.subordinator is not None else ""
    if opener in words["clauses"]["conditional"] or _verb_first(context, clause):
        return found is not Status.HAPPENED or c.tense == "Pres"
    if any(context.doc[i].lower_ in words["adverbs"]["possible"] for i in c.tokens):
        return True
    if found in OPEN and c.kind == "complement" and c.parent is not None:
        return leaves_open(context, c.parent)
    return _asked(context, clause)


def _verb_first(context: Context, clause: int) -> bool:
    """Say whether the clause is a condition without conjunction: *Sollte sie kommen, …*."""
    c = context.clauses[clause]
    if c.finite is None or c.finite != c.tokens[0]:
        return False
    return c.mood == "Sub" or c.modal in context.words["modals"]["conditional"]


def _asked(context: Context, clause: int) -> bool:
    """Say whether the clause is a question that can be answered by no."""
    c, doc = context.clauses[clause], context.doc
    after = next(
        (doc[i] for i in range(c.tokens[-1] + 1, min(c.tokens[-1] + 3, len(doc))) if doc[i].tag_ == "$."), None
    )
    return (
        after is not None
        and after.text == "?"
        and not any(doc[i].tag_ in {"PWAV", "PWS", "PWAT"} for i in c.tokens[:2])
    )


def leaves_open(context: Context, parent: int) -> bool:
    """Say whether a clause leaves what it governs open: *sie hofft, dass …*, *es ist möglich, dass …*."""
    c, words = context.clauses[parent], context.words
    if c.lemma in words["verbs"]["possible"]:
        return True
    if c.lemma not in words["auxiliaries"]["state"]:
        return False
    return any(context.doc[i].lower_ in words["predicates"]["possible"] for i in c.tokens)


def main_verb(context: Context, clause: int) -> int:
    """Give the token of the clause's main verb; its first token where there is none."""
    c = context.clauses[clause]
    full = [i for i in c.verbs if context.doc[i].tag_ in FULL]
    infinite = [i for i in full if i != c.finite]
    return (infinite or full or list(c.verbs) or [c.tokens[0]])[0]
