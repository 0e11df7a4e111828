"""What a word looks like to the judge of event words: its vector, its clause, its place, what the lists say of it."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quellenlage.language import table
from quellenlage.reading.events import generic, nominals
from quellenlage.reading.events.context import COMMON, Context
from quellenlage.reading.events.derivation import derived, excluded, likeliest, named_by_day, root
from quellenlage.reading.events.headlines import in_headline
from quellenlage.reading.events.triggers import FULL, Trigger, borne, is_no_event_here, verb_lemma

TAGS = ("VVFIN", "VVPP", "VVINF", "VVIZU", "VVIMP", "NN", "NNI", "NNA")
TENSES = ("Pres", "Past", "Perf", "Pluperf", "Fut")
KINDS = ("speech", "state", "support", "thought")
VERBS = (
    "support", "begin", "end", "cancelled", "postponed", "planned", "possible", "confirmed", "denied", "course",
    "continue", "lifting", "arriving",
)  # fmt: skip
PREPOSITIONS = ("at", "behind", "ahead", "against", "topic", "within", "without")
GOING_ON = ("begin", "end", "course", "continue")
OF_STATUS = ("planned", "possible", "cancelled", "confirmed", "denied", "postponed")
NEAR = 3
SCALE = 8.0  # about the length of a word's vector, so that marks and vectors weigh alike
AFTER, AIMED = "nach", ("für", "zu", "um", "auf")
# How many signs a noun has that a verb has not, and the other way round.
OF_NOUNS, OF_VERBS = 34, 24

Signs = NDArray[np.float32]


class Beside(NamedTuple):
    """The triggers found so far: their tokens, by clause, and by what verb and noun of one event have in common."""

    tokens: frozenset[int]
    clauses: Mapping[int, Collection[Trigger]]
    roots: Mapping[str, Collection[int]]


def beside(context: Context, found: Collection[Trigger]) -> Beside:
    """Sort the triggers of a report for ``signs``."""
    clauses: dict[int, list[Trigger]] = {}
    roots: dict[str, list[int]] = {}
    for trigger in found:
        clauses.setdefault(trigger.clause, []).append(trigger)
        roots.setdefault(root(trigger.lemma, context.language.code), []).append(trigger.token)
    return Beside(frozenset(t.token for t in found), clauses, roots)


def signs(context: Context, around: Beside, i: int) -> Signs:
    """Give what is seen of a noun or full verb: its vector and marks of 0 and 1."""
    of_kind = _of_verb(context, i) if context.doc[i].tag_ in FULL else _of_noun(context, i)
    marks = [*_of_place(context, around, i), *_of_clause(context, i), *of_kind]
    vector = context.doc.tensor[i] / SCALE
    return np.concatenate([vector, np.array(marks, dtype=np.float32)]).astype(np.float32)


def _of_place(context: Context, around: Beside, i: int) -> Iterator[bool]:
    """Say what is found beside it already."""
    token, others = context.doc[i], around.tokens - {i}
    mine = [t for t in around.clauses.get(context.clause_of[i], ()) if t.token != i]
    yield from (token.tag_ == tag for tag in TAGS)
    yield any(t.verb for t in mine)
    yield any(not t.verb for t in mine)
    yield token.head.i in others
    yield any(child.i in others for child in token.children)
    yield any(k in others for k in range(i - NEAR, i + NEAR + 1))
    yield len(mine) > 1
    lemma = verb_lemma(context, context.clause_of[i], i) if token.tag_ in FULL else token.lemma_
    yield any(k != i for k in around.roots.get(root(lemma, context.language.code), ()))


def _of_clause(context: Context, i: int) -> Iterator[bool]:
    clause = context.clauses[context.clause_of[i]]
    yield from (clause.tense == tense for tense in TENSES)
    yield clause.modal is not None
    yield clause.passive
    yield clause.negated
    yield clause.mood == "Sub"
    yield clause.kind == "main"
    yield clause.finite is None
    yield not clause.verbs
    yield context.statement_of[i] >= 0
    yield in_headline(context, i)
    yield bool(context.times_in(clause.start, clause.end))


def _of_verb(context: Context, i: int) -> list[bool]:
    """Say what the lists say of a verb, and what stands beside it."""
    n, code = context.clause_of[i], context.language.code
    clause, lemma = context.clauses[n], verb_lemma(context, n, i)
    listed, verbs = table(code, "eventive")["verbs"], context.words["verbs"]
    trigger = Trigger(i, n, generic.GENERIC, lemma, verb=True)
    return [
        *(lemma in listed[kind] for kind in KINDS),
        lemma in excluded(code),
        lemma in named_by_day(code),
        lemma in context.frames.verbs,
        lemma in table(code, "event_verbs")["kinds"],
        generic.on_a_thing(context, trigger),
        bool(clause.objects),
        any(context.lemma(k) in context.words["auxiliaries"]["perfect"] for k in clause.verbs),
        *(lemma in verbs[kind] for kind in VERBS),
        *[False] * OF_NOUNS,
    ]


def _of_noun(context: Context, i: int) -> list[bool]:
    """Say what the lists say of a noun, how it is made, and where it stands in its clause."""
    return [*[False] * OF_VERBS, *_of_make(context, i), *_of_group(context, i), *nominals.signs(context, i)]


def _of_make(context: Context, i: int) -> Iterator[bool]:
    lemma, code = context.doc[i].lemma_, context.language.code
    made = derived(lemma, code)
    yield made is not None
    yield made is not None and made.infinitive
    yield made is not None and made.common
    yield context.event_noun(lemma) is not None
    yield nominals.signed(context, i) is not None
    yield likeliest(lemma, code) is not None
    yield is_no_event_here(context, i)
    yield lemma.lower().endswith(tuple(context.words["persons"]["heads"]))


def _of_group(context: Context, i: int) -> Iterator[bool]:
    n, index = context.clause_of[i], context.group_of[i]
    clause, group, lists = context.clauses[n], context.groups[index], context.words
    preposition, verbs = context.preposition(group), lists["verbs"]
    yield group.head == i
    yield preposition is None
    yield from (preposition in lists["prepositions"][kind] for kind in PREPOSITIONS)
    yield preposition == AFTER
    yield preposition in AIMED
    yield context.subject(n) == index
    yield borne(context, n, index)
    yield clause.lemma in verbs["support"]
    yield any(clause.lemma in verbs[kind] for kind in GOING_ON)
    yield any(clause.lemma in verbs[kind] for kind in OF_STATUS)
    yield set(group.case) == {"G"}
    yield context.referent(index) in context.entities


def is_candidate(context: Context, i: int) -> bool:
    """Say whether a word may name an event: a full verb that is no cue, or a noun that is no name and no time."""
    token = context.doc[i]
    if token.tag_ not in TAGS or not context.readable(i) or context.clause_of[i] < 0 or context.cue_of[i] >= 0:
        return False
    return token.tag_ not in COMMON or nominals.is_free(context, i)
