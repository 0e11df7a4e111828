from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.language import load, mark_furniture, table
from quellenlage.model import Form, Mention, Report, Span, Stance, Statement
from quellenlage.reading import attribution

LANGUAGE = load("de")
OPENING = ["Der", "Rat", "sagte", ",", "dass", "sie", "komme", "„", "“", "und", ".", "laut", "(", ")", "zu", "gehen"]
GOING_ON = ["–", "wie", "hat", "nach", "Angaben", "so", "habe", "soll", "sein", "Dies", "teilte", "mit", ":", "»", '"']
WORDS = [*OPENING, *GOING_ON, "fordert", "demnach", "zufolge", "\n\n"]


def read(text: str, mentions: tuple[Mention, ...] = (), furniture: tuple[Span, ...] = ()) -> list[Statement]:
    doc = LANGUAGE.nlp(text)
    mark_furniture(doc, furniture)
    return list(attribution.read(doc, Report(uri="-", text=text), LANGUAGE, mentions))


def part(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[a:b] for a, b in spans)


def examples() -> list[Any]:
    groups = [
        (kind, g) for kind in table("de", "attribution").values() for g in (kind if isinstance(kind, list) else [kind])
    ]
    return [pytest.param(g, id=g["example"]) for _, g in groups if "example" in g]


@pytest.mark.parametrize("group", examples())
def test_the_example_of_each_group(group: dict[str, Any]) -> None:
    text = group["example"]
    found = read(text)
    assert len(found) == 1
    one = found[0]
    assert part(text, one.content).replace(" … ", " ") == group.get("content", part(text, one.content))
    assert part(text, one.source) == group.get("source", "")
    assert part(text, one.addressee) == group.get("addressee", "")
    assert one.stance == group.get("stance", one.stance)


@pytest.mark.parametrize(
    ("text", "content", "source", "cue", "kind"),
    [
        ("Der Damm halte, sagte die Wirtin am Montag.", "Der Damm halte", "die Wirtin", "sagte", "Indirect"),
        ("Der Damm halte, so die Wirtin.", "Der Damm halte", "die Wirtin", "so", "Indirect"),
        ("Wie die Wirtin mitteilte, hält der Damm.", "hält der Damm", "die Wirtin", "Wie … mitteilte", "Indirect"),
        ("Man dürfe, sagte die Wirtin, nicht warten.", "Man dürfe … nicht warten", "die Wirtin", "sagte", "Indirect"),
        ("„Wir bleiben hier“, sagte die Wirtin.", "„Wir bleiben hier“", "die Wirtin", "sagte", "Direct"),
        ("Die Wirtin rief: »Wir bleiben hier.«", "»Wir bleiben hier.«", "Die Wirtin", "rief", "Direct"),
        ("Der Wirtin zufolge hält der Damm.", "hält der Damm", "Der Wirtin", "zufolge", "Indirect"),
        ("Ihrer Meinung nach hält der Damm.", "hält der Damm", "Ihrer Meinung", "nach", "Indirect"),
        ("Es wird vermutet, dass der Damm bricht.", "dass der Damm bricht", "", "Es wird vermutet", "Indirect"),
        ("Der Fahrer soll geschlafen haben.", "Der Fahrer soll geschlafen haben.", "", "", "FreeIndirect"),
        ("Der Rat lehnte ab, weil das Geld fehle.", "weil das Geld fehle", "Der Rat", "", "Indirect"),
    ],
)
def test_forms(text: str, content: str, source: str, cue: str, kind: str) -> None:
    one = read(text)[0]
    assert (part(text, one.content), part(text, one.source), part(text, one.cue), one.type) == (
        content,
        source,
        cue,
        kind,
    )


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Der Kapitän bezeichnete die Route als „Fahrt des Jahres“.", ["„Fahrt des Jahres“"]),
        ("Die Wirtin sagte, die Lage sei „kritisch“.", ["„kritisch“"]),
        ("Die Wirtin lobte das Magazin „Haus und Hof“.", []),
        ("Der „Seestern“ liegt im Hafen.", []),
    ],
)
def test_scare_quotes_and_names_are_left_alone(text: str, quoted: list[str]) -> None:
    assert [part(text, s.content) for s in read(text) if s.type == "Direct"] == quoted


def test_one_frame_and_two_halves_of_a_quotation_are_one_statement() -> None:
    text = "„Wir wissen das alles“, sagte die Wirtin, „aber wir handeln nicht.“"
    found = read(text)
    assert [part(text, s.content) for s in found] == ["„Wir wissen das alles“ … „aber wir handeln nicht.“"]


def test_the_mood_carries_the_source_on() -> None:
    text = "Die Wirtin sagte, der Damm halte. Man habe ihn geprüft. Er sei neu."
    found = read(text)
    assert [str(s.type) for s in found] == ["Indirect", "IndirectFreeIndirect"]
    assert part(text, found[1].source) == "Die Wirtin"
    assert part(text, found[1].content) == "Man habe ihn geprüft. Er sei neu."


def test_nobody_is_invented_where_nobody_has_spoken() -> None:
    text = "Der Damm ist alt. Er sei neu."
    assert [part(text, s.source) for s in read(text)] == [""]


def test_what_somebody_else_denies_is_no_part_of_a_source_under_a_preposition() -> None:
    text = "Der Hafenbehörde zufolge sank das Boot, die Reederei wies dies zurück."
    found = read(text)
    assert part(text, found[0].content) == "sank das Boot"
    assert [(part(text, s.source), str(s.stance)) for s in found[1:]] == [("die Reederei", "denies")]


def test_pointing_back() -> None:
    text = "Der Damm hält. Dies teilte die Stadt am Montag mit."
    one = read(text)[0]
    assert (part(text, one.content), part(text, one.source)) == ("Der Damm hält … Dies", "die Stadt")


def test_a_plan_is_no_hearsay() -> None:
    assert read("Der Park soll im Mai erweitert werden.") == []


def test_an_adverbial_clause_before_the_verb_is_no_content() -> None:
    assert read("Wenn der Damm bricht, droht den Orten das Wasser.") == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Das Amt bestätigte den Fund.", "confirms"),
        ("Das Amt bestätigte den Fund nicht.", "doubts"),
        ("Das Amt bestätigte nicht, dass der Zug entgleist ist.", "doubts"),
        ("Das Amt bestritt, dass der Zug entgleist ist.", "denies"),
        ("Das Amt kündigte nicht an, die Brücke zu sperren.", "denies"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    assert read(text)[0].stance == stance


def test_the_chain() -> None:
    text = "Der Sender meldete, die Ministerin habe erklärt, dass der Damm halte."
    outer, inner = read(text)
    assert (part(text, outer.source), part(text, inner.source)) == ("Der Sender", "die Ministerin")
    assert inner.within == outer.id


def test_no_statement_out_of_furniture() -> None:
    text = "Die Wirtin sagte, der Damm halte.\n\nDer Rat sagte, es regne."
    cut = Span(text.index("Der Rat"), len(text))
    assert [part(text, s.source) for s in read(text, furniture=(cut,))] == ["Die Wirtin"]


def mention(text: str, words: str, entity: str) -> Mention:
    start = text.index(words)
    return Mention(report="r", span=Span(start, start + len(words)), form=Form.NAME, entity=entity)


@pytest.mark.parametrize(
    ("text", "words", "sources"),
    [
        ("Der Sprecher der Bahn sagte, es regne.", ["Der Sprecher", "der Bahn"], ("Der Sprecher",)),
        ("Die Bahn und die Post sagten, es regne.", ["Die Bahn", "die Post"], ("Die Bahn", "die Post")),
        ("Nach Angaben der Bahn regnet es.", ["der Bahn"], ("der Bahn",)),
        ("Nach Angaben der Bahn und der Post regnet es.", ["der Bahn", "der Post"], ("der Bahn", "der Post")),
        ("Nach eigenen Angaben behandelt die Klinik vier Kranke.", ["die Klinik"], ("die Klinik",)),
        ("Die Klinik behandelt eigenen Angaben zufolge vier Kranke.", ["Die Klinik"], ("Die Klinik",)),
    ],
)
def test_sources_are_the_heads(text: str, words: list[str], sources: tuple[str, ...]) -> None:
    found = read(text, tuple(mention(text, w, w) for w in words))
    assert found[0].sources == sources


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60), st.text(max_size=30))
def test_any_text_gives_spans_inside_it(words: list[str], tail: str) -> None:
    text = " ".join(words) + tail
    found = read(text)
    for one in found:
        for span in (*one.content, *one.source, *one.cue, *one.frame, *one.addressee, *one.marks):
            assert 0 <= span.start < span.end <= len(text)
        assert one.content
    assert found == read(text)
    ids = {one.id for one in found}
    assert all(one.within in ids for one in found if one.within)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Der Sender meldet unter Berufung auf die Polizei, der Mann sei fort.", ["Der Sender", "die Polizei"]),
        ("Wie die Agentur unter Berufung auf Anwälte berichtet, ist er fort.", ["die Agentur", "Anwälte"]),
        ("Wie die „Torpost“ meldet, ist er fort. Das Blatt beruft sich auf Anwälte.", ["die „Torpost“", "Anwälte"]),
    ],
)
def test_who_is_cited_stands_within_who_cites(text: str, sources: list[str]) -> None:
    outer, inner = read(text)
    assert [part(text, outer.source), part(text, inner.source)] == sources
    assert (inner.content, inner.within, inner.cue) == (outer.content, outer.id, ())


def test_only_what_takes_up_the_paper_says_on_whom_it_relies() -> None:
    found = read("Wie die „Torpost“ meldet, ist er fort. Der Rat beruft sich auf das Gesetz.")
    assert all(one.within is None for one in found)


def test_an_answer_under_laut_has_its_own_source() -> None:
    text = "Laut Medienberichten wurde der Abzug von tonischer Seite bestätigt."
    outer, inner = read(text)
    assert (part(text, inner.source), str(inner.stance), inner.within) == ("tonischer Seite", "confirms", outer.id)


@pytest.mark.parametrize(
    "text", ["Weber dementierte.", "Der Konzern wies dies zurück.", "Der Minister bestreitet das."]
)
def test_a_denial_needs_no_content_of_its_own(text: str) -> None:
    assert [(str(s.type), str(s.stance)) for s in read(text)] == [("Reported", "denies")]


@pytest.mark.parametrize(
    "text",
    [
        "Das Landgericht verurteilte den Mann zu drei Jahren Haft.",
        "Die Überschwemmungen forderten 35 Todesopfer.",
        "Der Verband begrüßte den Entwurf.",
        "Im Mai soll er spätestens fertiggestellt sein.",
    ],
)
def test_no_statement(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    ["Zehn Menschen sollen verletzt worden sein.", "Die Beute soll im Keller liegen.", "Er soll geflohen sein."],
)
def test_hearsay(text: str) -> None:
    assert [str(s.type) for s in read(text)] == ["FreeIndirect"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Die Gewerkschaft Chemie und Papier spricht von Verlusten.", "Die Gewerkschaft Chemie und Papier"),
        ("„Wir waren zu wenige“, sagte Weber. Manche hätten sich erst am Tag danach gemeldet.", "Weber"),
        ("Die Absicherung nannte Weber nötig.", "Weber"),
        (
            "Nach Angaben der Hilfsgruppe Helfer ohne Grenzen starben drei.",
            "Angaben der Hilfsgruppe Helfer ohne Grenzen",
        ),
        ("Die Ministerin Anna Weber (ABC) fordert höhere Löhne.", "Die Ministerin Anna Weber (ABC)"),
        ("Weber wörtlich: „Wir bleiben hier.“", "Weber"),
    ],
)
def test_source(text: str, source: str) -> None:
    assert part(text, read(text)[-1].source) == source


def test_who_contradict_each_other_deny_nothing() -> None:
    found = read("Nach dem Brand widersprechen sich Behörden und Betreiber.")
    assert not [s for s in found if s.stance is Stance.DENIES]
