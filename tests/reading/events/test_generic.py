"""Events of no frame: by verb, by the make of a noun, by what a noun is said to do; and what names no event."""

from datetime import date

import pytest

from quellenlage.language import load
from quellenlage.model import Basis, EventMention, Interval, Published, Report
from quellenlage.reading.assemble import read_report
from quellenlage.reading.events.derivation import derived, likeliest, root

TUESDAY = Interval(earliest=date(2031, 3, 4), latest=date(2031, 3, 4))


def told(text: str) -> dict[str, EventMention]:
    report = Report(uri="a", text=text, published=Published(interval=TUESDAY, basis=Basis.STATED))
    return {report.quote(e.span): e for e in read_report(report, load("de")).events}


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("Umwandlung", "umwandeln"),
        ("Registrierung", "registrieren"),
        ("Brückensperre", "sperren"),
        ("Kapitulation", "kapitulieren"),
        ("Musterung", "mustern"),
        ("Notlandung", "notlanden"),
        ("Firmenauflösung", "auflösen"),
    ],
)
def test_a_noun_goes_back_to_its_verb(noun: str, verb: str) -> None:
    assert root(noun, "de") == verb


@pytest.mark.parametrize(
    "noun", ["Regierung", "Zeitung", "Meinung", "Ausschuss", "Station", "Tisch", "Bevölkerung", "Nation", "Wohnung"]
)
def test_a_noun_that_only_looks_derived_is_no_event(noun: str) -> None:
    assert derived(noun, "de") is None


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Bei der Umwandlung der Genossenschaft gab es Streit.", "Umwandlung", "happened"),
        ("Die Registrierung der Gäste beginnt am Donnerstag.", "Registrierung", "planned"),
        ("Am Montag kam es zu einer Umstürzung.", "Umstürzung", "happened"),
        ("Der Laternenumzug findet am Samstag statt.", "Laternenumzug", "planned"),
        ("Der Ball des Vereins wurde abgesagt.", "Ball", "cancelled"),
        ("Die Taucher haben am Montag den Kanal vermessen.", "vermessen", "happened"),
        ("Der Zoo will im Mai zwei Zebras auswildern.", "auswildern", "planned"),
        ("Die Parade soll am Samstag wie vereinbart stattfinden.", "Parade", "confirmed"),
        ("Das Fahrverbot bleibt bestehen.", "Fahrverbot", "ongoing"),
        ("Die Trainerin bleibt suspendiert.", "suspendiert", "ongoing"),
        ("Die Wirtin will drei Zelte anfordern, falls es regnet.", "anfordern", "possible"),
        ("Zwei Boote seien angefordert, sagte die Wirtin.", "angefordert", "happened"),
    ],
)
def test_events_of_no_frame(text: str, trigger: str, status: str) -> None:
    found = told(text)
    assert trigger in found, found.keys()
    assert found[trigger].status == status


@pytest.mark.parametrize(
    ("text", "trigger", "frame", "status"),
    [
        ("Die Molkerei verzichtete auf den Kauf.", "Kauf", "buy", "cancelled"),
        ("Eine Anklage sei ausgeschlossen.", "Anklage", "charge", "denied"),
        ("Der Verkauf ist denkbar.", "Verkauf", "buy", "possible"),
        ("Das Amt lehnte eine Untersuchung ab.", "Untersuchung", "inspect", "denied"),
        ("Von einem Verkauf wisse man nichts.", "Verkauf", "buy", "denied"),
        ("Gegen die Verweigerung der Erlaubnis klagte der Wirt.", "Verweigerung", "refuse", "happened"),
        ("Bei der Erstürmung der Kaserne brach Feuer aus.", "Erstürmung", "attack", "happened"),
        ("Die Intendantin ist nicht beurlaubt.", "beurlaubt", "suspend", "denied"),
    ],
)
def test_a_sign_in_its_clause_makes_a_noun_its_verbs_event(text: str, trigger: str, frame: str, status: str) -> None:
    found = told(text)
    assert trigger in found, found.keys()
    assert (found[trigger].frame, found[trigger].status) == (frame, status)


def test_a_noun_that_is_held_is_the_event_elsewhere_too() -> None:
    assert "Ball" in told("Der Ball wurde abgesagt. Auf den Ball hatten sich viele gefreut.")


@pytest.mark.parametrize(
    "text",
    [
        "Das stellt den ganzen Plan in Frage.",
        "Die Wohnung liegt an der Küste.",
        "Die Ministerin spielt dabei eine Rolle.",
        "Er meint, die Regierung habe die Führung verloren geglaubt.",
        "Die Meinung der Bürger ist geteilt.",
        "Beim Anstoßen mit Sekt war es still.",
        "Mit den Tests ist man zufrieden.",
        "Der Kragen ist ihr geplatzt.",
        "Der Wirt nannte den Vorschlag verfrüht.",
        "Die Wirtin erhob Vorwürfe.",
        "Bei Einbruch der Dunkelheit war es still.",
        "Das werde kein gutes Licht auf die Stadt werfen.",
        "Sie werden dafür einen hohen Preis zahlen.",
        "Am Tag der Befreiung ist schulfrei.",
        "Die Bescheinigung liegt bei.",
        "Am Hemd war ein Blutfleck.",
        "Die Rücklage beträgt drei Millionen.",
    ],
)
def test_idioms_states_and_things_are_no_events(text: str) -> None:
    assert told(text) == {}


def test_a_participle_before_a_noun_tells_what_happened_to_it() -> None:
    found = told("Der Händler hat die gestohlenen Bilder behalten.")
    assert (found["gestohlenen"].frame, found["gestohlenen"].status) == ("steal", "happened")


@pytest.mark.parametrize(
    ("text", "trigger", "frame"),
    [
        ("Der zurückgetretene Minister schwieg.", "zurückgetretene", "resign"),
        ("Die gesunkene Fähre liegt auf Grund.", "gesunkene", "sink"),
        ("Die entlaufene Kuh wurde am Abend eingefangen.", "entlaufene", "run_away"),
    ],
)
def test_a_participle_before_a_noun_tells_what_it_did(text: str, trigger: str, frame: str) -> None:
    assert told(text)[trigger].frame == frame


def test_what_only_moves_is_no_event_before_a_noun() -> None:
    assert "gesunkenen" not in told("Die gesunkenen Preise helfen den Mietern.")


@pytest.mark.parametrize(
    ("text", "trigger", "frame"),
    [
        ("Cyber-Attacke auf das Rathaus", "Cyber-Attacke", "hack"),
        ("Die Razzien dauerten bis zum Mittag.", "Razzien", "search"),
        ("Beim Sturz von der Leiter brach er sich den Arm.", "Sturz", "generic"),
        ("Paukenschlag im Stadtrat", "Paukenschlag", "generic"),
        ("Die Kehrtwende der Senatorin überraschte alle.", "Kehrtwende", "reverse"),
    ],
)
def test_a_noun_has_its_kind_whatever_its_spelling_and_number(text: str, trigger: str, frame: str) -> None:
    assert told(text)[trigger].frame == frame


def test_a_noun_of_several_kinds_names_the_likeliest_first() -> None:
    assert likeliest("Treppensturz", "de") == "accident"
    assert likeliest("Polit-Beben", "de") == "departure"
    assert likeliest("Laterne", "de") is None


@pytest.mark.parametrize("model", ["hanta"])
def test_tags_and_lemmas_are_enough(model: str) -> None:
    from quellenlage.language import Language, pipeline  # noqa: PLC0415 -- the second pipeline is for this test alone

    report = Report(
        uri="a",
        text="Der Deich brach am Montag. Die Schulen wurden geschlossen.",
        published=Published(interval=TUESDAY, basis=Basis.STATED),
    )
    found = read_report(report, Language("de", pipeline("de", model=model))).events
    assert {report.quote(e.span) for e in found} == {"brach", "geschlossen"}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Die Bürgerämter sollen Anfang November folgen.", "folgen"),
        ("Der Rat hat die Satzung am Montag erhalten.", "erhalten"),
        ("Der Einbruch sei früh bemerkt worden, sagte die Wirtin.", "Einbruch"),
        ("Zugriff im Morgengrauen! Die Polizei schweigt.", "Zugriff"),
    ],
)
def test_a_day_or_its_own_meaning_makes_an_event(text: str, trigger: str) -> None:
    assert trigger in told(text)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Eine Verwechslung habe es nie gegeben, sagte die Ärztin.", "Verwechslung", "denied"),
        ("Es habe weder einen Anruf noch einen Brief gegeben, sagte der Wirt.", "Anruf", "denied"),
        ("„An der Tür hat niemand geklopft“, sagte der Wirt.", "geklopft", "denied"),
        ("Die Wirtin sagte, die Werft habe das Dorf um sieben Uhr gewarnt.", "gewarnt", "happened"),
        ("Der Verein sei erst am Montag unterrichtet worden, sagte die Wirtin.", "unterrichtet", "happened"),
    ],
)
def test_somebody_tells_what_there_was_and_who_was_told(text: str, trigger: str, status: str) -> None:
    found = told(text)
    assert trigger in found, found.keys()
    assert found[trigger].status == status


def test_what_a_source_lets_somebody_know_is_no_act() -> None:
    assert "warnte" not in told("Die Wirtin warnte die Gäste vor dem Sturm.")


def test_the_known_dead_are_no_news() -> None:
    assert told("Die Feier für die drei Toten ist am Samstag.").keys() == {"Feier"}
    assert "Tote" in told("Bei dem Brand gab es drei Tote.")


@pytest.mark.parametrize("text", ["Der Rat erhält Briefe.", "Ob sie zahlt, ist offen.", "Das Geld folgt nicht."])
def test_without_a_day_many_verbs_tell_nothing(text: str) -> None:
    assert not told(text).keys() & {"erhält", "offen", "folgt"}


def test_who_accepts_an_invitation_is_the_one_who_comes() -> None:
    text = "Karl Lang in Oslo Eva Lund nimmt Einladung zu Gegenbesuch an."
    report = Report(uri="a", text=text, published=Published(interval=TUESDAY, basis=Basis.STATED))
    reading = read_report(report, load("de"))
    names = {entity.id: entity.name for entity in reading.entities}
    visit = next(event for event in reading.events if event.lemma == "Gegenbesuch")
    assert [(p.role, names[p.entity]) for p in visit.participants] == [("agent", "Eva Lund")]
    assert visit.place is None
