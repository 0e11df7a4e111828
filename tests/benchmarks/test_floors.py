"""Floors: pinned, read back, held and broken."""

from pathlib import Path

import pytest
from benchmarks.corpus import Result, digest_of
from benchmarks.floors import Floor
from benchmarks.measures import Measure

from benchmarks import floors


def result(f1: float, digest: str = "d" * 64, row: str = "joint") -> Result:
    return Result(
        name="made-up/dev", digest=digest, documents=1, words=10, seconds=2.0,
        measures={row: Measure(f1, f1)}, errors={},
    )  # fmt: skip


def test_what_is_pinned_is_read_back(tmp_path: Path) -> None:
    pinned = {"made-up/dev": floors.pinned(result(0.69876)), "a set less its fullest": floors.pinned(result(0.5))}
    (tmp_path / "floors.toml").write_text(floors.dump(pinned), encoding="utf-8")
    assert floors.load(tmp_path / "floors.toml") == pinned
    assert pinned["made-up/dev"].f1 == {"joint": 69.9}


def test_no_file_has_no_floors(tmp_path: Path) -> None:
    assert floors.load(tmp_path / "none.toml") == {}


def test_the_file_in_the_repository_can_be_read() -> None:
    text = floors.FILE.read_text(encoding="utf-8")
    assert floors.dump(floors.load()) == text


@pytest.mark.parametrize(("reached", "faults"), [(0.5, 0), (0.4995, 0), (0.4989, 1), (0.7, 0), (0.0, 1)])
def test_a_figure_may_fall_by_a_tenth_of_a_point(reached: float, faults: int) -> None:
    known = {"made-up/dev": Floor(digest="d" * 64, f1={"joint": 50.0})}
    assert len(list(floors.faults([result(reached)], known))) == faults


def test_other_data_is_noticed() -> None:
    known = {"made-up/dev": Floor(digest="e" * 64, f1={})}
    assert list(floors.faults([result(0.9)], known)) == [
        "made-up/dev: the data is not the data that the floors were measured on"
    ]


def test_a_row_that_is_gone_is_noticed() -> None:
    known = {"made-up/dev": Floor(digest="d" * 64, f1={"content": 50.0})}
    assert list(floors.faults([result(0.9)], known)) == [
        "made-up/dev: content is pinned at 50.0 and is no longer measured"
    ]


def test_a_set_without_floors_is_no_fault() -> None:
    assert list(floors.faults([result(0.1)], {})) == []


def test_the_digest_follows_names_and_contents_but_not_the_order(tmp_path: Path) -> None:
    one, two = tmp_path / "1.json", tmp_path / "2.json"
    one.write_text("a", encoding="utf-8")
    two.write_text("b", encoding="utf-8")
    before = digest_of([one, two])
    assert digest_of([two, one]) == before
    two.write_text("c", encoding="utf-8")
    changed = digest_of([one, two])
    one.rename(tmp_path / "3.json")
    renamed = digest_of([tmp_path / "3.json", two])
    assert len({before, changed, renamed}) == 3
