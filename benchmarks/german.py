"""``python -m benchmarks.german DATA``: the German pipeline beside its peers, on corpora it was never trained on.

Peers: HanTa (Wartena 2019) for tags and lemmas, simplemma for lemmas, the pipeline without weights for mood too.
Words of GSD test, UNER-PUD and GermEval are given, boundaries of Wikinews are found in raw text. Speed, loading and
memory are measured in a process of their own, on one processor.
"""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import simplemma
from HanTa.HanoverTagger import HanoverTagger
from rich.console import Console
from rich.table import Table
from spacy.tokens import Doc
from training.corpora import Sentence

from quellenlage.language import pipeline
from quellenlage.language.de import weights
from quellenlage.language.de.encoder.encoder import Encoder
from training import corpora, evaluate

ARTICLES = 200  # of the quotation corpus, for speed
PIPELINES = {"encoder": None, "hanta": "hanta"}
ALONE = "HanTa alone"
SYSTEMS = (*PIPELINES, ALONE, "simplemma")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a measure, what it should reach, and what each system reached (None: not made for it)."""

    on: str
    measure: str
    floor: str
    beat: str
    reached: dict[str, float]


def main() -> None:
    """Print the table; with ``--speed NAME DATA``, the figures of one pipeline's own process as JSON."""
    if sys.argv[1:2] == ["--speed"]:
        print(json.dumps(_speed(sys.argv[2], Path(sys.argv[3]))))
        return
    rows = list(measure(Path(sys.argv[1])))
    table = Table(box=None, pad_edge=False)
    for column in ("on", "measure", "floor", "beat", *SYSTEMS):
        table.add_column(column, justify="left" if column in ("on", "measure") else "right")
    for row in rows:
        reached = [f"{row.reached[s]:,.1f}" if s in row.reached else "" for s in SYSTEMS]
        table.add_row(row.on, row.measure, row.floor, row.beat, *reached)
    Console(highlight=False, width=140).print(table)


def measure(folder: Path) -> Iterator[Row]:
    """Give the rows of the table."""
    yield from _treebank(corpora.gsd(folder, "test", merge=False))
    yield from _names(folder)
    yield from _boundaries(folder)
    yield from _speeds(folder)


def _treebank(sentences: list[Sentence]) -> Iterator[Row]:
    ours = evaluate.treebank(Encoder(weights()), sentences)
    bare = _without_weights(sentences)
    hanta = _hanta(sentences)
    lemma = _accuracy(sentences, lambda s: [simplemma.lemmatize(w, lang="de") for w in s.words], lambda s: s.lemmas)
    tags = {"encoder": ours["STTS"], "hanta": bare["STTS"], ALONE: hanta["STTS"]}
    yield Row("UD GSD test", "STTS", "96.3", "97.5", tags)
    yield Row("", "Mood=Sub F1", "90", "95", {"encoder": ours["Mood=Sub F1"], "hanta": bare["Mood=Sub F1"]})
    lemmas = {"encoder": ours["lemma"], "hanta": bare["lemma"], ALONE: hanta["lemma"], "simplemma": lemma}
    yield Row("", "lemma", "96.5", "97.5", lemmas)
    yield Row("", "UAS", "85", "89", {"encoder": ours["UAS"]})
    yield Row("", "LAS", "80", "85", {"encoder": ours["LAS"]})


def _names(folder: Path) -> Iterator[Row]:
    encoder, held_out = Encoder(weights()), corpora.germeval_held_out(folder)
    pud = evaluate.names(encoder, corpora.uner_pud(folder))["F1"]
    yield Row("UNER-PUD", "names F1, PER ORG LOC", "78", "84", {"encoder": pud})
    three = evaluate.names(encoder, held_out)["F1"]
    four = evaluate.names(encoder, held_out, (*evaluate.TYPES, "MISC"))["F1"]
    yield Row("GermEval, held-out tenth", "names F1, PER ORG LOC", "78", "85", {"encoder": three})
    yield Row("", "names F1, with MISC", "", "", {"encoder": four})


def _boundaries(folder: Path) -> Iterator[Row]:
    articles = [json.loads(p.read_bytes()) for p in sorted((folder / "wikinews-quotations/dev").glob("*.json"))]
    found = {n: evaluate.raw_boundaries(pipeline("de", m), articles)["F1"] for n, m in PIPELINES.items()}
    yield Row("Wikinews dev, raw text", "sentence boundary F1", "97", "99", found)


def _speeds(folder: Path) -> Iterator[Row]:
    command = [sys.executable, "-m", "benchmarks.german", "--speed"]
    runs = {n: json.loads(subprocess.check_output([*command, n, str(folder)])) for n in (*PIPELINES, ALONE)}  # noqa: S603
    wanted = {"words a second": ("3,000", "6,000"), "seconds to load": ("2", "1"), "peak memory, MB": ("700", "400")}
    for measure_, (floor, beat) in wanted.items():
        on = f"{ARTICLES} articles, one processor" if measure_ == "words a second" else ""
        yield Row(on, measure_, floor, beat, {n: run[measure_] for n, run in runs.items() if measure_ in run})


def _speed(name: str, folder: Path) -> dict[str, float]:
    """Words a second from raw text to finished Doc, loading and peak memory of one pipeline in this process."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    paths = sorted((folder / "wikinews-quotations/train").glob("*.json"))[:ARTICLES]
    texts = [json.loads(path.read_bytes())["originalText"] for path in paths]
    began = time.perf_counter()
    nlp = HanoverTagger("morphmodel_ger.pgz") if name == ALONE else pipeline("de", PIPELINES[name])
    loaded = time.perf_counter() - began
    if name == ALONE:
        sentences = [[t.text for t in s] for d in pipeline("de", "hanta").pipe(texts) for s in d.sents]
        began = time.process_time()
        words = sum(len(nlp.tag_sent(s, taglevel=1)) for s in sentences)
        return {"words a second": words / (time.process_time() - began), "seconds to load": loaded}
    nlp(texts[0])
    began = time.process_time()
    words = sum(len(nlp(text)) for text in texts)
    taken = time.process_time() - began
    return {"words a second": words / taken, "seconds to load": loaded, "peak memory, MB": _peak()}


def _peak() -> float:
    """Megabytes at the most, of this process alone; what ``getrusage`` says begins with its parent's."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1024


def _without_weights(sentences: list[Sentence]) -> dict[str, float]:
    nlp = pipeline("de", "hanta")
    docs = []
    for s in sentences:
        doc = Doc(nlp.vocab, words=s.words, sent_starts=[True] + [False] * (len(s.words) - 1))
        for name, step in nlp.pipeline:
            doc = step(doc) if name == "quellenlage_de_tagger" else doc
        docs.append(doc)
    at = {id(s): doc for s, doc in zip(sentences, docs, strict=True)}
    pairs = [(t, s.features[t.i]) for s in sentences for t in at[id(s)]]
    found = sum("Mood=Sub" in str(t.morph) for t, _ in pairs)
    gold = sum(f.get("Mood") == "Sub" for _, f in pairs)
    right = sum("Mood=Sub" in str(t.morph) and f.get("Mood") == "Sub" for t, f in pairs)
    return {
        "STTS": _accuracy(sentences, lambda s: [t.tag_ for t in at[id(s)]], lambda s: s.xpos),
        "lemma": _accuracy(sentences, lambda s: [t.lemma_ for t in at[id(s)]], lambda s: s.lemmas),
        "Mood=Sub F1": 200 * right / max(found + gold, 1),
    }


def _hanta(sentences: list[Sentence]) -> dict[str, float]:
    tagger = HanoverTagger("morphmodel_ger.pgz")
    found = {id(s): tagger.tag_sent(s.words, taglevel=1) for s in sentences}
    return {
        "STTS": _accuracy(sentences, lambda s: [_stts(tag) for _, _, tag in found[id(s)]], lambda s: s.xpos),
        "lemma": _accuracy(sentences, lambda s: [lemma for _, lemma, _ in found[id(s)]], lambda s: s.lemmas),
    }


def _stts(tag: str) -> str:
    """HanTa's tag as the treebank has it: `VV(FIN)`, `NNA` and `PROAV` are written otherwise there."""
    if tag.startswith("$"):
        return tag
    return {"NNA": "NN", "NNI": "NN", "PROAV": "PAV"}.get(tag, tag.replace("(", "").replace(")", ""))


def _accuracy(
    sentences: list[Sentence], read: Callable[[Sentence], list[str]], gold: Callable[[Sentence], list[str | None]]
) -> float:
    pairs = [pair for s in sentences for pair in zip(read(s), gold(s), strict=True) if pair[1] is not None]
    return 100 * sum(a == b for a, b in pairs) / max(len(pairs), 1)


if __name__ == "__main__":
    main()
