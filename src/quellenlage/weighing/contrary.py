"""Two who speak side by side, the later one against the earlier.

*Er sei unverletzt, so die Wehr. Laut Klinik ist dagegen sein Arm gebrochen.*
Nothing that they say need be the same; the word that sets the one against the other says that both cannot be right. So
it is of facts alone: of what somebody plans, asks for or thinks nothing is said thereby, nor of two figures.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from quellenlage.language import table
from quellenlage.model import ConflictKind, EventMention, Stance, Status
from quellenlage.model.dossier import ConflictRow, EventRow, SideRow
from quellenlage.weighing import figures, labels, whereabouts
from quellenlage.weighing.casebook import Casebook
from quellenlage.weighing.tellings import Pair, Telling

FACTS = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
DONE = frozenset({Status.HAPPENED, Status.ONGOING, Status.DENIED})
WORD = re.compile(r"[^\W\d_]+")


def of(pairs: Sequence[Pair], events: Sequence[EventRow], settled: Set[str], book: Casebook) -> Iterator[ConflictRow]:
    """Give the denials of what is said right before, but for statements that are ``settled`` in another conflict."""
    event_of = {mention.statement: row for row in events for mention in row.mentions if mention.statement}
    told: dict[str, list[EventMention]] = defaultdict(list)
    for mention in book.mentions.values():
        if mention.statement:
            told[mention.statement].append(mention)
    for pair in (pair for pair in pairs if pair.near and not pair.one.small & pair.other.small):
        ids = {pair.one.statement.id, pair.other.statement.id}
        if ids & settled or not _against(pair, book) or not all(_fact(t, told, book) for t in (pair.one, pair.other)):
            continue
        one, other = (event_of.get(t.statement.id) for t in (pair.one, pair.other))
        if (one is None or one is not other) and not _values(pair.one, book) & _values(pair.other, book):
            yield _row(pair, one or other, book)


def _against(pair: Pair, book: Casebook) -> bool:
    """Say whether the later one speaks against the earlier: *dagegen*, *beteuert*."""
    words = table(book.reports[pair.other.statement.report].language, "telling")["contrary"]
    return not pair.other.around.isdisjoint(words["words"]) and pair.one.around.isdisjoint(words["words"])


def _fact(telling: Telling, told: dict[str, list[EventMention]], book: Casebook) -> bool:
    """Say whether somebody tells what is or was: nothing ahead, nothing that ought to be, and not of himself."""
    words = table(book.reports[telling.statement.report].language, "telling")["contrary"]
    said = {word.casefold() for word in _said(telling, book)}
    ahead = any(mention.status not in DONE for mention in told[telling.statement.id])
    return telling.statement.stance in FACTS and not ahead and said.isdisjoint(words["no_facts"])


def _said(telling: Telling, book: Casebook) -> list[str]:
    report = book.reports[telling.statement.report]
    return [word for span in telling.statement.content for word in WORD.findall(report.quote(span))]


def _values(telling: Telling, book: Casebook) -> set[str]:
    """Give the kinds of values that somebody gives: two of a kind are compared as such."""
    report, spans = book.reports[telling.statement.report], telling.statement.content
    found = {
        "figures": any(True for span in spans for _ in figures.find(report.quote(span), report.language)),
        "times": any(book.times_in(report.id, span) for span in spans),
        "places": bool(whereabouts.of(telling.statement, book)),
    }
    return {kind for kind, there in found.items() if there}


def _row(pair: Pair, event: EventRow | None, book: Casebook) -> ConflictRow:
    sides = tuple(
        SideRow(
            report=telling.statement.report,
            start=telling.statement.content[0].start,
            end=telling.statement.content[-1].end,
            source_actor=telling.actor,
            value=value,
        )
        for telling, value in ((pair.one, "affirms"), (pair.other, "denies"))
    )
    label = event.label if event else labels.of_claim([pair.one.statement], book)
    names = [book.actors[telling.actor].name for telling in (pair.one, pair.other)]
    text = f"{label}: affirms: {names[0]} | denies: {names[1]}"
    event_id = event.id if event else None
    return ConflictRow(kind=ConflictKind.DENIAL, event=event_id, claim=None, sides=sides, text=text)
