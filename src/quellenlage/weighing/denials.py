"""Who denies what somebody else has said, where no event is named: the statement just before, or one in the same words.

*Der Kreis meldet Gewinn. Davon könne keine Rede sein, erwidert der Prüfer.* A denial answers the statement that stands
right before it, else the one that shares its rarest words.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from quellenlage.language import table
from quellenlage.linking.words import STEM, Word, words
from quellenlage.model import ConflictKind, Reading, Stance, Statement
from quellenlage.model.dossier import ConflictRow, EventRow, SideRow
from quellenlage.weighing import labels, origins, voices
from quellenlage.weighing.casebook import Casebook

NEARBY = 200
LOOK_BACK = 6
RARE = 3
# One in so many of a denial's rare words must be the other's.
ENOUGH = 3
SAID = frozenset({Stance.ASSERTS, Stance.ANNOUNCES, Stance.CONFIRMS, Stance.WARNS})


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its speaker, what tells that speaker from others, and its content stems."""

    statement: Statement
    actor: str | None
    who: str
    stems: frozenset[str]

    @property
    def begin(self) -> int:
        """Where it begins."""
        return self.statement.content[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.statement.content[-1].end


def of(events: Sequence[EventRow], settled: Set[str], book: Casebook) -> Iterator[ConflictRow]:
    """Give the denials of a story but for those statements that are ``settled`` in another conflict."""
    told = [row for reading in book.links.readings for row in _said(reading, book)]
    held = Counter(stem for row in told for stem in row.stems)
    event_of: dict[str | None, EventRow] = {m.statement: row for row in events for m in row.mentions if m.statement}
    found: dict[tuple[str, str], list[tuple[Said, Said]]] = defaultdict(list)
    by_report: dict[str, list[Said]] = defaultdict(list)
    for row in told:
        by_report[row.statement.report].append(row)
    for row in told:
        if row.statement.stance is Stance.DENIES and row.actor and row.statement.id not in settled:
            before = _just_before(row, by_report[row.statement.report], book)
            denied = before or _in_same_words(row, told, held)
            if denied:
                found[denied.who, row.who].append((denied, row))
    for pairs in found.values():
        yield from _rows(pairs, event_of, book)


def _said(reading: Reading, book: Casebook) -> Iterator[Said]:
    empty = frozenset(table(reading.report.language, "linking")["empty"]["words"])
    text = [word for word in words(reading) if word.content and word.form not in empty]
    starts = [word.span.start for word in text]
    for statement in sorted(reading.statements, key=lambda s: s.content[0]):
        voice = voices.of_statement(statement, statement.content[0], book)[0]
        who = origins.key(voice.actor, book) if voice.actor else f"{statement.report} {statement.id}"
        yield Said(statement, voice.actor, who, _stems(statement, text, starts))


def _stems(statement: Statement, text: Sequence[Word], starts: Sequence[int]) -> frozenset[str]:
    inside = (text[bisect_left(starts, s.start) : bisect_left(starts, s.end)] for s in statement.content)
    return frozenset(word.stem for part in inside for word in part)


def _just_before(denial: Said, told: Sequence[Said], book: Casebook) -> Said | None:
    """Find the statement by somebody else that ends right before a denial, in its paragraph; nobody speaks between."""
    at = next(k for k, row in enumerate(told) if row is denial)
    for row in reversed(told[max(0, at - LOOK_BACK) : at]):
        if row.who == denial.who:
            continue
        between = book.reports[row.statement.report].text[row.end : denial.begin]
        near = len(between) <= NEARBY and "\n" not in between
        return row if near and row.statement.stance in SAID else None
    return None


def _in_same_words(denial: Said, told: Sequence[Said], held: Mapping[str, int]) -> Said | None:
    """Find the statement by somebody else that shares most of the words that few statements of the story have."""
    rare = {stem for stem in denial.stems if held[stem] <= RARE}
    fitting = [row for row in told if row.statement.stance in SAID and row.who != denial.who]
    fitting = [row for row in fitting if len(rare & row.stems) * ENOUGH >= max(1, len(rare))]
    fitting = [row for row in fitting if len(rare & row.stems) > 1 or _theirs_alone(rare & row.stems, held)]
    return max(fitting, key=lambda row: (len(rare & row.stems), row.statement.id), default=None)


def _theirs_alone(shared: Set[str], held: Mapping[str, int]) -> bool:
    """Say whether a long word stands in these two statements and nowhere else."""
    return any(held[stem] == 2 and len(stem) == STEM for stem in shared)


def _rows(
    pairs: Sequence[tuple[Said, Said]], event_of: Mapping[str | None, EventRow], book: Casebook
) -> Iterator[ConflictRow]:
    """Make one conflict of what two sources say against each other about one thing."""
    groups: list[list[tuple[Said, Said]]] = []
    for pair in pairs:
        same = next((g for g in groups if any(len(pair[0].stems & other[0].stems) > 1 for other in g)), None)
        if same is None:
            groups.append([pair])
        else:
            same.append(pair)
    for group in groups:
        denied, denial = group[0]
        event = event_of.get(denied.statement.id) or event_of.get(denial.statement.id)
        label = event.label if event else labels.of_claim([denied.statement], book)
        sides = (_side(denied, "affirms"), _side(denial, "denies"))
        names = [book.actors[s.source_actor].name if s.source_actor else "–" for s in sides]
        yield ConflictRow(
            kind=ConflictKind.DENIAL,
            event=event.id if event else None,
            claim=None,
            sides=sides,
            text=f"{label}: affirms: {names[0]} | denies: {names[1]}",
        )


def _side(said: Said, value: str) -> SideRow:
    return SideRow(report=said.statement.report, start=said.begin, end=said.end, source_actor=said.actor, value=value)
