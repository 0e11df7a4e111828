"""``python -m benchmarks.annotators A.toml B.toml``: how far two annotators of one story agree.

One annotator's rows are laid out as a dossier and scored against the other's, and the other way round: precision is
the share of B's rows that A has too, recall that of A's rows that B has. Of an inferred day, what B takes to be
possible must lie in what A does and hold A's day. Kappa is Cohen's (1960).
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from benchmarks.dossiers import Found, Place, Raw, Scores, Story, Tally, counterpart, find_mentions, score
from benchmarks.golden import STORIES, show
from quellenlage import Report, intake
from quellenlage.model.dossier import (
    ConflictRow,
    CopyRow,
    CountRow,
    Dossier,
    EventMentionRow,
    EventRow,
    PublishedRow,
    ReportRow,
    SideRow,
)
from quellenlage.model.dossier import Story as StoryRow
from quellenlage.model.spans import Span
from quellenlage.model.terms import Basis, ConflictKind, Factuality, Status

# No day of the month ends a sentence.
SENTENCE = re.compile(r"(?:[^.!?:\n]|(?<=\d)\.|\.(?=\d)|:)+[.!?]*[“\"]?")
TWO_WAYS = ("mentions", "conflicts", "copies")
ONE_WAY = ("days", "linking", "b-cubed", "status")
OF_SHARED = ("interval", "last status", "origins")
Statuses = list[tuple[str, str]]


@click.command()
@click.argument("golds", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(golds: tuple[Path, ...]) -> None:
    """Print how far A.toml and B.toml of one story agree; without them, every story that has a second.toml."""
    if len(golds) not in (0, 2):
        raise click.UsageError("give two annotations of one story, or none")
    pairs = [golds] if golds else [(two.with_name("gold.toml"), two) for two in sorted(STORIES.glob("*/second.toml"))]
    results: dict[str, Scores] = {}
    statuses: Statuses = []
    for one, other in pairs:
        results[one.resolve().parent.name], pair = agreement(load(one), load(other), texts(one))
        statuses += pair
    show(results)
    click.echo(f"kappa of status, {len(statuses)} mentions: {kappa(statuses):.2f}")


def load(path: Path) -> Raw:
    """Read one annotation."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def texts(gold: Path) -> dict[str, str]:
    """Give the reports that lie beside an annotation, by name."""
    reports = intake.load([gold.resolve().parent / "reports"])
    return {report.uri: report.text for report in reports if isinstance(report, Report)}


def agreement(one: Raw, other: Raw, texts: dict[str, str]) -> tuple[Scores, Statuses]:
    """Give the agreement by row, and both statuses of every mention that both have."""
    ours, theirs = dossier(one, texts), dossier(other, texts)
    forth, back = score(_plain(one), theirs), score(_plain(other), ours)
    found = find_mentions(Story(_plain(one), theirs))
    shared = score(_shared(one, found), theirs)
    shared_back = score(_shared(other, find_mentions(Story(_plain(other), ours))), ours)
    rows: Scores = {row: forth[row] for row in ONE_WAY}
    rows |= {row: _both(forth[row], back[row]) for row in TWO_WAYS}
    rows["events"] = _both(_matched(shared, forth), _matched(shared_back, back))
    rows |= {row: shared[row] for row in OF_SHARED}
    rows["interval"] = _both(shared["interval"], shared_back["interval"])
    order = ("days", "mentions", "linking", "b-cubed", "status", "events", *OF_SHARED, "conflicts", "copies")
    statuses = [(one.row["status"], one.status) for one in found if one.status]
    return {row: rows[row] for row in order}, statuses


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Give Cohen's kappa of pairs of labels: 1 where there is nothing but agreement."""
    if not pairs:
        return 1.0
    seen = sum(a == b for a, b in pairs) / len(pairs)
    ours, theirs = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(ours[label] * theirs[label] for label in ours) / len(pairs) ** 2
    return 1.0 if chance == 1 else (seen - chance) / (1 - chance)


def _both(forth: Tally, back: Tally) -> Tally:
    """Give what is due of either annotator: the first one's as recall, the other one's as precision."""
    return Tally(back.right_due, back.due, forth.right_due, forth.due, forth.faults + back.faults)


def _plain(gold: Raw) -> Raw:
    """Leave aside what is not compared: who says what, and who is who."""
    return {**gold, "statement": [], "actor": [], "apart": []}


def _shared(gold: Raw, found: Sequence[Found]) -> Raw:
    """Keep the events of which the other annotator has a mention."""
    return {**_plain(gold), "event": [row for row in gold["event"] if counterpart(found, row["id"])], "conflict": []}


def _matched(shared: Scores, every: Scores) -> Tally:
    """Count the events that the other has among all."""
    found = shared["last status"].due
    return Tally(found, found, found, every["last status"].due)


# One annotator's rows as a dossier


def dossier(gold: Raw, texts: dict[str, str]) -> Dossier:
    """Lay an annotation out as the dossier that would be right in all."""
    story = Story(gold, _empty(tuple(_report(row, texts[row["file"]]) for row in gold["report"])))
    none = story.dossier
    return Dossier(
        story=none.story, reports=none.reports, times=(), actors=(), mentions=(), statements=(), claims=(),
        events=tuple(_event(story, row) for row in gold["event"]),
        conflicts=tuple(_conflict(story, row) for row in gold["conflict"]),
        copies=tuple(CopyRow(a=row["a"], b=row["b"], shared=1.0, spans=()) for row in gold["copy"]),
    )  # fmt: skip


def _empty(reports: tuple[ReportRow, ...]) -> Dossier:
    story = StoryRow(id="", title="", begin=None, end=None)
    return Dossier(
        story=story, reports=reports, times=(), actors=(), mentions=(), statements=(), events=(), claims=(),
        conflicts=(), copies=(),
    )  # fmt: skip


def _report(row: Raw, text: str) -> ReportRow:
    first, last = row.get("within", (row["day"], row["day"]))
    published = PublishedRow(earliest=first, latest=last, basis=Basis(row["basis"]), evidence=())
    return ReportRow(
        id=row["file"], uri=row["file"], outlet=None, title=None, url=None, authors=(), agencies=(), language="de",
        sha256="", text=text, furniture=(), sentences=tuple(Span(*hit.span()) for hit in SENTENCE.finditer(text)),
        copy_of=None, published=published,
    )  # fmt: skip


def _event(story: Story, row: Raw) -> EventRow:
    count = CountRow(least=row["origins"]["least"], most=row["origins"]["most"])
    return EventRow(
        id=row["id"], frame=row["frame"], plover=None, label=row["label"], participants=(), place=None,
        begin=row.get("begin"), end=row.get("end"), status=Status(row["status"]),
        mentions=tuple(_mentions(story, row["mentions"])), history=(), origins=(), independent_origins=count,
        denied_by=(),
    )  # fmt: skip


def _mentions(story: Story, rows: Iterable[Raw]) -> Iterator[EventMentionRow]:
    """Give a row for each word that a mention may be marked at."""
    for row in rows:
        for place in _places(story, [row, *({**one, "file": row["file"]} for one in row.get("also", ()))]):
            yield EventMentionRow(
                report=place.report, start=place.start, end=place.end, sentence=Span(place.start, place.end),
                statement=None, status=Status(row["status"]), factuality=Factuality.CERTAIN,
            )  # fmt: skip


def _conflict(story: Story, row: Raw) -> ConflictRow:
    sides = [
        SideRow(report=p.report, start=p.start, end=p.end, source_actor=None, value="")
        for p in _places(story, row["sides"])
    ]
    event = row["event"] or None
    return ConflictRow(kind=ConflictKind(row["kind"]), event=event, claim=None, sides=tuple(sides), text=row["id"])


def _places(story: Story, rows: Iterable[Raw]) -> Iterator[Place]:
    return (place for row in rows if (place := story.place(row)))


if __name__ == "__main__":
    main()
