"""Words that no list and no rule takes for an event and that are likely one: a small network over signs and vectors.

It was fitted on the passages and golden stories to develop on (``training/event_words.py``) and comes with the
pipeline's weights; with a pipeline that gives words no vectors nothing is found here. A word that is found is read on
like any other: it has the frame of its noun, or none.
"""

from collections.abc import Collection, Iterator

import numpy as np

from quellenlage.reading.events import nominals
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.derivation import of_speech
from quellenlage.reading.events.generic import GENERIC, is_none
from quellenlage.reading.events.triggers import FULL, Trigger, is_behind, verb_lemma
from quellenlage.reading.events.word_signs import beside, is_candidate, signs

JUDGE = "event-words"
# Above it most are events; below it the page fills with verbs that may mean anything.
LEAST = 0.75
OF_SAYING = ("confirmed", "denied")


def find(context: Context, found: Collection[Trigger]) -> Iterator[Trigger]:
    """Give triggers for likely words beside those ``found``: a verb and its noun are one event, so one a clause."""
    judge = context.language.network(JUDGE)
    if judge is None or not len(context.doc.tensor):
        return
    taken = {trigger.token for trigger in found}
    left = [i for i in range(len(context.doc)) if i not in taken and is_candidate(context, i)]
    left = [i for i in left if not _is_ruled_out(context, i)]
    if not left:
        return
    around = beside(context, found)
    seen = np.array([signs(context, around, i) for i in left])
    told: set[tuple[int, bool]] = set()
    for odds, i in sorted(zip(-judge(seen), left, strict=True)):
        if -odds <= LEAST:
            return
        n, verb = context.clause_of[i], context.doc[i].tag_ in FULL
        if (n, True) in told or (verb and (n, False) in told):
            continue
        told.add((n, verb))
        yield Trigger(i, n, GENERIC, verb_lemma(context, n, i), verb=True) if verb else nominals.trigger(context, i)


def _is_ruled_out(context: Context, i: int) -> bool:
    """Say whether a word is surely none, or only speaks of an event: *Sie bestätigte das Ende des Treffens*."""
    if context.doc[i].tag_ not in FULL:
        lemma = context.doc[i].lemma_
        speaks, listed = lemma.lower() in context.words["governors"]["happened"], context.event_noun(lemma)
        other = listed is not None and is_behind(context, i, listed[0])
        return speaks or other or not nominals.may_name_one(context, i)
    n, verbs = context.clause_of[i], context.words["verbs"]
    lemma = verb_lemma(context, n, i)
    says = lemma in of_speech(context.language.code) or any(lemma in verbs[kind] for kind in OF_SAYING)
    return says or is_none(context, Trigger(i, n, GENERIC, lemma, verb=True))
