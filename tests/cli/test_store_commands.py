"""The commands over the store, as a user types them, on made-up texts read with the pipeline without weights."""

import json
import sqlite3
from types import SimpleNamespace

import pytest

from quellenlage.cli import main
from quellenlage.store import archive, engine, versions

ONE = (
    "Die Brücke bei Ostermoor ist am Freitag gesperrt worden. Das teilte Landrätin Lena Brandt am 1. März 2024 mit. "
    "Hafenchef Jens Petersen widersprach der Landrätin in Ostermoor."
)
TWO = (
    "Landrätin Lena Brandt hat die Brücke bei Ostermoor am Freitag gesperrt. Petersen kritisierte das. "
    "Hafenchef Jens Petersen sagte am 2. März 2024, die Sperrung in Ostermoor sei unnötig."
)
CORRECTED = ONE.replace("am Freitag", "am Donnerstag")


@pytest.fixture(autouse=True)
def _quick(monkeypatch, tmp_path):
    """Read without weights, keep the rules as they are, and keep the store in the test's folder."""
    made = archive.Reader.__init__
    monkeypatch.setattr(archive.Reader, "__init__", lambda self, model="hanta": made(self, model))
    monkeypatch.setattr(versions, "rules", lambda: "1" * 64)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "daten"))
    monkeypatch.delenv("QUELLENLAGE_STORE", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def call(capfdbinary):
    """Call a command in this process."""

    def called(*arguments):
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments], prog_name="quellenlage")
        said = capfdbinary.readouterr()
        return SimpleNamespace(code=ended.value.code, out=said.out.decode(), err=said.err.decode())

    return called


@pytest.fixture
def story(call, tmp_path):
    """Fill the store and give the id of its one story."""
    for name, text in (("eins.txt", ONE), ("zwei.txt", TWO)):
        (tmp_path / "berichte").mkdir(exist_ok=True)
        (tmp_path / "berichte" / name).write_text(text)
    assert call("add", "berichte", "--outlet", "Bote").out == "Berichte: 2 neu\n"
    (line,) = call("stories").out.splitlines()
    return line.split()[0]


def test_adding_twice_adds_nothing(call, story) -> None:
    done = call("add", "berichte", "--outlet", "Bote")
    assert (done.code, done.out) == (0, "Berichte: 2 schon bekannt\n")


def test_what_cannot_be_read_has_a_line_each_time(call, story, tmp_path) -> None:
    (tmp_path / "leer.txt").write_text("")
    for _ in range(2):
        done = call("add", "leer.txt", "fehlt.txt", "berichte", "--quiet")
        assert done.code == 3
        assert [line.split(": ")[1] for line in done.err.splitlines()] == ["leer.txt", "fehlt.txt"]
    assert call("add", "leer.txt").code == 4


def test_the_store_lies_in_the_users_data_folder_or_where_it_is_said(call, story, tmp_path, monkeypatch) -> None:
    assert (tmp_path / "daten" / "quellenlage" / "quellenlage.db").is_file()
    assert call("stories", "--store", "anders.db").out == ""
    monkeypatch.setenv("QUELLENLAGE_STORE", str(tmp_path / "anders.db"))
    assert call("stories").out == ""


@pytest.mark.parametrize("command", ["stories", "verify", "decisions", "reread"])
def test_a_store_that_cannot_be_opened(call, command) -> None:
    done = call(command, "--store", "nirgends/lager.db")
    assert done.code == 2
    assert "the folder nirgends does not exist; make it first" in done.err


@pytest.mark.parametrize("command", [["stories"], ["search", "Rat"], ["export", "--format", "json"]])
def test_an_empty_store_says_so_and_is_no_fault(call, command) -> None:
    done = call(*command)
    assert done.code == 0
    assert "the store is empty; put reports into it with: quellenlage add" in done.err


@pytest.mark.parametrize(
    ("store", "words"),
    [
        ("postgresql://127.0.0.1:9/lager", "check that the server runs"),
        ("mysql://host/lager", "give a postgresql:// address"),
        (".", "it is a folder"),
        ("brief.db", "this file is left as it is"),
    ],
)
@pytest.mark.parametrize(
    "command",
    [
        ["add", "brief.db"],
        ["stories"],
        ["show", "y1"],
        ["changes", "y1", "--since", "2024-03-01"],
        ["search", "Rat"],
        ["export", "--format", "json"],
        ["watch", "brief.db", "--once"],
        ["merge", "y1", "a", "b"],
        ["split", "y1", "a", "--report", "b"],
        ["undo", "d1"],
        ["decisions"],
        ["verify"],
        ["reread"],
    ],
)
def test_every_command_says_what_is_wrong_with_its_store(call, tmp_path, command, store, words) -> None:
    (tmp_path / "brief.db").write_text("Sehr geehrte Damen und Herren, " * 40)
    done = call(*command, "--store", store)
    assert (done.code, done.out) == (2, "")
    (line,) = done.err.splitlines()
    assert words in line


def test_a_store_that_another_program_writes_to(call, story, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0.1)
    (tmp_path / "drei.txt").write_text("Der Rat von Norderende tagt am 5. März 2024 im neuen Haus.")
    other = sqlite3.connect(tmp_path / "daten" / "quellenlage" / "quellenlage.db")
    other.execute("BEGIN IMMEDIATE")
    done = call("add", "drei.txt")
    other.close()
    assert done.code == 2
    assert "another program writes to it; wait until it is done" in done.err
    assert call("add", "drei.txt").code == 0


def test_days_in_the_wrong_order(call, story) -> None:
    done = call("changes", story, "--since", "2024-03-09", "--until", "2024-03-01")
    assert done.code == 2
    assert "give the earlier day to --since" in done.err


@pytest.mark.parametrize("command", sorted(main.commands))
def test_the_help_of_each_command_says_what_it_does(call, command) -> None:
    done = call(command, "--help")
    assert done.code == 0
    assert done.out.startswith(f"Usage: quellenlage {command}")
    body = done.out.split("\n\n")[1].strip()
    assert body.split(".")[0]
    assert body[0].isupper()


@pytest.mark.parametrize("command", [["show"], ["changes", "--since", "2024-03-01"], ["export", "--format", "json"]])
def test_a_story_that_is_not_there(call, story, command) -> None:
    done = call(command[0], "ynirgends", *command[1:])
    assert done.code == 2
    assert "see them with: quellenlage stories" in done.err


def test_a_story_is_shown(call, story, tmp_path) -> None:
    done = call("show", story[:5], "--json", "d.json", "--html", "d.html")
    assert done.code == 0
    assert "2 Berichte" in done.out
    dossier = json.loads((tmp_path / "d.json").read_bytes())["dossiers"][0]
    assert dossier["story"]["id"] == story
    assert (tmp_path / "d.html").read_text().startswith("<!DOCTYPE html>")


def test_a_correction_is_told(call, story, tmp_path) -> None:
    url = "https://bote.example/eins"
    for text in (ONE, CORRECTED):
        (tmp_path / "eins.json").write_text(json.dumps({"text": text, "url": url}))
        done = call("add", "eins.json")
    assert done.out == "Berichte: 1 in neuer Fassung\n"
    said = call("changes", story, "--since", "2024-03-09").out
    assert "neue Fassung eins.json\n    - Die Brücke bei Ostermoor ist am Freitag" in said
    assert "    + Die Brücke bei Ostermoor ist am Donnerstag" in said


def test_changes_since_a_day(call, story) -> None:
    assert "Nichts hat sich geändert." in call("changes", story, "--since", "2024-03-05").out
    assert call("changes", story, "--since", "gestern").code == 2


def test_sentences_are_searched(call, story) -> None:
    done = call("search", "Sperrungen", "unnötig")
    assert done.out.splitlines()[0].endswith(f"{story}  Bote, zwei.txt")
    assert "die Sperrung in Ostermoor sei unnötig." in done.out
    assert call("search", "nirgendwo").out == "Nichts gefunden.\n"
    assert call("search").code == 2
    assert call("search", "--status", "vielleicht").code == 2


@pytest.mark.parametrize(
    ("form", "begin"), [("json", b'{"format"'), ("jsonld", b"{"), ("prov", b"{"), ("ics", b"BEGIN")]
)
def test_a_story_is_exported_to_one_file(call, story, tmp_path, form, begin) -> None:
    assert call("export", story, "--format", form, "--output", f"d.{form}").code == 0
    assert (tmp_path / f"d.{form}").read_bytes().startswith(begin)
    assert call("export", "--format", form).out.encode() == (tmp_path / f"d.{form}").read_bytes()


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_tables_go_into_a_folder(call, story, tmp_path, form) -> None:
    assert call("export", story, "--format", form).code == 2
    assert call("export", story, "--format", form, "--output", "tabellen").code == 0
    assert (tmp_path / "tabellen" / f"reports.{form}").is_file()


def test_a_whole_store_is_verified(call, story) -> None:
    done = call("verify")
    assert (done.code, done.out) == (0, "Berichte: 2, alle wie geschrieben\n")


def test_a_damaged_store_is_told_with_an_exit_code_of_its_own(call, story, tmp_path) -> None:
    connection = sqlite3.connect(tmp_path / "daten" / "quellenlage" / "quellenlage.db")
    connection.execute("UPDATE reading SET record_sha256 = '0' WHERE report = (SELECT max(id) FROM report)")
    connection.commit()
    connection.close()
    done = call("verify")
    assert (done.code, done.out) == (5, "")
    assert "its record is damaged" in done.err
    assert "restore the store from a copy" in done.err


def names(call, story) -> list[str]:
    return [a["name"] for a in json.loads(call("export", story, "--format", "json").out)["dossiers"][0]["actors"]]


def test_a_person_joins_and_parts_actors(call, story) -> None:
    before = names(call, story)
    one, other = before[0], before[1]
    done = call("merge", story, one, other, "--who", "Ina", "--reason", "nachgefragt")
    assert f"„{one}“ und „{other}“ sind eins" in done.out
    assert other not in names(call, story)
    listed = call("decisions").out
    assert "Ina" in listed
    assert "nachgefragt" in listed
    call("undo", listed.split()[0], "--who", "Ole")
    assert names(call, story) == before
    assert "(zurückgenommen)" in call("decisions").out


def test_a_person_parts_an_actor_by_report(call, story) -> None:
    before = names(call, story)
    shared = next(name for name in before if "Petersen" in name)
    done = call("split", story, shared, "--report", "zwei.txt")
    assert done.code == 0, done.err
    assert len(names(call, story)) == len(before) + 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["merge", "STORY", "Niemand", "Keiner"], "names no actor and no event"),
        (["merge", "STORY", "Jens Petersen", "Jens Petersen"], "are not two actors or two events"),
        (["split", "STORY", "Jens Petersen", "--report", "drei.txt"], "name some of its reports"),
        (["undo", "d0"], "see them with: quellenlage decisions"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_decision_on_what_is_not_there(call, story, arguments, words) -> None:
    done = call(*(story if argument == "STORY" else argument for argument in arguments))
    assert done.code == 2
    assert words in done.err


def test_reports_read_by_earlier_rules_are_told_and_read_again(call, story, monkeypatch) -> None:
    monkeypatch.setattr(versions, "rules", lambda: "2" * 64)
    assert "2 reports were read by earlier rules" in call("stories").err
    assert call("reread").out == "Neu gelesen: 2\n"
    assert call("stories").err == ""
    assert call("add", "berichte", "--outlet", "Bote").out == "Berichte: 2 schon bekannt\n"


def test_a_folder_is_watched_once(call, tmp_path) -> None:
    (tmp_path / "eingang").mkdir()
    (tmp_path / "eingang" / "a.txt").write_text(ONE)
    assert call("watch", "eingang", "--once").out == "Berichte: 1 neu\n"
    assert call("watch", "eingang", "--once").out == "Berichte: 1 schon bekannt\n"
    assert call("watch", "eingang", "--every", "1").code == 2
