"""Events of no frame that a noun names: *bei der Bergung*, *die Sanierung beginnt am Montag*, *kam es zum Abbruch*."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from quellenlage.model import Kind, TimeType
from quellenlage.reading.events.context import COMMON, Context
from quellenlage.reading.events.derivation import Derived, always_events, derived, likeliest
from quellenlage.reading.events.frames import Group
from quellenlage.reading.events.generic import GENERIC
from quellenlage.reading.events.headlines import in_headline
from quellenlage.reading.events.triggers import Trigger, borne, inside_name, is_no_event_here, needed
from quellenlage.reading.events.turning_out import turns_out

if TYPE_CHECKING:
    from quellenlage.language.de.noun_groups import NounGroup

DEFINITE = frozenset({"ART", "PDAT", "PPOSAT", "APPRART"})
PHASES = ("support", "begin", "course", "continue", "end", "lifting")
BEARING = (*PHASES, "planned", "possible", "cancelled", "confirmed", "denied")


def find(context: Context, found: Collection[Trigger], known: Collection[str]) -> Iterator[Trigger]:
    """Give a trigger for each noun of event beside the triggers ``found`` that stands as one in its clause.

    ``known`` are roots of events that the report tells elsewhere; a definite noun of one of these means that event.
    """
    taken, led = {t.token for t in found}, {t.clause for t in found if t.verb}
    told = {(t.clause, t.group.frame.family) for t in found if t.verb and t.group is not GENERIC}
    part = {i for t in found if t.verb and not t.group.apart for i in needed(context, t)}
    left = [t for t in range(len(context.doc)) if t not in taken and may_name_one(context, t)]
    free = {t for t in left if context.event_noun(context.doc[t].lemma_) is None}
    held = {
        t: Derived(context.doc[t].lemma_.lower())
        for t in left
        if context.clause_of[t] not in led and (_is_held(context, t) or (t not in free and _is_put_off(context, t)))
    }
    called = {one.root for one in held.values()}
    nouns = [(t, one) for t in left if (one := held.get(t) or _candidate(context, t, t in free, called))]
    nouns = [
        (t, one)
        for t, one in nouns
        if t in held or (t not in part and (context.clause_of[t], _group_of(context, t).frame.family) not in told)
    ]
    sure = {t for t, one in nouns if t in held or _stands_as_event(context, t, one)}
    roots = {one.root for t, one in nouns if t in sure} | set(known)
    for t, one in nouns:
        if t in sure or (one.root in roots and not one.infinitive and _definite(context, t)):
            yield trigger(context, t)


def _candidate(context: Context, i: int, free: bool, called: Collection[str]) -> Derived | None:
    """Give what a noun goes back to that may name an event: one of a frame that lacks its filler, one by its make."""
    lemma = context.doc[i].lemma_
    if not free:
        bare = context.event_noun(lemma)
        # *Eine Entschädigung sei denkbar*: what may come is an event, with whatever verb the noun goes else.
        fits = bare and (_is_predicated(context, i) if bare[0].only_with else bare[0].needs_filler)
        return Derived(bare[1]) if bare and fits else None
    listed = signed(context, i)
    return Derived(listed[1]) if listed else _derived(context, i) or _called(context, i, called)


def is_free(context: Context, i: int) -> bool:
    """Say whether a noun is of a group, and no part of a name or a time by the clock."""
    if context.group_of[i] < 0 or inside_name(context, i):
        return False
    time = context.time_over(i)
    return time is None or time.type is not TimeType.TIME


def signs(context: Context, i: int) -> list[bool]:
    """Say for a noun which signs there are that it is an event."""
    shown = (_always, _definite, _is_counted, _timed, _marked, _of_something, _exists, _is_object)
    return [sign(context, i) for sign in shown]


def may_name_one(context: Context, i: int) -> bool:
    """Say whether a noun is nothing that is surely no event: a name, a time, what the day does, a list's exception."""
    if context.doc[i].tag_ not in COMMON or not context.readable(i) or not is_free(context, i):
        return False
    return not is_no_event_here(context, i) and context.cue_of[i] < 0 and not _is_of_the_day(context, i)


def _is_of_the_day(context: Context, i: int) -> bool:
    """Say whether a noun is what the day or the year does: *bei Einbruch der Dunkelheit*."""
    behind = (context.groups[p.groups[0]].head for p in context.behind(context.group_of[i]) if p.genitive)
    return any(context.doc[head].lemma_.lower() in context.words["generic"]["nightfall"] for head in behind)


def _is_put_off(context: Context, i: int) -> bool:
    """Say whether a noun that is an event of a frame only with more beside it is put off: *Der Bau verzögert sich*."""
    n, index = context.clause_of[i], context.group_of[i]
    clause = context.clauses[n]
    if clause.lemma not in context.words["verbs"]["postponed"] or context.groups[index].head != i:
        return False
    # *Die Ministerin verschob den Bau*: who puts it off is not what is put off.
    does = not clause.passive and clause.lemma not in context.words["verbs"]["postponed_itself"]
    return borne(context, n, index) and not (does and context.subject(n) == index)


def _derived(context: Context, i: int) -> Derived | None:
    token = context.doc[i]
    return derived(token.lemma_, context.language.code) or derived(token.text, context.language.code)


def signed(context: Context, i: int) -> tuple[Group, str] | None:
    """Give the frame of a noun that is an event of one only with a sign beside it: *Antrag*, *Prüfung*."""
    token = context.doc[i]
    return context.frames.of_signed(token.lemma_) or context.frames.of_signed(token.text)


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
    if turns_out(context, n):
        return False
    clause, lemma = context.clauses[n], context.doc[i].lemma_.lower()
    subject = context.subject(n) == index
    fits = clause.lemma in words["subject_of"] and subject and not clause.passive
    fits = fits or (clause.lemma in words["object_of"] and subject == clause.passive and borne(context, n, index))
    entity = context.entities.get(context.referent(index) or "")
    acts = entity is not None and entity.kind in {Kind.PERSON, Kind.ORGANISATION, Kind.OFFICE, Kind.GROUP, Kind.PLACE}
    return fits and not acts and not lemma.endswith((*words["no_heads"], *context.words["persons"]["heads"][1:]))


def trigger(context: Context, i: int) -> Trigger:
    """Give the trigger of a noun of event."""
    n, lemma = context.clause_of[i], context.clauses[context.clause_of[i]].lemma
    bearing = any(lemma in context.words["verbs"][kind] for kind in ("support", "begin", "continue", "end"))
    bearer = lemma if bearing and borne(context, n, context.group_of[i]) else None
    group, index = _group_of(context, i), context.group_of[i]
    return Trigger(i, n, group, context.doc[i].lemma_, verb=False, group_index=index, bearer=bearer)


def _group_of(context: Context, i: int) -> Group:
    """Give the frame a noun belongs to: its own, its verb's (*Verkauf, verkaufen*), or none."""
    lemma = context.doc[i].lemma_
    listed = context.event_noun(lemma) or signed(context, i)
    if listed:
        return listed[0]
    made = _derived(context, i)
    found = context.frames.of_root(made.root) if made and not made.common else None
    first = likeliest(lemma, context.language.code)
    return found if found and first in {None, found.frame.family} else GENERIC


def _stands_as_event(context: Context, i: int, found: Derived) -> bool:
    """Say whether preposition, verb, adjective, time or genitive make the noun an event, and no thing or result."""
    group = context.groups[context.group_of[i]]
    if group.head != i:
        return False
    preposition = context.preposition(group)
    lists = context.words["prepositions"]
    if _always(context, i):
        return preposition not in lists["topic"]
    if found.infinitive:
        return _infinitive_stands(context, i, preposition)
    if found.common or _sets_scene(context, i, preposition):
        return not found.common or _marked(context, i) or _exists(context, i)
    if not context.clauses[context.clause_of[i]].verbs and preposition is None and in_headline(context, i):
        return not _definite(context, i)
    return (
        _is_told_of(context, i, preposition)
        or (signed(context, i) is not None and _is_planned_for(context, i, preposition))
        or _borne_by_event_verb(context, i)
        or _is_object(context, i)
        or _exists(context, i)
        or _is_predicated(context, i)
        or _is_aimed_at(context, i, preposition)
        or _timed(context, i)
        or _marked(context, i)
        or (_definite(context, i) and preposition not in lists["topic"] and _of_something(context, i))
    )


def _exists(context: Context, i: int) -> bool:
    """Say whether somebody says that there was such a thing, or not: *Es habe keinen Einsturz gegeben, sagte sie.*"""
    clause, words = context.clauses[context.clause_of[i]], context.words["generic"]
    there_is = clause.lemma in words["exists"] and any(context.doc[k].lower_ in words["there"] for k in clause.tokens)
    return there_is and context.preposition(_group(context, i)) is None and context.statement(i) is not None


def _is_told_of(context: Context, i: int, preposition: str | None) -> bool:
    """Say whether a noun of a frame is a known one, bare in its clause: *Die Prüfung ergab nichts*."""
    known = preposition is None and signed(context, i) is not None and _definite(context, i)
    return known and (borne(context, context.clause_of[i], context.group_of[i]) or _is_governed(context, i))


def _is_governed(context: Context, i: int) -> bool:
    """Say whether it hangs on a noun that only events have: *die Planung der Tour, das Ende der Prüfung*."""
    start = _group(context, i).start
    before = context.group_of[start - 1] if start else -1
    if before < 0 or "G" not in _group(context, i).case:
        return False
    lists = context.words["governors"]
    stems = tuple(stem for kind in ("planned", "cancelled", "happened") for stem in lists[kind])
    return bool(context.doc[context.groups[before].head].lemma_.lower().endswith(stems))


def _is_planned_for(context: Context, i: int, preposition: str | None) -> bool:
    """Say whether it hangs on a noun that only events have, by a preposition: *Pläne für einen Verkauf*."""
    start = _group(context, i).start
    before = context.group_of[start - 1] if start else -1
    if before < 0 or preposition not in context.words["prepositions"]["topic"]:
        return False
    lists = context.words["governors"]
    stems = tuple(stem for kind in ("planned", "cancelled", "possible") for stem in lists[kind])
    return bool(context.doc[context.groups[before].head].lemma_.lower().endswith(stems))


def _sets_scene(context: Context, i: int, preposition: str | None) -> bool:
    """Say whether something is said to come after, before, by or against it: *nach der Prüfung, gegen den Umbau*."""
    lists = context.words["prepositions"]
    if preposition in {"nach", *lists["at"]} and not _is_counted(context, i):
        return True
    return preposition in {*lists["behind"], *lists["ahead"], *lists["against"]} and _definite(context, i)


def _is_counted(context: Context, i: int) -> bool:
    """Say whether so many are told of, and none in particular: *nach neun Spielen*."""
    return any(context.doc[k].tag_ == "CARD" for k in range(_group(context, i).bare[0], i))


def _infinitive_stands(context: Context, i: int, preposition: str | None) -> bool:
    lists = context.words["prepositions"]
    set_ = preposition in {*lists["behind"], *lists["at"], *lists["ahead"]}
    scene = set_ and _neuter(context, i) and not _is_counted(context, i)
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


def _is_object(context: Context, i: int) -> bool:
    """Say whether a verb does something to it that is done to events: *Das Amt ordnete eine Prüfung an*."""
    n, index, lists = context.clause_of[i], context.group_of[i], context.words["verbs"]
    clause = context.clauses[n]
    if (context.subject(n) == index) != clause.passive or not borne(context, n, index):
        return False
    reacts = clause.lemma in lists["reacting"] or clause.lemma in lists["performing"]
    return clause.lemma in context.words["generic"]["object_of"] or (reacts and _definite(context, i))


def _is_predicated(context: Context, i: int) -> bool:
    """Say whether the predicate says how far its subject has come: *Eine Prüfung ist denkbar*."""
    n, lists = context.clause_of[i], context.words["predicates"]
    clause = context.clauses[n]
    if context.subject(n) != context.group_of[i] or clause.lemma not in context.words["auxiliaries"]["state"]:
        return False
    said = {word for kind in ("possible", "planned", "denied", "cancelled", "happened") for word in lists[kind]}
    return any(context.doc[k].lower_ in said for k in clause.tokens)


def _is_aimed_at(context: Context, i: int, preposition: str | None) -> bool:
    """Say whether somebody gives it up, or denies all of it: *auf den Kauf verzichtet, ohne Prüfung*."""
    if preposition is None:
        return False
    clause, lists = context.clauses[context.clause_of[i]], context.words["prepositions"]
    verb, verbs = f"{clause.lemma} {preposition}", context.words["verbs"]
    if verb in verbs["prepositional"] or verb in verbs["renouncing"] or verb in verbs["unchanged"]:
        return True
    denied = clause.negated and clause.lemma in context.words["generic"]["denied_of"]
    return preposition in lists["without"] or (preposition in lists["loose"] and denied)


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
