"""What changes between two days of a story."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.model import Stance, Status
from quellenlage.weighing import ChangeKind, changes
from tests.story import MadeUp, day


def story() -> MadeUp:
    made = MadeUp()
    one, two, three = made.report("Tagblatt", on=2), made.report("Anzeiger", on=5), made.report("Kurier", on=8)
    made.happens(one, made.says(one, "Wasserwacht"), status=Status.PLANNED, on=day(4))
    made.happens(two, made.says(two, "Feuerwehr"), on=day(4))
    made.happens(three, made.says(three, "Gemeinde", Stance.DENIES), Status.DENIED)
    return made


def kinds(since: int, until: int) -> list[tuple[ChangeKind, tuple[str, ...]]]:
    found = changes(story().links(), date(2024, 5, since), date(2024, 5, until))
    return [(change.kind, change.actors) for change in found]


def test_new_confirmed_denied() -> None:
    assert kinds(1, 3) == [(ChangeKind.NEW, ())]
    assert kinds(3, 6) == [(ChangeKind.CONFIRMED, ()), (ChangeKind.CONFIRMED, ("a:Feuerwehr",))]
    assert kinds(6, 9) == [(ChangeKind.DENIED, ("a:Gemeinde",))]


def test_called_off_is_gone() -> None:
    made = MadeUp()
    one, two = made.report("Tagblatt", on=2), made.report("Anzeiger", on=5)
    made.happens(one, status=Status.PLANNED, on=day(9))
    made.happens(two, status=Status.CANCELLED, on=day(9))
    (change,) = changes(made.links(), date(2024, 5, 3), date(2024, 5, 6))
    assert (change.kind, change.before, change.after) == (ChangeKind.GONE, "planned", "cancelled")


def test_a_new_day_is_a_correction() -> None:
    made = MadeUp()
    one, two = made.report("Tagblatt", on=2), made.report("Anzeiger", on=5)
    made.happens(one, status=Status.PLANNED, on=day(9))
    made.happens(two, status=Status.PLANNED, on=day(14))
    (change,) = changes(made.links(), date(2024, 5, 3), date(2024, 5, 6))
    assert (change.kind, change.after) == (ChangeKind.CORRECTED, "2024-05-14/2024-05-14")


@settings(deadline=None)
@given(st.integers(1, 12), st.integers(1, 12))
def test_evidence_lies_in_the_days_between_and_nothing_changes_in_none(one: int, other: int) -> None:
    since, until = sorted((one, other))
    links = story().links()
    found = changes(links, date(2024, 5, since), date(2024, 5, until))
    days = [links.published[e.report].interval.latest for change in found for e in change.evidence]
    assert all(d and date(2024, 5, since) < d <= date(2024, 5, until) for d in days)
    assert changes(links, date(2024, 5, since), date(2024, 5, since)) == ()
    assert all(change.evidence for change in found)
