import pytest

from quellenlage.intake.furniture import bare, furniture_table, phrases, rules

TABLE = furniture_table()
ENTRIES = list(zip(TABLE["rules"], rules(), strict=True))


@pytest.mark.parametrize(("entry", "rule"), ENTRIES)
def test_rule_fits_its_examples(entry, rule):
    assert all(rule.match(example) for example in entry["examples"]), [
        e for e in entry["examples"] if not rule.match(e)
    ]


@pytest.mark.parametrize(("entry", "rule"), ENTRIES)
def test_rule_leaves_its_counterexamples(entry, rule):
    assert not [example for example in entry["counterexamples"] if rule.match(example)]


@pytest.mark.parametrize("group", TABLE["lines"], ids=lambda group: group["kind"])
def test_exact_lines_fit_their_examples(group):
    assert [phrases()[bare(example)].kind for example in group["examples"]] == [group["kind"]] * len(group["examples"])


def test_an_exact_line_is_one_kind_only():
    said = [bare(words) for group in TABLE["lines"] for words in group["says"]]
    assert sorted(said) == sorted(set(said))


def test_lists_are_sorted():
    lists = [*TABLE["agencies"].values(), *(group["says"] for group in TABLE["lines"]), TABLE["captions"]["photo"]]
    assert [entries for entries in lists if entries != sorted(entries)] == []


def test_the_last_characters_alone_are_searched():
    caption = next(rule for rule in rules() if rule.kind == "caption")
    assert caption.match("Wort " * 10_000 + "Ende. Foto: dpa")
    assert caption.match("Foto: " + "Jana " * 4 + "Sommer")
    assert not caption.match("Foto: " + "Janajanajanajanajanajana " * 7 + "Sommer")
