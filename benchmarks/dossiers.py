"""Score a dossier against the ``gold.toml`` of a golden story, which ``docs/annotation.md`` describes.

Linking is measured pairwise and by B-cubed (Bagga and Baldwin 1998) over annotated mentions that the dossier has too.
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

from benchmarks.measures import Measure
from quellenlage.model.dossier import ActorRow, ConflictRow, Dossier, EventRow, StatementRow

# A statement is found where one with this F1 of its characters is there; reports that share less are not called copies.
CLOSE = 0.5
LEAST_SHARED = 0.1

Raw = Mapping[str, Any]


class Place(NamedTuple):
    """A stretch of a report; ``report`` is its id."""

    report: str
    start: int
    end: int

    def common(self, other: "Place") -> int:
        """Count the characters that two places share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start)) if self.report == other.report else 0


@dataclass(slots=True)
class Tally:
    """Right answers among those given and those due; ``faults`` names the wrong ones."""

    right_given: float = 0
    given: float = 0
    right_due: float = 0
    due: float = 0
    faults: list[str] = field(default_factory=list)

    def answer(self, right: bool, fault: str) -> None:
        """Count one answer to one question."""
        self.expect(right, fault)
        self.offer(right, "")

    def expect(self, right: bool, fault: str) -> None:
        """Count something that was due."""
        self.right_due, self.due = self.right_due + right, self.due + 1
        if not right:
            self.faults.append(fault)

    def offer(self, right: bool, fault: str) -> None:
        """Count something that was given."""
        self.right_given, self.given = self.right_given + right, self.given + 1
        if not right and fault:
            self.faults.append(fault)

    def measure(self) -> Measure:
        """Give precision and recall; where nothing was given or due, nothing was wrong."""
        return Measure(
            self.right_given / self.given if self.given else 1.0, self.right_due / self.due if self.due else 1.0
        )

    def __add__(self, other: "Tally") -> "Tally":
        given = self.right_given + other.right_given, self.given + other.given
        due = self.right_due + other.right_due, self.due + other.due
        return Tally(*given, *due, self.faults + other.faults)


Scores = dict[str, Tally]


class Story:
    """One golden story beside the dossier that was made of it."""

    def __init__(self, gold: Raw, dossier: Dossier) -> None:
        self.gold = gold
        self.dossier = dossier
        self.reports = {row.uri: row for row in dossier.reports}
        self.texts = {row.id: row.text for row in dossier.reports}
        self.files = {row.id: row.uri for row in dossier.reports}
        self.actors = {row.id: row for row in dossier.actors}
        self.mentions = _by_report((Place(m.report, m.start, m.end), m.actor) for m in dossier.mentions)
        self.triggers = _by_report(
            (Place(m.report, m.start, m.end), (event, m)) for event in dossier.events for m in event.mentions
        )

    def place(self, row: Raw, file: str | None = None, key: str = "quote") -> Place | None:
        """Find the ``nth`` occurrence of a quotation; ``None`` where the report is not in the dossier."""
        report = self.reports.get(file or row["file"])
        if report is None:
            return None
        nth = row.get("nth" if key == "quote" else f"{key}_nth", 1)
        start = -1
        for _ in range(nth):
            start = report.text.find(row[key], start + 1)
            if start < 0:
                raise ValueError(f"{report.uri}: {row[key]!r} does not stand there {nth} times")
        return Place(report.id, start, start + len(row[key]))

    def sentence(self, place: Place) -> Place:
        """Give the sentence or sentences that a place stands in."""
        report = self.reports[self.files[place.report]]
        around = [span for span in report.sentences if span[0] < place.end and place.start < span[1]]
        return Place(
            place.report,
            min([place.start, *(span[0] for span in around)]),
            max([place.end, *(span[1] for span in around)]),
        )

    def said(self, place: Place) -> str:
        """Quote a place with its file and some words around it, for a list of faults."""
        text = self.texts[place.report]
        before, after = text[max(0, place.start - 40) : place.start], text[place.end : place.end + 40]
        around = f"{before}[{text[place.start : place.end]}]{after}"
        return f"{self.files[place.report]}: …{' '.join(around.split())}…"

    def actors_at(self, place: Place) -> set[str]:
        """Give the actors whose mentions overlap a place."""
        return {actor for other, actor in self.mentions.get(place.report, ()) if place.common(other)}


def _by_report(rows: Iterable[tuple[Place, Any]]) -> dict[str, list[tuple[Place, Any]]]:
    found: dict[str, list[tuple[Place, Any]]] = defaultdict(list)
    for place, value in rows:
        found[place.report].append((place, value))
    return found


def score(gold: Raw, dossier: Dossier) -> Scores:
    """Measure one dossier against one ``gold.toml``."""
    story = Story(gold, dossier)
    scores = {"days": days(story), "actors": actors(story)}
    found = find_mentions(story)
    scores |= linking(story, found)
    scores |= events(story, found)
    scores["conflicts"] = conflicts(story, found)
    scores["copies"] = copies(story)
    return scores | statements(story)


# Reports and actors


def days(story: Story) -> Tally:
    """Ask for the day of every report: it lies in the range given, and the range within what the text allows."""
    tally = Tally()
    for row in story.gold["report"]:
        report = story.reports.get(row["file"])
        earliest, latest = (report.published.earliest, report.published.latest) if report else (None, None)
        first, last = row.get("within", (row["day"], row["day"]))
        right = bool(earliest and latest and first <= earliest <= row["day"] <= latest <= last)
        tally.answer(right, f"{row['file']}: {row['day']}, not {earliest} to {latest}")
    return tally


def actors(story: Story) -> Tally:
    """Ask whose every annotated mention is: that of most mentions of its actor, and of nobody to be kept apart."""
    tally, mains = Tally(), {}
    placed = {row["name"]: [p for m in row["mentions"] if (p := story.place(m))] for row in story.gold["actor"]}
    for name, places in placed.items():
        votes = Counter(actor for place in places for actor in sorted(story.actors_at(place)))
        mains[name] = votes.most_common(1)[0][0] if votes else None
    for name, place in ((name, place) for name, places in placed.items() for place in places):
        apart = {other for row in story.gold["apart"] if name in row["names"] for other in row["names"]} - {name}
        right = mains[name] in story.actors_at(place) and not any(mains.get(other) == mains[name] for other in apart)
        tally.answer(right, f"{name}: {story.said(place)}")
    return tally


# Events


class Found(NamedTuple):
    """An annotated mention, with the event and the mention of the dossier that stand there."""

    id: str
    row: Raw
    place: Place
    event: EventRow | None
    status: str | None


def find_mentions(story: Story) -> list[Found]:
    """Give every annotated mention with what the dossier has at its trigger, or else at another word given for it."""
    found = []
    for event in story.gold["event"]:
        for row in event["mentions"]:
            if place := story.place(row):
                others = [story.place(other, row["file"]) for other in row.get("also", ())]
                found.append(_found(story, event["id"], row, [place, *(p for p in others if p)]))
    return found


def _found(story: Story, id: str, row: Raw, places: Sequence[Place]) -> Found:
    for place in places:
        there = [(place.common(at), event, m) for at, (event, m) in story.triggers.get(place.report, ())]
        overlap, event, mention = max(there, key=lambda one: (one[0], one[1].id), default=(0, None, None))
        if overlap and mention:
            return Found(id, row, places[0], event, mention.status.value)
    return Found(id, row, places[0], None, None)


def linking(story: Story, found: Sequence[Found]) -> Scores:
    """Measure mentions found, their status, and whether those of one event, and no others, are one event."""
    mentions, status, pairs, cubed = Tally(), Tally(), Tally(), Tally()
    for one in found:
        mentions.expect(one.event is not None, f"{one.id}: {story.said(one.place)}")
    there = [one for one in found if one.event]
    for one in there:
        fault = f"{one.row['status']}, not {one.status}: {story.said(one.place)}"
        status.answer(one.status == one.row["status"], fault)
    for a, b in itertools.combinations(there, 2):
        _pair(story, pairs, a, b)
    for one in there:
        ours = {i for i, other in enumerate(there) if other.event is one.event}
        theirs = {i for i, other in enumerate(there) if other.id == one.id}
        cubed = cubed + Tally(len(ours & theirs) / len(ours), 1, len(ours & theirs) / len(theirs), 1)
    return {"mentions": mentions, "linking": pairs, "b-cubed": cubed, "status": status}


def _pair(story: Story, pairs: Tally, a: Found, b: Found) -> None:
    due, given = a.id == b.id, a.event is b.event
    if due:
        pairs.expect(given, f"{a.id} apart: {story.said(a.place)} | {story.said(b.place)}")
    if given:
        pairs.offer(due, f"{a.id} with {b.id}: {story.said(a.place)} | {story.said(b.place)}")


def counterpart(found: Iterable[Found], id: str) -> EventRow | None:
    """Give the dossier's event that most of an event's mentions are in."""
    events = {one.event.id: one.event for one in found if one.id == id and one.event}
    votes = Counter(one.event.id for one in found if one.id == id and one.event)
    return events[max(sorted(votes), key=lambda event: votes[event])] if votes else None


def events(story: Story, found: Sequence[Found]) -> Scores:
    """Measure interval, last status and origins of every event; one that is not there is wrong in all."""
    scores = {name: Tally() for name in ("interval", "last status", "origins", "not too high")}
    for row in story.gold["event"]:
        ours, name = counterpart(found, row["id"]), f"{row['id']} {row['label']}"
        if "begin" in row or "end" in row:
            given = f"{ours.begin} to {ours.end}" if ours else "none"
            fault = f"{name}: {row.get('begin')} to {row.get('end')}, not {given}"
            scores["interval"].answer(ours is not None and in_time(row, ours), fault)
        last = ours.status.value if ours else None
        scores["last status"].answer(last == row["status"], f"{name}: {row['status']}, not {last}")
        least, most = row["origins"]["least"], row["origins"]["most"]
        count = ours.independent_origins if ours else None
        fault = f"{name}: {least} to {most}, not {f'{count.least} to {count.most}' if count else 'none'}"
        scores["origins"].answer(bool(count and (count.least, count.most) == (least, most)), fault)
        scores["not too high"].answer(not (count and count.least > most), fault)
    return scores


def in_time(row: Raw, ours: EventRow) -> bool:
    """Say whether both ends that are annotated lie within the tolerance."""
    slack = timedelta(days=row.get("tolerance", 0))

    def near(key: str, day: date | None) -> bool:
        return key not in row or (day is not None and abs(day - row[key]) <= slack)

    return near("begin", ours.begin) and near("end", ours.end)


# Conflicts and copies


def conflicts(story: Story, found: Sequence[Found]) -> Tally:
    """Match conflicts by kind and sides; optional ones are neither missed nor wrong."""
    tally = Tally()
    matched: dict[str, bool] = {row["id"]: False for row in story.gold["conflict"]}
    for ours in story.dossier.conflicts:
        fits = [row["id"] for row in story.gold["conflict"] if same_conflict(story, found, row, ours)]
        tally.offer(bool(fits), f"not annotated: {ours.kind.value}: {ours.text}")
        matched |= dict.fromkeys(fits, True)
    for row in story.gold["conflict"]:
        if not row.get("optional"):
            sides = " | ".join(sorted({side["who"] for side in row["sides"]}))
            tally.expect(matched[row["id"]], f"missed: {row['id']} {row['kind']} {row['event']}: {sides}")
    return tally


def same_conflict(story: Story, found: Sequence[Found], row: Raw, ours: ConflictRow) -> bool:
    """Ask for the kind and two sides in their sentences, or one side where the event is the same."""
    if ours.kind.value != row["kind"]:
        return False
    sides: dict[str, set[int]] = defaultdict(set)
    for side in row["sides"]:
        if place := story.place(side):
            around = story.sentence(place)
            sides[side["who"]] |= {
                i for i, one in enumerate(ours.sides) if around.common(Place(one.report, one.start, one.end))
            }
    two = any(i != k for a, b in itertools.combinations(sides.values(), 2) for i in a for k in b)
    theirs = counterpart(found, row["event"])
    return two or (any(sides.values()) and theirs is not None and theirs.id == ours.event)


def copies(story: Story) -> Tally:
    """Match pairs of reports; a pair is found where it shares as much as the annotation asks for."""
    tally = Tally()
    shared = {frozenset((story.files[row.a], story.files[row.b])): row.shared for row in story.dossier.copies}
    due = {frozenset((row["a"], row["b"])): row for row in story.gold["copy"]}
    for pair, row in due.items():
        found = shared.get(pair, 0.0)
        tally.expect(found >= row["shared"], f"missed: {row['kind']}, shares {found:.2f}: {row['a']} | {row['b']}")
    for pair, share in shared.items():
        if share >= LEAST_SHARED:
            tally.offer(pair in due, f"not annotated, shares {share:.2f}: {' | '.join(sorted(pair))}")
    return tally


# Statements


def statements(story: Story) -> Scores:
    """Measure statements found, and of those found the source, its origin and its stance."""
    scores = {name: Tally() for name in ("statements", "source", "origin", "stance")}
    by_report: dict[str, list[StatementRow]] = defaultdict(list)
    for ours in story.dossier.statements:
        by_report[ours.report].append(ours)
    for row in story.gold["statement"]:
        content = [place for part in row["content"] if (place := story.place(part, row["file"]))]
        if content:
            found = closest(story, row, content, by_report[content[0].report])
            scores["statements"].expect(found is not None, story.said(content[0]))
            if found:
                _parts(story, scores, row, (found, content[0]))
    return scores


def closest(story: Story, row: Raw, content: Sequence[Place], rows: Iterable[StatementRow]) -> StatementRow | None:
    """Give the statement whose content is closest; among equally close ones the one with the right source."""
    ranked = [
        (closeness(content, ours), right_source(story, row, ours), right_origin(story, row, ours), ours.id, ours)
        for ours in rows
    ]
    best = max(ranked, default=None, key=lambda one: one[:4])
    return best[4] if best and best[0] >= CLOSE else None


def closeness(content: Sequence[Place], ours: StatementRow) -> float:
    """Give the F1 of the characters of two contents."""
    parts = [Place(ours.report, start, end) for start, end in ours.content]
    common = sum(a.common(b) for a in content for b in parts)
    total = sum(p.end - p.start for p in (*content, *parts))
    return 2 * common / total if total else 0.0


def _parts(story: Story, scores: Scores, row: Raw, found: tuple[StatementRow, Place]) -> None:
    ours, place = found
    source = " ".join(story.texts[ours.report][start:end] for start, end in ours.source)
    origin = story.actors[ours.origin].name if ours.origin in story.actors else ""
    said = story.said(place)
    scores["source"].answer(right_source(story, row, ours), f"{row['source']!r}, not {source!r}: {said}")
    scores["origin"].answer(right_origin(story, row, ours), f"{row['origin']!r}, not {origin!r}: {said}")
    scores["stance"].answer(ours.stance.value == row["stance"], f"{row['stance']}, not {ours.stance.value}: {said}")


def right_source(story: Story, row: Raw, ours: StatementRow) -> bool:
    """Ask for an overlapping source, or another mention of the actor who stands there; none where none is named."""
    place = story.place(row, key="source") if row["source"] else None
    if place is None:
        return not ours.source
    overlap = any(place.common(Place(ours.report, start, end)) for start, end in ours.source)
    return overlap or bool(story.actors_at(place) & {*ours.source_actors, ours.source_actor})


def right_origin(story: Story, row: Raw, ours: StatementRow) -> bool:
    """Ask for the actor of that name; where the source speaks for itself, the actor who stands there will do.

    A source without a name may have no actor.
    """
    actor = story.actors.get(ours.origin or "")
    if actor is None or not row["origin"]:
        return actor is None and (not row["origin"] or row.get("unnamed", False))
    listed = [one for one in story.gold["actor"] if one["name"] == row["origin"]]
    if listed:
        places = [place for mention in listed[0]["mentions"] if (place := story.place(mention))]
        return actor.name == row["origin"] or any(actor.id in story.actors_at(place) for place in places)
    place = story.place(row, key="source") if row["source"] and not row.get("passed_on") else None
    return bool(place and actor.id in story.actors_at(place)) or shares_name(row["origin"], actor)


def shares_name(name: str, actor: ActorRow) -> bool:
    """Ask for a noun or a name in common, in whatever case."""
    ours = " ".join([actor.name, *actor.aliases, *actor.roles])
    return bool(_nouns(name) & _nouns(ours))


def _nouns(text: str) -> set[str]:
    return {re.sub(r"(?<=\w{3})(?:e?s|en?|n)$", "", word) for word in re.findall(r"\b[A-ZÄÖÜ]\w{2,}", text)}
