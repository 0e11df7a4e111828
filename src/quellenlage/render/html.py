"""Dossiers as one HTML file that opens offline, asks nobody for anything, and reads without a script and on paper."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quellenlage.model.dossier import Dossier
from quellenlage.render import days, words
from quellenlage.render.chronology import EventView, chronology
from quellenlage.render.disputes import ConflictView, disputes
from quellenlage.render.ledger import ActorView, ClaimView, Entry, actors, claims, ledger
from quellenlage.render.lookup import Lookup
from quellenlage.render.reports import ReportView, reports
from quellenlage.render.visible import visible


class Figure(NamedTuple):
    """A number in the head of a story, with what it counts."""

    number: str
    noun: str
    help: str


class StoryView(NamedTuple):
    """One dossier as the page shows it."""

    anchor: str
    title: str
    when: str
    figures: list[Figure]
    widest: list[EventView]
    events: list[EventView]
    conflicts: list[ConflictView]
    claims: list[ClaimView]
    entries: list[Entry]
    leading: list[ActorView]
    passing: list[ActorView]
    reports: list[ReportView]


def to_html(dossiers: Sequence[Dossier], *, generator: str) -> str:
    """Give one self-contained page in German with all ``dossiers``; an index stands in front of several."""
    style, script = _asset("page.css"), _asset("page.js")
    stories = [_story(Lookup(dossier, number)) for number, dossier in enumerate(dossiers, 1)]
    template = _environment().get_template("page.html.j2")
    return template.render(
        stories=stories,
        generator=generator,
        style=Markup(style),  # noqa: S704  our own file
        script=Markup(script),  # noqa: S704  our own file
        policy=_policy(style, script),
        words=words,
    )


def _policy(style: str, script: str) -> str:
    """Allow this very style and this very script, and nothing else."""
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _asset(name: str) -> str:
    return files("quellenlage.render").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("quellenlage.render"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _finalize(value: Any) -> Any:
    """Let no control character through, wherever a template shows a text."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _story(lookup: Lookup) -> StoryView:
    story = lookup.dossier.story
    events = chronology(lookup)
    conflicts = disputes(lookup)
    cast = actors(lookup)
    return StoryView(
        anchor=lookup.prefix,
        title=story.title or "Ohne Titel",
        when=days.from_to(story.begin, story.end),
        figures=_figures(lookup, conflicts),
        widest=_widest(lookup, events),
        events=events,
        conflicts=conflicts,
        claims=claims(lookup),
        entries=ledger(lookup),
        leading=[actor for actor in cast if not actor.in_passing],
        passing=[actor for actor in cast if actor.in_passing],
        reports=reports(lookup),
    )


def _figures(lookup: Lookup, conflicts: list[ConflictView]) -> list[Figure]:
    dossier = lookup.dossier
    outlets = len({report.outlet for report in dossier.reports if report.outlet})
    rows = [
        *chain.from_iterable(e.origins for e in dossier.events),
        *chain.from_iterable(c.origins for c in dossier.claims),
    ]
    origins = len({(row.actor, row.report) for row in rows if row.actor or row.report})
    counted = [
        (len(dossier.reports), "Bericht", "Berichte", "So viele Berichte gehören zu dieser Geschichte."),
        (outlets, "Haus", "Häuser", "So viele verschiedene Häuser haben berichtet; unbekannte zählen nicht."),
        (origins, "Ursprung", "Ursprünge", "So viele Quellen bleiben, wenn Weitergegebenes nur einmal zählt."),
        (len(dossier.events), "Ereignis", "Ereignisse", "So oft ist etwas geschehen oder soll geschehen sein."),
        (len(conflicts), "Widerspruch", "Widersprüche", "So oft können nicht alle Seiten recht haben."),
    ]
    return [Figure(str(number), one if number == 1 else more, note) for number, one, more, note in counted if number]


def _widest(lookup: Lookup, events: list[EventView]) -> list[EventView]:
    """Pick the three events that most reports speak of, in the order of the chronology."""
    spread = {
        lookup.anchor(e.id): (len({m.report for m in e.mentions}), len(e.mentions)) for e in lookup.dossier.events
    }
    top = {event.anchor for event in sorted(events, key=lambda event: spread[event.anchor], reverse=True)[:3]}
    return [event for event in events if event.anchor in top]
