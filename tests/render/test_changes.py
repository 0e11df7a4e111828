"""What changed, by the days reported."""

from dataclasses import replace

from quellenlage.model import Status
from quellenlage.render.changes import changes, steps
from quellenlage.render.lookup import Lookup
from tests.render import made_up
from tests.render.pieces import rid


def kept(*statuses: Status) -> list[tuple[Status, Status | None]]:
    event = made_up.events()[0]
    row = event.history[0]
    history = tuple(replace(row, status=status) for status in statuses)
    return [(row.status, before) for row, before in steps(replace(event, history=history))]


def test_an_event_goes_forward_only() -> None:
    found = kept(Status.POSSIBLE, Status.PLANNED, Status.POSSIBLE, Status.HAPPENED, Status.PLANNED, Status.ONGOING)
    assert found == [(Status.POSSIBLE, None), (Status.PLANNED, Status.POSSIBLE), (Status.HAPPENED, Status.PLANNED)]


def test_a_call_off_counts_and_so_does_what_happened_all_the_same() -> None:
    found = kept(Status.PLANNED, Status.CANCELLED, Status.PLANNED, Status.CANCELLED, Status.HAPPENED)
    assert [status for status, _ in found] == [Status.PLANNED, Status.CANCELLED, Status.HAPPENED]


def test_each_source_denies_once() -> None:
    assert kept(Status.DENIED, Status.HAPPENED, Status.DENIED) == [(Status.DENIED, None), (Status.HAPPENED, None)]


def test_the_days_come_latest_first_and_a_vague_day_is_said_as_it_is() -> None:
    days = changes(Lookup(made_up.dossier(), 1))
    assert [str(day.when) for day in days[:2]] == ["zwischen 16. und 20. Mai 2024", "15. Mai 2024"]
    assert [day.iso for day in days] == ["2024-05-20", "2024-05-15", "2024-05-14", "2024-05-07", "2024-05-06"]


def test_steps_of_one_day_are_one_change() -> None:
    event = made_up.events()[0]
    first, second = event.history[0], replace(event.history[1], report=rid("agency"), status=Status.CONFIRMED)
    story = replace(made_up.dossier(), events=(replace(event, history=(first, second)),))
    (change,) = [change for day in changes(Lookup(story, 1)) for change in day.changes]
    assert (change.before, change.after_code) == (None, Status.CONFIRMED)
