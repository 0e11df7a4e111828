"""The scorer of quotations against figures worked out by hand, and against trying every assignment."""

import itertools
from collections.abc import Iterable

import pytest
from benchmarks.measures import Measure
from benchmarks.quotes import NO_TOKENS, PARTS, ROLES, TYPES, Quotation, closeness, pair, score, token_f1
from hypothesis import given
from hypothesis import strategies as st


def quotation(
    content: Iterable[int], *, type: str | None = None, medium: str | None = None, **roles: Iterable[int]
) -> Quotation:
    sets = {name: frozenset(tokens) for name, tokens in roles.items()}
    return Quotation(content=frozenset(content), type=type, medium=medium, **sets)


def test_the_same_on_both_sides_is_perfect() -> None:
    one = quotation(range(5), source=[7], cue=[8], frame=[7, 8], addressee=[9], type="Direct", medium="Speech")
    figures = score([([one], [one])])
    assert {name for name, measure in figures.items() if measure == Measure(1, 1)} == {
        "joint", "content", "roles", "source", "cue", "frame", "addressee", "type", "medium", "content:Direct",
    }  # fmt: skip


def test_shares_of_tokens_are_averaged_over_quotations() -> None:
    """Gold: 0-9 by token 10, and 20-29 by nobody. Predicted: 0-4 by tokens 10 and 11, and 40-41."""
    gold = [quotation(range(10), source=[10]), quotation(range(20, 30))]
    predicted = [quotation(range(5), source=[10, 11]), quotation([40, 41])]
    figures = score([(predicted, gold)])
    assert figures["content"] == Measure(precision=(1 + 0) / 2, recall=(0.5 + 0) / 2)
    assert figures["source"] == Measure(precision=0.5, recall=1.0)
    assert figures["roles"] == figures["source"]
    assert figures["joint"] == Measure(precision=(1 + 0 + 0.5) / 3, recall=(0.5 + 0 + 1) / 3)


def test_the_sum_decides_and_not_the_first_best() -> None:
    """Alone, the first gold quotation would take the long one; then the second would be left with nothing."""
    gold = [quotation(range(4)), quotation(range(4, 8))]
    predicted = [quotation(range(8)), quotation(range(2))]
    pairs = set(pair(predicted, gold))
    assert pairs == {(predicted[1], gold[0]), (predicted[0], gold[1])}


def test_an_equal_type_breaks_a_tie() -> None:
    gold = [quotation(range(4), type="Direct")]
    predicted = [quotation(range(4), type="Reported"), quotation(range(4), type="Direct")]
    assert next(pair(predicted, gold)) == (predicted[1], gold[0])


def test_an_equal_medium_breaks_a_tie_more_weakly() -> None:
    gold = quotation(range(4), type="Direct", medium="Speech")
    by_type = quotation(range(4), type="Direct", medium="ST")
    by_medium = quotation(range(4), type="Reported", medium="Speech")
    assert closeness(by_type, gold) == pytest.approx(1.01)
    assert closeness(by_medium, gold) == pytest.approx(1.001)
    assert closeness(quotation([9], type="Direct", medium="Speech"), gold) == 0


def test_labels_count_the_given_and_the_due() -> None:
    gold = [quotation([1], type="Direct", medium="SW"), quotation([2], type="Reported", medium=None)]
    predicted = [quotation([1], type="Direct", medium=None)]
    figures = score([(predicted, gold)])
    assert figures["type"] == Measure(precision=1.0, recall=0.5)
    assert figures["medium"] == Measure(precision=0.0, recall=0.0)


def test_content_by_type_goes_by_the_gold_for_recall_and_by_ours_for_precision() -> None:
    gold = [quotation(range(10), type="Direct"), quotation(range(10, 20), type="Indirect")]
    predicted = [quotation(range(10), type="Indirect"), quotation(range(10, 15), type="Indirect")]
    figures = score([(predicted, gold)])
    assert figures["content:Direct"] == Measure(precision=0.0, recall=1.0)
    assert figures["content:Indirect"] == Measure(precision=1.0, recall=0.5)


def test_a_prediction_without_content_is_none() -> None:
    gold = [quotation([1, 2], source=[3])]
    assert score([([quotation([], source=[3])], gold)]) == score([([], gold)])


def test_nothing_at_all_scores_nothing() -> None:
    assert set(score([([], []), ([], [])]).values()) == {Measure(0, 0)}


def test_token_f1_is_twice_the_shared_over_all() -> None:
    assert token_f1(frozenset(range(4)), frozenset(range(2, 8))) == pytest.approx(2 * 2 / 10)
    assert token_f1(NO_TOKENS, NO_TOKENS) == 0


# Two documents of thirty numbered words; the figures are those of the scorer that the field uses, to nine digits.
PINNED_GOLD = [
    [
        quotation(range(8), source=[8], cue=[9], frame=[8, 9, 10], type="Indirect", medium="SW"),
        quotation(range(12, 20), source=[8], type="IndirectFreeIndirect", medium="SW"),
        quotation(range(21, 29), source=[29], cue=[20], addressee=[11], type="Direct", medium="Speech"),
    ],
    [
        quotation(range(6), source=[7, 8], cue=[6], frame=[6, 7, 8], type="Direct", medium="Speech"),
        quotation(range(10, 18), source=[19], type="Reported", medium="Writing"),
    ],
]
PINNED_PREDICTED = [
    [
        quotation(range(7), source=[8, 9], cue=[9], frame=[9, 10], type="Indirect", medium="Speech"),
        quotation(range(10, 24), source=[8], type="FreeIndirect", medium="SW"),
        quotation([25, 26], source=[29], cue=[28], addressee=[11, 12], type="Direct", medium="Speech"),
        quotation([29], source=[20], type="Direct", medium="ST"),
    ],
    [quotation(range(2, 14), source=[7], cue=[5, 6], frame=[6, 7, 8, 9], type="Direct", medium="Speech")],
]
PINNED_FIGURES: dict[str, tuple[float, float]] = {
    "content": (0.580952381, 0.558333333),
    "roles": (0.659090909, 0.742424242),
    "joint": (0.634672619, 0.684895833),
    "source": (0.700000000, 0.700000000),
    "cue": (0.500000000, 0.666666667),
    "type": (0.600000000, 0.600000000),
    "medium": (0.600000000, 0.600000000),
}


@pytest.mark.parametrize("row", ["content", "roles", "joint", "source", "cue", "type", "medium"])
def test_made_up_documents_give_the_figures_of_the_field(row: str) -> None:
    figures = score(zip(PINNED_PREDICTED, PINNED_GOLD, strict=True))
    assert figures[row] == pytest.approx(PINNED_FIGURES[row])


token_sets = st.frozensets(st.integers(0, 12), max_size=6)
quotations = st.builds(
    Quotation,
    content=token_sets,
    source=token_sets,
    cue=token_sets,
    frame=token_sets,
    addressee=token_sets,
    type=st.sampled_from([*TYPES, None]),
    medium=st.sampled_from(["Speech", "SW", None]),
)
sides = st.lists(quotations, max_size=4)


def every_assignment(predicted: list[Quotation], gold: list[Quotation]) -> list[list[tuple[int, int]]]:
    """List every way to pair as many as the shorter side allows, as (predicted, gold) indices."""
    if len(predicted) <= len(gold):
        return [list(enumerate(order)) for order in itertools.permutations(range(len(gold)), len(predicted))]
    return [[(p, g) for g, p in enumerate(order)] for order in itertools.permutations(range(len(predicted)), len(gold))]


def plain_figures(predicted: list[Quotation], gold: list[Quotation], pairs: list[tuple[int, int]]) -> list[float]:
    """Work the figures out the long way: every part of every quotation against its partner's."""
    partner_of_gold = {g: predicted[p] for p, g in pairs}
    partner_of_predicted = {p: gold[g] for p, g in pairs}
    nobody = quotation([])
    figures: list[float] = []
    for names in (("content",), ROLES, PARTS, *((role,) for role in ROLES)):
        given_ = [
            len(one.part(name) & partner_of_predicted.get(i, nobody).part(name)) / len(one.part(name))
            for name in names for i, one in enumerate(predicted) if one.part(name)
        ]  # fmt: skip
        due = [
            len(one.part(name) & partner_of_gold.get(i, nobody).part(name)) / len(one.part(name))
            for name in names for i, one in enumerate(gold) if one.part(name)
        ]  # fmt: skip
        figures += [sum(given_) / max(1, len(given_)), sum(due) / max(1, len(due))]
    return figures


@given(sides, sides)
def test_the_figures_are_those_of_a_best_assignment(predicted: list[Quotation], gold: list[Quotation]) -> None:
    """Where several assignments are equally good, any of them may have been taken."""
    said = [one for one in predicted if one.content]
    ways = every_assignment(said, gold)
    sums = [sum(closeness(said[p], gold[g]) for p, g in way) for way in ways]
    best = [way for way, total in zip(ways, sums, strict=True) if total >= max(sums) - 1e-9]
    figures = score([(predicted, gold)])
    ours = [part for row in ("content", "roles", "joint", *ROLES) for part in figures[row]]
    assert any(ours == pytest.approx(plain_figures(said, gold, way)) for way in best)


@given(sides, sides)
def test_every_quotation_comes_out_once(predicted: list[Quotation], gold: list[Quotation]) -> None:
    pairs = list(pair(predicted, gold))
    assert sorted(map(repr, (ours for ours, _ in pairs if ours))) == sorted(map(repr, predicted))
    assert sorted(map(repr, (theirs for _, theirs in pairs if theirs))) == sorted(map(repr, gold))


@given(st.lists(st.tuples(sides, sides), max_size=3))
def test_figures_lie_between_nought_and_one(documents: list[tuple[list[Quotation], list[Quotation]]]) -> None:
    for measure in score(documents).values():
        assert 0 <= measure.f1 <= 1
        assert min(measure) >= 0
        assert max(measure) <= 1
