"""Attribution over a pipeline that has only tags, lemmas and sentences: it degrades, it does not break."""

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from quellenlage.language import Language
from quellenlage.model import Report, Statement
from quellenlage.reading import attribution

WORDS = {
    "Die": ("ART", "der"), "der": ("ART", "der"), "Wirtin": ("NN", "Wirtin"), "sagte": ("VVFIN", "sagen"),
    "Damm": ("NN", "Damm"), "hält": ("VVFIN", "halten"), "dass": ("KOUS", "dass"), ",": ("$,", ","), ".": ("$.", "."),
    "„": ("$(", "„"), "“": ("$(", "“"), "Wir": ("PPER", "wir"), "bleiben": ("VVFIN", "bleiben"),
}  # fmt: skip


@Pipeline.component("test_lookup")
def lookup(doc: Doc) -> Doc:
    for token in doc:
        token.tag_, token.lemma_ = WORDS.get(token.text, ("XY", token.text))
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text == "."
    return doc


def read(text: str) -> list[Statement]:
    nlp = spacy.blank("de")
    nlp.add_pipe("test_lookup")
    return list(attribution.read(nlp(text), Report(uri="-", text=text), Language("de", nlp)))


def part(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " ".join(text[a:b] for a, b in spans)


def test_what_tags_and_lemmas_give_is_read() -> None:
    text = "Die Wirtin sagte, dass der Damm hält."
    one = read(text)[0]
    assert (part(text, one.content), part(text, one.source)) == ("dass der Damm hält", "Die Wirtin")


def test_a_quotation_is_read() -> None:
    text = "„Wir bleiben“, sagte die Wirtin."
    assert [part(text, s.content) for s in read(text)] == ["„Wir bleiben“"]


def test_words_that_nobody_has_tagged_break_nothing() -> None:
    assert read("Ganz andere Wörter („offen. Und: laut") == []
