"""Where sides disagree about an event: whether, when, where, how many. Both sides are kept."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from quellenlage.language import table
from quellenlage.model import Basis, ConflictKind, EventMention, Interval, Span, Stance, Statement, Status
from quellenlage.model.dossier import ClaimRow, ConflictRow, EventRow, SideRow
from quellenlage.weighing import origins, recalled, telling, voices
from quellenlage.weighing.casebook import Casebook

CLOCK = re.compile(r"T\d\d:\d\d$")
WORD = re.compile(r"[^\W\d_]+")
GENERIC = "generic"
STEM = 6
# Characters between what is told and its denial beside it.
BESIDE = 300
# Share of the words of two statements that makes them one.
ALMOST_ALL = 0.7
# Minutes by which hours must differ before they are a dispute.
APART = 10
BEGUN = frozenset({Status.HAPPENED, Status.ONGOING})
SAID_TO_BE = frozenset({Status.HAPPENED, Status.ONGOING, Status.CONFIRMED, Status.PLANNED})
# Who demands something or asks for it does not say that it is so.
ASKED = frozenset({Stance.ASKS, Stance.DEMANDS, Stance.DOUBTS})


def of(event: EventRow, mentions: Sequence[EventMention], book: Casebook) -> Iterator[ConflictRow]:
    """Give the conflicts of one event."""
    for kind, sides in (
        (ConflictKind.DENIAL, _denial(mentions, book)),
        (ConflictKind.TIME, _time(mentions, book)),
    ):
        if sides:
            yield ConflictRow(kind=kind, event=event.id, claim=None, sides=sides, text=_text(event.label, sides, book))


def of_claim(claim: ClaimRow, statements: Sequence[Statement], book: Casebook) -> Iterator[ConflictRow]:
    """Give the conflict about a claim that somebody denies."""
    spoken = [(s, v) for s in statements for v in voices.of_statement(s, s.content[0], book)]
    begun = _says_it_was(statements, book)
    # Who says against another that it was so agrees with all who say the same.
    spoken = [(s, replace(v, stance=Stance.ASSERTS) if s.id in begun and v.denies else v) for s, v in spoken]
    against = {_who(v, book) for _, v in spoken if v.denies and v.actor}
    denied = [_said(s, book) for s, v in spoken if v.denies and v.actor]
    spoken = [(s, v) for s, v in spoken if v.denies or not any(_same_words(_said(s, book), said) for said in denied)]
    sides = [
        SideRow(
            report=s.report,
            start=s.content[0].start,
            end=s.content[-1].end,
            source_actor=v.actor,
            value="denies" if v.denies else "affirms",
        )
        for s, v in spoken
        # Who demands a thing says nothing that could be denied.
        if (v.denies and v.actor) or (not v.denies and v.stance not in ASKED and _who(v, book) not in against)
    ]
    if {side.value for side in sides} == {"affirms", "denies"}:
        kept = _once_a_source(sides)
        text = _text(claim.label, kept, book)
        yield ConflictRow(kind=ConflictKind.DENIAL, event=claim.event, claim=claim.id, sides=kept, text=text)


def _says_it_was(statements: Sequence[Statement], book: Casebook) -> set[str]:
    """Give the statements that tell what happened, and of nothing that it did not."""
    told = {s.id: {mention.status for mention in book.told.get(s.id, ())} for s in statements}
    return {id_ for id_, statuses in told.items() if statuses and statuses <= BEGUN}


def _said(statement: Statement, book: Casebook) -> set[str]:
    report = book.reports[statement.report]
    return {word.casefold() for span in statement.content for word in WORD.findall(report.quote(span))}


def _same_words(one: set[str], other: set[str]) -> bool:
    """Say whether two reports only put one statement in two ways, of which one was read as a denial."""
    return ALMOST_ALL * len(one | other) <= len(one & other)


def _denial(mentions: Sequence[EventMention], book: Casebook) -> tuple[SideRow, ...]:
    spoken = [(mention, voice) for mention in mentions for voice in _voices(mention, book)]
    against = [(m, v) for m, v in spoken if _against(m, v) and (v.actor or v.statement) and _denied(m, book)]
    here: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions if against else ():
        here[mention.report].append(mention)
    against = [(m, v) for m, v in against if _told_before(m, here[m.report], book)]
    deniers = {_who(v, book) for _, v in against}
    affirming = [
        (m, v)
        for m, v in spoken
        if not _against(m, v)
        and (m.status in SAID_TO_BE or (v.actor and m.status is Status.POSSIBLE))
        and v.stance not in ASKED
        and not (m.status is Status.POSSIBLE and _threatened(m, v, book))
        and not telling.refers(m, book.reports[m.report])
        and not telling.commented(m, book.reports[m.report])
        and _who(v, book) not in deniers
    ]
    affirming = [(m, v) for m, v in affirming if not v.own or not _came_after(m, [d for d, _ in against], book)]
    against = [(m, v) for m, v in against if any(_of_one(m, told, book) for told, _ in affirming)]
    if not against or not affirming:
        return ()
    surely = {_who(v, book) for m, v in affirming if m.status in SAID_TO_BE}
    sides = [_side(m, m.span, v.actor, "affirms") for m, v in affirming if m.status in SAID_TO_BE]
    sides += [_side(m, m.span, v.actor, "possible") for m, v in affirming if _who(v, book) not in surely]
    sides += [_side(m, m.span, v.actor, "denies") for m, v in against]
    return _once_a_source(sides)


def _told_before(denial: EventMention, here: Sequence[EventMention], book: Casebook) -> bool:
    """Say whether a denial that points back is of an event that its report tells there, not only refers to.

    *Der Wagen stand am Tag nach dem Brand vor dem Haus, sagte sie. Das bestritt der Wirt.* Nobody denies the fire.
    """
    if denial.marks != (denial.span,):
        return True
    before = [m for m in here if m.span < denial.span and m.statement]
    last = max(before, key=lambda m: m.span, default=None)
    if last is None:
        return True
    report = book.reports[last.report]
    return not telling.refers(last, report) and not recalled.only_recalled(last, None, report)


def _voices(mention: EventMention, book: Casebook) -> list[voices.Voice]:
    """Give who speaks of an event; what stands denied in the frame of a denial, he denies who speaks in it.

    *Die Firma nannte den Vorwurf der Fälschung „frei erfunden“.*
    """
    if mention.status is Status.DENIED and mention.statement is None:
        for statement in book.said_in(mention.report, mention.sentence):
            if statement.stance is Stance.DENIES and statement.source:
                return [replace(v, stance=Stance.DENIES) for v in voices.of_statement(statement, mention.span, book)]
    return voices.of_mention(mention, book)


def _against(mention: EventMention, voice: voices.Voice) -> bool:
    """Say whether a voice says that it was not so; who denies something else may well say that this was."""
    return voice.denies and mention.status in {Status.DENIED, Status.POSSIBLE}


def _came_after(told: EventMention, denied: Sequence[EventMention], book: Casebook) -> bool:
    """Say whether a report tells of what came about only after all had spoken who did not think that it would."""
    begin = book.published(told.report).interval.earliest
    ends = [book.published(mention.report).interval.latest for mention in denied]
    return begin is not None and all(end is not None and end < begin for end in ends)


def _of_one(denied: EventMention, told: EventMention, book: Casebook) -> bool:
    """Say whether a denial is of what another one tells: in the same word, side by side, or with a noun in common."""
    if _other_object(denied, told, book):
        return False
    if denied.lemma == told.lemma or (denied.frame == told.frame != GENERIC):
        return True
    if denied.report == told.report and _side_by_side(denied.sentence, told.sentence, book.reports[told.report].text):
        return True
    return bool(_nouns(denied, book) & _nouns(told, book)) or _common_party(denied, told, book)


def _side_by_side(one: Span, other: Span, text: str) -> bool:
    """Say whether two sentences are one or stand near each other in a paragraph."""
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return len(between) <= BESIDE and "\n" not in between


def _common_party(one: EventMention, other: EventMention, book: Casebook) -> bool:
    mine, theirs = ({book.actor_of.get(p.entity) for p in m.participants} - {None} for m in (one, other))
    return bool(mine & theirs)


def _nouns(mention: EventMention, book: Casebook) -> set[str]:
    said = WORD.findall(book.quote(mention.report, mention.sentence))
    return {word[:STEM].casefold() for word in said if word[0].isupper() and len(word) >= STEM}


def _other_object(denied: EventMention, told: EventMention, book: Casebook) -> bool:
    """Say whether it is said of another thing only: *keinen Brief gefunden*, where the others tell of a watch."""
    report = book.reports[denied.report]
    words = table(report.language, "telling")["denied"]
    said = WORD.findall(report.text[denied.sentence.start : denied.span.start])
    no = max((n for n, word in enumerate(said[:-1]) if word.casefold() in words["no"]), default=-1)
    thing = said[no + 1] if no >= 0 and not set(said[max(0, no - 1) : no]) & set(words["not_of_things"]) else None
    if thing is None or not thing[0].isupper() or thing.casefold() in words["least"]:
        return False
    there = book.quote(told.report, told.sentence).casefold()
    return thing[:STEM].casefold() not in there


def _threatened(mention: EventMention, voice: voices.Voice, book: Casebook) -> bool:
    """Say whether somebody threatens a thing or asks for it, which says of nothing that it is so."""
    report = book.reports[mention.report]
    stems = tuple(table(report.language, "telling")["demands"]["stems"])
    said = report.quote(mention.sentence).casefold().split()
    return voice.stance is Stance.ANNOUNCES or any(word.startswith(stems) for word in said)


def _denied(mention: EventMention, book: Casebook) -> bool:
    """Say whether it is the event that is denied, not something that a denial only refers to it for."""
    report = book.reports[mention.report]
    if mention.status is not Status.DENIED:
        return not telling.refers(mention, report)
    said = [word.casefold() for word in WORD.findall(report.quote(mention.sentence))]
    words = table(report.language, "telling")["denied"]
    not_without = any(a in words["words"] and b in words["without"] for a, b in pairwise(said))
    return telling.denies(mention, report) and not not_without and not _elsewhere(said, report.language)


def _elsewhere(said: Sequence[str], language: str) -> bool:
    """Say whether only a place is denied: *auf dem Hof gefunden worden und nicht auf der Straße*."""
    words = table(language, "telling")
    also, no, local = words["elsewhere"]["also"], words["elsewhere"]["not"], words["where"]["prepositions"]
    return any(a == also and b == no and c in local for a, b, c in zip(said, said[1:], said[2:], strict=False))


def _who(voice: voices.Voice, book: Casebook) -> str:
    """Give what tells a speaker from others; a report in its own voice is nobody but itself."""
    return origins.key(voice.actor, book) if voice.actor else f"own {voice.report} {voice.statement or ''}"


def _once_a_source(sides: Sequence[SideRow]) -> tuple[SideRow, ...]:
    """Keep the first place of each source and value; an outlet's own voice counts by report."""
    first: dict[tuple[str, str], SideRow] = {}
    for side in sides:
        first.setdefault((side.source_actor or side.report, side.value), side)
    return tuple(first.values())


def _time(mentions: Sequence[EventMention], book: Casebook) -> tuple[SideRow, ...]:
    """Find mentions of what has happened whose days exclude each other.

    Of what reports tell by themselves only the same word can be of the same moment: a fire breaks out, and spreads.
    """
    dated = [(m, book.interval(m)) for m in mentions if m.status is Status.HAPPENED]
    dated = [(m, interval) for m, interval in dated if interval.day and _dated(m, book) and _says_when(m, book)]
    apart = [(m, i) for m, i in dated if any(i.meet(j) is None and _one_moment(m, n, book) for n, j in dated)]
    sides = [_side(m, m.span, _actor(m, book), _days(i)) for m, i in apart]
    sides = sides if len({side.value for side in sides}) > 1 else _clocks(mentions, book)
    return _once_a_source(sides)


def _one_moment(one: EventMention, other: EventMention, book: Casebook) -> bool:
    """Say whether two who are known give the day, or reports tell it in the same word."""
    same_words = book.quote(one.report, one.sentence) == book.quote(other.report, other.sentence)
    if same_words and any(True for _ in book.times_in(one.report, one.sentence)):
        return False
    speakers = {_who(voice, book) for mention in (one, other) for voice in voices.of_mention(mention, book)[:1]}
    named = all(_actor(mention, book) for mention in (one, other))
    return len(speakers) > 1 and (named or one.lemma == other.lemma)


def _says_when(mention: EventMention, book: Casebook) -> bool:
    """Say whether a day stands in the sentence itself, where somebody else than the report tells the event."""
    return mention.statement is None or any(True for _ in book.times_in(mention.report, mention.sentence))


def _dated(mention: EventMention, book: Casebook) -> bool:
    """Say whether the day of the report is known without inference: else a wrong day would be a dispute."""
    return book.published(mention.report).basis in {Basis.METADATA, Basis.STATED}


def _clocks(mentions: Sequence[EventMention], book: Casebook) -> list[SideRow]:
    """Find hours that different sources give for one event: *um 14.20 Uhr*, *gegen 14.45 Uhr*."""
    told: dict[str, tuple[int, SideRow]] = {}
    for mention in mentions:
        voice = voices.of_mention(mention, book)[0]
        clocks = [time for time in book.times_in(mention.report, mention.sentence) if CLOCK.search(time.value)]
        if voice.actor and mention.status in {Status.HAPPENED, Status.ONGOING} and len(clocks) == 1:
            hours, minutes = map(int, clocks[0].value[-5:].split(":"))
            side = _side(mention, clocks[0].span, voice.actor, clocks[0].value[-5:])
            told.setdefault(_who(voice, book), (60 * hours + minutes, side))
    apart = [row for row in told.values() if any(abs(row[0] - other[0]) >= APART for other in told.values())]
    return [side for _, side in apart]


def _actor(mention: EventMention, book: Casebook) -> str | None:
    return voices.of_mention(mention, book)[0].actor


def _side(mention: EventMention, span: Span, actor: str | None, value: str) -> SideRow:
    return SideRow(report=mention.report, start=span.start, end=span.end, source_actor=actor, value=value)


def _days(interval: Interval) -> str:
    return str(interval.earliest) if interval.day else f"{interval.earliest}/{interval.latest}"


def _text(label: str, sides: Sequence[SideRow], book: Casebook) -> str:
    """Say in one line who stands against whom, in names and values only."""
    by_value: dict[str, list[str]] = defaultdict(list)
    for side in sides:
        name = book.actors[side.source_actor].name if side.source_actor else _outlet(side.report, book)
        if name not in by_value[side.value]:
            by_value[side.value].append(name)
    return f"{label}: " + " | ".join(f"{value}: {', '.join(names)}" for value, names in by_value.items())


def _outlet(report: str, book: Casebook) -> str:
    return book.reports[report].outlet or book.reports[report].uri
