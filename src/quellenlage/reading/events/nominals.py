"""Events of no frame that a noun names: *bei der Bergung*, *die Sanierung beginnt am Montag*, *kam es zum Abbruch*."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from quellenlage.model import Kind
from quellenlage.reading.events.context import COMMON, Context
from quellenlage.reading.events.derivation import Derived, always_events, derived
from quellenlage.reading.events.generic import GENERIC
from quellenlage.reading.events.headlines import in_headline
from quellenlage.reading.events.triggers import FULL, Trigger, borne, inside_name

if TYPE_CHECKING:
    from quellenlage.language.de.noun_groups import NounGroup

DEFINITE = frozenset({"ART", "PDAT", "PPOSAT", "APPRART"})
BEARING = ("support", "begin", "continue", "end", "planned", "possible", "cancelled", "confirmed", "denied")


def find(context: Context, taken: Collection[int], known: Collection[str]) -> Iterator[Trigger]:
    """Give a trigger for each noun of event outside the tokens ``taken`` that stands as one in its clause.

    ``known`` are roots of events that the report tells elsewhere; a definite noun of one of these means that event.
    """
    left = [t for t in range(len(context.doc)) if t not in taken and _is_left(context, t)]
    free = [t for t in left if context.event_noun(context.doc[t].lemma_) is None]
    led = {context.clause_of[t] for t in taken if context.doc[t].tag_ in FULL}
    held = {
        t: Derived(context.doc[t].lemma_.lower())
        for t in left
        if (_is_held(context, t) or (t not in free and _is_put_off(context, t))) and context.clause_of[t] not in led
    }
    called = {found.root for found in held.values()}
    open_ = set(free)
    nouns = [
        (t, found)
        for t in left
        if (found := held.get(t) or (t in open_ and (_derived(context, t) or _called(context, t, called))) or None)
    ]
    sure = {t for t, found in nouns if t in held or _stands_as_event(context, t, found)}
    roots = {found.root for t, found in nouns if t in sure} | set(known)
    for t, found in nouns:
        if t in sure or (found.root in roots and not found.infinitive and _definite(context, t)):
            yield _trigger(context, t)


def _is_left(context: Context, i: int) -> bool:
    token = context.doc[i]
    if token.tag_ not in COMMON or not context.readable(i) or context.group_of[i] < 0 or inside_name(context, i):
        return False
    return context.cue_of[i] < 0


def _is_put_off(context: Context, i: int) -> bool:
    """Say whether a noun that is an event of a frame only with more beside it is put off: *Der Bau verzögert sich*."""
    n = context.clause_of[i]
    put_off = context.clauses[n].lemma in context.words["verbs"]["postponed"]
    return put_off and context.groups[context.group_of[i]].head == i and borne(context, n, context.group_of[i])


def _derived(context: Context, i: int) -> Derived | None:
    token = context.doc[i]
    return derived(token.lemma_, context.language.code) or derived(token.text, context.language.code)


def _called(context: Context, i: int, called: Collection[str]) -> Derived | None:
    """Let a noun that is an event by its verb elsewhere in the report be one here."""
    lemma = context.doc[i].lemma_.lower()
    return Derived(lemma) if lemma in called else None


def _is_held(context: Context, i: int) -> bool:
    """Say whether whatever the noun means is held or called off, and so is an event: *Der Umzug findet statt*."""
    n, words = context.clause_of[i], context.words["occasions"]
    index = context.group_of[i]
    if n < 0 or context.groups[index].head != i or context.groups[index].preposition is not None:
        return False
    clause, lemma = context.clauses[n], context.doc[i].lemma_.lower()
    subject = context.subject(n) == index
    fits = clause.lemma in words["subject_of"] and subject and not clause.passive
    fits = fits or (clause.lemma in words["object_of"] and subject == clause.passive and borne(context, n, index))
    entity = context.entities.get(context.referent(index) or "")
    acts = entity is not None and entity.kind in {Kind.PERSON, Kind.ORGANISATION, Kind.OFFICE, Kind.GROUP, Kind.PLACE}
    return fits and not acts and not lemma.endswith((*words["no_heads"], *context.words["persons"]["heads"][1:]))


def _trigger(context: Context, i: int) -> Trigger:
    n, lemma = context.clause_of[i], context.clauses[context.clause_of[i]].lemma
    bearing = any(lemma in context.words["verbs"][kind] for kind in ("support", "begin", "continue", "end"))
    bearer = lemma if bearing and borne(context, n, context.group_of[i]) else None
    known = context.event_noun(context.doc[i].lemma_)
    group = known[0] if known else GENERIC
    return Trigger(i, n, group, context.doc[i].lemma_, verb=False, group_index=context.group_of[i], bearer=bearer)


def _stands_as_event(context: Context, i: int, found: Derived) -> bool:
    """Say whether preposition, verb, adjective, time or genitive make the noun an event, and no thing or result."""
    group = context.groups[context.group_of[i]]
    if group.head != i:
        return False
    preposition = context.preposition(group)
    lists = context.words["prepositions"]
    if _always(context, i):
        return preposition not in lists["topic"]
    if found.common or found.infinitive:
        return _marked(context, i) if found.common else _infinitive_stands(context, i, preposition)
    if preposition in {"nach", *lists["at"]} or (preposition in lists["behind"] and _definite(context, i)):
        return True
    if not context.clauses[context.clause_of[i]].verbs and preposition is None and in_headline(context, i):
        return not _definite(context, i)
    return (
        _borne_by_event_verb(context, i)
        or _timed(context, i)
        or _marked(context, i)
        or (_definite(context, i) and preposition not in lists["topic"] and _of_something(context, i))
    )


def _infinitive_stands(context: Context, i: int, preposition: str | None) -> bool:
    lists = context.words["prepositions"]
    scene = preposition in {*lists["behind"], *lists["at"], *lists["ahead"]} and _neuter(context, i)
    return scene or (preposition is None and _prevented(context, i))


def _prevented(context: Context, i: int) -> bool:
    """Say whether the clause tells that it did not come about, or may: *Sie konnten ein Übergreifen verhindern*."""
    n, lists = context.clause_of[i], context.words["verbs"]
    kept = any(context.clauses[n].lemma in lists[kind] for kind in ("cancelled", "possible"))
    return kept and borne(context, n, context.group_of[i])


def _always(context: Context, i: int) -> bool:
    """Say whether a noun is an event by itself, where it is a known one or a line says no more: *der Einbruch*."""
    if not context.doc[i].lemma_.lower().endswith(always_events(context.language.code)):
        return False
    return _definite(context, i) or not context.clauses[context.clause_of[i]].verbs


def _neuter(context: Context, i: int) -> bool:
    """Say whether the word before is the article of a singular: *beim*, *vor dem*."""
    before = context.doc[i - 1].lower_ if i else ""
    return before in context.words["generic"]["before_infinitive"]


def _borne_by_event_verb(context: Context, i: int) -> bool:
    n = context.clause_of[i]
    lemma, lists = context.clauses[n].lemma, context.words["verbs"]
    if lemma in context.words["generic"]["vague_support"] and context.preposition(_group(context, i)) is None:
        return False
    return any(lemma in lists[kind] for kind in BEARING) and borne(context, n, context.group_of[i])


def _timed(context: Context, i: int) -> bool:
    """Say whether a time stands in the noun's group or directly behind it: *die Razzia am Montag*."""
    group = _group(context, i)
    following = context.group_of[group.end] if group.end < len(context.doc) else -1
    end = context.groups[following].end if following >= 0 else group.end
    return bool(context.times_in(group.bare[0], end))


def _marked(context: Context, i: int) -> bool:
    """Say whether an adjective before the noun says how far it has come: *die geplante Sanierung*."""
    group, lists = _group(context, i), context.words["adjectives"]
    stems = tuple(stem for kind in ("planned", "possible", "cancelled", "happened") for stem in lists[kind])
    return any(context.doc[k].lower_.startswith(stems) for k in range(group.bare[0], i))


def _of_something(context: Context, i: int) -> bool:
    """Say whether a genitive or *durch* phrase names who or what it happened to: *die Räumung des Platzes*."""
    index = context.group_of[i]
    follows, lists = next(context.behind(index), None), context.words["subjects"]
    if follows is None or follows.to != index:
        return False
    return follows.genitive or follows.preposition in lists["of_passive"]


def _definite(context: Context, i: int) -> bool:
    group = _group(context, i)
    indefinite = context.words["clauses"]["indefinite"]
    before = [context.doc[k] for k in range(group.start, i)]
    return any(t.tag_ in DEFINITE and t.lemma_ not in indefinite for t in before)


def _group(context: Context, i: int) -> "NounGroup":
    return context.groups[context.group_of[i]]
