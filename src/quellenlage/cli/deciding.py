"""``quellenlage merge``, ``split``, ``undo`` and ``decisions``: a person's word on actors and events."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from getpass import getuser
from typing import TYPE_CHECKING

import click

from quellenlage.cli.opening import CONTEXT, RefusalError, opened, store_option

if TYPE_CHECKING:
    from quellenlage.model import Dossier, Links
    from quellenlage.store.archive import Archive
    from quellenlage.store.records import Decision, Side, Subject, Verdict

who_option = click.option("--who", metavar="NAME", help="Who decides this.  [default: the user's name]")
reason_option = click.option("--reason", default="", metavar="TEXT", help="Why, for those who read it later.")


@click.command(context_settings=CONTEXT)
@click.argument("story")
@click.argument("one")
@click.argument("other")
@store_option
@who_option
@reason_option
def merge(story: str, one: str, other: str, store: str | None, who: str | None, reason: str) -> None:
    """Decide that two actors, or two events, of a story are one.

    ONE and OTHER are ids (a…, e…), names of actors, or words that only one event's label holds.
    """
    from quellenlage.store.records import Verdict

    with opened(store) as archive:
        links, dossier = archive.links(story), archive.dossier(story)
        subject, a = _side(links, dossier, one)
        other_subject, b = _side(links, dossier, other)
        if subject is not other_subject or a.id == b.id:
            raise RefusalError(f"{one!r} and {other!r} are not two actors or two events; name two of a kind")
        click.echo(_keep(archive, dossier.story.id, (subject, Verdict.SAME), (a, b), (who, reason)))


@click.command(context_settings=CONTEXT)
@click.argument("story")
@click.argument("one")
@click.option(
    "--report", "reports", multiple=True, required=True, metavar="REPORT", help="Where it is another: id or name."
)
@store_option
@who_option
@reason_option
def split(story: str, one: str, reports: Sequence[str], store: str | None, who: str | None, reason: str) -> None:
    """Decide that an actor, or an event, of a story is another one in some reports."""
    from quellenlage.store.records import Verdict

    with opened(store) as archive:
        links, dossier = archive.links(story), archive.dossier(story)
        inside = {r.id for r in dossier.reports if {r.id, r.uri} & set(reports)}
        subject, whole = _side(links, dossier, one)
        part = replace(whole, places=tuple(p for p in whole.places if p.report in inside))
        rest = replace(whole, places=tuple(p for p in whole.places if p.report not in inside))
        if not part.places or not rest.places:
            raise RefusalError(f"{one!r} does not stand both in these reports and in others; name some of its reports")
        click.echo(_keep(archive, dossier.story.id, (subject, Verdict.DIFFERENT), (part, rest), (who, reason)))


@click.command(context_settings=CONTEXT)
@click.argument("decision")
@store_option
@who_option
@reason_option
def undo(decision: str, store: str | None, who: str | None, reason: str) -> None:
    """Take back a decision; the row stays, another says that it holds no more."""
    from quellenlage.store.records import Verdict

    with opened(store) as archive:
        found = [d for d in archive.store.decisions() if d.id.startswith(decision)]
        if len(found) != 1:
            raise RefusalError(f"there is no single decision {decision!r}; see them with: quellenlage decisions")
        old = found[0]
        made = (old.subject, Verdict.UNDO)
        click.echo(_keep(archive, old.story, made, (old.a, old.b), (who, reason), undoes=old.id))


@click.command(context_settings=CONTEXT)
@store_option
def decisions(store: str | None) -> None:
    """List all decisions, in the order they were made: id, when, who, what, why; those undone say so."""
    from quellenlage.render.visible import visible
    from quellenlage.store.deciding import in_force

    with opened(store) as archive:
        made = archive.store.decisions()
    holds = {decision.id for decision in in_force(made)}
    for decision in made:
        gone = "" if decision.id in holds or decision.undoes else " (zurückgenommen)"
        why = f": {decision.reason}" if decision.reason else ""
        line = f"{decision.id}  {decision.made:%Y-%m-%d %H:%M}  {decision.who}  {_words(decision)}{why}{gone}"
        click.echo(visible(line))


def _keep(
    archive: "Archive",
    story: str,
    what: "tuple[Subject, Verdict]",
    sides: "tuple[Side, Side]",
    by: tuple[str | None, str],
    undoes: str | None = None,
) -> str:
    from quellenlage.model import content_id
    from quellenlage.render.visible import visible
    from quellenlage.store.records import Decision

    at, name, reason = archive.clock(), by[0] or getuser(), by[1]
    made = Decision(
        id=content_id("d", story, *what, sides[0].name, sides[1].name, name, at, undoes),
        story=story,
        subject=what[0],
        verdict=what[1],
        a=sides[0],
        b=sides[1],
        who=name,
        made=at,
        reason=reason,
        undoes=undoes,
    )
    archive.store.decide(made)
    return visible(f"{made.id}  {_words(made)}")


def _words(made: "Decision") -> str:
    what = f"„{made.a.name}“" if made.a.name == made.b.name else f"„{made.a.name}“ und „{made.b.name}“"
    return {
        "same": f"{what} sind eins",
        "different": f"{what} sind zwei",
        "undo": f"zurückgenommen: {what} ({made.undoes})",
    }[made.verdict]


def _side(links: "Links", dossier: "Dossier", name: str) -> "tuple[Subject, Side]":
    """Find the actor or the event that a person means. Raises ``RefusalError`` where it is none or several."""
    from quellenlage.store.deciding import side_of_actor, side_of_event
    from quellenlage.store.records import Subject

    actors = [actor for actor in links.actors if name in (actor.id, actor.name)]
    actors = actors or [actor for actor in links.actors if name in actor.aliases]
    events = list(_events(dossier, name)) if not actors else []
    if len(actors) + len(events) != 1:
        several = ", ".join([a.id for a in actors] + events)
        what = f"may be any of {several}; give its id" if several else "names no actor and no event of this story"
        raise RefusalError(f"{name!r} {what}")
    if actors:
        return Subject.ACTOR, side_of_actor(links, actors[0])
    found = side_of_event(links, events[0])
    if found is None:
        raise RefusalError(f"{name!r} names no event of this story")
    label = next(row.label for row in dossier.events if row.id == events[0])
    return Subject.EVENT, replace(found, name=label)


def _events(dossier: "Dossier", name: str) -> Iterator[str]:
    exact = [row.id for row in dossier.events if name in (row.id, row.label)]
    yield from exact or [row.id for row in dossier.events if name.casefold() in row.label.casefold()]
