"""What a clause says of an event beside its tense; words in capitals; participles; words that only look like events."""

from datetime import date

import pytest

from quellenlage.language import load
from quellenlage.model import Basis, EventMention, Interval, Published, Report
from quellenlage.reading.assemble import read_report

TUESDAY = Interval(earliest=date(2031, 3, 4), latest=date(2031, 3, 4))
STATED = Published(interval=TUESDAY, basis=Basis.STATED)


def events(text: str, published: Published = STATED) -> list[tuple[str, EventMention]]:
    report = Report(uri="a", text=text, published=published)
    return [(report.quote(e.span), e) for e in read_report(report, load("de")).events]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Die Kammer wies den Befangenheitsantrag am Montag zurück.", "Befangenheitsantrag", "happened"),
        ("Über das Gesuch müssen andere Richter befinden.", "befinden", "planned"),
        ("Das Ablehnungsgesuch gegen die Richterin ist gescheitert.", "Ablehnungsgesuch", "happened"),
        ("Nun befasst sich das Landgericht mit dem Urteil.", "Urteil", "happened"),
        ("Das Urteil steht noch aus.", "Urteil", "possible"),
        ("Der Angeklagte nahm das Urteil regungslos auf.", "Urteil", "happened"),
        ("Das für Samstag geplante Fest könnte ausfallen.", "Fest", "possible"),
        ("Das für Samstag geplante Fest fällt aus.", "Fest", "cancelled"),
        ("Das Urteil fiel milder aus.", "Urteil", "happened"),
        ("Die Bürger stimmten gegen das Aus.", "Aus", "denied"),
        ("Der Rat genehmigte am Montag den Umbau der Halle.", "Umbau", "planned"),
        ("Ihr Rücktritt steht nicht zur Debatte.", "Rücktritt", "denied"),
        ("Ihr Rücktritt steht zur Debatte.", "Rücktritt", "possible"),
        ("Die Gewerkschaft bekräftigte ihren Aufruf zum Warnstreik.", "Warnstreik", "confirmed"),
        ("Über das vom Ministerium verhängte Verbot verhandelt ein Gericht.", "Verbot", "happened"),
        ("Den Vorwurf der Untreue nannte er frei erfunden.", "Untreue", "denied"),
        ("Ohne den Streik hätten wir das nicht erreicht.", "Streik", "happened"),
        ("Im Prozess um die Kasse haben zwei Zeugen ausgesagt.", "Prozess", "ongoing"),
        ("Frau Holt, treten Sie zurück!", "treten", "possible"),
        ("Das Gericht hat sie auf den 21. Oktober verlegt.", "verlegt", "planned"),
        ("Der Koch wurde nicht am Hafen, sondern in Bergen festgenommen.", "festgenommen", "happened"),
        ("Der Koch wurde nicht festgenommen.", "festgenommen", "denied"),
        ("Wie die Zeitung berichtet, soll die Köchin Belege gefälscht haben.", "gefälscht", "happened"),
        ("Die Schulen sind heute zu.", "zu", "ongoing"),
        ("In Hamar ist seit Montag der Strom weg.", "weg", "ongoing"),
    ],
)
def test_the_status_that_a_clause_gives(text: str, trigger: str, status: str) -> None:
    found = events(text)
    assert (trigger, status) in [(word, e.status.value) for word, e in found]


@pytest.mark.parametrize(
    ("text", "trigger", "frame", "status"),
    [
        ("STARB AUCH DER KOCH?\n\nHamar. Ein Koch liegt im Krankenhaus.", "STARB", "die", "possible"),
        ("POLIZEI VERHAFTET KOCH\n\nHamar. Der Mann schweigt.", "VERHAFTET", "arrest", "happened"),
        ("WAR ES EIN UNFALL?\n\nHamar. Der Mann schweigt.", "UNFALL", "accident", "happened"),
        ("Der verurteilte Koch schweigt.", "verurteilte", "convict", "happened"),
        ("Der Fischer ist vermutlich ertrunken.", "ertrunken", "die", "happened"),
    ],
)
def test_capitals_and_participles_are_read_as_their_verbs(text: str, trigger: str, frame: str, status: str) -> None:
    assert (trigger, frame, status) in [(word, e.frame, e.status.value) for word, e in events(text)]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Aus Justizkreisen und Landkreisen hieß es, der Koch sei krank.", "travel"),
        ("In der Küche wurden zwei Schränke aufgebrochen.", "travel"),
        ("Am Empfang des Hotels stand ein Koch.", "meet"),
        ("Der Verein feuert seinen Trainer.", "attack"),
        ("Vorwürfe gegen Bauministerin Erna Holt: Neue Zeugen", "succeed"),
        ("Wer in die Stadt fährt, muss warten.", "collide"),
        ("Die Proben sind negativ ausgefallen.", "fail"),
        ("Sie trugen verschiedene Masken.", "die"),
        ("Vor dem Haus von Erna Holt türmen sich die Säcke.", "flee"),
        ("Die Schule bleibt bis Ende April offen.", "shut"),
    ],
)
def test_words_that_only_look_like_an_event(text: str, frame: str) -> None:
    assert frame not in [e.frame for _, e in events(text)]


def test_a_weekday_in_a_report_without_a_date_lies_ahead() -> None:
    found = events("Am Mittwoch legen die Fahrer die Arbeit nieder.", Published())
    assert [(word, e.status.value) for word, e in found] == [("legen", "planned")]
