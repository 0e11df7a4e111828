from quellenlage.intake.report import Metadata
from quellenlage.intake.text import read


def test_text_is_as_saved():
    raw = "\ufeff\r\n  Der Rat tagt.\r\n\r\nEr  berät.\r\n".encode()
    (report,) = read(raw, "a.txt", Metadata(outlet="Anzeiger"))
    assert (report.text, report.uri, report.outlet) == ("\n  Der Rat tagt.\n\nEr  berät.\n", "a.txt", "Anzeiger")


def test_decomposed_text_is_composed():
    (report,) = read("Gro\u0308ße".encode(), "a.txt", Metadata())
    assert report.text == "Größe"
