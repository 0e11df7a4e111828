"""Readings made of annotations."""

from benchmarks.golden import STORIES, load

from benchmarks import oracle
from quellenlage import Report, intake
from quellenlage.model import Reading


def test_every_annotated_mention_and_statement_is_in_the_readings() -> None:
    folder, gold = next(found for found in load(STORIES, "develop") if found[0].name == "strike")
    reports = [one for one in intake.load([folder / "reports"]) if isinstance(one, Report)]
    made = oracle.readings(gold, [Reading(report=report) for report in reports])
    assert sum(len(r.events) for r in made) == sum(len(row["mentions"]) for row in gold["event"])
    passed_on = sum(bool(row.get("passed_on")) for row in gold["statement"])
    assert sum(len(r.statements) for r in made) == len(gold["statement"]) + passed_on
    assert all(r.report.published.interval.day for r in made)
