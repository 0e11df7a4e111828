"""On how many independent origins a thing rests, with the reason for every collapse: ``docs/annotation.md``, *Origins*.

A named source is an origin, once, however many pass it on; a house and who speaks for it are one, and so are all organs
of one government. A report in its own voice may rest on any of the others: it widens the count and never raises its
lower end. So does a source without a name, unless it is the only one or the body it speaks from is named; where the
text leaves open who speaks, it adds nothing to those who do. An agency's own voice is one, whoever prints it, and a
passage that two reports share is told once.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from quellenlage.language import table
from quellenlage.linking.houses import GOVERNMENT, SEAT, STATE
from quellenlage.model import Collapse, Kind, Stance, Status
from quellenlage.model.dossier import CollapsedRow, CountRow, OriginRow
from quellenlage.weighing.casebook import Casebook
from quellenlage.weighing.voices import Voice

# What marks the key of a source without a name, so that it only widens the count.
OPEN = "~"
# Papers without a name are one source, and a certain one: nobody can say how many there are.
PAPERS = "papers"
# What a report that copies another still tells by itself: that it has come about, or that it will not.
NEWS = frozenset({Status.ONGOING, Status.HAPPENED, Status.CANCELLED})
BEGUN = frozenset({Status.ONGOING, Status.HAPPENED})
AHEAD = frozenset({Status.POSSIBLE, Status.PLANNED, Status.CONFIRMED})


def of(voices: Sequence[Voice], book: Casebook) -> tuple[tuple[OriginRow, ...], CountRow, tuple[str, ...]]:
    """Give the origins of a thing, how many of them speak for it independently, and who denies it."""
    voices = _answering(voices)
    sources: dict[tuple[str, bool], list[Voice]] = defaultdict(list)
    found_out = {voice.actor for voice in voices if voice.researched}
    guessing = _guessing(voices)
    for voice in voices:
        if voice.actor and not voice.own:
            # Who cites a paper for what it has found out adds nothing to it.
            widens = voice.actor in found_out or voice.actor in guessing or _for_somebody(voice.actor, book)
            mark = OPEN if widens else ""
            sources[mark + key(voice.actor, book), voice.denies].append(voice)
    certain = [name for name, denies in sources if not denies and not name.startswith(OPEN)]
    certain = [name for name in certain if not _may_be_another(sources[name, False][0], certain, sources, book)]
    rows = [_named(group, book) for group in sources.values()]
    spoken = [voice for group in sources.values() for voice in group]
    own = [voice for voice in voices if voice.own]
    own = [voice for voice in own if not _taken_over(voice, spoken, own, book)]
    rows += [row for denies in (False, True) for row in _own([v for v in own if v.denies is denies], book)]
    count = _count(rows, len(certain))
    nobody = [voice for voice in voices if voice.actor is None and voice.statement and not voice.own]
    rows += [_unnamed(nobody)] if nobody else []
    return tuple(rows), count if count.most else _count(rows, 0), _deniers(rows)


def _answering(voices: Sequence[Voice]) -> Sequence[Voice]:
    """Let who answers a charge by what has happened (*Alles sei bezahlt worden*) tell it, if nobody else does."""
    if not all(voice.denies for voice in voices):
        return voices
    known = (None, Status.DENIED, Status.POSSIBLE)
    return [voice if voice.status in known else replace(voice, stance=Stance.ASSERTS) for voice in voices]


def _guessing(voices: Sequence[Voice]) -> set[str | None]:
    """Give those who only hold possible what others say has come about; of their own plans they know."""
    begun = any(voice.status in BEGUN and not voice.denies for voice in voices)
    sure = {v.actor for v in voices if v.denies or v.status is not Status.POSSIBLE or v.stance is Stance.ANNOUNCES}
    return {voice.actor for voice in voices if begun} - sure


def _for_somebody(actor: str, book: Casebook) -> bool:
    """Say whether an actor speaks for a house that is not known, so that he may be the voice of any other source.

    A lawyer who is named is somebody himself, a spokesman is not.
    """
    if actor in book.links.houses or actor in book.links.states:
        return False
    words = table(book.links.readings[0].report.language, "houses")["possessives"]
    row, unnamed = book.actors[actor], actor in book.unnamed
    called = [name.split()[0].casefold() for name in ((row.name,) if unnamed else row.roles) if name.split()]
    return any(name.endswith(tuple(words["speak"] if unnamed else map(str.casefold, words["bare"]))) for name in called)


def _may_be_another(
    voice: Voice, certain: Sequence[str], sources: Mapping[tuple[str, bool], Sequence[Voice]], book: Casebook
) -> bool:
    """Say whether a body without a name (*der Verein*, *die Stadt*) may be one that speaks by its name.

    So may a government whose country nobody names, where a country speaks.
    """
    if key(voice.actor or "", book) == GOVERNMENT and any(_is_country(name, book) for name in certain):
        return True
    if voice.actor not in book.unnamed:
        return False
    words = table(book.reports[voice.report].language, "houses")["anybody"]
    called = set(book.actors[voice.actor].name.casefold().split())
    others = [book.actors.get(name) or book.actors[sources[name, False][0].actor or ""] for name in certain]
    others = [actor for actor in others if actor.id != voice.actor and actor.id not in book.unnamed]
    kinds = {actor.kind for actor in others}
    # A name of one word that was taken for a person's may be a town's.
    town = Kind.PLACE in kinds or any(a.kind is Kind.PERSON and len(a.name.split()) == 1 for a in others)
    of_place = town and not called.isdisjoint(words["places"])
    return of_place or (Kind.ORGANISATION in kinds and not called.isdisjoint(words["bodies"]))


def _is_country(name: str, book: Casebook) -> bool:
    return name.startswith((STATE, SEAT)) or name in book.links.states.values()


def _taken_over(voice: Voice, spoken: Sequence[Voice], own: Sequence[Voice], book: Casebook) -> bool:
    """Say whether a report tells in its own voice what the text it took over gives as somebody's word alone.

    An agency's text is what others take over.
    """
    if voice.agencies:
        return False
    themselves = {(other.report, other.denies) for other in own}
    alone = [v for v in spoken if v.denies is voice.denies and (v.report, v.denies) not in themselves]
    return any(v.report != voice.report and _repeats(voice, v, book) for v in alone)


def key(actor: str, book: Casebook) -> str:
    """Give what tells an actor from others: its state, or else its house; a description counts by its words."""
    if actor in book.links.states:
        return book.links.states[actor]
    if actor in book.links.houses:
        return book.links.houses[actor]
    if actor in book.papers:
        return PAPERS
    return OPEN + book.actors[actor].name.casefold() if actor in book.unnamed else actor


def _count(rows: Sequence[OriginRow], certain: int) -> CountRow:
    """Count the origins that affirm: ``certain`` are those with a name, the others may be one of them."""
    affirming = sum(row.stance is not Stance.DENIES for row in rows)
    return CountRow(least=certain or min(1, affirming), most=affirming)


def _deniers(rows: Sequence[OriginRow]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.actor for row in rows if row.actor and row.stance is Stance.DENIES))


def _stance(group: Sequence[Voice]) -> Stance:
    """Give the strongest stance that a group takes: confirming above announcing above the rest."""
    stances = [voice.stance for voice in group]
    for strong in (Stance.DENIES, Stance.CONFIRMS, Stance.ANNOUNCES):
        if strong in stances:
            return strong
    return stances[0]


def _named(group: Sequence[Voice], book: Casebook) -> OriginRow:
    """Make one origin of all voices of one actor; what passed it on is collapsed into it."""
    collapsed = [row for voice in group for row in _passed_on(voice, book)]
    collapsed += [_row(voice, Collapse.SAME_SOURCE) for voice in group[1:]]
    return OriginRow(
        actor=group[0].actor,
        report=None,
        stance=_stance(group),
        statements=tuple(dict.fromkeys(voice.statement for voice in group if voice.statement)),
        collapsed=tuple(dict.fromkeys(collapsed)),
    )


def _passed_on(voice: Voice, book: Casebook) -> Iterator[CollapsedRow]:
    inner = book.statements[voice.statement or ""]
    for actor in voice.through:
        outer = next((s.id for s in book.chain(inner) if s is not inner and actor in book.sources(s)), None)
        if outer:
            yield CollapsedRow(statement=outer, report=None, reason=Collapse.CITES)


def _row(voice: Voice, reason: Collapse) -> CollapsedRow:
    return CollapsedRow(statement=voice.statement, report=None if voice.statement else voice.report, reason=reason)


def _unnamed(group: Sequence[Voice]) -> OriginRow:
    """Put together the statements whose source the text leaves open: they may all be one, or none new."""
    return OriginRow(
        actor=None,
        report=None,
        stance=_stance(group),
        statements=tuple(dict.fromkeys(voice.statement for voice in group if voice.statement)),
        collapsed=(),
    )


def _own(voices: Sequence[Voice], book: Casebook) -> list[OriginRow]:
    """Make an origin of each report that speaks in its own voice, less shared passages and texts of one agency."""
    groups: list[list[Voice]] = []
    adds: list[dict[str, Collapse]] = []
    for voice in voices:
        found = next(
            ((k, why) for k, group in enumerate(groups) if (why := _same(voice, group, book)) is not None), None
        )
        if found is None:
            groups.append([voice])
            adds.append({})
            continue
        groups[found[0]].append(voice)
        if found[1] and voice.report != groups[found[0]][0].report:
            adds[found[0]].setdefault(voice.report, found[1])
    return [_spoken(group[0], rows) for group, rows in zip(groups, adds, strict=True)]


def _spoken(head: Voice, adds: dict[str, Collapse]) -> OriginRow:
    rows = tuple(CollapsedRow(statement=None, report=report, reason=reason) for report, reason in adds.items())
    return OriginRow(actor=None, report=head.report, stance=head.stance, statements=(), collapsed=rows)


def _same(voice: Voice, group: Sequence[Voice], book: Casebook) -> Collapse | Literal[""] | None:
    """Say why a voice adds nothing to those of a group, ``""`` where its report speaks there; ``None`` if it adds."""
    for other in group:
        if set(voice.agencies) & set(other.agencies):
            return Collapse.AGENCY_CREDIT
        if other.report == voice.report and other.agencies == voice.agencies:
            return ""
        if other.report != voice.report and _repeats(voice, other, book):
            return Collapse.COPIED_TEXT
    return None


def _put_off(voice: Voice, book: Casebook) -> bool:
    """Say whether the sentence of a voice says that something is put off."""
    report = book.reports[voice.report]
    stems = tuple(table(report.language, "linking")["put_off"]["stems"])
    said = report.quote(voice.sentence) if voice.sentence else ""
    return any(word.startswith(stems) for word in said.casefold().split())


def _repeats(voice: Voice, other: Voice, book: Casebook) -> bool:
    """Say whether a voice stands in a passage that the other's report has too, or in a copy and tells no more.

    A copy tells more where it has come about by then, or will not, what was still to come, be it in the same words but
    for that; so does another day.
    """
    come = voice.status in NEWS and other.status in AHEAD
    if book.same_passage((voice.report, voice.span), (other.report, other.span)) and not come:
        return True
    moved = voice.days.known and other.days.known and voice.days.meet(other.days) is None
    if not book.copied(voice.report, other.report) or moved or _put_off(voice, book):
        return False
    if book.word_for_word(voice.report, other.report):
        return False
    return voice.status is other.status or voice.status not in NEWS
