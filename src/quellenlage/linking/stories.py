"""Which reports tell one story: common names and nouns, weighed, and days that lie near each other.

Terms are weighted as in Salton and Buckley 1988 and compared by cosine over an index of terms. A long or a short
report shares little of its weight with any other: two that have several rare names and several rare nouns in common
tell one story too.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
# Some of them must be nouns: the leaders of a country stand side by side in all its stories.
RARE_NOUNS = 1
# Weeks later the same people do other things, so that more must be the same.
FORTNIGHT = timedelta(days=14)
LATER = 2
# A report that is like no other by itself joins the story that has its names and nouns, where so few others have them.
ELSEWHERE = 2
NAME_WEIGHT = 2.0
COMMONEST = 400
LONGEST_PAUSE = timedelta(days=120)
SIX_WEEKS = timedelta(days=42)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a report is about: how often it has each term, the kind of name its stems are part of, its days.

    Terms are stems of capitalised content words, and names (marked with ``=``); ``kinds`` leaves out the stems of days
    and months, and gives an empty kind for nouns.
    """

    counts: Mapping[str, int]
    kinds: Mapping[str, str]
    days: Interval


def about(reading: Reading) -> About:
    """Say what a report is about."""
    return About(counts=_terms(reading), kinds=_names_and_nouns(reading), days=reading.report.published.interval)


def split(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Split readings into stories, each in the order given; a report like no other is a story of its own."""
    return [[readings[i] for i in group] for group in partition(list(map(about, readings)))]


def partition(told: Sequence[About], joined: Iterable[tuple[int, int]] = ()) -> list[list[int]]:
    """Split reports into stories, as indexes in ascending order; ``joined`` are pairs known to be of one story."""
    held = Counter(term for one in told for term in one.counts)
    weights = [weigh(one.counts, held, len(told)) for one in told]
    groups = Groups(range(len(told)))
    for (a, b), cosine in sorted(_cosines(weights).items(), key=lambda row: (-row[1], row[0])):
        if _alike(told[a], told[b], cosine, len(told)):
            groups.join(a, b)
    for a, b in (*_share_rare(told, held), *joined):
        groups.join(a, b)
    for a, b in _adopted(told, groups.all(), held):
        groups.join(a, b)
    return groups.all()


def _adopted(told: Sequence[About], groups: Sequence[Sequence[int]], held: Mapping[str, int]) -> list[tuple[int, int]]:
    """Give for each report that is alone the one story whose reports together have its rare names and nouns."""
    stories = {group[0]: _together([told[k] for k in group]) for group in groups if len(group) > 1}
    having: dict[str, list[int]] = defaultdict(list)
    for head, story in stories.items():
        for stem in story.kinds:
            having[stem].append(head)
    out = []
    for (alone,) in (group for group in groups if len(group) == 1):
        rare: dict[int, list[str]] = defaultdict(list)
        for stem in told[alone].kinds:
            for head in having[stem] if len(having[stem]) <= FEW else ():
                if held[stem] - stories[head].counts[stem] <= ELSEWHERE:
                    rare[head].append(stem)
        found = [head for head, stems in rare.items() if _tell_one(stems, told[alone], stories[head])]
        if len(found) == 1:
            out.append((alone, found[0]))
    return out


def _together(story: Sequence[About]) -> About:
    """Say what reports of one story are about together; ``counts`` give how many of them have each term."""
    kinds: dict[str, str] = {}
    for one in story:
        kinds |= {stem: kind or kinds.get(stem, "") for stem, kind in one.kinds.items()}
    begin, end = [one.days.earliest for one in story], [one.days.latest for one in story]
    days = Interval(
        earliest=None if None in begin else min(day for day in begin if day),
        latest=None if None in end else max(day for day in end if day),
    )
    return About(counts=Counter(term for one in story for term in one.counts), kinds=kinds, days=days)


def tell_one(one: About, other: About, held: Mapping[str, int], total: int) -> bool:
    """Say whether two of ``total`` reports tell one story; ``held`` gives how many reports have each of their terms."""
    mine, others = (weigh(found.counts, held, total) for found in (one, other))
    cosine = sum(weight * others.get(term, 0.0) for term, weight in mine.items())
    if _alike(one, other, cosine, total):
        return True
    rare = [stem for stem in one.kinds if stem in other.kinds and held.get(stem, 1) <= FEW]
    return _tell_one(rare, one, other)


def _alike(one: About, other: About, cosine: float, total: int) -> bool:
    """Say whether two reports have enough names or nouns in common, of enough weight, and lie near each other."""
    if cosine < _least(total) or not _near(one.days, other.days):
        return False
    shared = [term for term in one.counts if term in other.counts]
    names = sum(1 for term in shared if term[0] == "=")
    return names >= LEAST_NAMES or len(shared) - names >= LEAST_STEMS


def _share_rare(told: Sequence[About], held: Mapping[str, int]) -> list[tuple[int, int]]:
    """Give the pairs of reports that have several rare names, one of a person, and rare nouns in common."""
    having: dict[str, list[int]] = defaultdict(list)
    for k, one in enumerate(told):
        for stem in one.kinds:
            if held[stem] <= FEW:
                having[stem].append(k)
    shared: dict[tuple[int, int], list[str]] = defaultdict(list)
    for stem, found in having.items():
        for pair in combinations(found, 2):
            shared[pair].append(stem)
    return sorted(pair for pair, stems in shared.items() if _tell_one(stems, told[pair[0]], told[pair[1]]))


def _tell_one(rare: Sequence[str], one: About, other: About) -> bool:
    """Say whether the rare stems two reports share are enough; a name that one alone is read to have is one too."""
    kinds = [one.kinds[stem] or other.kinds[stem] for stem in rare]
    names = sum(kind != "" for kind in kinds)
    both = sum(one.kinds[stem] != "" and other.kinds[stem] != "" for stem in rare)
    nouns = sum(len(stem) == STEM for stem, kind in zip(rare, kinds, strict=True) if not kind)
    enough = max(RARE_WORDS, RARE_SHARE * min(len(one.kinds), len(other.kinds)))
    enough *= 1 if _near(one.days, other.days, FORTNIGHT) else LATER
    told = Kind.PERSON in kinds and both >= RARE_NAMES and nouns >= RARE_NOUNS and names + nouns >= enough
    return told and _near(one.days, other.days, SIX_WEEKS)


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


def _least(n: int) -> float:
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


def weigh(counts: Mapping[str, int], held: Mapping[str, int], total: int) -> dict[str, float]:
    """Turn counts into a unit vector; a term that every report has still counts, for all may tell one story."""
    vector = {
        term: (1 + log(n)) * log(1 + total / held.get(term, 1)) * (NAME_WEIGHT if term[0] == "=" else 1.0)
        for term, n in counts.items()
    }
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {term: weight / length for term, weight in vector.items()}


def _cosines(vectors: Sequence[dict[str, float]]) -> dict[tuple[int, int], float]:
    index: dict[str, list[int]] = defaultdict(list)
    out: dict[tuple[int, int], float] = defaultdict(float)
    for b, vector in enumerate(vectors):
        for term, weight in sorted(vector.items()):
            for a in index[term][-COMMONEST:]:
                out[a, b] += vectors[a][term] * weight
            index[term].append(b)
    return out


def _near(one: Interval, other: Interval, pause: timedelta = LONGEST_PAUSE) -> bool:
    """Say whether two reports can lie within one story's longest pause; what is not known does not part them."""
    return not (_before(one, other, pause) or _before(other, one, pause))


def _before(a: Interval, b: Interval, pause: timedelta) -> bool:
    return bool(a.latest and b.earliest and a.latest + pause < b.earliest)
