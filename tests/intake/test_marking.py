"""Furniture in whole texts; every text is made up."""

import pytest

from quellenlage.intake import from_text

BODY = (
    "Der Rat von Ostermoor hat am Freitag über den Tunnel beraten. Die Bürgermeisterin sagte, sie wolle warten.\n\n"
    "Im Mai soll der Bau beginnen, wie das Amt mitteilte. Gegner kündigten eine Klage an."
)


def furniture(text):
    report = from_text(text)
    return [report.quote(span) for span in report.furniture]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (BODY, []),
        (f"{BODY}\n\n(APA/Reuters)", ["(APA/Reuters)"]),
        (f"{BODY}\n\nMit Informationen von Reuters und dpa", ["Mit Informationen von Reuters und dpa"]),
        (f"{BODY} dpa", ["dpa"]),
        (f"{BODY} (dpa/lnw)", ["(dpa/lnw)"]),
        (f"{BODY}\n\n  • Drucken\n", ["• Drucken"]),
        (f"Von Jana Sommer | 02.03.2021, 07:12 Uhr\n\n{BODY}", ["Von Jana Sommer | 02.03.2021, 07:12 Uhr"]),
        (f"Ostermoor – {BODY}", ["Ostermoor –"]),
        (f"{BODY}\n\n© 2022 Ostermoorer Anzeiger", ["© 2022 Ostermoorer Anzeiger"]),
        (
            f"{BODY}\n\nMehr zum Thema:\n\nTunnel wird teurer\nWer den Bau bezahlt\n",
            ["Mehr zum Thema:", "Tunnel wird teurer", "Wer den Bau bezahlt"],
        ),
        (f"{BODY}\n\nAuch interessant\n\nGegner sammeln Geld\n\n{BODY[:60]} So blieb es.", ["Auch interessant"]),
        (
            f"{BODY}\n\n2 Kommentare\n\nmoorfrosch schrieb: Der Tunnel kommt nie, das weiß hier doch jeder.\n",
            ["2 Kommentare", "moorfrosch schrieb: Der Tunnel kommt nie, das weiß hier doch jeder."],
        ),
    ],
)
def test_furniture(text, marked):
    assert furniture(text) == marked


@pytest.mark.parametrize(
    "hidden",
    [
        "Teilen",
        "Auf Facebook teilen",
        "Facebook Twitter WhatsApp",
        "Artikel anhören",
        "– Anzeige –",
        "Lesen Sie auch: Wie der Hafen von Ostermoor wächst",
        "Lesen Sie hier, was der Rat sonst beschloss.",
        "Mehr dazu lesen Sie in unserem Liveblog.",
        "Wir verwenden Cookies und geben personenbezogene Daten an Drittanbieter weiter.",
        "An dieser Stelle finden Sie externe Inhalte, die mit Ihrer Zustimmung angezeigt werden.",
        "Melden Sie sich hier für unseren Newsletter an.",
        "Der Hafen bei Nacht. Foto: Ole Winter",
        "Blick auf das Rathaus. © picture alliance/dpa/Ole Winter",
        "Ihr Browser unterstützt die Wiedergabe von Tönen leider nicht.",
        "Diesen Artikel teilen",
    ],
)
def test_furniture_hidden_between_paragraphs(hidden):
    above, below = BODY.split("\n\n")
    assert [mark.strip("– ") for mark in furniture(f"{above}\n\n{hidden}\n\n{below}")] == [hidden.strip("– ")]


@pytest.mark.parametrize(
    ("credit", "agencies"),
    [
        ("dpa", ("dpa",)),
        ("© dpa-infocom, dpa:210302-99-123456/3", ("dpa",)),
        ("(APA/Reuters)", ("APA", "Reuters")),
        ("(dpa/AFP)", ("dpa", "AFP")),
        ("Mit Material von AFP und epd", ("AFP", "epd")),
        ("Zusätzliche Quellen • Reuters", ("Reuters",)),
        ("Quelle: dpa", ("dpa",)),
    ],
)
def test_agency_credits_are_kept_with_their_span(credit, agencies):
    report = from_text(f"{BODY}\n\n{credit}")
    assert report.agencies == agencies
    assert [report.quote(span) for span in report.furniture] == [credit]


def test_caption_with_credit_and_its_twin_are_furniture():
    caption = "Im Mai 2019 stand die alte Brücke bei Ostermoor (li.) noch."
    text = f"{BODY}\n\n{caption}\n{caption}Reuters / Pool\n\nDer Bau der neuen Brücke dauert zwei Jahre, sagte er."
    assert furniture(text) == [caption, f"{caption}Reuters / Pool"]


def test_caption_above_its_credit_is_furniture():
    block = "Die Brücke bei Nacht, von Süden gesehen.\nFoto: Ole Winter"
    text = f"{BODY}\n\n{block}\n\nDer Bau dauert lange, sagte er gestern."
    assert furniture(text) == ["Die Brücke bei Nacht, von Süden gesehen.", "Foto: Ole Winter"]


def test_caption_without_credit_stays_in_the_article():
    assert furniture(f"{BODY}\n\nDie Brücke bei Ostermoor ist seit Jahren gesperrt.\n\nDer Bau dauert.") == []


def test_paragraph_with_a_credit_loses_the_credit_only():
    paragraph = (
        BODY.replace("\n\n", " ")
        + " Das Amt prüft die Pläne seit Monaten, hieß es; entschieden sei noch nichts, und das Geld fehle. " * 3
    )
    assert furniture(f"{paragraph}Foto: Jana Sommer/dpa") == ["Foto: Jana Sommer/dpa"]


def test_photographers_are_neither_authors_nor_agencies():
    report = from_text(f"{BODY}\n\nDie Brücke bei Nacht. © Jana Sommer/dpa\n\n{BODY[:70]} Mehr nicht.")
    assert (report.authors, report.agencies) == ((), ())


def test_repeated_line_is_marked_once():
    pulled = "„Wir warten nicht länger auf das Amt“, sagte die Bürgermeisterin."
    text = f"{pulled}\n\n{BODY}\n\n{pulled}\n\nDanach ging sie, ohne Fragen zu beantworten."
    assert from_text(text).furniture == ((text.rindex(pulled), text.rindex(pulled) + len(pulled)),)


def test_days_that_head_the_parts_of_a_chronology_stay():
    text = f"Der Weg zum Tunnel\n\n2. März 2021\n\n{BODY}\n\n4. April 2021\n\n{BODY[:80]} Dabei blieb es."
    report = from_text(text)
    assert report.furniture == ()
    assert not report.published.interval.known


def test_an_agency_that_is_quoted_is_not_credited():
    report = from_text(
        f"{BODY} Das sagte die Sprecherin der Deutschen Presse-Agentur (dpa). Auch Reuters berichtete darüber."
    )
    assert (report.agencies, report.furniture) == ((), ())


@pytest.mark.parametrize(
    "sentence",
    [
        "Lesen Sie den Vertrag, riet der Anwalt den Leuten im Saal.",
        "Von Jana Sommer fehlt seit Montag jede Spur, wie die Polizei sagt.",
        "Teilen will der Rat die Kosten nicht, so die Bürgermeisterin.",
        "Kommentare wollte das Amt nicht abgeben, hieß es am Freitag.",
        "Der Tunnel – Symbol einer ganzen Stadt – bleibt umstritten.",
        "Sommer – Chefin des Amtes – wies das zurück.",
        "Stand heute sind 40 Klagen eingegangen, sagte das Gericht.",
        "Alle Rechte vorbehalten will sich die Stadt nicht lassen.",
        "Dieser Text wurde dem Rat am Montag verlesen.",
        "Anzeige erstattet hat bisher niemand, sagte die Polizei.",
    ],
)
def test_sentences_of_an_article_are_never_furniture(sentence):
    for text in (f"{sentence}\n\n{BODY}", f"{BODY}\n\n{sentence}", f"{BODY}\n\n{sentence}\n\n{BODY[:90]} Ja."):
        assert furniture(text) == []


def test_a_text_of_furniture_alone_is_read():
    assert furniture("Drucken\nTeilen\nMehr zum Thema:\n") == ["Drucken", "Teilen", "Mehr zum Thema:"]


def test_lines_end_where_a_caller_ends_them():
    text = f"Von Jana Sommer\r\n\r\n{BODY}\r\rDrucken\u2028"
    report = from_text(text)
    assert report.text == text
    assert [report.quote(span) for span in report.furniture] == ["Von Jana Sommer", "Drucken"]
