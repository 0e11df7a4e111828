"""German: the trained pipeline, and one that needs no weights: HanTa's tags and simplemma's lemmas."""

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from quellenlage.errors import ModelMissingError
from quellenlage.language.de.encoder.annotator import Annotator
from quellenlage.language.de.encoder.encoder import Encoder
from quellenlage.language.de.encoder.network import Network
from quellenlage.language.de.sentences import mark_sentences
from quellenlage.language.de.settling import settle
from quellenlage.language.de.tagging import Tagger
from quellenlage.language.de.tokens import BoundedTokenizer, split_tokens

WEIGHTS = "quellenlage_de"
HANTA = "hanta"


@Pipeline.component("quellenlage_de_tokens")
def _tokens(doc: Doc) -> Doc:
    return split_tokens(doc)


@Pipeline.component("quellenlage_de_sentences")
def _sentences(doc: Doc) -> Doc:
    return mark_sentences(doc)


@Pipeline.component("quellenlage_de_settling")
def _settling(doc: Doc) -> Doc:
    return settle(doc)


@Pipeline.factory("quellenlage_de_tagger")
def _tagger(nlp: Pipeline, name: str) -> Tagger:
    return Tagger(nlp.vocab)


@Pipeline.factory("quellenlage_de_encoder")
def _encoder(nlp: Pipeline, name: str, folder: str) -> Annotator:
    judges = {path.stem.removeprefix("judge-"): np.load(path) for path in Path(folder).glob("judge-*.npy")}
    networks = {path.stem.removeprefix("judge-"): Network(path) for path in Path(folder).glob("judge-*.onnx")}
    return Annotator(nlp.vocab, Encoder(Path(folder)), judges, networks)


def pipeline(model: str | Path | None = None) -> Pipeline:
    """Build a German pipeline.

    Without ``model`` it is the trained one: STTS and universal tags, morphology, lemmas, dependencies, names and
    sentences; a folder of weights takes the place of the installed ones. ``"hanta"`` is the one without weights: tags,
    lemmas, mood and sentences. Raises ``ModelMissingError`` where the weights are not installed.
    """
    nlp = spacy.blank("de")
    nlp.max_length = 10_000_000
    nlp.tokenizer = BoundedTokenizer(nlp.tokenizer)
    nlp.add_pipe("quellenlage_de_tokens")
    if model == HANTA:
        nlp.add_pipe("quellenlage_de_sentences")
        nlp.add_pipe("quellenlage_de_tagger")
    else:
        nlp.add_pipe("quellenlage_de_encoder", config={"folder": str(model or weights())})
        nlp.add_pipe("quellenlage_de_settling")
    return nlp


def is_own(model: str | Path) -> bool:
    """Say whether ``model`` names a pipeline of this folder, or weights for one."""
    return model == HANTA or (Path(model) / "pieces.npy").is_file()


def weights() -> Path:
    """Give the folder of the installed weights. Raises ``ModelMissingError`` where there are none."""
    spec = find_spec(WEIGHTS)
    if spec is None or spec.origin is None:
        raise ModelMissingError(
            "the weights of the German pipeline are not installed; run: pip install models/quellenlage-de "
            '(in the repository), or choose the pipeline without weights with model="hanta"'
        )
    return Path(spec.origin).parent
