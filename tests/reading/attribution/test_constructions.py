"""Constructions of reported speech, one sentence of our own each: what is said, and by whom."""

import pytest

from quellenlage.model import Form, Mention, Report, Span
from quellenlage.reading import attribution
from tests.reading.attribution.reading import LANGUAGE, part, read


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        # A frame between the Vorfeld and the verb.
        (
            "In zehn Jahren, so schätzt die Stadt, werde der Damm brechen.",
            "In zehn Jahren … werde der Damm brechen",
            "die Stadt",
        ),
        ("Der Damm, hatte die Stadt gesagt, werde halten.", "Der Damm … werde halten", "die Stadt"),
        # Frames without a subject, with an object, in the passive.
        (
            "Der Damm könnte brechen, verlautete aus Kreisen der Regierung.",
            "Der Damm könnte brechen",
            "Kreisen der Regierung",
        ),
        (
            "Der Gast müsse früher fort, begründete das Präsidialamt die Absage.",
            "Der Gast müsse früher fort",
            "das Präsidialamt",
        ),
        ("Das sei üblich, wird Anwältin Kunz zitiert.", "Das sei üblich", "Anwältin Kunz"),
        (
            "Wenn es regne, seien Brüche möglich, warnte die Wirtin.",
            "Wenn es regne, seien Brüche möglich",
            "die Wirtin",
        ),
        # A missing comma.
        ("Die Wirtin hoffte dass der Damm hält.", "dass der Damm hält", "Die Wirtin"),
        # What is said is the subject.
        ("Es besteht der Verdacht des Rates, der Damm sei alt.", "der Damm sei alt", "des Rates"),
        ("Vorwürfe werden laut, dass der Verein lügt.", "dass der Verein lügt", ""),
        # Reasons with a plural in Konjunktiv II.
        (
            "Der Rat lehnt ab, weil sie keinen Antrag gestellt hätten.",
            "weil sie keinen Antrag gestellt hätten",
            "Der Rat",
        ),
        ("Es gibt Gerüchte, nach denen der Damm bricht.", "der Damm bricht", "denen"),
        ("Dem Vernehmen nach bricht der Damm.", "bricht der Damm", "Dem Vernehmen"),
        ("Das Gericht hat entschieden, dass der Damm bleibt.", "dass der Damm bleibt", "Das Gericht"),
        ("Den Anwohnern wurde geraten, die Fenster zu schließen.", "die Fenster zu schließen", ""),
        ("Die Wirtin war davon ausgegangen, dass der Damm hält.", "dass der Damm hält", "Die Wirtin"),
    ],
)
def test_what_is_said_and_by_whom(text: str, content: str, source: str) -> None:
    found = read(text)
    assert [(part(text, s.content), part(text, s.source)) for s in found] == [(content, source)]


@pytest.mark.parametrize(
    "text",
    [
        "Ich glaube, dass der Damm bricht.",
        "Meiner Meinung nach bricht der Damm.",
        "Es ist damit zu rechnen, dass der Damm bricht.",
        "Der Rat blieb vage, sagte aber nichts.",
        "Der Damm brach, wie niemand erwartet hatte.",
        "Aus technischer Sicht ist der Damm sicher.",
        "Es ist geplant, den Damm zu erhöhen.",
        "Die Vermutung bestätigte sich.",
        "Der Rat will das Haus bis Mai gebaut haben.",
    ],
)
def test_nobody_is_reported(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Als Grund nannte die Bahn den Regen.", "die Bahn"),
        ("Die „Post“-Zeitung hält den Damm für sicher.", "Die „Post“-Zeitung"),
        ("Die Ministerin Anna Kunz (ABC) lobte den Rat und sagte, er handle.", "Die Ministerin Anna Kunz (ABC)"),
        (
            "Der Rat forderte Klarheit. Laut der Meldung der Agentur, wonach er brach, regnet es.",
            "der Meldung der Agentur",
        ),
        ("Zudem wurde die Stadt vom Verein aufgefordert, den Damm zu prüfen.", "Verein"),
        ("In einem Bericht wurde vermutet, dass der Damm bricht.", "einem Bericht"),
        ("Der Damm war einem Sprecher der Stadt zufolge marode.", "einem Sprecher der Stadt"),
        ("Wie aus einem Brief hervorgeht, der dem Boten vorliegt, brach der Damm.", "einem Brief"),
        ("Die Umfrage liegt vor. Danach fehlt vielen das Geld.", "Danach"),
        ("Die Zeitung meldete mit Verweis auf Ratskreise, der Damm sei gebrochen.", "Ratskreise"),
    ],
)
def test_who_says_it(text: str, source: str) -> None:
    assert source in [part(text, s.source) for s in read(text)]


def test_a_quotation_is_uttered_also_by_who_thinks_so() -> None:
    found = read("Anna Kunz ist der Ansicht, der Damm sei „viel zu alt und viel zu schwach“.")
    assert {str(s.type): str(s.medium) for s in found} == {"Indirect": "ST", "Direct": "Speech"}


def test_what_goes_on_is_said_in_the_same_place() -> None:
    found = read("In einem Brief erklärte Anna Kunz, der Damm sei alt. Man habe ihn geprüft.")
    assert [str(s.medium) for s in found] == ["Writing", "Writing"]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Zudem wurde die Stadt vom Verein aufgefordert, den Damm zu prüfen.", "die Stadt"),
        ("Der Rat forderte Kunz auf, den Damm zu prüfen.", "Kunz"),
        ("Der Verein warf den Behörden vor, den Damm zu vergessen.", "den Behörden"),
        ("Kunz wurde vorgeworfen, den Damm zu vergessen.", "Kunz"),
        ("Die Wirtin sagte vor Journalisten, dass der Damm halte.", "Journalisten"),
        ("Der Damm halte, sagte die Wirtin zur Morgenpost.", "Morgenpost"),
        ("Der Damm halte, sagte die Wirtin, Anna Kunz.", ""),
    ],
)
def test_whom_it_is_said_to(text: str, addressee: str) -> None:
    assert [part(text, s.addressee) for s in read(text)] == [addressee]


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat begrüßt den Bau. Der Damm sei sonst verloren.",
        "Laut der Stadt regnet es. Der Rat begrüßt den Bau. Der Damm sei sonst verloren.",
        "Die Stadt warnt vor Regen. Der Rat begrüßt den Bau. „Wir haben lange auf diesen neuen Damm gewartet.“",
    ],
)
def test_who_acts_in_the_sentence_before_goes_on_to_speak(text: str) -> None:
    assert part(text, read(text)[-1].source) == "Der Rat"


def test_demnach_is_no_speaker_for_the_next_sentence() -> None:
    text = "Laut der Stadt brach der Damm. Demnach sind zwei verletzt. Er sei alt."
    assert [part(text, s.source) for s in read(text)] == ["der Stadt", "Demnach", "der Stadt"]


@pytest.mark.parametrize(("word", "source"), [("weiter", "die Stadt"), ("dort", "die Stadt"), ("gestern", "")])
def test_who_is_meant_where_it_says_so_further(word: str, source: str) -> None:
    text = f"Der Damm halte, sagte die Stadt. Er sei neu, hieß es {word}."
    assert part(text, read(text)[-1].source) == source


def test_demnach_speaks_for_whom_it_points_to() -> None:
    text = "Laut der Hafenbehörde brach der Damm. Demnach sind zwei verletzt."
    start = text.index("der Hafenbehörde")
    mention = Mention(report="r", span=Span(start, start + len("der Hafenbehörde")), form=Form.ROLE, entity="port")
    found = list(attribution.read(LANGUAGE.nlp(text), Report(uri="-", text=text), LANGUAGE, (mention,)))
    assert [one.sources for one in found] == [("port",), ("port",)]


def test_what_one_claims_of_oneself() -> None:
    text = "Der Zeuge will den Wagen gesehen haben."
    assert [(str(s.type), part(text, s.source)) for s in read(text)] == [("FreeIndirect", "Der Zeuge")]


def test_a_quotation_stands_within_the_statement_around_it() -> None:
    outer, inner = read("Die Wirtin sagte, die Lage sei „kritisch“.")
    assert (str(inner.type), inner.within) == ("Direct", outer.id)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Der Wirt wurde von der Zeitung als „Retter der Insel“ bezeichnet.", ["der Zeitung"]),
        ("Die Stadt wurde als „Stadt der Inseln“ ausgezeichnet.", []),
        ("Der Wirt gilt als „Retter der Insel“.", []),
        ("Am Abend begann das Fest: „Tage der Insel“.", []),
    ],
)
def test_names_in_quotation_marks_that_nobody_says(text: str, quoted: list[str]) -> None:
    assert [part(text, s.source) for s in read(text) if s.type == "Direct"] == quoted


def test_the_words_of_a_quotation_are_said_once() -> None:
    text = "Die Wirtin versprach, „den Damm jeden Tag zu prüfen“."
    assert [part(text, s.content) for s in read(text)] == ["„den Damm jeden Tag zu prüfen“"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Das sei frei erfunden, sagte der Sprecher.", "denies"),
        ("Die Mail habe der Mann nie gelesen, erklärte der Anwalt.", "denies"),
        ("Kein einziger Schuss sei gefallen, sagte der Botschafter.", "denies"),
        ("Daten seien nicht gefälscht worden, erklärte dagegen die Firma.", "denies"),
        ("Daten seien nicht gefälscht worden, entgegnete die Firma.", "denies"),
        ("Ein Ausfall sei nicht möglich, hält die Reederei dagegen.", "denies"),
        ("Der Kahn sei im Mai geprüft worden, hält die Reederei dagegen.", "asserts"),
        ("Er wolle nicht stören, sagte der Minister.", "asserts"),
        ("Das Boot sei leer gewesen, schwört der Wirt.", "asserts"),
        ("Der Gutachter äußerte Zweifel an der Rechnung.", "doubts"),
        ("Die Stadt rief die Anwohner zum Sparen auf.", "demands"),
        ("Der Sprecher nannte den Bericht Unsinn.", "denies"),
        ("Der Konzern wies dies als haltlos zurück.", "denies"),
        ("Niemand sei verletzt worden, sagte die Polizei.", "asserts"),
        ("Daten seien nicht gefälscht worden, sagte die Firma.", "asserts"),
        ("Das sei nicht erfunden, sagte der Sprecher.", "asserts"),
        ("Man werde im Mai öffnen, sagte die Wirtin.", "announces"),
        ("Der Regen werde stärker, sagte die Wirtin.", "asserts"),
        # What is set for a day, and what one wants.
        ("Die Brücke werde am Montag gesperrt, sagte der Sprecher.", "announces"),
        ("Die Fähre solle am 24. Juni wieder fahren, sagte der Sprecher.", "announces"),
        ("Am Freitag wolle man weitermachen, sagte die Wirtin.", "announces"),
        ("Der Sprecher drohte, die Brücke zu sperren.", "announces"),
        # What is left open, and what is denied by a negated verb or further down.
        ("Ein Fehler sei nicht erwiesen, sagte der Sprecher.", "doubts"),
        ("Ob der Kran schuld sei, stehe nicht fest, sagte der Sprecher.", "doubts"),
        ("Dass er gelogen habe, sei erfunden, sagte der Sprecher.", "denies"),
        ("Sie denke nicht an Rücktritt, sagte die Wirtin.", "denies"),
        # Orders and questions.
        ("„Nehmen Sie das zurück!“, rief die Wirtin.", "demands"),
        ("„Hat der Rat das geprüft?“, sagte die Wirtin.", "asks"),
        ("Die Wirtin mahnte, alle müssten helfen.", "demands"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    assert [str(s.stance) for s in read(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("In dem Bericht heißt es, der Damm breche.", "Writing"),
        ("Aus dem Amt hieß es, der Damm breche.", "SW"),
        ("Der Regionalsender berichtet, der Damm breche.", "Speech"),
        ("Die Nachrichtenagentur berichtete, der Damm breche.", "SW"),
        ("Das Tageblatt berichtet, der Damm breche.", "Writing"),
        ("Das Landgericht erklärte, der Damm breche.", "Speech"),
        ("Das Amt erklärte, der Damm breche.", "SW"),
        ("Die Wirtin ist der Meinung, dass der Damm bricht.", "ST"),
        ("Nach Angaben von Anna Kunz bricht der Damm.", "Speech"),
        # Done by any words, whoever does it.
        ("Anna Kunz forderte, dass der Damm hält.", "SW"),
        ("Anna Kunz fordert höhere Löhne.", "SW"),
        # A noun with a person's name.
        ("Der Investor für den Neubau, Jan Kunz, teilte mit, der Damm breche.", "Speech"),
        # Where it is said.
        ("Die Wirtin erklärte in einem Gutachten, der Damm breche.", "Writing"),
        ("Das Amt erklärte bei einer Pressekonferenz, das Tor sei zu.", "Speech"),
        ("Die Wacht geht von einem Versehen aus.", "ST"),
    ],
)
def test_medium(text: str, medium: str) -> None:
    assert [str(s.medium) for s in read(text)] == [medium]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Die Wirtin sagte im Gespräch mit dem Kurier, dass der Damm bricht.", "dem Kurier"),
        ("„Der Damm bricht!“, rief sie dem Rat zu.", "dem Rat"),
    ],
)
def test_whom_one_talks_with(text: str, addressee: str) -> None:
    assert [part(text, s.addressee) for s in read(text)] == [addressee]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Der Rat will sparen. Das Bad soll im Mai schließen.", "Das Bad soll im Mai schließen.", "Der Rat"),
        ("Der Damm ist alt. Das geht aus einem Bericht hervor.", "Der Damm ist alt … Das", "einem Bericht"),
        ("Die Kasse fehlt nicht, ließ der Verein wissen.", "Die Kasse fehlt nicht", "der Verein"),
        ("Anna Kunz winkte ab: Sie bleibe im Amt.", "Sie bleibe im Amt", "Anna Kunz"),
        ("Dazu die Wirtin: „Wir bleiben hier.“", "„Wir bleiben hier.“", "die Wirtin"),
        ("„Zur Pause“, sagte die Wirtin, „stand es gut.“", "„Zur Pause“ … „stand es gut.“", "die Wirtin"),
    ],
)
def test_who_says_it_where_the_form_is_loose(text: str, content: str, source: str) -> None:
    assert [(part(text, s.content), part(text, s.source)) for s in read(text)] == [(content, source)]


def test_the_turns_of_an_interview_are_quotations() -> None:
    text = "Ein Gespräch.\n\nFrage: Warum jetzt?\n\nKunz: Ich bin müde.\n\nFrage: Und dann?\n\nKunz: Dann schlafe ich."
    found = [(part(text, s.source), str(s.stance)) for s in read(text) if s.type == "Direct"]
    assert found == [("Frage", "asks"), ("Kunz", "asserts"), ("Frage", "asks"), ("Kunz", "asserts")]


def test_lines_of_a_table_are_no_interview() -> None:
    text = "Ort: Der Hafen ist zu.\nZeit: Es ist spät.\nOrt: Das Bad ist zu."
    assert [s for s in read(text) if s.type == "Direct"] == []


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Der Rat dementierte den Bericht.", "CT-"),
        ("Die Gewerkschaft forderte höhere Löhne.", "Uu"),
        ("Der Sprecher widersprach: Es habe keinen Brand gegeben.", "CT-"),
        ("„Hat der Rat das geprüft?“, sagte die Wirtin.", "Uu"),
        ("Die Wirtin sagte, der angeblich alte Damm halte.", "CT+"),
    ],
)
def test_factuality(text: str, factuality: str) -> None:
    assert [str(s.factuality) for s in read(text)] == [factuality]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # A main clause beside a reported act is not its content.
        (
            "Die Wacht spricht von drei Verletzten, das Amt zählt vier.",
            [("Die Wacht spricht von drei Verletzten", "Die Wacht")],
        ),
        (
            "Die Feuerwehr sprach von einem Defekt, die Polizei ermittelt wegen Brandstiftung.",
            [("Die Feuerwehr sprach von einem Defekt", "Die Feuerwehr")],
        ),
        (
            "Das Amt gibt den Schaden mit zwei Millionen Euro an, die Versicherung schätzt ihn auf drei.",
            [
                ("Das Amt gibt den Schaden mit zwei Millionen Euro an", "Das Amt"),
                ("die Versicherung schätzt ihn auf drei.", "die Versicherung"),
            ],
        ),
        # Without a verb of its own.
        (
            "Die Wacht spricht von drei Verletzten, das Amt von vier.",
            [("Die Wacht spricht von drei Verletzten", "Die Wacht"), ("das Amt von vier.", "das Amt")],
        ),
        (
            "Der Verband nennt 3000 Teilnehmer, die Polizei 1800.",
            [("Der Verband nennt 3000 Teilnehmer", "Der Verband"), ("die Polizei 1800.", "die Polizei")],
        ),
        (
            "Der Rat spricht von einem Unfall, der Sprecher des Vereins dagegen von einem Anschlag.",
            [
                ("Der Rat spricht von einem Unfall", "Der Rat"),
                ("der Sprecher des Vereins dagegen von einem Anschlag.", "der Sprecher des Vereins"),
            ],
        ),
        # Set against each other, behind a semicolon, with another source, by *und* behind what is said.
        (
            "Während die Bahn von einem Defekt ausgeht, hält der Verein einen Fehler für möglich.",
            [
                ("Während die Bahn von einem Defekt ausgeht", "die Bahn"),
                ("hält der Verein einen Fehler für möglich.", "der Verein"),
            ],
        ),
        (
            "Die Klinik sprach von einem Einzelfall; Anwohner zweifeln.",
            [("Die Klinik sprach von einem Einzelfall", "Die Klinik")],
        ),
        (
            "Vorstandschef Kranz sagte dem Blatt, man habe das Amt gefragt; das Amt widersprach.",
            [("man habe das Amt gefragt", "Vorstandschef Kranz"), ("das Amt widersprach.", "das Amt")],
        ),
        (
            "Laut einem Gast soll der Wirt gehen, das Unternehmen dementierte.",
            [("soll der Wirt gehen", "einem Gast"), ("das Unternehmen dementierte.", "das Unternehmen")],
        ),
        (
            "Laut Feuerwehr brannte der Stall, laut Polizei fehlt nichts.",
            [("brannte der Stall", "Feuerwehr"), ("fehlt nichts", "Polizei")],
        ),
        (
            "Wie das Blatt berichtet, wusste der Rat davon; ein Sprecher wollte das nicht kommentieren.",
            [("wusste der Rat davon", "das Blatt")],
        ),
        (
            "Der Rat teilte mit, dass der Vertrag gelöst sei, und verwies auf ein Gutachten.",
            [("dass der Vertrag gelöst sei", "Der Rat"), ("und verwies auf ein Gutachten.", "Der Rat")],
        ),
        # Words that come from somebody.
        (
            "Kritik kam von den Anwohnern: Das Bad sei zu teuer.",
            [("Das Bad sei zu teuer", "den Anwohnern")],
        ),
        # A figure with its full stop ends a sentence and its words.
        (
            "Der Landkreis prüft. Er nennt 23. Die Gewerkschaft Holz und Glas spricht von 40.",
            [("Die Gewerkschaft Holz und Glas spricht von 40.", "Die Gewerkschaft Holz und Glas")],
        ),
        # What the same speaker goes on with.
        (
            "Lenz sprach von einem Angriff auf die Presse, die Freiheit und die Würde von Menschen.",
            [
                (
                    "Lenz sprach von einem Angriff auf die Presse, die Freiheit und die Würde von Menschen.",
                    "Lenz",
                )
            ],
        ),
    ],
)
def test_two_who_speak_in_one_sentence(text: str, said: list[tuple[str, str]]) -> None:
    found = sorted(read(text), key=lambda one: one.content[0].start)
    assert [(part(text, one.content), part(text, one.source)) for one in found] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Regine Lund, die Chefin der Gewerkschaft, kommt auf 2300 Stellen.",
            "Regine Lund, die Chefin der Gewerkschaft",
        ),
        ("Die Gewerkschaft bleibt bei 14 Verletzten.", "Die Gewerkschaft"),
        ("Der Kapitän blieb bei seiner Zahl von 14 Verletzten.", "Der Kapitän"),
        ("Die Polizei zählte 350 Teilnehmer.", "Die Polizei"),
        ("Der Verwalter beziffert ihn auf 35 Millionen Euro.", "Der Verwalter"),
        ("Die Zeitung schrieb von 60 Millionen Euro.", "Die Zeitung"),
        ("Der Minister lehnte das ab.", "Der Minister"),
    ],
)
def test_who_gives_a_figure_or_refuses_says_so(text: str, said: str) -> None:
    assert [(str(s.type), part(text, s.source)) for s in read(text)] == [("Reported", said)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Wagen kam auf 200 Kilometer.",
        "Die Partei kommt auf 20 Prozent.",
        "Der Zug kommt auf Gleis 3 an.",
        "Die Zahl der Verletzten bleibt bei 14.",
        "Der Verein zählt 300 Mitglieder.",
        "Das Land zählte fünf Millionen Einwohner.",
        "Der Rat lehnte das Angebot ab.",
        "Der Kapitän blieb bei seiner Darstellung.",
        "Die Wirtin schrieb von der Insel.",
    ],
)
def test_who_reaches_a_figure_or_turns_something_down_says_nothing(text: str) -> None:
    assert read(text) == []
