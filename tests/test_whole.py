"""What holds for the whole way from a text to a dossier, whatever the text is."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from unicodedata import is_normalized

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import quellenlage as ql
from quellenlage.intake import from_text
from quellenlage.model import Span
from quellenlage.render.html import to_html
from quellenlage.render.json import from_json, to_json
from quellenlage.render.schema import schema

SENTENCES = (
    "Die Ministerin Lena Brandt sagte am Montag, die Brücke bei Ostermoor werde gesperrt.",
    "„Das ist falsch“, erklärte der Sprecher der Stadt Norderende.",
    "Laut einem Bericht der Küstenzeitung soll der Hafen im Mai 2024 schließen.",
    "Hafenchef Jens Petersen kündigte an, er wolle im nächsten Jahr nach Norderende reisen.",
    "Nach Angaben der Polizei wurden am 3. März 2024 zwölf Menschen verletzt.",
    "Der Verband der Reeder wies die Vorwürfe am Dienstag zurück.",
    "Es könne sich um Hunderte handeln, so Brandt.",
    "Das Treffen findet zwischen dem 7. September und dem 1. Oktober in Ostermoor statt.",
    "Die Fähre sei am Mittwoch eingetroffen, hieß es aus Kreisen der Reederei.",
    "Petersen traf am Freitag in Norderende ein.",
    "Stand: 14.05.2024 07:12 Uhr",
)
MARKS = tuple("„“”\"»«‚‘'›‹()[]…–-,.:;!?")
HOSTILE = (
    "\ud800",
    "\udfff",
    "\x00",
    "\x1b[31m",
    "\u202e",
    "\u200f",
    "\ufeff",
    "\u200b",
    "\u2028",
    "👩‍👩‍👧",
    "🇩🇪",
    "e\u0301",
    "\u0301" * 90,
    "x" * 450,
    "„" * 300,
    "er sagte, " * 40,
    "Donau" * 60,
    "\n" * 60,
    "1994.",
    "31. Februar 2023",
    "99.99.9999",
    "im Jahr 0",
    "vor 99999999999 Jahren",
    "in 100000 Tagen",
    "zwischen 9999 und 1",
    "25:61 Uhr",
    "²½Ⅷ٣",
    "<script>alert(1)</script>",
)
WORDS = tuple(word for sentence in SENTENCES for word in sentence.split())
PIECES = st.sampled_from(SENTENCES) | st.sampled_from(WORDS) | st.sampled_from(MARKS) | st.sampled_from(HOSTILE)
GLUE = st.sampled_from([" ", " ", " ", "", "\n", "\n\n", "\t"])
NEWS = st.lists(st.tuples(PIECES, GLUE).map("".join), max_size=14).map("".join)
ANY = NEWS | st.text(st.characters(exclude_categories=()), max_size=80) | st.text(st.sampled_from(MARKS), max_size=200)
CHECKED = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
SCHEMA = jsonschema.Draft202012Validator(schema())


@pytest.fixture(scope="session", autouse=True)
def warm():
    """Load the language and its lists once, outside every measured example."""
    return ql.read(" ".join(SENTENCES))


def spans_in(record):
    """Give every span below a record, however deep."""
    if isinstance(record, Span):
        yield record
    elif is_dataclass(record):
        for field in fields(record):
            yield from spans_in(getattr(record, field.name))
    elif isinstance(record, tuple):
        for item in record:
            yield from spans_in(item)


def encoded(dossiers):
    return to_json(dossiers, generator="test")


def check(reading):
    text = reading.report.text
    assert all(0 <= span.start < span.end <= len(text) for span in spans_in(reading))
    for rows in (reading.times, reading.entities, reading.statements, reading.events):
        assert len({row.id for row in rows}) == len(rows)
    entities = {entity.id for entity in reading.entities}
    statements = {statement.id for statement in reading.statements}
    assert {mention.entity for mention in reading.mentions} <= entities
    assert {source for statement in reading.statements for source in statement.sources} <= entities
    assert {statement.within for statement in reading.statements} <= statements | {None}
    assert {event.statement for event in reading.events} <= statements | {None}
    assert {part.entity for event in reading.events for part in event.participants} <= entities


@CHECKED
@given(ANY)
def test_any_text_gives_a_reading_that_points_into_it(text):
    reading = ql.read(text)
    check(reading)
    assert ql.read(text) == reading


@CHECKED
@given(ANY)
def test_a_text_in_nfc_is_kept(text):
    kept = ql.read(text).report.text
    if is_normalized("NFC", text) and text.isprintable():
        assert kept == text
    assert len(kept) == len(text) or not is_normalized("NFC", text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n" * 3000,
        "„" * 3000,
        '"' * 3000,
        "„“" * 1500,
        "." * 3000,
        "a" * 3000,
        "-" * 3000,
        "1" * 3000,
        "1994." * 600,
        "1994. " * 300,
        "er sagte, " * 300,
        "„Ja " * 300,
        "Petersen " * 300,
        "(" * 1000,
        "\ud800" * 300,
        "„Wer das sagt, sagte Brandt",
        "sagte Brandt.“ Sie sagte: „",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_what_no_text_is(text):
    check(ql.read(text))


def test_half_a_surrogate_pair_can_be_written_and_moves_nothing():
    reading = ql.read("Brandt sagte am Montag,\udc80 sie komme.", outlet="Blatt\udcff", title="Rat\ud800")
    assert reading.report.text == "Brandt sagte am Montag,\ufffd sie komme."
    assert json.loads(encoded(ql.dossiers([reading.report])))["dossiers"][0]["reports"][0]["outlet"] == "Blatt\ufffd"


@CHECKED
@given(st.lists(NEWS, min_size=1, max_size=4, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_reports_and_a_report_given_twice_change_nothing(texts, chance):
    reports = [from_text(text, uri=f"{n}.txt", outlet=f"Haus {n}") for n, text in enumerate(texts)]
    dossiers = ql.dossiers(reports)
    given_otherwise = [*reports, *reports[:2]]
    chance.shuffle(given_otherwise)
    written = encoded(dossiers)
    assert encoded(ql.dossiers(given_otherwise)) == written
    SCHEMA.validate(json.loads(written))
    assert from_json(written) == tuple(dossiers)
    to_html(dossiers, generator="test").encode()


def made_up_reports(count):
    """Give reports of one story, put together from the same sentences."""
    for n in range(count):
        text = "\n".join((SENTENCES * 2)[n % 10 : n % 10 + 6])
        yield from_text(text, uri=f"{n:02}.txt", outlet=f"Haus {n % 4}", published=date(2024, 5, 1 + n))


@pytest.fixture(scope="module")
def story():
    return ql.dossiers(made_up_reports(9))


def test_order_among_many_reports(story):
    assert encoded(ql.dossiers(reversed(list(made_up_reports(9))))) == encoded(story)


def test_spans_of_a_dossier_lie_in_the_reports_they_name(story):
    for dossier in story:
        length = {report.id: len(report.text) for report in dossier.reports}
        places = [*dossier.times, *dossier.mentions, *(m for event in dossier.events for m in event.mentions)]
        places += [side for conflict in dossier.conflicts for side in conflict.sides]
        assert places
        assert all(0 <= place.start < place.end <= length[place.report] for place in places)


def test_a_dossier_writes_itself_as_the_renderer_does(story):
    for dossier in story:
        assert json.loads(dossier.to_json(generator="test")) == json.loads(encoded([dossier]))
        assert from_json(dossier.to_json().encode()) == (dossier,)
