"""Text that reports share."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.language import load
from quellenlage.linking import copies
from quellenlage.model import Reading, Report, Span, Statement, StatementType
from quellenlage.reading.assemble import read_report

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


def test_two_that_rest_on_a_third_share_what_both_took_over() -> None:
    third, whole = reading("a", ORIGINAL), reading("b", ORIGINAL[: ORIGINAL.index("Der Umweg")] + OTHER)
    loose = reading("c", REWORDED)
    assert copies.find([whole, loose]) == ()
    found = {(copy.a, copy.b): copy for copy in copies.find([third, whole, loose])}
    assert found.keys() == {("a", "b"), ("a", "c"), ("b", "c")}
    spans = found["b", "c"].spans
    assert len(spans) >= 2
    assert all(s.end <= len(whole.report.text) - len(OTHER) and t.end <= len(REWORDED) for s, t in spans)


def test_other_news_is_no_copy() -> None:
    assert copies.find([reading("a", ORIGINAL), reading("b", OTHER)]) == ()


def test_quoting_the_same_words_is_no_copying() -> None:
    said = Statement(id="s", report="", content=(Span(0, len(ORIGINAL)),), type=StatementType.DIRECT)
    both = [
        reading(name, ORIGINAL + " " + end, statements=(said,)) for name, end in (("a", OTHER[:40]), ("b", OTHER[50:]))
    ]
    assert copies.find(both) == ()


@settings(deadline=None)
@given(st.lists(st.text(max_size=80), max_size=4))
def test_spans_lie_in_their_texts(texts: list[str]) -> None:
    readings = [reading(f"r{n}", text * 3) for n, text in enumerate(texts)]
    lengths = {r.report.id: len(r.report.text) for r in readings}
    for copy in copies.find(readings):
        assert 0 < copy.shared <= 1
        assert all(a.end <= lengths[copy.a] and b.end <= lengths[copy.b] for a, b in copy.spans)


NAMES = (
    "Ministerin Lena Ahl reist am Montag nach Norderende. Ministerin Lena Ahl will in Norderende die Werft besuchen. "
    "Die Werft in Norderende hatte Ministerin Lena Ahl eingeladen. Bürgermeister Jens Beck empfängt Lena Ahl am Hafen."
)
SAME_STORY = (
    "Bürgermeister Jens Beck freut sich auf Ministerin Lena Ahl. In Norderende hofft die Werft auf einen Auftrag. "
    "Lena Ahl war zuletzt vor drei Jahren in Norderende. Am Montag will die Ministerin mit Arbeitern sprechen."
)


def test_who_tells_the_same_story_has_not_copied() -> None:
    assert copies.find([reading("a", NAMES), reading("b", SAME_STORY)]) == ()


def test_a_shelf_that_grows_holds_what_one_filled_at_once_does() -> None:
    texts = {"a": ORIGINAL, "b": REWORDED, "c": OTHER, "d": "Vorab. " + ORIGINAL}
    readings = [reading(name, text) for name, text in texts.items()]
    shelf = copies.Shelf()
    for n in (2, 4, 3, 1, 4):
        assert shelf.hold(readings[:n]) == copies.find(readings[:n])


@settings(deadline=None)
@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_of_reports_changes_nothing(order: list[str]) -> None:
    texts = {"a": ORIGINAL, "b": REWORDED, "c": OTHER, "d": "Vorab. " + ORIGINAL}
    assert copies.find([reading(name, texts[name]) for name in order]) == copies.find(
        [reading(name, text) for name, text in texts.items()]
    )


def test_the_same_people_do_not_make_a_copy() -> None:
    first = (
        "Die Staatsanwältin Gesche Olthaus sah am Tag vor dem Fund in den Keller. Die Verteidigerin Tomke Harberts las "
        "ihm am Bett aus der Akte vor. Die Richterin Wiebke Ennen lud nun an dem Tag im Saal den Arzt vor."
    )
    second = (
        "Die Staatsanwältin Gesche Olthaus will nun in die Revision. Die Verteidigerin Tomke Harberts ist nun für ein "
        "Jahr in Rom. Die Richterin Wiebke Ennen geht ja in ein paar Tagen in die Pension."
    )
    read = [read_report(Report(uri=name, text=text), load("de")) for name, text in (("a", first), ("b", second))]
    assert copies.find(read) == ()
