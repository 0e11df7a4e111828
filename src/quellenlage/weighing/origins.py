"""On how many independent origins a thing rests, with the reason for every collapse.

Two voices are one origin where they have the same source (a state counts as one, whoever speaks for it), where one
cites the other, where both reports credit one agency, and where one report's text is the other's. Whether a report
in its own voice knows more than the sources it names cannot be told, so that it widens the count and never raises
its lower end.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from quellenlage.model import Collapse, Stance
from quellenlage.model.dossier import CollapsedRow, CountRow, OriginRow
from quellenlage.weighing.casebook import Casebook
from quellenlage.weighing.voices import Voice


def of(voices: Sequence[Voice], book: Casebook) -> tuple[tuple[OriginRow, ...], CountRow, tuple[str, ...]]:
    """Give the origins of a thing, how many of them speak for it independently, and who denies it."""
    named: dict[tuple[str, bool], list[Voice]] = defaultdict(list)
    for voice in voices:
        if voice.actor:
            named[book.links.states.get(voice.actor, voice.actor), voice.denies].append(voice)
    rows = [_named(group, book) for group in named.values()]
    nobody = [voice for voice in voices if voice.actor is None and voice.statement]
    own = _own([voice for voice in voices if voice.own], book)
    rows += [_unnamed(nobody)] if nobody else []
    rows += own
    affirmed = sum(1 for row in rows if row.actor and row.stance is not Stance.DENIES)
    loose = (1 if nobody else 0) + sum(1 for row in own if row.stance is not Stance.DENIES)
    count = CountRow(least=affirmed or min(1, loose), most=affirmed + loose)
    deniers = dict.fromkeys(row.actor for row in rows if row.actor and row.stance is Stance.DENIES)
    return tuple(rows), count, tuple(actor for actor in deniers if actor)


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
    reports = list(dict.fromkeys(voice.report for voice in voices))
    heads: dict[str, list[CollapsedRow]] = {}
    for report in reports:
        head, reason = _head(report, heads, book)
        if reason:
            heads[head].append(CollapsedRow(statement=None, report=report, reason=reason))
        else:
            heads[report] = []
    stances = {report: _stance([v for v in voices if v.report == report]) for report in heads}
    return [
        OriginRow(actor=None, report=report, stance=stances[report], statements=(), collapsed=tuple(rows))
        for report, rows in heads.items()
    ]


def _head(report: str, heads: Iterable[str], book: Casebook) -> tuple[str, Collapse | None]:
    """Find the report among ``heads`` that ``report`` adds nothing to, and why."""
    agencies = set(book.reports[report].agencies)
    for head in heads:
        if book.copied(report, head):
            return head, Collapse.COPIED_TEXT
        if agencies & set(book.reports[head].agencies):
            return head, Collapse.AGENCY_CREDIT
    return report, None
