"""What a story knows before its events are joined: who an office without a name can be, what stands about a mention."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, pairwise
from typing import NamedTuple, TypeVar

from quellenlage.language import table
from quellenlage.linking.events.profiles import GOES, MEETS, Story
from quellenlage.linking.words import Word, words
from quellenlage.model import Actor, Copy, Interval, Kind, Published, Reading, Span, Stance

# A word that more sentences about events than this have tells none of them from another.
COMMON = 4
COMMON_SHARE = 0.1
# So many sentences before it stands what a noun takes up.
NEAR = 2
# So many characters before it hold the article that points back.
LEAD = 16
PEOPLE = frozenset({Kind.PERSON, Kind.OFFICE, Kind.GROUP})
LAST = re.compile(r"(?:in(?:nen)?|e[ns]?|s)$")
Value = TypeVar("Value")


class Notes(NamedTuple):
    """What one report says about its mentions, by their ids; see ``Story`` for what each is."""

    announcers: Mapping[str, tuple[str, ...]]
    nouns: Sequence[tuple[str, str, frozenset[str]]]
    called: Mapping[str, str]
    takes_up: Mapping[str, str]
    ages: Mapping[str, frozenset[str]]
    further: Set[str]
    welcomes: Set[str]
    put_off: Set[str]


def notes(reading: Reading) -> Notes:
    """Note what stands about the mentions of a report."""
    capitals = [word for word in words(reading) if word.capital and word.content]
    return Notes(
        announcers=dict(_announcers(reading)),
        nouns=tuple(_nouns(reading, capitals)),
        called=dict(_called(reading, capitals)),
        takes_up=dict(_taken_up(reading)),
        ages=dict(_ages(reading)),
        further=set(_further(reading)),
        welcomes=set(_welcomes(reading)),
        put_off=set(_put_off(reading)),
    )


def setting(
    readings: Sequence[Reading],
    noted: Sequence[Notes],
    actors: Sequence[Actor],
    published: Mapping[str, Published],
    days: Mapping[str, Interval],
    copies: Sequence[Copy],
) -> Story:
    """Put together what joining events asks for but states and houses; ``noted`` are the notes of the reports."""
    nameless = _nameless(readings, actors)
    meant = dict(_meant(nameless, actors))
    return Story(
        actor_of={entity: actor.id for actor in actors for entity in actor.entities},
        state_of={},
        published=published,
        intervals=days,
        copies=_by_report(copies),
        meant=meant,
        vague={actor.id for actor in nameless} - meant.keys(),
        announcers=_laid_together(one.announcers for one in noted),
        around=_around(noted),
        called=_laid_together(one.called for one in noted),
        takes_up=_laid_together(one.takes_up for one in noted),
        ages=_laid_together(one.ages for one in noted),
        further=frozenset().union(*(one.further for one in noted)),
        welcomes=frozenset().union(*(one.welcomes for one in noted)),
        put_off=frozenset().union(*(one.put_off for one in noted)),
        language=readings[0].report.language,
    )


def _laid_together(told: Iterable[Mapping[str, Value]]) -> dict[str, Value]:
    """Lay what is known of the mentions of single reports into one."""
    return dict(chain.from_iterable(one.items() for one in told))


def _announcers(reading: Reading) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the speakers of each statement that announces a plan which can be their own."""
    others = re.compile(table(reading.report.language, "linking")["announced"]["of_others"])
    for statement in reading.statements:
        told = (reading.report.quote(span) for span in statement.content)
        if statement.stance is Stance.ANNOUNCES and not any(map(others.search, told)):
            yield statement.id, statement.sources


def _by_report(shared: Sequence[Copy]) -> dict[str, dict[str, Copy]]:
    """Look copies up from either side."""
    out: dict[str, dict[str, Copy]] = defaultdict(dict)
    for copy in shared:
        out[copy.a][copy.b] = out[copy.b][copy.a] = copy
    return out


def _nameless(readings: Sequence[Reading], actors: Sequence[Actor]) -> list[Actor]:
    """Give the people who are described and never named."""
    named = {entity.id for reading in readings for entity in reading.entities if entity.named}
    return [actor for actor in actors if actor.kind in PEOPLE and not named & set(actor.entities)]


def _meant(nameless: Sequence[Actor], actors: Sequence[Actor]) -> Iterator[tuple[str, str]]:
    """Give the one person of the story that each description without a name can be: who has that role, nobody else."""
    described = {actor.id for actor in nameless}
    holders: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        if actor.kind is Kind.PERSON and actor.id not in described:
            for role in actor.roles:
                holders[role.casefold()].add(actor.id)
                holders[_head(role)].add(actor.id)
    for actor in nameless:
        found = holders.get(actor.name.casefold()) or holders.get(_head(actor.name), set())
        if len(found) == 1:
            yield actor.id, next(iter(found))


def _head(description: str) -> str:
    """Give the noun of a description without its ending: the last word with a capital before any genitive."""
    nouns = [word for word in description.split() if word[:1].isupper()]
    return LAST.sub("", nouns[0].casefold()) if nouns else ""


def _around(noted: Sequence[Notes]) -> dict[str, frozenset[str]]:
    """Give the stems of rare nouns in each mention's sentence, names and the mention's own word left out."""
    found = {id_: (key, stems) for one in noted for id_, key, stems in one.nouns}
    sentences = set(found.values())
    held = Counter(stem for _, stems in sentences for stem in stems)
    most = max(COMMON, COMMON_SHARE * len(sentences))
    return {id_: frozenset(s for s in stems if held[s] <= most) for id_, (_, stems) in found.items()}


def _nouns(reading: Reading, text: Sequence[Word]) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Give each mention's id, the words of its sentence (which tell copies), and the stems of its nouns."""
    starts = [word.span.start for word in text]
    names = {entity.id for entity in reading.entities if entity.named}
    taken = [mention.span for mention in reading.mentions if mention.entity in names]
    taken = sorted([*taken, *(time.span for time in reading.times)])
    for mention in reading.events:
        inside = text[bisect_left(starts, mention.sentence.start) : bisect_left(starts, mention.sentence.end)]
        free = [word for word in inside if not _within(word, taken) and not word.span.meets(mention.span)]
        stems = frozenset(word.stem for word in free)
        yield mention.id, " ".join(sorted(stems)), stems


def _called(reading: Reading, text: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Give the stem of the noun that each mention by a noun is."""
    stems = {word.span: word.stem for word in text}
    yield from ((m.id, stems[m.span]) for m in reading.events if m.lemma[:1].isupper() and m.span in stems)


def _within(word: Word, spans: Sequence[Span]) -> bool:
    at = bisect_left(spans, (word.span.start + 1, 0)) - 1
    return any(spans[k].meets(word.span) for k in range(max(0, at - 1), min(len(spans), at + 2)))


def _welcomes(reading: Reading) -> Iterator[str]:
    """Find mentions that name a welcome in a sentence that tells an arrival."""
    words_for = table(reading.report.language, "linking")["welcome"]
    arrivals = {mention.sentence for mention in reading.events if mention.frame in {"arrive", "visit"}}
    for mention in reading.events:
        lemma = mention.lemma.casefold()
        welcome = lemma in words_for["lemmas"] or lemma in words_for["nouns"]
        if mention.frame in MEETS and welcome and mention.sentence in arrivals:
            yield mention.id


def _put_off(reading: Reading) -> Iterator[str]:
    """Find mentions in whose sentence something is put off or made up for."""
    data = table(reading.report.language, "linking")["put_off"]
    stems, phrases = tuple(data["stems"]), [f" {phrase} " for phrase in data["phrases"]]
    told = {s: f" {' '.join(_lower(reading, s))} " for s in {m.sentence for m in reading.events}}
    late = {
        s: any(w.startswith(stems) for w in text.split()) or any(phrase in text for phrase in phrases)
        for s, text in told.items()
    }
    yield from (mention.id for mention in reading.events if late[mention.sentence])


def _further(reading: Reading) -> Iterator[str]:
    """Find mentions of one more of a kind: *weitere Patientin*, *noch einmal*, *wieder aufgenommen*."""
    data = table(reading.report.language, "linking")["further"]
    more = rf"(?:{'|'.join(data['stems'])})e[mnrs]? (?!{'|'.join(data['times'])})[A-ZÄÖÜ]\w+"
    pattern = re.compile(rf"\b(?:{more}|{'|'.join(data['again'])})\b")
    resumed, itself = re.compile(data["resumed"]), re.compile(data["itself"])
    for mention in reading.events:
        text = reading.report.quote(mention.sentence)
        at = mention.span.start - mention.sentence.start
        begin = max((text.rfind(mark, 0, at) for mark in ",:;–"), default=-1) + 1
        end = at + len(reading.report.quote(mention.span))
        behind = min((cut for mark in ",:;–." if (cut := text.find(mark, end)) >= 0), default=len(text))
        # „Es ist der dritte Überfall“ counts the one that is told.
        if itself.search(text, begin, end):
            continue
        if pattern.search(text, begin, end) or resumed.search(text, begin, behind):
            yield mention.id


def _taken_up(reading: Reading) -> Iterator[tuple[str, str]]:
    """Give the journey of the sentence before that a noun takes up: *Lund reist nach Oslo. Der Besuch dauert lange*."""
    definite = re.compile(table(reading.report.language, "linking")["taken_up"]["before"])
    journeys = sorted((m for m in reading.events if m.frame in GOES), key=lambda m: m.span)
    order = {sentence: n for n, sentence in enumerate(reading.sentences)}
    for before, mention in pairwise(journeys):
        near = order.get(mention.sentence, 0) - order.get(before.sentence, -NEAR) <= NEAR
        lead = reading.report.text[max(mention.sentence.start, mention.span.start - LEAD) : mention.span.start]
        if near and mention.lemma[:1].isupper() and definite.search(lead):
            yield mention.id, before.id


def _ages(reading: Reading) -> Iterator[tuple[str, frozenset[str]]]:
    """Give how old those are that a mention's sentence speaks of: *der 29-Jährige*, *ein 38 Jahre alter Mann*."""
    pattern = re.compile(table(reading.report.language, "linking")["ages"]["pattern"])
    sentences = {mention.sentence for mention in reading.events}
    named = {s: chain.from_iterable(pattern.findall(reading.report.quote(s))) for s in sentences}
    told = {s: frozenset(filter(None, ages)) for s, ages in named.items()}
    yield from ((mention.id, told[mention.sentence]) for mention in reading.events if told[mention.sentence])


def _lower(reading: Reading, sentence: Span) -> list[str]:
    return re.findall(r"\w+", reading.report.quote(sentence).casefold())
