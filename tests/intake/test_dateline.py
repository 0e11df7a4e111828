from datetime import date

import pytest

from quellenlage.intake import from_text

REST = "Der Rat hat am Freitag über den neuen Tunnel beraten. Das sagte die Bürgermeisterin nach der Sitzung."


def read(head):
    report = from_text(head + REST)
    return [report.quote(span) for span in report.furniture], report.agencies


@pytest.mark.parametrize(
    ("head", "marked", "agencies"),
    [
        ("Ostermoor – ", ["Ostermoor –"], ()),
        ("Ostermoor/Weiden – ", ["Ostermoor/Weiden –"], ()),
        ("Bad Ostermoor - ", ["Bad Ostermoor -"], ()),
        ("Weiden an der Aue — ", ["Weiden an der Aue —"], ()),
        ("OSTERMOOR (dpa) – ", ["OSTERMOOR (dpa) –"], ("dpa",)),
        ("Ostermoor (dpa/lnw) - ", ["Ostermoor (dpa/lnw) -"], ("dpa",)),
        ("Ostermoor (AFP/dpa). ", ["Ostermoor (AFP/dpa)."], ("AFP", "dpa")),
        ("(APA) – ", ["(APA) –"], ("APA",)),
        ("Ostermoor, 2. März (Reuters) - ", ["Ostermoor", "(Reuters) -"], ("Reuters",)),
        ("OSTERMOOR. ", ["OSTERMOOR."], ()),
        ("Ostermoor. ", [], ()),
        ("**Ostermoor.** ", ["**Ostermoor.**"], ()),
        ("Kommentar – ", [], ()),
        ("Gestern wie heute – ", [], ()),
        ("Ostermoor (Kreis Weiden) – ", [], ()),
    ],
)
def test_dateline(head, marked, agencies):
    assert read(head) == (marked, agencies)


def test_a_dash_that_is_one_of_two_is_no_dateline():
    assert from_text("Sommer – Die Frau des Jahres – trat am Freitag im Rat von Ostermoor auf.").furniture == ()


def test_a_day_with_its_year_dates_the_report():
    report = from_text("Ostermoor, 2. März 2021 (Reuters) - " + REST)
    assert report.published.interval.day == date(2021, 3, 2)
    assert [report.quote(e.span) for e in report.published.evidence] == ["Ostermoor, 2. März 2021 (Reuters) -"]


def test_only_the_first_paragraphs_are_tried():
    prose = "So ging es weiter, Satz für Satz, bis in die Nacht.\n\n"
    assert from_text(prose * 3 + "Weiden – " + REST).furniture != ()
    assert from_text("".join(f"{i} {prose}" for i in range(9)) + "Weiden – " + REST).furniture == ()


@pytest.mark.parametrize(
    "head",
    [
        "Ostermoor (Reuters) 2. März 2021 - ",
        "Ostermoor (dpa), 2. März 2021 – ",
        "Ostermoor (dpa, 02.03.2021) – ",
        "Ostermoor, 2.3.21 – ",
        "Ostermoor, am 2. März 2021 – ",
        "Ostermoor, Di., 2. März 2021 – ",
        "2. März 2021 (Reuters) - ",
        "Ostermoor (dpa) - 2. März 2021, 16.30 Uhr. ",
    ],
)
def test_the_day_may_stand_on_either_side_of_the_agency(head):
    assert from_text(head + REST).published.interval.day == date(2021, 3, 2)


@pytest.mark.parametrize("head", ["2. März (Reuters) - ", "Ostermoor (dpa), 2. März - ", "Ostermoor (dpa, 2. März) - "])
def test_a_day_without_its_year_stays_in_the_text(head):
    report = from_text(head + REST)
    assert not report.published.interval.known
    assert not any("2. März" in report.quote(span) for span in report.furniture)


def test_a_sentence_behind_the_dash_keeps_its_date():
    report = from_text("Ostermoor (dpa) - 2. März 2021 war der Tag der Wahl. " + REST)
    assert [report.quote(span) for span in report.furniture] == ["Ostermoor (dpa) -"]
