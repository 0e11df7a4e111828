"""Every group of the event frames is tested by the example that stands beside it."""

from datetime import date

import pytest

from quellenlage.language import load, table
from quellenlage.model import Basis, Interval, Published, Report
from quellenlage.reading.assemble import read_report
from quellenlage.reading.events.frames import frames

PLOVER = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
GROUPS = [
    pytest.param(frame, group, id=f"{frame}: {group['example']}")
    for field in table("de", "frames")["fields"]
    for frame, data in table("de", f"frames/{field}").items()
    for group in [*data.get("verbs", ()), *data.get("nouns", ()), *data.get("adjectives", ())]
]
TUESDAY = Interval(earliest=date(2031, 3, 4), latest=date(2031, 3, 4))


@pytest.mark.parametrize(("frame", "group"), GROUPS)
def test_every_group_is_found_in_its_example(frame: str, group: dict[str, str]) -> None:
    report = Report(uri="a", text=group["example"], published=Published(interval=TUESDAY, basis=Basis.STATED))
    found = read_report(report, load("de")).events
    assert (group["trigger"], frame, group["status"]) in [
        (report.quote(e.span), e.frame, e.status.value) for e in found
    ]


def test_only_published_plover_types() -> None:
    assert {kind.plover for kind in frames("de").kinds.values()} - {None} <= PLOVER


def test_a_compound_is_known_by_its_last_part() -> None:
    found = frames("de").of_noun("Holzlieferung")
    assert found is not None
    assert (found[0].frame.id, found[1]) == ("deliver", "lieferung")


@pytest.mark.parametrize(
    "noun",
    ["Kreise", "Preise", "Protestant", "Vorschlag", "Vorurteil", "Begründung", "Erschließung", "Friedensprozess"],
)
def test_a_noun_that_only_ends_alike_names_no_event(noun: str) -> None:
    assert frames("de").of_noun(noun) is None
