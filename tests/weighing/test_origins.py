"""How many independent origins there are: never too many, and each collapse with its reason."""

from dataclasses import replace

import pytest

from quellenlage import language
from quellenlage.linking.assemble import tell
from quellenlage.model import Collapse, Copy, EventLink, Report, Span, Stance, Status
from quellenlage.model.dossier import EventRow
from quellenlage.reading.assemble import read_report
from quellenlage.weighing import weigh
from tests.story import MadeUp


def event(story: MadeUp, *copies: Copy) -> EventRow:
    (row,) = weigh(story.links(copies)).events
    return row


def test_eleven_reports_of_one_source_are_one_origin() -> None:
    story = MadeUp()
    for n in range(11):
        report = story.report(f"Blatt {n}", on=n + 1)
        story.happens(report, story.says(report, "Wasserwacht"))
    row = event(story)
    assert (row.independent_origins.least, row.independent_origins.most) == (1, 1)
    assert [c.reason for c in row.origins[0].collapsed] == [Collapse.SAME_SOURCE] * 10


def test_a_house_that_cites_an_agency_that_cites_an_official_is_the_officials_word() -> None:
    story = MadeUp()
    paper = story.report("Tagblatt")
    outer = story.says(paper, "Nordagentur")
    story.happens(paper, story.says(paper, "Wasserwacht", within=outer))
    row = event(story)
    assert [o.actor for o in row.origins] == ["a:Wasserwacht"]
    assert row.origins[0].collapsed[0].reason is Collapse.CITES
    assert row.origins[0].collapsed[0].statement == outer
    assert row.independent_origins.most == 1


def test_a_denial_is_kept_apart_and_not_counted() -> None:
    story = MadeUp()
    one, other = story.report("Tagblatt"), story.report("Anzeiger", on=2)
    story.happens(one, story.says(one, "Wasserwacht"))
    story.happens(other, story.says(other, "Gemeinde", Stance.DENIES), Status.DENIED)
    row = event(story)
    assert row.denied_by == ("a:Gemeinde",)
    assert (row.independent_origins.least, row.independent_origins.most) == (1, 1)
    assert row.status is Status.HAPPENED


@pytest.mark.parametrize(("stance", "least"), [(Stance.ASSERTS, 1), (Stance.ANNOUNCES, 2)])
def test_who_only_held_possible_what_came_about_may_rest_on_any_other(stance: Stance, least: int) -> None:
    story = MadeUp()
    one, other = story.report("Tagblatt"), story.report("Anzeiger", on=2)
    story.happens(one, story.says(one, "Gemeinde", stance), Status.POSSIBLE)
    story.happens(other, story.says(other, "Wasserwacht"))
    count = event(story).independent_origins
    assert (count.least, count.most) == (least, 2)


def test_who_speaks_against_another_and_says_that_it_happened_is_an_origin() -> None:
    story = MadeUp()
    one, other = story.report("Tagblatt"), story.report("Anzeiger", on=2)
    story.happens(one, story.says(one, "Wasserwacht"))
    story.happens(other, story.says(other, "Gemeinde", Stance.DENIES))
    row = event(story)
    assert row.denied_by == ()
    assert row.independent_origins.least == 2


def test_own_voices_widen_the_count_and_do_not_raise_its_lower_end() -> None:
    story = MadeUp()
    one, other = story.report("Tagblatt"), story.report("Anzeiger", on=2)
    story.happens(one, story.says(one, "Wasserwacht"))
    story.happens(other)
    count = event(story).independent_origins
    assert (count.least, count.most) == (1, 2)


def test_reports_that_credit_one_agency_are_one_origin() -> None:
    story = MadeUp()
    for name, agencies in (("Tagblatt", ("dpa",)), ("Anzeiger", ("AFP", "dpa")), ("Kurier", ())):
        story.happens(story.report(name, agencies=agencies))
    row = event(story)
    assert (row.independent_origins.least, row.independent_origins.most) == (1, 2)
    assert row.origins[0].collapsed[0].reason is Collapse.AGENCY_CREDIT


def test_a_copied_report_adds_nothing() -> None:
    story = MadeUp()
    for name in ("Anzeiger", "Tagblatt"):
        story.happens(story.report(name))
    row = event(story, Copy(a="Anzeiger", b="Tagblatt", shared=0.8))
    assert row.independent_origins.most == 1
    assert row.origins[0].collapsed[0].reason is Collapse.COPIED_TEXT


def test_an_agency_keeps_its_own_voice_where_a_copy_of_it_gives_the_word_of_somebody() -> None:
    story = MadeUp()
    one, other = story.report("Tagblatt", agencies=("dpa",)), story.report("Anzeiger", on=2)
    story.happens(one)
    story.happens(other, story.says(other, "Wasserwacht"))
    count = event(story, Copy(a=other, b=one, shared=0.8)).independent_origins
    assert (count.least, count.most) == (1, 2)


@pytest.mark.parametrize(("score", "least"), [(0.3, 1), (0.8, 2)])
def test_who_speaks_of_what_was_joined_in_doubt_does_not_raise_the_lower_end(score: float, least: int) -> None:
    story = MadeUp()
    one, other = story.report("Tagblatt"), story.report("Anzeiger", on=2)
    a = story.happens(one, story.says(one, "Wasserwacht"))
    b = story.happens(other, story.says(other, "Gemeinde"))
    links = replace(story.links(), event_links=(EventLink(a=a, b=b, reason="alike", score=score),))
    (row,) = weigh(links).events
    assert (row.independent_origins.least, row.independent_origins.most) == (least, 2)


def test_a_source_that_is_not_named_stays_unknown() -> None:
    story = MadeUp()
    report = story.report("Tagblatt")
    story.happens(report, story.says(report, None))
    row = event(story)
    assert row.origins[0].actor is None
    assert row.origins[0].report is None
    assert (row.independent_origins.least, row.independent_origins.most) == (1, 1)


def test_what_a_copy_word_for_word_adds_in_a_passage_of_its_own_counts() -> None:
    story = MadeUp()
    for name in ("Anzeiger", "Tagblatt"):
        story.happens(story.report(name))
    same = Span(40, 99)
    row = event(story, Copy(a="Anzeiger", b="Tagblatt", shared=0.8, spans=((same, same),)))
    assert row.independent_origins.most == 2


def test_a_copy_in_which_it_has_come_about_by_then_tells_that_itself() -> None:
    story = MadeUp()
    one, other = story.report("Tagblatt"), story.report("Anzeiger", on=2)
    story.happens(one, status=Status.PLANNED)
    story.happens(other)
    copy = Copy(a=other, b=one, shared=0.5, spans=((Span(0, 100), Span(0, 100)),))
    assert event(story, copy).independent_origins.most == 2


def test_who_answers_a_charge_by_what_has_happened_tells_it_where_nobody_else_does() -> None:
    story = MadeUp()
    one, other = story.report("Tagblatt"), story.report("Anzeiger", on=2)
    story.happens(one, story.says(one, "Gemeinde", Stance.DENIES))
    story.happens(other, story.says(other, "Wasserwacht", Stance.DENIES), status=Status.DENIED)
    row = event(story)
    assert row.denied_by == ("a:Wasserwacht",)
    assert (row.independent_origins.least, row.independent_origins.most) == (1, 1)


def test_the_word_of_an_agency_that_nobody_credits_is_an_own_voice() -> None:
    story = MadeUp()
    one, other = story.report("Tagblatt"), story.report("Anzeiger", on=2)
    story.happens(one, story.says(one, "Wasserwacht"))
    story.happens(other, story.says(other, "Agentur Reuters"))
    count = event(story).independent_origins
    assert (count.least, count.most) == (1, 2)


def counts(*texts: str) -> list[int]:
    """Give the lower ends of the counts of the events in reports of one story."""
    de = language.load("de")
    reports = [Report(uri=f"{n}.txt", text=text) for n, text in enumerate(texts)]
    rows = weigh(tell([read_report(report, de) for report in reports])).events
    return [row.independent_origins.least for row in rows]


def test_a_paper_that_is_cited_for_what_it_has_found_out_is_one_source() -> None:
    first = "Der Wirt Jan Kolb wurde nach Informationen der „Nordpost“ am Montag in Altmoos festgenommen."
    second = "Die „Nordpost“ berichtete, der Wirt Jan Kolb sei am Montag in Altmoos festgenommen worden."
    de = language.load("de")
    readings = [read_report(Report(uri=f"{n}.txt", text=text), de) for n, text in enumerate((first, second))]
    (row,) = (row for row in weigh(tell(readings)).events if row.frame == "arrest")
    assert (row.independent_origins.least, row.independent_origins.most) == (1, 1)


def test_a_speaker_whose_house_is_not_known_may_be_any_of_the_others() -> None:
    found = counts(
        "Der Dampfer „Aurora“ ist gesunken, teilte die Wasserwacht am Montag mit.",
        "Der Dampfer „Aurora“ ist gesunken, bestätigte ein Sprecher.",
    )
    assert found
    assert max(found) == 1


@pytest.mark.parametrize(
    ("named", "other"),
    [
        ("Altmoos sagt das Fest am Markt ab, teilte Altmoos am Montag mit.", "Stadt"),
        ("Union Altmoos hat das Turnier gewonnen, sagte der Sprecher von Union Altmoos.", "Verein"),
    ],
)
def test_a_body_without_a_name_may_be_one_that_is_named(named: str, other: str) -> None:
    article = "die" if other == "Stadt" else "der"
    found = counts(named, named.partition(",")[0] + f", teilte {article} {other} mit.")
    assert found
    assert max(found) == 1
