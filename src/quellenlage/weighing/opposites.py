"""Tellings of one thing of which one says that it is not so: *er wolle wechseln*, *er werde nicht wechseln*.

Both share a word, the verb as a rule, before which one has a negation in its clause and the other has none. They name
the same things (``tellings``), or who says no is named where the other one speaks.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from quellenlage.language import table
from quellenlage.model import ConflictKind, Stance
from quellenlage.model.dossier import ConflictRow, EventRow, SideRow
from quellenlage.weighing import labels
from quellenlage.weighing.casebook import Casebook
from quellenlage.weighing.tellings import STEM, Pair, Telling

CLAUSE = re.compile(r"[^,;:.!?„“\"()]+")
WORD = re.compile(r"[^\W\d_]+")
SAID = frozenset({Stance.ASSERTS, Stance.ANNOUNCES, Stance.CONFIRMS, Stance.WARNS})


def of(pairs: Sequence[Pair], events: Sequence[EventRow], settled: Set[str], book: Casebook) -> Iterator[ConflictRow]:
    """Give the denials in pairs of tellings, but for those statements that are ``settled`` in another conflict."""
    event_of: dict[str | None, EventRow] = {m.statement: row for row in events for m in row.mentions if m.statement}
    done: set[tuple[str, str]] = set()
    for pair in pairs:
        if settled >= {pair.one.statement.id, pair.other.statement.id} or (pair.one.who, pair.other.who) in done:
            continue
        for yes, no in ((pair.one, pair.other), (pair.other, pair.one)):
            if yes.statement.stance in SAID and _contradicts(yes, no, book):
                done |= {(pair.one.who, pair.other.who), (pair.other.who, pair.one.who)}
                yield _row(yes, no, event_of, book)


def _contradicts(yes: Telling, no: Telling, book: Casebook) -> bool:
    words = table(book.reports[no.statement.report].language, "telling")["denied"]
    common = {word[:STEM] for word in words["common"]}
    shared = (yes.small & no.small) - common
    return any(_negated(no, stem, words, book) is True and _negated(yes, stem, words, book) is False for stem in shared)


def _negated(telling: Telling, stem: str, words: Mapping[str, Sequence[str]], book: Casebook) -> bool | None:
    """Say whether a word stands behind a negation in its clause; ``None`` where that is no plain yes or no."""
    report = book.reports[telling.statement.report]
    for span in telling.statement.content:
        for clause in CLAUSE.finditer(report.text, span.start, span.end):
            said = [word.lower() for word in WORD.findall(clause.group())]
            at = next((n for n, word in enumerate(said) if word[:STEM] == stem), None)
            if at is not None:
                return _polarity(said, at, words)
    return None


def _polarity(said: Sequence[str], at: int, words: Mapping[str, Sequence[str]]) -> bool | None:
    if any(word.startswith(tuple(words["stems"])) for word in said):
        return None
    found = [n for n, word in enumerate(said) if word in words["words"]]
    if any(set(said[max(0, n - 1) : n + 2]) & set(words["beside"]) for n in found):
        return None
    return any(n < at for n in found) if found else False


def _row(yes: Telling, no: Telling, event_of: Mapping[str | None, EventRow], book: Casebook) -> ConflictRow:
    event = event_of.get(yes.statement.id) or event_of.get(no.statement.id)
    label = event.label if event else labels.of_claim([yes.statement], book)
    names = [book.actors[telling.actor].name for telling in (yes, no)]
    return ConflictRow(
        kind=ConflictKind.DENIAL,
        event=event.id if event else None,
        claim=None,
        sides=(_side(yes, "affirms"), _side(no, "denies")),
        text=f"{label}: affirms: {names[0]} | denies: {names[1]}",
    )


def _side(telling: Telling, value: str) -> SideRow:
    content = telling.statement.content
    return SideRow(
        report=telling.statement.report,
        start=content[0].start,
        end=content[-1].end,
        source_actor=telling.actor,
        value=value,
    )
