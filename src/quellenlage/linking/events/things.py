"""The things events are about, in forms that agree: *des Deichs* and *Deichbruch*, *Bahnstrecke* and *Strecke*."""

from functools import lru_cache

import simplemma

from quellenlage.model import EventMention
from quellenlage.reading.events.compounds import halves
from quellenlage.reading.events.frames import frames


def things(mention: EventMention, code: str) -> frozenset[str]:
    """Give the thing that a mention's grammar names, by its base form and, of a compound, by the last part as well.

    A noun for the event itself is none: *Das Urteil fällt am Montag*.
    """
    if mention.theme is None:
        return frozenset()
    head, *rest = mention.theme.name.split()
    if rest:
        return frozenset({mention.theme.name.casefold()})
    found, known = frames(code).of_noun(head), frames(code).families
    if found and found[0].frame.family == known.get(mention.frame):
        return frozenset()
    return frozenset(_forms(head, code))


def first_part(mention: EventMention, code: str) -> frozenset[str]:
    """Give what the first part of a compound for an event names: the dam of *Dammbruch*."""
    if not mention.lemma[:1].isupper():
        return frozenset()
    parts = halves(mention.lemma.lower(), code)
    return frozenset(_forms(parts[0].capitalize(), code)) if parts else frozenset()


@lru_cache(maxsize=8192)
def _forms(noun: str, code: str) -> tuple[str, ...]:
    base = simplemma.lemmatize(noun, lang=code).casefold()
    parts = halves(base, code)
    return (base, parts[1]) if parts else (base,)
