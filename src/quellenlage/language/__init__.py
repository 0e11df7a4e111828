"""A language is a folder: its word lists, its grammar, and the pipeline that reads it into a spaCy ``Doc``."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from quellenlage.language.de.clauses import Clause
    from quellenlage.language.de.encoder.network import Network
    from quellenlage.language.de.noun_groups import NounGroup
    from quellenlage.language.de.quotation_marks import Quotation

LANGUAGES = ("de",)


@dataclass(frozen=True, slots=True)
class Language:
    """A language in use: its code and the spaCy pipeline that reads it."""

    code: str
    nlp: Pipeline

    def table(self, name: str) -> dict[str, Any]:
        """Give the data file ``name`` of this language."""
        return table(self.code, name)

    def clauses(self, doc: Doc) -> "tuple[Clause, ...]":
        """Give the clauses of ``doc`` in text order."""
        found: tuple[Clause, ...] = import_module(f"quellenlage.language.{self.code}.clauses").clauses(doc)
        return found

    def quotations(self, doc: Doc) -> "tuple[Quotation, ...]":
        """Give the quotations of ``doc``, marks included, in text order."""
        found: tuple[Quotation, ...] = import_module(f"quellenlage.language.{self.code}.quotation_marks").quotations(
            doc
        )
        return found

    def phrase(self, doc: Doc, begin: int, end: int, limit: int) -> tuple[int, int]:
        """Widen the noun group ``begin:end`` to its whole noun phrase, never beyond token ``limit``."""
        found: tuple[int, int] = import_module(f"quellenlage.language.{self.code}.noun_phrases").phrase(
            doc, begin, end, limit
        )
        return found

    def infinitive(self, participle: str) -> str | None:
        """Give the infinitive of a past participle in lower case, ``None`` where its parts do not say."""
        found: str | None = import_module(f"quellenlage.language.{self.code}.infinitives").of_participle(participle)
        return found

    def judge(self, name: str) -> "NDArray[np.floating[Any]] | None":
        """Give the weights of a small classifier over the pipeline's word vectors; None where it comes with none."""
        found: NDArray[np.floating[Any]] | None = self._brought(name, "judges")
        return found

    def network(self, name: str) -> "Network | None":
        """Give a small network over word vectors that comes with the pipeline; None where it comes with none."""
        found: Network | None = self._brought(name, "networks")
        return found

    def _brought(self, name: str, kind: str) -> Any:
        tables = (getattr(part, kind, {}) for _, part in self.nlp.pipeline)
        return next((found[name] for found in tables if name in found), None)

    def noun_groups(self, doc: Doc) -> "tuple[NounGroup, ...]":
        """Give the noun groups of ``doc`` in text order."""
        found: tuple[NounGroup, ...] = import_module(f"quellenlage.language.{self.code}.noun_groups").noun_groups(doc)
        return found


@lru_cache(maxsize=64)
def table(code: str, name: str) -> dict[str, Any]:
    """Read ``language/<code>/<name>.toml``. Raises ``FileNotFoundError`` where there is none."""
    return tomllib.loads(files(f"quellenlage.language.{code}").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def pipeline(code: str = "de", model: str | Path | None = None) -> Pipeline:
    """Build the spaCy pipeline of a language, or load ``model`` (a package's name or a path) in its place.

    ``"hanta"`` names the German pipeline that needs no trained weights. Whatever pipeline it is, the rules read tags,
    lemmas, morphology, sentence boundaries and entities. Raises ``ValueError`` for a language that is not there,
    ``OSError`` for a model that cannot be loaded and ``ModelMissingError`` where a language's own weights are not
    installed.
    """
    if code not in LANGUAGES:
        raise ValueError(f"no language {code!r}; there are: {', '.join(LANGUAGES)}")
    folder = import_module(f"quellenlage.language.{code}")
    if model is not None and not folder.is_own(model):
        return spacy.load(model)
    built: Pipeline = folder.pipeline(model)
    return built


@lru_cache(maxsize=4)
def load(code: str = "de", model: str | Path | None = None) -> Language:
    """Give a language ready for use; the same one each time."""
    return Language(code, pipeline(code, model))


def is_furniture(token: Token) -> bool:
    """Say whether a token is no part of the article, so that no reader takes anything from it."""
    flags: bytes | None = token.doc.user_data.get("furniture")
    return bool(flags and flags[token.i])


def mark_furniture(doc: Doc, spans: tuple[tuple[int, int], ...]) -> None:
    """Note in ``doc`` which tokens lie in ``spans`` (sorted code-point offsets), for ``is_furniture``."""
    flags = bytearray(len(doc))
    rest = iter(spans)
    span = next(rest, None)
    for token in doc:
        while span and span[1] <= token.idx:
            span = next(rest, None)
        flags[token.i] = bool(span and token.idx + len(token) > span[0])
    doc.user_data["furniture"] = bytes(flags)
