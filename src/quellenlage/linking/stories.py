"""Which reports tell one story: common names and nouns, weighed, and days that lie near each other.

Terms are weighted as in Salton and Buckley 1988 and compared by cosine over an index of terms. A long or a short
report shares little of its weight with any other: two that have several rare names and several rare nouns in common
tell one story too.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import combinations
from math import log, log2, sqrt

from quellenlage.linking.groups import Groups
from quellenlage.linking.words import STEM, Word, words
from quellenlage.model import Interval, Kind, Reading, Span

ALIKE = 0.1
FEW = 12
MORE_WHEN_DOUBLED = 0.02
LEAST_NAMES = 2
LEAST_STEMS = 6
# Two reports of little cosine tell one story where they share so many names, and so many names and nouns together,
# that no more than ``FEW`` reports have.
RARE_NAMES = 3
RARE_WORDS = 6
RARE_SHARE = 0.1
NAME_WEIGHT = 2.0
COMMONEST = 400
LONGEST_PAUSE = timedelta(days=120)
SIX_WEEKS = timedelta(days=42)


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
    for a, b in _share_rare(readings):
        if _near(readings[a], readings[b], SIX_WEEKS):
            groups.join(a, b)
    return [[readings[i] for i in group] for group in groups.all()]


def _share_rare(readings: Sequence[Reading]) -> list[tuple[int, int]]:
    """Give the pairs of reports that have several rare names, one of a person, and rare nouns in common."""
    told = [_names_and_nouns(reading) for reading in readings]
    held: dict[str, list[int]] = defaultdict(list)
    for k, kinds in enumerate(told):
        for stem in kinds:
            held[stem].append(k)
    shared: dict[tuple[int, int], list[str]] = defaultdict(list)
    for stem, found in held.items():
        for pair in combinations(found, 2) if len(found) <= FEW else ():
            shared[pair].append(stem)
    return sorted(pair for pair, stems in shared.items() if _tell_one(stems, told[pair[0]], told[pair[1]]))


def _tell_one(stems: Sequence[str], one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Say whether what two reports share is enough; a name that one alone is read to have is one all the same."""
    kinds = [one[stem] or other[stem] for stem in stems]
    names = sum(kind != "" for kind in kinds)
    both = sum(one[stem] != "" and other[stem] != "" for stem in stems)
    words = names + sum(len(stem) == STEM for stem, kind in zip(stems, kinds, strict=True) if not kind)
    enough = max(RARE_WORDS, RARE_SHARE * min(len(one), len(other)))
    return Kind.PERSON in kinds and both >= RARE_NAMES and words >= enough


def _names_and_nouns(reading: Reading) -> dict[str, str]:
    """Give the stems of a report's words with a capital but for days and months, with the kind of name it is of."""
    text = [word for word in words(reading) if word.content and word.capital]
    kinds = {entity.id: entity.kind for entity in reading.entities if entity.named}
    days = {word.stem for word in _inside(text, [time.span for time in reading.times])}
    out = {word.stem: "" for word in text if word.stem not in days}
    for mention in reading.mentions:
        if mention.entity in kinds:
            out |= {word.stem: kinds[mention.entity] for word in _inside(text, [mention.span]) if word.stem in out}
    return out


def _inside(text: Sequence[Word], spans: Sequence[Span]) -> list[Word]:
    """Give the words that lie in one of the spans."""
    starts = [word.span.start for word in text]
    return [w for s in spans for w in text[bisect_left(starts, s.start) : bisect_left(starts, s.end)]]


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


def _near(one: Reading, other: Reading, pause: timedelta = LONGEST_PAUSE) -> bool:
    """Say whether two reports can lie within one story's longest pause; what is not known does not part them."""
    a, b = one.report.published.interval, other.report.published.interval
    return not (_before(a, b, pause) or _before(b, a, pause))


def _before(a: Interval, b: Interval, pause: timedelta) -> bool:
    return bool(a.latest and b.earliest and a.latest + pause < b.earliest)
