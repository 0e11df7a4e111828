"""What speaks for two mentions being of one event, as numbers, and how the judge weighs it."""

from dataclasses import replace

import numpy as np
import pytest

from quellenlage.linking.events import judge
from quellenlage.linking.events.kinds import near
from quellenlage.linking.events.profiles import Profile, Story, profile
from quellenlage.linking.events.signs import NAMES, Facts, Numbers, Pairs
from quellenlage.linking.events.things import first_part, things
from quellenlage.model import EventMention, Factuality, Interval, Span, Status, Theme
from quellenlage.reading.events.compounds import halves
from tests.story import day

COLUMN = {name: n for n, name in enumerate(NAMES)}


def mention(n: int, lemma: str = "Streik", frame: str = "strike", **more: object) -> EventMention:
    """A mention in report ``n`` that names nobody."""
    return EventMention(
        id=f"e{n}",
        report=f"r{n}",
        span=Span(0, len(lemma)),
        sentence=Span(0, 40),
        frame=frame,
        plover=None,
        lemma=lemma,
        factuality=Factuality.CERTAIN,
        **{"status": Status.HAPPENED, **more},  # type: ignore[arg-type]
    )


def told(*mentions: EventMention) -> list[Profile]:
    return [profile(one, "de", STORY) for one in mentions]


STORY = Story(actor_of={}, state_of={}, published={}, intervals={}, copies={})


def pairs(*mentions: EventMention) -> Pairs:
    found = Facts(told(*mentions), STORY).pairs(np.arange(len(mentions)))
    assert len(found) == 1
    return found[0]


def sign(found: Pairs, name: str) -> float:
    assert len(found.signs) == 1
    return float(found.signs[0, COLUMN[name]])


def test_each_pair_is_looked_at_once_and_none_with_itself() -> None:
    found = pairs(*(mention(n) for n in range(4)))
    assert len(found.one) == 6
    assert all(i < j for i, j in zip(found.one, found.other, strict=True))
    assert found.signs.shape == (6, len(NAMES))


def test_pairs_with_nothing_in_common_are_not_looked_at() -> None:
    assert len(pairs(mention(0), mention(1, "Urteil", "judge")).one) == 0


def test_new_rows_are_compared_with_all() -> None:
    facts = Facts(told(*(mention(n) for n in range(4))), STORY)
    assert sorted(zip(facts.pairs(np.array([3]))[0].one, facts.pairs(np.array([3]))[0].other, strict=True)) == [
        (3, 0),
        (3, 1),
        (3, 2),
    ]


def test_days_are_the_same_agree_or_exclude_each_other() -> None:
    same = pairs(mention(0, interval=day(4)), mention(1, interval=day(4)))
    assert sign(same, "same days") == sign(same, "days that agree") == 1
    apart = pairs(mention(0, interval=day(4)), mention(1, interval=day(9)))
    assert sign(apart, "days that exclude each other") == 1
    assert sign(apart, "days between") == 5
    assert apart.told_apart.all()
    open_ = pairs(mention(0, interval=day(4)), mention(1, interval=Interval(latest=day(9).latest)))
    assert sign(open_, "days that agree") == 1
    assert not open_.told_apart.any()


def test_people_travel_again_and_again() -> None:
    visits = [mention(n, "Besuch", "visit", interval=day(n + 2)) for n in (0, 5)]
    assert pairs(*visits).ruled_out.all()


@pytest.mark.parametrize("name", ["Bürgerversammlung", "Versammlung"])
def test_what_is_held_under_one_name_can_be_one(name: str) -> None:
    assert not pairs(mention(0, "Bürgerversammlung", "forum"), mention(1, name, "forum")).ruled_out.any()
    assert pairs(mention(0, "Stadtfest", "forum"), mention(1, name, "forum")).ruled_out.all()


def test_no_mention_gives_no_pair() -> None:
    assert [len(block.one) for block in Facts([], STORY).pairs(np.arange(0))] == []


def test_things_agree_in_form_and_in_their_last_part() -> None:
    one = mention(0, "brechen", "give_way", theme=Theme(span=Span(0, 6), name="Deiche"))
    assert things(one, "de") & things(mention(1, theme=Theme(span=Span(0, 6), name="Deich")), "de")
    assert first_part(mention(0, "Dammbruch"), "de") == {"damm"}
    assert "strecke" in things(mention(0, theme=Theme(span=Span(0, 6), name="Bahnstrecke")), "de")
    assert things(mention(0, "fallen", "judge", theme=Theme(span=Span(0, 6), name="Urteil")), "de") == frozenset()


@pytest.mark.parametrize(
    ("word", "parts"),
    [("deichbruch", ("deich", "bruch")), ("bahnstrecke", ("bahn", "strecke")), ("verwaltung", None), ("x" * 200, None)],
)
def test_compounds_come_apart(word: str, parts: tuple[str, str] | None) -> None:
    assert halves(word, "de") == parts


def test_a_word_of_no_frame_may_be_of_a_kind() -> None:
    one, two = told(mention(0), mention(1, "abbezahlen", "generic"))
    assert "strike" in near(one, "de")
    assert near(two, "de") == {two.family, "payment"}


def likely(**signs: float) -> float:
    row: Numbers = np.zeros((1, len(NAMES)), dtype=np.float32)
    for name, value in {"distance": -1.0, **{key.replace("_", " "): value for key, value in signs.items()}}.items():
        row[0, COLUMN[name]] = value
    return float(judge.likely(row, "de")[0])


def test_what_speaks_for_it_never_lowers_and_what_speaks_against_it_never_raises() -> None:
    plain = {"same_kind": 1.0, "same_family": 1.0, "same_status": 1.0}
    base = likely(**plain)
    for name in ("same_agent", "same_days", "same_thing", "same_place", "same_root"):
        assert likely(**plain, **{name: 1.0}) >= base
    for name in ("other_agents", "days_between", "days_that_exclude_each_other"):
        assert likely(**plain, **{name: 1.0}) <= base


def test_no_pairs_are_judged_without_a_look() -> None:
    assert len(judge.likely(np.zeros((0, len(NAMES)), dtype=np.float32), "de")) == 0


def test_it_does_not_matter_which_mention_came_last() -> None:
    facts = Facts(
        [
            replace(told(mention(0, "lahmlegen", "generic"))[0], around=frozenset({"angriff"})),
            replace(told(mention(1, "Angriff", "attack"))[0], called=frozenset({"angriff"})),
        ],
        STORY,
    )
    one, other = (facts.pairs(np.array([n]))[0] for n in (0, 1))
    assert len(one.one) == len(other.one) == 1
    assert (one.signs == other.signs).all()
