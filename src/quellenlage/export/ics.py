"""iCalendar (RFC 5545): the dated events of stories, whole days, in any calendar."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from quellenlage.model import Dossier, Status
from quellenlage.model.dossier import EventRow
from quellenlage.render.days import RANGE_UP_TO
from quellenlage.render.words import STATUS as WORDS

LONGEST_LINE = 75
STATUS = {
    Status.CANCELLED: "CANCELLED",
    Status.DENIED: "CANCELLED",
    Status.POSSIBLE: "TENTATIVE",
    Status.PLANNED: "TENTATIVE",
}


def to_ics(dossiers: Sequence[Dossier], *, generator: str) -> bytes:
    """Give the events whose days are known; a long stretch is a day that is not. Stamped with the story's last day."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_text(generator)}//DE", "CALSCALE:GREGORIAN"]
    for dossier in dossiers:
        for event in dossier.events:
            lines += _event(event, dossier)
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line)).encode()


def _event(event: EventRow, dossier: Dossier) -> Iterator[str]:
    if not event.begin or not event.end or (event.end - event.begin).days >= RANGE_UP_TO:
        return
    names = {actor.id: actor.name for actor in dossier.actors}
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}.{dossier.story.id}@quellenlage"
    yield f"DTSTAMP:{_day(dossier.story.end or event.end)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(event.begin)}"
    yield f"DTEND;VALUE=DATE:{_day(event.end + timedelta(days=1))}"
    yield f"SUMMARY:{_text(event.label)} ({WORDS[event.status].word})"
    if event.place:
        yield f"LOCATION:{_text(names.get(event.place, ''))}"
    yield f"DESCRIPTION:{_text(_description(event, dossier, names))}"
    yield f"STATUS:{STATUS.get(event.status, 'CONFIRMED')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(event: EventRow, dossier: Dossier, names: dict[str, str]) -> str:
    """Tell who reports it, on how many origins it rests, and who denies it."""
    told = {mention.report for mention in event.mentions}
    reports = [report.outlet or report.title or report.uri for report in dossier.reports if report.id in told]
    count = event.independent_origins
    origins = str(count.least) if count.least == count.most else f"{count.least} bis {count.most}"
    lines = [f"Berichte: {', '.join(dict.fromkeys(reports))}", f"unabhängige Quellen: {origins}"]
    if event.denied_by:
        lines.append("bestritten von " + ", ".join(names.get(actor, "") for actor in event.denied_by))
    return "\n".join(lines)


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(words: str) -> str:
    """Escape a text value; control characters, which no calendar may hold, become U+FFFD."""
    clean = "".join(c if (c >= " " and c != "\x7f") or c == "\n" else "\ufffd" for c in words)
    for sign in ("\\", ";", ","):
        clean = clean.replace(sign, "\\" + sign)
    return clean.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Cut a line into such of at most 75 octets, never within a character; those that go on begin with a space."""
    part, size = "", 0
    for char in line:
        length = len(char.encode("utf-8", "replace"))
        if size + length > LONGEST_LINE:
            yield part
            part, size = " ", 1
        part, size = part + char, size + length
    yield part
