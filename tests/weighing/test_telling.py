"""Who tells an event, and who only refers to it."""

import re
from dataclasses import replace

import pytest

from quellenlage.model import (
    EventMention,
    Factuality,
    Links,
    Reading,
    Report,
    Span,
    Stance,
    Statement,
    StatementType,
    Status,
    TimeExpression,
    TimeType,
)
from quellenlage.weighing import telling
from quellenlage.weighing.casebook import open_casebook


def told(
    text: str,
    trigger: str,
    status: Status = Status.HAPPENED,
    day: str = "",
    content: Span | None = None,
    stance: Stance = Stance.ASSERTS,
) -> bool:
    start = text.index(trigger)
    said = (
        Statement(id="s", report="r", content=(content,), type=StatementType.INDIRECT, stance=stance)
        if content
        else None
    )
    mention = EventMention(
        id="m",
        report="r",
        span=Span(start, start + len(trigger)),
        sentence=Span(0, len(text)),
        frame="accident",
        plover=None,
        lemma=trigger,
        status=status,
        factuality=Factuality.CERTAIN,
        statement="s" if said else None,
    )
    times = [
        TimeExpression(id="t", report="r", span=Span(m.start(), m.end()), type=TimeType.DATE, value="2024-05-13")
        for m in re.finditer(re.escape(day), text)
        if day
    ]
    report = Report(uri="r", text=text, id="r")
    reading = Reading(report=report, times=tuple(times), statements=(said,) if said else (), events=(mention,))
    return telling.tells(mention, open_casebook(Links(readings=(reading,))))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Am Montag stießen zwei Fähren zusammen.", "stießen"),
        ("Auf dem See kam es zu einem Unfall.", "Unfall"),
        ("Die Verhandlungen dauerten drei Stunden.", "Verhandlungen"),
        ("Die Behörde leitete ein Verfahren ein.", "Verfahren"),
        ("Ihr für heute angesetzter Auftritt entfällt.", "Auftritt"),
        ("Er sagte seinen für heute versprochenen Besuch ab.", "Besuch"),
        ("Die Werft will die Halle am Montag in Betrieb nehmen.", "Betrieb"),
        ("Gesucht wird nach einem Fahrer, der vom Hafen geflohen ist.", "geflohen"),
        ("Bei einem Brand starb ein Kellner.", "Brand"),
        ("Nun steht es fest: Der lange Streik am Hafen dauert an.", "Streik"),
        ("Nun steht es fest: Der Streik beendete Lunds Amtszeit.", "Streik"),
        ("Die im Rathaus tagende Runde beendete Gespräche über den Hafen.", "beendete"),
        ("Dem Rat zufolge wurde das in Altmoos geplante Lager verkauft.", "verkauft"),
        ("Die Stadt rechnet noch im Mai mit der Öffnung.", "Öffnung"),
        ("Er beschloss, die Halle zu räumen.", "räumen"),
        ("Am Montag der Umzug, am Dienstag das Fest: So war es geplant.", "Umzug"),
        ("Wie geplant begann am Montag der Umzug.", "Umzug"),
        ("Gesucht wird nach einem Fahrer, der am Montag floh.", "floh"),
        ("Die Fähren, die am Montag ablegten, waren voll.", "ablegten"),
        ("Der Wirt sagte, die Halle brannte schon am Montag.", "brannte"),
    ],
)
def test_a_verb_tells_and_a_noun_that_the_clause_is_about(text: str, trigger: str) -> None:
    assert told(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Nach dem Unfall blieb die Straße zu.", "Unfall"),
        ("Der Beginn des Streiks ist offen.", "Streiks"),
        ("Sie las in den gefälschten Listen.", "gefälschten"),
        ("Die Akte der verstorbenen 81-Jährigen fehlt.", "verstorbenen"),
        ("Die Stadt prüft den Vertrag, den der Rat im Mai geschlossen hatte.", "geschlossen"),
        ("Sie trat Befürchtungen entgegen, die Halle werde verkauft.", "verkauft"),
        ("Dass er die Liste gefälscht habe, sei nicht zu beweisen.", "gefälscht"),
        ("Wer den Brand legte, ist unklar.", "Brand"),
        ("Beim Streik der Fahrer regnete es.", "Streik"),
        ("Offen blieb, warum die Fähre ablegte.", "ablegte"),
        ("Sollte die Werft die Halle verkaufen, klagt der Verein.", "verkaufen"),
        ("Korrektur: Gestern schrieben wir, die Werft habe die Halle verkauft.", "verkauft"),
        ("Dass die Werft die Halle verkaufte, ärgert hier fast jeden.", "verkaufte"),
        ("Eva Lund, die am Hafen gefasst wurde, schweigt.", "gefasst"),
        ("Wegen eines Streiks der Fahrer blieb die Halle zu.", "Streiks"),
        ("Der in Altmoos gefasste Kellner schweigt.", "gefasste"),
        ("Über das vom Rat verhängte Verbot verhandelt das Gericht.", "Verbot"),
        ("Alles stand in der Akte: der Streik, der geplatzte Umzug, schließlich der Brand im Hafen.", "Streik"),
        ("Alles stand in der Akte: der Streik, der geplatzte Umzug, schließlich der Brand im Hafen.", "Umzug"),
        ("Alles stand in der Akte: der Streik, der geplatzte Umzug, schließlich der Brand im Hafen.", "Brand"),
        ("Das Gericht hat die Klage am Freitag abgewiesen.", "Klage"),
        ("Auch der Brand im Hafen werde jetzt untersucht.", "Brand"),
        ("Ein Ausschuss soll den Brand im Hafen untersuchen.", "Brand"),
        ("Der Tod des Wirts erschüttere sie.", "Tod"),
        ("Der Verein begrüßte die Prüfung.", "Prüfung"),
        ("Die Flut hat große Schäden angerichtet.", "Flut"),
        ("Norderende (dpa) - Nach dem Unfall blieb die Straße zu.", "Unfall"),
        ("Sie fragte, wohin das Geld verschwunden sei.", "verschwunden"),
        ("Er wartet, solange das Gericht nicht gesprochen hat.", "gesprochen"),
        ("Dem Wirt wird vorgeworfen, die Halle im Mai angezündet zu haben.", "angezündet"),
        ("Der Vorwurf, er habe die Liste gefälscht, sei erfunden.", "gefälscht"),
        ("Sie kam, als die Halle schon brannte.", "brannte"),
        ("Eine Woche nach dem Beschluss, die Halle zu räumen, ist es still.", "räumen"),
        ("Der Tod des Wirts vom Montag beschäftigt nun die Justiz.", "Tod"),
        ("Den Antrag gegen den Wirt lehnte der Rat am Montag ab.", "Antrag"),
        ("Am Morgen des Unfalls lag Nebel über dem See.", "Unfalls"),
        ("Wie viele Karten verkauft wurden, blieb offen.", "verkauft"),
        ("Offen ist, wie lange die Straße gesperrt wird.", "gesperrt"),
        ("Den Streik nennt der Wirt ein Ärgernis.", "Streik"),
        ("Eva Lund, die am Montag zurücktrat, ist verreist.", "zurücktrat"),
    ],
)
def test_a_noun_behind_a_preposition_refers(text: str, trigger: str) -> None:
    assert not told(text, trigger)


def denied(text: str, trigger: str) -> bool:
    start = text.index(trigger)
    mention = EventMention(
        id="m",
        report="r",
        span=Span(start, start + len(trigger)),
        sentence=Span(0, len(text)),
        frame="attack",
        plover=None,
        lemma=trigger,
        status=Status.DENIED,
        factuality=Factuality.CERTAIN_NOT,
    )
    return telling.denies(mention, Report(uri="r", text=text, id="r"))


@pytest.mark.parametrize(
    ("text", "trigger", "denies"),
    [
        ("Einen Angriff habe es nie gegeben.", "Angriff", True),
        ("Sein Mandant hat mit dem Angriff nichts zu tun.", "Angriff", False),
        ("Er setze sich nicht an den Tisch, solange das Gericht nicht gesprochen habe.", "gesprochen", False),
        ("Ohne den Angriff wären wir nie gekommen.", "Angriff", False),
    ],
)
def test_who_denies_an_event_and_who_only_names_it(text: str, trigger: str, denies: bool) -> None:
    assert denied(text, trigger) is denies


def test_what_will_not_be_is_not_told_as_a_question() -> None:
    assert not told("Offen blieb, warum der Umzug ausfiel.", "Umzug", Status.CANCELLED)
    assert told("Der Umzug fiel aus.", "Umzug", Status.CANCELLED)


def test_what_was_called_off_is_told_but_not_by_an_attribute_behind_a_preposition() -> None:
    assert told("Der für heute abgesagte Umzug wird nachgeholt.", "Umzug", Status.CANCELLED)
    assert told("Aus dem geplanten Umzug am Montag wird nichts.", "Umzug", Status.CANCELLED)
    assert not told("Die Karten vom abgesagten Umzug gelten weiter.", "Umzug", Status.CANCELLED)
    assert not told("Sie gab die Karten für den abgesagten Umzug zurück.", "Umzug", Status.CANCELLED)


def test_a_correction_tells_what_it_puts_right() -> None:
    text = "Berichtigung: Anders als gemeldet wurde die Halle nicht verkauft."
    assert not told(text, "verkauft")
    assert told(text, "verkauft", Status.DENIED)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Beim Umzug am Montag sangen alle.", True),
        ("In der langen Sitzung am Montag stritt der Rat.", True),
        ("Beim Umzug durch die Altstadt sangen alle.", False),
        ("Sie dankte dem Wirt bei ihrem Umzug am Montag.", False),
        ("Nach dem Umzug am Montag blieb die Straße zu.", False),
        ("Bei dem Umzug am Montag war ein Kind verletzt worden.", False),
    ],
)
def test_what_happened_at_an_event_on_its_day_tells_it(text: str, place: bool) -> None:
    trigger = "Umzug" if "Umzug" in text else "Sitzung"
    assert told(text, trigger, day="am Montag") is place


def test_who_says_it_before_what_is_thought_of_it_tells_it() -> None:
    text = "Dass die Halle verkauft wurde, sagte der Wirt am Abend."
    assert not told(text, "verkauft")
    assert told(text, "verkauft", content=Span(0, text.index(",")))
    assert not told("Dass die Halle verkauft wurde, sei ein Glück, sagte der Wirt.", "verkauft", content=Span(0, 46))


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Dieser Streik lade andere ein, sagte der Wirt.", False),
        ("Der Streik von 300 Fahrern sei einfach ein Unding, sagte der Wirt.", False),
        ("Der Streik habe gezeigt, dass die Fahrer einig seien, sagte der Wirt.", False),
        ("Der Streik sei am Montag beendet worden, sagte der Wirt.", True),
        ("Es sei ein Streik geplant, der Wirt wisse das, sagte er.", True),
    ],
)
def test_who_says_what_an_event_is_in_his_eyes_does_not_tell_it(text: str, tells: bool) -> None:
    assert told(text, "Streik", content=Span(0, text.index(", sagte"))) is tells


def test_who_says_what_somebody_is_accused_of_tells_it() -> None:
    text = "Es gehe um den Vorwurf der Untreue, sagte sie."
    assert told(text, "Untreue", content=Span(0, text.index(", sagte")))
    assert not told("Der Wirt nannte den Vorwurf der Untreue haltlos.", "Untreue", content=Span(0, 40))
    assert not told(text, "Untreue")


def test_who_demands_something_about_an_event_does_not_tell_it() -> None:
    text = "Der Rat müsse seinen Beschluss zurücknehmen, forderte der Wirt."
    assert not told(text, "Beschluss", Status.PLANNED, content=Span(0, text.index(",")), stance=Stance.DEMANDS)


def test_headlines_tell_nothing() -> None:
    text = "Fähre rammt Kai\n\nAm Montag rammte eine Fähre den Kai von Norderende."
    assert not told(text, "rammt")
    assert told(text, "rammte")


def test_what_may_be_is_not_told_by_the_report_itself() -> None:
    assert not told("Am Montag könnte die Fähre fahren.", "fahren", Status.POSSIBLE)


def test_what_is_passed_on_without_a_name_is_not_told() -> None:
    text = "Die Fähre soll am Montag gesunken sein."
    start = text.index("gesunken")
    mention = EventMention(
        id="m",
        report="r",
        span=Span(start, start + 8),
        sentence=Span(0, len(text)),
        frame="accident",
        plover=None,
        lemma="sinken",
    )
    assert telling.hearsay(mention)
    assert not telling.hearsay(replace(mention, status=Status.PLANNED))
