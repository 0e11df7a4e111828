from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.language import load, mark_furniture
from quellenlage.model import Entity, Form, Kind, Mention, Report, Span
from quellenlage.reading.names import read

SHOWN = {Form.NAME: "", Form.ROLE: "°", Form.PRONOUN: "*"}


def reading(text: str, furniture: tuple[Span, ...] = ()) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    language = load("de")
    doc = language.nlp(text)
    mark_furniture(doc, furniture)
    return read(doc, Report(uri="test", text=text, furniture=furniture), language)


def cast(text: str) -> Mapping[str, list[str]]:
    """Give each entity's name and its mentions: plain a name, ° a role, * a pronoun."""
    entities, mentions = reading(text)
    out: dict[str, list[str]] = {}
    for entity in entities:
        mine = [m for m in mentions if m.entity == entity.id]
        out.setdefault(entity.name, []).extend(text[m.span.start : m.span.end] + SHOWN[m.form] for m in mine)
    return out


CASES = [
    # a title is a role, not part of the name; the surname alone is its one bearer
    (
        "Der dänische Außenminister Lars Holm reist ab. Holms Besuch war kurz.",
        "Lars Holm",
        ["Der dänische Außenminister°", "Lars Holm", "Holms"],
    ),
    # two bearers of one surname: neither
    ("Anna Weber traf Paul Weber. Weber sagte, man sei sich einig.", "Weber", ["Weber"]),
    # … unless gender, office or the order of the text decides
    ("Karl Weber traf Anna Weber. Frau Weber schwieg.", "Anna Weber", ["Anna Weber", "Weber"]),
    (
        "Präsident Karl Weber traf Anna Weber. Präsident Weber ging.",
        "Karl Weber",
        ["Präsident°", "Karl Weber", "Präsident°", "Weber"],
    ),
    ("Karl Weber kam. Weber schwieg. Später kam Otto Weber.", "Karl Weber", ["Karl Weber", "Weber"]),
    # East Asian order: the family name stands first
    ("Yang Min-ho traf Sung Yang. Yang Min-ho sprach.", "Sung Yang", ["Sung Yang"]),
    ("Minister Yang Min-ho kam. Yang sprach.", "Yang Min-ho", ["Minister°", "Yang Min-ho", "Yang"]),
    # one office in other words
    (
        "Schwedens Präsident Olof Berg kam. Der schwedische Staatschef lachte.",
        "Olof Berg",
        ["Schwedens Präsident°", "Olof Berg", "Der schwedische Staatschef°"],
    ),
    (
        "Umweltministerin Eva Lund sprach. „Das ist gut“, sagte die Ministerin.",
        "Eva Lund",
        ["Umweltministerin°", "Eva Lund", "die Ministerin°"],
    ),
    (
        "Ministerpräsident Lars Holm traf Ministerpräsidentin Eva Lund. Der Ministerpräsident schwieg.",
        "Lars Holm",
        ["Ministerpräsident°", "Lars Holm", "Der Ministerpräsident°"],
    ),
    # the inner of two nested groups has the name
    (
        "Der Nachfolger des dänischen Präsidenten Lars Holm kam.",
        "Lars Holm",
        ["des dänischen Präsidenten°", "Lars Holm"],
    ),
    # apposition in commas
    (
        "Jan Boysen, Sprecher der Feuerwehr in Neustadt, war da.",
        "Jan Boysen",
        ["Jan Boysen", "Sprecher der Feuerwehr in Neustadt°"],
    ),
    (
        "Der Berater des Weißen Hauses, Jack Lane, drohte.",
        "Jack Lane",
        ["Der Berater des Weißen Hauses°", "Jack Lane"],
    ),
    # pronouns only where one person can be meant
    ("Hans Müller kam. Er sagte, er wolle bleiben.", "Hans Müller", ["Hans Müller", "Er*", "er*"]),
    ("Hans Müller traf Otto Lang. Er sagte nichts.", "Hans Müller", ["Hans Müller"]),
    # a country by name, side, government, compound, and by its capital where that acts
    (
        "Nach US-Angaben ist das so. Die USA warnen. Die US-Regierung auch. Washington warnte.",
        "USA",
        ["US-Angaben°", "US", "USA", "Die US-Regierung°", "US", "Washington"],
    ),
    ("In Oslo regnet es. Oslo liegt am Meer.", "Oslo", ["Oslo", "Oslo"]),
    ("Von dänischer und schwedischer Seite hieß es, Dänemark sei froh.", "Dänemark", ["dänischer°", "Dänemark"]),
    # bodies: acronym in brackets, the short description behind the long one
    (
        "Der Neue Ruderbund (NRB) klagt. Der NRB zahlt.",
        "NRB",
        ["Neue Ruderbund", "NRB", "NRB"],
    ),
    ("Der NRB (Neuer Ruderbund) klagt.", "NRB", ["NRB", "Neuer Ruderbund"]),
    (
        "Die Staatsanwaltschaft Neustadt ermittelt. Die Staatsanwaltschaft schwieg.",
        "Staatsanwaltschaft Neustadt",
        ["Die Staatsanwaltschaft Neustadt°", "Die Staatsanwaltschaft°"],
    ),
    ("Nach Polizeiangaben war es so.", "Polizei", ["Polizeiangaben°"]),
    # descriptions of nobody in particular
    (
        "Ein Beamter des dänischen Umweltministeriums bestätigte das.",
        "Beamter des dänischen Umweltministeriums",
        ["Ein Beamter des dänischen Umweltministeriums°"],
    ),
    ("Das berichten russische Medien.", "russische Medien", ["russische Medien°"]),
    # a country that no list knows: its adjective and its genitive tell whose the office is
    (
        "Varnlands Präsident Olof Berg und der halmische Präsident Karl Weber kamen. Varnland und Halmien schwiegen. "
        "Der varnländische Präsident sprach.",
        "Olof Berg",
        ["Varnlands Präsident°", "Olof Berg", "Der varnländische Präsident°"],
    ),
    (
        "Der Präsident Dänemarks, Lars Holm, kam. Der dänische Präsident lachte.",
        "Lars Holm",
        ["Der Präsident Dänemarks°", "Lars Holm", "Der dänische Präsident°"],
    ),
    # an origin that the text does not explain still tells two apart
    (
        "Der belonische Minister Lars Holm kam. Der torgauische Minister schwieg.",
        "Lars Holm",
        ["Der belonische Minister°", "Lars Holm"],
    ),
    # the plural's genitive is nobody's
    ("Das Treffen der Präsidenten endete. Der Präsident Lars Holm ging.", "Lars Holm", ["Der Präsident°", "Lars Holm"]),
    # a class of offices, not of countries
    ("Präsident Lars Holm kam. Der Staatschef lachte.", "Lars Holm", ["Präsident°", "Lars Holm", "Der Staatschef°"]),
    # who is called by kinship is another than the bare surname
    (
        "Weber sprach. Dann ließ er seinen Bruder, Trainer Weber, reden. Weber schwieg.",
        "Weber",
        ["Weber", "Weber", "seinen Bruder°", "Trainer°", "Weber"],
    ),
    (
        "Weber kam. Anna Weber, seine Schwester, blieb. Weber ging.",
        "Anna Weber",
        ["Anna Weber", "seine Schwester°"],
    ),
    # an age, where it is said beside the name, or of the only one met last whose age nobody told
    ("Lars Holm (59) traf Otto Lang. Der 59-Jährige sprach.", "Lars Holm", ["Lars Holm", "Der 59-Jährige°"]),
    ("Trainerin Eva Lund kam. Die 41-Jährige siegte.", "Eva Lund", ["Trainerin°", "Eva Lund", "Die 41-Jährige°"]),
    ("Eva Lund (38) kam. Die 41-Jährige siegte.", "Eva Lund", ["Eva Lund"]),
    ("Eva Lund traf Anna Berg. Die 41-Jährige siegte.", "Eva Lund", ["Eva Lund"]),
    (
        "Eva Lund kam. Der Verein siegte. Ein Richter wies die 41-Jährige ab.",
        "Eva Lund",
        ["Eva Lund", "die 41-Jährige°"],
    ),
    ("Sprecherin Eva Lund kam. Ein Richter wies die 41-Jährige ab.", "Eva Lund", ["Sprecherin°", "Eva Lund"]),
    # a body's remit belongs to its name
    (
        "Das Landesamt für Vogelschutz prüft. Das Landesamt schwieg.",
        "Landesamt für Vogelschutz",
        ["Landesamt für Vogelschutz", "Das Landesamt°"],
    ),
    # in office still, in place still: the same office
    (
        "Parteichef Lars Holm kam. Der scheidende Parteichef sprach.",
        "Lars Holm",
        ["Parteichef°", "Lars Holm", "Der scheidende Parteichef°"],
    ),
    # one calling or rank in other words
    ("Amtsleiterin Eva Lund kam. Die Amtschefin sprach.", "Eva Lund", ["Amtsleiterin°", "Eva Lund", "Die Amtschefin°"]),
    # the single holder may be named later only
    ("War der Kapitän müde? Kapitän Lars Holm schweigt.", "Lars Holm", ["der Kapitän°", "Kapitän°", "Lars Holm"]),
    ("War der Sprecher müde? Sprecher Lars Holm schweigt.", "Lars Holm", ["Sprecher°", "Lars Holm"]),
    # what somebody is besides, of the one person just named
    ("Eva Lund kam aus Oslo. Die Ökonomin sprach.", "Eva Lund", ["Eva Lund", "Die Ökonomin°"]),
    ("Eva Lund traf Anna Berg. Die Ökonomin sprach.", "Ökonomin", ["Die Ökonomin°"]),
    ("Lars Holm kam aus Oslo. Die Ökonomin sprach.", "Ökonomin", ["Die Ökonomin°"]),
    (
        "Eva Lund hat gezählt. Das Amt widersprach. „Wer sucht, der findet“, schimpfte die Läuferin.",
        "Eva Lund",
        ["Eva Lund", "die Läuferin°"],
    ),
    ("Lars Holm mied den Präsidenten. So gehe es nicht, so der Hotelier.", "Lars Holm", ["Lars Holm", "der Hotelier°"]),
    ("Lars Holm widersprach: Der Hotelier sei krank.", "Lars Holm", ["Lars Holm"]),
    ("Eva Lund kam. Mit der Läuferin ist sie nicht verwandt.", "Läuferin", ["der Läuferin°"]),
    # whom a court tries
    (
        "Die Staatsanwaltschaft wirft Lars Holm Betrug vor. Der Angeklagte schwieg.",
        "Lars Holm",
        ["Lars Holm", "Der Angeklagte°"],
    ),
    ("Lars Holm sah zu. Der Angeklagte schwieg.", "Angeklagter", ["Der Angeklagte°"]),
    # a name of one body is taken up by a noun of wide meaning
    ("Der SC Altmoos verlor. Der Verein schwieg.", "SC Altmoos", ["SC Altmoos", "Der Verein°"]),
    # Herr and Frau own nobody: no genitive
    ("Herr Brandis kam.", "Brandis", ["Brandis"]),
    # pronouns: nothing else to take up, nobody else in doubt
    ("Lars Holm gewann. Er blieb ruhig.", "Lars Holm", ["Lars Holm", "Er*"]),
    ("Lars Holm nahm den Zug. Er fuhr nach Oslo.", "Lars Holm", ["Lars Holm"]),
    ("Lars Holm gewann. Er habe Glück gehabt, sagte Otto Lang.", "Lars Holm", ["Lars Holm"]),
    ("Lars Holm traf Eva Lund. Er sagte nichts.", "Lars Holm", ["Lars Holm", "Er*"]),
    ("Lars Holm gewann.\n\nEr habe Glück, hieß es.", "Lars Holm", ["Lars Holm"]),
    # compounds that hold a known name
    ("Ein Holm-Besuch ist geplant. Lars Holm schweigt.", "Lars Holm", ["Holm", "Lars Holm"]),
]


@pytest.mark.parametrize(("text", "name", "mentions"), CASES)
def test_who_is_meant(text: str, name: str, mentions: list[str]) -> None:
    assert cast(text)[name] == mentions


@pytest.mark.parametrize("text", ["Er war lange Minister.", "Der Tisch steht im Garten.", "", "\n\n", "„(“"])
def test_who_is_not_there(text: str) -> None:
    assert reading(text) == ((), ())


@pytest.mark.parametrize(("between", "count"), [("", 1), ("Es regnete. Es schneite. Es stürmte. ", 2)])
def test_anybody_is_the_same_one_only_near_by(between: str, count: int) -> None:
    entities, _ = reading(f"Ein Mann rief an. {between}Der Mann weinte.")
    assert [e.name for e in entities] == ["Mann"] * count


def test_roles_and_kinds() -> None:
    entities, _ = reading("Die Vorsitzende Anna Weber lobte den dänischen Präsidenten Lars Holm.")
    assert [(e.kind, e.name, e.roles) for e in entities] == [
        (Kind.PERSON, "Anna Weber", ("Vorsitzende",)),
        (Kind.PERSON, "Lars Holm", ("dänischer Präsident",)),
    ]


def test_the_role_reaches_further_than_what_it_holds() -> None:
    text = "Schwedens Präsident Olof Berg kam."
    entities, mentions = reading(text)
    berg = next(e for e in entities if e.name == "Olof Berg")
    assert (mentions[0].span, mentions[0].entity) == (Span(0, len("Schwedens Präsident")), berg.id)


def test_nothing_comes_out_of_furniture() -> None:
    text = "Von: Bodo Hahn\n\nMinister Lars Holm kam."
    entities, _ = reading(text, (Span(0, 14),))
    assert [e.name for e in entities] == ["Lars Holm"]


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("AbÖß '’-„“\"().,\n\u00a0İ") | st.characters(exclude_categories=["Cs"]), max_size=120))
def test_any_text_gives_spans_within_it(text: str) -> None:
    entities, mentions = reading(text)
    ids = {entity.id for entity in entities}
    assert len(ids) == len(entities)
    assert all(0 <= m.span.start < m.span.end <= len(text) and m.entity in ids for m in mentions)


WORDS = (
    "Minister Anna Weber Präsidentin der dänischen Polizei in Oslo , ( NRB ) US-Angaben",
    "Yang Min-ho er sagte wolle die „ Nordpost “ . des",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(" ".join(WORDS).split()), max_size=40).map(" ".join))
def test_any_order_of_telling_words_gives_spans_within_it(text: str) -> None:
    entities, mentions = reading(text)
    assert {m.entity for m in mentions} == {e.id for e in entities}
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in mentions)
    assert reading(text) == (entities, mentions)
