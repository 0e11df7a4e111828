"""One event from many mentions: what joins, and what keeps apart."""

from quellenlage.linking import events
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
