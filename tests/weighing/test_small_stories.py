"""Small stories of two or three reports: on how many origins an event rests, who denies it, what is in dispute."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from quellenlage import language
from quellenlage.linking.assemble import tell
from quellenlage.model import Basis, Dossier, Interval, Published, Report
from quellenlage.model.dossier import EventRow
from quellenlage.reading.assemble import read_report
from quellenlage.weighing import weigh

FILES = ("small_stories.toml", "small_disputes.toml", "small_origins.toml", "small_more.toml")
STORIES: list[dict[str, Any]] = [
    story
    for file in FILES
    for story in tomllib.loads(Path(__file__).with_name(file).read_text(encoding="utf-8"))["story"]
]
BY_NAME = {story["name"]: story for story in STORIES}
NOT_YET = {
    "origins: Rund und mehr als schließen einander nicht aus": "the verb behind the subject is not read as an event",
    "origins: Aktenzeichen: ein Papier und ein Zeuge": "the paper and the witness are read as telling two events",
    "origins: Überschriften zählen nicht": "the event of the second sentence is not read",
    "origins: Bis zu und mindestens": "the second figure is read as another event",
    "origins: Anwalt und Mandant": "a lawyer with *von* before his client is not linked to him",
    "origins: Blatt zitiert Blatt zitiert Minister": "the refusal of a package is not read as an event",
    "origins: Eigene Stimme und zwei Quellen": "the verb behind the subject is not read as an event",
    "origins: Er und sein Verein": "the club that is named is not linked to *der Verein* of another report",
    "disputes: Treffen an zwei Orten": "ministers of two unknown states are taken for one house",
    "disputes: Wahlbeteiligung umstritten": "two shares further apart need two words in common",
    "disputes: Wer die Akte gab": "who hands something over by a common verb is not compared",
    "disputes: Wer zahlt den Schaden": "who pays is not read as the doer in both",
    "nothing else: Sprecher sagt nichts": "to know of no contract is taken for a denial",
}


def cases(part: str, key: str = "name") -> list[Any]:
    """List the stories that say something of this, those known to be wrong as expected failures."""
    found = []
    for story in STORIES:
        reason = NOT_YET.get(f"{part}: {story['name']}")
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        if key in story:
            found.append(pytest.param(story["name"], marks=marks, id=story["name"]))
    return found


def reports(story: dict[str, Any]) -> list[Report]:
    return [
        Report(
            uri=f"{n}.txt",
            text=row["text"],
            outlet=row.get("outlet", f"Blatt {n}"),
            agencies=tuple(row.get("agencies", ())),
            published=Published(interval=Interval(earliest=row["day"], latest=row["day"]), basis=Basis.METADATA),
        )
        for n, row in enumerate(story["report"], 1)
    ]


@cache
def dossier(name: str) -> Dossier:
    de = language.load("de")
    return weigh(tell([read_report(report, de) for report in reports(BY_NAME[name])]))


def place(name: str, number: int, quote: str) -> tuple[str, int, int]:
    """Give the report and the place of a quotation: its last occurrence, which is no headline."""
    row = next(row for row in dossier(name).reports if row.uri == f"{number}.txt")
    at = row.text.rindex(quote)
    return row.id, at, at + len(quote)


def event(name: str) -> EventRow:
    report, start, end = place(name, *BY_NAME[name]["quote"])
    return next(
        row
        for row in dossier(name).events
        if any(m.report == report and m.start < end and start < m.end for m in row.mentions)
    )


def holds(name: str, conflict: Any, number: int, quote: str) -> bool:
    """Say whether a side of a conflict stands in the sentence of a quotation."""
    report, start, _ = place(name, number, quote)
    row = next(row for row in dossier(name).reports if row.id == report)
    sentence = next(span for span in row.sentences if span.start <= start < span.end)
    return any(s.report == report and s.start < sentence.end and sentence.start < s.end for s in conflict.sides)


def stands(name: str, conflict: Any, side: list[Any]) -> bool:
    """Say whether a side stands at its place, or at one of several."""
    return any(holds(name, conflict, *place) for place in (side if isinstance(side[0], list) else [side]))


def answering(name: str, wanted: dict[str, Any]) -> list[Any]:
    return [
        row
        for row in dossier(name).conflicts
        if row.kind == wanted["kind"] and all(stands(name, row, side) for side in wanted["sides"])
    ]


@pytest.mark.parametrize("name", cases("origins", "least"))
def test_on_how_many_origins_it_rests(name: str) -> None:
    count = event(name).independent_origins
    assert (count.least, count.most) == (BY_NAME[name]["least"], BY_NAME[name]["most"])


@pytest.mark.parametrize("name", cases("denied", "denied_by"))
def test_who_denies_it(name: str) -> None:
    names = {actor.id: actor.name for actor in dossier(name).actors}
    denying = [names[actor] for actor in event(name).denied_by]
    assert all(any(word in one for one in denying) for word in BY_NAME[name]["denied_by"])


@pytest.mark.parametrize("name", cases("disputes", "conflict"))
def test_what_is_in_dispute(name: str) -> None:
    assert all(answering(name, wanted) for wanted in BY_NAME[name]["conflict"] if not wanted.get("optional"))


@pytest.mark.parametrize("name", cases("nothing else"))
def test_nothing_else_is_in_dispute(name: str) -> None:
    expected = [row for wanted in BY_NAME[name].get("conflict", ()) for row in answering(name, wanted)]
    assert all(row in expected for row in dossier(name).conflicts)


@pytest.mark.parametrize("name", [story["name"] for story in STORIES[::6]])
def test_the_order_of_reports_changes_nothing(name: str) -> None:
    de = language.load("de")
    read = [read_report(report, de) for report in reports(BY_NAME[name])]
    assert weigh(tell(read[::-1])).to_json() == dossier(name).to_json()
