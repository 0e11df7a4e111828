"""Made-up reports of made-up stories, as many as are wanted, and a quick reading of them that needs no pipeline."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from quellenlage.model import (
    Basis,
    Entity,
    EventMention,
    Factuality,
    Form,
    Interval,
    Kind,
    Mention,
    Participant,
    Published,
    Reading,
    Report,
    Span,
    Statement,
    StatementType,
    Status,
    content_id,
)

A_STORY = 5
FIRST_DAY = date(2024, 1, 1)
ONSETS = ("B", "D", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "T", "W", "Br", "Gr", "Kl", "Sch", "St", "Tr")
RHYMES = ("al", "am", "ar", "eb", "el", "en", "er", "ib", "il", "in", "ol", "om", "or", "ub", "ul", "un")
ENDS = ("au", "beck", "dorf", "felde", "hagen", "husen", "moor", "rode", "stedt", "wedel")
THINGS = ("Brücke", "Deich", "Fähre", "Halle", "Kirche", "Mühle", "Schleuse", "Schule", "Turbine", "Werft")
NAMED = re.compile(r"\b[A-Z]\w+ [A-Z]\w+(?:au|beck|dorf|felde|hagen|husen|moor|rode|stedt|wedel)\b|\bin ([A-Z]\w+)\b")
SENTENCE = re.compile(r"[^.]+\.")
SAID = re.compile(r"(?P<content>[^.,]+), sagte (?P<source>[A-Z]\w+ [A-Z]\w+)\.")


def report(number: int, *, corrected: bool = False) -> Report:
    """Give the made-up report of this number; five in a row tell one story."""
    story = number // A_STORY
    place, who, other = word(story) + ENDS[story % 10], name(story, 1), name(story, 2)
    thing, day = THINGS[story % 10], FIRST_DAY + timedelta(days=story // 40)
    rare = [word(story * 7 + k + 1000) + "werk" for k in range(5)]
    hurt = 3 + number % 7 + (10 if corrected else 0)
    text = (
        f"{thing} in {place} eingestürzt. In {place} ist am Morgen ein Teil von {rare[0]} eingestürzt. "
        f"Dabei wurden {hurt} Menschen verletzt, sagte {who}. "
        f"Das {rare[1]} war seit Jahren baufällig, sagte {other}. "
        f"Der Rat in {place} will {rare[2]} und {rare[3]} sperren. "
        f"Ausgabe {number} der Zeitung nennt {rare[4]} als Ursache."
    )
    published = Published(interval=Interval(earliest=day, latest=day), basis=Basis.METADATA)
    uri = f"{number:06}.txt"
    return Report(uri=uri, text=text, title=f"{thing} in {place}", outlet=f"Blatt {number}", published=published)


def word(number: int) -> str:
    """Give a word that is this number's own."""
    onset, rest = ONSETS[number % len(ONSETS)], number // len(ONSETS)
    out = onset
    for _ in range(3):
        rest, digit = divmod(rest, len(RHYMES))
        out += RHYMES[digit]
    return out


def name(story: int, which: int) -> str:
    """Give the name of a person of a story."""
    return f"{word(story * 3 + which + 50_000)} {word(story * 3 + which + 70_000)}{ENDS[(story + which) % 10]}"


def read(found: Report) -> Reading:
    """Read a made-up report: its sentences, names, what is said, and what collapsed."""
    entities: dict[str, Entity] = {}
    mentions = []
    for match in NAMED.finditer(found.text):
        group = 1 if match[1] else 0
        kind = Kind.PLACE if group else Kind.PERSON
        id_ = content_id("n", found.id, match[group])
        entities[match[group]] = Entity(id=id_, report=found.id, kind=kind, name=match[group])
        mentions.append(Mention(report=found.id, span=Span(*match.span(group)), form=Form.NAME, entity=id_))
    sentences = tuple(Span(m.end() - len(m[0].lstrip()), m.end()) for m in SENTENCE.finditer(found.text))
    return Reading(
        report=found,
        sentences=sentences,
        entities=tuple(entities.values()),
        mentions=tuple(mentions),
        statements=tuple(_statements(found, entities)),
        events=tuple(_events(found, sentences, entities)),
    )


def read_all(reports: Iterable[Report]) -> Iterator[Reading]:
    """Read reports one after the other."""
    yield from map(read, reports)


def _statements(found: Report, entities: dict[str, Entity]) -> Iterator[Statement]:
    for match in SAID.finditer(found.text):
        speaker = entities.get(match["source"])
        yield Statement(
            id=content_id("s", found.id, match.start()),
            report=found.id,
            content=(Span(*match.span("content")),),
            type=StatementType.INDIRECT,
            source=(Span(*match.span("source")),),
            sources=(speaker.id,) if speaker else (),
        )


def _events(found: Report, sentences: Iterable[Span], entities: dict[str, Entity]) -> Iterator[EventMention]:
    for sentence in sentences:
        at = found.text.find("eingestürzt", sentence.start, sentence.end)
        if at >= 0:
            places = [entity for entity in entities.values() if entity.kind is Kind.PLACE]
            yield EventMention(
                id=content_id("m", found.id, at),
                report=found.id,
                span=Span(at, at + len("eingestürzt")),
                sentence=sentence,
                frame="collapse",
                plover=None,
                lemma="einstürzen",
                participants=tuple(Participant(role="patient", entity=place.id) for place in places[:1]),
                place=places[0].id if places else None,
                status=Status.HAPPENED,
                factuality=Factuality.CERTAIN,
                interval=found.published.interval,
            )
