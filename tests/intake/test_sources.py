"""Bytes with a name: the same files, names and lines as ``load`` gives."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from quellenlage.intake import load, sources
from quellenlage.intake.sources import Bytes
from quellenlage.model import Report, Skipped

PAGES = {
    "a.txt": b"Der Rat tagt am Freitag.",
    "b/c.jsonl": b'{"text": "Eins."}\nkaputt\n{"text": "Zwei."}\n',
    "b/leer.md": b"",
    "d.png": b"\x89PNG",
    "e.txt": bytes(range(256)) * 9,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, raw in PAGES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "weg.txt").symlink_to(tmp_path / "nirgends")
    return tmp_path


def read(found: list[Bytes | Skipped]) -> list[Report | Skipped]:
    return [item for one in found for item in ([one] if isinstance(one, Skipped) else one.read())]


def test_a_folder_gives_what_load_gives(folder: Path) -> None:
    options = {"outlet": "Bote", "published": date(2024, 3, 1)}
    assert read(list(sources.sources([folder], **options))) == list(load([folder], **options))


@pytest.mark.parametrize("name", [*PAGES, "nirgends.txt", "b"])
def test_a_file_gives_what_load_gives(folder: Path, name: str) -> None:
    assert read(list(sources.sources([folder / name]))) == list(load([folder / name]))


def test_an_empty_folder_is_one_line(tmp_path: Path) -> None:
    assert list(sources.sources([tmp_path])) == list(load([tmp_path]))


def test_standard_input() -> None:
    raw = b'{"text": "Eins."}'
    assert read(list(sources.sources(["-"], stdin=BytesIO(raw)))) == list(load(["-"], stdin=BytesIO(raw)))


def test_nothing_is_read_before_it_is_asked_for(folder: Path) -> None:
    found = next(iter(sources.sources([folder / "a.txt"])))
    assert found == Bytes(raw=PAGES["a.txt"], uri="a.txt", name="a.txt")


def test_of_an_archive_too_large_to_be_held_each_page_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = b"Content-Type: text/plain\r\n\r\nDer Rat tagt am Freitag in der Halle."
    fields = ("WARC/1.0", "WARC-Type: resource", "WARC-Target-URI: https://a.example/", "Content-Type: text/plain")
    head = "".join(f"{field}\r\n" for field in (*fields, f"Content-Length: {len(body)}", ""))
    (tmp_path / "a.warc").write_bytes(head.encode() + body + b"\r\n\r\n")
    expected = [item.uri for item in load([tmp_path / "a.warc"])]
    monkeypatch.setattr(sources, "MOST_BYTES", 10)
    found = list(sources.sources([tmp_path / "a.warc"]))
    assert [item.uri for item in found] == expected
    assert all(isinstance(item, Bytes) and list(item.read()) == [item.ready] for item in found)
