"""How far an event has come and on which day, in sentences and headlines from many fields."""

from datetime import date

import pytest

from quellenlage.language import load
from quellenlage.model import Basis, EventMention, Interval, Published, Report
from quellenlage.reading.assemble import read_report

TUESDAY = Interval(earliest=date(2031, 3, 4), latest=date(2031, 3, 4))


def the(text: str, trigger: str) -> EventMention:
    report = Report(uri="a", text=text, published=Published(interval=TUESDAY, basis=Basis.STATED))
    events = read_report(report, load("de")).events
    found = [e for e in events if report.quote(e.span) == trigger]
    assert found, [(report.quote(e.span), e.frame) for e in events]
    return found[0]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Die Zeugin soll am 12. März aussagen.", "aussagen", "planned"),
        ("Die Leiterin bestritt, von dem Unfall gewusst zu haben.", "Unfall", "happened"),
        ("Das Urteil wird für den 20. März erwartet.", "Urteil", "planned"),
        ("Der Angeklagte hat am Montag ein Geständnis abgelegt.", "abgelegt", "happened"),
        ("Ein Geständnis werde es nicht geben, sagte sein Anwalt.", "Geständnis", "denied"),
        ("Der Prozess gegen den Hotelier beginnt am Donnerstag.", "Prozess", "planned"),
        ("Der Prozess wurde auf den 20. März vertagt.", "Prozess", "planned"),
        ("Die Verhandlung wurde am Montag unterbrochen.", "Verhandlung", "happened"),
        ("Die Köchin erschien am Montag nicht vor Gericht.", "erschien", "denied"),
        ("Die Kammer hatte den Zeugen für Montag geladen.", "geladen", "happened"),
        ("Der Staatsanwalt forderte am Montag Untersuchungshaft.", "Untersuchungshaft", "possible"),
        ("Die Gemeinden verständigten sich auf eine Sperrung der Brücke.", "Sperrung", "planned"),
        ("Die Gewerkschaft legte dem Wirt den Rücktritt nahe.", "Rücktritt", "possible"),
        ("Die Bewohner haben ihre Wohnungen verlassen müssen.", "verlassen", "happened"),
        ("Die Wirtin kündigte an, die Verhandlungen fortzusetzen.", "Verhandlungen", "planned"),
        ("Die Züge fahren inzwischen wieder.", "fahren", "happened"),
        ("Eine Räumung des Hauses sei nicht nötig, sagte der Wirt.", "Räumung", "denied"),
        ("Die Pläne für einen Verkauf der Brauerei sind alt.", "Verkauf", "planned"),
        ("Die Anklage wirft ihm vor, das Feuer gelegt zu haben.", "Feuer", "happened"),
        ("Er soll den Brand selbst gelegt haben.", "Brand", "happened"),
        ("In der Nacht zum Sonntag brach der Deich bei Hamar.", "brach", "happened"),
        ("Ein Mann wurde am Sonntag von einem Baum erschlagen.", "erschlagen", "happened"),
        ("Der für Mittwoch geplante Besuch des Ministers wurde abgesagt.", "Besuch", "cancelled"),
        ("Der Minister will das Gebiet nun am Freitag besuchen.", "besuchen", "planned"),
        ("Die Evakuierung der Altstadt läuft.", "Evakuierung", "ongoing"),
        ("Rund 300 Menschen mussten ihre Häuser verlassen.", "verlassen", "happened"),
        ("Die Fähren sollen ab Donnerstag wieder fahren.", "fahren", "planned"),
        ("Der Zugverkehr bleibt bis Mittwoch eingestellt.", "eingestellt", "ongoing"),
        ("Die Schule fällt am Mittwoch aus.", "Schule", "cancelled"),
        ("Das Konzert am Samstag findet nicht statt.", "Konzert", "cancelled"),
        ("Wegen des Sturms wurde das Konzert abgesagt.", "Konzert", "cancelled"),
        ("Bei dem Sturm kamen zwei Menschen ums Leben.", "kamen", "happened"),
        ("Nach der Sturmflut suchen Helfer nach Vermissten.", "suchen", "ongoing"),
        ("Die Suche nach dem Kapitän wurde am Montag eingestellt.", "Suche", "happened"),
        ("Kanzler reist nach Norwegen", "reist", "planned"),
        ("Razzia bei Hafenfirma", "Razzia", "happened"),
        ("Streik bei der Bahn abgewendet", "Streik", "cancelled"),
        ("Hafen nach Explosion gesperrt", "gesperrt", "happened"),
        ("Gericht verschiebt Urteil", "Urteil", "planned"),
        ("Minister tritt zurück", "tritt", "happened"),
        ("Bahn und Gewerkschaft einigen sich", "einigen", "happened"),
        ("Verhandlungen gescheitert", "Verhandlungen", "happened"),
        ("Regierung plant Steuererhöhung", "Steuererhöhung", "planned"),
        ("Ein Sprecher dementierte, dass es eine Razzia gegeben habe.", "Razzia", "denied"),
        ("Von einer Festnahme wisse man nichts, sagte die Polizei.", "Festnahme", "denied"),
        ("Ob es zu einer Einigung kommt, ist offen.", "Einigung", "possible"),
        ("Die Gewerkschaft droht mit einem Streik.", "Streik", "possible"),
        ("Die Polizei schließt einen Anschlag aus.", "Anschlag", "denied"),
        ("Die Ermittler gehen von Brandstiftung aus.", "Brandstiftung", "happened"),
        ("Die Bergung soll am Freitag fortgesetzt werden.", "Bergung", "planned"),
        ("Am Dienstag begann der Streik der Lokführer.", "Streik", "ongoing"),
        ("Der Streik endete am Montag.", "Streik", "happened"),
        ("Das Unternehmen bestätigte den Verkauf des Werks.", "Verkauf", "confirmed"),
        ("Das Werk wird zum 1. Mai geschlossen.", "geschlossen", "planned"),
        ("Die Brücke ist seit Montag gesperrt.", "gesperrt", "ongoing"),
        ("Der Aufsichtsrat tagt am Mittwoch.", "tagt", "planned"),
        ("Die Abstimmung ist für den 9. März angesetzt.", "Abstimmung", "planned"),
        ("Vom 18. bis 19. März treffen sich die Minister in Oslo.", "treffen", "planned"),
        ("Am Tag nach dem Unfall wurde der Fahrer vernommen.", "vernommen", "happened"),
        ("Der Politiker kündigte am Montag seinen Rücktritt an.", "Rücktritt", "planned"),
        ("Die Firma rief am Montag Kindersitze zurück.", "rief", "happened"),
        ("Der Vertrag soll noch in dieser Woche unterzeichnet werden.", "unterzeichnet", "planned"),
        ("Ursprünglich sollte der Gipfel im April stattfinden.", "Gipfel", "cancelled"),
        ("Wird die Brücke jetzt abgerissen?", "abgerissen", "possible"),
        ("Das Gericht hat noch nicht über die Klage entschieden.", "entschieden", "possible"),
        ("Laut Polizei wurden drei Männer verletzt, als am Montag ein Gerüst einstürzte.", "einstürzte", "happened"),
        ("Die Trauerfeier findet am Samstag im Dom statt.", "Trauerfeier", "planned"),
        ("Die Sanierung des Theaters verzögert sich bis Mai.", "Sanierung", "planned"),
        ("Die Beratungen wurden am Abend ohne Ergebnis abgebrochen.", "Beratungen", "happened"),
        ("Der Anwalt rechnet mit einem Freispruch.", "Freispruch", "possible"),
        ("Beim Einsturz eines Daches starben vier Menschen.", "Einsturz", "happened"),
        ("Der Parteitag wählte sie am Samstag zur Vorsitzenden.", "wählte", "happened"),
        ("Sie tritt ihr Amt am 1. April an.", "tritt", "planned"),
        ("Der Umzug durch die Altstadt fällt aus.", "Umzug", "cancelled"),
        ("Am Freitag hatte er eine Einladung nach Oslo erhalten.", "Einladung", "happened"),
        ("Der Flughafen öffnet am Mittwoch wieder.", "öffnet", "planned"),
        ("Zwei Häftlinge sind am Sonntag geflohen.", "geflohen", "happened"),
        ("Die Polizei löste eine nicht genehmigte Kundgebung auf.", "löste", "happened"),
        ("Die Polizei untersagte alle Kundgebungen.", "Kundgebungen", "cancelled"),
        ("Die Firma wies Gerüchte über Kündigungen zurück.", "Kündigungen", "denied"),
        ("Die Zahl der Toten stieg auf zwölf.", "stieg", "happened"),
    ],
)
def test_status(text: str, trigger: str, status: str) -> None:
    assert the(text, trigger).status == status


MONDAY, THURSDAY = date(2031, 3, 3), date(2031, 3, 6)


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "Am Montag fuhr keine Bahn. Um drei Uhr früh hatten die Fahrer die Arbeit niedergelegt.",
            "niedergelegt",
            MONDAY,
        ),
        ("Der Rat tagte am Montag. Dabei kam es zu einem Handgemenge.", "Handgemenge", MONDAY),
        ("Am Montag starben zwei Männer, als ein Gerüst einstürzte.", "einstürzte", MONDAY),
        ("Die Ministerin landete am Montag in Oslo und wurde von Dahl empfangen.", "empfangen", MONDAY),
        ("Am Montag wurden zwei Männer getötet und drei verletzt.", "verletzt", MONDAY),
        ("Der Brand zerstörte am Montag zwei Häuser.", "Brand", MONDAY),
        ("Bei einem Besuch in Hamar sprach sie am Montag mit Bürgern.", "Besuch", MONDAY),
        ("Die Gemeinde plant für Donnerstag einen Gottesdienst.", "Gottesdienst", THURSDAY),
        ("Für Donnerstag ist eine Pressekonferenz angesetzt.", "Pressekonferenz", THURSDAY),
        ("Am Montag kündigte die Gewerkschaft einen Streik an.", "Streik", None),
        ("Die am Montag angekündigte Wahl ist umstritten.", "Wahl", None),
        ("Das im Januar geplatzte Bürgerforum ist vergessen.", "Bürgerforum", None),
        ("Der Deich sei gebrochen, sagte Dahl am Montag.", "gebrochen", None),
    ],
)
def test_day(text: str, trigger: str, day: date | None) -> None:
    assert the(text, trigger).interval.day == day


def test_since_and_until_leave_the_other_end_open() -> None:
    since = the("Seit Montag läuft ein Verfahren gegen die Reederei.", "Verfahren").interval
    assert (since.earliest, since.latest) == (MONDAY, None)
    until = the("Bis Donnerstag soll die Sanierung beendet werden.", "Sanierung").interval
    assert (until.earliest, until.latest) == (None, THURSDAY)


def test_the_hearing_of_a_court_is_no_conversation() -> None:
    text = "Vor dem Landgericht steht ein Gärtner. Die Verhandlung wird am Donnerstag fortgesetzt, sagte der Richter."
    assert the(text, "Verhandlung").frame == "trial"


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Das Hoffest, zu dem am Sonntag viele Gäste erwartet werden, ist abgesagt.", "Hoffest", date(2031, 3, 9)),
        ("Nach dem Unfall, bei dem am Montag zwei Menschen starben, fährt die Bahn.", "Unfall", date(2031, 3, 3)),
        ("Das Urteil wird am 20. März erwartet.", "Urteil", date(2031, 3, 20)),
        ("Statt am Montag wird die Produktion am Freitag wieder anlaufen.", "anlaufen", date(2031, 3, 7)),
        ("Der im Februar abgesagte Umzug wird am 20. März nachgeholt.", "Umzug", date(2031, 3, 20)),
        ("Am Montag ist der Fahrer seinen Verletzungen erlegen.", "erlegen", date(2031, 3, 3)),
    ],
)
def test_the_day_of_what_a_clause_beside_it_tells(text: str, trigger: str, day: date) -> None:
    assert the(text, trigger).interval.day == day


def test_the_day_of_calling_it_off_is_not_its_day() -> None:
    assert not the("Die Feier, die am Montag abgesagt wurde, wird nachgeholt.", "Feier").interval.known


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Unklar ist, wann die Linie wieder bedient wird.", "bedient", "possible"),
        ("Sie kündigte an, die Gespräche würden am Montag aufgenommen.", "Gespräche", "planned"),
        ("„Es wurde eine Frau verhaftet, nicht zwei“, hieß es bei der Polizei.", "verhaftet", "happened"),
        ("Er sagte, die Kisten seien am Freitag verladen worden.", "verladen", "happened"),
        ("Jetzt wird doch nachgezählt\n\nDie Helfer beginnen am Montag.", "nachgezählt", "planned"),
    ],
)
def test_what_stays_open_and_what_is_only_reported(text: str, trigger: str, status: str) -> None:
    assert the(text, trigger).status.value == status


def test_a_punishment_by_its_length_is_nobodys_arrest() -> None:
    text = "Der Staatsanwalt forderte am Montag sechs Jahre Haft."
    report = Report(uri="a", text=text, published=Published(interval=TUESDAY, basis=Basis.STATED))
    assert [e.frame for e in read_report(report, load("de")).events] == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Der Wirt kritisierte am Montag den Rücktritt des Pfarrers.", "Rücktritt"),
        ("Ein Sprecher verteidigte am Montag die Festnahme.", "Festnahme"),
        ("Die Parteien verständigten sich am Montag auf eine Sperrung der Brücke.", "Sperrung"),
    ],
)
def test_a_remark_or_an_accord_gives_the_event_no_day(text: str, trigger: str) -> None:
    assert not the(text, trigger).interval.known
