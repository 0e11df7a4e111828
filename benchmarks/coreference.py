"""``python -m benchmarks.coreference``: measure who is taken for whom in the golden stories, in and across reports.

Each story's ``coreference.toml`` says who is meant where (``docs/annotation.md``). Links are judged pairwise and by
B-cubed (Bagga and Baldwin 1998) over annotated mentions that the dossier has too; what it has not is counted under
``mentions``.
"""

import itertools
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from benchmarks import golden
from benchmarks.dossiers import Place, Raw, Scores, Story, Tally
from quellenlage.model.dossier import Dossier

FORMS = ("name", "short", "genitive", "compound", "role", "pronoun")
# A mention is found where one of the dossier's has this share of the words of both.
CLOSE = 0.5


class Found(NamedTuple):
    """An annotated mention: who is meant, how, where, and the dossier's actor there, if there is one."""

    who: str
    form: str
    place: Place
    actor: str | None


@click.command()
@click.option("--set", "chosen", type=click.Choice([*golden.SETS, "all"]), default="all", show_default=True)
@click.option("--errors", is_flag=True, help="List what is wrong, on the stories to develop on alone.")
@click.option("--stories", default=golden.STORIES, type=click.Path(exists=True, path_type=Path), hidden=True)
def main(chosen: str, errors: bool, stories: Path) -> None:
    """Build the golden stories and measure who is taken for whom: one table a set."""
    for name in golden.SETS if chosen == "all" else (chosen,):
        results = {}
        for folder, gold in load(stories, name):
            results[folder.name] = score(gold, build(folder))
            if errors and name == "develop":
                golden.show_errors(folder.name, results[folder.name])
        click.echo(f"{name}:")
        golden.show(results)


def load(folder: Path, chosen: str) -> Iterator[tuple[Path, Raw]]:
    """Give the stories of a set that have annotated mentions."""
    for path, _ in golden.load(folder, chosen):
        file = path / "coreference.toml"
        if file.exists():
            yield path, tomllib.loads(file.read_text(encoding="utf-8"))


def build(folder: Path) -> Dossier:
    """Build a story's dossier as a user would."""
    import quellenlage  # noqa: PLC0415 -- the readers load their word lists: only when something is measured

    return golden.joined(quellenlage.build([folder / "reports"]))


def score(gold: Raw, dossier: Dossier) -> Scores:
    """Measure one dossier against one ``coreference.toml``."""
    story = Story(gold, dossier)
    found = find(story)
    scores = mentions(story, found)
    there = [one for one in found if one.actor]
    scores |= links(story, there)
    scores["b-cubed"] = cubed(there)
    scores["b-cubed, all due"] = cubed(found)
    return scores


def find(story: Story) -> list[Found]:
    """Give every annotated mention with the dossier's actor there; one mention answers one annotation."""
    due = [
        (actor["name"], row["form"], place)
        for actor in story.gold["actor"]
        for row in actor["mentions"]
        if (place := locate(story, row))
    ]
    pairs = sorted(_pairs(story, due), reverse=True)
    given: dict[int, str] = {}
    taken: set[Place] = set()
    for _, i, place, actor in pairs:
        if i not in given and place not in taken:
            given[i] = actor
            taken.add(place)
    return [Found(who, form, place, given.get(i)) for i, (who, form, place) in enumerate(due)]


def locate(story: Story, row: Raw) -> Place | None:
    """Find an annotated mention. Of HTML the headline counts as the first line, also where the text is without it."""
    report = story.reports.get(row["file"])
    if report is None or not row["file"].endswith(".html") or not report.title or report.title in report.text[:200]:
        return story.place(row)
    lead = f"{report.title}\n"
    start = -1
    for _ in range(row.get("nth", 1)):
        start = (lead + report.text).find(row["quote"], start + 1)
    start -= len(lead)
    return Place(report.id, start, start + len(row["quote"]))


def _pairs(story: Story, due: Sequence[tuple[str, str, Place]]) -> Iterator[tuple[float, int, Place, str]]:
    for i, (_, form, place) in enumerate(due):
        for ours, actor in story.mentions.get(place.report, ()):
            common = place.common(ours)
            share = common / (place.end - place.start + ours.end - ours.start - common)
            # Of a compound a dossier may have the part that names somebody, or the whole word.
            whole = form == "compound" and common == min(place.end - place.start, ours.end - ours.start)
            if share >= CLOSE or whole:
                yield share, i, ours, actor


def mentions(story: Story, found: Iterable[Found]) -> Scores:
    """Count the annotated mentions that the dossier has, all and by form."""
    scores = {"mentions": Tally()} | {f"mentions: {form}": Tally() for form in FORMS}
    for one in found:
        fault = f"{one.who}: {story.said(one.place)}"
        scores["mentions"].expect(one.actor is not None, fault)
        scores[f"mentions: {one.form}"].expect(one.actor is not None, "")
    return scores


def links(story: Story, there: Sequence[Found]) -> Scores:
    """Judge every pair: all, within a report, across reports, and by the forms of its two mentions."""
    scores = {name: Tally() for name in ("links", "links in a report", "links across reports")}
    scores |= {f"links: {form}": Tally() for form in FORMS}
    for a, b in itertools.combinations(there, 2):
        due, given = a.who == b.who, a.actor == b.actor
        if not (due or given):
            continue
        wide = "links in a report" if a.place.report == b.place.report else "links across reports"
        for name in ("links", wide, *(f"links: {form}" for form in {a.form, b.form})):
            if due:
                scores[name].expect(given, _fault(story, name, "apart", a, b))
            if given:
                scores[name].offer(due, _fault(story, name, "WRONG", a, b))
    return scores


def _fault(story: Story, name: str, what: str, a: Found, b: Found) -> str:
    """Describe a fault once, under the row that says where it lies."""
    pair = f"{what}: {a.who} ({a.form}) {story.said(a.place)} | {b.who} ({b.form}) {story.said(b.place)}"
    return pair if name.endswith(("report", "reports")) else ""


def cubed(found: Sequence[Found]) -> Tally:
    """Measure by mention: the share of its actor's mentions that are right, and of those due that are there.

    A mention that the dossier has not stands alone: it lowers recall and leaves precision as it is.
    """
    ours: dict[str, Counter[str]] = defaultdict(Counter)
    theirs = Counter(one.who for one in found)
    for one in found:
        if one.actor:
            ours[one.actor][one.who] += 1
    tally = Tally()
    for one in found:
        right = ours[one.actor][one.who] if one.actor else 0
        if one.actor:
            tally = tally + Tally(right / ours[one.actor].total(), 1)
        tally = tally + Tally(0, 0, right / theirs[one.who], 1)
    return tally


if __name__ == "__main__":
    main()
