"""Groups that grow by pairs."""

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.linking.groups import Groups


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_the_order_of_joining_does_not_matter(pairs: list[tuple[int, int]]) -> None:
    one, other = Groups(range(10)), Groups(range(10))
    for a, b in pairs:
        one.join(a, b)
    for a, b in reversed(pairs):
        other.join(b, a)
    assert one.all() == other.all()
    assert sorted(i for group in one.all() for i in group) == list(range(10))
