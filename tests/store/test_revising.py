"""What a revision changed: passages that lie in their texts, with nothing changed between them."""

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.model import Reading, Report, Span
from quellenlage.store.revising import changes

SENTENCES = st.lists(
    st.sampled_from(["Der Rat tagt.", "Die Fähre fährt.", "Drei kamen.", "Vier kamen.", "Ende."]), max_size=8
)


def reading(sentences: list[str], furniture: bool = False) -> Reading:
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + " "
    report = Report(uri="a.txt", text=text, furniture=tuple(spans) if furniture else ())
    return Reading(report=report, sentences=tuple(spans))


@given(SENTENCES, SENTENCES)
def test_what_is_not_changed_is_the_same_in_both(before: list[str], after: list[str]) -> None:
    one, other = reading(before), reading(after)
    kept: list[list[str]] = []
    found = list(changes(one, other))
    for version, spans in ((one, [c.before for c in found]), (other, [c.after for c in found])):
        assert all(0 <= s.start <= s.end <= len(version.report.text) for s in spans)
        kept.append(
            [
                version.report.quote(s)
                for s in version.sentences
                if not any(c.covers(s) and c.start < c.end for c in spans)
            ]
        )
    assert kept[0] == kept[1]
    assert bool(found) == (before != after)


def test_a_sentence_that_was_added_stands_behind_the_one_before() -> None:
    (change,) = changes(reading(["Der Rat tagt.", "Ende."]), reading(["Der Rat tagt.", "Drei kamen.", "Ende."]))
    assert change.before == Span(13, 13)
    assert change.after == Span(14, 25)


def test_furniture_that_changes_is_no_finding() -> None:
    assert list(changes(reading(["Ende."], furniture=True), reading(["Drei kamen."], furniture=True))) == []
