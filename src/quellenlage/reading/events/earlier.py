"""The day of an event whose clause gives none, or only a time of day: what was told just before it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from quellenlage.model import TimeExpression, TimeType
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.negation import is_of_a_day
from quellenlage.reading.times.values import parse

VAGUE = "_REF"  # of TimeML: *kürzlich, bald*
REACH = 6
# So many words before it *anders als* stands.
COMPARED = 5
UNDATED = frozenset({"clock", "part"})
TELLING = frozenset({"Past", "Perf", "Pluperf"})


def times(context: Context, clause: int, *, clock: bool) -> list[TimeExpression]:
    """Give the last dated time before a clause that points back at it; ``clock`` says that it gives a time of day.

    A clause points back by a word (*dabei*), as second half of a sentence (*und wurde empfangen*), or by a time of day.
    """
    together = _together(context, clause)
    if together:
        return together
    c = context.clauses[clause]
    if _until_now(context, clause):
        return []
    words = {context.doc[i].lower_ for i in c.tokens}
    points = bool(words & set(context.words["adverbs"]["then"]))
    clock = clock or _has_part_of_day(context, c.tokens)
    colon = c.kind == "main" and _behind_colon(context, c.start)
    joined = colon or (c.kind == "main" and c.joined)
    if not (points or joined or clock):
        return []
    first, past = context.doc[c.tokens[0]].sent.start, c.tense in TELLING
    within = _last(context, first, c.tokens[0], past=past)
    points = points or (colon and first == c.tokens[0])
    found = within if within or not (points or clock) else _before(context, first, clock, past=past)
    found = [t for t in found if not (colon and _is_open_title(context, t))]
    beside = c.tense == "Pres" and not words.isdisjoint(context.words["adverbs"]["at_once"])
    return [t for t in found if not (beside and _is_told(context, t))]


def last_told(context: Context, before: int) -> list[TimeExpression]:
    """Give the last time told before a token, in its sentence or one right before that: that of what is over."""
    first = context.doc[before].sent.start
    return _last(context, first, before, past=True) or _before(context, first, clock=False, past=True)


def of_the_day(context: Context, clause: int, told: Sequence[TimeExpression]) -> bool:
    """Say whether a part of the day (*am Morgen*, no *um zehn Uhr*) is one of the report's own: none came before it."""
    c, published = context.clauses[clause], context.report.published.interval
    past = c.tense in TELLING
    if published.day is None or c.tense == "Pluperf" or not names_part_of_day(context, clause, told):
        return False
    if _until_now(context, clause):
        return True
    here = context.doc[c.tokens[0]].idx
    before = (t for t in context.times if t.span.start < here and usable(context, t) and _tells(context, t))
    return all(context.days[t.id] == published or (past and _is_to_come(context, t)) for t in before)


def _is_open_title(context: Context, time: TimeExpression) -> bool:
    """Say whether a line before a colon leaves open which day is meant: *Erdrutsch am Montag: Der Weg ist zu*."""
    days = context.days[time.id]
    verbs = context.clauses[context.clause_of[context.tokens(time.span)[0]]].verbs
    return not verbs and days.known and days.day is None


def _until_now(context: Context, clause: int) -> bool:
    """Say whether something goes on, since some time, when the report is written: *Seit dem Morgen brennt es*."""
    c, since = context.clauses[clause], context.words["prepositions"]["since"]
    return c.tense == "Pres" and any(context.doc[i].lower_ in since for i in c.tokens)


def names_part_of_day(context: Context, clause: int, told: Sequence[TimeExpression]) -> bool:
    """Say whether a clause or its times name a part of the day: *am Vormittag*, and no *um zehn Uhr*."""
    named = (t.value[-1:].isalpha() and not t.value.endswith(VAGUE) for t in told)
    return any(named) or _has_part_of_day(context, context.clauses[clause].tokens)


def _has_part_of_day(context: Context, tokens: Iterable[int]) -> bool:
    return any(context.doc[i].lower_ in context.words["adverbs"]["part_of_day"] for i in tokens)


def _behind_colon(context: Context, start: int) -> bool:
    return start > 0 and context.doc[start - 1].text == ":"


def _together(context: Context, clause: int) -> list[TimeExpression]:
    """Give the times of the clause that tells of the same moment: *als das Dach einstürzte, wobei zwei starben*."""
    c = context.clauses[clause]
    if c.kind == "adverbial" and _is_of_one_moment(context, clause) and c.parent is not None:
        return _own(context, c.parent)
    if _is_on_arrival(context, clause) and c.parent is not None:
        return _own(context, c.parent)
    beside = clause + 1
    if beside < len(context.clauses) and c.kind == "main" and _that_was(context, beside):
        return _own(context, beside)
    if (
        beside < len(context.clauses)
        and context.clauses[beside].parent == clause
        and _is_of_one_moment(context, beside)
    ):
        return _own(context, beside)
    return []


def _is_on_arrival(context: Context, clause: int) -> bool:
    """Say whether a clause tells what comes at the end of a journey: *reiste nach Hamar, wo er sie traf*."""
    c = context.clauses[clause]
    if c.kind != "relative" or c.parent is None or context.doc[c.tokens[0]].tag_ != "PWAV":
        return False
    above = context.clauses[c.parent]
    frames = (group.frame.family for group in context.frames.verbs.get(above.lemma, ()))
    travels = any(family in context.words["occasions"]["journeys"] for family in frames)
    same = c.tense == above.tense or (c.tense == "Pres" and above.modal in context.words["modals"]["planned"])
    return travels and same and any(context.doc[i].tag_ == "PPER" for i in c.tokens)


def _that_was(context: Context, clause: int) -> bool:
    """Say whether a clause only says when the one before it was: *Sie wies zwei aus, das war im März*."""
    c, words = context.clauses[clause], [context.doc[i] for i in context.clauses[clause].tokens]
    pointing = words[0].lower_ in context.words["pointing"]["words"] and words[0].tag_ == "PDS"
    was = c.finite is not None and context.doc[c.finite].lemma_ in context.words["auxiliaries"]["perfect"]
    return pointing and was and c.tense == "Past" and len(c.verbs) == 1


def _is_of_one_moment(context: Context, clause: int) -> bool:
    opener = context.clauses[clause].subordinator
    return opener is not None and context.doc[opener].lower_ in context.words["clauses"]["of_one_moment"]


def _own(context: Context, clause: int) -> list[TimeExpression]:
    c = context.clauses[clause]
    found = [t for t in context.times_in(c.start, c.end) if usable(context, t) and _tells(context, t)]
    return [t for t in found if context.clause_of[context.tokens(t.span)[0]] == clause]


def _before(context: Context, first: int, clock: bool, *, past: bool) -> list[TimeExpression]:
    """Look through the sentences before token ``first``: on where the nearest has but a time of day itself."""
    for _ in range(REACH):
        if not first:
            return []
        before = context.doc[first - 1].sent
        found = _last(context, before.start, before.end, past=past)
        if found or any(_tells(context, t) for t in context.times_in(before.start, before.end)):
            return found
        clock = clock or _has_part_of_day(context, range(before.start, before.end))
        clock = clock or any(usable(context, t) for t in context.times_in(before.start, before.end))
        if not clock:
            return []
        first = before.start
    return []


def _last(context: Context, start: int, end: int, *, past: bool) -> list[TimeExpression]:
    """Give the last time of a stretch of text; for what is over none of a clause that tells what is to come."""
    told = [t for t in context.times_in(start, end) if usable(context, t) and _tells(context, t)] if start < end else []
    if past:
        told = [t for t in told if not _is_to_come(context, t)]
    # The begin of a stretch has the days of all of it.
    return [context.begins.get(time.id, time) for time in told[-1:]]


def _tells(context: Context, time: TimeExpression) -> bool:
    """Say whether a known time tells when something happened, not when it was said: no *der Plan vom Montag*."""
    if not datable(context, time):
        return False
    n = context.clause_of[context.tokens(time.span)[0]]
    return n >= 0 and not speaks(context, n) and not of_a_noun_before(context, time)


def _is_to_come(context: Context, time: TimeExpression) -> bool:
    """Say whether the clause of a time tells what is to come, or the day is later than the report."""
    begin, published = context.days[time.id].earliest, context.report.published.interval.latest
    if begin and published and begin > published:
        return True
    c = context.clauses[context.clause_of[context.tokens(time.span)[0]]]
    plans = c.tense == "Pres" and c.modal in context.words["modals"]["planned"]
    perfect = context.words["auxiliaries"]["perfect"]
    behind = any(context.doc[i].tag_ == "VAINF" and context.lemma(i) in perfect for i in c.verbs)
    return c.tense == "Fut" or (plans and not behind)


def _is_told(context: Context, time: TimeExpression) -> bool:
    """Say whether the clause of a time tells what is over."""
    return context.clauses[context.clause_of[context.tokens(time.span)[0]]].tense in TELLING


def datable(context: Context, time: TimeExpression) -> bool:
    """Say whether a time has a day, or will have once that of its report is known: no time by the clock alone."""
    if context.days[time.id].known:
        return True
    form = parse(time.form)
    return bool(form.kind) and form.kind not in UNDATED and context.report.published.interval.latest is None


def speaks(context: Context, clause: int) -> bool:
    """Say whether the verb of a clause is that of somebody saying something."""
    return any(context.cue_of[i] >= 0 for i in context.clauses[clause].verbs)


def usable(context: Context, time: TimeExpression) -> bool:
    """Say whether a time can be an event's: a date, and none to come where it must lie behind (*seit Montag*)."""
    if time.type not in {TimeType.DATE, TimeType.TIME} or any(_same(context, time)):
        return False
    first, published = context.tokens(time.span)[0], context.report.published.interval
    if any(context.doc[i].lower_ in context.words["prepositions"]["instead"] for i in range(max(0, first - 2), first)):
        return False
    if _is_contrasted(context, time) or _is_outlived(context, time) or _is_compared(context, time):
        return False
    before = {context.doc[i].lower_ for i in range(max(0, first - 2), first)}
    since = not before.isdisjoint(context.words["prepositions"]["since"])
    begin = time.interval.earliest
    return not (since and begin and published.latest and begin > published.latest)


def _is_outlived(context: Context, time: TimeExpression) -> bool:
    """Say whether something goes on when the day is over: *über den 7. April hinaus*."""
    end = context.tokens(time.span)[1]
    return end < len(context.doc) and context.doc[end].lower_ in context.words["prepositions"]["outlived"]


def _is_contrasted(context: Context, time: TimeExpression) -> bool:
    """Say whether it is the day that it is not: *nicht am Montag, sondern am Dienstag*, *nicht schon am Montag*."""
    (begin, end), words = context.tokens(time.span), context.words["clauses"]
    before = [context.doc[i].lower_ for i in range(max(0, begin - 3), begin + 1)]
    if not any(word in words["negation"] for word in before):
        return False
    if any(a in words["negation"] and b in words["not_yet_by"] for a, b in pairwise(before)):
        return True
    if any(is_of_a_day(context, i) for i in range(max(0, begin - 3), begin)):
        return True
    return any(context.doc[i].lower_ in words["instead"] for i in range(end, min(end + 3, len(context.doc))))


def _is_compared(context: Context, time: TimeExpression) -> bool:
    """Say whether it is the day of what was said before: *Anders als am Montag gemeldet, öffnet das Bad*."""
    (begin, end), words = context.tokens(time.span), context.words["clauses"]
    before = [context.doc[i].lower_ for i in range(max(0, begin - COMPARED), begin)]
    behind = [context.doc[i].tag_ for i in range(end, min(end + 4, len(context.doc)))]
    participle = "VVPP" in behind and behind[behind.index("VVPP") + 1 : behind.index("VVPP") + 2] == ["$,"]
    return participle and any(a in words["compared"] and b in words["than"] for a, b in pairwise(before))


def _same(context: Context, time: TimeExpression) -> Iterator[bool]:
    """Say of each word whether it makes the day one that only points at another: *am selben Tag*."""
    begin, end = context.tokens(time.span)
    for i in range(max(0, begin - 1), end):
        yield context.doc[i].lower_ in context.words["adverbs"]["same"]


def of_a_noun_before(context: Context, time: TimeExpression) -> bool:
    """Say whether a day hangs on the noun before it, which is none of time: *kündigte den Vertrag vom 3. Mai*."""
    first, end = context.tokens(time.span)
    noun = first - 2
    if noun < 0 or context.doc[noun].tag_ != "NN" or not of_the_nearest(context, context.group_of[first]):
        return False
    after = context.doc[end].lower_ if end < len(context.doc) else ""
    onwards = time.id in context.stretches or after in context.words["prepositions"]["onwards"]
    return not onwards and context.time_over(noun) is None


def of_the_nearest(context: Context, index: int) -> bool:
    """Say whether a group begins with *vom*, which joins it to the noun before it."""
    start = context.groups[index].start if index >= 0 else -1
    return start >= 0 and context.doc[start].lower_ in context.words["prepositions"]["of_the_nearest"]
