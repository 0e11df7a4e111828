"""Words in capitals, which taggers take for names: *IST ER GETÜRMT?*, *STARB AUCH DER KOCH?*, *BRAND IM HAFEN*."""

from collections.abc import Collection, Iterator

import simplemma

from quellenlage.reading.events.context import COMMON, Context
from quellenlage.reading.events.participles import infinitive
from quellenlage.reading.events.triggers import FULL, Trigger, holds

SHORTEST = 5
NAMES = frozenset({"ADJD", "ADJA", "FM", "NE", "XY", *COMMON})


def find(context: Context, taken: Collection[int]) -> Iterator[Trigger]:
    """Give a trigger for each word in capitals outside ``taken`` that, written as usual, is a frame's verb or noun."""
    for token in context.doc:
        i = token.i
        if i in taken or not token.is_upper or len(token) < SHORTEST or not token.is_alpha:
            continue
        if token.tag_ in NAMES and context.readable(i) and not _in_name(context, i):
            yield from _read(context, i)


def _read(context: Context, i: int) -> Iterator[Trigger]:
    word, n = context.doc[i].lower_, context.clause_of[i]
    noun = context.event_noun(word)
    if noun is not None:
        group = noun[0]
        if not (group.needs or group.counted or group.needs_filler or group.only_with or group.with_words):
            yield Trigger(i, n, group, word.capitalize(), verb=False, group_index=context.group_of[i])
        return
    if any(context.doc[k].tag_ in FULL for k in context.clauses[n].verbs):
        return
    for lemma in dict.fromkeys((infinitive(context, word), simplemma.lemmatize(word, lang=context.language.code))):
        for group in context.frames.verbs.get(lemma, ()) if lemma != word else ():
            trigger = Trigger(i, n, group, lemma, verb=True)
            if holds(context, trigger):
                yield trigger
                return


def _in_name(context: Context, i: int) -> bool:
    """Say whether the word is part of a name that is found elsewhere in its usual form: *HAMAR*."""
    token = context.doc[i]
    own = (m for m in context.mentions_in(max(0, i - 3), i + 1) if m.span.start <= token.idx < m.span.end)
    return any(_is_usual(context, m.entity) for m in own)


def _is_usual(context: Context, entity: str) -> bool:
    found = context.entities.get(entity)
    return found is not None and any(not name.isupper() for name in (found.name, *found.aliases))
