"""How far events have come, and their days, in short passages that were marked before any rule was made for them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from quellenlage.language import load
from quellenlage.model import Basis, EventMention, Interval, Published, Report
from quellenlage.reading.assemble import read_report
from tests.reading.events.test_passages import DAY, WHY, Row, fits

PASSAGES = tomllib.loads(Path(__file__).with_name("states_and_days.toml").read_text(encoding="utf-8"))["passage"]
PUBLISHED = Published(interval=Interval(earliest=DAY, latest=DAY), basis=Basis.STATED)


def passages(*, lacking: bool) -> list[Any]:
    return [
        pytest.param(
            row["text"],
            row["events"],
            id=row["text"],
            marks=[pytest.mark.xfail(strict=True, reason=WHY[row["lacking"]])] if lacking else [],
        )
        for row in PASSAGES
        if ("lacking" in row) is lacking
    ]


def events(text: str, published: Published = PUBLISHED) -> tuple[EventMention, ...]:
    return read_report(Report(uri="a", text=text, published=published), load("de")).events


@pytest.mark.parametrize(("text", "rows"), passages(lacking=False) + passages(lacking=True))
def test_state_and_days_are_read_as_marked(text: str, rows: list[Row]) -> None:
    found = events(text)
    for row in rows:
        assert any(fits(event, text, row) for event in found), [(e.span, e.status, e.interval) for e in found]


CASES = [
    ("Nordwerk verklagt Ohlsen\n\nNordwerk will die Stadt Ohlsen verklagen.", "verklagt", "planned", "/"),
    (
        "Nordwerk schließt Werk in Ohlsen\n\nNordwerk hat am Dienstag sein Werk in Ohlsen geschlossen.",
        "schließt",
        "happened",
        "/",
    ),
    ("Die Geräte, die verladen und an die Küste gebracht worden sein sollen, sind weg.", "verladen", "happened", "/"),
    ("Die Präsidentin soll nach Angaben der Zeitung am Montag schon abgereist sein.", "abgereist", "happened", "-2/-2"),
    ("Ein Bote will von einer Überweisung wissen.", "Überweisung", "happened", "/"),
    ("An der ersten Sitzung des Rates am 4. April ändert sich nichts.", "Sitzung", "confirmed", "+22/+22"),
    ("Der Kauf ist am Preis gescheitert.", "Kauf", "cancelled", "/"),
    ("Der Verein verzichtet auf den Kauf des Spielers.", "Kauf", "cancelled", "/"),
    ("Das Konzert wurde verschoben. Es soll nun am 2. April stattfinden.", "Konzert", "planned", "+20/+20"),
    ("Die für Freitag geplante Feier wurde auf Montag verschoben.", "Feier", "planned", "+5/+5"),
    ("Der Markt, der am Samstag auf dem Platz stattfinden sollte, ist abgesagt.", "Markt", "cancelled", "+3/+3"),
    ("Das Spiel am Samstag fiel aus.", "Spiel", "cancelled", "-4/-4"),
    ("Die Brücke sollte am Montag öffnen, doch daraus wurde nichts.", "öffnen", "cancelled", "-2/-2"),
    ("Das Amt ordnete am Dienstag den sofortigen Rückruf des Modells an.", "Rückruf", "happened", "-1/-1"),
    (
        "Die Ministerin hatte bei einem Besuch in Oslo am 1. März gesagt, sie sei zufrieden.",
        "Besuch",
        "happened",
        "-12/-12",
    ),
    ("Am Montag trat die Chefin vor die Belegschaft und verkündete ihren Rücktritt.", "Rücktritt", "happened", "-2/-2"),
    ("Damals wies das Land zwei Diplomaten aus, das war im Februar.", "wies", "happened", "-41/-13"),
    ("Der Verein will von Montag an wieder trainieren.", "trainieren", "planned", "+5/"),
    ("Das Turnier ist zwischen dem 21. und dem 24. März geplant.", "Turnier", "planned", "+8/+11"),
]


@pytest.mark.parametrize(("text", "on", "status", "days"), CASES)
def test_a_rule_of_state_or_day_holds(text: str, on: str, status: str, days: str) -> None:
    found = events(text)
    row = {"on": on, "status": status, "days": days}
    assert any(fits(e, text, row) for e in found), [(e.span, e.status, e.interval) for e in found]


def test_an_undated_report_keeps_which_words_give_a_day() -> None:
    text = "Am Montag trat die Chefin vor die Belegschaft und verkündete ihren Rücktritt."
    event = next(e for e in events(text, Published()) if text[e.span.start : e.span.end] == "Rücktritt")
    assert event.time is not None
    assert not event.interval.known
