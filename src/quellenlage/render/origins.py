"""Origins as a picture: from each independent origin over those who pass it on to the reports, and what collapses."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from quellenlage.model import Stance
from quellenlage.model.dossier import OriginRow, StatementRow
from quellenlage.render import words
from quellenlage.render.lookup import NOBODY, OWN_VOICE, Link, Lookup, speaking
from quellenlage.render.words import Label

MOST_DOTS = 24


@dataclass(slots=True)
class Node:
    """Somebody who passes a thing on, or at the end of a branch a report; ``reason`` says why it counts no further."""

    link: Link
    reason: Label | None = None
    report: str = ""
    branches: list["Node"] = field(default_factory=list)


class OriginView(NamedTuple):
    """One independent origin with the branches that lead from it to the reports."""

    who: Link
    stance: Label
    against: bool
    branches: list[Node]
    leaves: int


class Fan(NamedTuple):
    """A small picture: reports on the left, the origins they come down to on the right; lengths in its own units.

    Each stroke is a kind and an outline (SVG path): "line" and "end" with "x" behind them where somebody denies, "leaf"
    for a report, "loose" for one that speaks of the thing without bearing it out and leads to no origin.
    """

    height: int
    strokes: list[tuple[str, str]]


def origin_view(lookup: Lookup, row: OriginRow) -> OriginView:
    """Give one origin of an event or of a claim as the page shows it."""
    root = Node(_origin(lookup, row))
    if row.report:
        _leaf(lookup, root, row.report, lookup.report(row.report), None)
    for id_ in row.statements:
        _grow(lookup, root, row, lookup.statements.get(id_), None)
    for collapsed in row.collapsed:
        reason = words.COLLAPSE[collapsed.reason]
        statement = lookup.statements.get(collapsed.statement or "")
        if statement:
            _grow(lookup, root, row, statement, reason)
        elif collapsed.report:
            _leaf(lookup, root, collapsed.report, lookup.report(collapsed.report), reason)
    return OriginView(
        who=root.link,
        stance=words.STANCE[row.stance],
        against=row.stance in (Stance.DENIES, Stance.DOUBTS),
        branches=root.branches,
        leaves=_leaves(root.branches),
    )


def _origin(lookup: Lookup, row: OriginRow) -> Link:
    who = lookup.actor(row.actor)
    if who is None and row.report:
        own = lookup.report(row.report)
        return Link(lookup.outlet(row.report), own.href, OWN_VOICE)
    return who or Link(NOBODY)


def _grow(lookup: Lookup, root: Node, row: OriginRow, statement: StatementRow | None, reason: Label | None) -> None:
    """Hang a statement's report under the origin, below those who pass it on from the inside out."""
    if statement is None:
        return
    node = root
    for said in lookup.outward(statement):
        if row.actor not in speaking(said):
            for link in lookup.speakers(said)[:1]:
                node = _branch(node, link)
    content = statement.content or statement.cue
    leaf = lookup.evidence(statement.report, content, statement=statement.id)
    _leaf(lookup, node, statement.report, leaf, reason)


def _leaf(lookup: Lookup, node: Node, report: str, link: Link, reason: Label | None) -> None:
    """Hang a report on a branch, once, with all its places there; it counts if any of them does."""
    known = next((branch for branch in node.branches if branch.report == report), None)
    if known is None:
        node.branches.append(Node(lookup.full(report, link), reason, report))
        return
    known.link = known.link._replace(href=known.link.href or link.href, at=f"{known.link.at} {link.at}".strip())
    known.reason = known.reason if reason else None


def _branch(node: Node, link: Link) -> Node:
    for branch in node.branches:
        if not branch.report and branch.link == link:
            return branch
    node.branches.append(Node(link))
    return node.branches[-1]


def _leaves(branches: Iterable[Node]) -> int:
    return sum(_leaves(node.branches) if node.branches else 1 for node in branches)


def fan(origins: list[OriginView], reports: int) -> Fan:
    """Draw each leaf as a line to its origin; where there are too many to see, each origin gets its share."""
    leaves = [max(origin.leaves, 1) for origin in origins]
    loose = max(reports - len({report for origin in origins for report in _reports(origin.branches)}), 0)
    share = max(1, -(-(sum(leaves) + loose) // MOST_DOTS))
    kept, loose = [-(-count // share) for count in leaves], -(-loose // share)
    height = max(4 * (sum(kept) + loose), 8 * len(kept), 8)
    places = [height * (2 * n + 1) // (2 * (sum(kept) + loose or 1)) for n in range(sum(kept) + loose)]
    ends = [(height * (2 * n + 1) // (2 * len(kept)), origin.against) for n, origin in enumerate(origins)]
    whose = [end for end, count in zip(ends, kept, strict=True) for _ in range(count)]
    strokes = [
        (f"line{' x' * no}", f"M3 {at}C22 {at} 20 {to} 39 {to}") for at, (to, no) in zip(places, whose, strict=False)
    ]
    strokes += [("leaf" if n < len(whose) else "loose", f"M3 {at}h0") for n, at in enumerate(places)]
    return Fan(height, _joined([*strokes, *((f"end{' x' * against}", f"M39 {at}h0") for at, against in ends)]))


def _joined(strokes: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Make one outline of all of a kind, for a page holds thousands."""
    kinds: dict[str, str] = {}
    for kind, outline in strokes:
        kinds[kind] = kinds.get(kind, "") + outline
    return list(kinds.items())


def _reports(branches: Iterable[Node]) -> set[str]:
    return {report for node in branches for report in ({node.report} if node.report else _reports(node.branches))}
