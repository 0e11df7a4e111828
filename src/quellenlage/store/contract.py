"""What every store can do. ``tests/store`` runs one suite over all of them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol

from quellenlage.model import Links, Reading
from quellenlage.model.dossier import Story as Head
from quellenlage.store.records import (
    Arrival,
    Decision,
    Fault,
    FoundRevision,
    Hit,
    Intake,
    Outcome,
    Query,
    State,
    StoryLine,
    Visit,
)


class Store(Protocol):
    """Raw bytes, reports, readings, links and decisions. Every method is one transaction."""

    def close(self) -> None:
        """Give back what is open."""

    def add(self, arrival: Arrival) -> Outcome:
        """Keep a report with its source and reading, or a new reading of one that is there."""

    def intake(self, key: str) -> Intake | None:
        """Give what came of bytes that were taken in before."""

    def close_intake(self, intake: Intake) -> None:
        """Note what came of bytes of which all reports are there."""

    def state(self, report: str) -> State | None:
        """Give what is known of a report, or ``None`` where it is not there."""

    def stale(self, rules: str, model: str) -> int:
        """Count the reports whose newest reading is by other rules or another pipeline."""

    def stories(self) -> list[StoryLine]:
        """Give all stories, those with the newest report first."""

    def find_story(self, name: str) -> str:
        """Give the id of a story from its id, a beginning of it, or a story's that went into it."""

    def members(self, story: str) -> list[str]:
        """Give the ids of a story's reports that no later text supersedes, in the order they came."""

    def readings(self, reports: Sequence[str], rules: str, model: str) -> dict[str, Reading]:
        """Give the readings by these rules and this pipeline, by report; those there are none of are left out."""

    def reports(self, ids: Sequence[str]) -> list[Reading]:
        """Give reports, each as a reading that holds nothing but the report as it came in."""

    def everything(self) -> list[str]:
        """Give the ids of all reports, in the order they came."""

    def keep_reading(self, reading: Reading, rules: str, model: str, at: datetime) -> None:
        """Keep a report's reading by other rules, and index it in place of the one before."""

    def links(self, story: str, key: str) -> Links | None:
        """Give a story's links, without readings, where they were kept under this key."""

    def keep_links(self, story: str, key: str, links: Links, head: Head) -> None:
        """Keep a story's links under a key that says what they were made of."""

    def search(self, query: Query) -> list[Hit]:
        """Find sentences, those of the newest reports first."""

    def revisions(self, story: str) -> list[FoundRevision]:
        """Give the revisions of a story's articles, the oldest first."""

    def decide(self, decision: Decision) -> None:
        """Keep a person's decision."""

    def decisions(self) -> list[Decision]:
        """Give all decisions, in the order they were made."""

    def visit(self, url: str) -> Visit | None:
        """Give what is known of a watched address."""

    def keep_visit(self, visit: Visit) -> None:
        """Keep what is known of a watched address."""

    def verify(self) -> Iterator[Fault]:
        """Check every hash, every span and every reference; give what is wrong."""
