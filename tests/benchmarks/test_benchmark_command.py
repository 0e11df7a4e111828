"""The command over a tiny corpus of ours, with a reader that finds nothing or everything."""

import json
from pathlib import Path

import pytest
from benchmarks.command import main
from click.testing import CliRunner, Result

from benchmarks import command
from tests.benchmarks.reading_of import blind, expression, knowing, reading, statement
from tests.benchmarks.test_wikinews_corpus import TEXT, document

TIMED = "Der Damm brach 2030."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "wikinews-quotations" / "dev").mkdir(parents=True)
    (tmp_path / "krauts").mkdir()
    (tmp_path / "wikinews-quotations" / "dev" / "1.json").write_text(json.dumps(document()), encoding="utf-8")
    markup = '<TEXT>Der Damm brach <TIMEX3 type="DATE" value="2030">2030</TIMEX3>.</TEXT>'
    (tmp_path / "krauts" / "1.tml").write_text(markup, encoding="utf-8")
    return tmp_path


@pytest.fixture
def all_seeing(monkeypatch: pytest.MonkeyPatch) -> None:
    quoted = reading(TEXT, statements=[statement(TEXT, "Der Deich halte", "Frau Voss")])
    timed = reading(TIMED, times=[expression(TIMED, "2030", "2030")])
    monkeypatch.setattr(command, "read", knowing([quoted, timed]))


def run(data: Path, *options: str) -> Result:
    return CliRunner().invoke(main, [str(data), "--floors", str(data / "floors.toml"), *options])


@pytest.mark.usefixtures("all_seeing")
def test_figures_are_printed_for_every_set(data: Path) -> None:
    result = run(data)
    assert result.exit_code == 0
    assert "wikinews-quotations/dev: 1 documents, 6 words" in result.output
    assert "krauts: 1 documents, 4 words" in result.output
    assert result.output.count("no floors for this set yet") == 3


@pytest.mark.usefixtures("all_seeing")
def test_one_set_alone_can_be_chosen(data: Path) -> None:
    assert "krauts" not in run(data, "--only", "quotes").output
    assert "wikinews" not in run(data, "--only", "times").output


def test_a_fall_below_the_floor_fails_the_check(data: Path, all_seeing: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(data, "--pin").exit_code == 0
    assert run(data, "--check").exit_code == 0
    monkeypatch.setattr(command, "read", blind)
    fallen = run(data, "--check")
    assert fallen.exit_code == 1
    assert "wikinews-quotations/dev: content fell to 0.0, the floor is 100.0" in fallen.output


@pytest.mark.usefixtures("all_seeing")
def test_a_check_without_floors_passes_and_says_so(data: Path) -> None:
    result = run(data, "--check")
    assert result.exit_code == 0
    assert "no floors for this set yet" in result.output


def test_worst_cases_are_printed_where_asked_for(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "read", blind)
    result = run(data, "--errors", "3")
    assert "Indirect [Der Deich halte]" in result.output
    assert "[2030] DATE 2030" in result.output


@pytest.mark.parametrize("fold", ["0/2", "3/2", "x", "1/", "/2", "-1/2"])
def test_a_fold_that_is_none_is_refused(data: Path, fold: str) -> None:
    result = run(data, f"--fold={fold}")
    assert result.exit_code == 2
    assert "is not I/N" in result.output


def test_floors_are_not_for_folds(data: Path) -> None:
    assert run(data, "--fold", "1/2", "--pin").exit_code == 2


def test_a_folder_without_corpora_says_what_it_looked_for(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.exit_code == 1
    assert "neither wikinews-quotations/dev nor krauts is here" in result.output
