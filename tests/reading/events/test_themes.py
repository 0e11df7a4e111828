"""The thing an event is about, from the grammar around its word."""

import pytest

from tests.reading.events.test_events import the


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        ("In der Halle ist am Montag Lösungsmittel ausgetreten.", "ausgetreten", "Lösungsmittel"),
        ("Nach dem Austritt von Lösungsmittel wurde die Straße gesperrt.", "Austritt", "Lösungsmittel"),
        ("Die Eröffnung der Brücke wurde verschoben.", "Eröffnung", "Brücke"),
        ("Am Dienstag wurde die Brücke gesperrt.", "gesperrt", "Brücke"),
        ("Die Firma hat die Anlage 3 abgeschaltet.", "abgeschaltet", "Anlage 3"),
        ("Für Mittwoch, den 20. März, haben beide Seiten ein Treffen vereinbart.", "vereinbart", "Treffen"),
        ("Die Beamten durchsuchten das Werk in Altmoos.", "durchsuchten", "Werk"),
    ],
)
def test_what_an_event_is_about(text: str, trigger: str, name: str) -> None:
    event, found = the(text, trigger)
    assert event.theme is not None
    assert event.theme.name == name
    assert found.report.quote(event.theme.span).startswith(name[:4])


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Ministerin Anna Weber reist am Montag nach Norwegen.", "reist"),
        ("Bei dem Unfall wurden zwölf Menschen verletzt.", "verletzt"),
        ("Die Regierung führte am Montag Gespräche.", "Gespräche"),
    ],
)
def test_people_places_times_and_the_event_itself_are_no_theme(text: str, trigger: str) -> None:
    assert the(text, trigger)[0].theme is None
