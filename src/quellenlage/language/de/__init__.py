"""German: the pipeline that needs no trained model, HanTa's tags and simplemma's lemmas on spaCy's tokens."""

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from quellenlage.language.de.sentences import mark_sentences
from quellenlage.language.de.tagging import Tagger
from quellenlage.language.de.tokens import BoundedTokenizer, split_tokens


@Pipeline.component("quellenlage_de_tokens")
def _tokens(doc: Doc) -> Doc:
    return split_tokens(doc)


@Pipeline.component("quellenlage_de_sentences")
def _sentences(doc: Doc) -> Doc:
    return mark_sentences(doc)


@Pipeline.factory("quellenlage_de_tagger")
def _tagger(nlp: Pipeline, name: str) -> Tagger:
    return Tagger(nlp.vocab)


def pipeline() -> Pipeline:
    """Build the German pipeline: tokens, sentences, STTS tags, universal tags, mood and tense, lemmas."""
    nlp = spacy.blank("de")
    nlp.max_length = 10_000_000
    nlp.tokenizer = BoundedTokenizer(nlp.tokenizer)
    nlp.add_pipe("quellenlage_de_tokens")
    nlp.add_pipe("quellenlage_de_sentences")
    nlp.add_pipe("quellenlage_de_tagger")
    return nlp
