"""Interviews: paragraphs that begin with who speaks and a colon, without quotation marks (*Weber: Wir bleiben.*)."""

from collections import Counter
from collections.abc import Iterator

from quellenlage.language import is_furniture
from quellenlage.model import Medium, Stance, StatementType
from quellenlage.reading.attribution.passage import Finding, Passage, Range

LONGEST_LABEL = 4
LEAST_TURNS = 3
NAMING = frozenset({"NE", "NN", "NNA", "FM", "XY"})


def transcript(passage: Passage) -> list[Finding]:
    """Give the turns of an interview: two labels or more, one of them twice at least, and somebody asks."""
    turns = list(_turns(passage))
    labels = Counter(passage.doc[a:b].text for (a, b), _ in turns)
    if len(turns) < LEAST_TURNS or len(labels) < 2 or labels.most_common(1)[0][1] < 2:
        return []
    if not any(passage.doc[b - 1].text == "?" for _, (_, b) in turns):
        return []
    repeated = [turn for turn in turns if labels[passage.doc[turn[0][0] : turn[0][1]].text] > 1]
    speaking = turns if len(repeated) + 1 >= len(turns) else repeated
    return [_finding(passage, label, said) for label, said in speaking]


def _turns(passage: Passage) -> Iterator[tuple[Range, Range]]:
    """Give the label and what is said of each line that begins with a name or a noun and a colon."""
    doc, start = passage.doc, 0
    for end in [i for i, token in enumerate(doc) if "\n" in token.text] + [len(doc)]:
        colon = next((i for i in range(start, min(start + LONGEST_LABEL + 1, end)) if doc[i].text == ":"), None)
        if colon is not None and start < colon < end - 1 and not is_furniture(doc[start]):
            named = all(doc[i].tag_ in NAMING and doc[i].text[:1].isupper() for i in range(start, colon))
            quoted = passage.quoted_by[colon + 1] is not None
            if named and not quoted:
                yield (start, colon), (colon + 1, end)
        start = end + 1


def _finding(passage: Passage, label: Range, said: Range) -> Finding:
    asks = passage.doc[said[1] - 1].text == "?"
    return Finding(
        [said], StatementType.DIRECT, [label], frame=[(label[0], label[1] + 1)], medium=Medium.SPEECH,
        stance=Stance.ASKS if asks else Stance.ASSERTS, rank=5,
    )  # fmt: skip
