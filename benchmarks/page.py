"""``python -m benchmarks.page``: how large the page is and how fast it answers, for 300 reports and 400 events.

The story is made up record by record, without reading: what is measured is the page. Times are Chromium's own, in
milliseconds; an interaction lasts until the frame after it has been laid out. Beside the time on the clock, which a
busy machine stretches, stands the time that the page's main thread worked, after that frame too.
"""

import os
import tempfile
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import process_time

from playwright.sync_api import CDPSession, Page, sync_playwright

from quellenlage.model import Basis, Collapse, Factuality, Kind, Medium, Span, Stance, StatementType, Status
from quellenlage.model.dossier import (
    ActorRow,
    CollapsedRow,
    ConflictRow,
    CopyRow,
    CountRow,
    Dossier,
    EventMentionRow,
    EventRow,
    HistoryRow,
    MentionRow,
    OriginRow,
    ParticipantRow,
    PublishedRow,
    ReportRow,
    SideRow,
    StatementRow,
    Story,
    TimeRow,
)
from quellenlage.model.terms import ConflictKind, TimeType
from quellenlage.render.html import to_html

REPORTS, EVENTS, EACH, ACTORS = 300, 400, 8, 60
BEGIN = date(2024, 5, 1)
CHROMIUM = "/usr/bin/chromium"
LEAD = "Die Behörde teilte am {day}. Mai mit, "
BODY = "in Halle {n} des Werks Ostermoor seien {n} Menschen untersucht worden. "
STATUSES = (Status.POSSIBLE, Status.PLANNED, Status.CONFIRMED, Status.HAPPENED, Status.DENIED, Status.CANCELLED)
RUNS = 10
# What a reader does, and what takes it back before the next run.
INTERACTIONS = {
    "open evidence": ("document.querySelector('.event .state a[data-at]').click()", "escape()"),
    "filter by status": ("pick('[name=status]', 2)", "reset()"),
    "filter by actor": ("pick('[name=actor]', 3)", "reset()"),
    "filter by outlet": ("pick('[name=outlet]', 3)", "reset()"),
    "search words": ("type('input[type=search]', 'halle 7')", "reset()"),
    "filter by days": ("type('[name=begin]', '2024-06-01')", "reset()"),
    "show all": ("reset()", "pick('[name=status]', 2)"),
    "zoom": ("document.querySelector('[data-zoom=\"0.5\"]').click()", "reset()"),
    "day switch": ("type('.since input', '2024-05-20')", "type('.since input', '2024-06-28')"),
    "day switched back": ("type('.since input', '2024-06-28')", "type('.since input', '2024-05-20')"),
    "open origins": ("unfold(true)", "unfold(false)"),
    "to English": ("speak('en')", "speak('de')"),
    "to German": ("speak('de')", "speak('en')"),
    "side by side": ("beside()", "beside()"),
}
HELP = """() => {
window.pick = (what, n) => { const s = document.querySelector(what); s.selectedIndex = n; tell(s); };
window.type = (what, text) => { const s = document.querySelector(what); s.value = text; tell(s); };
window.beside = () => document.querySelector(".beside button").click();
window.reset = () => document.querySelector('.filter [type=reset]').click();
window.speak = (language) => document.querySelector(`[data-tongue=${language}]`).click();
window.unfold = (open) => { document.querySelector('.event details').open = open; };
window.escape = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
window.tell = (s) => { for (const kind of ["input", "change"]) s.dispatchEvent(new Event(kind, { bubbles: true })); };
window.timed = async (work) => {
  const begin = performance.now();
  work();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begin;
};
}"""


def main() -> None:
    """Print the sizes and the times."""
    story, begin = made_up(), process_time()
    page = to_html([story], generator="benchmark")
    print(f"{REPORTS} reports, {EVENTS} events: {len(page.encode()) / 1e6:.2f} MB in {process_time() - begin:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "dossier.html"
        file.write_text(page, encoding="utf-8")
        show(file)


def show(file: Path) -> None:
    """Open the file in Chromium and print when it paints and how long each interaction lasts."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.set_default_timeout(300_000)
        page.goto(file.as_uri())
        page.wait_for_load_state("load")
        page.wait_for_timeout(1500)
        print(f"  first paint         {paint(page):7.0f} ms")
        page.evaluate(HELP)
        session = context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        print(f"  {RUNS} runs, ms           median  worst  main thread: median  worst")
        for name, (work, undo) in INTERACTIONS.items():
            runs = [run(page, session, work, undo) for _ in range(RUNS)]
            (clock, worst), (thread, most) = ((median(times), max(times)) for times in zip(*runs, strict=True))
            print(f"  {name:<20}{clock:7.0f}{worst:7.0f}{thread:21.0f}{most:7.0f}")
        browser.close()


def run(page: Page, session: CDPSession, work: str, undo: str) -> tuple[float, float]:
    """Give how long an interaction lasts on the clock and how long the main thread works for it; then take it back."""
    before = worked(session)
    clock = float(page.evaluate(f"timed(() => {{ {work}; }})"))
    page.wait_for_function("!document.documentElement.hasAttribute('aria-busy')")
    thread = worked(session) - before
    page.evaluate(f"timed(() => {{ {undo}; }})")
    page.wait_for_function("!document.documentElement.hasAttribute('aria-busy')")
    return clock, thread


def worked(session: CDPSession) -> float:
    """Give the milliseconds that the main thread has worked so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(row["value"] for row in metrics if row["name"] == "TaskDuration")


def paint(page: Page) -> float:
    """Give when the page first showed something."""
    return float(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))


def made_up() -> Dossier:
    """Give the story: every event in ``EACH`` reports, a statement a mention, every tenth report a copy."""
    texts = [text(n) for n in range(REPORTS)]
    actors = tuple(
        ActorRow(id=f"a{n}", name=f"Person {n}", kind=Kind.PERSON, aliases=(f"P. {n}",), roles=("Sprecherin",))
        for n in range(ACTORS)
    )
    places = [(event, (event * 7 + k * 37) % REPORTS, k) for event in range(EVENTS) for k in range(EACH)]
    slots: dict[int, int] = {}
    rows: list[tuple[int, int, int, Span]] = []
    for event, report, k in places:
        slot = slots.get(report, 0)
        slots[report] = slot + 1
        rows.append((event, report, k, sentences(texts[report])[slot % len(sentences(texts[report]))]))
    return Dossier(
        story=Story(id="y", title="Das Werk Ostermoor", begin=BEGIN, end=BEGIN + timedelta(days=60)),
        reports=tuple(report_row(n, texts[n]) for n in range(REPORTS)),
        times=tuple(time_row(n, texts[n]) for n in range(REPORTS)),
        actors=actors,
        mentions=tuple(MentionRow(report=f"r{r}", start=s.start, end=s.start + 11, actor="a0") for _, r, _, s in rows),
        statements=tuple(statement(n, row) for n, row in enumerate(rows)),
        events=tuple(event_row(n, [(i, row) for i, row in enumerate(rows) if row[0] == n]) for n in range(EVENTS)),
        claims=(),
        conflicts=tuple(conflict(n, rows[n * EACH], rows[n * EACH + 1]) for n in range(0, EVENTS, 20)),
        copies=tuple(
            CopyRow(a=f"r{n}", b=f"r{n + 1}", shared=0.5, spans=((Span(0, 40), Span(0, 40)),))
            for n in range(0, REPORTS, 10)
        ),
    )


def text(number: int) -> str:
    """Give about 1,500 characters of a report."""
    return "".join(LEAD.format(day=1 + (number + k) % 28) + BODY.format(n=number + k) for k in range(13)).strip()


def sentences(words: str) -> tuple[Span, ...]:
    """Cut at the full stops behind *worden*."""
    ends = [at + 7 for at in range(len(words)) if words.startswith("worden.", at)]
    return tuple(Span(start, end) for start, end in zip([0, *(end + 1 for end in ends[:-1])], ends, strict=True))


def report_row(number: int, words: str) -> ReportRow:
    """Give a report of one of forty outlets."""
    on = BEGIN + timedelta(days=number // 5)
    return ReportRow(
        id=f"r{number}",
        uri=f"berichte/{number}.txt",
        outlet=f"Haus {number % 40}",
        title=f"Neues aus Ostermoor, Teil {number}",
        url=None,
        authors=(),
        agencies=("dpa",) if number % 3 == 0 else (),
        language="de",
        sha256="0" * 64,
        text=words,
        furniture=(),
        sentences=sentences(words),
        copy_of=None,
        published=PublishedRow(earliest=on, latest=on, basis=Basis.METADATA, evidence=()),
    )


def time_row(number: int, words: str) -> TimeRow:
    """Give the first day that a report names."""
    start = words.index("am ")
    on = date(2024, 5, 1 + number % 28)
    place = {"report": f"r{number}", "start": start, "end": start + 9}
    return TimeRow(id=f"t{number}", type=TimeType.DATE, value=str(on), mod=None, earliest=on, latest=on, **place)


def statement(number: int, row: tuple[int, int, int, Span]) -> StatementRow:
    """Give what a sentence says, by one of the actors."""
    _, report, _, span = row
    who = f"a{number % ACTORS}"
    cut = min(span.start + 33, span.end - 1)
    return StatementRow(
        id=f"s{number}",
        report=f"r{report}",
        content=(Span(cut, span.end),),
        source=(Span(span.start, span.start + 11),),
        source_actor=who,
        source_actors=(who,),
        cue=(Span(span.start + 12, span.start + 18),),
        frame=(),
        addressee=(),
        type=StatementType.INDIRECT,
        medium=Medium.SW,
        stance=Stance.ASSERTS,
        within=None,
        origin=who,
        factuality=Factuality.CERTAIN,
        marks=(),
    )


def event_row(number: int, rows: list[tuple[int, tuple[int, int, int, Span]]]) -> EventRow:
    """Give an event that ``rows`` speak of."""
    on = BEGIN + timedelta(days=number % 60)
    spots = [(i, report, span, STATUSES[(number + k) % len(STATUSES)]) for i, (_, report, k, span) in rows]
    return EventRow(
        id=f"e{number}",
        frame="inspect",
        plover=None,
        label=f"Untersuchung {number}: Werk Ostermoor",
        participants=(ParticipantRow(role="agent", actor=f"a{number % ACTORS}"),),
        place=None,
        begin=on,
        end=on + timedelta(days=number % 3),
        status=STATUSES[number % len(STATUSES)],
        mentions=tuple(
            EventMentionRow(
                report=f"r{report}",
                start=span.end - 7,
                end=span.end - 1,
                sentence=span,
                statement=f"s{i}",
                status=status,
                factuality=Factuality.CERTAIN,
            )
            for i, report, span, status in spots
        ),
        history=tuple(
            HistoryRow(
                reported=BEGIN + timedelta(days=report // 5),
                status=status,
                report=f"r{report}",
                mention=Span(span.end - 7, span.end - 1),
                source_actor=f"a{i % ACTORS}",
            )
            for i, report, span, status in spots
        ),
        origins=tuple(
            OriginRow(
                actor=f"a{spots[k][0] % ACTORS}",
                report=None,
                stance=Stance.ASSERTS,
                statements=(f"s{spots[k][0]}",),
                collapsed=tuple(
                    CollapsedRow(statement=f"s{i}", report=None, reason=Collapse.SAME_SOURCE)
                    for i, *_ in spots[k + 1 : k + 4]
                ),
            )
            for k in (0, 4)
        ),
        independent_origins=CountRow(least=1, most=2),
        denied_by=(),
    )


def conflict(number: int, one: tuple[int, int, int, Span], two: tuple[int, int, int, Span]) -> ConflictRow:
    """Give a conflict over a number."""
    sides = tuple(
        SideRow(report=f"r{report}", start=span.start, end=span.end, source_actor=None, value=str(report))
        for _, report, _, span in (one, two)
    )
    return ConflictRow(kind=ConflictKind.QUANTITY, event=f"e{number}", claim=None, sides=sides, text="Zahl")


if __name__ == "__main__":
    main()
