"""What follows from one reading is made once, anew where the reading is another, and forgotten with it."""

from dataclasses import replace

from quellenlage.linking.kept import Kept
from quellenlage.model import Reading
from tests.story import MadeUp


def test_each_reading_is_looked_at_once_and_again_when_it_has_changed() -> None:
    made = MadeUp()
    for n in range(2):
        made.says(made.report(f"Blatt {n}", on=n + 1), "Wasserwacht")
    one, other = made.readings()
    seen: list[str] = []

    def count(reading: Reading) -> int:
        seen.append(reading.report.id)
        return len(reading.statements)

    kept = Kept(count)
    assert kept.hold([one, other]) == {one.report.id: 1, other.report.id: 1}
    assert kept.hold([other, replace(one)]) == {other.report.id: 1, one.report.id: 1}
    assert seen == [one.report.id, other.report.id]
    assert kept.hold([replace(one, statements=())]) == {one.report.id: 0}
    kept.hold([other])
    assert seen == [one.report.id, other.report.id, one.report.id, other.report.id]
