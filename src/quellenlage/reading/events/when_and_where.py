"""When and where an event takes place, as its noun group or its clause says."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import pairwise, takewhile

from quellenlage.model import UNKNOWN, Interval, Kind, TimeExpression
from quellenlage.reading.events import (
    described,
    distant,
    earlier,
    lasting,
    narrowing,
    parting,
    predicated,
    put_off,
    roles,
)
from quellenlage.reading.events.context import Context, Phrase
from quellenlage.reading.events.derivation import derived
from quellenlage.reading.events.described import aimed
from quellenlage.reading.events.earlier import datable, usable
from quellenlage.reading.events.participles import attribute, is_participle
from quellenlage.reading.events.triggers import Trigger, segment


class Scope(IntEnum):
    """Which times an event may take: none, those a plan aims at, those of its clause, or those told before it too."""

    NONE = 0
    AIMED = 1
    CLAUSE = 2
    ALL = 3


When = tuple[str | None, Interval]
NEVER: When = (None, UNKNOWN)
NOW = "PRESENT_REF"  # of TimeML: *jetzt, derzeit*
DASHES = frozenset({"–", "—", "-"})
PLACED = ("destination", "place")


def when(context: Context, trigger: Trigger, scope: Scope) -> When:
    """Give the time expression an event rests on and its days.

    A noun takes the time beside it; a clause gives its times to the event that it is about, and to no other. Where
    it has none, or only a time of day, it can point back: *dabei, anschließend, gegen fünf Uhr, und wurde empfangen*.
    """
    time, days = _when(context, trigger, scope)
    return time, narrowing.opened(context, trigger, time, days)


def _when(context: Context, trigger: Trigger, scope: Scope) -> When:
    if _in_an_attribute(context, trigger):
        return NEVER
    told = distant.day(context, trigger) or put_off.by_length(context, trigger) or lasting.begin(context, trigger)
    return told or _of_noun(context, trigger) or _of_its_clause(context, trigger, scope)


def _in_an_attribute(context: Context, trigger: Trigger) -> bool:
    """Say whether a noun stands inside another's group: *der wegen des Streiks gesperrte Hafen*."""
    if trigger.verb or trigger.attributive or trigger.group_index < 0:
        return False
    group = context.groups[trigger.group_index]
    return parting.holds_a_phrase(context, group) and trigger.token < group.head


def _of_noun(context: Context, trigger: Trigger) -> When | None:
    """Give the day beside a noun, or that it is put off to; ``None`` where it must be looked for elsewhere."""
    if trigger.verb:
        return None
    moved = put_off.is_put_off(context, trigger)
    beside = put_off.times(context, trigger) if moved else _beside(context, trigger)
    if predicated.is_turned_down(context, trigger):
        beside = [t for t in beside if earlier.of_the_nearest(context, context.group_of[context.tokens(t.span)[0]])]
    before = context.clauses[trigger.clause].tense == "Pluperf"
    if moved or (beside and before) or any(datable(context, t) for t in beside):
        return _join(context, beside)
    return _by_clock(context, trigger, beside, described.times(context, trigger)) if beside else None


def _of_its_clause(context: Context, trigger: Trigger, scope: Scope) -> When:
    told = described.times(context, trigger) if not trigger.verb else []
    if scope is Scope.NONE:
        return _join(context, told)
    found = _of_clause(context, trigger.clause, segment(context, trigger)) or _shared(context, trigger)
    found = [t for t in found if not (_in_group(context, trigger, t) and _of_its_plan(context, trigger, t))]
    found = [t for t in found if not _is_aside(context, trigger, t)]
    if scope is Scope.AIMED:
        meant = [t for t in found if aimed(context, t)]
        return _join(context, meant or [t for t in found if _is_ahead(context, trigger, t)] or told)
    if scope is Scope.CLAUSE or any(datable(context, t) for t in found):
        return _join(context, found or told)
    return _by_clock(context, trigger, found, told)


def _is_aside(context: Context, trigger: Trigger, time: TimeExpression) -> bool:
    """Say whether a time stands between dashes, and the event does not: *Sie nahm – anders als 2006 – daran teil*."""
    clause, first = context.clauses[trigger.clause], context.tokens(time.span)[0]
    dashes = [i for i in range(clause.start, clause.end) if context.doc[i].text in DASHES]
    return any(a < first < b and not a < trigger.token < b for a, b in pairwise(dashes))


def _last_day(days: Interval) -> Interval:
    """Give the day that *am Morgen* is of where a night was told before; any other stretch stays."""
    night = days.earliest is not None and days.latest is not None and (days.latest - days.earliest).days == 1
    return Interval(earliest=days.latest, latest=days.latest) if night else days


def _is_ahead(context: Context, trigger: Trigger, time: TimeExpression) -> bool:
    """Say whether a day is too late to be that of the planning: *Am 28. Februar ist eine Feier geplant*."""
    clause, published = context.clauses[trigger.clause], context.report.published.interval.latest
    done = clause.modal is None and clause.tense != "Fut" and any(context.doc[i].tag_ == "VVPP" for i in clause.verbs)
    lists = context.words["auxiliaries"]
    copula = clause.finite is not None and context.doc[clause.finite].lemma_ in {*lists["perfect"]} & {*lists["state"]}
    state = copula and not any(context.doc[i].tag_ == "VAPP" for i in clause.verbs)
    begin = context.days[time.id].earliest
    sure = state or not time.form.startswith("weekday")
    return done and sure and bool(published and begin and begin > published)


def _by_clock(context: Context, trigger: Trigger, found: Sequence[TimeExpression], told: list[TimeExpression]) -> When:
    """Give the day of what has none, or only a time of day: the one told before, or the report's own."""
    if any(t.value == NOW for t in found) and not told:
        return found[0].id, UNKNOWN  # *Das Schiff ist von 1942. Jetzt wird es verkauft.*
    before = told or earlier.times(context, trigger.clause, clock=bool(found))
    if before and earlier.names_part_of_day(context, trigger.clause, found):
        return _join(context, before)[0], _last_day(_join(context, before)[1])
    if not before and earlier.of_the_day(context, trigger.clause, found):
        return (found[0].id if found else None), context.report.published.interval
    return _join(context, before or found)


def _shared(context: Context, trigger: Trigger) -> list[TimeExpression]:
    """Give a time in front of all verbs to each half: *Am Montag wurden zwei getötet und drei verletzt*."""
    clause = context.clauses[trigger.clause]
    if not trigger.verb or segment(context, trigger)[0] == clause.start:
        return []
    first = min(i for i in clause.verbs if i != clause.finite or len(clause.verbs) == 1)
    return _of_clause(context, trigger.clause, (clause.start, first), 0)


def _of_clause(context: Context, clause: int, within: tuple[int, int], steps: int = 1) -> list[TimeExpression]:
    """Give the times of a clause; an infinitive without one looks into the clause around it, but not one of purpose."""
    c = context.clauses[clause]
    own = {i for i in c.tokens if within[0] <= i < within[1]} - _taken_by_nouns(context, clause)
    found = [t for t in context.times_in(*within) if usable(context, t) and context.tokens(t.span)[0] in own]
    found = [t for t in found if not _of_a_thing(context, clause, t) and not _of_an_attribute(context, t)]
    if not found and c.kind == "infinitive" and c.subordinator is None and c.parent is not None and steps:
        above = context.clauses[c.parent]
        speaks = any(context.cue_of[i] >= 0 for i in above.verbs)
        return [] if speaks else _of_clause(context, c.parent, (above.start, above.end), steps - 1)
    return found


def _of_an_attribute(context: Context, time: TimeExpression) -> bool:
    """Say whether a time stands between an article and its noun, with a participle: *der im Mai gewählte Rat*."""
    first, end = context.tokens(time.span)
    index = context.group_of[first]
    if index < 0 or context.groups[index].start >= first:
        return False
    between = (context.doc[i] for i in range(end, context.groups[index].head))
    if parting.holds_a_phrase(context, context.groups[index]) and context.groups[index].head >= end:
        return True
    return any(is_participle(context, word) for word in between if word.tag_ == "ADJA")


def _of_a_thing(context: Context, clause: int, time: TimeExpression) -> bool:
    """Say whether a time says of a thing what it is for or of which day: *Gehälter für April, der Brief vom 3. Mai*."""
    first, lists = context.tokens(time.span)[0], context.words["verbs"]
    if earlier.of_a_noun_before(context, time):
        return True
    begin = first - 2 if first > 1 and context.doc[first - 1].tag_ in {"ART", "PDAT"} else first - 1
    period = begin >= 0 and context.doc[begin].lower_ in context.words["prepositions"]["period"]
    lemma = context.clauses[clause].lemma
    plans = any(lemma in lists[kind] for kind in ("planned", "postponed", "possible", "expecting"))
    if not period or plans or context.days[time.id].day:
        return False
    opens = begin == context.clauses[clause].start  # *Für das laufende Jahr gab sie eine Warnung aus.*
    group = context.group_of[begin - 1] if begin else -1
    of_a_thing = group >= 0 and context.doc[begin - 1].tag_ == "NN" and not context.names_event(group)
    return of_a_thing or (opens and context.clauses[clause].tense in {"Past", "Perf", "Pluperf"})


def _taken_by_nouns(context: Context, clause: int) -> set[int]:
    """Give the tokens behind an event's noun that say when that one was: *nach dem Treffen im Mai*."""
    taken: set[int] = set()
    for phrase in context.phrases(clause):
        above = context.event_above(phrase)
        if above is None:
            continue
        first = phrase.groups[0]
        ranged = any(t.id in context.stretches for t in context.times_in(*_tokens(context, first)))
        own = earlier.of_the_nearest(context, first) and not ranged
        apart = {*_apart(context), *context.words["prepositions"]["period"]}
        if own or context.preposition(context.groups[above]) in apart or _in_a_case(context, above):
            taken.update(range(context.groups[phrase.groups[0]].start, context.groups[phrase.groups[-1]].end))
    return taken


def _tokens(context: Context, index: int) -> tuple[int, int]:
    return context.groups[index].start, context.groups[index].end


def _in_a_case(context: Context, index: int, steps: int = 6) -> bool:
    """Say whether a noun hangs on a condition: *im Fall einer Niederlage bei der Wahl*."""
    phrase = context.phrase_of(index)
    if phrase is None or phrase.to is None or not steps:
        return False
    head = context.doc[context.groups[phrase.to].head].lower_
    return head in context.words["governors"]["cases"] or _in_a_case(context, phrase.to, steps - 1)


def _apart(context: Context) -> set[str]:
    lists = context.words["prepositions"]
    return {word for kind in ("behind", "ahead") for word in lists[kind]}


def _beside(context: Context, trigger: Trigger) -> list[TimeExpression]:
    """Give the times in the phrases behind a noun, and in its own group: *Besuch vom 3. bis 5. Mai*, *Mai-Besuch*."""
    if trigger.group_index < 0:
        return []
    group = context.groups[trigger.group_index]
    if trigger.attributive:
        return [t for t in context.times_in(attribute(context, trigger), trigger.token) if usable(context, t)]
    end, others = group.end, set[int]()
    for phrase in context.behind(trigger.group_index):
        begin, end = context.groups[phrase.groups[0]].start, context.groups[phrase.groups[-1]].end
        if _of_another(context, trigger, phrase):
            others.update(range(begin, end))
    found = (t for t in context.times_in(group.start, end) if context.tokens(t.span)[0] not in others)
    # *die Bergung des am Montag gestrandeten Kutters*
    found = (t for t in found if context.tokens(t.span)[0] < group.end or not _of_an_attribute(context, t))
    return [t for t in found if usable(context, t) and not _of_its_plan(context, trigger, t)]


def _of_another(context: Context, trigger: Trigger, phrase: Phrase) -> bool:
    """Say whether a phrase hangs on another event's noun behind: *Untersuchung des Unglücks vom 14. März*."""
    above = context.event_above(phrase)
    if above is None or above <= trigger.group_index:
        return False
    lists = context.words["prepositions"]
    scene = context.preposition(context.groups[above]) in {*_apart(context), *lists["at"]}
    return scene or earlier.of_the_nearest(context, phrase.groups[0])


def _in_group(context: Context, trigger: Trigger, time: TimeExpression) -> bool:
    """Say whether a time stands between a noun's article and the noun: *das im März geplatzte Treffen*."""
    if trigger.group_index < 0:
        return False
    return context.groups[trigger.group_index].start <= context.tokens(time.span)[0] < trigger.token


def _of_its_plan(context: Context, trigger: Trigger, time: TimeExpression) -> bool:
    """Say whether a time before the noun is another's: *die am Montag angekündigte Wahl*, *das im März geplatzte*."""
    begin, end = context.tokens(time.span)
    if begin >= trigger.token or aimed(context, time):
        return False
    lists = context.words["adjectives"]
    stems = tuple(lists["cancelled"] + lists["announced"])
    return any(context.doc[i].lower_.startswith(stems) for i in range(end, trigger.token))


def _join(context: Context, found: Sequence[TimeExpression]) -> When:
    """Take the stretch that a range makes; else the narrowest of the expressions that agree."""
    if not found:
        return NEVER
    stretch = next((t for t in found if t.id in context.stretches), None)
    if stretch is not None:
        return stretch.id, context.days[stretch.id]
    known = [t for t in found if context.days[t.id].known]
    return _narrowest(context, known) if known else (found[0].id, UNKNOWN)


def _narrowest(context: Context, known: Sequence[TimeExpression]) -> When:
    best, stretch = known[0], context.days[known[0].id]
    for time in known[1:]:
        met = stretch.meet(context.days[time.id])
        if met is None:
            return best.id, context.days[best.id]
        best, stretch = (time, met) if met != stretch else (best, stretch)
    return best.id, stretch


def where(context: Context, trigger: Trigger, main: bool) -> str | None:
    """Give the entity of kind place where an event is; a noun looks behind itself first."""
    named = (e for role, e in _all_roles(context, trigger) if role in PLACED and is_place(context, e))
    # Where somebody accepts an invitation is not where he is invited to.
    main = main and (trigger.verb or trigger.group_index < 0 or not list(roles.invited(context, trigger)))
    return next(named, None) or next(
        (e for p in _near(context, trigger, main) for e in _place(context, trigger, p)), None
    )


def _near(context: Context, trigger: Trigger, main: bool) -> Iterator[Phrase]:
    if not trigger.verb and trigger.group_index >= 0:
        yield from takewhile(lambda phrase: not _is_purpose(context, phrase), context.behind(trigger.group_index))
    if main:
        begin, end = segment(context, trigger)
        for phrase in context.phrases(trigger.clause):
            if begin <= context.groups[phrase.groups[0]].start < end and not _part_of_another(context, trigger, phrase):
                yield phrase


def _is_purpose(context: Context, phrase: Phrase) -> bool:
    """Say whether another event is what it is for, whose place is not this one's: *für den Einsatz in Arden*."""
    index = phrase.groups[0]
    word = context.doc[context.groups[index].head].lemma_
    event = context.names_event(index) or derived(word, context.language.code) is not None
    return event and phrase.preposition in context.words["prepositions"]["purpose"]


def _all_roles(context: Context, trigger: Trigger) -> list[tuple[str, str]]:
    return list(roles.of_verb(context, trigger) if trigger.verb else roles.of_noun(context, trigger))


def _place(context: Context, trigger: Trigger, phrase: Phrase) -> list[str]:
    if phrase.preposition not in context.words["places"]["at"] or phrase.preposition in _other_roles(trigger):
        return []
    found = (context.referent(n) for n in phrase.groups)
    return [e for e in found if e and is_place(context, e)]


def _part_of_another(context: Context, trigger: Trigger, phrase: Phrase) -> bool:
    """Say whether a place belongs to a noun under a preposition of its own: *für den Krieg · in Arden*."""
    if phrase.to is None or phrase.to == trigger.group_index:
        return False
    above = context.event_above(phrase)
    if _at(context, above):
        return False
    before = context.groups[phrase.to]
    if before.preposition is None or context.times_in(before.start, before.end):
        return above not in {None, trigger.group_index}
    entity = context.referent(phrase.to)
    return entity is None or not is_place(context, entity)


def _other_roles(trigger: Trigger) -> set[str]:
    return {preposition for preposition, role in trigger.group.by.items() if role not in PLACED}


def _at(context: Context, group: int | None) -> bool:
    """Say whether an event's noun only sets the scene of its clause: *bei dem Unfall in Hamar*."""
    return group is not None and context.preposition(context.groups[group]) in context.words["prepositions"]["at"]


def is_place(context: Context, entity: str) -> bool:
    """Say whether an entity of the report is a place."""
    return entity in context.entities and context.entities[entity].kind is Kind.PLACE
