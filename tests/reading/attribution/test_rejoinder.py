"""What goes on with a denial, what stays with a plan, and what is set for a day."""

import pytest

from tests.reading.attribution.reading import read


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Der Verein wies das zurück. Es habe keinen Verlust gegeben, sagte ein Sprecher.", "denies"),
        (
            "Der Gast bestritt die Tat. „Mein Mandant schlug ihn nicht“, sagte seine Anwältin Vera Kohl.",
            "denies",
        ),
        ("Der Wirt wies jede Schuld von sich. Er habe nichts verschwiegen, ließ er mitteilen.", "denies"),
        # A denial without an object is of what follows.
        ("Der Verein widersprach. „Die Halle gehört uns“, sagte der Vorsitzende Jan Kohl.", "denies"),
        ("Der Verein widersprach energisch. Die Halle gehöre ihm.", "denies"),
        ("Dem widerspricht der Verein. Die Halle gehöre ihm, sagte Kohl.", "asserts"),
        ("Der Verein wies das zurück. Die Halle gehöre ihm, sagte ein Sprecher.", "asserts"),
        # Somebody else, another paragraph, a plan.
        ("Der Verein bestritt das. Auch die Stadt habe nichts gekauft, sagte das Ministerium.", "asserts"),
        ("Der Verein bestritt das.\n\nEs habe kein Fest gegeben, sagte der Wirt.", "asserts"),
        ("Der Verein widersprach. Man werde im Mai öffnen, sagte ein Sprecher.", "announces"),
    ],
)
def test_who_goes_on_with_a_denial_denies(text: str, stance: str) -> None:
    assert str(read(text)[-1].stance) == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Der Lauf werde wie geplant am Sonntag beginnen, sagte die Wirtin.", "confirms"),
        ("Der Rat dementierte. Der Markt werde wie vorgesehen öffnen, sagte er.", "confirms"),
        ("Anders als geplant werde der Lauf am Sonntag beginnen, sagte die Wirtin.", "announces"),
        ("Der Lauf beginne am Sonntag, sagte die Wirtin.", "announces"),
        ("Die Sperrung solle am Sonntagabend enden, sagte die Wirtin.", "announces"),
        ("Die Halle stehe im Mai leer, sagte die Wirtin.", "asserts"),
        ("Die Halle sei im Mai leer, sagte die Wirtin.", "asserts"),
        ("Die Halle sei am Sonntag geräumt worden, sagte die Wirtin.", "asserts"),
    ],
)
def test_what_is_to_come(text: str, stance: str) -> None:
    assert str(read(text)[-1].stance) == stance
