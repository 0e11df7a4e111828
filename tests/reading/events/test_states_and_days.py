"""How far events have come, and their days, in short passages that were marked before any rule was made for them."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quellenlage.language import load
from quellenlage.model import Basis, EventMention, Interval, Published, Report
from quellenlage.reading.assemble import read_report
from tests.reading.events.test_passages import DAY, WHY, Row, fits

HERE = Path(__file__)
FILES = ("states_and_days.toml", "reports_in_short.toml", "scope.toml")
PASSAGES = [row for name in FILES for row in tomllib.loads(HERE.with_name(name).read_text(encoding="utf-8"))["passage"]]
PUBLISHED = Published(interval=Interval(earliest=DAY, latest=DAY), basis=Basis.STATED)


def passages(*, lacking: bool) -> list[Any]:
    return [
        pytest.param(
            row["text"],
            row["events"],
            row.get("day", DAY),
            id=row["text"],
            marks=[pytest.mark.xfail(strict=True, reason=WHY[row["lacking"]])] if lacking else [],
        )
        for row in PASSAGES
        if ("lacking" in row) is lacking
    ]


def events(text: str, published: Published = PUBLISHED) -> tuple[EventMention, ...]:
    return read_report(Report(uri="a", text=text, published=published), load("de")).events


@pytest.mark.parametrize(("text", "rows", "day"), passages(lacking=False) + passages(lacking=True))
def test_state_and_days_are_read_as_marked(text: str, rows: list[Row], day: date) -> None:
    found = events(text, Published(interval=Interval(earliest=day, latest=day), basis=Basis.STATED))
    for row in rows:
        assert any(fits(event, text, row, day) for event in found), [(e.span, e.status, e.interval) for e in found]


CASES = [
    ("Nordwerk verklagt Ohlsen\n\nNordwerk will die Stadt Ohlsen verklagen.", "verklagt", "planned", "/"),
    (
        "Nordwerk schließt Werk in Ohlsen\n\nNordwerk hat am Dienstag sein Werk in Ohlsen geschlossen.",
        "schließt",
        "happened",
        "/",
    ),
    ("Die Geräte, die verladen und an die Küste gebracht worden sein sollen, sind weg.", "verladen", "happened", "/"),
    ("Die Präsidentin soll nach Angaben der Zeitung am Montag schon abgereist sein.", "abgereist", "happened", "-2/-2"),
    ("Anders als am Montag gemeldet, starben bei dem Brand zwei und nicht drei Gäste.", "starben", "happened", "/"),
    ("Anders als am Montag angekündigt, öffnet das Bad erst im Mai.", "öffnet", "planned", "+49/+79"),
    ("Ein Bote will von einer Überweisung wissen.", "Überweisung", "happened", "/"),
    ("An der ersten Sitzung des Rates am 4. April ändert sich nichts.", "Sitzung", "confirmed", "+22/+22"),
    ("Am Dienstag hat das Amt das Badeverbot nach 16 Tagen aufgehoben.", "Badeverbot", "happened", "/-1"),
    ("Das Gericht hob das Urteil am Montag auf.", "hob", "happened", "-2/-2"),
    (
        "Sie nahmen ihn am Montag fest. Zeitgleich mit der Festnahme durchsuchte das Amt den Hof.",
        "durchsuchte",
        "happened",
        "-2/-2",
    ),
    ("Das Gericht hob am Montag das Urteil aus dem Jahr 2020 auf.", "hob", "happened", "-2/-2"),
    ("Sie nahmen ihn am Montag fest. Zeitgleich läuft die Fahndung.", "Fahndung", "ongoing", "/"),
    ("Am Freitag, wenn das Eis geschmolzen sei, könnten die Züge wieder fahren.", "fahren", "possible", "+2/+2"),
    ("Am Freitag könnte der Dieb den Wagen gestohlen haben.", "gestohlen", "possible", "-5/-5"),
    ("Er könnte am Freitag verletzt worden sein.", "verletzt", "possible", "-5/-5"),
    ("Der Kauf ist am Preis gescheitert.", "Kauf", "cancelled", "/"),
    ("Der Verein verzichtet auf den Kauf des Spielers.", "Kauf", "cancelled", "/"),
    ("Das Konzert wurde verschoben. Es soll nun am 2. April stattfinden.", "Konzert", "planned", "+20/+20"),
    ("Die für Freitag geplante Feier wurde auf Montag verschoben.", "Feier", "planned", "+5/+5"),
    ("Der Markt, der am Samstag auf dem Platz stattfinden sollte, ist abgesagt.", "Markt", "cancelled", "+3/+3"),
    ("Das Spiel am Samstag fiel aus.", "Spiel", "cancelled", "-4/-4"),
    ("Die Brücke sollte am Montag öffnen, doch daraus wurde nichts.", "öffnen", "cancelled", "-2/-2"),
    ("Das Amt ordnete am Dienstag den sofortigen Rückruf des Modells an.", "Rückruf", "happened", "-1/-1"),
    (
        "Die Ministerin hatte bei einem Besuch in Oslo am 1. März gesagt, sie sei zufrieden.",
        "Besuch",
        "happened",
        "-12/-12",
    ),
    ("Am Montag trat die Chefin vor die Belegschaft und verkündete ihren Rücktritt.", "Rücktritt", "happened", "-2/-2"),
    ("Damals wies das Land zwei Diplomaten aus, das war im Februar.", "wies", "happened", "-41/-13"),
    ("Der Verein will von Montag an wieder trainieren.", "trainieren", "planned", "+5/"),
    ("Das Turnier ist zwischen dem 21. und dem 24. März geplant.", "Turnier", "planned", "+8/+11"),
    ("In der Nacht zum Dienstag brannte die Halle.", "brannte", "happened", "-2/-1"),
    ("In der Nacht zum Dienstag brannte die Halle. Am Morgen stürzte das Dach ein.", "stürzte", "happened", "-1/-1"),
    ("Am Dienstag, einen Tag nach dem Unglück, wurde die Grube geflutet.", "Unglück", "happened", "-2/-2"),
    ("Gut zwei Wochen nach dem Unglück wurde die Grube am Dienstag geflutet.", "Unglück", "happened", "/"),
    ("Nicht am Freitag, sondern am Samstag werde er aussagen, hieß es.", "aussagen", "planned", "+3/+3"),
    ("Das Spiel vom Samstag wird am 3. April nachgeholt.", "Spiel", "planned", "+21/+21"),
    ("In Ohlsen hat am Dienstag der Prozess begonnen.", "Prozess", "happened", "-1/-1"),
    ("Die Untersuchung des Unglücks vom 1. März ist abgeschlossen.", "Untersuchung", "happened", "/"),
    ("Am 28. März ist in Lund ein Gottesdienst geplant.", "Gottesdienst", "planned", "+15/+15"),
    ("Das Treffen wurde am Montag vereinbart.", "Treffen", "planned", "/"),
    ("Sie sagte ihren Auftritt am Samstag ab.", "Auftritt", "cancelled", "+3/+3"),
    ("Der Streik endet am Freitag.", "Streik", "ongoing", "/+2"),
    ("A 61 bei Brenzau bis Freitag gesperrt", "gesperrt", "ongoing", "/+2"),
    ("9.40 Uhr: Der Bahnhof wird geräumt.", "geräumt", "ongoing", "/"),
    ("Alle Löhne seien gezahlt worden, entgegnete die Firma.", "gezahlt", "happened", "/"),
    ("Berichte, das Werk sei verkauft worden, seien falsch, sagte die Firma.", "verkauft", "denied", "/"),
    ("Die Firma wies Berichte zurück, das Werk sei verkauft worden.", "verkauft", "denied", "/"),
    ("Mit dem Angriff habe sein Mandant nichts zu tun, sagte der Anwalt.", "Angriff", "happened", "/"),
    ("Die Gespräche über eine Übernahme sind gescheitert.", "Übernahme", "cancelled", "/"),
    ("Die Bürger wollen die Schließung verhindern.", "Schließung", "planned", "/"),
    ("Den Beschäftigten droht die Kündigung.", "Kündigung", "possible", "/"),
    ("Ob Lösegeld gezahlt wurde, sagte sie nicht.", "gezahlt", "possible", "/"),
    ("Dass der Laden schließt, mag er nicht glauben.", "schließt", "possible", "/"),
    ("In der Nacht vor der Abreise soll er gezecht haben.", "Abreise", "happened", "/"),
    ("Grund ist der Rückzug der Bank.", "Rückzug", "planned", "/"),
    ("Ihr letztes Spiel macht sie am 3. April.", "Spiel", "planned", "+21/+21"),
    # A sentence without a day goes on with the one before it; a lead has that of the next.
    ("Am Montag riss ein Seil. Zwei Arbeiter wurden verletzt.", "verletzt", "happened", "-2/-2"),
    ("Am Montag riss ein Seil. Zuvor waren schon zwei Arbeiter verletzt worden.", "verletzt", "happened", "/"),
    ("Am Montag begann der Prozess. Zwei Zeugen seien bedroht worden, sagte sie.", "bedroht", "happened", "/"),
    ("Am Montag riss ein Seil.\n\nZwei Arbeiter wurden verletzt.", "verletzt", "happened", "/"),
    ("Der Kreis hilft den Winzern.\nDas Haus hat den Zuschuss bewilligt.", "bewilligt", "happened", "/"),
    (
        "Der Kreis hat den Winzern einen Zuschuss bewilligt. Der Ausschuss stimmte am Montag zu.",
        "bewilligt",
        "happened",
        "-2/-2",
    ),
    # So many days after it: by the report's own day in its first sentence.
    ("Drei Tage nach dem Beben in Ohlsen wächst die Not.", "Beben", "happened", "-3/-3"),
    ("Drei Tage nach dem Unfall in Ohlsen ist der Fahrer gestorben.", "Unfall", "happened", "-4/-3"),
    ("Es ist kalt. Drei Tage nach dem Beben in Ohlsen wächst die Not.", "Beben", "happened", "/"),
    ("Die Feier am 16. März wird um zwei Wochen verschoben.", "Feier", "planned", "+17/+17"),
    ("Die Feier wird um zwei Wochen verschoben.", "Feier", "planned", "/"),
    ("Die Kommission rechnet mit einer Auszahlung Ende Mai.", "Auszahlung", "planned", "+69/+79"),
    ("An der Kundgebung beteiligten sich am Montag 300 Menschen.", "Kundgebung", "happened", "-2/-2"),
    ("Die Familie hat am Montag eine Entschädigung erhalten.", "Entschädigung", "happened", "-2/-2"),
    ("Am Montag fiel Schnee. Seit dem Morgen suchen Helfer nach dem Jungen.", "suchen", "ongoing", "+0/"),
    ("Sie bat darum, die Feuerpause über den 2. April hinaus zu verlängern.", "Feuerpause", "ongoing", "/"),
    # What holds since then goes on, what is to be ended too.
    ("Der Tunnel ist seit Montag gesperrt.", "gesperrt", "ongoing", "-2/"),
    ("Der Brand ist seit Montag gelöscht.", "gelöscht", "happened", "-2/-2"),
    ("Der Minister forderte die Bauern auf, die Blockade zu beenden.", "Blockade", "ongoing", "/"),
    ("Die Landrätin verlangt ein Ende der Blockade.", "Blockade", "ongoing", "/"),
    ("Der Waldbrand hat sich am Montag ausgebreitet.", "Waldbrand", "ongoing", "-2/-2"),
    ("Am Gipfel in Oslo werde festgehalten, sagte sie.", "Gipfel", "confirmed", "/"),
    ("Sie bekräftigte, dass der König im Mai zum Gegenbesuch kommt.", "Gegenbesuch", "confirmed", "+49/+79"),
    # A day that it is not, one that people expect, one a length behind the old one.
    ("Der Rat werde sich nicht schon am Donnerstag treffen, hieß es.", "treffen", "planned", "/"),
    (
        "Die Fähren fahren nicht schon am Freitag wieder, sondern erst am 24. März.",
        "fahren",
        "planned",
        "+11/+11",
    ),
    ("Mit einem Urteil rechnet das Gericht am 25. März.", "Urteil", "planned", "+12/+12"),
    ("„Wir rechnen noch in diesem Monat mit der Auslieferung“, sagte sie.", "Auslieferung", "planned", "+0/+18"),
    ("Für Freitag hat sich das Amt zur Inspektion des Hafens angesagt.", "Inspektion", "planned", "+2/+2"),
    ("Für Montag berief der Rat eine Versammlung ein.", "Versammlung", "planned", "+5/+5"),
    (
        "Die Feier war für Freitag vorgesehen und soll nun eine Woche später stattfinden.",
        "Feier",
        "planned",
        "+9/+9",
    ),
    ("Am Dienstag traten die Fahrer zum zweiten Mal in einen Warnstreik.", "Warnstreik", "happened", "-1/-1"),
    ("Der Stromausfall ist seit Dienstagmorgen behoben.", "Stromausfall", "happened", "/-1"),
    ("Eigentlich hätte die Zeugin am Donnerstag aussagen sollen.", "aussagen", "cancelled", "-6/+1"),
    ("Die Firma hatte am Freitag mitgeteilt, das Werk am 3. Mai zu schließen.", "schließen", "planned", "+51/+51"),
    (
        "Sie hat am 1. März Revision eingelegt. „Das Gericht hat den Falschen verurteilt“, sagt sie.",
        "verurteilt",
        "happened",
        "/",
    ),
    # What holds, what there was though somebody had no part in it, what stays with the plan.
    ("Die Landesstraße ist noch immer gesperrt.", "gesperrt", "ongoing", "/"),
    ("Damit ist die Suche beendet, an der 60 Helfer beteiligt waren.", "Suche", "happened", "/"),
    ("Die Suche nach dem Jungen geht weiter.", "Suche", "ongoing", "/"),
    ("Er muss sich seit Dienstag vor dem Landgericht verantworten.", "verantworten", "ongoing", "-1/"),
    ("Die Sanktionen gegen die Reederei bleiben in Kraft.", "Sanktionen", "ongoing", "/"),
    ("Der Beschluss bleibe vorerst in Kraft, sagte sie.", "Beschluss", "happened", "/"),
    ("Der Rat müsse seinen Beschluss zurücknehmen, forderte sie.", "Beschluss", "happened", "/"),
    ("Er sei an dem Überfall nicht beteiligt gewesen, sagte der Anwalt.", "Überfall", "happened", "/"),
    ("Er bestreitet, an dem Überfall beteiligt gewesen zu sein.", "Überfall", "happened", "/"),
    ("„Das Konzert findet statt“, sagte die Intendantin.", "Konzert", "confirmed", "/"),
    ("Das Konzert findet im Park statt.", "Konzert", "planned", "/"),
    ("Nach dem Beschluss, das Werk in Ohlsen zu schließen, ist es still.", "schließen", "planned", "/"),
    ("Nach der Drohung, das Werk in Ohlsen zu schließen, ist es still.", "schließen", "possible", "/"),
    # Verbs of two words, and one that is taken for an adjective.
    ("Ein Bus blieb am Dienstag bei Lund im Schnee stecken.", "stecken", "happened", "-1/-1"),
    ("In Ohlsen ist am Dienstag ein Zug entgleist.", "entgleist", "happened", "-1/-1"),
]


@pytest.mark.parametrize(("text", "on", "status", "days"), CASES)
def test_a_rule_of_state_or_day_holds(text: str, on: str, status: str, days: str) -> None:
    found = events(text)
    row = {"on": on, "status": status, "days": days}
    assert any(fits(e, text, row) for e in found), [(e.span, e.status, e.interval) for e in found]


def test_an_undated_report_keeps_which_words_give_a_day() -> None:
    text = "Am Montag trat die Chefin vor die Belegschaft und verkündete ihren Rücktritt."
    event = next(e for e in events(text, Published()) if text[e.span.start : e.span.end] == "Rücktritt")
    assert event.time is not None
    assert not event.interval.known


@pytest.mark.parametrize("text", ["Ministerin Voss hat ihren Besuch verschoben.", "Direktor Olm verlegte die Sitzung."])
def test_there_is_no_event_of_who_puts_it_off(text: str) -> None:
    assert {text[e.span.start : e.span.end] for e in events(text)} <= {"Besuch", "Sitzung"}


def test_a_name_is_no_compound() -> None:
    assert not events("Laut Sprecherin Petra Wohlleben kam der Zug am Dienstag zum Stehen.")
