"""Who speaks where something stands between verb and name: *sagte am Montag in Hamar Bürgermeisterin Eva Lund*."""

from itertools import product

import pytest

from tests.reading.attribution.reading import part, read

SPEAKERS = (
    "der Wirt", "die Ministerin", "Karl Lang", "ein Sprecher der Stadt", "das Landratsamt", "Konzernchefin Eva Lund",
    "Hamars Innensenator Karl Lang", "der Leiter der Klinik", "der 61-Jährige",
)  # fmt: skip
BETWEEN = (
    "", "am Montag ", "am Montagabend ", "dem Sender ", "gegenüber dem Sender ", "hingegen ", "jedoch ", "auf Anfrage ",
    "nach der Sitzung ", "vor Journalisten ", "dazu ", "im Interview mit dem Blatt ", "unserer Zeitung am Freitag ",
)  # fmt: skip
FRAMES = (
    ("Das Werk sei verkauft, sagte {}{}.", "Das Werk sei verkauft"),
    ("„Das Werk ist verkauft“, sagte {}{}.", "„Das Werk ist verkauft“"),
    ("Das Werk, sagte {}{}, sei verkauft.", "Das Werk … sei verkauft"),
)


def said(text: str) -> list[tuple[str, str]]:
    return [(" … ".join(text[c.start : c.end] for c in s.content), part(text, s.source)) for s in read(text)]


@pytest.mark.parametrize(("between", "speaker"), list(product(BETWEEN, SPEAKERS)))
def test_who_speaks_behind_what_stands_between(between: str, speaker: str) -> None:
    for frame, content in FRAMES:
        assert said(frame.format(between, speaker)) == [(content, speaker)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Das Werk ist verkauft, wie der Chef des Vereins, Karl Lang, am Montag mitteilte.",
            "der Chef des Vereins, Karl Lang",
        ),
        ("Das Werk ist verkauft, wie Anwohnerin Gerda Pohl, 61, dem Sender mitteilte.", "Anwohnerin Gerda Pohl"),
        ("Am Montag sagte Anwohnerin Gerda Pohl, 61, das Werk sei verkauft.", "Anwohnerin Gerda Pohl"),
        ("Das Werk sei verkauft, sagte Karl Lang der Nachrichtenagentur.", "Karl Lang"),
        ("Das Werk sei verkauft, sagte die Reporterin der Zeitung.", "die Reporterin der Zeitung"),
        ("Das Werk sei verkauft, sagte am Montag Verteidiger Lund.", "Verteidiger Lund"),
        ("Einem Sprecher der Stadt zufolge ist das Werk verkauft.", "Einem Sprecher der Stadt"),
        ("Das Werk ist der Polizei in Hamar zufolge verkauft.", "der Polizei in Hamar"),
        ("Bürgermeisterin Eva Lund (CDU) zufolge ist das Werk verkauft.", "Bürgermeisterin Eva Lund (CDU)"),
    ],
)
def test_names_and_ages_between_commas_and_whom_somebody_speaks_to(text: str, source: str) -> None:
    (found,) = read(text)
    assert part(text, found.source).startswith(source)
