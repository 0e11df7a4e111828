import pytest

from quellenlage.intake import from_text

BODY = "Der Rat hat am Freitag über den neuen Tunnel beraten, wie die Stadt mitteilte.\n\nIm Mai soll der Bau beginnen."


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Rat stimmt für den Tunnel\n\n", "Rat stimmt für den Tunnel"),
        ("# Rat stimmt für den Tunnel\n\n", "Rat stimmt für den Tunnel"),
        ("Stimmt der Rat für den Tunnel?\n\n", "Stimmt der Rat für den Tunnel?"),
        ("Bürgermeisterin: „Wir warten nicht länger.“\n\n", "Bürgermeisterin: „Wir warten nicht länger.“"),
        ("Drucken\n\nRat stimmt für den Tunnel\n\n", "Rat stimmt für den Tunnel"),
        (
            "Stadtpolitik\n\nRat stimmt im zweiten Anlauf für den Tunnel\n\n",
            "Rat stimmt im zweiten Anlauf für den Tunnel",
        ),
        (
            "Streit um den Tunnel\n\nRat stimmt im zweiten Anlauf für den Bau\n\n",
            "Rat stimmt im zweiten Anlauf für den Bau",
        ),
        ("Der Riss im Moor\n\nWie ein Tunnel die Stadt am Moor entzweit\n\n", "Der Riss im Moor"),
        ("Ostermoor gräbt weiter\n\nWie ein Tunnel die Stadt am Moor entzweit\n\n", "Ostermoor gräbt weiter"),
        ("Der Bote am Moor\n\nStadt · 2. März 2021\n\nEin Tunnel spaltet\n\n", "Ein Tunnel spaltet"),
        ("Der Riss im Moor\n\n2. März 2021\n\nDer Rat von Ostermoor tagte lange.\n\n", "Der Riss im Moor"),
        ("date 2021-03 Rat stimmt für den Tunnel Stand: 02.03.2021 07:12 Uhr\n\n", "Rat stimmt für den Tunnel"),
        ("date 2021-03 Der Rat tagte länger als geplant.\n\n", None),
        ("Der Rat stimmt für den Tunnel.\n\n", None),
        ("", None),
    ],
)
def test_title(head, title):
    report = from_text(head + BODY)
    assert report.title == title


def test_a_title_that_is_given_wins():
    assert from_text(f"Rat stimmt zu\n\n{BODY}", title="Ein Tunnel").title == "Ein Tunnel"


def test_the_title_is_no_furniture_and_the_kicker_is():
    report = from_text(f"Stadtpolitik\n\nRat stimmt im zweiten Anlauf für den Tunnel\n\n{BODY}")
    assert [report.quote(span) for span in report.furniture] == ["Stadtpolitik"]


def test_a_short_sentence_above_a_headline_is_no_kicker():
    assert (
        from_text(f"Der Tunnel kommt\n\nDas hat der Rat am Freitag beschlossen, im zweiten Anlauf.\n\n{BODY}").furniture
        == ()
    )


def test_one_line_alone_has_no_title():
    assert from_text("Rat stimmt für den Tunnel").title is None
