"""Sentence starts that form decides."""

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.language.de.encoder.boundaries import after_clauses, is_under_heading

CLAUSES = [
    ("Das Haus brannte ; niemand kam um .", "ART NN VVFIN $. PIS VVFIN PTKVZ $.", [4]),
    ("Die Ziele sind mehr Lohn ; kürzere Zeiten .", "ART NN VAFIN PIAT NN $. ADJA NN $.", []),
    ("Er blieb ; weil es regnete .", "PPER VVFIN $. KOUS PPER VVFIN $.", []),
    ("Sie kam ( er schlief ; sie las ) .", "PPER VVFIN $( PPER VVFIN $. PPER VVFIN $( $.", []),
    ("Mai ; das Fest begann .", "NN $. ART NN VVFIN $.", []),
    ("Es war ernst : Am Abend fiel Strom aus .", "PPER VAFIN ADJD $. APPRART NN VVFIN NN PTKVZ $.", [4]),
    ("Es war ernst : Strom fiel aus .", "PPER VAFIN ADJD $. NN VVFIN PTKVZ $.", []),
    ("Sie rief „ Hört : Wir gehen . “", "PPER VVFIN $( VVFIN $. PPER VVFIN $. $(", []),
    ("Er nennt 23. Die Wacht nennt vierzig .", "PPER VVFIN CARD ART NN VVFIN CARD $.", [3]),
    ("Er kam am 23. Mai , die Wacht kam später .", "PPER VVFIN APPRART ADJA NN $, ART NN VVFIN ADV $.", []),
    ("Am 23. Die ganze Wacht kam .", "APPRART CARD ART ADJA NN VVFIN $.", []),
    ("Er kam ; sie ging ; alle sahen es .", "PPER VVFIN $. PPER VVFIN $. PIS VVFIN PPER $.", [3, 6]),
]
PARAGRAPH = "Die Gebühren für den großen Parkplatz am Hafen steigen nach Angaben der Stadt im Mai um ein Zehntel."
HEADINGS = [
    (f"Der Rat tagt.\n\nKosten\n{PARAGRAPH}", True),
    (f"Kosten\n{PARAGRAPH}", True),
    (f"Der Rat tagt.\n\nDazu heißt es:\n{PARAGRAPH}", False),
    ("Der Rat tagt.\n\nNeustadt 2\nAltmoos 3", False),
    (f"Der Rat tagt.\n\nKosten\n{PARAGRAPH.lower()}", False),
    (f"Der Rat tagt.\nKosten\n{PARAGRAPH}", False),
]


WORDS = st.sampled_from([";", ":", "(", ")", "Geht", "geht", "."])


@pytest.mark.parametrize(("text", "tags", "places"), CLAUSES)
def test_main_clauses_begin(text: str, tags: str, places: list[int]) -> None:
    words = text.split()
    starts = np.zeros(len(words), dtype=bool)
    starts[0] = True
    assert after_clauses(words, tags.split(), starts) == places


@given(
    st.lists(
        st.tuples(st.sampled_from([";", ":", "(", ")", "Geht", "geht", "."]), st.sampled_from(["VVFIN", "$.", "NN"]))
    )
)
def test_only_behind_a_stop_inside_a_sentence(rows: list[tuple[str, str]]) -> None:
    words = [word for word, _ in rows]
    found = after_clauses(words, [tag for _, tag in rows], np.zeros(len(rows), dtype=bool))
    assert all(words[place - 1] in ";:" for place in found)


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_text_under_a_heading_begins(text: str, expected: bool) -> None:
    doc = spacy.blank("de")(text)
    gap = [token.i for token in doc if token.is_space][-1]
    line = max((token.i + 1 for token in doc[:gap] if token.is_space), default=0)
    assert is_under_heading(doc, line, gap, gap + 1) is expected
