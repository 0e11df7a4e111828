"""Short sentences of news, by the forms of German grammar: what is found, its type and its value."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from quellenlage.language import load
from quellenlage.model import Interval, Report
from quellenlage.reading.times import anchor, find

DAY = Interval(earliest=date(2021, 6, 16), latest=date(2021, 6, 16))
SENTENCES: list[list[str]] = [
    sentence
    for file in sorted((Path(__file__).parent / "sentences").glob("*.toml"))
    for group in tomllib.loads(file.read_text(encoding="utf-8")).values()
    for sentence in group
]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence[0])
def test_a_sentence_has_these_times_and_no_others(sentence: list[str]) -> None:
    text, *expected = sentence
    language, report = load("de"), Report(uri="test", text=text)
    times = anchor(tuple(find(language.nlp(text), report, language)), DAY)
    assert [f"{report.quote(time.span)} = {time.type.value} {time.value}" for time in times] == expected
