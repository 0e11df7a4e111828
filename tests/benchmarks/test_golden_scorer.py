"""The scorer of dossiers against figures worked out by hand."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from benchmarks.dossiers import Tally, score
from benchmarks.golden import SETS, figures, joined, main
from benchmarks.measures import Measure
from click.testing import CliRunner

from quellenlage.model.dossier import (
    ActorRow,
    ConflictRow,
    CopyRow,
    CountRow,
    Dossier,
    EventMentionRow,
    EventRow,
    MentionRow,
    PublishedRow,
    ReportRow,
    SideRow,
    StatementRow,
    Story,
)
from quellenlage.model.spans import Span
from quellenlage.model.terms import (
    Basis,
    ConflictKind,
    Factuality,
    Kind,
    Medium,
    Stance,
    StatementType,
    Status,
)

TEXTS = {
    "a.txt": "Der Deich ist am Montag gebrochen, sagte Ina Ahrens. Der Bruch sei klein. 30 Häuser stünden leer.",
    "b.txt": "Am Freitag besucht der Minister den Deich. Otto Boll bestreitet den Bruch. Es seien 12 Häuser.",
}


def at(report: str, words: str) -> Span:
    start = TEXTS[report].index(words)
    return Span(start, start + len(words))


def report(name: str) -> ReportRow:
    sentences = tuple(Span(*hit.span()) for hit in re.finditer(r"[^.]+\.", TEXTS[name]))
    published = PublishedRow(earliest=date(2024, 5, 6), latest=date(2024, 5, 6), basis=Basis.STATED, evidence=())
    return ReportRow(
        id=f"id-{name}", uri=name, outlet=None, title=None, url=None, authors=(), agencies=(), language="de", sha256="",
        text=TEXTS[name], furniture=(), sentences=sentences, copy_of=None, published=published,
    )  # fmt: skip


def event(id: str, *mentions: tuple[str, str, Status], day: date | None = None, most: int = 1) -> EventRow:
    rows = tuple(
        EventMentionRow(
            report=f"id-{name}", start=at(name, words).start, end=at(name, words).end, sentence=Span(0, 1),
            statement=None, status=status, factuality=Factuality.CERTAIN,
        )
        for name, words, status in mentions
    )  # fmt: skip
    return EventRow(
        id=id, frame="", plover=None, label=id, participants=(), place=None, begin=day, end=day, status=rows[-1].status,
        mentions=rows, history=(), origins=(), independent_origins=CountRow(least=1, most=most), denied_by=(),
    )  # fmt: skip


def statement(name: str, content: str, source: str, actor: str | None, stance: Stance) -> StatementRow:
    return StatementRow(
        id=content, report=f"id-{name}", content=(at(name, content),), source=(at(name, source),) if source else (),
        source_actor=actor, source_actors=(actor,) if actor else (), cue=(), frame=(), addressee=(),
        type=StatementType.INDIRECT, medium=Medium.SPEECH, stance=stance, within=None, origin=actor,
        factuality=Factuality.CERTAIN, marks=(),
    )  # fmt: skip


def conflict(kind: ConflictKind, *sides: tuple[str, str], event: str | None = None) -> ConflictRow:
    rows = tuple(
        SideRow(
            report=f"id-{name}", start=at(name, words).start, end=at(name, words).end, source_actor=None, value=words
        )
        for name, words in sides
    )
    return ConflictRow(kind=kind, event=event, claim=None, sides=rows, text="")


def actor(id: str) -> ActorRow:
    return ActorRow(id=id, name=id, kind=Kind.PERSON, aliases=(), roles=())


def dossier(**rows: Any) -> Dossier:
    empty = dict.fromkeys(
        ("times", "actors", "mentions", "statements", "events", "claims", "conflicts", "copies"), ()
    )  # fmt: skip
    story = Story(id="", title="", begin=None, end=None)
    return Dossier(**{"story": story, "reports": (report("a.txt"), report("b.txt"))} | empty | rows)


def gold(**rows: Any) -> dict[str, Any]:
    keys = ("report", "statement", "event", "conflict", "copy", "actor", "apart")
    return {key: [] for key in keys} | rows


def gold_event(id: str, *mentions: dict[str, Any], **given: Any) -> dict[str, Any]:
    known = {"id": id, "label": id, "status": "happened", "origins": {"least": 1, "most": 1}}
    return known | {"mentions": list(mentions)} | given


BROKEN = {"file": "a.txt", "quote": "gebrochen", "status": "happened"}
BREACH = {"file": "a.txt", "quote": "Bruch", "status": "happened"}
DENIED = {"file": "b.txt", "quote": "Bruch", "status": "denied"}
VISIT = {"file": "b.txt", "quote": "besucht", "status": "planned"}
TWO_EVENTS = [gold_event("E1", BROKEN, BREACH, DENIED), gold_event("E2", VISIT)]

OUR_BROKEN = ("a.txt", "gebrochen", Status.HAPPENED)
OUR_BREACH = ("a.txt", "Bruch", Status.HAPPENED)
OUR_DENIED = ("b.txt", "Bruch", Status.DENIED)
OUR_VISIT = ("b.txt", "besucht", Status.PLANNED)


def test_the_same_events_are_perfect() -> None:
    ours = dossier(events=(event("x", OUR_BROKEN, OUR_BREACH, OUR_DENIED), event("y", OUR_VISIT)))
    scores = score(gold(event=TWO_EVENTS), ours)
    for row in ("mentions", "linking", "b-cubed", "status"):
        assert scores[row].measure() == Measure(1, 1), row


def test_events_in_pieces_and_events_run_together() -> None:
    """Gold {1, 2, 3} {4}, ours {1, 2} {3, 4}: one pair of three found, one pair of two right."""
    ours = dossier(events=(event("x", OUR_BROKEN, OUR_BREACH), event("y", OUR_DENIED, OUR_VISIT)))
    scores = score(gold(event=TWO_EVENTS), ours)
    assert scores["linking"].measure() == Measure(1 / 2, 1 / 3)
    assert scores["b-cubed"].measure() == Measure((1 + 1 + 1 / 2 + 1 / 2) / 4, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)


def test_what_is_not_found_is_not_linked() -> None:
    scores = score(gold(event=TWO_EVENTS), dossier(events=(event("x", OUR_BROKEN, OUR_BREACH),)))
    assert scores["mentions"].measure().recall == 2 / 4
    assert scores["linking"].measure() == Measure(1, 1)
    assert [fault.split(":")[0] for fault in scores["mentions"].faults] == ["E1", "E2"]


def test_a_mention_is_found_at_another_word_for_it() -> None:
    also = BROKEN | {"also": [{"quote": "Deich"}]}
    ours = dossier(events=(event("x", ("a.txt", "Deich", Status.HAPPENED)),))
    assert score(gold(event=[gold_event("E1", also)]), ours)["mentions"].measure().recall == 1


def test_the_status_is_that_of_the_mention() -> None:
    ours = dossier(events=(event("x", OUR_BROKEN, ("a.txt", "Bruch", Status.POSSIBLE)),))
    assert score(gold(event=TWO_EVENTS), ours)["status"].measure() == Measure(1 / 2, 1 / 2)


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ({"begin": date(2024, 5, 6), "end": date(2024, 5, 6)}, 1),
        ({"begin": date(2024, 5, 6)}, 1),
        ({"begin": date(2024, 5, 5)}, 0),
        ({"begin": date(2024, 5, 5), "tolerance": 1}, 1),
        ({"end": date(2024, 5, 8), "tolerance": 1}, 0),
    ],
)
def test_days_may_be_off_by_the_tolerance(given: dict[str, Any], right: float) -> None:
    ours = dossier(events=(event("x", OUR_BROKEN, day=date(2024, 5, 6)),))
    assert score(gold(event=[gold_event("E1", BROKEN, **given)]), ours)["interval"].measure().recall == right


def test_days_that_are_left_open_are_not_asked_for() -> None:
    scores = score(gold(event=[gold_event("E1", BROKEN)]), dossier(events=(event("x", OUR_BROKEN),)))
    assert scores["interval"].due == 0


def test_an_event_that_is_not_there_is_wrong() -> None:
    scores = score(gold(event=[gold_event("E1", BROKEN, begin=date(2024, 5, 6))]), dossier())
    assert [scores[row].right_due for row in ("interval", "last status", "origins", "not too high")] == [0, 0, 0, 1]


@pytest.mark.parametrize(
    ("least", "most", "exact", "not_too_high"), [(1, 2, 1, 1), (1, 3, 0, 1), (2, 2, 0, 1), (0, 0, 0, 0)]
)
def test_origins_are_right_exactly_or_not(least: int, most: int, exact: float, not_too_high: float) -> None:
    due = gold_event("E1", BROKEN, origins={"least": least, "most": most})
    scores = score(gold(event=[due]), dossier(events=(event("x", OUR_BROKEN, most=2),)))
    assert scores["origins"].right_due == exact
    assert scores["not too high"].right_due == not_too_high


NUMBERS = {
    "id": "K1", "kind": "quantity", "event": "E1",
    "sides": [{"who": "A", "file": "a.txt", "quote": "30"}, {"who": "B", "file": "b.txt", "quote": "12"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("ours", "right"),
    [
        (conflict(ConflictKind.QUANTITY, ("a.txt", "30"), ("b.txt", "12")), True),
        (conflict(ConflictKind.QUANTITY, ("a.txt", "Häuser"), ("b.txt", "Es seien")), True),
        (conflict(ConflictKind.TIME, ("a.txt", "30"), ("b.txt", "12")), False),
        (conflict(ConflictKind.QUANTITY, ("a.txt", "30"), ("b.txt", "Freitag")), False),
        (conflict(ConflictKind.QUANTITY, ("a.txt", "30"), ("b.txt", "Freitag"), event="x"), True),
        (conflict(ConflictKind.QUANTITY, ("a.txt", "Montag"), ("b.txt", "Freitag"), event="x"), False),
    ],
)
def test_conflicts_are_the_same_by_kind_and_sides(ours: ConflictRow, right: bool) -> None:
    found = dossier(conflicts=(ours,), events=(event("x", OUR_BROKEN),))
    tally = score(gold(conflict=[NUMBERS], event=TWO_EVENTS), found)["conflicts"]
    assert tally.measure() == Measure(right, right)


def test_an_optional_conflict_is_neither_missed_nor_wrong() -> None:
    optional = gold(conflict=[NUMBERS | {"optional": True}])
    assert score(optional, dossier())["conflicts"].measure() == Measure(1, 1)
    ours = dossier(conflicts=(conflict(ConflictKind.QUANTITY, ("a.txt", "30"), ("b.txt", "12")),))
    assert score(optional, ours)["conflicts"].measure() == Measure(1, 1)


@pytest.mark.parametrize(("shared", "precision", "recall"), [(0.6, 1, 1), (0.4, 1, 0), (0.05, 1, 0)])
def test_a_copy_shares_as_much_as_is_asked_for(shared: float, precision: float, recall: float) -> None:
    ours = dossier(copies=(CopyRow(a="id-b.txt", b="id-a.txt", shared=shared, spans=()),))
    due = gold(copy=[{"a": "a.txt", "b": "b.txt", "kind": "verbatim", "shared": 0.5}])
    assert score(due, ours)["copies"].measure() == Measure(precision, recall)


def test_a_copy_that_is_none_is_wrong() -> None:
    ours = dossier(copies=(CopyRow(a="id-a.txt", b="id-b.txt", shared=0.3, spans=()),))
    assert score(gold(), ours)["copies"].measure() == Measure(0, 1)


SMALL = {
    "file": "a.txt", "content": [{"quote": "Der Bruch sei klein"}], "source": "Ina Ahrens", "origin": "Ahrens",
    "stance": "asserts",
}  # fmt: skip


@pytest.mark.parametrize(
    ("ours", "right"),
    [
        (statement("a.txt", "Der Bruch sei klein", "Ina Ahrens", "Ina Ahrens", Stance.ASSERTS), (1, 1, 1)),
        (statement("a.txt", "Bruch sei", "", None, Stance.ASSERTS), (0, 0, 1)),
        (statement("a.txt", "Der Bruch sei klein", "Deich", "Otto Boll", Stance.DENIES), (0, 0, 0)),
    ],
)
def test_what_is_right_of_a_statement(ours: StatementRow, right: tuple[int, ...]) -> None:
    found = dossier(statements=(ours,), actors=(actor("Ina Ahrens"), actor("Otto Boll")))
    scores = score(gold(statement=[SMALL]), found)
    assert tuple(scores[row].right_due for row in ("source", "origin", "stance")) == right


def test_a_statement_is_found_where_half_is_there() -> None:
    for words, found in (("Bruch sei klein", 1), ("klein", 0)):
        ours = dossier(statements=(statement("a.txt", words, "", None, Stance.ASSERTS),))
        assert score(gold(statement=[SMALL]), ours)["statements"].right_due == found


def test_another_mention_of_the_source_is_the_source() -> None:
    ours = statement("a.txt", "Der Bruch sei klein", "Deich", "ahrens", Stance.ASSERTS)
    there = at("a.txt", "Ina Ahrens")
    mention = MentionRow(report="id-a.txt", start=there.start, end=there.end, actor="ahrens")
    found = dossier(statements=(ours,), actors=(actor("ahrens"),), mentions=(mention,))
    scores = score(gold(statement=[SMALL]), found)
    assert (scores["source"].right_due, scores["origin"].right_due) == (1, 1)
    assert score(gold(statement=[SMALL | {"passed_on": True}]), found)["origin"].right_due == 0


def test_a_source_without_a_name_may_have_no_actor() -> None:
    found = dossier(statements=(statement("a.txt", "Der Bruch sei klein", "", None, Stance.ASSERTS),))
    assert score(gold(statement=[SMALL | {"unnamed": True}]), found)["origin"].right_due == 1


def test_actors_must_be_one_and_stay_apart() -> None:
    names = [
        {"name": "Ahrens", "mentions": [{"file": "a.txt", "quote": "Ina Ahrens"}]},
        {"name": "Boll", "mentions": [{"file": "b.txt", "quote": "Otto Boll"}]},
    ]
    places = (("a.txt", "Ina Ahrens"), ("b.txt", "Otto Boll"))
    for ids, right in ((("one", "other"), 2), (("one", "one"), 0)):
        mentions = tuple(
            MentionRow(report=f"id-{name}", start=at(name, words).start, end=at(name, words).end, actor=id)
            for (name, words), id in zip(places, ids, strict=True)
        )
        due = gold(actor=names, apart=[{"names": ["Ahrens", "Boll"]}])
        assert score(due, dossier(mentions=mentions))["actors"].right_due == right


def test_a_day_lies_within_what_is_allowed() -> None:
    rows = [
        {"file": "a.txt", "day": date(2024, 5, 6)},
        {"file": "b.txt", "day": date(2024, 5, 7), "within": [date(2024, 5, 6), date(2024, 5, 8)]},
    ]
    assert score(gold(report=rows), dossier())["days"].measure() == Measure(1 / 2, 1 / 2)


@pytest.mark.parametrize(("first", "last", "right"), [(6, 7, 1), (5, 8, 1), (4, 7, 0), (5, 6, 0), (7, 9, 0)])
def test_a_stretch_of_days_lies_within_and_holds_the_day(first: int, last: int, right: float) -> None:
    """Of what the 7th of May may be from the 5th to the 8th."""
    given = PublishedRow(earliest=date(2024, 5, first), latest=date(2024, 5, last), basis=Basis.INFERRED, evidence=())
    row = {"file": "a.txt", "day": date(2024, 5, 7), "within": [date(2024, 5, 5), date(2024, 5, 8)]}
    found = dossier(reports=(replace(report("a.txt"), published=given),))
    assert score(gold(report=[row]), found)["days"].right_due == right


def test_a_quotation_that_stands_nowhere_is_an_error() -> None:
    with pytest.raises(ValueError, match="2 times"):
        score(gold(event=[gold_event("E1", BROKEN | {"nth": 2})]), dossier())


def test_a_story_that_came_apart_is_measured_whole() -> None:
    one, other = dossier(events=(event("x", OUR_BROKEN),)), dossier(events=(event("y", OUR_VISIT),))
    assert [row.id for row in joined([one, other]).events] == ["x", "y"]


def test_tallies_add_up_and_are_put_in_words() -> None:
    assert figures(Tally(1, 2, 1, 4) + Tally(1, 2, 1, 4)) == "50.0 / 25.0 / 33.3"
    assert figures(Tally(1, 2, 1, 2)) == "50.0 of 2"
    assert figures(Tally(right_due=1, due=4)) == "25.0 of 4"


def test_the_command_says_nothing_of_faults_in_what_is_measured_only(tmp_path: Path) -> None:
    for name in SETS:
        reports = tmp_path / name / "reports"
        reports.mkdir(parents=True)
        (reports / "a.txt").write_text(TEXTS["a.txt"], encoding="utf-8")
        row = f'set = "{name}"\nstatement = []\nevent = []\nconflict = []\ncopy = []\nactor = []\napart = []\n'
        wrong = '[[report]]\nfile = "a.txt"\nday = 1999-01-01\n'
        (tmp_path / name / "gold.toml").write_text(row + wrong, encoding="utf-8")
    result = CliRunner().invoke(main, ["--set", "all", "--errors", "--stories", str(tmp_path)])
    assert result.exit_code == 0
    assert "develop\tdays\ta.txt" in result.stdout
    assert "measure\tdays" not in result.stdout
