"""The quotation corpus: a document of ours in its format, read and scored."""

import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.corpus import Fold
from benchmarks.measures import Measure
from benchmarks.wikinews import covered, load, measure, to_quotation

from quellenlage.model import Span
from tests.benchmarks.reading_of import blind, knowing, reading, statement

TEXT = "Der Deich halte, sagte Frau Voss."
TOKENS = ["Der", "Deich", "halte", ",", "sagte", "Frau", "Voss", "."]


def document(name: str = "1 - Der Deich (2031-05-06)", text: str = TEXT) -> dict[str, Any]:
    def part(*ids: int) -> dict[str, Any]:
        return {"tokenIds": list(ids), "spans": [], "text": ""}

    annotation = {
        "quote": part(0, 1, 2), "speaker": part(5, 6), "cue": part(4), "frame": part(3, 4, 5, 6),
        "addressee": part(), "type": "Indirect", "medium": "Speech",
    }  # fmt: skip
    sentence = {"charBegin": 0, "tokens": TOKENS}
    return {"documentName": name, "originalText": text, "sentences": [sentence], "annotations": [annotation]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "wikinews-quotations" / "dev"
    folder.mkdir(parents=True)
    (folder / "1.json").write_text(json.dumps(document()), encoding="utf-8")
    return folder


def test_tokens_and_gold_are_found(folder: Path) -> None:
    article = load(folder / "1.json")
    assert [TEXT[slice(*token)] for token in article.tokens] == TOKENS
    assert article.gold[0].content == frozenset({0, 1, 2})
    assert article.gold[0].source == frozenset({5, 6})
    assert article.gold[0].type == "Indirect"


def test_a_token_that_is_not_in_the_text_stands_where_the_last_one_ended(tmp_path: Path) -> None:
    odd = document()
    odd["sentences"][0]["tokens"] = ["Der", "Damm", "halte"]
    (tmp_path / "odd.json").write_text(json.dumps(odd), encoding="utf-8")
    assert load(tmp_path / "odd.json").tokens == (Span(0, 3), Span(3, 7), Span(10, 15))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 3)], {0}),
        ([(2, 5)], {0, 1}),
        ([(3, 4)], set()),
        ([(0, 1), (15, 16)], {0, 3}),
        ([], set()),
        ([(900, 999)], set()),
    ],
)
def test_a_token_is_covered_where_it_shares_a_character(spans: list[tuple[int, int]], expected: set[int]) -> None:
    tokens = [Span(0, 3), Span(4, 9), Span(10, 15), Span(15, 16)]
    assert covered(spans, tokens) == frozenset(expected)


def test_a_statement_becomes_tokens_and_labels() -> None:
    tokens = [Span(0, 3), Span(4, 9), Span(10, 15)]
    quotation = to_quotation(statement(TEXT, "Deich halte"), tokens)
    assert (quotation.content, quotation.type, quotation.medium) == (frozenset({1, 2}), "Indirect", "Speech")


def test_a_folder_is_measured(folder: Path) -> None:
    found = reading(TEXT, statements=[statement(TEXT, "Der Deich", "Frau Voss")])
    result = measure(folder, knowing([found]))
    assert (result.name, result.documents, result.words) == ("wikinews-quotations/dev", 1, 6)
    assert result.measures["content"] == pytest.approx((1, 2 / 3))
    assert result.measures["source"] == Measure(1, 1)
    assert result.measures["frame"] == Measure(0, 0)


def test_what_is_missed_is_listed(folder: Path) -> None:
    errors = measure(folder, blind).errors
    assert errors["missed"] == ["1 - Der Deich (2031-05-06): Indirect [Der Deich halte]"]
    assert errors["invented"] == errors["wrong source"] == []
    assert len(errors["documents by joint F1"]) == 1


def test_a_wrong_source_is_listed_with_the_right_one(folder: Path) -> None:
    found = reading(TEXT, statements=[statement(TEXT, "Der Deich halte", "Der Deich")])
    errors = measure(folder, knowing([found])).errors
    assert errors["wrong source"] == ["1 - Der Deich (2031-05-06): «Der Deich» for «Frau Voss» in [Der Deich halte]"]


def test_a_reader_that_changes_the_text_is_refused(folder: Path) -> None:
    with pytest.raises(ValueError, match="the reader changed the text"):
        measure(folder, lambda text, published: reading(text.upper()))


def test_an_error_says_which_document_it_was(folder: Path) -> None:
    def broken(text: str, published: object) -> Any:
        raise KeyError("lemma")

    with pytest.raises(KeyError) as caught:
        measure(folder, broken)
    assert caught.value.__notes__ == ["while reading 1 - Der Deich (2031-05-06)"]


def test_folds_split_a_folder_without_rest(folder: Path) -> None:
    for number in range(2, 21):
        (folder / f"{number}.json").write_text(json.dumps(document(f"{number}")), encoding="utf-8")
    sizes = [measure(folder, blind, Fold(number=number, count=4)).documents for number in (1, 2, 3, 4)]
    assert sum(sizes) == 20
    assert max(sizes) < 20
