"""STTS tags by HanTa, lemmas by simplemma, mood and tense by form; the tagger's habitual slips set right.

HanTa: Wartena 2019, "A Probabilistic Morphology Model for German Lemmatization"; STTS: Schiller et al. 1999.
"""

from functools import lru_cache

import simplemma
from HanTa.HanoverTagger import HanoverTagger
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from quellenlage.language import table
from quellenlage.language.de.mood import finite
from quellenlage.language.de.repairs import repair

LONGEST_SENTENCE = 400
# HanTa tries every cut of a word into morphemes; the end of a word this long tells what it is.
LONGEST_WORD = 60


@lru_cache(maxsize=1)
def _hanta() -> HanoverTagger:
    tagger = HanoverTagger("morphmodel_ger.pgz")
    # HanTa looks at an unknown word anew each time; it is most of the time that reading takes.
    tagger.analyze_forward = lru_cache(maxsize=100_000)(tagger.analyze_forward)
    return tagger


@lru_cache(maxsize=200_000)
def lemma_of(word: str, tag: str) -> str:
    """Give the base form of a word by its tag; nouns keep their capital, a word nobody knows is its own lemma."""
    if tag in {"NE", "CARD", "XY"} or tag.startswith("$") or len(word) > LONGEST_WORD:
        return word
    if tag.startswith("ART"):
        return "ein" if word.lower().startswith("ein") else "der"
    if tag.startswith("VV") and (listed := table("de", "stts")["lemmas"].get(word.lower())):
        return str(listed)
    lower = tag not in {"NN", "TRUNC"}
    found: str = simplemma.lemmatize(word.lower() if lower else word, lang="de")
    if tag.startswith("V") and not found.endswith("n"):
        found = str(_hanta().analyze(word.lower(), taglevel=1)[0])
    return found.lower() if lower else found


class Tagger:
    """Sets tag, universal tag, morphology and lemma of every token, sentence by sentence."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.universal: dict[str, str] = table("de", "stts")["universal"]

    def __call__(self, doc: Doc) -> Doc:
        """Tag ``doc``."""
        for sentence in doc.sents:
            words = [token for token in sentence if not token.is_space]
            for i in range(0, len(words), LONGEST_SENTENCE):
                self._tag(words[i : i + LONGEST_SENTENCE])
        for token in doc:
            if token.is_space:
                token.tag_, token.pos_, token.lemma_ = "_SP", "SPACE", token.text
        return doc

    def _tag(self, words: list[Token]) -> None:
        forms = [token.text[-LONGEST_WORD:] for token in words]
        tags = repair(words, [_stts(tag) for tag in _hanta().tag_sent(forms, taglevel=0)])
        first = any(token.lower_ == "ich" for token in words)
        for token, tag in zip(words, tags, strict=True):
            token.tag_, token.pos_ = tag, self.universal.get(tag, "X")
            token.lemma_ = lemma_of(token.text, tag)
            if tag.endswith("FIN"):
                token.set_morph(finite(token.lower_, token.lemma_, first).morph)  # type: ignore[attr-defined]
            elif tag[-2:] in {"PP", "NF", "ZU"} and tag[0] == "V":
                features = "VerbForm=Part" if tag.endswith("PP") else "VerbForm=Inf"
                token.set_morph(features)  # type: ignore[attr-defined]


def _stts(tag: str) -> str:
    return tag.replace("(", "").replace(")", "") if tag[0] != "$" else tag
