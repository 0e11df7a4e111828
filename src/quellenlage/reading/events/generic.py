"""Events of no frame that a verb names: what a clause tells as done, to come or undergone, with something in it."""

from collections.abc import Collection, Iterator

from quellenlage.language import table
from quellenlage.model import UNKNOWN, StatementType, Status, TimeType
from quellenlage.reading.events import set_phrases
from quellenlage.reading.events.acting import ACTING
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.derivation import derived, excluded, named_by_day, verbs_of
from quellenlage.reading.events.earlier import usable
from quellenlage.reading.events.frames import Frame, Group
from quellenlage.reading.events.headlines import in_headline
from quellenlage.reading.events.negation import negated
from quellenlage.reading.events.roles import of_verb
from quellenlage.reading.events.status import clause_status
from quellenlage.reading.events.triggers import FULL, Trigger, borne, verb_lemma
from quellenlage.reading.events.turning_out import turns_out

GENERIC = Group(Frame("generic", "Ereignis", None, "generic"))
CERTAIN = frozenset({"ART", "CARD", "NE", "PDAT", "PIAT", "PPOSAT"})
NAMING = frozenset({"NN", "NE", "NNI", "NNA"})
TOLD = frozenset({"Past", "Perf", "Pluperf", "Fut"})
TURNING = ("begin", "end", "cancelled", "postponed")
# How it goes on with an event, which its own noun may tell beside them: *Das Feuer hat sich ausgebreitet*.
COURSE = ("course", "lifting", "prolonging", "arriving")
AHEAD = frozenset({Status.PLANNED, Status.HAPPENED, Status.CANCELLED})


def find(context: Context, taken: Collection[int]) -> Iterator[Trigger]:
    """Give a trigger for each clause outside ``taken`` that tells an event: no state, no speech, no thought."""
    for n, clause in enumerate(context.clauses):
        if n in taken or turns_out(context, n):
            continue
        for token in clause.verbs:
            if context.doc[token].tag_ not in FULL or not context.readable(token) or context.cue_of[token] >= 0:
                continue
            trigger = Trigger(token, n, GENERIC, verb_lemma(context, n, token), verb=True)
            if _tells(context, trigger) and _somebody(context, trigger):
                yield trigger


def without_course(context: Context, found: Collection[Trigger]) -> list[Trigger]:
    """Leave out the verbs that only say how it goes on with an event whose noun stands beside them."""
    told = {t.clause for t in found if not t.verb and borne(context, t.clause, t.group_index)}
    return [t for t in found if not (t.verb and t.group is GENERIC and t.clause in told and _is_course(context, t))]


def _is_course(context: Context, trigger: Trigger) -> bool:
    return any(trigger.lemma in context.words["verbs"][kind] for kind in COURSE)


def _tells(context: Context, trigger: Trigger) -> bool:
    """Say whether a verb names an event and its clause tells it as done, as to come, or of a certain day."""
    code = context.language.code
    if _carries(context, trigger):
        return False
    if trigger.lemma in named_by_day(code) and _on_a_day(context, trigger):
        return True
    if _idle(context, trigger) or _only_says(context, trigger):
        return False
    if _turns(context, trigger.lemma):
        return not _about_an_event(context, trigger.clause) and _is_told(context, trigger)
    if trigger.lemma in excluded(code) or _of_status(context, trigger.lemma):
        seen = trigger.lemma in verbs_of(code, "with_a_thing") and on_a_thing(context, trigger)
        return seen and not _speaks(context, trigger) and _is_told(context, trigger)
    return _is_told(context, trigger)


def _only_says(context: Context, trigger: Trigger) -> bool:
    """Say whether verb and object together are an act of speech: *Sie erhob Vorwürfe, er äußerte Zweifel*."""
    clause, nouns = context.clauses[trigger.clause], tuple(context.words["generic"]["said"])
    if trigger.lemma not in context.words["generic"]["saying"]:
        return False
    things = [clause.subject] if clause.passive else clause.objects
    heads = (context.doc[r[1] - 1] for r in things if r is not None and r[1] <= len(context.doc))
    return any(head.tag_ == "NN" and head.lemma_.lower().endswith(nouns) for head in heads)


def _carries(context: Context, trigger: Trigger) -> bool:
    """Say whether a verb only carries the noun beside it: *Der Rat fasste einen Beschluss*."""
    if set_phrases.of_clause(context, trigger.clause) is not None and _about_an_event(context, trigger.clause):
        return True
    nouns = tuple(w for kind in ("light", "idioms") for w in context.words[kind].get(trigger.lemma, ()))
    heads = (context.doc[context.groups[n].head] for n in context.groups_of(trigger.clause))
    return bool(nouns) and any(head.lemma_.lower().endswith(nouns) for head in heads)


def _turns(context: Context, lemma: str) -> bool:
    """Say whether a verb begins, ends, puts off or calls off whatever it is said of: *Sie zog den Entwurf zurück*."""
    held, states = context.words["occasions"], table(context.language.code, "eventive")["verbs"]["state"]
    if lemma in held["subject_of"] or lemma in held["object_of"] or lemma in states:
        return False
    return any(lemma in context.words["verbs"][kind] for kind in TURNING)


def _about_an_event(context: Context, n: int) -> bool:
    """Say whether a clause has a bare noun of event, or an infinitive below it, of which its verb speaks."""
    return any(_names_event(context, index) for index in context.groups_of(n) if _is_bare(context, index))


def _is_bare(context: Context, index: int) -> bool:
    return context.groups[index].preposition is None


def _names_event(context: Context, index: int) -> bool:
    word = context.doc[context.groups[index].head].lemma_
    found = derived(word, context.language.code)
    return context.names_event(index) or (found is not None and not found.common)


def _speaks(context: Context, trigger: Trigger) -> bool:
    """Say whether a verb of letting somebody know says what a source lets him know, and no one speaks of that.

    *Sie warnte die Anwohner vor dem Sturm*, but not *die Stadt sei gewarnt worden, sagte sie*.
    """
    if trigger.lemma not in verbs_of(context.language.code, "letting_know"):
        return False
    statement = context.statement(trigger.token)
    told = statement is not None and statement.type is not StatementType.REPORTED
    return not (told or context.clauses[trigger.clause].passive)


def on_a_thing(context: Context, trigger: Trigger) -> bool:
    """Say whether a verb of many meanings is said of something solid: no *Rolle*, no *Beitrag*."""
    clause = context.clauses[trigger.clause]
    alone = trigger.lemma in verbs_of(context.language.code, "of_its_subject")
    things = [clause.subject] if clause.passive or alone else clause.objects
    found = [r for r in things if r is not None and r[0] < len(context.doc) and _is_solid(context, r)]
    events = table(context.language.code, "eventive")["with_a_thing"]["no_events"]
    return any(trigger.lemma not in events or not context.names_event(context.group_of[r[0]]) for r in found)


def _is_solid(context: Context, place: tuple[int, int]) -> bool:
    """Say whether a noun group is headed by a noun or name, and by none that only goes with a verb."""
    index = context.group_of[place[0]]
    head = context.doc[context.groups[index].head if index >= 0 else place[1] - 1]
    words, word = table(context.language.code, "eventive")["with_a_thing"], head.lemma_.lower()
    return head.tag_ in NAMING and not (word.endswith(tuple(words["airy"])) or word in words["airy_words"])


def _negates_other(context: Context, trigger: Trigger) -> bool:
    """Say whether only a verb beside is negated: *Er wurde nicht gefasst, sondern vernommen*."""
    return negated(context, trigger.clause) and not negated(context, trigger.clause, trigger.token)


def _is_told(context: Context, trigger: Trigger) -> bool:
    """Say whether tense, voice, mood or a day make the clause one that tells."""
    clause = context.clauses[trigger.clause]
    if clause.negated and not _negates_other(context, trigger) and context.statement(trigger.token) is None:
        return _ruled_out(context, trigger)
    if clause.finite is None:
        return _without_finite(context, trigger)
    if clause.modal:
        found = clause_status(context, trigger.clause, trigger.token, None, UNKNOWN)
        # *Sie will Zelte bestellen, falls es regnet.*
        intended = clause.modal in context.words["generic"]["intended"] and on_a_thing(context, trigger)
        return found in AHEAD or intended or dated(context, trigger.clause)
    if clause.tense in TOLD or (clause.passive and not _is_state(context, trigger)):
        habit = clause.tense == "Pres" and _is_usual(context, trigger)
        return not habit and (clause.konjunktiv != 2 or context.statement(trigger.token) is not None)
    if (
        _stays_so(context, trigger)
        or dated(context, trigger.clause)
        or _again(context, trigger.clause)
        or in_headline(context, trigger.token)
    ):
        return True
    return _reached(context, trigger) if clause.passive else _under_way(context, trigger)


def _stays_so(context: Context, trigger: Trigger) -> bool:
    """Say whether what was done holds on: *Sie bleibt suspendiert.*"""
    clause, remaining = context.clauses[trigger.clause], context.words["auxiliaries"]["remaining"]
    stays = clause.finite is not None and context.lemma(clause.finite) in remaining
    return stays and context.doc[trigger.token].tag_ == "VVPP" and clause.konjunktiv != 2


def _ruled_out(context: Context, trigger: Trigger) -> bool:
    """Say whether a negated clause tells what will not be done: *Die Bäume werden nicht gefällt*."""
    clause = context.clauses[trigger.clause]
    if clause.passive and _is_state(context, trigger):
        return _reached(context, trigger)
    return clause.modal is None and clause.konjunktiv != 2 and (clause.tense == "Fut" or clause.passive)


def _reached(context: Context, trigger: Trigger) -> bool:
    """Say whether a state is told as one that has come about, or has yet to: *ist inzwischen geräumt*."""
    clause, words = context.clauses[trigger.clause], context.words["adverbs"]
    # *Zwei Zelte seien bestellt, sagte sie.*
    if clause.konjunktiv == 1 and on_a_thing(context, trigger) and context.statement(trigger.token) is not None:
        return True
    return any(context.doc[i].lower_ in words["reached"] for i in clause.tokens)


def _under_way(context: Context, trigger: Trigger) -> bool:
    """Say whether somebody does something to something in the present: *Die Stadt stellt 50 Erzieher ein*."""
    clause = context.clauses[trigger.clause]
    if _is_usual(context, trigger) or clause.kind not in {"main", "complement"} or clause.subject is None:
        return False
    if trigger.lemma in context.words["verbs"]["gradual"]:
        return _is_certain(context, clause.subject) and _is_solid(context, clause.subject)
    if not _effects(context, trigger):
        return False
    objects = [r for r in clause.objects if r[0] < len(context.doc) and _is_solid(context, r)]
    return _can_act(context, trigger.clause) and any(_is_certain(context, r) for r in objects)


def _is_usual(context: Context, trigger: Trigger) -> bool:
    """Say whether an adverb makes it a habit: *Das Land wird regelmäßig überflutet*."""
    tokens = context.clauses[trigger.clause].tokens
    return any(context.doc[i].lower_ in context.words["adverbs"]["usual"] for i in tokens)


def _is_certain(context: Context, place: tuple[int, int]) -> bool:
    """Say whether an object is certain ones or so many: *den Brief, 50 Briefe*, and not *Briefe*, as of a habit."""
    return any(context.doc[i].tag_ in CERTAIN for i in range(*place))


def _effects(context: Context, trigger: Trigger) -> bool:
    """Say whether a verb is made as verbs are that bring something about: *abschaffen, verlegen, blockieren*."""
    made = table(context.language.code, "eventive")["effects"]
    parted = any(context.doc[i].tag_ == "PTKVZ" for i in context.clauses[trigger.clause].verbs)
    parted = parted or _turns(context, trigger.lemma)
    return parted or trigger.lemma.startswith(tuple(made["prefixes"])) or trigger.lemma.endswith(tuple(made["endings"]))


def _can_act(context: Context, n: int) -> bool:
    """Say whether the subject is somebody: a name, or a noun for people or a body."""
    index = context.subject(n)
    if index is None:
        return False
    entity = context.entities.get(context.referent(index) or "")
    if entity is not None:
        return entity.kind in ACTING
    head, persons = context.doc[context.groups[index].head], context.words["persons"]
    word = head.lemma_.lower()
    known = word.endswith((*persons["heads"], *persons["bodies"])) and not word.endswith(tuple(persons["no_heads"]))
    return head.tag_ in NAMING and known


def _of_status(context: Context, lemma: str) -> bool:
    """Say whether a verb tells of an event and is none: *planen, absagen, stattfinden, beginnen*."""
    kinds = ("support", "continue", "end", "lasting", "planned", "cancelled", "postponed", "confirmed", "denied")
    return any(lemma in context.words["verbs"][kind] for kind in kinds)


def is_none(context: Context, trigger: Trigger) -> bool:
    """Say whether a verb is surely no event: it carries its noun, says or calls it something, or turns it."""
    if _carries(context, trigger) or _idle(context, trigger) or _only_says(context, trigger):
        return True
    many = trigger.lemma in named_by_day(context.language.code) and not dated(context, trigger.clause)
    return many or turns_out(context, trigger.clause) or _turns(context, trigger.lemma)


def _idle(context: Context, trigger: Trigger) -> bool:
    """Say whether the clause is a condition, or the verb form no event's: *arbeitslos gemeldet*, *sie lässt bauen*."""
    clause, words = context.clauses[trigger.clause], context.words["clauses"]
    if _is_called_so(context, trigger):
        return True
    opener = context.doc[clause.subordinator].lower_ if clause.subordinator is not None else ""
    return opener in words["conditional"] and clause.tense not in TOLD


def _is_called_so(context: Context, trigger: Trigger) -> bool:
    """Say whether something is only called what a participle says: *Sie nannte die Entscheidung verfrüht*."""
    finite = context.clauses[trigger.clause].finite
    if finite is None or finite == trigger.token or context.doc[trigger.token].tag_ != "VVPP":
        return False
    return context.lemma(finite) in context.words["naming"]["verbs"]


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
    times = (t for t in context.times_in(clause.start, clause.end) if t.type is not TimeType.SET)
    starts = (context.tokens(t.span)[0] for t in times)
    return any(context.clause_of[i] == n for i in starts)


def _on_a_day(context: Context, trigger: Trigger) -> bool:
    """Say whether a verb that may mean anything is told of a day, with a noun as its subject or object."""
    clause = context.clauses[trigger.clause]
    if _idle(context, trigger) or _is_state(context, trigger) or clause.negated or clause.konjunktiv == 2:
        return False
    succeeds = trigger.lemma in context.words["subjects"]["of_succeeding"]
    following = context.clauses[trigger.clause + 1 : trigger.clause + 3]
    if succeeds and any(c.kind == "infinitive" and c.parent == trigger.clause for c in following):
        return False  # *Ihr gelang es am Montag, zu fliehen.*
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
