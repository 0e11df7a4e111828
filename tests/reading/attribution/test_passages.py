"""Sixty short passages of eight fields (``passages/d…``, in the format of ``training/reports``): what is found of them.

Rules were looked at again with d001 to d040 in sight; d041 to d060 were kept apart. Cues and frames are not marked.
"""

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from quellenlage.language import load
from quellenlage.model import Report, Statement
from quellenlage.reading.assemble import read_report
from training import annotated

PASSAGES = annotated.read_all(Path(__file__).parent / "passages")
SEEN = sorted(name for name in PASSAGES if name <= "d040")
APART = sorted(name for name in PASSAGES if name > "d040")
CLOSE = 0.7

Pair = tuple[annotated.Statement, Statement | None]


def letters(text: str, spans: tuple[tuple[int, int], ...]) -> set[int]:
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def closeness(text: str, ours: tuple[tuple[int, int], ...], due: tuple[tuple[int, int], ...]) -> float:
    left, right = letters(text, ours), letters(text, due)
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


@cache
def pairs(name: str) -> tuple[Pair, ...]:
    """Pair every annotated statement with the closest one that is read, if one is close."""
    passage = PASSAGES[name]
    found = read_report(Report(uri=name, text=passage.text), load("de")).statements

    def rank(ours: Statement, due: annotated.Statement) -> tuple[float, float]:
        content = closeness(passage.text, ours.content, due.content)
        return round(content, 1), closeness(passage.text, ours.source, due.source)

    closest = [(due, max(found, key=lambda ours: rank(ours, due), default=None)) for due in passage.statements]
    return tuple((due, ours if ours is not None and rank(ours, due)[0] >= CLOSE else None) for due, ours in closest)


def share(names: list[str], part: str) -> float:
    """Give the share of the statements found (``content``), or of those found with the part right."""
    right = [
        ours is not None and (part == "content" or is_right(PASSAGES[name].text, due, ours, part))
        for name in names
        for due, ours in pairs(name)
        if part == "content" or (ours is not None and getattr(due, part) != "")
    ]
    return sum(right) / len(right)


def is_right(text: str, due: annotated.Statement, ours: Statement, part: str) -> bool:
    if part == "source":
        return closeness(text, ours.source, due.source) >= CLOSE
    return str(getattr(ours, part)) == getattr(due, part)


@pytest.mark.parametrize("names", [SEEN, APART], ids=["seen", "apart"])
@pytest.mark.parametrize(
    ("part", "least"),
    [("content", 0.93), ("source", 0.9), ("type", 0.95), ("stance", 0.93), ("factuality", 0.88)],
)
def test_what_is_found(names: list[str], part: str, least: float) -> None:
    assert share(names, part) >= least


def test_second_hand_has_both_sources() -> None:
    """*meldet unter Berufung auf …*: the same content stands once for each of the two, one within the other."""
    chains = []
    for name, passage in PASSAGES.items():
        ours = {due.number: one for due, one in pairs(name)}
        for first, second in combinations(passage.statements, 2):
            if first.content == second.content:
                outer, inner = ours[first.number], ours[second.number]
                chains.append(outer is not None and inner is not None and inner.within == outer.id)
    assert len(chains) >= 8
    assert chains.count(False) <= 2
