"""What is no report though it looks like one: names, meanings and rules; and judgements without a verb of saying."""

import pytest

from tests.reading.attribution.reading import read


@pytest.mark.parametrize(
    "text",
    [
        # A name or a meaning.
        "Damals hieß das Gasthaus noch „Zur alten Mühle“.",
        "Der Umbau heißt nicht, dass das Bad im Mai öffnet.",
        "Der Titel des Films lautet „Die Nacht am Fluss“.",
        "Hunderte zogen unter dem Motto „Wir bleiben alle hier im Tal“ durch die Stadt.",
        # What anybody may say, and nouns that only end like one of saying.
        "Im Großen und Ganzen kann man sagen, dass der Damm hält.",
        "Die Gäste versäumten im Anschluss, den Damm zu sichern.",
        # What a name means.
        "Der Platz heißt seit Mai „Neuer Markt am See“, sagte die Bürgermeisterin der Stadt.",
        "Laut der Stadt heißt der Platz jetzt „Plaza del Río“ („Platz am Fluss“).",
        # Done by a rule.
        "Der Kran wird gemäß den Bestimmungen im Mai geprüft.",
        "Der Kran wird gemäß § 8 der Ordnung im Mai geprüft.",
    ],
)
def test_names_meanings_and_rules_are_no_quotations(text: str) -> None:
    said = [s for s in read(text) if s.type == "Direct" or "Stadt" not in text]
    assert said == []


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Im Rathaus heißt es, der Damm sei alt.", "der Damm sei alt", "Rathaus"),
        ("Die Antwort lautete: „Wir gehen nicht.“", "„Wir gehen nicht.“", "Die Antwort"),
        ("Für die Ministerin ist die Lage im Tal „ernst und gefährlich“.", "„ernst und gefährlich“", "die Ministerin"),
        ("Gemäß der Feuerwehr ist der Damm alt.", "ist der Damm alt", "der Feuerwehr"),
        ("Der Rat ließ bauen. Das wurde vom Presseamt bekannt gegeben.", "Der Rat ließ bauen", "Presseamt"),
        ("Nach Meinungsumfragen ist der Damm beliebt.", "ist der Damm beliebt", "Meinungsumfragen"),
        ("In der Mitteilung wird gefordert, dass das Bad schließt.", "dass das Bad schließt", "der Mitteilung"),
    ],
)
def test_what_is_said_all_the_same(text: str, content: str, source: str) -> None:
    found = [
        (text[s.content[0].start : s.content[0].end], text[s.source[0].start : s.source[0].end]) for s in read(text)
    ]
    assert (content, source) in [(c, s.removeprefix("Im ")) for c, s in found]


def test_what_stands_before_gemaess_is_no_source_where_one_stands_behind() -> None:
    text = "Die Strecke bleibt ein Ärgernis gemäß der Feuerwehr im Tal."
    assert ["der Feuerwehr" in text[s.source[0].start : s.source[0].end] for s in read(text)] == [True]
