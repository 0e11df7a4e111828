"""Who denies what somebody else has said, where no event is named: the statement just before, or one in the same words.

*Der Kreis meldet Gewinn. Davon könne keine Rede sein, erwidert der Prüfer.* A denial answers the statement that stands
right before it, else the one that shares its rarest words.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from quellenlage.language import table
from quellenlage.linking.pointing import answers, points_back, sentence_between
from quellenlage.linking.words import STEM, Word, words
from quellenlage.model import ConflictKind, Reading, Report, Span, Stance, Statement, StatementType, Status
from quellenlage.model.dossier import ConflictRow, EventRow, SideRow
from quellenlage.weighing import labels, origins, telling, voices
from quellenlage.weighing.casebook import Casebook

NEARBY = 200
LOOK_BACK = 6
RARE = 3
# One in so many of a denial's rare words must be the other's.
ENOUGH = 3
BEGUN = frozenset({Status.HAPPENED, Status.ONGOING})
SAID = frozenset({Stance.ASSERTS, Stance.ANNOUNCES, Stance.CONFIRMS, Stance.WARNS})


TOLD = frozenset({StatementType.REPORTED})
CARRIED_ON = 2
# A denial of fewer words says what it denies beside them: *nannte den Plan „frei erfunden“*.
SHORT = 4
WORD = re.compile(r"\w+")
# Letters of what makes a compound of a word, its joint with it.
SHORTEST_PART = 5
ENDING = re.compile(r"(?:e[nrsm]?|n|s)$")
NOUN = re.compile(r"\b[^\W\d_a-zäöüß]\w+")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its speaker, what tells that speaker from others, and its content stems."""

    statement: Statement
    actor: str | None
    who: str
    stems: frozenset[str]
    long: frozenset[str]
    nouns: frozenset[str]

    @property
    def begin(self) -> int:
        """Where it begins."""
        return self.statement.content[0].start

    @property
    def act(self) -> int:
        """Where its verb begins, where that stands right before it: *weist das zurück: Er habe …*."""
        begin = min((span.start for span in self.statement.cue), default=self.begin)
        return begin if 0 < self.begin - begin <= NEARBY else self.begin

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.statement.content[-1].end


# A statement, its denial, and what the denied source says beside it.
Pair = tuple[Said, Said, tuple[Said, ...]]


def of(events: Sequence[EventRow], settled: Set[str], book: Casebook) -> Iterator[ConflictRow]:
    """Give the denials of a story but for those statements that are ``settled`` in another conflict."""
    told = [row for reading in book.links.readings for row in _said(reading, book)]
    held = Counter(stem for row in told for stem in row.stems)
    event_of: dict[str | None, EventRow] = {m.statement: row for row in events for m in row.mentions if m.statement}
    told_again = _told_again(events)
    rare = _rare(told, held)
    found: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    by_report: dict[str, list[Said]] = defaultdict(list)
    place: dict[str, int] = {}
    for row in told:
        place[row.statement.id] = len(by_report[row.statement.report])
        by_report[row.statement.report].append(row)
    for row in told:
        denies = row.statement.stance is Stance.DENIES and not _unreal(row, book)
        if denies and _somebody(row, book) and row.statement.id not in settled:
            here = by_report[row.statement.report]
            at = place[row.statement.id]
            before = here[max(0, at - LOOK_BACK) : at]
            denied = _just_before(row, before, book, told_again)
            own = [said for said in here[max(0, at - 1) : at] if said.who == row.who]
            if denied is None and not any(_only_answers(said, book) for said in (*own, row)):
                denied = _in_same_words(row, rare, held)
                denied = None if denied and _agree(row, denied, told_again, book) else denied
            if denied:
                found[denied.who, row.who].append((denied, row, _carried_on(denied, row, here, book)))
    for pairs in found.values():
        yield from _rows(pairs, event_of, book)


def _said(reading: Reading, book: Casebook) -> Iterator[Said]:
    empty = frozenset(table(reading.report.language, "linking")["empty"]["words"])
    text = [word for word in words(reading) if word.content and word.form not in empty]
    starts = [word.span.start for word in text]
    for statement in sorted(reading.statements, key=lambda s: s.content[0]):
        voice = voices.of_statement(statement, statement.content[0], book)[0]
        who = origins.key(voice.actor, book) if voice.actor else f"{statement.report} {statement.id}"
        inside = _inside(statement, text, starts)
        said = [word for word in inside if not any(span.covers(word.span) for span in statement.source)]
        long = frozenset(word.form for word in said if len(word.form) >= STEM)
        nouns = frozenset(word.stem for word in said if word.capital)
        yield Said(statement, voice.actor, who, frozenset(word.stem for word in said), long, nouns)


def _unreal(said: Said, book: Casebook) -> bool:
    """Say whether a statement denies nothing: it tells what would have been, or what somebody does not know."""
    report = book.reports[said.statement.report]
    first = WORD.search(report.text, said.begin, said.end)
    words = table(report.language, "telling")["answers"]
    said_words = {word.casefold() for word in WORD.findall(report.text[said.begin : said.end])}
    if said_words & set(words["nothing"]) and said_words & set(words["ignorance"]):
        return True
    wished = not said_words.isdisjoint(words["wished"])
    return wished and first is not None and first.group().casefold() in words["unreal"]


def _asked(said: Said, book: Casebook) -> bool:
    """Say whether what is said is a question: *Sie wolle wissen, wohin das Geld verschwunden sei.*"""
    report = book.reports[said.statement.report]
    words = table(report.language, "telling")["asks"]["words"]
    return any(part.split(" ", 1)[0] in words for part in report.text[said.begin : said.end].split(", "))


def _inside(statement: Statement, text: Sequence[Word], starts: Sequence[int]) -> list[Word]:
    parts = (text[bisect_left(starts, s.start) : bisect_left(starts, s.end)] for s in statement.content)
    return [word for part in parts for word in part]


def _somebody(said: Said, book: Casebook) -> bool:
    """Say whether the text has a source for a statement, be it known or not; a pronoun alone may be anybody."""
    report = book.reports[said.statement.report]
    named = any(report.quote(span)[:1].isupper() for span in _nouns(said.statement, report))
    return said.actor is not None or named or _noun_before(said.statement, report)


def _noun_before(statement: Statement, report: Report) -> bool:
    """Say whether a noun stands right before the verb, be it read as the source or not: *Das Klinikum dementiert:*."""
    cue = min((span.start for span in statement.cue), default=0)
    before = report.text[max(0, cue - NEARBY) : cue].rsplit(None, 2)[-2:]
    return len(before) > 1 and before[1][:1].isupper() and before[1][-1].isalpha()


def _nouns(statement: Statement, report: Report) -> Iterator[Span]:
    for span in statement.source:
        yield from (Span(span.start + m.start(), span.start + m.end()) for m in NOUN.finditer(report.quote(span)))


def _told_again(events: Sequence[EventRow]) -> dict[str, set[str]]:
    """Give the events of each statement that are told elsewhere too."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in events:
        for mention in row.mentions if len({m.statement for m in row.mentions}) > 1 else ():
            if mention.statement:
                found[mention.statement].add(row.id)
    return found


def _agree(one: Said, other: Said, told_again: Mapping[str, set[str]], book: Casebook) -> bool:
    """Say whether two statements both tell one event as what happened, whatever they say it against."""
    ids = (one.statement.id, other.statement.id)
    statuses = {mention.status for id_ in ids for mention in book.told.get(id_, ())}
    one_event = told_again.get(ids[0], set()) & told_again.get(ids[1], set())
    return bool(one_event) and statuses <= BEGUN


def _rare(told: Sequence[Said], held: Mapping[str, int]) -> dict[str, list[Said]]:
    """Look statements up by those of their words that few have."""
    found: dict[str, list[Said]] = defaultdict(list)
    for row in told:
        for stem in row.stems:
            if held[stem] <= RARE:
                found[stem].append(row)
    return found


def _just_before(
    denial: Said, before: Sequence[Said], book: Casebook, told_again: Mapping[str, set[str]]
) -> Said | None:
    """Find the statement by somebody else that ends right before a denial, in its paragraph; nobody speaks between."""
    for row in reversed(before):
        if row.who == denial.who:
            if row.statement.stance is Stance.DENIES and not _points(row, book) and row.statement.type in TOLD:
                return None
            continue
        between = book.reports[row.statement.report].text[row.end : denial.begin]
        if _others_between(row, denial, book) and not _shared(denial, row):
            return None
        near = len(between) <= NEARBY and ("\n" not in between or _points(denial, book))
        fits = row.statement.stance in SAID and (row.actor is not None or row.statement.type not in TOLD)
        fits = fits and not _demanded(row, book) and not _asked(row, book)
        return row if near and fits and _answers(denial, row, book, told_again) else None
    return None


def _only_answers(denial: Said, book: Casebook) -> bool:
    """Say whether a denial is of what stands before it, since it names nothing itself; a headline sums up what follows.

    *Der Wirt bestritt auch das.*
    """
    told = denial.statement.type in TOLD and denial.statement.stance is Stance.DENIES
    headline = telling.in_headline(book.reports[denial.statement.report], Span(denial.begin, denial.end))
    return told and (headline or not denial.nouns or _points(denial, book))


def _shared(denial: Said, before: Said) -> bool:
    """Say whether a denial shares a word that says what it is of."""
    return bool(_telling_words(denial) & before.stems)


def _telling_words(denial: Said) -> frozenset[str]:
    """Give the words that say what is denied: of a bare denial only the nouns, not how firmly it is made."""
    return denial.nouns if denial.statement.type in TOLD else denial.stems


def _others_between(row: Said, denial: Said, book: Casebook) -> bool:
    """Say whether a whole sentence stands between a statement and the one who speaks next."""
    spans = [*denial.statement.cue, *denial.statement.source]
    begin = min((s.start for s in spans if row.end <= s.start), default=denial.begin)
    return sentence_between(book.reports[row.statement.report].text, row.end, min(begin, denial.begin))


def _demanded(said: Said, book: Casebook) -> bool:
    """Say whether what is said is a demand by its noun: *die Forderung nach Neuwahlen*."""
    report = book.reports[said.statement.report]
    words = WORD.findall(report.text[said.begin : said.end].casefold())[:RARE]
    return any(word.endswith(tuple(table(report.language, "telling")["demands"]["nouns"])) for word in words)


def _answers(denial: Said, before: Said, book: Casebook, told_again: Mapping[str, set[str]]) -> bool:
    """Say whether a denial can be of what stands before it: *das bestreitet er*, not *ein Ende schloss er aus*."""
    if _shared(denial, before) or _points(denial, book):
        return True
    if _of_himself(denial, book):
        return False
    theirs, mine = (told_again.get(said.statement.id, set()) for said in (before, denial))
    if mine and not mine & theirs:
        return False
    report = book.reports[denial.statement.report]
    words = WORD.findall(report.text[denial.begin : denial.end].casefold())
    if len(words) < SHORT and not answers(denial.statement, before.statement, report):
        return False
    infinitive = words[-2:-1] != [] and words[-2] in table(report.language, "telling")["answers"]["infinitive"]
    return denial.statement.type not in TOLD and not infinitive


def _of_himself(denial: Said, book: Casebook) -> bool:
    """Say whether somebody only says what he did not do, by a plain verb: *„Ich nahm nie etwas“, sagte sie.*"""
    report = book.reports[denial.statement.report]
    words = table(report.language, "telling")["answers"]
    first = WORD.search(report.text, denial.begin, denial.end)
    cue = [word for span in denial.statement.cue for word in WORD.findall(report.quote(span).casefold())]
    return (
        first is not None
        and first.group().casefold() in words["speaker"]
        and len(cue) == 1
        and cue[0] in words["plain"]
    )


def _points(said: Said, book: Casebook) -> bool:
    return points_back(said.statement, book.reports[said.statement.report])


def _known(said: Said, book: Casebook) -> bool:
    return said.actor is not None and said.actor not in book.unnamed


def _carried_on(denied: Said, denial: Said, told: Sequence[Said], book: Casebook) -> tuple[Said, ...]:
    """Give what the same source says right before in the paragraph, or one without a name: *das* may mean all of it."""
    at = next((k for k, row in enumerate(told) if row is denied), 0)
    text, begin, out = book.reports[denied.statement.report].text, denied.begin, []
    for row in reversed(told[max(0, at - CARRIED_ON) : at]):
        same = row.who == denied.who or not {_known(row, book), _known(denied, book)} <= {True}
        if not same or row.who == denial.who or row.end > begin or "\n" in text[row.end : begin]:
            break
        out.append(row)
        begin = row.begin
    return tuple(out)


def _in_same_words(denial: Said, having: Mapping[str, Sequence[Said]], held: Mapping[str, int]) -> Said | None:
    """Find the statement by somebody else that shares most of the words that few statements of the story have."""
    rare = {stem for stem in _telling_words(denial) if held[stem] <= RARE}
    near = {row.statement.id: row for stem in rare for row in having.get(stem, ())}
    fitting = [row for row in near.values() if row.statement.stance in SAID and row.who != denial.who]
    fitting = [row for row in fitting if len(rare & row.stems) * ENOUGH >= max(1, len(rare))]
    fitting = [row for row in fitting if len(rare & row.stems) > 1 or _theirs_alone(denial, row, held)]
    return max(fitting, key=lambda row: (len(rare & row.stems), row.statement.id), default=None)


def _theirs_alone(one: Said, other: Said, held: Mapping[str, int]) -> bool:
    """Say whether a long word stands in these two statements and nowhere else, whole or as part of a longer one.

    In few words the only noun may be shorter: *bestritt, ohne Licht gefahren zu sein*.
    """
    in_few_words = one.statement.type is StatementType.INDIRECT and len(one.stems) < SHORT
    pairs = [(a, b) for a in one.long for b in other.long if a[:STEM] == b[:STEM] and held[a[:STEM]] == 2]
    alike = {a[:STEM] for a, b in pairs for short, long in [sorted((a, b), key=len)] if _inflects(short, long)}
    known = {noun for noun in one.nouns & other.nouns if held[noun] == 2 and (len(noun) < STEM or noun in alike)}
    return bool(alike) or (in_few_words and one.nouns != frozenset() and one.nouns <= known)


def _inflects(short: str, long: str) -> bool:
    """Say whether one word is a form of another or a compound with it: *Halle*, *Hallenbauer*, not *Interessenten*."""
    stem = ENDING.sub("", short)
    compound = long.startswith(short) and len(long) - len(short) >= SHORTEST_PART
    return compound or (long.startswith(stem) and (long == stem or ENDING.fullmatch(long[len(stem) :]) is not None))


def _rows(pairs: Sequence[Pair], event_of: Mapping[str | None, EventRow], book: Casebook) -> Iterator[ConflictRow]:
    """Make one conflict of what two sources say against each other about one thing."""
    groups: list[list[Pair]] = []
    for pair in pairs:
        same = next((g for g in groups if any(len(pair[0].stems & other[0].stems) > 1 for other in g)), None)
        if same is None:
            groups.append([pair])
        else:
            same.append(pair)
    for group in groups:
        denied, denial, carried_on = group[0]
        event = event_of.get(denied.statement.id) or event_of.get(denial.statement.id)
        label = event.label if event else labels.of_claim([denied.statement], book)
        sides = (
            _side(denied, "affirms"),
            *(_side(said, "affirms") for said in carried_on),
            _side(denial, "denies", denial.act),
        )
        names = [book.actors[s.source_actor].name if s.source_actor else "–" for s in (sides[0], sides[-1])]
        yield ConflictRow(
            kind=ConflictKind.DENIAL,
            event=event.id if event else None,
            claim=None,
            sides=sides,
            text=f"{label}: affirms: {names[0]} | denies: {names[1]}",
        )


def _side(said: Said, value: str, begin: int | None = None) -> SideRow:
    start = said.begin if begin is None else begin
    return SideRow(report=said.statement.report, start=start, end=said.end, source_actor=said.actor, value=value)
