"""How far an event has come, as its clause puts it: tense, mood, modal verbs, governing words, dates."""

from itertools import pairwise

from quellenlage.model import Interval, Stance, Status
from quellenlage.reading.events import stances
from quellenlage.reading.events.conditions import OPEN, perhaps, uncertain
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.described import aimed
from quellenlage.reading.events.frames import Frame
from quellenlage.reading.events.headlines import in_headline
from quellenlage.reading.events.negation import negated
from quellenlage.reading.events.present import by_date, by_nature, by_present, has_to_since
from quellenlage.reading.events.triggers import FULL, Trigger

GENERIC = "generic"
DENIABLE = frozenset({Status.HAPPENED, Status.PLANNED, Status.ONGOING, Status.CONFIRMED})


def of_verb(context: Context, trigger: Trigger, when: Interval) -> Status:
    """Give the status of an event that a verb names, relative to whoever speaks in its clause."""
    if trigger.group.gives:
        found = Status(trigger.group.gives)
    else:
        found = clause_status(context, trigger.clause, trigger.token, trigger.group.frame, when)
    if found is Status.HAPPENED and _is_put_off(context, trigger, when):
        found = Status.PLANNED
    return settle(context, trigger, found)


def _is_put_off(context: Context, trigger: Trigger, when: Interval) -> bool:
    """Say whether something is put off to a day ahead: *Das Gericht hat sie auf den 21. Oktober verlegt*."""
    if trigger.group.frame.id != GENERIC or trigger.lemma not in context.words["verbs"]["postponed"]:
        return False
    c = context.clauses[trigger.clause]
    days = [t for t in context.times_in(c.start, c.end) if aimed(context, t)]
    # A day without a year was anchored by the tense, which is that of the putting off.
    ahead = by_date(context, when) is not Status.HAPPENED or any(t.form.startswith("day:") for t in days)
    return bool(days) and ahead and c.tense != "Pluperf" and not negated(context, trigger.clause)


def settle(context: Context, trigger: Trigger, found: Status) -> Status:
    """Bring in what stands over the event: the statement's stance, and negation in its own clause."""
    stance = stances.at(context, trigger.token)
    carried = trigger.verb or trigger.bearer is not None
    if stance is Stance.DENIES and carried and _is_done_or_told(context, trigger):
        stance = Stance.ASSERTS
    if found is Status.POSSIBLE and perhaps(context, trigger.clause, trigger.token):
        return found
    found = _by_stance(stance, found, _presents(context, trigger.clause))
    denied = negated(context, trigger.clause, trigger.token) or _denied_above(context, trigger.clause)
    if found in DENIABLE and denied:
        open_ = stance is Stance.DOUBTS or _not_yet(context, trigger.clause)
        return Status.POSSIBLE if open_ else Status.DENIED
    firm = as_planned(context, trigger.clause) or _is_affirmed(context, trigger.clause)
    if found is Status.PLANNED and (firm or _takes_place(context, trigger)):
        return Status.CONFIRMED
    return found


def _is_done_or_told(context: Context, trigger: Trigger) -> bool:
    """Say whether a denial is not of this event: it does the denying (*wies die Klage ab*), or stands beside."""
    own = trigger.group.frame.id != GENERIC and trigger.lemma in context.words["verbs"]["denied"]
    return own or stances.told_against(context, trigger.token)


def _is_affirmed(context: Context, clause: int) -> bool:
    """Say whether the clause is what somebody stays with: *Sie bekräftigte, dass sie im Mai kommt*."""
    c = context.clauses[clause]
    above = context.clauses[c.parent] if c.kind == "complement" and c.parent is not None else None
    return above is not None and above.lemma in context.words["verbs"]["affirming"] and not above.negated


def _takes_place(context: Context, trigger: Trigger) -> bool:
    """Say whether all that is said of a known event is that it will be: *Der Markt findet statt*, no *in Lund*."""
    c, group = context.clauses[trigger.clause], context.subject(trigger.clause)
    if (
        c.lemma not in context.words["verbs"]["taking_place"]
        or c.modal
        or group is None
        or group != trigger.group_index
    ):
        return False
    own = range(context.groups[group].start, context.groups[group].end)
    articles = {context.doc[i].lemma_ for i in own if context.doc[i].tag_ in {"ART", "PDAT", "PPOSAT"}}
    known = bool(articles) and articles.isdisjoint(context.words["clauses"]["indefinite"])
    beside = [i for phrase in context.phrases(trigger.clause) for i in phrase.groups if i != group]
    dated = [t for t in context.times_in(c.start, c.end) if context.tokens(t.span)[0] not in own]
    return known and not beside and not dated


def _not_yet(context: Context, clause: int) -> bool:
    """Say whether it is only not yet so: *Die Strecke konnte noch nicht freigegeben werden*."""
    words = [context.doc[i].lower_ for i in context.clauses[clause].tokens]
    yet, negation = context.words["adverbs"]["yet"], context.words["clauses"]["negation"]
    return any(a in yet and b in negation for a, b in pairwise(words))


def as_planned(context: Context, clause: int) -> bool:
    """Say whether the clause says that it stays with the plan: *findet wie vorgesehen im Mai statt*."""
    words = [context.doc[i].lower_ for i in context.clauses[clause].tokens]
    lists = context.words["predicates"]
    return any(a in lists["likeness"] and b in lists["as_planned"] for a, b in pairwise(words))


def _denied_above(context: Context, clause: int) -> bool:
    """Say whether the clause is what the one around it denies: *Sie wies Berichte zurück, wonach er gehe*."""
    c = context.clauses[clause]
    if c.parent is None:
        return False
    spelt_out = c.kind == "complement" or context.doc[c.tokens[0]].lower_ in context.words["clauses"]["content"]
    above = context.clauses[c.parent]
    return spelt_out and above.lemma in context.words["verbs"]["denied"] and not above.negated


def _presents(context: Context, clause: int) -> bool:
    return context.clauses[clause].tense in {"Pres", ""} and not perfect_infinitive(context, clause)


def _by_stance(stance: Stance, found: Status, present: bool) -> Status:
    if stance is Stance.DENIES:
        return Status.DENIED if found is not Status.CANCELLED else found
    if stance is Stance.CONFIRMS and found is Status.PLANNED:
        return Status.CONFIRMED
    if stance in {Stance.DEMANDS, Stance.WARNS, Stance.ASKS} and found in OPEN:
        return Status.POSSIBLE
    if stance is Stance.ANNOUNCES and found is Status.HAPPENED and present:
        return Status.PLANNED
    return found


def clause_status(context: Context, clause: int, token: int, frame: Frame | None, when: Interval) -> Status:
    """Give the status that a clause gives to the event of its verb at ``token``, negation left aside."""
    found = _by_verb(context, clause, token, frame, when)
    if uncertain(context, clause, token, found):
        return Status.POSSIBLE
    return found


def _by_verb(context: Context, clause: int, token: int, frame: Frame | None, when: Interval) -> Status:
    c = context.clauses[clause]
    behind = perfect_infinitive(context, clause)
    if _shares_perfect(context, clause):
        return Status.HAPPENED
    if c.finite is not None and context.doc[c.finite].lemma_ in context.words["auxiliaries"]["remaining"]:
        ahead = c.tense == "Fut" or by_date(context, when) is Status.PLANNED
        return Status.HAPPENED if c.tense == "Past" else Status.PLANNED if ahead else Status.ONGOING
    if c.finite is None or _is_cut_short(context, clause, token):
        return Status.HAPPENED if behind else _without_finite(context, clause, token, frame, when)
    governor = _governor(context, clause, token)
    if governor:
        return _governed(context, governor)
    if c.modal:
        return (
            Status.ONGOING
            if has_to_since(context, clause)
            else _by_modal(context, clause, behind and not _to_be_reached(context, clause, when))
        )
    return _by_tense(context, clause, token, frame, when)


def perfect_infinitive(context: Context, clause: int) -> bool:
    """Say whether the clause ends in *geliefert haben*, *geliefert worden sein*."""
    verbs = context.clauses[clause].verbs
    before = [i for i in verbs if context.doc[i].tag_ == "VVINF" and i + 1 in verbs]
    participle = bool(before) or any(context.doc[i].tag_ in {"VVPP", "VAPP"} for i in verbs)
    perfect = context.words["auxiliaries"]["perfect"]
    return participle and any(context.doc[i].tag_ == "VAINF" and context.doc[i].lemma_ in perfect for i in verbs)


def _shares_perfect(context: Context, clause: int) -> bool:
    """Say whether its seeming verb is a participle with the end of the next: *verladen und verkauft haben soll*."""
    c, after = context.clauses[clause], clause + 1
    if c.finite is None or c.kind == "main" or after >= len(context.clauses) or not context.clauses[after].joined:
        return False
    verb = context.doc[c.finite]
    ends = c.finite == c.tokens[-1] and verb.tag_ == "VVFIN" and verb.lower_ == context.lemma(c.finite)
    return ends and context.clauses[after].subordinator is None and perfect_infinitive(context, after)


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
    return Status.PLANNED if governor in verbs["disclosing"] else Status.POSSIBLE


def _is_plural_present(context: Context, clause: int, token: int) -> bool:
    """Say whether a headline's verb in second place only looks like an infinitive: *Ermittler durchsuchen Rathaus*."""
    c, doc = context.clauses[clause], context.doc
    bare = c.kind == "main" and c.subordinator is None and doc[token].tag_ == "VVINF" and doc[token - 1].tag_ != "PTKZU"
    if not bare or not in_headline(context, token) or c.tokens[0] == token or c.tokens[-1] == token:
        return False
    before = context.group_of[token - 1]
    return before >= 0 and context.groups[before].start == c.tokens[0]


def _without_finite(context: Context, clause: int, token: int, frame: Frame | None, when: Interval) -> Status:
    """An infinitive follows the clause around it; a bare participle, as headlines have it, tells what is done."""
    c, words = context.clauses[clause], context.words["clauses"]
    if context.doc[token].tag_ == "VVPP" or c.finite is not None or c.kind == "participle":
        return _bare_participle(context, clause, frame, when)
    if context.doc[token].tag_ not in FULL:
        return by_nature(context, token, frame)
    if _is_plural_present(context, clause, token):
        return by_present(context, clause, token, frame, when)
    opener = context.doc[c.subordinator].lower_ if c.subordinator is not None else ""
    if opener in words["purpose"]:
        return Status.PLANNED
    if opener in words["without"]:
        return Status.DENIED
    governed = _governed(context, context.clauses[c.parent].lemma) if c.parent is not None else Status.PLANNED
    return _of_a_noun(context, clause) or _by_success(context, c.parent) or governed


def _by_success(context: Context, parent: int | None) -> Status | None:
    """Read an infinitive that came about as the verb above it did: *Ihr gelang es, zu fliehen*."""
    above = context.clauses[parent] if parent is not None else None
    if above is None or above.lemma not in context.words["subjects"]["of_succeeding"] or above.modal:
        return None
    if above.tense not in {"Past", "Perf", "Pluperf"}:
        return None
    return Status.DENIED if negated(context, parent or 0) else Status.HAPPENED


def _of_a_noun(context: Context, clause: int) -> Status | None:
    """Read the noun that an infinitive spells out: *nach dem Beschluss, das Bad zu schließen*."""
    start = context.clauses[clause].start
    index = context.group_of[start - 2] if start > 1 and context.doc[start - 1].text == "," else -1
    if index < 0:
        return None
    noun = context.doc[context.groups[index].head].lemma_.lower().replace("ß", "ss")
    governors = context.words["governors"]
    if noun.endswith((*governors["resolved"], *governors["planned"])):
        return Status.PLANNED
    return Status.POSSIBLE if noun.endswith(tuple(governors["possible"])) else None


def _is_cut_short(context: Context, clause: int, token: int) -> bool:
    """Say whether a headline's last word only looks like a finite verb: *Uferstraße bis Freitag gesperrt*."""
    c, word = context.clauses[clause], context.doc[token].lower_
    if c.finite != token or c.tokens[-1] != token or c.tokens[0] == token or not in_headline(context, token):
        return False
    prefix = context.words["participles"]["prefix"]
    return word.startswith(prefix) and word.endswith("t") and not context.lemma(token).startswith(prefix)


def _bare_participle(context: Context, clause: int, frame: Frame | None, when: Interval) -> Status:
    modal = _modal_before(context, clause)
    if modal is not None:
        return _by_modal(context, modal, behind=False)
    words, lists = {context.doc[i].lower_ for i in context.clauses[clause].tokens}, context.words["prepositions"]
    if by_date(context, when) is Status.PLANNED and words & set(lists["opening"]):
        return Status.PLANNED
    until = frame is not None and frame.onset and bool(words & set(lists["closing"]))
    return Status.ONGOING if until or (frame and frame.durative) else Status.HAPPENED


def _modal_before(context: Context, clause: int) -> int | None:
    """Give the clause whose modal verb waits for this passive: *soll Frau Holt, die Zeugin, · gehört werden*."""
    verbs = context.clauses[clause].verbs
    if not any(context.doc[i].tag_ == "VAINF" for i in verbs):
        return None
    sentence = context.doc[context.clauses[clause].start].sent
    for n in range(clause - 1, max(-1, clause - 4), -1):
        if context.doc[context.clauses[n].start].sent != sentence:
            return None
        if context.clauses[n].modal and not any(context.doc[i].tag_ in FULL for i in context.clauses[n].verbs):
            return n
    return None


def _by_modal(context: Context, clause: int, behind: bool) -> Status:
    c, modals = context.clauses[clause], context.words["modals"]
    past = (c.tense in {"Past", "Perf", "Pluperf"} and c.konjunktiv == 0) or _had_to(context, clause)
    if _fell_through(context, clause) or _ought_to_have(context, clause):
        return Status.CANCELLED
    if c.modal in modals["possible"]:
        return Status.HAPPENED if past else Status.POSSIBLE
    if behind:
        return Status.HAPPENED
    if c.modal in modals["obliged"]:
        return Status.HAPPENED if past else Status.POSSIBLE if c.konjunktiv == 2 else Status.PLANNED
    return Status.PLANNED


def _had_to(context: Context, clause: int) -> bool:
    """Say whether the modal verb itself stands in the perfect: *Sie haben ihre Häuser verlassen müssen*."""
    c = context.clauses[clause]
    helps = c.finite is not None and context.doc[c.finite].lemma_ in context.words["auxiliaries"]["perfect"]
    return helps and c.konjunktiv != 2 and c.modal not in context.words["modals"]["planned"]


def _fell_through(context: Context, clause: int) -> bool:
    """Say whether a past plan is told as one that nothing came of: *Sie wollte eigentlich kommen*."""
    c = context.clauses[clause]
    past = c.tense in {"Past", "Perf", "Pluperf"} or c.konjunktiv == 2
    if not past or c.modal not in context.words["modals"]["planned"]:
        return False
    once = any(context.doc[i].lower_ in context.words["adverbs"]["once"] for i in c.tokens)
    return (once and context.statement(c.tokens[0]) is None) or _came_to_nothing(context, clause)


def _came_to_nothing(context: Context, clause: int) -> bool:
    """Say whether the next clause sets against a past plan that it was not to be: *…, doch daraus wurde nichts*."""
    after = clause + 1
    if after >= len(context.clauses):
        return False
    c, here = context.clauses[after], context.clauses[clause]
    if c.kind != "main" or c.tense != "Past" or context.doc[c.start].sent != context.doc[here.start].sent:
        return False
    against = any(context.doc[i].lower_ in context.words["clauses"]["contrast"] for i in c.tokens[:3])
    return against and negated(context, after)


def _ought_to_have(context: Context, clause: int) -> bool:
    """Say whether it was to be and did not come about: *Er hätte im Mai kommen sollen*."""
    c = context.clauses[clause]
    lists = context.words["auxiliaries"]
    past = c.finite is not None and context.doc[c.finite].lemma_ in lists["perfect"] and c.konjunktiv == 2
    # In a clause below another *hätte* stands before the infinitives: *die am Montag hätte öffnen sollen*.
    past = past or (c.kind != "main" and any(context.doc[i].lower_ in lists["ought"] for i in c.verbs))
    return past and c.modal in context.words["modals"]["planned"]


def _to_be_reached(context: Context, clause: int, when: Interval) -> bool:
    """Say whether a state is to be reached by a day, so that nothing lies behind: *soll bis Freitag repariert sein*."""
    c = context.clauses[clause]
    words = {context.doc[i].lower_ for i in c.tokens}
    if any(context.doc[i].tag_ == "VAPP" for i in c.verbs) or c.modal not in context.words["modals"]["planned"]:
        return False
    if c.lemma in context.language.table("clauses")["perfect_with_sein"]:
        return False
    return by_date(context, when) is Status.PLANNED or bool(words & set(context.words["prepositions"]["closing"]))


def _by_tense(context: Context, clause: int, token: int, frame: Frame | None, when: Interval) -> Status:
    c = context.clauses[clause]
    if c.tense == "Fut":
        return _by_future(context, clause, token)
    if c.tense in {"Perf", "Pluperf"}:
        irreal = c.konjunktiv == 2 and context.statement(token) is None
        return Status.POSSIBLE if irreal else Status.HAPPENED
    if c.konjunktiv == 2 and not _only_reported(context, clause, token):
        return Status.POSSIBLE
    return Status.HAPPENED if c.tense == "Past" else by_present(context, clause, token, frame, when)


def _only_reported(context: Context, clause: int, token: int) -> bool:
    """Say whether Konjunktiv II only marks what somebody says: *Die Gespräche würden am Montag aufgenommen.*

    A plural has no Konjunktiv I of its own that could be told from the indicative.
    """
    c = context.clauses[clause]
    if context.statement(token) is None or c.finite is None or c.tense == "Past":
        return False
    return c.passive or "Plur" in context.doc[c.finite].morph.get("Number", [])


def _by_future(context: Context, clause: int, token: int) -> Status:
    """Read *wird* and *würde*: in what somebody says, *würden* only stands for a *werden* that shows no mood."""
    if perfect_infinitive(context, clause):
        return Status.HAPPENED
    irreal = context.clauses[clause].konjunktiv == 2 and context.statement(token) is None
    return Status.POSSIBLE if irreal else Status.PLANNED


def main_verb(context: Context, clause: int) -> int:
    """Give the token of the clause's main verb; its first token where there is none."""
    c = context.clauses[clause]
    full = [i for i in c.verbs if context.doc[i].tag_ in FULL]
    infinite = [i for i in full if i != c.finite]
    return (infinite or full or list(c.verbs) or [c.tokens[0]])[0]
