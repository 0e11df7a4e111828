"""The commands: what they write, what they say, how they end. A made-up dossier stands in for the stages."""

import json
import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

import quellenlage
from quellenlage import Report, Skipped
from quellenlage.cli import main
from quellenlage.render.json import from_json
from tests.render import made_up
from tests.render.hostile import ATTACK, hostile

READ = Report(uri="a.txt", text="Ein Bericht.")
BROKEN = Skipped(uri="b.txt", reason="is empty")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Give a function that runs a command over stages that meet ``seen`` and give ``made``."""

    def runner(*arguments: str, seen: Sequence[Report | Skipped] = (READ,), made: Any = None) -> Result:
        def build(paths: list[str], **options: Any) -> list[quellenlage.Dossier]:
            runner.called = {"paths": paths, **options}
            for item in seen:
                options["on_event"](item)
            return [made or made_up.dossier()] if any(isinstance(item, Report) for item in seen) else []

        monkeypatch.setattr(quellenlage, "build", build)
        return CliRunner().invoke(main, arguments)

    return runner


def test_build_hands_on_what_it_was_given(run: Any) -> None:
    result = run("build", "a.txt", "-", "--published", "2024-03-12", "--outlet", "Tagblatt")
    assert result.exit_code == 0
    called = run.called
    assert (called["paths"], called["published"], called["outlet"]) == (["a.txt", "-"], date(2024, 3, 12), "Tagblatt")


def test_build_writes_a_page_and_json(run: Any, tmp_path: Path) -> None:
    page, data = tmp_path / "d.html", tmp_path / "d.json"
    assert run("build", "a.txt", "--html", str(page), "--json", str(data)).exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert from_json(data.read_bytes()) == (made_up.dossier(),)
    assert sorted(os.listdir(tmp_path)) == ["d.html", "d.json"]


def test_json_on_standard_output_is_nothing_but_json(run: Any) -> None:
    result = run("build", "a.txt", "--json", "-")
    assert from_json(result.stdout_bytes) == (made_up.dossier(),)
    assert "Die Reise nach Port Merin" in result.stderr


def test_the_summary_names_story_events_status_and_origins(run: Any) -> None:
    shown = " ".join(run("build", "a.txt").stdout.split())
    assert "Die Reise nach Port Merin: 5 Berichte, 16 Aussagen, 2 Widersprüche" in shown
    assert "14.–16. Mai" in shown
    assert "▷" not in shown.split("Hanne Voss")[1].split("Tag")[0]
    assert "1–2" in shown


def test_quiet_says_nothing_but_what_could_not_be_read(run: Any) -> None:
    result = run("build", "a.txt", "--quiet", seen=[READ, BROKEN])
    assert result.stdout == ""
    assert result.stderr == "not read: b.txt: is empty\n"


@pytest.mark.parametrize(("seen", "code"), [([READ], 0), ([READ, BROKEN], 3), ([BROKEN], 4), ([], 4)])
def test_the_exit_code_says_whether_all_some_or_none_were_read(run: Any, seen: list[Any], code: int) -> None:
    result = run("build", "a.txt", seen=seen)
    assert result.exit_code == code
    assert ("nothing could be read" in result.stderr) == (code == 4)


@pytest.mark.parametrize("code", [0, 2, 3, 4])
def test_every_exit_code_stands_in_the_help(run: Any, code: int) -> None:
    assert f"\n    {code}  " in run("build", "--help").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build"], "Missing argument"),
        (["build", "a.txt", "--published", "gestern"], "write it as YYYY-MM-DD"),
        (["build", "a.txt", "--html", "/no/such/folder/d.html"], "the folder /no/such/folder does not exist"),
        (["build", "a.txt", "--json", "/"], "is a directory"),
        (["build", "a.txt", "--colour"], "No such option"),
    ],
)
def test_a_wrong_command_is_told_what_to_do_before_anything_is_read(run: Any, arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr.replace("'", "")
    assert not hasattr(run, "called")


def test_a_file_that_was_there_stays_whole_when_writing_fails(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "d.html"
    page.write_text("old")

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", full)
    result = run("build", "a.txt", "--html", str(page))
    assert result.exit_code == 2
    assert "no space left" in result.stderr
    assert page.read_text() == "old"
    assert os.listdir(tmp_path) == ["d.html"]


def test_nothing_from_a_report_steers_the_terminal(run: Any) -> None:
    result = run("build", "a.txt", seen=[READ, Skipped(uri="\x1b[2J[red]x.txt", reason=ATTACK)], made=hostile())
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output
    assert "␛[2J[red]x.txt" in result.stderr


def test_schema_prints_the_schema(run: Any) -> None:
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"].endswith("quellenlage/1")


def test_version(run: Any) -> None:
    assert run("--version").stdout == f"quellenlage, version {quellenlage.__version__}\n"


def test_a_report_from_standard_input_becomes_a_dossier() -> None:
    text = "Die Ministerin wird am Freitag in Ostermoor erwartet. Das sagte ihr Sprecher am Dienstag (12. März 2024)."
    result = CliRunner().invoke(main, ["build", "-", "--json", "-", "--quiet"], input=text.encode())
    assert result.exit_code == 0
    (dossier,) = from_json(result.stdout_bytes)
    assert dossier.reports[0].text == text
