"""Prints the figures of a model directory on the test sets: `python -m training.evaluate --data DATA --model MODEL`."""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Span

from quellenlage.language import de
from quellenlage.language.de.encoder.encoder import Encoder, Word
from training import corpora, data
from training.corpora import Sentence

TYPES = ("PER", "ORG", "LOC")
GLUED = 12  # sentences to a text where sentence boundaries are measured


def read(encoder: Encoder, sentences: Iterable[Sentence]) -> list[list[Word]]:
    """Each sentence by itself, its boundaries and words given."""
    return [encoder.read(s.words, split=False) for s in sentences]


def treebank(encoder: Encoder, sentences: list[Sentence]) -> dict[str, float]:
    """Accuracies over gold words, per cent; UAS and LAS count punctuation, as CoNLL 2018 does."""
    right: Counter[str] = Counter()
    known: Counter[str] = Counter()
    moods: Counter[str] = Counter()
    for s, found in zip(sentences, read(encoder, sentences), strict=True):
        for i, word in enumerate(found):
            for name, (guess, gold) in _compared(s, i, word).items():
                if gold is not None:
                    known[name] += 1
                    right[name] += guess == gold
            _count_mood(moods, "Mood=Sub" in word.morph, s.features[i].get("Mood") == "Sub")
    figures = {name: 100 * right[name] / known[name] for name in known}
    return figures | {f"Mood=Sub {k}": v for k, v in _f1(moods).items()}


def _compared(s: Sentence, i: int, word: Word) -> dict[str, tuple[object, object]]:
    head = 0 if word.head == i else word.head + 1
    relation = s.relations[i]
    return {
        "STTS": (word.tag, s.xpos[i]),
        "UPOS": (word.pos, s.upos[i]),
        "lemma": (word.lemma, s.lemmas[i]),
        "UAS": (head, s.heads[i]),
        "LAS": ((head, word.dep), (s.heads[i], relation)),
        "morphology": (word.morph, "|".join(f"{k}={v}" for k, v in s.features[i].items() if v != "-")),
    }


def _count_mood(moods: Counter[str], guess: bool, gold: bool) -> None:
    moods["found"] += guess
    moods["gold"] += gold
    moods["right"] += guess and gold


def names(encoder: Encoder, sentences: list[Sentence], types: tuple[str, ...] = TYPES) -> dict[str, float]:
    """Exact spans with their type, of `types` alone."""
    counts: Counter[str] = Counter()
    by_type: dict[str, Counter[str]] = {t: Counter() for t in types}
    for s, found in zip(sentences, read(encoder, sentences), strict=True):
        gold = {c for c in chunks([n or "O" for n in s.names]) if c[2] in types}
        guess = {c for c in chunks([w.name for w in found]) if c[2] in types}
        for key, value in (("gold", gold), ("found", guess), ("right", gold & guess)):
            counts[key] += len(value)
            for chunk in value:
                by_type[chunk[2]][key] += 1
    return _f1(counts) | {t: _f1(c)["F1"] for t, c in by_type.items()}


def chunks(labels: list[str]) -> set[tuple[int, int, str]]:
    """(begin, end, type) of BIO labels."""
    found: list[tuple[int, int, str]] = []
    for i, label in enumerate(labels):
        prefix, _, kind = label.partition("-")
        if prefix == "I" and found and found[-1][1] == i and found[-1][2] == kind:
            found[-1] = (found[-1][0], i + 1, kind)
        elif prefix in ("B", "I"):
            found.append((i, i + 1, kind))
    return set(found)


def boundaries(encoder: Encoder, sentences: list[Sentence]) -> dict[str, float]:
    """Sentence starts inside texts of `GLUED` unrelated sentences, gold words."""
    counts: Counter[str] = Counter()
    for at in range(0, len(sentences), GLUED):
        words: list[str] = []
        gold: set[int] = set()
        for s in sentences[at : at + GLUED]:
            gold.add(len(words))
            words += s.words
        guess = {i for i, w in enumerate(encoder.read(words)) if w.begins_sentence}
        counts.update({"gold": len(gold) - 1, "found": len(guess) - 1, "right": len(gold & guess) - 1})
    return _f1(counts)


def raw_boundaries(nlp: Language, articles: list[dict[str, Any]]) -> dict[str, float]:
    """Sentence starts by character offset in raw articles, their first sentence left out."""
    counts: Counter[str] = Counter()
    for article in articles:
        gold = {s["charBegin"] for s in article["sentences"]}
        guess = {_first_word(s) for s in nlp(article["originalText"]).sents}
        first = {min(gold)}
        counts.update(gold=len(gold - first), found=len(guess - first), right=len((gold & guess) - first))
    return _f1(counts)


def _first_word(sentence: Span) -> int:
    return int(next((t.idx for t in sentence if not t.is_space), sentence.start_char))


def speed(folder: Path, texts: list[str]) -> dict[str, float]:
    """Words a second of the whole pipeline from raw text, one thread, and what loading costs."""
    began = time.perf_counter()
    nlp = de.pipeline(folder)
    loaded = time.perf_counter() - began
    nlp(texts[0])
    began = time.process_time()
    words = sum(len(nlp(text)) for text in texts)
    taken = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"words/s": words / taken, "words": float(words), "load s": loaded, "peak MB": peak}


def _f1(counts: Counter[str]) -> dict[str, float]:
    precision = counts["right"] / max(counts["found"], 1)
    recall = counts["right"] / max(counts["gold"], 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"P": 100 * precision, "R": 100 * recall, "F1": 100 * f1}


def measure(folder: Path, model: Path, *, test: bool) -> dict[str, dict[str, float]]:
    """All figures; without `test`, on the validation part alone."""
    encoder = Encoder(model)
    if not test:
        kept = [s for i, s in enumerate(corpora.gsd(folder, "dev", merge=False)) if data.is_validation(i)]
        return {"UD GSD dev, validation part": treebank(encoder, kept)}
    held_out = corpora.germeval_held_out(folder)
    articles = [json.loads(p.read_bytes()) for p in sorted((folder / "wikinews-quotations/dev").glob("*.json"))]
    gsd = corpora.gsd(folder, "test", merge=False)
    return {
        "speed and memory, Wikinews dev": speed(model, [a["originalText"] for a in articles]),
        "UD GSD test, gold words": treebank(encoder, gsd),
        "UD GSD test, contractions as one word": treebank(encoder, corpora.gsd(folder, "test", merge=True)),
        "UNER-PUD": names(encoder, corpora.uner_pud(folder)),
        "GermEval held-out tenth, PER ORG LOC MISC": names(encoder, held_out, (*TYPES, "MISC")),
        "GermEval held-out tenth, PER ORG LOC": names(encoder, held_out),
        "sentence boundaries, UD GSD test": boundaries(encoder, gsd),
        "sentence boundaries, GermEval held-out tenth": boundaries(encoder, held_out),
        "sentence boundaries, Wikinews dev, raw text": raw_boundaries(de.pipeline(model), articles),
        "size": {f.name: f.stat().st_size / 1e6 for f in sorted(model.iterdir())},
    }


def main() -> None:
    """Print the figures, and write them as JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--validation", action="store_true", help="the validation part alone")
    options = parser.parse_args()
    figures = measure(options.data, options.model, test=not options.validation)
    for name, values in figures.items():
        print(name)
        print("   ", ", ".join(f"{k} {v:.2f}" for k, v in values.items()))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
