"""Text that is no text: one quotation without an end, commas alone, quotations in quotations, *dass* alone."""

import pytest
import spacy
from spacy.tokens import Doc

from quellenlage.language import Language
from quellenlage.model import Report, Statement
from quellenlage.reading import attribution

LANGUAGE = Language("de", spacy.blank("de"))
TAGS = {
    "Er": ("PPER", "er"), "sagte": ("VVFIN", "sagen"), ":": ("$.", ":"), "„": ("$(", "„"), "“": ("$(", "“"),
    "‚": ("$(", "‚"), "‘": ("$(", "‘"), ",": ("$,", ","), ".": ("$.", "."), "Wir": ("PPER", "wir"),
    "gehen": ("VVFIN", "gehen"), "dass": ("KOUS", "dass"), "Rat": ("NN", "Rat"), "kommt": ("VVFIN", "kommen"),
    "laut": ("APPR", "laut"), "?": ("$.", "?"),
}  # fmt: skip
CASES = {
    "unclosed": ["Er", "sagte", ":", "„", *(["Wir", "gehen", "."] * 1500)],
    "commas": ["Er", "sagte", *([","] * 3000)],
    "nested": [*(["Er", "sagte", ":", "„"] * 700), "Wir", "gehen", *(["“", "."] * 700)],
    "inner": [*(["„", "‚"] * 1000), "Wir", *(["‘", "“"] * 1000)],
    "dass": ["Er", "sagte", ",", *(["dass"] * 3000)],
    "dass clauses": ["Er", "sagte", *([",", "dass", "Er", "sagte"] * 800)],
    "sources": ["laut", "Rat"] * 1500,
    "turns": ["Rat", ":", "Er", "kommt", "?", "\n"] * 500,
}


def doc_of(words: list[str]) -> Doc:
    tags, lemmas = zip(*(TAGS.get(word, ("_SP", word)) for word in words), strict=True)
    starts = [i == 0 or words[i - 1] in {".", "\n"} for i in range(len(words))]
    return Doc(LANGUAGE.nlp.vocab, words=words, tags=list(tags), lemmas=list(lemmas), sent_starts=starts)


def read(doc: Doc) -> list[Statement]:
    return list(attribution.read(doc, Report(uri="-", text=doc.text), LANGUAGE))


@pytest.mark.parametrize("words", CASES.values(), ids=CASES)
def test_spans_lie_in_the_text_in_order(words: list[str]) -> None:
    doc = doc_of(words)
    for one in read(doc):
        for spans in (one.content, one.source, one.cue, one.frame, one.addressee):
            assert all(0 <= start < end <= len(doc.text) for start, end in spans)
            assert list(spans) == sorted(spans)


def test_a_quotation_without_an_end_leaves_the_rest_readable() -> None:
    rest = ["Er", "sagte", ",", "dass", "Rat", "kommt", "."]
    found = read(doc_of([*(["Er", "sagte", ":", "„", *(["Wir", "gehen", "."] * 3), "\n\n"]), *rest]))
    assert any(one.type == "Indirect" for one in found)
