"""What a present tense tells: what lasts is under way, headlines tell the past in it, all else lies ahead."""

from datetime import timedelta

from quellenlage.model import Interval, Status
from quellenlage.reading.events.context import Context
from quellenlage.reading.events.frames import Frame
from quellenlage.reading.events.headlines import in_headline
from quellenlage.reading.events.triggers import FULL
from quellenlage.reading.times.values import parse

WEEK = timedelta(days=7)
WEEKDAY = "weekday"


def by_date(context: Context, when: Interval) -> Status | None:
    """Tell what lies behind the report's day from what lies ahead of it, where the days say so."""
    published = context.report.published.interval
    if when.earliest and published.latest and when.earliest > published.latest:
        return Status.PLANNED
    if when.latest and published.earliest and when.latest < published.earliest:
        return Status.HAPPENED
    return None


def is_bygone(context: Context, when: Interval) -> bool:
    """Say whether a day is further back than a weekday reaches: *lange vor dem Vertrag vom 3. Mai*."""
    published = context.report.published.interval.earliest
    return bool(when.latest and published and published - when.latest >= WEEK)


def by_present(context: Context, clause: int, token: int, frame: Frame | None, when: Interval) -> Status:
    """Give the status of a verb in the present: by its participle, *seit*, its day, an adverb, or its kind."""
    c = context.clauses[clause]
    finite = context.doc[c.finite] if c.finite is not None else context.doc[token]
    words = {context.doc[i].lower_ for i in c.tokens}
    if _is_participle(context, clause, token) and finite.lemma_ in context.words["auxiliaries"]["perfect"]:
        return Status.ONGOING if _has_lasted(context, clause, frame, words) else Status.HAPPENED
    if words & set(context.words["prepositions"]["since"]):
        return Status.HAPPENED if frame and frame.onset and not _is_shut(context, token, frame) else Status.ONGOING
    if _is_state_today(context, token, frame, when):
        return Status.ONGOING
    dated = by_date(context, when) or by_weekday(when) or on_weekday(context, clause, when)
    if dated is not None:
        return dated
    said = _by_adverb(context, words, frame)
    if said is not None:
        return said
    return _of_this_minute(frame) if _is_entry(context, clause) else by_nature(context, token, frame)


def _is_shut(context: Context, token: int, frame: Frame) -> bool:
    """Say whether a predicate tells a state that goes on: *sind seit Montag zu*, but not *wieder offen*."""
    return context.doc[token].tag_ not in FULL and frame.family in context.words["lasting"]["families"]


def _has_lasted(context: Context, clause: int, frame: Frame | None, words: set[str]) -> bool:
    """Say whether a state holds: *ist seit Freitag, ist noch immer gesperrt*, but not *seit Freitag gelöscht*."""
    c, ended = context.clauses[clause], context.words["ended"]
    lasting = {*context.words["prepositions"]["since"], *context.words["adverbs"]["still"]}
    if not c.passive or words.isdisjoint(lasting):
        return False
    over = frame is not None and (frame.sudden or frame.family in ended["families"])
    return not over and c.lemma not in context.words["verbs"]["lifting"] + ended["verbs"]


def _by_adverb(context: Context, words: set[str], frame: Frame | None) -> Status | None:
    for kind in (Status.PLANNED, Status.ONGOING):
        if words & set(context.words["adverbs"][kind.value]):
            return kind
    if not _is_so_by_now(context, words, frame):
        return None
    return Status.ONGOING if frame and frame.durative and not frame.onset else Status.HAPPENED


def _is_so_by_now(context: Context, words: set[str], frame: Frame | None) -> bool:
    """Say whether a change is told as made: *Die Züge fahren inzwischen*, and of what runs again *fahren wieder*."""
    lists = context.words["adverbs"]
    again = frame is not None and frame.onset and not words.isdisjoint(lists["again"])
    return again or not words.isdisjoint(lists["by_now"])


def _of_this_minute(frame: Frame | None) -> Status:
    return Status.HAPPENED if frame and frame.sudden else Status.ONGOING


def _is_entry(context: Context, clause: int) -> bool:
    """Say whether a clause is what a running report says of a minute: *9.40 Uhr: Der Bahnhof wird geräumt.*"""
    start = context.clauses[clause].start
    if start < 1 or context.doc[start - 1].text != ":":
        return False
    time = context.time_over(start - 2) if start > 1 else None
    return time is not None and parse(time.form).kind == "clock"


def by_weekday(when: Interval) -> Status | None:
    """Let a weekday in the present lie ahead where it may be on either side: *Wir sehen uns am Samstag*."""
    if when.earliest is None or when.latest is None:
        return None
    return Status.PLANNED if when.latest - when.earliest == WEEK else None


def _is_state_today(context: Context, token: int, frame: Frame | None, when: Interval) -> bool:
    """Say whether a predicate tells how things stand on the day: *Die Schulen sind heute zu*."""
    state = context.doc[token].tag_ not in FULL and frame is not None and (frame.onset or frame.durative)
    ahead = by_date(context, when) is Status.PLANNED or by_weekday(when) is not None
    return state and not ahead


def on_weekday(context: Context, clause: int, when: Interval) -> Status | None:
    """Let a weekday in the present of a report without a date lie ahead: *Am Mittwoch legen sie die Arbeit nieder*."""
    c = context.clauses[clause]
    if when.known or context.report.published.interval.known or in_headline(context, c.tokens[0]):
        return None
    named = any(t.form.startswith(WEEKDAY) for t in context.times_in(c.start, c.end))
    return Status.PLANNED if named else None


def by_nature(context: Context, token: int, frame: Frame | None) -> Status:
    """Read a present without a day: by the kind of event, as a headline does, or by who does it."""
    if context.doc[token].tag_ not in FULL and frame and frame.sudden and not frame.durative:
        return Status.HAPPENED
    if frame and (frame.durative or frame.ahead):
        return Status.ONGOING if frame.durative else Status.PLANNED
    lemma = context.clauses[context.clause_of[token]].lemma
    if lemma in context.words["verbs"]["gradual"] or lemma in context.words["verbs"]["at_it"]:
        return Status.ONGOING
    told = lemma in context.words["verbs"]["resulting"]
    told = told or (in_headline(context, token) and not _to_be_done(context, token))
    if told or (frame is not None and frame.sudden) or _is_decided(context, token):
        return Status.HAPPENED
    return Status.ONGOING if _is_at_work(context, token) else Status.PLANNED


def _is_decided(context: Context, token: int) -> bool:
    """Say whether who says so in the present has done it: *Die Stadt verklagt den Erbauer*."""
    c = context.clauses[context.clause_of[token]]
    return c.lemma in context.words["verbs"]["decided"] and not c.passive and context.statement(token) is None


def _is_at_work(context: Context, token: int) -> bool:
    """Say whether people are told to do something now: *Die Anwohner dichten ihre Fenster ab*."""
    n = context.clause_of[token]
    c = context.clauses[n]
    index = context.subject(n - 1 if c.joined and c.subject is None and n else n)
    if c.passive or c.kind != "main" or index is None or context.statement(token) is not None:
        return False
    head, persons = context.doc[context.groups[index].head], context.words["persons"]
    many = context.groups[index].number == "Plur" or "Plur" in head.morph.get("Number", [])
    people = head.lemma_.lower().endswith(tuple(persons["heads"]))
    return many and people and bool(c.objects)


def _to_be_done(context: Context, token: int) -> bool:
    """Say whether a headline's passive tells what is to be done: *Jetzt wird doch gebaut*."""
    c = context.clauses[context.clause_of[token]]
    lists = context.words["auxiliaries"]
    return c.passive and c.finite is not None and context.doc[c.finite].lemma_ not in lists["perfect"]


def _is_participle(context: Context, clause: int, token: int) -> bool:
    """Say whether the verb is a participle, also one that looks like an infinitive: *ist erlegen*."""
    if context.doc[token].tag_ == "VVINF":
        return not any(context.doc[i].tag_ == "PTKZU" for i in context.clauses[clause].verbs)
    return context.doc[token].tag_ == "VVPP"


def has_to_since(context: Context, clause: int) -> bool:
    """Say whether what has to be done goes on: *Sie muss sich seit Montag vor Gericht verantworten*."""
    c, since = context.clauses[clause], context.words["prepositions"]["since"]
    now = c.tense == "Pres" and c.konjunktiv != 2 and c.modal in context.words["modals"]["obliged"]
    return now and any(context.doc[i].lower_ in since for i in c.tokens)
