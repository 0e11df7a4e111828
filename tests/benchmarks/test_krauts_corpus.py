"""The time corpus: documents of ours in its format, and our values in its way of writing."""

from datetime import date
from pathlib import Path

import pytest
from benchmarks.krauts import load, measure, to_krauts
from benchmarks.measures import Measure
from benchmarks.times import Timex

from quellenlage.model import TimeType
from tests.benchmarks.reading_of import blind, expression, knowing, reading

MARKUP = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2031-05-06" functionInDocument="CREATION_TIME">2031-05-06</TIMEX3></DCT>
<TEXT>
Müller &amp; Sohn schließt <TIMEX3 tid="t1" type="DATE" value="2031-05-07">am <b>Mittwoch</b></TIMEX3><TIMEX3 tid="t2"
type="DURATION" value="P1Y"/>, sagt er <TIMEX3 tid="t3" type="DATE">heute</TIMEX3>.<TIMEX3 tid="t4"></TIMEX3>
</TEXT>
</TimeML>
"""
TEXT = "\nMüller & Sohn schließt am Mittwoch, sagt er heute.\n"
SHORT = "<DCT></DCT><TEXT>Das war <TIMEX3 type='x' value=\"2030\">2030</TIMEX3>.</TEXT>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "krauts"
    (folder / "paper").mkdir(parents=True)
    (folder / "paper" / "long.tml").write_text(MARKUP, encoding="utf-8")
    (folder / "short.tml").write_text(SHORT, encoding="utf-8")
    return folder


def test_markup_is_taken_out_and_offsets_follow(folder: Path) -> None:
    article = load(folder / "paper" / "long.tml")
    assert (article.text, article.created) == (TEXT, date(2031, 5, 6))
    assert [(TEXT[tag.start : tag.end], tag.type, tag.value) for tag in article.gold] == [
        ("am Mittwoch", "DATE", "2031-05-07"),
        ("heute", "DATE", None),
    ]


def test_a_document_without_a_day_has_none(folder: Path) -> None:
    assert load(folder / "short.tml").created is None


def test_a_file_without_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "bare.tml").write_text("<DCT></DCT>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bare\.tml: no TEXT element"):
        load(tmp_path / "bare.tml")


def test_a_folder_is_measured_with_and_without_its_fullest_document(folder: Path) -> None:
    found = reading(TEXT, times=[expression(TEXT, "Mittwoch", "2031-05-07")])
    everything, rest = measure(folder, knowing([found]))
    assert (everything.documents, rest.documents) == (2, 1)
    assert everything.measures["relaxed"] == pytest.approx((1, 1 / 3))
    assert everything.measures["value"] == pytest.approx((1, 1 / 3))
    assert everything.measures["strict"] == Measure(0, 0)
    assert rest.measures["relaxed"] == Measure(0, 0)
    assert everything.digest != rest.digest


def test_the_reader_is_given_the_documents_day(folder: Path) -> None:
    days: list[date | None] = []
    measure(folder, lambda text, published: days.append(published) or blind(text, published))  # type: ignore[func-returns-value]
    assert days == [date(2031, 5, 6), None]


def test_errors_show_the_words_around(folder: Path) -> None:
    found = reading(TEXT, times=[expression(TEXT, "am Mittwoch", "2031-05-14"), expression(TEXT, "Sohn", "2031")])
    errors = measure(folder, knowing([found]))[0].errors
    assert [len(errors[kind]) for kind in ("missed", "invented", "wrong span", "wrong value")] == [2, 1, 0, 1]
    assert errors["wrong value"][0].startswith("long.tml: 2031-05-14 for [am Mittwoch] DATE 2031-05-07 …")


@pytest.mark.parametrize(
    ("words", "value", "kind", "form", "expected"),
    [
        ("heute", "2031-05-06", TimeType.DATE, "offset:+0D", ("DATE", "PRESENT_REF")),
        ("heutigen", "PRESENT_REF", TimeType.DATE, "", ("DATE", "PRESENT_REF")),
        ("gestern", "2031-05-05", TimeType.DATE, "offset:-1D", ("DATE", "2031-05-05")),
        ("drei Jahren", "2028", TimeType.DATE, "offset:-3Y", ("DURATION", "P3Y")),
        ("einem Monat", "2031-04", TimeType.DATE, "offset:-1M", ("DURATION", "P1M")),
        ("14 Tagen", "2031-05-20", TimeType.DATE, "offset:+14D", ("DURATION", "P14D")),
        ("zwei Stunden", "2031-05-06T08", TimeType.TIME, "offset:-2H", ("DURATION", "PT2H")),
        ("zehn Minuten", "2031-05-06T08", TimeType.TIME, "offset:-10MIN", ("DURATION", "PT10M")),
        ("voriges Jahr", "2030", TimeType.DATE, "shift:-1Y", ("DATE", "2030")),
        ("übermorgen", "2031-05-08", TimeType.DATE, "offset:+2D", ("DATE", "2031-05-08")),
        ("den letzten zehn Jahren", "P10Y", TimeType.DURATION, "past:10Y", ("DURATION", "P10Y")),
        ("den kommenden Tagen", "FUTURE_REF", TimeType.DATE, "next:XD", ("DURATION", "PXD")),
        ("Ostern", "2031-04-13", TimeType.DATE, "holiday:easter0/+1", ("DATE", "XXXX-XX-XX")),
        ("dem 20. Jahrhundert", "19XX", TimeType.DATE, "", ("DATE", "19")),
        ("den fünfziger Jahren", "195X", TimeType.DATE, "", ("DATE", "195")),
        ("Saison 2014/15", "2014", TimeType.DATE, "2014", ("DATE", "XXXX-XX-XX")),
        ("drei Tage", "P3D", TimeType.DURATION, "", ("DURATION", "P3D")),
        ("täglich", "P1D", TimeType.SET, "", ("SET", "P1D")),
    ],
)
def test_values_are_written_as_the_corpus_does(
    words: str, value: str, kind: TimeType, form: str, expected: tuple[str, str]
) -> None:
    row = to_krauts(reading(words, times=[expression(words, words, value, kind, form)]))[0]
    assert (row["type"], row["value"]) == expected
    assert Timex(**row).span == (0, len(words))
