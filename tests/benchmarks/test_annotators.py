"""The agreement of two annotators against figures worked out by hand."""

from pathlib import Path

import pytest
from benchmarks.annotators import agreement, kappa, load, main, texts
from benchmarks.measures import Measure
from click.testing import CliRunner

TEXT = (
    "Der Deich ist am Montag gebrochen. Der Bruch sei klein, sagte Ina Ahrens. Am Freitag tagt der Rat. "
    "Otto Boll bestritt den Bruch."
)
HEAD = """
set = "develop"
statement = []
actor = []
apart = []
"""
ONE = """
[[report]]
file = "a.txt"
day = 2024-05-08
basis = "inferred"
within = [2024-05-07, 2024-05-10]

[[report]]
file = "b.txt"
day = 2024-05-08
basis = "stated"

[[event]]
id = "E1"
label = "Deichbruch"
frame = "breach"
begin = 2024-05-06
end = 2024-05-06
status = "happened"
origins = { least = 1, most = 2 }
mentions = [
  { file = "a.txt", quote = "gebrochen", status = "happened", also = [{ quote = "Deich" }] },
  { file = "a.txt", quote = "Bruch", nth = 1, status = "happened" },
  { file = "a.txt", quote = "Bruch", nth = 2, status = "denied" },
]

[[event]]
id = "E2"
label = "Der Rat tagt"
frame = "meet"
status = "planned"
origins = { least = 1, most = 1 }
mentions = [{ file = "a.txt", quote = "tagt", status = "planned" }]

[[conflict]]
id = "K1"
kind = "denial"
event = "E1"
sides = [
  { who = "Ina Ahrens", file = "a.txt", quote = "Bruch" },
  { who = "Otto Boll", file = "a.txt", quote = "bestritt" },
]

[[copy]]
a = "a.txt"
b = "b.txt"
kind = "verbatim"
shared = 0.5
"""
# The second has a mention at the other word, one status and one count otherwise, not the second event, and no conflict.
OTHER = """
copy = []
conflict = []

[[report]]
file = "a.txt"
day = 2024-05-09
basis = "inferred"
within = [2024-05-08, 2024-05-09]

[[report]]
file = "b.txt"
day = 2024-05-08
basis = "stated"

[[event]]
id = "X"
label = "Der Deich bricht"
frame = "accident"
begin = 2024-05-06
end = 2024-05-07
status = "happened"
origins = { least = 1, most = 1 }
mentions = [
  { file = "a.txt", quote = "Deich", status = "happened" },
  { file = "a.txt", quote = "Bruch", nth = 1, status = "happened" },
  { file = "a.txt", quote = "bestritt", status = "denied", also = [{ quote = "Bruch", nth = 2 }] },
  { file = "a.txt", quote = "klein", status = "happened" },
]
"""


def write(folder: Path) -> tuple[Path, Path]:
    (folder / "reports").mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / "reports" / name).write_text(f"{name}: {TEXT}", encoding="utf-8")
    one, other = folder / "gold.toml", folder / "second.toml"
    one.write_text(HEAD + ONE, encoding="utf-8")
    other.write_text(HEAD + OTHER, encoding="utf-8")
    return one, other


def scores(one: Path, other: Path) -> dict[str, Measure]:
    rows, _ = agreement(load(one), load(other), texts(one))
    return {row: tally.measure() for row, tally in rows.items()}


def test_what_two_annotators_agree_on(tmp_path: Path) -> None:
    found = scores(*write(tmp_path))
    assert found["mentions"] == Measure(3 / 4, 3 / 4)
    assert found["linking"] == found["b-cubed"] == found["status"] == Measure(1, 1)
    assert found["events"] == Measure(1, 1 / 2)
    assert found["interval"] == Measure(0, 0)
    assert found["last status"] == Measure(1, 1)
    assert found["origins"] == Measure(0, 0)
    assert found["conflicts"] == Measure(1, 0)
    assert found["copies"] == Measure(1, 0)


def test_a_day_lies_within_what_the_other_takes_to_be_possible(tmp_path: Path) -> None:
    one, other = write(tmp_path)
    assert scores(one, other)["days"] == Measure(1, 1)
    assert scores(other, one)["days"] == Measure(1 / 2, 1 / 2)


@pytest.mark.parametrize(
    ("alike", "crossed", "due"),
    [(0, 0, 1.0), (3, 0, 1.0), (1, 1, 0.0), (3, 1, 1 / 2)],
)
def test_kappa_leaves_out_what_chance_would_agree_on(alike: int, crossed: int, due: float) -> None:
    same = [("happened", "happened"), ("planned", "planned")] * alike
    other = [("happened", "planned"), ("planned", "happened")] * crossed
    assert kappa(same + other) == pytest.approx(due)


def test_the_command_prints_the_rows_and_kappa(tmp_path: Path) -> None:
    one, other = write(tmp_path)
    result = CliRunner().invoke(main, [str(one), str(other)])
    assert result.exit_code == 0
    assert "conflicts" in result.stdout
    assert "kappa of status, 3 mentions: 1.00" in result.stdout
    assert CliRunner().invoke(main, [str(one)]).exit_code == 2
