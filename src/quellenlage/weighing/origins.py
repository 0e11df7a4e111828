"""On how many independent origins a thing rests, with the reason for every collapse.

Two voices are one origin where they have the same source (a state counts as one, whoever speaks for it), where one
cites the other, where both reports credit one agency, and where one report's text is the other's. Whether a report
in its own voice knows more than the sources it names, and whether a source without a name is one of those with one,
cannot be told: both widen the count and never raise its lower end.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quellenlage.model import Collapse, Stance
from quellenlage.model.dossier import CollapsedRow, CountRow, OriginRow
from quellenlage.weighing.casebook import Casebook
from quellenlage.weighing.voices import Voice


def of(voices: Sequence[Voice], book: Casebook) -> tuple[tuple[OriginRow, ...], CountRow, tuple[str, ...]]:
    """Give the origins of a thing, how many of them speak for it independently, and who denies it."""
    sources: dict[tuple[str, bool], list[Voice]] = defaultdict(list)
    for voice in voices:
        if voice.actor:
            sources[_who(voice.actor, book), voice.denies].append(voice)
    rows = [_named(group, book) for group in sources.values()]
    nobody = [voice for voice in voices if voice.actor is None and voice.statement]
    own = [row for denies in (False, True) for row in _own([v for v in voices if v.own and v.denies is denies], book)]
    own = _less_those_who_cite(own, rows, book)
    rows += ([_unnamed(nobody)] if nobody else []) + own
    return tuple(rows), _count(rows, book), _deniers(rows)


def _less_those_who_cite(own: Sequence[OriginRow], rows: list[OriginRow], book: Casebook) -> list[OriginRow]:
    """Collapse a report's own voice into the source that the report itself names for the thing."""
    kept = []
    for row in own:
        cited = [k for k, r in enumerate(rows) if r.stance is row.stance and row.report in _reports(r, book)]
        if cited and row.report:
            added = CollapsedRow(statement=None, report=row.report, reason=Collapse.CITES)
            rows[cited[0]] = replace(rows[cited[0]], collapsed=(*rows[cited[0]].collapsed, added, *row.collapsed))
        else:
            kept.append(row)
    return kept


def _reports(row: OriginRow, book: Casebook) -> set[str]:
    return {book.statements[statement].report for statement in row.statements}


def _who(actor: str, book: Casebook) -> str:
    """Give what tells an actor from others: its state where it speaks for one; a description counts by its words."""
    if actor in book.links.states:
        return book.links.states[actor]
    return "~" + book.actors[actor].name.casefold() if actor in book.unnamed else actor


def _count(rows: Sequence[OriginRow], book: Casebook) -> CountRow:
    """Count the origins that affirm. A source without a name may be one of the others, so may a report's own voice."""
    affirming = [row for row in rows if row.stance is not Stance.DENIES]
    sure = sum(1 for row in affirming if row.actor and not _who(row.actor, book).startswith("~"))
    return CountRow(least=sure or min(1, len(affirming)), most=len(affirming))


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
    first = group[0]
    collapsed = []
    for voice in group:
        for actor in voice.through:
            outer = _outer(voice, actor, book)
            if outer:
                collapsed.append(CollapsedRow(statement=outer, report=None, reason=Collapse.CITES))
    collapsed += [_row(voice, Collapse.SAME_SOURCE) for voice in group[1:]]
    return OriginRow(
        actor=first.actor,
        report=None,
        stance=_stance(group),
        statements=tuple(dict.fromkeys(voice.statement for voice in group if voice.statement)),
        collapsed=tuple(dict.fromkeys(collapsed)),
    )


def _outer(voice: Voice, actor: str, book: Casebook) -> str | None:
    inner = book.statements[voice.statement or ""]
    return next((s.id for s in book.chain(inner) if s is not inner and actor in book.sources(s)), None)


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
    """Make an origin of each report that speaks in its own voice, less copies and texts of one agency."""
    heads: dict[str, tuple[Voice, list[CollapsedRow]]] = {}
    first_of: dict[str, Voice] = {}
    for voice in voices:
        first_of.setdefault(voice.report, voice)
    for voice in first_of.values():
        head, reason = _head(voice, [first for first, _ in heads.values()], book)
        if reason:
            heads[head][1].append(CollapsedRow(statement=None, report=voice.report, reason=reason))
        else:
            heads[voice.report] = (voice, [])
    return [
        OriginRow(actor=None, report=report, stance=first.stance, statements=(), collapsed=tuple(rows))
        for report, (first, rows) in heads.items()
    ]


def _head(voice: Voice, heads: Iterable[Voice], book: Casebook) -> tuple[str, Collapse | None]:
    """Find the report among ``heads`` that ``voice`` adds nothing to, and why."""
    agencies = set(book.reports[voice.report].agencies)
    for head in heads:
        here, there = (voice.report, voice.span), (head.report, head.span)
        if book.copied(voice.report, head.report) or book.same_passage(here, there):
            return head.report, Collapse.COPIED_TEXT
        if agencies & set(book.reports[head.report].agencies):
            return head.report, Collapse.AGENCY_CREDIT
    return voice.report, None
