"""The bench of the German pipeline: how its peers' answers are counted."""

import json
import os

import pytest
from training.corpora import Sentence

from benchmarks import german


@pytest.mark.parametrize(
    ("hanta", "treebank"),
    [("VV(FIN)", "VVFIN"), ("ADJ(A)", "ADJA"), ("NNA", "NN"), ("PROAV", "PAV"), ("$(", "$("), ("NE", "NE")],
)
def test_tags_of_hanta_are_read_as_the_treebank_writes_them(hanta: str, treebank: str) -> None:
    assert german._stts(hanta) == treebank


def test_words_without_a_gold_label_are_not_counted() -> None:
    sentences = [Sentence("gsd", ["Ein", "Tag"], xpos=["ART", None]), Sentence("gsd", ["Nacht"], xpos=["NN"])]
    assert german._accuracy(sentences, lambda s: ["ART"] * len(s.words), lambda s: s.xpos) == 50.0


def test_the_peak_is_that_of_this_process() -> None:
    assert 10 < german._peak() < 100_000


@pytest.mark.parametrize("name", ["hanta", german.ALONE])
def test_one_pipeline_is_timed_in_a_process_of_its_own(name: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "wikinews-quotations/train"
    folder.mkdir(parents=True)
    (folder / "a.json").write_text(json.dumps({"originalText": "Die Fähre fährt wieder. Das sagte der Hafenmeister."}))
    processors = os.sched_getaffinity(0)
    try:
        figures = german._speed(name, tmp_path)
    finally:
        os.sched_setaffinity(0, processors)
    assert figures["words a second"] > 0
