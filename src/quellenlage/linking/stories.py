"""Which reports tell one story: common names and nouns, weighed, and days that lie near each other.

Terms are weighted as in Salton and Buckley 1988 and compared by cosine over an index of terms; single reports are
joined to the story they are nearest to.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta
from math import log, log2, sqrt

from quellenlage.linking.groups import Groups
from quellenlage.linking.words import words
from quellenlage.model import Interval, Reading

ALIKE = 0.1
FEW = 12
MORE_WHEN_DOUBLED = 0.02
LEAST_NAMES = 2
LEAST_STEMS = 6
NAME_WEIGHT = 2.0
COMMONEST = 400
LONGEST_PAUSE = timedelta(days=120)


def split(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Split readings into stories, each in the order given; a report like no other is a story of its own."""
    terms = [_terms(reading) for reading in readings]
    weights = _weigh(terms)
    groups, alike = Groups(range(len(readings))), _alike(len(readings))
    for (a, b), cosine in sorted(_cosines(weights).items(), key=lambda row: (-row[1], row[0])):
        shared = [term for term in terms[a] if term in terms[b]]
        names = sum(1 for term in shared if term[0] == "=")
        enough = names >= LEAST_NAMES or len(shared) - names >= LEAST_STEMS
        if cosine >= alike and enough and _near(readings[a], readings[b]):
            groups.join(a, b)
    return [[readings[i] for i in group] for group in groups.all()]


def _alike(n: int) -> float:
    """Give the cosine that joins two of ``n`` reports: the more there are, the more a shared rare word weighs."""
    return ALIKE + MORE_WHEN_DOUBLED * max(0.0, log2(n / FEW)) if n else ALIKE


def _terms(reading: Reading) -> Counter[str]:
    """Count what a report is about: stems of capitalised content words, and names (marked with ``=``)."""
    found = Counter(word.stem for word in words(reading) if word.content and word.capital)
    named = {entity.id: entity.name.casefold() for entity in reading.entities if entity.named}
    for mention in reading.mentions:
        if mention.entity in named:
            found["=" + named[mention.entity]] += 1
    return found


def _weigh(terms: Sequence[Counter[str]]) -> list[dict[str, float]]:
    """Turn counts into unit vectors; a term that every report has still counts, for all may tell one story."""
    held = Counter(term for counts in terms for term in counts)
    out = []
    for counts in terms:
        vector = {
            term: (1 + log(n)) * log(1 + len(terms) / held[term]) * (NAME_WEIGHT if term[0] == "=" else 1.0)
            for term, n in counts.items()
        }
        length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        out.append({term: weight / length for term, weight in vector.items()})
    return out


def _cosines(vectors: Sequence[dict[str, float]]) -> dict[tuple[int, int], float]:
    index: dict[str, list[int]] = defaultdict(list)
    out: dict[tuple[int, int], float] = defaultdict(float)
    for b, vector in enumerate(vectors):
        for term, weight in sorted(vector.items()):
            for a in index[term][-COMMONEST:]:
                out[a, b] += vectors[a][term] * weight
            index[term].append(b)
    return out


def _near(one: Reading, other: Reading) -> bool:
    """Say whether two reports can lie within one story's longest pause; what is not known does not part them."""
    a, b = one.report.published.interval, other.report.published.interval
    return not (_before(a, b) or _before(b, a))


def _before(a: Interval, b: Interval) -> bool:
    return bool(a.latest and b.earliest and a.latest + LONGEST_PAUSE < b.earliest)
