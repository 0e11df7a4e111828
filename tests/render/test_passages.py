"""The text of a report, cut and marked, is still the text of the report."""

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.model import Span
from quellenlage.render.passages import LOUDEST, Layer, Piece, find, mark, partition
from quellenlage.render.phrases import Phrase, joined

A, B = Phrase("Laut: A", "By: A"), Phrase("Quelle: B", "Source: B")

TEXT = st.text(alphabet="ab .\n\u202eä", max_size=60)
WILD = st.integers(-5, 80)
SPANS = st.lists(st.builds(Span, WILD, WILD), max_size=8)
LAYERS = st.lists(
    st.builds(Layer, WILD, WILD, st.sampled_from(LOUDEST), st.sampled_from(["", "#a", "#b"])), max_size=12
)


@given(TEXT, SPANS)
def test_a_partition_is_the_text_without_gap_or_overlap(text: str, sentences: list[Span]) -> None:
    cuts = partition(text, sentences)
    assert "".join(text[cut.start : cut.end] for cut in cuts) == text
    assert all(cut.start < cut.end for cut in cuts)


@given(TEXT, SPANS, LAYERS)
def test_the_pieces_are_the_text_whatever_the_spans(text: str, sentences: list[Span], layers: list[Layer]) -> None:
    passages = mark(len(text), partition(text, sentences), layers)
    assert "".join(text[p.start : p.end] for passage in passages for p in passage.pieces) == text


@given(TEXT, SPANS, LAYERS)
def test_every_piece_has_just_the_layers_that_cover_it(text: str, sentences: list[Span], layers: list[Layer]) -> None:
    kept = [layer for layer in layers if 0 <= layer.start < layer.end <= len(text)]
    for passage in mark(len(text), partition(text, sentences), layers):
        for piece in passage.pieces:
            covering = {layer.name for layer in kept if layer.start <= piece.start and piece.end <= layer.end}
            assert set(piece.names) == covering


@given(TEXT, SPANS, st.integers(0, 59))
def test_every_offset_lies_in_the_passage_that_is_found(text: str, sentences: list[Span], offset: int) -> None:
    cut = find(partition(text, sentences), offset)
    assert (cut is None) == (not text)
    if cut and offset < len(text):
        assert cut.start <= offset < cut.end


def test_a_source_inside_a_content_leads_to_its_own_statement() -> None:
    layers = [Layer(0, 9, "content", "", A), Layer(2, 4, "source", "#inner", B)]
    (passage,) = mark(9, [Span(0, 9)], layers)
    assert passage.pieces == (
        Piece(0, 2, ("content",), "", A),
        Piece(2, 4, ("content", "source"), "#inner", joined(" · ", B, A)),
        Piece(4, 9, ("content",), "", A),
    )
