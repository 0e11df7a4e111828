import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from quellenlage.intake import load
from quellenlage.intake.load import MOST_BYTES
from quellenlage.model import Report, Skipped

TEXT = "Der Rat tagt am Freitag."


def uris(items):
    return [item.uri for item in items]


def reason(path, **known):
    (skipped,) = load([path], **known)
    assert isinstance(skipped, Skipped)
    assert skipped.reason
    assert "\n" not in skipped.uri + skipped.reason
    return skipped.reason


def saved(path, content=TEXT):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_folder_is_read_whole_sorted_and_without_hidden_files(tmp_path):
    for name in ("b.txt", "a/z.md", "a/b.TXT", "c.json", ".hidden.txt", ".git/x.txt", "a.txt"):
        saved(tmp_path / name, json.dumps({"text": TEXT}) if name.endswith("json") else TEXT)
    assert uris(load([tmp_path])) == ["a/b.TXT", "a/z.md", "a.txt", "b.txt", "c.json"]
    assert list(load([tmp_path])) == list(load([str(tmp_path)]))


def test_file_is_named_by_its_name_and_paths_keep_their_order(tmp_path):
    b, a = saved(tmp_path / "x" / "b.txt"), saved(tmp_path / "a.txt")
    assert uris(load([b, a, tmp_path / "x"])) == ["b.txt", "a.txt", "b.txt"]


def test_lines_are_named_by_number(tmp_path):
    path = saved(tmp_path / "r.jsonl", f'{{"text": "{TEXT}"}}\n\nkein JSON\n')
    assert [(type(item), item.uri) for item in load([path])] == [(Report, "r.jsonl#1"), (Skipped, "r.jsonl#3")]


def test_known_fields_are_handed_on(tmp_path):
    (report,) = load([saved(tmp_path / "a.txt")], outlet="Anzeiger", published=date(2021, 3, 2))
    assert (report.outlet, report.published.interval.day) == ("Anzeiger", date(2021, 3, 2))


@pytest.mark.parametrize(
    ("raw", "uri"),
    [
        (TEXT.encode(), "<stdin>"),
        (json.dumps({"text": TEXT}).encode(), "<stdin>"),
        (json.dumps({"text": TEXT}, indent=1).encode("utf-16"), "<stdin>"),
        (json.dumps([{"text": TEXT}]).encode(), "<stdin>#1"),
        (f'\n{{"text": "{TEXT}"}}\n{{"text": "{TEXT}"}}\n'.encode(), "<stdin>#2"),
    ],
)
def test_standard_input(raw, uri):
    first = next(load(["-"], stdin=io.BytesIO(raw)))
    assert isinstance(first, Report)
    assert (first.text, first.uri) == (TEXT, uri)


def test_html_on_standard_input():
    paragraph = "Der Rat von Ostermoor hat am Freitag nach langer Sitzung über den Tunnel beraten. " * 3
    (report,) = load(
        ["-"],
        stdin=io.BytesIO(f"<!doctype html><html><body><article><p>{paragraph}</p></article></body></html>".encode()),
    )
    assert report.text == paragraph.strip()


@pytest.mark.parametrize("text", ["[Update] Der Rat tagt.", "{ist das Text?", "<3 sagte sie."])
def test_text_that_begins_oddly_is_text_or_refused(text):
    (item,) = load(["-"], stdin=io.BytesIO(text.encode()))
    assert isinstance(item, Skipped if text[0] == "{" else Report)


def test_a_file_without_a_suffix_is_read_by_what_is_in_it(tmp_path):
    (report,) = load([saved(tmp_path / "bericht", json.dumps({"text": TEXT}))])
    assert report.text == TEXT


def test_each_bad_file_gives_one_line_and_the_others_are_read(tmp_path):
    bad = {
        "b-empty.txt": (b"", "is empty"),
        "c-blank.txt": (b" \n\t\n", "is empty"),
        "d-binary.txt": (b"\x00\x01\x02" * 99, "is a binary file"),
        "e-pdf.md": (b"%PDF-1.4", "is a PDF"),
        "f-page.html": (b"<html><body><nav>Start</nav></body></html>", "holds no article"),
        "g-bad.json": (b"{", "is no valid JSON"),
        "h-none.json": (b'{"title": "Rat"}', 'has no "text"'),
        "i-other.csv": (b"a;b", "has none of the suffixes"),
    }
    for name, (content, _) in bad.items():
        saved(tmp_path / name, content)
    (tmp_path / "j-nowhere.txt").symlink_to(tmp_path / "weg.txt")
    saved(tmp_path / "a.txt"), saved(tmp_path / "z.txt")
    found = list(load([tmp_path]))
    assert uris(found) == ["a.txt", *bad, "j-nowhere.txt", "z.txt"]
    for item, (_, words) in zip(found[1:9], bad.values(), strict=True):
        assert words in item.reason
        assert ";" in item.reason
    assert "leads nowhere" in found[9].reason
    assert [type(item) for item in (found[0], found[-1])] == [Report, Report]


@pytest.mark.parametrize("names", [[], ["bild.png", "tabelle.csv"], [".txt"]])
def test_a_folder_with_nothing_readable_gives_one_line(tmp_path, names):
    for name in names:
        saved(tmp_path / "leer" / name, b"x")
    (tmp_path / "leer").mkdir(exist_ok=True)
    assert "holds nothing that is read" in reason(tmp_path / "leer")


def test_what_is_not_there(tmp_path):
    assert "is not there" in reason(tmp_path / "fehlt.txt")


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "rohr.txt")
    assert "no regular file" in reason(tmp_path / "rohr.txt")


def test_a_folder_that_is_named_like_a_text(tmp_path):
    saved(tmp_path / "ordner.txt" / "a.txt")
    assert uris(load([tmp_path])) == ["ordner.txt/a.txt"]


def test_links_in_a_circle_come_to_an_end(tmp_path):
    saved(tmp_path / "a" / "x.txt")
    (tmp_path / "a" / "kreis").symlink_to(tmp_path)
    (tmp_path / "selbst.txt").symlink_to(tmp_path / "selbst.txt")
    found = list(load([tmp_path]))
    assert [(item.uri, type(item)) for item in found] == [("a/x.txt", Report), ("selbst.txt", Skipped)]


def test_a_large_file_is_skipped_without_being_read(tmp_path):
    with (tmp_path / "gross.txt").open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    assert "larger than 50 MB" in reason(tmp_path / "gross.txt")


def test_a_long_text_is_skipped(tmp_path):
    assert "over the limit" in reason(saved(tmp_path / "lang.txt", b"Rat " * 1_250_001))


def test_names_that_are_no_text_stay_one_line(tmp_path):
    saved(tmp_path / "a\nb.txt")
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text(TEXT)
    found = uris(load([tmp_path]))
    assert found == ["a\ufffdb.txt", "\ufffd.txt"]


def test_reading_is_lazy(tmp_path):
    first = saved(tmp_path / "a.txt")
    items = load([first, tmp_path / "b.txt"])
    assert isinstance(next(items), Report)
    saved(tmp_path / "b.txt")
    assert isinstance(next(items), Report)


def test_without_read_permission():
    """Read a closed file as a user whom the permission bits bind; the system's own folder has room for one."""
    script = (
        "import os, sys, tempfile, pathlib\n"
        "from quellenlage.intake import from_text, load\n"
        "from_text('Der Rat tagt.')  # all that is loaded late is loaded before the rights are given up\n"
        "if os.geteuid() == 0: os.setgid(65534); os.setuid(65534)\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    closed = pathlib.Path(folder, 'zu.txt'); closed.write_text('Der Rat tagt.'); closed.chmod(0)\n"
        "    shut = pathlib.Path(folder, 'zu'); shut.mkdir(); shut.chmod(0)\n"
        "    pathlib.Path(folder, 'offen.txt').write_text('Der Rat tagt.')\n"
        "    for item in load([folder]): print(item.uri, getattr(item, 'reason', 'read'))\n"
        "    shut.chmod(0o700)\n"
    )
    environment = {"PATH": os.environ.get("PATH", ""), "TMPDIR": "/tmp", "PYTHONDONTWRITEBYTECODE": "1"}  # noqa: S108
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    lines = done.stdout.splitlines()
    assert [line.split(" ", 1)[0] for line in lines] == ["offen.txt", "zu", "zu.txt"]
    assert lines[0] == "offen.txt read"
    assert all("may not be read by this user" in line for line in lines[1:])


def test_nothing_is_printed(tmp_path, capfd):
    saved(tmp_path / "a.html", "<html></html>")
    assert len(list(load([tmp_path]))) == 1
    assert capfd.readouterr() == ("", "")


def test_a_report_in_another_language_is_left_out_and_named(tmp_path: Path) -> None:
    text = (
        "The council decided on Monday to build the bridge. Half of the cost of twelve million is borne by the "
        "state, a spokesman said. The opposition voted against it because the plans are too expensive for them. "
        "Work is to begin next spring when the flood is over and the permit has been given, he added on Tuesday."
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Der Rat hat am Montag den Bau der Brücke beschlossen.", encoding="utf-8")
    english, german = load([tmp_path])
    assert isinstance(german, Report)
    assert isinstance(english, Skipped)
    assert english.uri == "a.txt"
    assert "not written in German" in english.reason
