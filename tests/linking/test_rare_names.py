"""Reports of little weight in common that have rare names and nouns in common."""

from datetime import date, timedelta

from quellenlage.linking.stories import About, partition
from quellenlage.model import Interval, Kind

FIRST = date(2024, 5, 1)
PEOPLE = ["ahlmann", "brandis", "corvin", "dettmer"]
THINGS = ["brücken", "deichba", "fährbet", "gutacht"]


def told(own: str, names: list[str], nouns: list[str], after: int = 0) -> About:
    """Give a report with these names and nouns among sixty words that no other has."""
    kinds = dict.fromkeys(names, Kind.PERSON.value) | dict.fromkeys(nouns, "")
    alone = [f"{own}{n:05d}" for n in range(60)]
    on = FIRST + timedelta(days=after)
    return About(
        counts=dict.fromkeys([*kinds, *alone], 1),
        kinds=kinds | dict.fromkeys(alone, ""),
        days=Interval(earliest=on, latest=on),
    )


def test_names_and_nouns_make_one_story() -> None:
    assert partition([told("a", PEOPLE, THINGS), told("b", PEOPLE, THINGS)]) == [[0, 1]]


def test_names_alone_do_not() -> None:
    names = [*PEOPLE, "eckhold", "fennloh", "gerlach", "hollern"]
    assert partition([told("a", names, []), told("b", names, [])]) == [[0], [1]]


def test_weeks_later_it_takes_more() -> None:
    assert partition([told("a", PEOPLE, THINGS), told("b", PEOPLE, THINGS, after=30)]) == [[0], [1]]


def test_a_report_joins_the_story_whose_reports_have_its_words_together() -> None:
    one = told("a", PEOPLE, [*THINGS, "stauwer"])
    other = told("b", PEOPLE, [*THINGS[1:], "hochwas", "sandsäc"])
    third = told("c", PEOPLE[:3], [THINGS[0], "stauwer", "hochwas", "sandsäc"])
    assert partition([one, other]) == [[0, 1]]
    assert partition([one, third]) == partition([other, third]) == [[0], [1]]
    assert partition([one, other, third]) == [[0, 1, 2]]
