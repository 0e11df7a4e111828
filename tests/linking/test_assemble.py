"""A story as a whole: order and repetition change nothing, and what rested on a report goes with it."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.linking.assemble import Linker, Memory, link, tell
from quellenlage.model import Reading, Stance, Status
from quellenlage.weighing import weigh
from tests.story import MadeUp, day


def readings() -> list[Reading]:
    made = MadeUp()
    for n, (source, stance) in enumerate(
        [
            ("Wasserwacht", Stance.ASSERTS),
            ("Feuerwehr", Stance.CONFIRMS),
            ("Gemeinde", Stance.DENIES),
            (None, Stance.ASSERTS),
        ]
    ):
        report = made.report(f"Blatt {n}", on=n + 2)
        statement = made.says(report, source, stance) if source else None
        made.happens(report, statement, Status.HAPPENED, day(1))
    return list(made.readings())


@settings(deadline=None)
@given(st.permutations(range(4)))
def test_the_order_of_reports_changes_nothing(order: list[int]) -> None:
    there = readings()
    assert tell([there[n] for n in order]) == tell(there)


@settings(deadline=None)
@given(st.lists(st.sets(st.integers(0, 3), min_size=1), min_size=1, max_size=5))
def test_a_story_that_grows_and_shrinks_is_what_it_would_be_afresh(steps: list[set[int]]) -> None:
    there, memory = readings(), Memory()
    for chosen in steps:
        some = [there[n] for n in sorted(chosen)]
        assert tell(some, memory) == tell(some)


@settings(deadline=None)
@given(st.lists(st.sets(st.integers(0, 3), min_size=1), min_size=1, max_size=5))
def test_stories_that_come_in_report_by_report_are_what_they_would_be_afresh(steps: list[set[int]]) -> None:
    there, linker = readings(), Linker()
    for chosen in steps:
        some = [there[n] for n in sorted(chosen)]
        assert linker.link(some) == link(some)


def test_a_report_that_is_read_otherwise_is_compared_anew() -> None:
    there, memory = readings(), Memory()
    tell(there, memory)
    other = [replace(there[0], statements=(), events=()), *there[1:]]
    assert tell(other, memory) == tell(other)


@settings(deadline=None)
@given(st.integers(0, 3))
def test_what_rested_on_a_report_goes_with_it_and_nothing_else(gone: int) -> None:
    there = readings()
    whole, less = weigh(tell(there)), weigh(tell([r for n, r in enumerate(there) if n != gone]))
    left = there[gone].report.id
    kept = {(m.report, m.start, m.end) for event in whole.events for m in event.mentions if m.report != left}
    assert {(m.report, m.start, m.end) for event in less.events for m in event.mentions} == kept
    assert all(side.report != left for conflict in less.conflicts for side in conflict.sides)
    assert all(left not in (copy.a, copy.b) for copy in less.copies)
