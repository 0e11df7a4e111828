"""What holds a story together, and what keeps two apart."""

from collections import Counter
from datetime import date

from quellenlage.linking import stories
from quellenlage.model import Basis, Entity, Form, Interval, Kind, Mention, Published, Reading, Report, Span

NAMES = {"Rosa Uhlberg": Kind.PERSON, "Uhlberg": Kind.PERSON, "Bergheim": Kind.PLACE, "Nordbad": Kind.ORGANISATION}
FIRST = "Rosa Uhlberg sperrt in Bergheim das Nordbad: Filteranlage defekt, Beckenrand gerissen, keine Handwerker frei."
FILLER = " Vorher sprachen Anwohner, Vereine, Schulen, Gastwirte, Rentner und Kinder über Parkplätze und Buslinien."
SECOND = "Die Filteranlage im Nordbad von Bergheim kommt spät, gab Uhlberg bekannt. Am Beckenrand arbeiten Handwerker."


def reading(text: str, day: date) -> Reading:
    """Make a reading in which the known names are mentions."""
    interval = Interval(earliest=day, latest=day)
    report = Report(uri=text[:12], text=text, published=Published(interval=interval, basis=Basis.STATED))
    found = [
        name
        for name in NAMES
        if name in text and not any(name != other and name in other for other in NAMES if other in text)
    ]
    entities = tuple(Entity(id=f"{report.id} {n}", report=report.id, kind=NAMES[n], name=n) for n in found)
    mentions = tuple(
        Mention(report=report.id, span=_span(text, entity.name), form=Form.NAME, entity=entity.id)
        for entity in entities
    )
    return Reading(report=report, entities=entities, mentions=mentions)


def _span(text: str, name: str) -> Span:
    return Span(text.index(name), text.index(name) + len(name))


def test_rare_names_and_nouns_hold_a_story_together() -> None:
    pair = [reading(FIRST, date(2024, 3, 1)), reading(SECOND, date(2024, 3, 9))]
    told = [stories.about(item) for item in pair]
    held = Counter(term for one in told for term in one.counts)
    assert stories._share_rare(told, held) == [(0, 1)]
    assert stories.tell_one(told[0], told[1], held, len(told))
    assert len(stories.split(pair)) == 1


def test_one_town_is_not_one_story() -> None:
    other = "In Bergheim wählt der Gemeinderat einen neuen Vorsitz, die Kandidatin dankt für das Vertrauen."
    pair = [reading(FIRST + FILLER, date(2024, 3, 1)), reading(other, date(2024, 3, 2))]
    assert len(stories.split(pair)) == 2


def test_what_lies_months_apart_needs_more() -> None:
    text = SECOND + FILLER.replace("Vorher", "Nachher").upper()
    pair = [reading(FIRST, date(2024, 3, 1)), reading(text, date(2024, 9, 1))]
    assert len(stories.split(pair)) == 2
