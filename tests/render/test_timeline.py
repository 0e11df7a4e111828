"""Events drawn along the calendar."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings

from quellenlage.model import Dossier
from quellenlage.render.timeline import APART, WHOLE, Axis
from tests.render import made_up
from tests.render.rows import rows


def lane(**fields: object):
    story = made_up.dossier()
    event = replace(story.events[0], **fields)
    reports = {report.id: report for report in story.reports}
    return Axis(story).lane(event, [reports.get(row.report) for row in event.history])


def test_an_exact_day_a_vague_one_and_an_open_end_are_drawn_apart() -> None:
    assert not lane().bar.vague
    assert lane(begin=date(2024, 5, 1), end=date(2024, 5, 31)).bar.vague
    opened = lane(begin=date(2024, 5, 1), end=None).bar
    assert (opened.vague, opened.opens, opened.ends) == (True, False, True)
    assert lane(begin=None, end=None).bar is None


def test_what_lies_far_off_is_shown_by_an_arrow() -> None:
    far = lane(begin=date(1990, 1, 1), end=date(1990, 1, 2))
    assert (far.bar, far.before, far.after) == (None, True, False)


def test_reports_of_one_day_and_status_are_one_sign_with_their_number() -> None:
    event = made_up.events()[0]
    story = made_up.dossier()
    same = [replace(report, published=story.reports[0].published) for report in story.reports[:2]]
    row = event.history[0]
    history = (row, replace(row, report=same[1].id))
    (dot,) = Axis(story).lane(replace(event, history=history), same).dots
    assert dot.reports == 2


def test_signs_of_near_days_do_not_cover_each_other() -> None:
    event, story = made_up.events()[0], made_up.dossier()
    reports = [
        replace(story.reports[0], published=replace(story.reports[0].published, earliest=day, latest=day))
        for day in (date(2024, 5, 6), date(2024, 5, 6), date(2024, 5, 7))
    ]
    rows_ = [replace(event.history[0], status=status) for status in ("planned", "possible", "happened")]
    axis = Axis(story)
    dots = axis.lane(replace(event, history=tuple(rows_)), reports).dots
    near = [(a, b) for n, a in enumerate(dots) for b in dots[:n] if abs(a.x - b.x) < APART]
    assert near
    assert all(a.y != b.y for a, b in near)


def test_a_report_of_no_known_day_stands_apart() -> None:
    event, story = made_up.events()[0], made_up.dossier()
    report = replace(story.reports[0], published=replace(story.reports[0].published, earliest=None, latest=None))
    drawn = Axis(story).lane(replace(event, history=event.history[:1]), [report])
    assert (len(drawn.dots), len(drawn.dayless)) == (0, 1)


@given(rows(Dossier))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_everything_is_drawn_inside(dossier: Dossier) -> None:
    axis, reports = Axis(dossier), {report.id: report for report in dossier.reports}
    for event in dossier.events:
        drawn = axis.lane(event, [reports.get(row.report) for row in event.history])
        assert all(0 <= dot.x <= WHOLE for dot in drawn.dots)
        assert drawn.bar is None or (drawn.bar.x >= 0 and drawn.bar.x <= WHOLE)
    assert all(0 <= tick.x <= WHOLE for tick in axis.ticks())
