"""Who says another thing in the same sentence, without a verb: *Die Wacht spricht von drei Toten, das Amt von vier*."""

from collections.abc import Iterator
from typing import Any

from quellenlage.reading.attribution.passage import Finding, Passage, Range

# So many words may stand between who speaks and what: *das Amt hingegen von vier*, *der Sprecher des Amtes von vier*.
NEAR = 8
# So many words behind it a figure may follow: *von mehr als vier*.
FIGURE = 4
ADVERBS = frozenset({"ADV", "PROAV", "PAV", "ADJD"})


def gapped(passage: Passage, finding: Finding, act: dict[str, Any]) -> Finding | None:
    """Give what somebody else says by the verb of a reported act, which then ends before it; else nothing."""
    (begin, end), *more = finding.content
    n = finding.clause
    finite = None if n is None else passage.clauses[n].finite
    if n is None or finite is None or more or not begin <= finite < end:
        return None
    for comma, source in _speakers(passage, finite, end, act):
        if passage.clauses[n].subject != source:
            finding.content = [(begin, comma)]
            said = [(comma + 1, end)]
            return Finding(said, finding.type, [source], medium=finding.medium, stance=finding.stance, clause=n)
    return None


def _speakers(passage: Passage, begin: int, end: int, act: dict[str, Any]) -> Iterator[tuple[int, Range]]:
    """Give the groups behind a comma or an *und* that may speak, where what they say follows as the act has it."""
    doc = passage.doc
    for comma in (i for i in range(begin, end - 1) if doc[i].text in {",", "und"}):
        group = passage.group_at(comma + 1)
        if group is None or group.preposition is not None or doc[group.head].tag_ not in {"NN", "NE", "NNA", "FM"}:
            continue
        if (group.case and "N" not in group.case) or doc[group.start].tag_ not in {"ART", "PPOSAT", "NE", "ADJA", "NN"}:
            continue
        near = range(group.head + 1, min(end, group.head + NEAR))
        behind = next((i for i in near if _begins(passage, i, act)), None)
        if behind is None:
            continue
        last = behind
        while doc[last - 1].tag_ in ADVERBS:
            last -= 1
        # „… von einem Angriff auf die Presse, die Freiheit von Menschen“ goes on with what is said.
        sure = (group.case == "N" and doc[comma].text == ",") or last < behind
        if not sure and not any(word.tag_ == "CARD" for word in doc[behind : behind + FIGURE]):
            continue
        if passage.language.phrase(doc, group.start, min(group.end, last), last)[1] == last:
            yield comma, (group.start, last)


def _begins(passage: Passage, i: int, act: dict[str, Any]) -> bool:
    """Say whether what is said begins here: with the preposition that the verb asks for, or a figure."""
    doc = passage.doc
    if "acc" in act["objects"]:
        return doc[i].tag_ == "CARD"
    return doc[i].lower_ in act["objects"] and doc[i].tag_ in {"APPR", "APPRART"}
