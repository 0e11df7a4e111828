"""Where sides disagree, both are kept."""

from dataclasses import replace

import pytest

from quellenlage.model import ConflictKind, Stance, Status
from quellenlage.weighing import weigh
from tests.story import MadeUp, day


def test_a_denial_has_two_sides() -> None:
    story = MadeUp()
    one, other = story.report("Tagblatt"), story.report("Anzeiger", on=2)
    story.happens(one, story.says(one, "Wasserwacht"))
    story.happens(other, story.says(other, "Gemeinde", Stance.DENIES), status=Status.DENIED)
    (conflict,) = weigh(story.links()).conflicts
    assert conflict.kind is ConflictKind.DENIAL
    assert {(s.source_actor, s.value) for s in conflict.sides} == {
        ("a:Wasserwacht", "affirms"),
        ("a:Gemeinde", "denies"),
    }


def test_who_holds_it_possible_does_not_say_that_it_is_so() -> None:
    story = MadeUp()
    one, other = story.report("Tagblatt"), story.report("Anzeiger", on=2)
    story.happens(one, story.says(one, "Wasserwacht"), status=Status.POSSIBLE)
    story.happens(other, story.says(other, "Gemeinde", Stance.DENIES), status=Status.DENIED)
    (conflict,) = weigh(story.links()).conflicts
    assert {(s.source_actor, s.value) for s in conflict.sides} == {
        ("a:Wasserwacht", "possible"),
        ("a:Gemeinde", "denies"),
    }


def test_nobody_is_in_conflict_with_himself_alone() -> None:
    story = MadeUp()
    report = story.report("Tagblatt")
    story.happens(report, story.says(report, "Gemeinde", Stance.DENIES))
    assert weigh(story.links()).conflicts == ()


def test_days_that_exclude_each_other_are_a_conflict() -> None:
    story = MadeUp()
    for name, on in (("Tagblatt", 4), ("Anzeiger", 7)):
        story.happens(story.report(name, on=9), on=day(on))
    (conflict,) = weigh(story.links()).conflicts
    assert conflict.kind is ConflictKind.TIME
    assert sorted(s.value for s in conflict.sides) == ["2024-05-04", "2024-05-07"]


@pytest.mark.parametrize(("status", "disputed"), [(Status.HAPPENED, False), (Status.DENIED, True)])
def test_who_says_against_another_that_it_was_so_agrees_with_all_who_say_the_same(
    status: Status, disputed: bool
) -> None:
    story = MadeUp()
    one, other = story.report("Tagblatt"), story.report("Anzeiger", on=2)
    against, later = story.says(one, "Gemeinde", Stance.DENIES), story.says(other, "Wasserwacht")
    story.happens(one, against, status)
    story.happens(other, later)
    found = weigh(replace(story.links(), claims=((against, later),))).conflicts
    assert any(row.kind is ConflictKind.DENIAL for row in found) is disputed
