"""What the page answers."""

import csv
import io
import json
import re
from zipfile import ZipFile

import pytest
from starlette.testclient import TestClient

from quellenlage.model import Report, Skipped
from quellenlage.render.json import from_json
from quellenlage.web.desk import Desk
from tests.render import made_up
from tests.web.conftest import Opened, read, weigh


def token(client: TestClient) -> str:
    return re.search(r'name="token" value="([^"]+)"', client.get("/").text).group(1)


def labels(page: str) -> list[str]:
    return re.findall(r'<div class="what">\s*<h3><bdi>(.*?)</bdi>', page)


def test_an_empty_desk_asks_for_reports(opened: Opened, desk: Desk) -> None:
    page = opened(desk).get("/").text
    assert "Dateien wählen oder irgendwo auf diese Seite ziehen" in page
    assert "Kein Bericht, keine Geschichte." in page


def test_the_page_holds_the_dossier_and_no_script_of_its_own(opened: Opened, full: Desk) -> None:
    page = opened(full).get("/").text
    assert len(labels(page)) == len(made_up.dossier().events)
    assert "<style" not in page
    assert re.findall(r"<script(?![^>]*(?:src=|application/json))", page) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("status=denied", []),
        ("status=contested", ["Sperre des Hafens von Port Merin"]),
        ("q=SEEWEG+karsund", ["Sperre des Hafens von Port Merin"]),
        ("begin=2024-05-13&end=2024-05-13&status=happened", []),
        ("told=3&status=happened", ["Hanne Voss reist nach Port Merin"]),
        ("told=viele&begin=2024-05-13&end=2024-05-13&status=happened", []),
        ("begin=kein-Tag&outlet=%3Cb%3E", []),
    ],
)
def test_the_chronology_is_filtered_on_the_server(opened: Opened, full: Desk, query: str, found: list[str]) -> None:
    assert labels(opened(full).get(f"/?story=d1&{query}").text) == found


def test_htmx_gets_the_chronology_alone(opened: Opened, full: Desk) -> None:
    headers = {"hx-request": "true", "hx-target": "d1-events"}
    part = opened(full).get("/?story=d1&status=happened", headers=headers).text
    assert part.lstrip().startswith('<div id="d1-events">')
    assert "<html" not in part
    assert len(labels(part)) == 2


def test_the_page_comes_in_english(opened: Opened, full: Desk) -> None:
    page = opened(full).get("/?lang=en").text
    assert "Reports on the desk" in page
    assert 'lang="en"' in page
    assert "Berichte auf dem Tisch" not in page.partition('id="words"')[0]


@pytest.mark.parametrize(
    ("kind", "begin"), [("html", b"<!DOCTYPE html>"), ("json", b'{"format"'), ("zip", b"PK"), ("pdf", b"%PDF-")]
)
def test_all_can_be_downloaded(opened: Opened, full: Desk, kind: str, begin: bytes) -> None:
    answer = opened(full).get(f"/dossier.{kind}")
    assert answer.content.startswith(begin)
    assert answer.headers["content-disposition"] == f'attachment; filename="dossier.{kind}"'


def test_what_is_downloaded_is_the_dossier(opened: Opened, full: Desk) -> None:
    client = opened(full)
    assert from_json(client.get("/dossier.json").content) == (made_up.dossier(),)
    with ZipFile(io.BytesIO(client.get("/dossier.zip").content)) as tables:
        table = tables.read("event_mentions.csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline=""), delimiter=";"))
    assert len(rows) == sum(len(event.mentions) for event in made_up.dossier().events)
    assert client.get("/dossier.exe").status_code == 404
    assert client.get("/static/../app.py").status_code == 404


def test_dropped_files_and_pasted_text_are_read(opened: Opened, desk: Desk) -> None:
    client = opened(desk)
    files = [
        ("files", ("../../etc/eins.txt", b"Der Rat tagt am Montag.")),
        ("files", ("zwei.json", json.dumps({"text": "Der Hafen ist zu."}).encode())),
        ("files", ("bild.txt", bytes(range(256)) * 9)),
    ]
    form = {"token": token(client), "text": "Die Brücke ist offen.", "outlet": "Bote", "published": "2024-05-06"}
    answer = client.post("/reports", files=files, data=form, follow_redirects=False)
    assert answer.status_code == 303
    assert desk.wait(10)
    assert desk.progress.read == 3
    assert [skipped.uri for skipped in desk.progress.skipped] == ["bild.txt"]
    assert "1 Datei nicht gelesen" in client.get("/").text


def test_progress_says_how_far_it_is_and_then_shows_the_new_page(opened: Opened, full: Desk) -> None:
    answer = opened(full).get("/progress?seen=0")
    assert "1 Bericht gelesen" in answer.text
    assert "Die Reise nach Port Merin" in answer.text
    assert answer.headers["hx-refresh"] == "true"
    assert "hx-refresh" not in opened(full).get(f"/progress?seen={full.progress.version}").headers


def test_the_desk_can_be_cleared(opened: Opened, full: Desk) -> None:
    client = opened(full)
    assert client.post("/clear", data={"token": token(client)}, follow_redirects=False).status_code == 303
    assert full.dossiers == ()
    assert full.progress.read == 0


def test_a_report_that_breaks_the_reading_does_not_stop_the_desk() -> None:
    def fragile(report: Report) -> object:
        if "böse" in report.text:
            raise ValueError
        return read(report)

    desk = Desk(fragile, weigh)
    desk.add(lambda: [Report(uri="a", text="böse")])
    desk.add(lambda: [Skipped(uri="b", reason="leer"), Report(uri="c", text="gut")])
    assert desk.wait(10)
    assert desk.progress.read == 1
    assert [(s.uri, s.reason) for s in desk.progress.skipped] == [
        ("a", "could not be read (ValueError)"),
        ("b", "leer"),
    ]
