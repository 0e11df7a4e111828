"""Names that are another one with a slip: two neighbours exchanged (*NRWP* for *NWRP*), or one letter wrong.

Candidates meet in blocks, so that no name is compared with every other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from quellenlage.language.naming import Office

# A shorter surname has too many neighbours that are other names: Maier and Meier.
SHORTEST_SURNAME = 6


def slips(reports: Mapping[str, set[str]], titles: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Give (slip, right one) for acronyms of four letters or more.

    ``reports`` says in which reports each stands: a slip stands in one, the right one only in others. ``titles`` says
    what each is called (*agency*): one wrong letter needs a title that both have, an exchange that none contradicts.
    """
    for one, other in sorted(_pairs(reports)):
        wrong, right = sorted((one, other), key=lambda a: (len(reports[a]), len(titles.get(a, ())), a))
        if len(reports[wrong]) != 1 or reports[wrong] & reports[right]:
            continue
        shared = titles.get(one, set()) & titles.get(other, set())
        silent = not titles.get(one) or not titles.get(other)
        if shared or (silent and _exchanged(one, other)):
            yield wrong, right


def misspelt(reports: Mapping[str, set[str]], offices: Mapping[str, set[Office]]) -> Iterator[tuple[str, str]]:
    """Give (slip, right one) for full names that differ by one letter of the surname and hold one office.

    ``reports`` says in which reports each name stands: a slip stands in one, the right one only in others.
    """
    blocks: dict[str, set[str]] = defaultdict(set)
    for name in reports:
        given, _, surname = name.rpartition(" ")
        if given and len(surname) >= SHORTEST_SURNAME:
            for i in range(len(surname) + 1):
                blocks[f"{given} {surname[:i]}{surname[i + 1 :]}"].add(name)
    pairs = {tuple(sorted(block)) for block in blocks.values() if len(block) == 2}
    for one, other in sorted(pairs):
        wrong, right = sorted((one, other), key=lambda n: (len(reports[n]), n))
        if len(reports[wrong]) == 1 and not reports[wrong] & reports[right] and offices[one] & offices[other]:
            yield wrong, right


def _pairs(acronyms: Mapping[str, set[str]]) -> set[tuple[str, str]]:
    """Find the acronyms that differ in one letter or by two letters exchanged, by blocks that both fall into."""
    blocks: dict[str, set[str]] = defaultdict(set)
    for acronym in acronyms:
        blocks["".join(sorted(acronym))].add(acronym)
        for i in range(len(acronym)):
            blocks[f"{acronym[:i]}?{acronym[i + 1 :]}"].add(acronym)
    pairs = {tuple(sorted(block)) for block in blocks.values() if len(block) == 2}
    return {(a, b) for a, b in pairs if _exchanged(a, b) or sum(x != y for x, y in zip(a, b, strict=True)) == 1}


def _exchanged(one: str, other: str) -> bool:
    wrong = [i for i, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and one[wrong[0]] == other[wrong[1]]
        and one[wrong[1]] == other[wrong[0]]
    )
