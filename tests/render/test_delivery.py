"""How an agency delivered a report stands in the report's head."""

import pytest

from quellenlage.linking.assemble import tell
from quellenlage.model import Delivery, Reading, Report
from quellenlage.render.html import to_html
from quellenlage.weighing import weigh


def page(delivery: Delivery | None) -> str:
    report = Report(uri="a.json", text="Der Rat tagt.", delivery=delivery)
    return to_html([weigh(tell([Reading(report=report)]))], generator="test")


@pytest.mark.parametrize(
    ("delivery", "shown"),
    [
        (Delivery(embargo="2024-03-02T12:00:00+01:00"), "2024-03-02T12:00:00+01:00"),
        (Delivery(correction=True, note="Tag <berichtigt>"), "Tag &lt;berichtigt&gt;"),
        (Delivery(corrects=("urn:x:1",), version="2"), "Neue Fassung"),
    ],
)
def test_embargo_and_correction_are_shown(delivery: Delivery, shown: str) -> None:
    assert shown in page(delivery)


@pytest.mark.parametrize("delivery", [None, Delivery(guid="urn:x:1", version="1")])
def test_nothing_is_said_where_there_is_nothing_to_say(delivery: Delivery | None) -> None:
    said = page(delivery)
    assert "Sperrfrist" not in said
    assert "Berichtigung" not in said
