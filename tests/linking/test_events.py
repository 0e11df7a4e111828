"""One event from many mentions: what joins, and what keeps apart."""

import pytest

from quellenlage.linking import events
from quellenlage.linking.events.signs import Numbers
from quellenlage.model import EventMention, Factuality, Interval, Participant, Span, Status
from tests.story import MadeUp, day


class Told(MadeUp):
    """A made-up story whose mentions are written out one by one."""

    def visit(self, report: str, who: str, where: str | None = None, **more: object) -> str:
        """Let a report speak of somebody's visit."""
        people = [Participant(role="agent", entity=self.entity(report, who))]
        if where:
            people.append(Participant(role="destination", entity=self.entity(report, where)))
        made = EventMention(
            id=f"{report}:m{len(self.mentions[report])}",
            report=report,
            span=Span(28, 38),
            sentence=Span(0, 39),
            frame="visit",
            plover="CONSULT",
            lemma="Besuch",
            participants=tuple(people),
            factuality=Factuality.CERTAIN,
            **more,  # type: ignore[arg-type]
        )
        self.mentions[report].append(made)
        return made.id

    def joined(self, states: dict[str, str] | None = None) -> set[frozenset[str]]:
        """Give the groups that linking makes."""
        links = self.links()
        story = events.Story(
            actor_of={entity: actor.id for actor in links.actors for entity in actor.entities},
            state_of={f"a:{name}": state for name, state in (states or {}).items()},
            published=links.published,
            intervals={m.id: m.interval for r in links.readings for m in r.events},
            copies={},
        )
        return {frozenset(group) for group in events.join(links.readings, story)[0]}


def test_a_planned_visit_and_its_later_arrival_are_one_event() -> None:
    story = Told()
    one, other = story.report("Tagblatt", on=2), story.report("Anzeiger", on=9)
    planned = story.visit(one, "Ministerin Ahl", "Tonia", status=Status.PLANNED, interval=day(8))
    happened = story.visit(other, "Ministerin Ahl", "Tonia", status=Status.HAPPENED, interval=day(8))
    assert story.joined() == {frozenset({planned, happened})}


def test_two_visits_of_one_person_on_other_days_are_two() -> None:
    story = Told()
    report = story.report("Tagblatt", on=20)
    visits = [story.visit(report, "Ministerin Ahl", "Tonia", interval=day(n)) for n in (2, 14)]
    assert story.joined() == {frozenset({v}) for v in visits}


def test_what_is_still_planned_is_not_what_had_happened_before() -> None:
    story = Told()
    one, other = story.report("Tagblatt", on=2), story.report("Anzeiger", on=9)
    happened = story.visit(one, "Ministerin Ahl", "Tonia", status=Status.HAPPENED)
    planned = story.visit(other, "Ministerin Ahl", "Tonia", status=Status.PLANNED)
    assert story.joined() == {frozenset({happened}), frozenset({planned})}


def test_a_return_visit_is_another_event() -> None:
    story = Told()
    report = story.report("Tagblatt")
    there = story.visit(report, "Ministerin Ahl", "Tonia", status=Status.PLANNED)
    back = story.visit(report, "Präsident Beck", "Norland", status=Status.PLANNED)
    assert story.joined() == {frozenset({there}), frozenset({back})}


def test_visits_to_two_states_are_two() -> None:
    story = Told()
    report = story.report("Tagblatt")
    one = story.visit(report, "Ministerin Ahl", "Tonia", interval=Interval())
    other = story.visit(report, "Ministerin Ahl", "Norland", interval=Interval())
    assert len(story.joined()) == 1, "nothing keeps towns of unknown states apart"
    assert story.joined({"Tonia": "TO", "Norland": "NO"}) == {frozenset({one}), frozenset({other})}


def test_the_accident_means_the_one_accident_the_story_knows() -> None:
    story = MadeUp()
    for n, on in enumerate((1, 3, 5)):
        story.happens(story.report(f"Blatt {n}", on=on), on=day(1) if n == 0 else None)
    links = story.links()
    facts = events.Story({}, {}, links.published, {}, {})
    assert len(events.join(links.readings, facts)[0]) == 1


class Spoken(Told):
    """A made-up story of any kind of event, with its days and status."""

    def event(self, report: str, frame: str, lemma: str, **more: object) -> str:
        """Let a report speak of an event that names nobody."""
        made = EventMention(
            id=f"{report}:m{len(self.mentions[report])}",
            report=report,
            span=Span(28, 38),
            sentence=Span(0, 39),
            frame=frame,
            plover=None,
            lemma=lemma,
            factuality=Factuality.CERTAIN,
            **more,  # type: ignore[arg-type]
        )
        self.mentions[report].append(made)
        return made.id


def test_what_is_called_off_and_held_later_is_one_event() -> None:
    story = Spoken()
    one, other = story.report("Tagblatt", on=2), story.report("Anzeiger", on=20)
    off = story.event(one, "assembly", "Bürgerversammlung", status=Status.CANCELLED, interval=day(4))
    later = story.event(other, "assembly", "Bürgerversammlung", status=Status.PLANNED, interval=day(28))
    assert story.joined() == {frozenset({off, later})}


def test_what_is_over_cannot_be_called_off() -> None:
    story = Spoken()
    one, other = story.report("Tagblatt", on=6), story.report("Anzeiger", on=11)
    over = story.event(one, "strike", "Streik", status=Status.HAPPENED, interval=day(5))
    off = story.event(other, "strike", "Streik", status=Status.CANCELLED)
    assert story.joined() == {frozenset({over}), frozenset({off})}


def test_two_words_for_one_strike() -> None:
    story = Spoken()
    one, other = story.report("Tagblatt", on=5), story.report("Anzeiger", on=6)
    strike = story.event(one, "strike", "Warnstreik", status=Status.ONGOING)
    walkout = story.event(other, "strike", "Ausstand", status=Status.HAPPENED, interval=day(5))
    assert story.joined() == {frozenset({strike, walkout})}


def test_what_opens_again_resumes() -> None:
    story = Spoken()
    one, other = story.report("Tagblatt", on=5), story.report("Anzeiger", on=8)
    bath = [(Participant(role="theme", entity=story.entity(report, "Hallenbad Tonia")),) for report in (one, other)]
    planned = story.event(one, "resume", "Wiederaufnahme", status=Status.PLANNED, interval=day(7), participants=bath[0])
    opened = story.event(other, "open", "Eröffnung", status=Status.HAPPENED, interval=day(7), participants=bath[1])
    assert story.joined() == {frozenset({planned, opened})}


def test_what_stands_apart_in_words_and_days_is_two() -> None:
    story = Spoken()
    one, other = story.report("Tagblatt", on=5), story.report("Anzeiger", on=20)
    first = story.event(one, "strike", "Streik", status=Status.HAPPENED, interval=day(4))
    second = story.event(other, "strike", "Ausstand", status=Status.HAPPENED, interval=day(19))
    assert story.joined() == {frozenset({first}), frozenset({second})}


def test_an_investigation_goes_on_from_report_to_report() -> None:
    story = Spoken()
    ids = [
        story.event(story.report(f"Blatt {n}", on=n), "investigate", "Ermittlung", status=Status.ONGOING)
        for n in (3, 9, 15)
    ]
    assert story.joined() == {frozenset(ids)}


def test_a_return_visit_without_a_visitor_is_not_the_visit() -> None:
    story = Spoken()
    report = story.report("Tagblatt", on=9)
    there = story.visit(report, "Ministerin Ahl", "Tonia", status=Status.HAPPENED, interval=day(8))
    back = story.event(report, "visit", "Gegenbesuch", status=Status.PLANNED)
    assert story.joined() == {frozenset({there}), frozenset({back})}


def test_what_has_been_judged_is_not_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    story = Spoken()
    for n in (1, 2):
        story.event(story.report(f"Blatt {n}", on=n), "strike", "Streik", status=Status.ONGOING)
    links = story.links()
    facts = events.Story({}, {}, links.published, {}, {})
    known, judged = events.Known(), 0
    likely = events.likely

    def counted(signs: Numbers, code: str) -> Numbers:
        nonlocal judged
        judged += len(signs)
        return likely(signs, code)

    monkeypatch.setattr(events, "likely", counted)
    first = events.join(links.readings, facts, known)
    assert judged == 1
    assert events.join(links.readings, facts, known) == first
    assert judged == 1
    assert events.join(links.readings, facts) == first
    assert judged == 2
