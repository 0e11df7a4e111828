"""Text that reports share."""

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.linking import copies
from quellenlage.model import Reading, Report, Span, Statement, StatementType

ORIGINAL = (
    "Die Brücke über die Lauter bleibt nach Angaben des Landkreises bis zum Ende des Jahres gesperrt. "
    "Bei einer Prüfung hatten Fachleute Risse in zwei Pfeilern gefunden. Der Umweg führt über die alte Mühlstraße."
)
REWORDED = (
    "In zwei Pfeilern haben Fachleute bei einer Prüfung Risse gefunden. Nach Angaben des Landkreises bleibt die "
    "Lauter-Brücke gesperrt, und zwar bis zum Ende des Jahres. Wer über die alte Mühlstraße fährt, nimmt einen Umweg."
)
OTHER = (
    "Der Gemeinderat hat den Haushalt beschlossen. Für die Schule sind zwei Millionen vorgesehen, für das Bad nichts."
)


def reading(name: str, text: str, **more: object) -> Reading:
    ends = [i + 1 for i, c in enumerate(text) if c == "."] or [len(text)]
    sentences = tuple(Span(a, b) for a, b in zip([0, *ends[:-1]], ends, strict=True) if a < b)
    return Reading(report=Report(uri=name, text=text, id=name), sentences=sentences, **more)  # type: ignore[arg-type]


def test_word_for_word() -> None:
    (copy,) = copies.find([reading("a", "Vorab. " + ORIGINAL), reading("b", ORIGINAL + " " + OTHER)])
    assert (copy.a, copy.b) == ("a", "b")
    assert copy.shared > 0.9
    assert all(len(s) == 2 for s in copy.spans)


def test_in_other_words() -> None:
    (copy,) = copies.find([reading("a", ORIGINAL), reading("b", REWORDED)])
    assert copy.shared >= 0.5


def test_other_news_is_no_copy() -> None:
    assert copies.find([reading("a", ORIGINAL), reading("b", OTHER)]) == ()


def test_quoting_the_same_words_is_no_copying() -> None:
    said = Statement(id="s", report="", content=(Span(0, len(ORIGINAL)),), type=StatementType.DIRECT)
    both = [
        reading(name, ORIGINAL + " " + end, statements=(said,)) for name, end in (("a", OTHER[:40]), ("b", OTHER[50:]))
    ]
    assert copies.find(both) == ()


@given(st.lists(st.text(max_size=80), max_size=4))
def test_spans_lie_in_their_texts(texts: list[str]) -> None:
    readings = [reading(f"r{n}", text * 3) for n, text in enumerate(texts)]
    lengths = {r.report.id: len(r.report.text) for r in readings}
    for copy in copies.find(readings):
        assert 0 < copy.shared <= 1
        assert all(a.end <= lengths[copy.a] and b.end <= lengths[copy.b] for a, b in copy.spans)
