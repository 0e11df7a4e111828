"""Which figures are set against each other: close together, or further apart of one thing (see ``quantities``)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from quellenlage.language import table
from quellenlage.model import Interval, Span, Stance, Statement, StatementType
from quellenlage.weighing.casebook import Casebook
from quellenlage.weighing.figures import Figure

NEAR = 260
CLOSE = 160
PARAGRAPH = 400
FACTOR = 4.0
# So many times may a figure be another where the text sets them against each other.
FAR_APART = 20.0
STEM = 7
LEAST = 5
LEAD = 40
# So large a figure is the same wherever it stands.
LARGE = 100
# So many words two sources must share about one noun where no event is read in what they say.
ALIKE = 3
# Letters of the last part of a compound that tell a thing, and of the first that tells one from another.
LONG_END = 6
FIRST_PART = 2
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Count:
    """A figure in somebody's mouth; ``who`` is what tells the source from others, ``events`` what it speaks of.

    ``actor`` is ``None`` where the text leaves open who speaks; such a figure counts only where the next speaker sets
    his own against it (*dagegen*, *lediglich*). ``rejected`` is one that a speaker names to put his own in its place.
    """

    statement: Statement
    span: Span
    figure: Figure
    actor: str | None
    who: str
    events: frozenset[str]
    rejected: bool = False


def own_only(counts: Sequence[Count], book: Casebook) -> Iterator[Count]:
    """Give the counts, those that a speaker names to reject them as nobody's: *nicht 14, sondern 40*."""
    meant: Count | None = None
    for count, after in pairwise([*counts, None]):
        if count and meant and _put_behind(meant, count, book):
            # Who is not believed stands before who is, as in *nicht 14, sondern 40*.
            yield replace(count, actor=None, who=f"not {count.who}", rejected=True)
            yield meant
            meant = None
        elif count and after and _in_the_place_of(count, after, book):
            yield replace(count, actor=None, who=f"not {count.who}", rejected=True)
        elif count and after and _put_behind(count, after, book):
            meant = count
        elif count:
            yield count


def pairs(counts: Sequence[Count], book: Casebook) -> Iterator[tuple[Count, Count]]:
    """Give the counts of a story, in the order of the text, that contradict each other two by two."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for k, count in enumerate(counts):
        yield from ((counts[j], count) for j in range(max(0, k - 4), k) if _close(counts[j], count, book))
        if k and counts[k - 1].rejected:
            yield _not_meant(counts, k, book)
        if count.figure.unit and count.actor:
            yield from ((counts[j], count) for j in by_kind[count.figure.unit] if _of_one_thing(counts[j], count, book))
            by_kind[count.figure.unit].append(k)


def _in_the_place_of(one: Count, other: Count, book: Casebook) -> bool:
    """Say whether one speaker puts a figure in the place of another's: *statt der zwölf 25*, *nicht 30, sondern 40*."""
    report = book.reports[one.statement.report]
    if one.who != other.who or one.statement.id != other.statement.id or not one.figure.compares(other.figure):
        return False
    words = table(report.language, "figures")["instead"]
    before = [w.casefold() for w in WORD.findall(report.text[max(0, one.span.start - LEAD) : one.span.start])]
    between = {w.casefold() for w in WORD.findall(report.text[one.span.end : other.span.start])}
    lead = [word for word in before if word not in words["between"]][-1:]
    instead = lead != [] and (
        lead[0] in words["of"] or (lead[0] in words["not"] and not between.isdisjoint(words["but"]))
    )
    return instead and one.figure.excludes(other.figure)


def _put_behind(one: Count, other: Count, book: Casebook) -> bool:
    """Say whether a speaker rejects a figure behind his own: *Es sind 14, nicht 40.*"""
    if one.who != other.who or one.statement.id != other.statement.id or not one.figure.excludes(other.figure):
        return False
    report = book.reports[one.statement.report]
    words = table(report.language, "figures")["instead"]
    between = report.text[one.span.end : other.span.start].casefold()
    no = [word for word in WORD.findall(between.rpartition(",")[2]) if word not in words["between"]]
    bare = not other.figure.unit or one.figure.compares(other.figure)
    return (
        bare
        and "," in between
        and not set(between) & set(".;:!?")
        and no[:1] in ([w] for w in words["not"])
        and len(no) == 1
    )


def _not_meant(counts: Sequence[Count], k: int, book: Casebook) -> tuple[Count, Count]:
    """Give a figure that is put in the place of another, after who gives that one, where that is said anywhere."""
    no, yes = counts[k - 1 : k + 1]
    same = (c for c in counts if c.figure.number == no.figure.number and c.figure.compares(no.figure))
    rare = no.figure.number >= LARGE
    theirs = next((c for c in same if c.actor and c.who != yes.who and (rare or c.events & no.events)), no)
    return theirs, yes


def _close(one: Count, other: Count, book: Casebook) -> bool:
    """Say whether two statements that follow each other give different figures for one thing."""
    if one.statement.report != other.statement.report or not _comparable(one, other, book):
        return False
    set_against = _set_against(one, other, book)
    if not set_against and _other_thing(one, other, book):
        return False
    nobody = one.actor is None or other.actor is None
    if other.figure.measures and not set_against:
        if nobody or not _nothing_else(one, other, book):
            return False
        set_against = True
    if nobody:
        given = one.actor != other.actor or other.who.startswith("giver")
        return set_against and given and _disagree(one, other)
    same_unit = one.figure.unit == other.figure.unit != ""
    same_noun = same_unit or "" in (one.figure.unit, other.figure.unit)
    # *60 Dosen, sagte sie. Der Anwalt spricht von zwölf Dosen.*
    far = (set_against and same_noun) or (same_unit and _nothing_else(one, other, book))
    return _disagree(one, other, FAR_APART if far else FACTOR)


def _comparable(one: Count, other: Count, book: Casebook) -> bool:
    """Say whether two figures stand close enough and count or measure what can be the same."""
    gap = other.span.start - one.span.end
    answers = not other.figure.kind and other.statement.stance is Stance.DENIES and other.statement.cue != ()
    bare = "" in (one.figure.kind, other.figure.kind) and not answers
    if gap > (CLOSE if bare else NEAR) and not _answered(one, other, book):
        return False
    by_another_word = gap <= CLOSE and _by_another_word(one, other, book)
    same = one.figure.compares(other.figure) or by_another_word
    return same and (one.figure.measures is other.figure.measures or answers)


def _by_another_word(one: Count, other: Count, book: Casebook) -> bool:
    """Say whether the later one only has a wider word for the people counted: *120 Soldaten*, *nur 96 Männer*."""
    report = book.reports[other.statement.report]
    people = table(report.language, "figures")["people"]
    called, wider = (
        any(count.figure.unit and noun.startswith(count.figure.unit) for noun in people[key])
        for count, key in ((one, "called"), (other, "wider"))
    )
    return called and wider and _things(other, book) <= {other.figure.unit}


def _answered(one: Count, other: Count, book: Casebook) -> bool:
    """Say whether a figure is put against one of the very same unit further up in the paragraph."""
    report = book.reports[other.statement.report]
    between = report.text[one.span.end : other.span.start]
    if len(between) > PARAGRAPH or "\n" in between or "" in (one.figure.kind, other.figure.kind):
        return False
    contrast = table(report.language, "figures")["contrast"]["words"]
    return any(word in contrast for word in WORD.findall(between[between.rfind(". ") + 1 :].casefold()))


def _set_against(one: Count, other: Count, book: Casebook) -> bool:
    """Say whether the later figure is put against the earlier one: *sprach dagegen von lediglich 30*."""
    report = book.reports[other.statement.report]
    contrast = table(report.language, "figures")["contrast"]
    between = WORD.findall(report.text[one.span.end : other.span.start].casefold())
    before = WORD.findall(report.text[max(0, one.span.start - LEAD) : one.span.start].casefold())
    if other.statement.stance is Stance.DENIES and "\n" not in report.text[one.span.end : other.span.start]:
        return True
    first = "." not in report.text[one.span.end : other.span.start] and any(w in contrast["first"] for w in before)
    return first or any(word in contrast["words"] for word in between)


def _nothing_else(one: Count, other: Count, book: Casebook) -> bool:
    """Say whether the later of two says nothing else than its figure, or what the earlier one names too."""
    return _things(other, book) <= _things(one, book)


def _things(count: Count, book: Casebook) -> set[str]:
    """Give the nouns of a count's statement, without who gives it and in what it is measured."""
    report, apart = book.reports[count.statement.report], (*count.statement.source, *count.statement.cue)
    units = table(report.language, "figures")["measures"].values()
    measures = {word for row in units for word in row["units"]}
    found = (m for s in count.statement.content for m in WORD.finditer(report.text, s.start, s.end))
    nouns = (m.group() for m in found if not any(one.meets(Span(*m.span())) for one in apart))
    empty, articles = (
        table(report.language, "linking")["empty"],
        table(report.language, "telling")["refers"]["articles"],
    )
    unsaid = {*measures, *empty["words"], *articles, *_called(count, book)}
    return {word[:STEM].casefold() for word in nouns if word[0].isupper() and word.casefold() not in unsaid}


def _called(count: Count, book: Casebook) -> set[str]:
    """Give the words of the name of who gives a count."""
    return set(WORD.findall(book.actors[count.actor].name.casefold())) if count.actor else set()


def _of_one_thing(one: Count, other: Count, book: Casebook) -> bool:
    if _other_thing(one, other, book):
        return False
    if _sums_of(one, book) & _sums_of(other, book):
        return _disagree(one, other, FAR_APART)
    far = one.figure.measures and _contrasts(other, book)
    if not _disagree(one, other, FAR_APART if far else FACTOR):
        return False
    shared = len(_words(one, book) & _words(other, book))
    return shared > 1 if one.events & other.events else shared >= ALIKE


def _contrasts(count: Count, book: Casebook) -> bool:
    """Say whether a figure is said to be another than was thought: *lediglich auf 200 Metern*."""
    report = book.reports[count.statement.report]
    contrast = set(table(report.language, "figures")["contrast"]["words"])
    said = (word for span in count.statement.content for word in WORD.findall(report.quote(span).casefold()))
    return not contrast.isdisjoint(said)


def _sums_of(count: Count, book: Casebook) -> set[str]:
    """Give what a sum of money is said to be of: a damage, costs, a ransom."""
    report = book.reports[count.statement.report]
    words = table(report.language, "figures")["sums"]
    if count.figure.unit not in words["units"]:
        return set()
    said = [w for span in count.statement.content for w in WORD.findall(report.quote(span).casefold())]
    said = [words["things"][0] if w in words["verbs"] else w for w in said]
    return {thing for thing in words["things"] if any(w.endswith(thing) for w in said)}


def _other_thing(one: Count, other: Count, book: Casebook) -> bool:
    """Say whether two counts name two things of a kind, each its own: *Nordbrücke*, *Südbrücke*."""
    mine, theirs = _nouns(one, book), _nouns(other, book)
    if any(_sisters(a, b) for a in mine - theirs for b in theirs - mine):
        return True
    first, second = _told_apart(one, book), _told_apart(other, book)
    return any(first[noun] != second[noun] for noun in first.keys() & second.keys()) or _other_times(one, other, book)


def _told_apart(count: Count, book: Casebook) -> dict[str, str]:
    """Give the nouns that a word tells apart from others of the kind, with its stem: *im ersten Bus*."""
    report = book.reports[count.statement.report]
    stems = table(report.language, "figures")["ordinals"]
    words = [word for span in count.statement.content for word in WORD.findall(report.quote(span))]
    found = {}
    for word, noun in pairwise(words):
        stem = next((stem for stem in stems["stems"] if word.startswith(stem)), None)
        if stem and len(word) <= stems["longest"] and noun[0].isupper():
            found[noun[:STEM].casefold()] = stem
    return found


def _other_times(one: Count, other: Count, book: Casebook) -> bool:
    """Say whether two counts are of other times: *in diesem Jahr*, *im kommenden Jahr*."""
    if StatementType.REPORTED in {one.statement.type, other.statement.type}:
        return False
    mine, theirs = _times(one, book), _times(other, book)
    return bool(mine and theirs) and all(a.meet(b) is None for a in mine for b in theirs)


def _times(count: Count, book: Casebook) -> list[Interval]:
    spans, report = count.statement.content, count.statement.report
    return [time.interval for span in spans for time in book.times_in(report, span) if time.interval.closed]


def _nouns(count: Count, book: Casebook) -> set[str]:
    report, apart = book.reports[count.statement.report], (*count.statement.source, *count.statement.cue)
    found = (m for s in count.statement.content for m in WORD.finditer(report.text, s.start, s.end))
    nouns = (m.group() for m in found if not any(one.meets(Span(*m.span())) for one in apart))
    return {word.casefold() for word in nouns if word[0].isupper() and len(word) > LONG_END}


def _sisters(one: str, other: str) -> bool:
    """Say whether two nouns end in the same word and begin with different ones."""
    ends = zip(reversed(one), reversed(other), strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends))
    return same >= LONG_END and min(len(one), len(other)) - same >= FIRST_PART


def _words(count: Count, book: Casebook) -> set[str]:
    """Give the nouns and long words that a count is given with, its own noun among them."""
    report = book.reports[count.statement.report]
    said = " ".join(report.quote(span) for span in count.statement.content)
    empty = table(report.language, "linking")["empty"]["words"]
    return {w.casefold()[:STEM] for w in WORD.findall(said) if len(w) >= LEAST and w.casefold() not in empty}


def _disagree(one: Count, other: Count, factor: float = FACTOR) -> bool:
    mine, theirs = one.figure.beside(other.figure), other.figure.beside(one.figure)
    small, large = sorted((mine.number, theirs.number))
    return one.who != other.who and mine.excludes(theirs) and large <= factor * small
