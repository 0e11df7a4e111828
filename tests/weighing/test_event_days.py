"""Which days an event has, where its mentions give several."""

from quellenlage.model import Interval, Status
from quellenlage.weighing import weigh
from tests.story import MadeUp, day


def days_of(*told: tuple[Status, Interval]) -> Interval:
    story = MadeUp()
    for n, (status, days) in enumerate(told):
        report = story.report(f"Blatt {n}", on=n + 20)
        story.happens(report, None, status, on=days)
    (row,) = weigh(story.links()).events
    return Interval(earliest=row.begin, latest=row.end)


def test_a_day_that_several_give_outweighs_one_that_differs() -> None:
    assert days_of((Status.HAPPENED, day(3)), (Status.HAPPENED, day(5)), (Status.HAPPENED, day(5))) == day(5)


def test_an_exact_day_outlives_a_wide_stretch() -> None:
    wide = Interval(earliest=day(1).earliest, latest=day(19).latest)
    assert days_of((Status.HAPPENED, wide), (Status.HAPPENED, day(5)), (Status.HAPPENED, wide)) == day(5)


def test_what_has_happened_has_its_own_day_and_not_the_planned_one() -> None:
    assert days_of((Status.HAPPENED, day(6)), (Status.PLANNED, day(4))) == day(6)


def test_the_latest_plan_has_the_day() -> None:
    assert days_of((Status.PLANNED, day(25)), (Status.PLANNED, day(28))) == day(28)


def test_what_a_denial_says_of_the_day_comes_last() -> None:
    assert days_of((Status.PLANNED, day(25)), (Status.DENIED, day(28))) == day(25)


def test_what_went_on_lasts_from_its_first_to_its_last_day() -> None:
    told = (Status.HAPPENED, day(3)), (Status.ONGOING, day(4)), (Status.HAPPENED, day(7))
    assert days_of(*told) == Interval(earliest=day(3).earliest, latest=day(7).latest)


def test_what_came_at_some_time_before_a_report_has_no_end_by_that() -> None:
    # The second report is of the 21st.
    told = (Status.HAPPENED, day(3)), (Status.HAPPENED, Interval(latest=day(21).latest))
    assert days_of(*told) == day(3)


def test_a_wide_stretch_is_no_end_of_what_went_on() -> None:
    wide = Interval(earliest=day(1).earliest, latest=day(19).latest)
    assert days_of((Status.ONGOING, day(4)), (Status.HAPPENED, wide)) == day(4)


def test_an_end_that_is_told_by_itself_has_the_begin_of_the_others() -> None:
    told = (Status.HAPPENED, day(3)), (Status.HAPPENED, Interval(latest=day(9).latest))
    assert days_of(*told) == Interval(earliest=day(3).earliest, latest=day(9).latest)
