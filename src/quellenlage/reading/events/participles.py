"""Participles before a noun that name what happened to it: *gefälschte Belege*, *die am Montag gesperrte Brücke*."""

from collections.abc import Iterator

import simplemma

from quellenlage.reading.events.context import Context
from quellenlage.reading.events.frames import Group
from quellenlage.reading.events.triggers import Trigger


def find(context: Context) -> Iterator[Trigger]:
    """Give a trigger for each participle of a frame's verb in front of a noun."""
    endings = context.words["participles"]["endings"]
    for i, token in enumerate(context.doc):
        if token.tag_ != "ADJA" or context.group_of[i] < 0 or not context.readable(i):
            continue
        for ending in endings:
            found = _verb(context, token.lower_.removesuffix(ending)) if token.lower_.endswith(ending) else None
            if found:
                lemma, group = found
                yield Trigger(i, context.clause_of[i], group, lemma, False, context.group_of[i], attributive=True)
                break


def _verb(context: Context, stem: str) -> tuple[str, Group] | None:
    """Give the infinitive and the frame group of a participle; of groups that need nothing else in the clause."""
    if not stem.endswith(tuple(context.words["participles"]["stems"])):
        return None
    lemma: str = context.words["lemmas"].get(stem) or simplemma.lemmatize(stem, lang=context.language.code)
    groups = context.frames.verbs.get(lemma, ()) if lemma != stem else ()
    return next(((lemma, g) for g in groups if not _conditional(g)), None)


def _conditional(group: Group) -> bool:
    needs = group.needs or group.needs_filler or group.animate or group.with_words or group.reflexive or group.things
    return bool(needs or group.gives or group.object == "none")
