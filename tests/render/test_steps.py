"""What each day's reports changed."""

from dataclasses import replace

from quellenlage.model import Status
from quellenlage.render.lookup import Lookup
from quellenlage.render.steps import forward, steps
from tests.render import made_up
from tests.render.pieces import rid


def kept(*statuses: Status) -> list[tuple[Status, Status | None]]:
    event = made_up.events()[0]
    row = event.history[0]
    history = tuple(replace(row, status=status) for status in statuses)
    return [(row.status, before) for row, before in forward(replace(event, history=history))]


def test_an_event_goes_forward_only() -> None:
    found = kept(Status.POSSIBLE, Status.PLANNED, Status.POSSIBLE, Status.HAPPENED, Status.PLANNED, Status.ONGOING)
    assert found == [(Status.POSSIBLE, None), (Status.PLANNED, Status.POSSIBLE), (Status.HAPPENED, Status.PLANNED)]


def test_a_call_off_counts_and_so_does_what_happened_all_the_same() -> None:
    found = kept(Status.PLANNED, Status.CANCELLED, Status.PLANNED, Status.CANCELLED, Status.HAPPENED)
    assert [status for status, _ in found] == [Status.PLANNED, Status.CANCELLED, Status.HAPPENED]


def test_each_source_denies_once() -> None:
    assert kept(Status.DENIED, Status.HAPPENED, Status.DENIED) == [(Status.DENIED, None), (Status.HAPPENED, None)]


def test_the_days_come_latest_first_and_a_vague_day_is_said_as_it_is() -> None:
    days = steps(Lookup(made_up.dossier(), 1))
    assert [str(day.when) for day in days[:2]] == ["zwischen 16. und 20. Mai 2024", "15. Mai 2024"]
    assert [day.iso for day in days] == ["2024-05-20", "2024-05-15", "2024-05-14", "2024-05-07", "2024-05-06"]


def test_steps_of_one_day_are_one() -> None:
    event = made_up.events()[0]
    first, second = event.history[0], replace(event.history[1], report=rid("agency"), status=Status.CONFIRMED)
    story = replace(made_up.dossier(), events=(replace(event, history=(first, second)),))
    (step,) = [step for day in steps(Lookup(story, 1)) for step in day.steps]
    assert (step.before, step.after_code) == (None, Status.CONFIRMED)


def test_denials_come_first_and_what_most_reports_speak_of_before_the_rest() -> None:
    for day in steps(Lookup(made_up.dossier(), 1)):
        kinds = [kind for kind, _, _ in day.kinds]
        assert kinds == sorted(kinds, key=["denied", "step", "new"].index)
        for _, _, found in day.kinds:
            assert [step.told for step in found] == sorted((step.told for step in found), reverse=True)
