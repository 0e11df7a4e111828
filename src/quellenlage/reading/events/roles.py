"""Who takes part in an event, by the grammar of its clause or its noun group."""

from collections.abc import Iterator

from quellenlage.model import Kind, Participant
from quellenlage.reading.events.context import RELATIVE, Context, Phrase
from quellenlage.reading.events.frames import Group
from quellenlage.reading.events.participles import attribute
from quellenlage.reading.events.possession import genitives_behind, possessors
from quellenlage.reading.events.triggers import Trigger, borne, segment

Pair = tuple[str, str]
# How far behind its preposition a doer's name can begin: *von der seltenen Allianz*.
REACH = 4
NO_ROLE = frozenset({"place", "none"})


def of(context: Context, trigger: Trigger) -> tuple[Participant, ...]:
    """Give the participants of an event, each role and entity once, in the order of the text."""
    pairs = of_verb(context, trigger) if trigger.verb else of_noun(context, trigger)
    kept: dict[str, str] = {}
    for role, entity in pairs:
        if role not in NO_ROLE and entity in context.entities:
            kept.setdefault(entity, role)
    return tuple(Participant(role=role, entity=entity) for entity, role in kept.items())


def of_verb(context: Context, trigger: Trigger) -> Iterator[Pair]:
    """Give roles and entities around a verb."""
    for group in subject_groups(context, trigger.clause):
        yield from _fill(context, group, _subject_role(context, trigger))
    for phrase in _own_phrases(context, trigger):
        yield from _phrase_roles(context, trigger, phrase)


def _subject_role(context: Context, trigger: Trigger) -> str:
    clause, group = context.clauses[trigger.clause], trigger.group
    if clause.passive:
        return group.object if group.subject == "agent" else group.subject
    receiving = context.words["subjects"]["of_receiving"]
    if any(context.doc[i].lemma_ in receiving for i in clause.verbs if i != trigger.token):
        return "recipient"
    return group.subject


def subject_groups(context: Context, clause: int, steps: int = 3) -> list[int]:
    """Give the noun groups of a clause's subject; an infinitive borrows it from the clause around it."""
    c = context.clauses[clause]
    own = context.subject(clause)
    if own is not None:
        found = _coordinated(context, own)
        return _antecedent(context, clause, found)
    if c.parent is None or not steps or c.finite is not None:
        return []
    above = context.clauses[c.parent]
    if above.lemma in context.words["subjects"]["of_object"]:
        return [context.group_of[r[0]] for r in above.objects if context.group_of[r[0]] >= 0]
    return subject_groups(context, c.parent, steps - 1)


def _antecedent(context: Context, clause: int, found: list[int]) -> list[int]:
    """Put the noun group a relative pronoun stands for in its place."""
    if len(found) != 1 or context.doc[context.groups[found[0]].head].tag_ not in RELATIVE or context.referent(found[0]):
        return found
    group = context.antecedent(clause)
    return found if group is None else [group]


def _coordinated(context: Context, group: int) -> list[int]:
    phrase = context.phrase_of(group)
    return list(phrase.groups) if phrase is not None else [group]


def _own_phrases(context: Context, trigger: Trigger) -> Iterator[Phrase]:
    """Give the phrases that belong to the verb: no subject, genitive or source, nothing of another event's noun."""
    taken = set(subject_groups(context, trigger.clause))
    begin, end = segment(context, trigger)
    for phrase in context.phrases(trigger.clause):
        first = phrase.groups[0]
        outside = not begin <= context.groups[first].start < end
        if outside or phrase.genitive or taken & set(phrase.groups) or context.is_source(first):
            continue
        if phrase.preposition is None and _is_said_of(context, trigger.clause, first):
            continue
        if not _hangs_on_event(context, trigger, phrase):
            yield phrase


def _is_said_of(context: Context, n: int, index: int) -> bool:
    """Say whether a group is said of the subject: *Eva Lund, die Witwe des Opfers, klagte*, *er tat es als Schüler*."""
    clause, start, own = context.clauses[n], context.groups[index].start, context.subject(n)
    if any(context.doc[i].tag_ == "KOKOM" for i in range(max(clause.start, start - 2), start)):
        return True
    if own is None or context.groups[own].end != start - 1 or context.doc[start - 1].text != ",":
        return False
    return clause.finite is not None and start < max(clause.verbs)


def _hangs_on_event(context: Context, trigger: Trigger, phrase: Phrase) -> bool:
    """Say whether a phrase belongs to the noun of another event; where it goes with the verb, the verb keeps it."""
    above = context.event_above(phrase)
    if above is None:
        return False
    found = context.event_noun(context.doc[context.groups[above].head].lemma_)
    wanted = found is not None and phrase.preposition in found[0].by
    return wanted or phrase.preposition not in trigger.group.by


def _phrase_roles(context: Context, trigger: Trigger, phrase: Phrase) -> Iterator[Pair]:
    group, clause = trigger.group, context.clauses[trigger.clause]
    for index in phrase.groups:
        if phrase.preposition is None:
            # *Er wurde dem Richter vorgeführt*: what it is done to is the subject.
            beside = clause.passive and clause.subject is not None and context.groups[index].case == "D"
            if context.doc[context.groups[index].head].tag_ != "PRF" and not beside:
                yield from _object(context, group, index)
                yield from _possessed(context, trigger, index)
        elif phrase.preposition in group.by:
            yield from _fill(context, index, group.by[phrase.preposition])
        elif clause.passive and phrase.preposition in context.words["subjects"]["of_passive"]:
            yield from _fill(context, index, group.subject)


def _object(context: Context, group: Group, index: int) -> Iterator[Pair]:
    entity = context.entities.get(context.referent(index) or "")
    if entity is None:
        return
    place = entity.kind is Kind.PLACE and group.place_object
    yield (group.place_object if place and group.place_object else group.object), entity.id


def _possessed(context: Context, trigger: Trigger, index: int) -> Iterator[Pair]:
    """Give whose thing it is: *die Einladung des Königs annehmen* has the king on the other side."""
    if trigger.group.needs and trigger.group.genitive != "agent":
        for entity in _around(context, index):
            yield trigger.group.genitive, entity


def _around(context: Context, index: int) -> Iterator[str]:
    """Give the entities in genitives before and behind a noun group's head."""
    head = context.groups[index].head
    yield from possessors(context, index, head)
    yield from genitives_behind(context, index, head)
    for phrase in context.behind(index):
        if phrase.to == index and (phrase.genitive or phrase.preposition in context.words["subjects"]["of_passive"]):
            yield from (e for n in phrase.groups if (e := context.referent(n)))


def _fill(context: Context, group: int, role: str) -> Iterator[Pair]:
    entity = context.referent(group) if group >= 0 else None
    if entity:
        yield role, entity


def of_noun(context: Context, trigger: Trigger) -> Iterator[Pair]:
    """Give roles and entities around a noun: genitives, a compound's first part, phrases, those of its verb."""
    group = trigger.group
    if trigger.group_index < 0:
        return
    if trigger.attributive:
        yield from _fill(context, trigger.group_index, group.subject if group.object == "none" else group.object)
        yield from _doers(context, trigger)
        return
    for entity in possessors(context, trigger.group_index, trigger.token) or _possessive(context, trigger):
        yield group.genitive, entity
    for entity in genitives_behind(context, trigger.group_index, trigger.token):
        yield group.genitive, entity
    first = first_part(context, trigger)
    if first:
        yield (_first_role(context, group, first), first)
    for phrase in context.behind(trigger.group_index):
        yield from _attached_roles(context, trigger, phrase)
    yield from _dative_roles(context, trigger)
    accepted = list(invited(context, trigger))
    yield from accepted
    if accepted:
        return
    if trigger.bearer or not context.clauses[trigger.clause].verbs or context.in_state(trigger.token):
        yield from _borne_roles(context, trigger)


def _doers(context: Context, trigger: Trigger) -> Iterator[Pair]:
    """Give who did what a participle tells: *die von der Stadt beschlossene Sperrung*."""
    for i in range(attribute(context, trigger), trigger.token):
        if context.doc[i].lower_ in context.words["subjects"]["of_passive"]:
            found = next((m for m in context.mentions_in(i + 1, min(i + REACH, trigger.token))), None)
            if found is not None:
                yield trigger.group.subject, found.entity


def _dative_roles(context: Context, trigger: Trigger) -> Iterator[Pair]:
    """Let *legte der Ministerin den Rücktritt nahe* be her resignation."""
    clause = context.clauses[trigger.clause]
    of_dative = clause.lemma in context.words["subjects"]["of_dative"] and not clause.passive
    if not of_dative or not borne(context, trigger.clause, trigger.group_index):
        return
    taken = {*subject_groups(context, trigger.clause), trigger.group_index}
    for phrase in context.phrases(trigger.clause):
        if phrase.preposition is None and not phrase.genitive and not taken & set(phrase.groups):
            first, last = sorted((context.groups[phrase.groups[0]].head, trigger.token))
            if any(context.doc[i].tag_ == "$," for i in range(first, last)):
                continue
            for index in phrase.groups:
                yield from _fill(context, index, trigger.group.genitive)


def invited(context: Context, trigger: Trigger) -> Iterator[Pair]:
    """Let *nahm die Einladung zu einem Besuch an* be the visit of the one who accepts.

    In a line of two headlines that is who stands right before the verb: *Lang in Oslo Lund nimmt Einladung … an*.
    """
    clause, words = context.clauses[trigger.clause], context.words["subjects"]
    phrase = context.phrase_of(trigger.group_index)
    if clause.lemma not in words["of_accepting"] or clause.passive or phrase is None or phrase.to is None:
        return
    offer = context.doc[context.groups[phrase.to].head].lemma_.lower()
    if trigger.group.genitive == "agent" and offer.endswith(tuple(words["offers"])):
        before = context.group_of[clause.finite - 1] if clause.finite else -1
        beside = before >= 0 and context.doc[context.groups[before].head].tag_ == "NE"
        for index in [before] if beside else subject_groups(context, trigger.clause):
            yield from _fill(context, index, "agent")


def _possessive(context: Context, trigger: Trigger) -> list[str]:
    """Let *bei seinem Besuch* be the subject's visit."""
    g = context.groups[trigger.group_index]
    if not any(context.doc[i].tag_ == "PPOSAT" for i in range(g.start, trigger.token)):
        return []
    subjects = subject_groups(context, trigger.clause)
    found = [e for n in subjects if n != trigger.group_index and (e := context.referent(n))]
    return found if len(found) == 1 else []


def _first_role(context: Context, group: Group, entity: str) -> str:
    kind = context.entities[entity].kind
    if kind is Kind.PLACE:
        return group.first or group.place_object or group.genitive
    return group.genitive if group.first == "destination" else group.first or group.genitive


def first_part(context: Context, trigger: Trigger) -> str | None:
    """Give the entity that a hyphenated compound names before its last part: *Meier-Besuch*."""
    text = context.doc[trigger.token].text
    first, _, last = text.rpartition("-")
    if not first or not last:
        return None
    return context.names.get(first.lower())


def _attached_roles(context: Context, trigger: Trigger, phrase: Phrase) -> Iterator[Pair]:
    group = trigger.group
    own = phrase.to == trigger.group_index
    role = group.by.get(phrase.preposition or "")
    if phrase.preposition is None or (
        phrase.preposition in context.words["subjects"]["of_passive"] and own and not role
    ):
        role = group.genitive if own or (phrase.preposition is None and not phrase.genitive) else None
    if role:
        for index in phrase.groups:
            yield from _fill(context, index, role)


def _borne_roles(context: Context, trigger: Trigger) -> Iterator[Pair]:
    """Give the roles of the clause whose support verb carries the event: *Norwegen* führte Gespräche *mit Kanada*.

    A headline has no verb: its first noun group acts (*Kanzlerin in Oslo zu Besuch*).
    """
    group, clause = trigger.group, context.clauses[trigger.clause]
    told = bool(clause.verbs) and not context.in_state(trigger.token)
    subjects = subject_groups(context, trigger.clause) if told else _nearest_bare(context, trigger)
    if trigger.group_index not in subjects and not clause.passive:
        for index in subjects:
            yield from _fill(context, index, "agent")
    for phrase in context.phrases(trigger.clause):
        role = group.by.get(phrase.preposition or "")
        if role and context.event_above(phrase) is None and not context.is_source(phrase.groups[0]):
            for index in phrase.groups:
                yield from _fill(context, index, role)


def _nearest_bare(context: Context, trigger: Trigger) -> tuple[int, ...]:
    """Give the last phrase without a preposition before a noun."""
    before = [p for p in context.phrases(trigger.clause) if context.groups[p.groups[-1]].end <= trigger.token]
    bare = [p for p in before if p.preposition is None and not p.genitive]
    return bare[-1].groups if bare else ()
