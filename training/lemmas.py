"""The table of forms that edit scripts cannot serve: `UPOS|form` → lemma.

From the treebanks where they always agree, and from the dictionary of `simplemma` (MIT) for verbs, nouns and
adjectives whose forms change within the stem (`ging`, `Bahnhöfe`, `besser`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from quellenlage.language.de.encoder.lemma import script_of
from training import data

AGREED = 0.8  # share of a form's occurrences that must have one lemma
GSD_WEIGHT = 3  # an occurrence in GSD counts as three in the others


def table(folder: Path, scripts: list[str]) -> dict[str, str]:
    """Form to lemma; the treebanks go before the dictionary."""
    return dictionary(frozenset(scripts), vocabulary(folder)) | treebanks(folder)


def vocabulary(folder: Path) -> frozenset[str]:
    """All words of the training corpora."""
    corpora = data.training_sentences(folder, 0, validation=False).values()
    return frozenset(word for sentences in corpora for s in sentences for word in s.words)


def treebanks(folder: Path) -> dict[str, str]:
    """Forms of GSD dev, PUD and HDT that have one lemma."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for corpus in ("gsd", "pud", "hdt"):
        for s in data.treebank(folder, corpus):
            for word, upos, lemma in zip(s.words, s.upos, s.lemmas, strict=True):
                if lemma and upos not in ("PUNCT", "NUM", "X"):
                    form = word if upos in ("NOUN", "PROPN") else word.lower()
                    seen[f"{upos}|{form}"][lemma] += GSD_WEIGHT if corpus == "gsd" else 1
    best = {form: lemmas.most_common(1)[0] for form, lemmas in seen.items()}
    return {key: _modern(key, lemma) for key, (lemma, n) in best.items() if n >= AGREED * seen[key].total()}


def _modern(key: str, lemma: str) -> str:
    """GSD writes some lemmas as before 1996 (`Rußland`); a form that is spelt anew keeps its spelling."""
    form = key.split("|", 1)[1]
    return form if "ß" in lemma and lemma.replace("ß", "ss") == form else lemma


def dictionary(scripts: frozenset[str], common: frozenset[str]) -> dict[str, str]:
    """Common words, and forms that no known script brings to their lemma."""
    found: dict[str, str] = {}
    for raw_form, raw_lemma in DefaultDictionaryFactory().get_dictionary("de").items():
        form, lemma = _text(raw_form), _text(raw_lemma)
        upos = _upos(form, lemma)
        if upos and (form in common or (form != lemma and script_of(form, lemma) not in scripts)):
            found[f"{upos}|{form}"] = lemma
    return found


def _text(value: str | bytes) -> str:
    return value.decode("utf-8") if isinstance(value, bytes) else value


def _upos(form: str, lemma: str) -> str | None:
    if not form.isalpha() or not lemma:
        return None
    if form[0].isupper():
        return "NOUN" if lemma[0].isupper() else None
    if lemma[0].isupper():
        return None
    return "VERB" if lemma.endswith("n") else "ADJ"
