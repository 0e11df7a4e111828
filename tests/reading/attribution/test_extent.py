"""Where a content ends: what *und* joins to it belongs to it, what the report tells on behind it does not."""

import pytest

from quellenlage.language import load
from quellenlage.model import Report
from quellenlage.reading import attribution

LANGUAGE = load("de")


def contents(text: str, kind: str = "Indirect") -> list[str]:
    found = attribution.read(LANGUAGE.nlp(text), Report(uri="-", text=text), LANGUAGE)
    return [" … ".join(text[a:b] for a, b in one.content) for one in found if one.type == kind]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Die Forscherin schätzt, dass der Damm im Mai bricht und dann von weitem sichtbar ist.",
            "dass der Damm im Mai bricht und dann von weitem sichtbar ist",
        ),
        (
            "Das Amt begründet das damit, dass der Betrieb Gewinn erzielt habe und die Kasse stabilisiert worden sei.",
            "dass der Betrieb Gewinn erzielt habe und die Kasse stabilisiert worden sei",
        ),
        (
            "Ein Sprecher teilte mit, die Truppen hätten die Stadt besetzt und die Bewohner seien geflohen.",
            "die Truppen hätten die Stadt besetzt und die Bewohner seien geflohen",
        ),
        (
            "Sie befürchten, viele könnten sich die Karten nicht mehr leisten und würden zu Hause bleiben.",
            "viele könnten sich die Karten nicht mehr leisten und würden zu Hause bleiben",
        ),
    ],
)
def test_what_is_joined_to_a_content_belongs_to_it(text: str, content: str) -> None:
    assert contents(text) == [content]
    assert contents(text, "IndirectFreeIndirect") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Der Wirt ärgerte sich darüber, dass er den Rat nicht erreichen konnte; die Kasse blieb leer.",
            "dass er den Rat nicht erreichen konnte",
        ),
        (
            "Die Firma wird beschuldigt, den See vergiftet zu haben, was sie zurückweist.",
            "den See vergiftet zu haben",
        ),
        (
            "Sollte das Amt, das erklärt hat, gegen den Bau stimmen zu wollen, könnte es eng werden.",
            "gegen den Bau stimmen zu wollen",
        ),
    ],
)
def test_what_the_report_tells_on_is_no_content(text: str, content: str) -> None:
    assert contents(text) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Sie sagte, wer kommt, ist willkommen.", "wer kommt, ist willkommen"),
        (
            "Die Täter drohten, Daten zu veröffentlichen, sollte die Stadt nicht zahlen.",
            "Daten zu veröffentlichen, sollte die Stadt nicht zahlen",
        ),
    ],
)
def test_a_condition_and_its_main_clause_stay(text: str, content: str) -> None:
    assert contents(text) == [content]


def test_a_sentence_of_its_own_is_joined_to_nothing() -> None:
    text = "Ein Sprecher teilte mit, es sei ein Boot gefunden worden. Doch das sei leer gewesen."
    assert contents(text) == ["es sei ein Boot gefunden worden"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Richterin entscheidet, ob er gehen darf.",
        "Der Rat prüft, ob der Damm hält.",
    ],
)
def test_what_is_still_to_be_decided_is_no_content(text: str) -> None:
    assert contents(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Die Schau nennt sich „kunst 12“.",
        "Dies nennt man einen „Aktiensplit“.",
        "Kunz von der „Aktion Stadt hilft“ sagte, der Fluss steige.",
        "Wie „flux online“ berichtet, ist das Tor zu.",
    ],
)
def test_names_of_things_and_of_sources_are_no_quotations(text: str) -> None:
    assert contents(text, "Direct") == []


def test_ones_own_view_in_a_quotation_adds_nobody() -> None:
    text = "Die Wirtin sagte: „Der Plan ist aus unserer Sicht sehr gut.“"
    assert contents(text) == []
    assert contents(text, "Direct") == ["„Der Plan ist aus unserer Sicht sehr gut.“"]
