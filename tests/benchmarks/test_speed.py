import json
from collections import Counter

from benchmarks.speed import SAMPLES, Stopwatch, made_up, print_stages, reports_in, stages

from quellenlage.language import load


def test_every_stage_is_timed_and_shown(capsys):
    watch = Stopwatch()
    stages(made_up(1), load("de"), watch)
    timed = ["tokens", "pipeline", "times", "dating", "names", "clauses", "attribution", "events"]
    assert [stage for stage in watch.seconds if stage in timed] == timed
    print_stages(Counter(pipeline=2.0, times=2.0), words=1000, reports=3)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "3 reports, 1000 words: 250 words/s"
    assert lines[-1] == "  all but the pipeline 2.00 s, 500 words/s"


def test_reports_come_from_folders_and_from_the_quotation_corpus(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps({"originalText": "Der Rat tagt."}), encoding="utf-8")
    assert [report.text for report in reports_in([tmp_path])] == ["Der Rat tagt."]
    assert len(list(reports_in([SAMPLES]))) >= 11


def test_made_up_reports_differ_and_stay_the_same():
    assert made_up(3) == made_up(3)
    assert len({made_up(number).id for number in range(60)}) == 60
