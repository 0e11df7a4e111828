"""Relative clauses in Konjunktiv, and who is quoted by a paper."""

import pytest

from tests.reading.attribution.reading import part, read


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Die Wirtin lobte den Damm, der alles aushalte.", "der alles aushalte", "Die Wirtin"),
        ("Kunz verwies auf das Amt, dessen Akte verloren sei.", "dessen Akte verloren sei", "Kunz"),
        ("Der Rat sprach von einem Boten, der den Brief verloren habe.", "der den Brief verloren habe", "Der Rat"),
    ],
)
def test_a_relative_clause_in_konjunktiv_is_the_word_of_who_speaks(text: str, content: str, source: str) -> None:
    found = [(part(text, s.content), part(text, s.source)) for s in read(text) if s.type == "Indirect"]
    assert found == [(content, source)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Wirtin lobte den Damm, der alles aushält.",
        "Die Straße führt an einem Damm vorbei, der alles aushalte.",
    ],
)
def test_nobody_says_it_in_the_indicative_or_where_nobody_speaks(text: str) -> None:
    assert [s for s in read(text) if s.type == "Indirect"] == []


@pytest.mark.parametrize(
    ("text", "paper", "quoted"),
    [
        ("Das Tageblatt zitiert Anna Kunz mit den Worten: „Der Damm ist alt.“", "Das Tageblatt", "Anna Kunz"),
        ("Anna Kunz wird vom Tageblatt mit den Worten zitiert: „Der Damm ist alt.“", "Tageblatt", "Anna Kunz"),
    ],
)
def test_a_paper_that_quotes_somebody_says_it_at_second_hand(text: str, paper: str, quoted: str) -> None:
    outer, inner = read(text)
    assert part(text, outer.source).endswith(paper)
    assert (part(text, inner.source), str(inner.medium), inner.within) == (quoted, "Speech", outer.id)
    assert str(outer.medium) == "Writing"


def test_an_amount_behind_who_is_cited_is_no_part_of_him() -> None:
    text = (
        "Das Tageblatt hatte unter Berufung auf das Umfeld der Familie von 80.000 Euro geschrieben, die fehlen sollen."
    )
    text += " Das Tageblatt hatte unter Berufung auf den Wirt von 80.000 Euro geschrieben, die verloren seien."
    assert "den Wirt" in [part(text, s.source) for s in read(text)]
