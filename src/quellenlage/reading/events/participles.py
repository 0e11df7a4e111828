"""Participles that name what happened, before a noun or after a copula: *gefälschte Belege*, *er ist beurlaubt*."""

from collections.abc import Iterator
from itertools import islice

import simplemma
from spacy.tokens import Token

from quellenlage.language import table
from quellenlage.reading.events.compounds import ends_in
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.frames import Group
from quellenlage.reading.events.triggers import Trigger, holds


def find(context: Context) -> Iterator[Trigger]:
    """Give a trigger for each participle of a frame's verb before a noun, or tagged as an adjective after *sein*."""
    endings = context.words["participles"]["endings"]
    for i, token in enumerate(context.doc):
        if not context.readable(i):
            continue
        if token.tag_ == "ADJA" and context.group_of[i] >= 0:
            for ending in endings:
                stem = token.lower_.removesuffix(ending)
                found = _verb(context, stem, filled=True, noun=_head(context, i)) if stem != token.lower_ else None
                if found:
                    lemma, group = found
                    yield Trigger(i, context.clause_of[i], group, lemma, False, context.group_of[i], attributive=True)
                    break
        elif token.tag_ == "ADJD" and _is_predicate(context, i):
            found = _verb(context, token.lower_, said=token.lemma_, filled=True)
            if found:
                yield Trigger(i, context.clause_of[i], found[1], found[0], verb=True)
            else:
                yield from _did_itself(context, i)


def _did_itself(context: Context, i: int) -> Iterator[Trigger]:
    """Give a trigger for what is tagged an adjective behind *war* and is a perfect: *wo ein Zug entgleist war*."""
    lemma = infinitive(context, context.doc[i].lower_)
    n = context.clause_of[i]
    if lemma not in context.language.table("clauses")["perfect_with_sein"] or context.clauses[n].tense != "Past":
        return
    triggers = (Trigger(i, n, group, lemma, verb=True) for group in context.frames.verbs.get(lemma, ()))
    yield from islice((trigger for trigger in triggers if holds(context, trigger)), 1)


def _is_predicate(context: Context, i: int) -> bool:
    """Say whether a clause says it of its subject, and has no other verb."""
    n = context.clause_of[i]
    clause = context.clauses[n] if n >= 0 else None
    lists = context.words["auxiliaries"]
    stands = clause is not None and clause.lemma in {*lists["perfect"], *lists["remaining"]}
    return stands and clause is not None and clause.subject is not None


def _head(context: Context, i: int) -> str:
    return context.doc[context.groups[context.group_of[i]].head].lemma_.lower()


def _verb(
    context: Context, stem: str, *, filled: bool, said: str = "", noun: str | None = None
) -> tuple[str, Group] | None:
    """Give the infinitive and the frame group of a participle; of groups that need nothing else in the clause.

    ``said`` is the infinitive the tagger gives a predicate; ``filled`` says that what it happened to is named.
    ``noun`` is what a participle stands before, which with some verbs is what did it: *das gesunkene Schiff*.
    """
    if not stem.endswith(tuple(context.words["participles"]["stems"])):
        return None
    lemma = infinitive(context, stem)
    lemma = said if said in context.frames.verbs else lemma
    did = noun is not None and lemma in table(context.language.code, "participles")["of_its_subject"]
    groups = context.frames.verbs.get(lemma, ()) if did or lemma != stem else ()
    fits = (g for g in groups if (_did(g, noun, context) if did and noun else _free(g, noun, context, filled=filled)))
    return next(((lemma, g) for g in fits), None)


def _did(group: Group, noun: str, context: Context) -> bool:
    """Say whether the noun is one that the group asks for, if any; what only moves (*gesunkene Preise*) is none."""
    asked = not group.needs or (group.frame.sudden and _asks_for(group, noun, context))
    return asked and not (group.with_words or group.reflexive or group.gives)


def _asks_for(group: Group, noun: str, context: Context) -> bool:
    return noun in group.needs or ends_in(noun, group.needs, context.language.code)


def is_participle(context: Context, word: Token) -> bool:
    """Say whether an adjective is made of a verb's past participle: *ausgewiesene*, *vereinbarter*."""
    forms = context.words["participles"]
    stems = (word.lower_.removesuffix(ending) for ending in forms["endings"] if word.lower_.endswith(ending))
    return any(stem.endswith(tuple(forms["stems"])) and infinitive(context, stem) != stem for stem in stems)


def attribute(context: Context, trigger: Trigger) -> int:
    """Give the token where what belongs to a participle begins: *das seit Mai leere, [im Juni verkaufte] Haus*."""
    start = context.groups[trigger.group_index].start
    joined = (i for i in range(trigger.token - 1, start, -1) if context.doc[i].tag_ in {"KON", "$,"})
    return next((i + 1 for i in joined if context.doc[i - 1].tag_ == "ADJA"), start)


def infinitive(context: Context, stem: str) -> str:
    """Give the infinitive of a participle: as listed, by the dictionary, or by its parts."""
    listed: str | None = context.words["lemmas"].get(stem)
    if listed:
        return listed
    made: str = simplemma.lemmatize(stem, lang=context.language.code)
    return context.language.infinitive(stem) or stem if made == stem else made


def _free(group: Group, noun: str | None, context: Context, *, filled: bool) -> bool:
    """Say whether a group asks for nothing else, or for no more than the noun: *der ausgewiesene Diplomat*."""
    unmet = group.needs and not (noun and group.object == "patient" and _asks_for(group, noun, context))
    needs = (
        unmet
        or (group.needs_filler and not filled)
        or group.animate
        or group.with_words
        or group.reflexive
        or group.things
        or group.no_object
        or (group.needs_filler and group.not_with)
    )
    return not (needs or group.gives or group.object == "none")
