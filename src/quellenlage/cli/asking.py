"""``quellenlage stories``, ``show``, ``changes``, ``search`` and ``verify``: what the store answers."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from quellenlage import __version__
from quellenlage.cli.opening import CONTEXT, DAMAGED, as_day, opened, save, say_empty, store_option
from quellenlage.model import Status

if TYPE_CHECKING:
    from quellenlage.store.archive import Archive
    from quellenlage.store.records import FoundRevision
    from quellenlage.weighing.changes import Change

GENERATOR = f"quellenlage {__version__}"
LONGEST_SHOWN = 200
FACTS = {
    "title": "Titel",
    "version": "Fassung",
    "embargo": "Sperrfrist",
    "usage": "Nutzung",
    "note": "Hinweis der Agentur",
}


@click.command(context_settings=CONTEXT)
@store_option
def stories(store: str | None) -> None:
    """List the stories in the store, those with the newest report first: id, days, number of reports, title."""
    from quellenlage.render.visible import visible

    with opened(store) as archive:
        if not (lines := archive.store.stories()):
            say_empty()
        for line in lines:
            title = visible(line.title or "ohne Titel").replace("\n", " ")
            click.echo(f"{line.id}  {_days(line.begin, line.end):23}  {line.reports:4}  {title}")
        _say_stale(archive)


@click.command(context_settings=CONTEXT)
@click.argument("story")
@store_option
@click.option("--html", type=click.Path(dir_okay=False), help="Write the dossier as one HTML page that opens offline.")
@click.option("--json", type=click.Path(dir_okay=False), help="Write it as JSON, format quellenlage/1; - is stdout.")
def show(story: str, store: str | None, html: str | None, json: str | None) -> None:
    """Show the dossier of a story as it stands now, with the revisions of its reports.

    STORY is an id from the list of stories, or a beginning of one.
    """
    from quellenlage.cli.output import print_summary

    with opened(store) as archive:
        dossier = archive.dossier(story)
        found = archive.store.revisions(archive.store.find_story(story))
    if html:
        from quellenlage.render.html import to_html

        save(html, to_html([dossier], generator=GENERATOR).encode())
    if json:
        from quellenlage.render.json import to_json

        save(json, to_json([dossier], generator=GENERATOR))
    print_summary([dossier], to_stderr=json == "-")
    for line in _revisions(found):
        click.echo(line, err=json == "-")


@click.command(context_settings=CONTEXT)
@click.argument("story")
@store_option
@click.option("--since", required=True, metavar="DAY", help="Compare with the evening of this day, as YYYY-MM-DD.")
@click.option("--until", metavar="DAY", help="Compare the evening of this day.  [default: the story's last day]")
def changes(story: str, store: str | None, since: str, until: str | None) -> None:
    """Say what changed in a story since a day: what is new, confirmed, denied, corrected or called off."""
    from quellenlage.weighing.changes import changes as between

    begin, end = as_day("--since", since), as_day("--until", until)
    if begin and end and end < begin:
        raise click.UsageError(f"--until {until} lies before --since {since}; give the earlier day to --since")
    with opened(store) as archive:
        links = archive.links(story)
        found = between(links, begin or date.min, end or date.max)
        names = {actor.id: actor.name for actor in links.actors}
        every = archive.store.revisions(archive.store.find_story(story))
        revised = [r for r in every if (begin or date.min) < r.found.date() <= (end or date.max)]
    for change in found:
        click.echo(_change(change, names))
    for line in _revisions(revised):
        click.echo(line)
    if not found and not revised:
        click.echo("Nichts hat sich geändert.")


@click.command(context_settings=CONTEXT)
@click.argument("text", nargs=-1, metavar="[TEXT…]")
@store_option
@click.option("--actor", default="", metavar="NAME", help="Only sentences that speak of somebody of this name.")
@click.option("--status", type=click.Choice([s.value for s in Status]), help="Only sentences with such an event.")
@click.option("--day", metavar="DAY", help="Only reports published on this day, as YYYY-MM-DD.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="Show at most this many.")
def search(text: Sequence[str], store: str | None, actor: str, status: str | None, day: str | None, limit: int) -> None:
    """Find sentences in all reports: all words of TEXT in any of their forms, and all that the options ask for."""
    from quellenlage.render.visible import visible
    from quellenlage.store import Query

    query = Query(text=" ".join(text), actor=actor, status=status or "", day=as_day("--day", day), limit=limit)
    if query == Query(limit=limit):
        raise click.UsageError("nothing to search for; give words, or --actor, --status or --day")
    with opened(store) as archive:
        hits = archive.store.search(query)
        if not archive.store.stories():
            say_empty()
        _say_stale(archive)
    for hit in hits:
        where = ", ".join(filter(None, (hit.outlet, hit.uri)))
        click.echo(f"{hit.published or 'Tag unbekannt'}  {hit.story}  {visible(where)}")
        click.echo(f"    {_short(visible(hit.text))}")
    if not hits:
        click.echo("Nichts gefunden.")


@click.command(context_settings=CONTEXT)
@store_option
def verify(store: str | None) -> None:
    """Check every hash, every span of every record against the stored text, and every reference.

    \b
    Exit codes:
      0  all is as it was written
      2  the store cannot be opened
      5  something is not; each fault has a line on standard error
    """
    count = 0
    with opened(store) as archive:
        for fault in archive.store.verify():
            count += 1
            click.echo(f"not as written: {fault.where}: {fault.what}", err=True)
        reports = len(archive.store.everything())
        stale = _stale(archive)
    if count:
        what = f"{count} faults; restore the store from a copy, or add the reports to a new one"
        click.echo(f"quellenlage: {what}", err=True)
        sys.exit(DAMAGED)
    earlier = f"; nach früheren Regeln gelesen: {stale}" if stale else ""
    click.echo(f"Berichte: {reports}, alle wie geschrieben{earlier}")


def _days(begin: date | None, end: date | None) -> str:
    if begin is None or begin == end:
        return str(end or "Tag unbekannt")
    return f"{begin} – {end}"


def _stale(archive: "Archive") -> int:
    from quellenlage.store import versions

    return archive.store.stale(versions.rules(), archive.reader.version)


def _say_stale(archive: "Archive") -> None:
    number = _stale(archive)
    if number:
        click.echo(
            f"quellenlage: {number} reports were read by earlier rules; they are read again when their story is "
            "shown, or all at once with: quellenlage reread",
            err=True,
        )


def _change(change: "Change", names: dict[str, str]) -> str:
    """Put a change into a line: what kind, of which event, from what to what, by whom."""
    from quellenlage.render.visible import visible

    kinds = {
        "new": "neu",
        "confirmed": "bestätigt",
        "denied": "bestritten",
        "corrected": "berichtigt",
        "gone": "abgesagt",
    }
    before, after = (_word(value) for value in (change.before, change.after))
    step = "" if before == after else f" ({before} → {after})" if before else f" ({after})"
    who = ", ".join(names.get(actor, "") for actor in change.actors)
    return visible(f"{kinds[change.kind]:11} {change.label}{step}" + (f": {who}" if who else ""))


def _word(value: str | None) -> str:
    from quellenlage.render.words import STATUS

    found = STATUS.get(Status(value)) if value in set(Status) else None
    return found.word if found else str(value or "")


def _revisions(found: "Sequence[FoundRevision]") -> Iterator[str]:
    """Tell each revision in lines: the report, what is said of it, and each passage as it was and as it is."""
    from quellenlage.render.visible import visible

    for item in found:
        if item.revision.kind != "extraction":
            kind = "Berichtigung" if item.revision.kind == "correction" else "neue Fassung"
            yield visible(f"{kind} {item.uri}")
            for fact in item.revision.facts:
                told = f"{fact.before or '–'} → {fact.after or '–'}" if fact.name != "note" else fact.after or ""
                yield _short(visible(f"    {FACTS[fact.name]}: {told}"), lead="    ")
            for before, after in item.passages:
                yield from (f"    - {_short(visible(before))}" for _ in (1,) if before)
                yield from (f"    + {_short(visible(after))}" for _ in (1,) if after)


def _short(text: str, lead: str = "") -> str:
    line = lead + " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 2] + " …"
