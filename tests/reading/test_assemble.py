"""Reading many reports side by side."""

from pathlib import Path

import pytest

from quellenlage import intake
from quellenlage.language import load
from quellenlage.model import Report
from quellenlage.reading.assemble import read_report, read_reports

SAMPLES = Path(__file__).parents[2] / "samples" / "wesselbrueck"


@pytest.mark.parametrize("threads", [None, 1, 3])
def test_readings_come_in_order_and_are_those_of_each_report_alone(threads: int | None) -> None:
    german = load("de")
    reports = [item for item in intake.load([SAMPLES]) if isinstance(item, Report)] * 3
    alone = [read_report(report, german) for report in reports]
    assert len(alone) > 6
    assert list(read_reports(reports, german, threads=threads)) == alone


def test_no_reports_give_no_readings() -> None:
    assert list(read_reports([], load("de"))) == []
