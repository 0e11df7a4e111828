"""How far an event has come, from report to report."""

import pytest

from quellenlage.model import Stance, Status
from quellenlage.weighing import weigh
from tests.story import MadeUp


def story_of(*statuses: Status) -> MadeUp:
    story = MadeUp()
    for n, status in enumerate(statuses):
        report = story.report(f"Blatt {n}", on=n + 1)
        story.happens(report, story.says(report, f"Quelle {n}"), status)
    return story


@pytest.mark.parametrize(
    ("reported", "now"),
    [
        ((Status.PLANNED, Status.HAPPENED), Status.HAPPENED),
        ((Status.POSSIBLE, Status.PLANNED), Status.PLANNED),
        ((Status.PLANNED, Status.CANCELLED), Status.CANCELLED),
        ((Status.CANCELLED, Status.HAPPENED), Status.HAPPENED),
        ((Status.HAPPENED, Status.DENIED), Status.HAPPENED),
        ((Status.DENIED,), Status.DENIED),
        ((Status.POSSIBLE, Status.DENIED), Status.POSSIBLE),
        ((Status.DENIED, Status.POSSIBLE), Status.POSSIBLE),
        ((Status.HAPPENED, Status.ONGOING), Status.ONGOING),
        ((Status.ONGOING, Status.HAPPENED), Status.HAPPENED),
    ],
)
def test_where_an_event_stands(reported: tuple[Status, ...], now: Status) -> None:
    (row,) = weigh(story_of(*reported).links()).events
    assert [h.status for h in row.history] == list(reported)
    assert row.status is now


def test_who_takes_part_in_what_is_only_possible_may_deny_it() -> None:
    story = story_of(Status.POSSIBLE)
    report = story.report("Tagblatt", on=5)
    story.happens(report, story.says(report, "Deich Norderende", Stance.DENIES), Status.DENIED)
    (row,) = weigh(story.links()).events
    assert row.status is Status.DENIED


def test_history_follows_the_day_of_the_report_and_not_the_order_given() -> None:
    story = MadeUp()
    for name, on, status in (("Z", 9, Status.HAPPENED), ("A", 2, Status.PLANNED)):
        report = story.report(name, on=on)
        story.happens(report, None, status)
    (row,) = weigh(story.links()).events
    assert [h.status for h in row.history] == [Status.PLANNED, Status.HAPPENED]


def test_a_plan_that_its_source_confirms_is_confirmed() -> None:
    story = MadeUp()
    report = story.report("Tagblatt")
    story.happens(report, story.says(report, "Wasserwacht", Stance.CONFIRMS), Status.PLANNED)
    (row,) = weigh(story.links()).events
    assert row.status is Status.CONFIRMED
