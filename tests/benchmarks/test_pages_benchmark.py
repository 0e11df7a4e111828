import gzip
import json

from click.testing import CliRunner

from benchmarks import pages
from tests.intake.test_html import PARAGRAPHS, page

GOLD = {
    "page": "de/a.html.gz",
    "title": "Rat berät über den Tunnel",
    "authors": ["Jana Sommer"],
    "published": "2021-03-01 23:30:00+00:00",
    "body": list(PARAGRAPHS),
}
SOURCE = page("<p>Von Jana Sommer</p>", "<meta name='date' content='2021-03-02'>", "<p>(dpa/AFP)</p>").encode()


def folder(path, gold):
    (path / "de").mkdir()
    (path / "de" / "a.html.gz").write_bytes(gzip.compress(SOURCE))
    (path / "expected.jsonl").write_text(json.dumps(gold) + "\n")
    return path


def test_all_right(tmp_path):
    ours = pages.measure(folder(tmp_path, GOLD))["ours"][0]
    assert {row: ours.shares[row] for row in ("title", "day", "authors", "agencies")} == dict.fromkeys(
        ("title", "day", "authors", "agencies"), 1.0
    )
    assert ours.shares["body recall"] == 1.0
    assert "agencies" not in ours.faults


def test_faults_are_told_and_fail_the_check(tmp_path):
    wrong = GOLD | {"title": "Hafen", "authors": ["Ole Winter"], "published": "2021-03-05 07:00:00"}
    done = CliRunner().invoke(pages.main, [str(folder(tmp_path, wrong)), "--errors", "3", "--check"])
    assert done.exit_code == 1
    assert "title (1)" in done.output
    assert "expected ['Ole Winter']" in done.output


def test_words_are_counted_with_their_repeats():
    assert pages.overlap("a b b c", "a b d") == (2 / 4, 2 / 3, 4 / 7)
    assert pages.overlap("", "") == (0.0, 0.0, 0.0)


def test_without_the_data(tmp_path):
    done = CliRunner().invoke(pages.main, [str(tmp_path)])
    assert "holds no expected.jsonl" in done.output
