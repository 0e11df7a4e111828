"""The scorer of time expressions against figures worked out by hand, and against a plain restatement of the measure."""

import pytest
from benchmarks.measures import Measure
from benchmarks.times import KINDS, TYPES, Timex, pair, score
from hypothesis import given
from hypothesis import strategies as st


def timex(start: int, end: int, kind: str | None = "DATE", value: str | None = "2031-05-06") -> Timex:
    return Timex(start=start, end=end, type=kind, value=value)


def test_the_same_on_both_sides_is_perfect() -> None:
    tags = [timex(0, 5), timex(7, 9, "TIME", "T10:00")]
    figures = score([(tags, tags)])
    assert {figures[kind] for kind in KINDS} == {Measure(1, 1)}
    assert figures["value:TIME"] == Measure(1, 1)
    assert figures["value:SET"] == Measure(0, 0)


def test_each_kind_asks_for_something_else() -> None:
    """Of four due: one right, one a character short, one with another value, one missed; two of five are invented."""
    gold = [timex(0, 5), timex(10, 15), timex(20, 25), timex(30, 35)]
    system = [timex(0, 5), timex(11, 15), timex(20, 25, "SET", "P1D"), timex(40, 45), timex(50, 55)]
    figures = score([(system, gold)])
    assert figures["relaxed"] == Measure(3 / 5, 3 / 4)
    assert figures["strict"] == Measure(2 / 5, 2 / 4)
    assert figures["value"] == Measure(2 / 5, 2 / 4)
    assert figures["strict+value"] == Measure(1 / 5, 1 / 4)
    assert figures["type"] == Measure(2 / 5, 2 / 4)


def test_by_type_recall_goes_by_the_gold_and_precision_by_ours() -> None:
    figures = score([([timex(0, 5, "TIME")], [timex(0, 5, "DATE"), timex(9, 12, "DATE")])])
    assert figures["relaxed:TIME"] == Measure(precision=1.0, recall=0.0)
    assert figures["relaxed:DATE"] == Measure(precision=0.0, recall=0.5)


def test_the_same_span_is_taken_before_a_longer_overlap_of_another() -> None:
    wide, exact = timex(0, 20), timex(5, 10)
    assert pair([wide, exact], [timex(5, 10)]) == [(exact, timex(5, 10)), (wide, None)]


def test_the_longer_overlap_is_taken() -> None:
    short, long = timex(0, 6), timex(6, 20)
    assert pair([short, long], [timex(5, 10)])[0][0] == long


def test_one_expression_answers_one_alone() -> None:
    pairs = pair([timex(0, 20)], [timex(0, 5), timex(6, 20)])
    assert pairs == [(timex(0, 20), timex(0, 5)), (None, timex(6, 20))]


def test_expressions_that_only_touch_do_not_overlap() -> None:
    assert score([([timex(0, 5)], [timex(5, 9)])])["relaxed"] == Measure(0, 0)


# Three made-up documents; the figures are those of the scorer that the field uses.
PINNED_GOLD = [
    [timex(0, 10), timex(12, 18, "TIME", "T08:00"), timex(20, 30, "DURATION", "P3D"), timex(22, 25, "SET", "P1W")],
    [timex(4, 9, "DATE", "2031"), timex(9, 14, "DATE", "2032")],
    [timex(1, 3)],
]
PINNED_SYSTEM = [
    [timex(11, 19, "TIME", "T08:00"), timex(0, 10, "TIME"), timex(21, 26, "SET", "P1W"), timex(50, 60)],
    [timex(0, 14, "DATE", "2032"), timex(5, 9, "DATE", "2031"), timex(9, 14, "DATE", "2032")],
    [],
]
PINNED_FIGURES: dict[str, tuple[float, float]] = {
    "strict": (0.285714286, 0.285714286),
    "relaxed": (0.714285714, 0.714285714),
    "value": (0.428571429, 0.428571429),
    "strict+value": (0.285714286, 0.285714286),
    "type": (0.428571429, 0.428571429),
}


@pytest.mark.parametrize("kind", KINDS)
def test_made_up_documents_give_the_figures_of_the_field(kind: str) -> None:
    assert score(zip(PINNED_SYSTEM, PINNED_GOLD, strict=True))[kind] == pytest.approx(PINNED_FIGURES[kind])


tags = st.builds(
    lambda start, length, kind, value: timex(start, start + length, kind, value),
    st.integers(0, 20),
    st.integers(1, 6),
    st.sampled_from(TYPES),
    st.sampled_from(["2031", "P1D"]),
)
sides = st.lists(tags, max_size=6)


def plain_counts(system: list[Timex], gold: list[Timex]) -> dict[str, int]:
    """Count as the measure is worded, one gold expression after the other, by sorting all that is left."""
    left = list(system)
    counts = dict.fromkeys(KINDS, 0)
    for due in gold:
        shared = {i: len(set(range(*one.span)) & set(range(*due.span))) for i, one in enumerate(left)}
        near = sorted((i for i in shared if shared[i]), key=lambda i: (left[i].span != due.span, -shared[i], i))
        if not near:
            continue
        one = left.pop(near[0])
        counts["relaxed"] += 1
        counts["strict"] += one.span == due.span
        counts["value"] += one.value == due.value
        counts["strict+value"] += one.span == due.span and one.value == due.value
        counts["type"] += one.type == due.type
    return counts


@given(st.lists(st.tuples(sides, sides), max_size=3))
def test_the_figures_are_those_of_a_plain_count(documents: list[tuple[list[Timex], list[Timex]]]) -> None:
    given_ = sum(len(system) for system, _ in documents)
    due = sum(len(gold) for _, gold in documents)
    counts = [plain_counts(system, gold) for system, gold in documents]
    figures = score(documents)
    for kind in KINDS:
        right = sum(count[kind] for count in counts)
        assert figures[kind] == pytest.approx((right / max(1, given_), right / max(1, due)))


@given(sides, sides)
def test_every_expression_comes_out_once(system: list[Timex], gold: list[Timex]) -> None:
    pairs = pair(system, gold)
    assert [theirs for _, theirs in pairs if theirs] == gold
    assert sorted(map(repr, (ours for ours, _ in pairs if ours))) == sorted(map(repr, system))
