"""The honest estimate on KRAUTS: what only one fold asks for is off there, and everything else stays."""

from datetime import date

from benchmarks.krauts import Article
from benchmarks.krauts_folds import CLOSED, Item, Tagged, asked_for, items, row, without
from benchmarks.times import score

from quellenlage.intake import from_text
from quellenlage.language import load
from quellenlage.reading.times.grammar import grammar

LANGUAGE = load("de")
WHOLE = grammar("de")


def tagged(text: str, fold: int) -> Tagged:
    report = from_text(text, published=date(2021, 6, 16))
    article = Article(name=str(fold), text=text, created=None, gold=())
    return Tagged(article=article, report=report, doc=LANGUAGE.nlp(text), fold=fold)


def test_an_entry_is_asked_for_by_the_folds_in_which_it_changes_what_is_found() -> None:
    documents = [tagged("Übermorgen wird am Montag gewählt.", 1), tagged("Am Montag wurde gewählt.", 2)]
    asked = asked_for(documents, WHOLE)
    assert asked[Item("words", "übermorgen")] == {1}
    assert asked[Item("words", "vorgestern")] == frozenset()
    (monday,) = [number for number, rule in enumerate(WHOLE.rules) if rule.pattern == "w:weekday"]
    assert asked[Item("rules", str(monday))] == {1, 2}


def test_members_of_closed_classes_are_never_off() -> None:
    keys = {item.key for item in items(WHOLE) if item.kind == "words"}
    assert not {"Montag", "Mai", "Jahre", "der"} & keys
    assert {WHOLE.lexicon.words[key].name for key in keys}.isdisjoint(CLOSED)


def test_what_is_off_is_not_read() -> None:
    off = [Item("words", "übermorgen"), Item("phrases", "Ostern")]
    rest = without(WHOLE, off)
    text = "Übermorgen und Ostern wird am Montag gewählt."
    found = [list(rules.matches(rules.lexicon.pieces(text))) for rules in (WHOLE, rest)]
    assert [len(one) for one in found] == [3, 1]


def test_a_row_names_its_fold_and_its_figures() -> None:
    assert row("1/5", 20, 3, score([])).startswith("1/5     20 articles     3 off  strict   0.0")
