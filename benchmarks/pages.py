"""``python -m benchmarks.pages DATA``: saved pages of publishers, against what hand-written parsers take from them.

``DATA`` holds ``expected.jsonl`` (page, title, authors, published, body) and the pages, gzipped, or a folder
``publisher-pages`` with them. trafilatura alone is measured beside in the same run.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from unicodedata import normalize
from zoneinfo import ZoneInfo

import click
import trafilatura
from rich.console import Console
from rich.table import Table

from quellenlage.errors import UnreadableError
from quellenlage.intake import html
from quellenlage.intake.facts import agencies_in
from quellenlage.intake.furniture import agency_names
from quellenlage.intake.page.blocks import layout
from quellenlage.intake.report import Metadata

# What the pages must give, in percent; body above 97.7 is what Fundus's parsers, one a publisher, reach themselves.
FLOORS = {"title": 92.0, "day": 93.0, "body F1": 93.0, "authors": 75.0, "agencies": 100.0}
ROWS = (*FLOORS, "body precision", "body recall")

_BERLIN = ZoneInfo("Europe/Berlin")
_WORD = re.compile(r"\w+")
_PHOTO = re.compile(r"©|\b(?:Foto|Fotos|Bild|Bilder|Bildrechte|Copyright|Images|Getty|picture)\b", re.IGNORECASE)
_CREDIT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a reader takes from a page."""

    title: str = ""
    day: date | None = None
    body: str = ""
    authors: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One page: its name, the share of right answers by row, and what was wrong, by row."""

    page: str
    shares: dict[str, float]
    faults: dict[str, str]


def plain(words: str) -> str:
    """Give words in NFC, without soft hyphens and with one space between two: neither is part of what is compared."""
    return " ".join(normalize("NFC", words).replace("\xad", "").split())


def ours(raw: bytes) -> Found:
    """Read a page as the library does."""
    try:
        report = next(iter(html.read(raw, "page.html", Metadata())))
    except UnreadableError:
        return Found()
    return Found(
        title=report.title or "",
        day=report.published.interval.day,
        body=report.text,
        authors=frozenset(report.authors),
        agencies=frozenset(report.agencies),
    )


def plainly(raw: bytes) -> Found:
    """Read a page with trafilatura alone, its defaults but for comments."""
    found: Any = trafilatura.bare_extraction(raw, include_comments=False, with_metadata=True)
    if found is None:
        return Found()
    names = frozenset(name.strip() for name in (found.author or "").split(";") if name.strip())
    credited = {agency for name in names for agency in agencies_in(name)}
    last = [line for line in (found.text or "").split("\n") if line.strip()][-2:]
    return Found(
        title=found.title or "",
        day=date.fromisoformat(found.date) if found.date else None,
        body=found.text or "",
        authors=names,
        agencies=frozenset(credited | {agency for line in last for agency in agencies_in(line.strip(" ()[]."))}),
    )


def score(page: str, found: Found, gold: dict[str, Any], credits: frozenset[str]) -> Score:
    """Compare what was taken from a page with what is expected; ``credits`` are the agencies the page credits."""
    precision, recall, f1 = overlap(found.body, "\n".join(gold["body"]))
    known = agency_names()
    due = {plain(name) for name in gold["authors"] if name.casefold() not in known}
    authors = {plain(name) for name in found.authors if name.casefold() not in known}
    right = {
        "title": plain(found.title) == plain(gold["title"]),
        "day": found.day == day_of(gold["published"]),
        "authors": authors == due,
    }
    shares = {row: float(answer) for row, answer in right.items()}
    shares |= {"body F1": f1, "body precision": precision, "body recall": recall}
    if credits:
        shares["agencies"] = float(credits <= found.agencies)
    said = {
        "title": f"{found.title!r}, expected {gold['title']!r}",
        "day": f"{found.day}, expected {gold['published']}",
        "authors": f"{sorted(authors)}, expected {sorted(due)}",
        "agencies": f"{sorted(found.agencies)}, expected {sorted(credits)}",
        "body F1": f"{100 * f1:.1f} (precision {100 * precision:.1f}, recall {100 * recall:.1f})",
    }
    return Score(page=page, shares=shares, faults={row: said[row] for row in said if shares.get(row, 1) < 0.98})


def overlap(found: str, due: str) -> tuple[float, float, float]:
    """Give precision, recall and F1 of the words of one text against those of another, repeats counted."""
    a, b = (Counter(_WORD.findall(plain(text).casefold())) for text in (found, due))
    common, given, wanted = (a & b).total(), a.total(), b.total()
    return common / max(1, given), common / max(1, wanted), 2 * common / max(1, given + wanted)


def day_of(stamp: str) -> date:
    """Give the day in Berlin of a time; one without a zone stands for itself."""
    moment = datetime.fromisoformat(stamp)
    return (moment.astimezone(_BERLIN) if moment.tzinfo else moment).date()


def credited(raw: bytes, gold: dict[str, Any]) -> frozenset[str]:
    """Give the agencies that a page credits with its text: short lines that name one and are no picture's.

    The expected answers do not list them. Lines are taken from right above and right below the expected body, so
    that this does not rest on what is being measured.
    """
    page = layout(trafilatura.load_html(raw))
    words = [" ".join(_WORD.findall(plain(block.text).casefold())) for block in page.blocks]
    body = " ".join(_WORD.findall(plain(" ".join(gold["body"])).casefold()))
    inside = [i for i, line in enumerate(words) if len(line) > 60 and line in body]
    if not inside:
        return frozenset()
    near = [*range(max(0, inside[0] - 6), inside[0]), *range(inside[-1] + 1, min(len(words), inside[-1] + 4))]
    lines = [
        page.blocks[i].text
        for i in near
        if len(page.blocks[i].text) <= _CREDIT
        and not _PHOTO.search(page.blocks[i].text)
        and not any(page.tags[e] in ("figure", "figcaption") for e in page.above(page.blocks[i].element))
    ]
    names = {"AFP", "AP", "APA", "dpa", "epd", "KNA", "Reuters", "SDA", "SID"}
    found = {word for line in lines for word in re.findall(r"[\w-]+", line)} & names
    authors = {agency for name in gold["authors"] for agency in agencies_in(name)}
    return frozenset(found | authors)


def cases(folder: Path) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """Give each page's name, its bytes and what is expected of it."""
    for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        gold["body"] = gold["body"] if isinstance(gold["body"], list) else gold["body"].split("\n")
        packed = (folder / gold["page"]).read_bytes()
        yield gold["page"], gzip.decompress(packed), gold


def measure(folder: Path) -> dict[str, list[Score]]:
    """Score every page for both readers."""
    scores: dict[str, list[Score]] = {"ours": [], "trafilatura": []}
    for page, raw, gold in cases(folder):
        judge = partial(score, page, gold=gold, credits=credited(raw, gold))
        scores["ours"].append(judge(ours(raw)))
        scores["trafilatura"].append(judge(plainly(raw)))
    return scores


def means(scores: list[Score]) -> dict[str, float]:
    """Give the mean of each row in percent, over the pages that have it."""
    shares = {row: [one.shares[row] for one in scores if row in one.shares] for row in ROWS}
    return {row: 100 * sum(values) / len(values) for row, values in shares.items() if values}


def show(scores: dict[str, list[Score]], console: Console) -> None:
    """Print both readers' figures beside the floors."""
    table = Table("", *scores, "floor", box=None, pad_edge=False)
    columns = {name: means(results) for name, results in scores.items()}
    for row in ROWS:
        figures = [f"{column[row]:.1f}" if row in column else "" for column in columns.values()]
        table.add_row(row, *figures, f"{FLOORS[row]:.0f}" if row in FLOORS else "")
    console.print(f"{len(next(iter(scores.values())))} pages")
    console.print(table)


def show_errors(scores: list[Score], count: int, console: Console) -> None:
    """Print what was wrong, ``count`` pages a row, the worst first."""
    for row in FLOORS:
        wrong = sorted((one.shares[row], one.page, one.faults[row]) for one in scores if row in one.faults)
        console.print(f"{row} ({len(wrong)})")
        for _, page, fault in wrong[:count]:
            console.print(f"  {page}: {fault}", markup=False, soft_wrap=True, highlight=False)


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--errors", default=0, metavar="N", help="Print the N worst pages of each kind.")
@click.option("--check", is_flag=True, help="Exit with 1 where a figure lies below its floor.")
def main(data: Path, errors: int, check: bool) -> None:
    """Measure the reading of saved pages in DATA."""
    folder = data if (data / "expected.jsonl").exists() else data / "publisher-pages"
    if not (folder / "expected.jsonl").exists():
        raise click.ClickException(f"{data}: holds no expected.jsonl; see docs/formats.md")
    scores, console = measure(folder), Console()
    show(scores, console)
    if errors:
        show_errors(scores["ours"], errors, console)
    reached = means(scores["ours"])
    fallen = [row for row, least in FLOORS.items() if reached.get(row, 100.0) < least]
    if check and fallen:
        raise SystemExit(f"below the floor: {', '.join(fallen)}")


if __name__ == "__main__":
    main()
