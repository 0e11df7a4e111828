"""The scorer of coreference against figures worked out by hand."""

from pathlib import Path
from typing import Any

import pytest
from benchmarks.coreference import cubed, find, load, main, score
from benchmarks.dossiers import Story
from click.testing import CliRunner

from quellenlage.model.dossier import ActorRow, Dossier, MentionRow, PublishedRow, ReportRow
from quellenlage.model.dossier import Story as StoryRow
from quellenlage.model.terms import Basis, Kind

ONE = "Lars Holm kam. Holm sprach. Eva Holm nicht. Holms Bruder blieb."
TWO = "Der Trainer Holm schwieg. US-Angaben fehlen."


def report(uri: str, text: str) -> ReportRow:
    published = PublishedRow(earliest=None, latest=None, basis=Basis.UNKNOWN, evidence=())
    return ReportRow(
        id=uri, uri=uri, url=None, outlet=None, title=None, authors=(), agencies=(), language="de", sha256="",
        text=text, furniture=(), sentences=(), copy_of=None, published=published,
    )  # fmt: skip


def dossier(*mentions: tuple[str, str, str]) -> Dossier:
    """Make a dossier of (report, words, actor); the words are taken where they stand first after the last ones."""
    texts, rows, last = {"1": ONE, "2": TWO}, [], {"1": 0, "2": 0}
    for uri, words, actor in mentions:
        start = texts[uri].index(words, last[uri])
        last[uri] = start + len(words)
        rows.append(MentionRow(report=uri, start=start, end=start + len(words), actor=actor))
    names = sorted({actor for _, _, actor in mentions})
    actors = tuple(ActorRow(id=n, name=n, kind=Kind.PERSON, aliases=(), roles=()) for n in names)
    return Dossier(
        story=StoryRow(id="s", title="", begin=None, end=None), reports=(report("1", ONE), report("2", TWO)), times=(),
        actors=actors, mentions=tuple(rows), statements=(), events=(), claims=(), conflicts=(), copies=(),
    )  # fmt: skip


def mention(file: str, quote: str, form: str, nth: int = 1) -> dict[str, Any]:
    return {"file": file, "quote": quote, "form": form, "nth": nth}


GOLD = {
    "complete": ["1", "2"],
    "actor": [
        {
            "name": "Lars Holm",
            "kind": "person",
            "mentions": [
                mention("1", "Lars Holm", "name"),
                mention("1", "Holm", "short", 2),
                mention("1", "Holms", "genitive"),
                mention("2", "Der Trainer", "role"),
            ],
        },
        {"name": "Eva Holm", "kind": "person", "mentions": [mention("1", "Eva Holm", "name")]},
        {"name": "USA", "kind": "place", "mentions": [mention("2", "US", "compound")]},
    ],
}
OURS = dossier(
    ("1", "Lars Holm", "a"), ("1", "Holm sprach"[:4], "a"), ("1", "Eva Holm", "a"), ("1", "Holms", "b"),
    ("2", "US-Angaben", "u"),
)  # fmt: skip


def test_mentions_are_counted_by_form() -> None:
    scores = score(GOLD, OURS)
    assert (scores["mentions"].right_due, scores["mentions"].due) == (5, 6)
    assert (scores["mentions: role"].right_due, scores["mentions: role"].due) == (0, 1)
    # of a compound the whole word will do
    assert scores["mentions: compound"].right_due == 1


def test_links_are_pairs_of_mentions_that_were_found() -> None:
    links = score(GOLD, OURS)["links"]
    # given: Lars+Holm, Lars+Eva, Holm+Eva; due: Lars+Holm, Lars+Holms, Holm+Holms
    assert (links.right_given, links.given, links.right_due, links.due) == (1, 3, 1, 3)


def test_links_are_counted_by_reach_and_by_form() -> None:
    scores = score(GOLD, OURS)
    assert (scores["links in a report"].given, scores["links across reports"].given) == (3, 0)
    assert (scores["links: genitive"].right_due, scores["links: genitive"].due) == (0, 2)


def test_b_cubed_by_hand() -> None:
    found = [one for one in find(Story(GOLD, OURS)) if one.actor]
    precision, recall = cubed(found).measure()
    assert precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)


def test_what_is_not_found_costs_recall_alone() -> None:
    precision, recall = cubed(find(Story(GOLD, OURS))).measure()
    assert precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert recall == pytest.approx((2 / 4 + 2 / 4 + 1 / 4 + 0 + 1 + 1) / 6)


def test_one_mention_answers_one_annotation() -> None:
    found = find(Story(GOLD, dossier(("1", "Lars Holm", "a"))))
    assert [one.actor for one in found if one.place.report == "1"] == ["a", None, None, None]


def test_faults_say_what_is_wrong() -> None:
    faults = score(GOLD, OURS)["links in a report"].faults
    assert sum(fault.startswith("WRONG: Lars Holm") for fault in faults) == 2
    assert sum(fault.startswith("apart: Lars Holm") for fault in faults) == 2


def test_only_stories_with_annotations_are_measured(tmp_path: Path) -> None:
    for name, files in (("a", ("gold.toml", "coreference.toml")), ("b", ("gold.toml",))):
        (tmp_path / name).mkdir()
        for file in files:
            (tmp_path / name / file).write_text('set = "develop"\n', encoding="utf-8")
    assert [path.name for path, _ in load(tmp_path, "all")] == ["a"]
    assert list(load(tmp_path, "measure")) == []


def test_the_command_prints_a_table_a_set(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    (folder / "reports").mkdir(parents=True)
    (folder / "reports" / "1.txt").write_text(ONE, encoding="utf-8")
    (folder / "gold.toml").write_text('set = "develop"\n', encoding="utf-8")
    rows = 'complete = ["1.txt"]\n[[actor]]\nname = "Lars Holm"\nkind = "person"\n'
    rows += 'mentions = [{ file = "1.txt", quote = "Lars Holm", form = "name" }]\n'
    (folder / "coreference.toml").write_text(rows, encoding="utf-8")
    result = CliRunner().invoke(main, ["--stories", str(tmp_path), "--errors"])
    assert result.exit_code == 0
    assert "develop:" in result.output
    assert "100.0 of 1" in result.output
