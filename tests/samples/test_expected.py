"""What an editor would expect of the invented story (``samples/expected.toml``), one test an expectation."""

import functools
import itertools
import re
import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import quellenlage
from quellenlage.model.dossier import ConflictRow, Dossier, EventRow, ReportRow, StatementRow
from quellenlage.model.spans import Span

SAMPLES = Path(__file__).parents[2] / "samples"
EXPECTED: dict[str, list[dict[str, Any]]] = tomllib.loads((SAMPLES / "expected.toml").read_text(encoding="utf-8"))


@functools.cache
def dossier() -> Dossier:
    """Build the story once. Several dossiers would be a failure of their own; the tests look at the largest."""
    return max(quellenlage.build([SAMPLES / "wesselbrueck"]), key=lambda one: len(one.reports))


def named(row: dict[str, Any]) -> str:
    """Name a case after what it expects."""
    parts = [row[key] for key in ("label", "name", "file", "title", "a", "b", "text") if key in row]
    return " ".join(parts) or " and ".join(row["names"])


def cases(table: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("expected", EXPECTED[table], ids=named)


def with_key(table: str, key: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("expected", [row for row in EXPECTED[table] if key in row], ids=named)


def reports_of(file: str, title: str | None = None) -> list[ReportRow]:
    return [row for row in dossier().reports if row.uri.startswith(file) and (title is None or row.title == title)]


def report_of(row: dict[str, Any]) -> ReportRow:
    found = reports_of(row["file"], row.get("title"))
    assert len(found) == 1, f"{named(row)}: {len(found)} reports in the story, of {[r.uri for r in dossier().reports]}"
    return found[0]


def actor_name(actor: str | None) -> str:
    return next((row.name for row in dossier().actors if row.id == actor), "")


def texts(report: ReportRow, spans: Iterable[Span]) -> str:
    return " ".join(report.text[start:end] for start, end in spans)


# Reports


def test_all_reports_are_one_story() -> None:
    assert len(quellenlage.build([SAMPLES / "wesselbrueck"])) == 1
    assert len(dossier().reports) == len(EXPECTED["report"])


@cases("report")
def test_the_day(expected: dict[str, Any]) -> None:
    published = report_of(expected).published
    first, last = expected.get("within", (expected["day"], expected["day"]))
    assert published.earliest is not None
    assert published.latest is not None
    assert first <= published.earliest <= expected["day"] <= published.latest <= last


@cases("report")
def test_what_the_day_rests_on(expected: dict[str, Any]) -> None:
    assert report_of(expected).published.basis.value == expected["basis"]


@cases("report")
def test_the_agencies(expected: dict[str, Any]) -> None:
    assert sorted(report_of(expected).agencies) == expected["agencies"]


@cases("report")
def test_the_authors(expected: dict[str, Any]) -> None:
    ours = sorted(name.casefold() for name in report_of(expected).authors)
    assert ours == [name.casefold() for name in expected["authors"]]


# Events


def sentence_of(report: str, span: Span) -> str:
    row = next(row for row in dossier().reports if row.id == report)
    return row.text[slice(*span)]


def matching(event: EventRow, expected: dict[str, Any]) -> int:
    """Count the mentions that the expectation's words fit, 0 where its ``near`` stands by none of them."""
    sentences: list[str] = []
    for mention in event.mentions:
        trigger = sentence_of(mention.report, Span(mention.start, mention.end)).casefold()
        if any(trigger.startswith(word.casefold()) for word in expected["triggers"]):
            sentences.append(sentence_of(mention.report, mention.sentence))
    return len(sentences) if any(expected["near"] in sentence for sentence in sentences) else 0


def event_of(expected: dict[str, Any]) -> EventRow:
    """Give the event that most mentions of the expected one are in."""
    events = sorted(dossier().events, key=lambda event: -matching(event, expected))
    if not events or not matching(events[0], expected):
        pytest.fail(f"no event has one of {expected['triggers']} in a sentence with {expected['near']!r}")
    return events[0]


@cases("event")
def test_the_event_is_there(expected: dict[str, Any]) -> None:
    assert event_of(expected).mentions


@with_key("event", "frames")
def test_the_frame(expected: dict[str, Any]) -> None:
    assert event_of(expected).frame in expected["frames"]


@with_key("event", "begin")
def test_when_it_happened(expected: dict[str, Any]) -> None:
    event = event_of(expected)
    assert (event.begin, event.end) == (expected["begin"], expected["end"])


@cases("event")
def test_how_it_stands_in_the_end(expected: dict[str, Any]) -> None:
    assert event_of(expected).status.value == expected["status"]


@cases("event")
def test_which_reports_speak_of_it(expected: dict[str, Any]) -> None:
    speaking = {mention.report for mention in event_of(expected).mentions}
    missing = [file for file in expected["reports"] if not speaking & {row.id for row in reports_of(file)}]
    assert missing == []


@cases("event")
def test_on_how_many_origins_it_rests(expected: dict[str, Any]) -> None:
    bounds, ours = expected["origins"], event_of(expected).independent_origins
    assert bounds["least"] <= ours.least <= ours.most <= bounds["most"]


@with_key("event", "history")
def test_its_history(expected: dict[str, Any]) -> None:
    """Every step that is expected is in the history, and the history goes by the days of the reports."""
    history = event_of(expected).history
    days = [row.reported for row in history if isinstance(row.reported, date)]
    assert days == sorted(days)
    steps = {(row.report, row.status.value) for row in history}
    missing = [step for step in expected["history"] if (report_of(step).id, step["status"]) not in steps]
    assert missing == []


# Conflicts


def side_texts(conflict: ConflictRow) -> list[str]:
    """Say for each side its value, its words, its sentence and its actor, in one line."""
    lines = []
    for side in conflict.sides:
        report = next(row for row in dossier().reports if row.id == side.report)
        around = [texts(report, [span]) for span in report.sentences if span[0] < side.end and side.start < span[1]]
        lines.append(" ".join([side.value, report.text[side.start : side.end], actor_name(side.source_actor), *around]))
    return lines


def fits(lines: list[str], expected: dict[str, Any]) -> bool:
    """Say whether the conflict is about the expected thing and has a side of its own for each expected one."""
    patterns = expected["sides"]
    return any(re.search(expected["about"], line) for line in lines) and any(
        all(re.search(pattern, line) for pattern, line in zip(patterns, order, strict=True))
        for order in itertools.permutations(lines, len(patterns))
    )


@cases("conflict")
def test_the_conflict_is_there_with_its_sides(expected: dict[str, Any]) -> None:
    found = [side_texts(row) for row in dossier().conflicts if row.kind.value == expected["kind"]]
    assert any(fits(lines, expected) for lines in found), f"{expected['kind']}: {found}"


# Copies


def shared(a: str, b: str) -> float:
    pair = {row.id for file in (a, b) for row in reports_of(file)}
    return max((copy.shared for copy in dossier().copies if {copy.a, copy.b} == pair), default=0.0)


@cases("copy")
def test_a_copy_is_seen(expected: dict[str, Any]) -> None:
    assert shared(expected["a"], expected["b"]) >= expected["shared"]


@cases("independent")
def test_what_is_written_anew_is_no_copy(expected: dict[str, Any]) -> None:
    assert shared(expected["a"], expected["b"]) < 0.5


# Actors


def place_of(row: dict[str, Any]) -> tuple[ReportRow, Span]:
    report = report_of(row)
    start = report.text.index(row.get("after", "") + row["text"]) + len(row.get("after", ""))
    return report, Span(start, start + len(row["text"]))


def actor_at(row: dict[str, Any]) -> str | None:
    """Give the actor of the shortest mention that shares the most with the place."""
    report, span = place_of(row)
    near = [
        (min(mention.end, span.end) - max(mention.start, span.start), mention.start - mention.end, mention.actor)
        for mention in dossier().mentions
        if mention.report == report.id and mention.start < span.end and span.start < mention.end
    ]
    return max(near)[2] if near else None


PERSON_MENTIONS = [(row, mention) for row in EXPECTED["person"] for mention in row["mentions"]]


@pytest.mark.parametrize(
    ("person", "mention"), PERSON_MENTIONS, ids=[f"{p['name']}: {m['text']} in {m['file']}" for p, m in PERSON_MENTIONS]
)
def test_who_is_meant(person: dict[str, Any], mention: dict[str, Any]) -> None:
    assert actor_name(actor_at(mention)).endswith(person["name"])


@cases("apart")
def test_people_of_one_surname_stay_apart(expected: dict[str, Any]) -> None:
    names = {row["name"]: row["mentions"][0] for row in EXPECTED["person"]}
    actors = [actor_at(names[name]) for name in expected["names"]]
    assert None not in actors
    assert len(set(actors)) == len(actors)


# Statements


def statements_at(report: ReportRow, words: str) -> list[StatementRow]:
    """Give the statements whose content holds most of the words, the tightest first."""
    start = report.text.index(words)
    span = Span(start, start + len(words))

    def held(row: StatementRow) -> int:
        return sum(max(0, min(end, span.end) - max(begin, span.start)) for begin, end in row.content)

    found = [row for row in dossier().statements if row.report == report.id and held(row) > 0.8 * len(words)]
    return sorted(found, key=lambda row: sum(end - begin for begin, end in row.content))


@cases("statement")
def test_whose_word_it_is(expected: dict[str, Any]) -> None:
    report = report_of(expected)
    found = statements_at(report, expected["content"])
    assert found, f"no statement holds {expected['content']!r}"
    sources = [texts(report, row.source) for row in found]
    if expected["source"]:
        assert any(expected["source"] in source for source in sources), sources
    else:
        assert sources == [""] * len(sources)


# Furniture


@cases("furniture")
def test_nothing_is_taken_from_furniture(expected: dict[str, Any]) -> None:
    report, span = place_of(expected)
    inside = [
        texts(report, [part])
        for row in dossier().statements
        if row.report == report.id
        for part in row.content
        if part[0] < span.end and span.start < part[1]
    ]
    inside += [
        row.label
        for row in dossier().events
        for mention in row.mentions
        if mention.report == report.id and mention.start < span.end and span.start < mention.end
    ]
    assert inside == []


@cases("furniture")
def test_furniture_is_marked(expected: dict[str, Any]) -> None:
    report, span = place_of(expected)
    covered = {i for start, end in report.furniture for i in range(start, end)}
    letters = {i for i in range(span.start, span.end) if report.text[i].isalnum()}
    assert letters <= covered
