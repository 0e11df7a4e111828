"""Events of small made-up reports: who, where, when, how far, on whose word."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.language import load, mark_furniture
from quellenlage.model import Basis, EventMention, Factuality, Interval, Published, Reading, Report, Span, Status
from quellenlage.reading.assemble import read_report
from quellenlage.reading.events import Findings, ranges, read
from quellenlage.reading.events.compounds import ends_in

TUESDAY = Interval(earliest=date(2031, 3, 4), latest=date(2031, 3, 4))


def reading(text: str, furniture: tuple[Span, ...] = ()) -> Reading:
    published = Published(interval=TUESDAY, basis=Basis.STATED)
    return read_report(Report(uri="a", text=text, published=published, furniture=furniture), load("de"))


def the(text: str, trigger: str) -> tuple[EventMention, Reading]:
    found = reading(text)
    events = [e for e in found.events if found.report.quote(e.span) == trigger]
    assert len(events) == 1, [(found.report.quote(e.span), e.frame) for e in found.events]
    return events[0], found


def roles(event: EventMention, found: Reading) -> set[tuple[str, str]]:
    names = {entity.id: entity.name for entity in found.entities}
    return {(p.role, names[p.entity]) for p in event.participants}


def place(event: EventMention, found: Reading) -> str | None:
    return next((entity.name for entity in found.entities if entity.id == event.place), None)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Ministerin Anna Weber reist im Mai nach Norwegen.", "reist", Status.PLANNED),
        ("Ministerin Anna Weber wird nach Norwegen reisen.", "reisen", Status.PLANNED),
        ("Ministerin Anna Weber will nach Norwegen reisen.", "reisen", Status.PLANNED),
        ("Ministerin Anna Weber plant, im Mai nach Norwegen zu reisen.", "reisen", Status.PLANNED),
        ("Ministerin Anna Weber plant im Mai nach Norwegen zu reisen.", "reisen", Status.PLANNED),
        ("Ministerin Anna Weber soll im Mai nach Norwegen reisen.", "reisen", Status.PLANNED),
        ("Ministerin Anna Weber soll nach Norwegen gereist sein.", "gereist", Status.HAPPENED),
        ("Ministerin Anna Weber könnte nach Norwegen reisen.", "reisen", Status.POSSIBLE),
        ("Es ist möglich, dass Ministerin Anna Weber nach Norwegen reist.", "reist", Status.POSSIBLE),
        ("Möglicherweise reist Ministerin Anna Weber nach Norwegen.", "reist", Status.POSSIBLE),
        ("Wenn Ministerin Anna Weber nach Norwegen reist, freut das viele.", "reist", Status.POSSIBLE),
        ("Ministerin Anna Weber ist nicht nach Norwegen gereist.", "gereist", Status.DENIED),
        ("Ministerin Anna Weber ist nicht nur nach Norwegen gereist.", "gereist", Status.HAPPENED),
        ("Der geplante Besuch der Ministerin in Oslo kostet Geld.", "Besuch", Status.PLANNED),
        ("Der mögliche Besuch der Ministerin in Oslo kostet Geld.", "Besuch", Status.POSSIBLE),
        ("Die Vorbereitungen für einen Besuch der Ministerin laufen.", "Besuch", Status.PLANNED),
        ("Nach dem Besuch der Ministerin wurde aufgeräumt.", "Besuch", Status.HAPPENED),
        ("Der Besuch der Ministerin wurde abgesagt.", "Besuch", Status.CANCELLED),
        ("Der Besuch der Ministerin wurde bestätigt.", "Besuch", Status.CONFIRMED),
        ("Der Besuch der Ministerin wurde nicht bestätigt.", "Besuch", Status.POSSIBLE),
        ("Die Gespräche in Oslo laufen.", "Gespräche", Status.ONGOING),
        ("Es gab keine Explosion.", "Explosion", Status.DENIED),
        ("Eine Übernahme der Werft ist ausgeschlossen.", "Übernahme", Status.DENIED),
        ("Sollte es einen Streik geben, fällt die Messe aus.", "Streik", Status.POSSIBLE),
        ("Am Abend kam es zu einer Explosion.", "Explosion", Status.HAPPENED),
    ],
)
def test_status(text: str, trigger: str, status: Status) -> None:
    assert the(text, trigger)[0].status is status


def test_who_travels_where() -> None:
    event, found = the("Ministerin Anna Weber reiste am Montag nach Oslo.", "reiste")
    assert roles(event, found) == {("agent", "Anna Weber"), ("destination", "Oslo")}
    assert place(event, found) == "Oslo"
    assert event.interval == Interval(earliest=date(2031, 3, 3), latest=date(2031, 3, 3))


def test_a_name_behind_a_name_is_the_object() -> None:
    event, found = the("Am Montag empfing Weber Norwegens Präsident Lars Dahl.", "empfing")
    assert event.frame == "meet"
    assert ("counterpart", "Lars Dahl") in roles(event, found)


def test_a_name_behind_a_weekday_is_the_object() -> None:
    event, found = the("Ministerin Anna Weber besuchte am Montag Lissabon.", "besuchte")
    assert roles(event, found) == {("agent", "Anna Weber"), ("destination", "Lissabon")}


def test_the_passive_turns_the_roles() -> None:
    event, found = the("Kassenwart Kurt Seeger wurde von der Polizei festgenommen.", "festgenommen")
    assert ("patient", "Kurt Seeger") in roles(event, found)


def test_who_delivers_to_whom() -> None:
    event, found = the("Kanada soll Norwegen im März Getreide geliefert haben.", "geliefert")
    assert roles(event, found) == {("agent", "Kanada"), ("recipient", "Norwegen")}
    assert event.factuality is Factuality.UNCOMMITTED


def test_a_source_takes_no_part() -> None:
    event, found = the("Norwegen zufolge hat Kanada Getreide an Tunesien geliefert.", "geliefert")
    assert roles(event, found) == {("agent", "Kanada"), ("recipient", "Tunesien")}


def test_both_who_meet() -> None:
    event, found = the("Das Treffen zwischen Anna Weber und Lars Dahl in Oslo dauerte lang.", "Treffen")
    assert roles(event, found) == {("agent", "Anna Weber"), ("agent", "Lars Dahl")}
    assert place(event, found) == "Oslo"


def test_the_first_part_of_a_compound() -> None:
    event, found = the("Anna Weber ist Ministerin. Der Weber-Besuch in Oslo ist für Mai geplant.", "Weber-Besuch")
    assert roles(event, found) >= {("agent", "Anna Weber")}
    assert event.lemma == "Besuch"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Eva Lund ist Ministerin. Er sprach über die Ergebnisse von Lunds Besuch in Arden.", "Besuch"),
        ("Eva Lund tobt: „Ich trete nicht zurück.“", "trete"),
        ("„Wir haben uns getroffen“, sagte Eva Lund heute.", "getroffen"),
        ("Die Opposition legte Ministerin Eva Lund am Montag den Rücktritt nahe.", "Rücktritt"),
    ],
)
def test_whose_event_it_is(text: str, trigger: str) -> None:
    assert ("agent", "Eva Lund") in roles(*the(text, trigger))


def test_a_genitive_may_be_an_apostrophe_alone() -> None:
    event, found = the("Jens Hinrichs ist Minister. Den Abgang Jens Hinrichs’ habe er sich gewünscht.", "Abgang")
    assert ("agent", "Jens Hinrichs") in roles(event, found)


def test_two_participles_keep_their_own_place() -> None:
    text = "Anna Weber war am Sonntag in Norwegen eingetroffen und am Montag in Hamar mit Lars Dahl zusammengekommen."
    arrival, found = the(text, "eingetroffen")
    meeting = next(e for e in found.events if e.frame == "meet")
    assert place(arrival, found) == "Norwegen"
    assert place(meeting, found) == "Hamar"
    assert meeting.interval.day == date(2031, 3, 3)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber wird vom 18. bis 19. Oktober 2031 nach Norwegen reisen.",
        "Anna Weber soll zwischen dem 18. Oktober 2031 und dem 19. Oktober 2031 nach Norwegen reisen.",
    ],
)
def test_a_range_is_one_stretch(text: str) -> None:
    event, found = the(text, "reisen")
    assert event.interval == Interval(earliest=date(2031, 10, 18), latest=date(2031, 10, 19))
    assert ranges(found.report, found.times)[event.time or ""] == event.interval


def test_the_day_of_the_telling_is_not_the_day_of_the_event() -> None:
    event, _ = the("Kanada habe Getreide geliefert, sagte Anna Weber am Montag.", "geliefert")
    assert not event.interval.known


def test_a_date_ahead_is_not_that_of_the_agreement_about_it() -> None:
    text = "Für den 7. März 2031 haben die Gewerkschaft und die Werft ein Treffen vereinbart."
    assert the(text, "Treffen")[0].interval.day == date(2031, 3, 7)
    assert not the(text, "vereinbart")[0].interval.known


def test_the_time_of_a_journey_is_not_that_of_its_purpose() -> None:
    event, _ = the("Anna Weber reiste am Montag nach Oslo, um dort Lars Dahl zu treffen.", "treffen")
    assert event.status is Status.PLANNED
    assert not event.interval.known


def test_damals_is_the_time_of_the_sentence_before() -> None:
    event, _ = the("Im November 2021 brannte die Werft. Damals wurde niemand verletzt.", "verletzt")
    assert event.status is Status.DENIED
    assert event.interval == Interval(earliest=date(2021, 11, 1), latest=date(2021, 11, 30))


def test_the_scene_of_an_accident_is_that_of_its_victims() -> None:
    event, found = the("Bei einem Unfall in Oslo wurden am Montag drei Menschen verletzt.", "verletzt")
    assert place(event, found) == "Oslo"
    accident, found = the("Bei einem Unfall in Oslo wurden am Montag drei Menschen verletzt.", "Unfall")
    assert (place(accident, found), accident.interval.day) == ("Oslo", date(2031, 3, 3))


def test_a_clock_time_alone_gives_no_day() -> None:
    event, _ = the("Der Streik soll um zwei Uhr beginnen.", "Streik")
    assert not event.interval.known


def test_figures_belong_to_their_event() -> None:
    event, found = the("Bei dem Unfall wurden 27 Fahrgäste verletzt.", "verletzt")
    assert [found.report.quote(q) for q in event.quantities] == ["27 Fahrgäste"]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Anna Weber stattete Oslo einen Besuch ab.", "visit"),
        ("Anna Weber führte in Oslo Gespräche mit Lars Dahl.", "talks"),
        ("Anna Weber kam in Oslo zu Gesprächen mit Lars Dahl zusammen.", "meet"),
        ("Kanada hat eine Lieferung nach Oslo geliefert.", "deliver"),
    ],
)
def test_a_light_verb_and_its_noun_are_one_event(text: str, frame: str) -> None:
    assert [e.frame for e in reading(text).events] == [frame]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo liegt am Meer und ist 600 Kilometer von Bergen entfernt.",
        "Anna Weber sagte, die Lage sei ernst.",
        "Anna Weber gilt als erfahren.",
        "Unter Berufung auf die Behörden meldet die Zeitung Regen.",
        "Der Vorschlag der Ministerin überzeugte den Ausschuss.",
    ],
)
def test_states_and_speech_are_no_events(text: str) -> None:
    assert reading(text).events == ()


def test_a_denial_points_back_at_the_one_event_told() -> None:
    text = "Kanada habe Getreide an Tunesien geliefert, sagte Anna Weber. Kanada wies die Angaben zurück."
    denied = [e for e in reading(text).events if e.status is Status.DENIED]
    assert [(e.frame, e.factuality) for e in denied] == [("deliver", Factuality.CERTAIN_NOT)]


@pytest.mark.parametrize(
    "text",
    [
        "27 Menschen wurden verletzt, sagte Anna Weber. Die Bahn wies Berichte über hohe Preise zurück.",
        "Das Landgericht verurteilte Kurt Seeger zu zwei Jahren Haft. Seeger hatte die Vorwürfe bestritten.",
        "Es brannte, und eine Kaserne wurde angegriffen, sagte Anna Weber. Lars Dahl bestritt das.",
    ],
)
def test_a_denial_of_something_else_denies_no_event(text: str) -> None:
    assert Status.DENIED not in {e.status for e in reading(text).events}


def test_a_bare_present_goes_on_where_the_report_tells_the_arrival() -> None:
    text = "Anna Weber besucht Norwegen. Weber ist am Montag in Oslo eingetroffen."
    assert the(text, "besucht")[0].status is Status.ONGOING


def test_a_known_strike_is_as_it_was_told_before() -> None:
    event, _ = the("Die Lokführer wollen am Freitag streiken. Die Bahn nannte den Streik unverschämt.", "Streik")
    assert event.status is Status.PLANNED


def test_nothing_is_read_from_furniture() -> None:
    text = "Anna Weber reiste nach Oslo."
    assert reading(text, furniture=(Span(0, len(text)),)).events == ()


def test_ids_are_unique_and_statements_known() -> None:
    text = "Kanada habe Getreide geliefert, sagte Anna Weber. Der Besuch in Oslo sei geplant. Der Besuch ist vorbei."
    found = reading(text)
    assert len({e.id for e in found.events}) == len(found.events) > 1
    assert {e.statement for e in found.events} <= {None, *(s.id for s in found.statements)}


WORDS = st.sampled_from(
    [
        *(
            "Weber",
            "Norwegen",
            "reist",
            "besucht",
            "Besuch",
            "Treffen",
            "nach",
            "in",
            "von",
            "vom",
            "der",
            "die",
            "und",
        ),
        *(
            "nicht",
            "soll",
            "haben",
            "geliefert",
            "zurückgewiesen",
            "dies",
            "wenn",
            "dass",
            "18.",
            "bis",
            "19.",
            "Oktober",
        ),
        *("drei", "Tote", "zu", "mit", "Weber-Besuch", "habe", "wurde", ",", ".", "?", ":", "„", "“", "(", ")", "–"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=30).map(" ".join)))
def test_any_text_gives_spans_that_lie_in_it(text: str) -> None:
    report, language = Report(uri="a", text=text), load("de")
    doc = language.nlp(text)
    mark_furniture(doc, ())
    for event in read(doc, report, language, Findings()):
        for span in (event.span, event.sentence, *event.marks, *event.quantities):
            assert 0 <= span.start < span.end <= len(text)
        assert event.sentence.covers(event.span)


def test_a_part_that_is_replaced_is_no_conversation() -> None:
    found = reading("Die Werkstatt hat am Montag die Dichtung ausgetauscht.")
    assert "talks" not in {event.frame for event in found.events}


def test_the_place_of_a_purpose_is_not_that_of_the_event() -> None:
    event, found = the("Die Waffenlieferung an Norwegen für den Einsatz in Island ist erfolgt.", "Waffenlieferung")
    assert place(event, found) is None
    assert ("recipient", "Norwegen") in roles(event, found)


@pytest.mark.parametrize(
    ("noun", "part", "expected"),
    [
        ("untersuchungshaft", "haft", True),
        ("mannschaft", "haft", False),
        ("botschaft", "haft", False),
        ("ausschuss", "schuss", False),
        ("warnschuss", "schuss", True),
        ("aufsichtsrat", "rat", False),
        ("bahnbrücke", "brücke", True),
    ],
)
def test_last_parts_of_compounds(noun: str, part: str, expected: bool) -> None:
    assert ends_in(noun, frozenset({part}), "de") is expected


def test_what_only_ends_like_a_word_brings_no_event_about() -> None:
    report = Report(uri="a", text="Kritik kam von der Gewerkschaft. Er kam in Untersuchungshaft.")
    assert [e.frame for e in read_report(report, load("de")).events] == ["custody"]
