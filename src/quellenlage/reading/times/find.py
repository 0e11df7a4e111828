"""Time expressions in a text: where they are, of what type, and their form before anything is anchored."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc

from quellenlage.language import Language
from quellenlage.model import Report, Span, TimeExpression, TimeType, content_id
from quellenlage.reading.times.forms import ASKED, MAKERS
from quellenlage.reading.times.grammar import Grammar, grammar
from quellenlage.reading.times.lengths import Made, duration_of
from quellenlage.reading.times.lexicon import Piece
from quellenlage.reading.times.series import JOINS, RANGES, continued, usual
from quellenlage.reading.times.tense import ANNOUNCED, UNREAL, Place, Tense, Tenses
from quellenlage.reading.times.values import open_value, parse, with_part

PART = re.compile(r":part=\w+")
YEAR = re.compile(r"\d{4}")
SINCE, UNTIL, UNTIL_THEN = "since", "until", "until then"
TOWARD = frozenset({UNTIL, UNTIL_THEN, "toward", "auf", "to"})
LOOSE = TOWARD | {"reaching_word", "from_on", "before", "noun"}
LEADING = frozenset({"in", "on", "of", "behind", "since", "within", "between", "reaching_word", "from_on", "and"})
# *an diesem Tag* may mean the day of the sentence before the last.
THAT_DAY = "from:+0D"
NEIGHBOURED = ("weekday:", "day:", "clock:", "part:", "from:", "month:", "season:", "offset:")


@dataclass(slots=True)
class _Before:
    """What was found last: the piece it ended at, where it stood, and its form."""

    end: int = -1
    place: Place | None = None
    form: str = ""
    loose: bool = False


def find(doc: Doc, report: Report, language: Language, rules: Grammar | None = None) -> Iterator[TimeExpression]:
    """Find the time expressions of a report in the order of its text, none in furniture, values not yet anchored.

    ``rules`` stand for those of the language, which are taken without them.
    """
    rules = rules or grammar(language.code)
    pieces = rules.lexicon.pieces(report.text)
    tenses, before = Tenses(doc, report.text, language), _Before()
    furniture = _Furniture(report)
    for found in rules.matches(pieces):
        if found.rule.continues and before.end != found.first - 1:
            continue
        span = Span(pieces[found.first].start, pieces[found.last - 1].end)
        if furniture.holds(span):
            continue
        made = MAKERS[found.rule.kind](found.values)
        if made and not (YEAR.fullmatch(made.form) and tenses.acts(span)):
            loose = _is_loose(pieces, found.first, before)
            led_by = _led_by(pieces, found.first, found.first - before.end)
            where = Where(span, found.last, loose, led_by, found.first - before.end, report.id)
            yield _expression(continued(made, before.form, led_by, where.behind), where, tenses, before)


def _led_by(pieces: Sequence[Piece], first: int, behind: int) -> str:
    """Give the class of the word before an expression; *seit* may stand before its article, *bis* before *zum*.

    Between two expressions, the second of them ``behind`` the first, *bis* makes a range.
    """
    names = [piece.word.name for piece in pieces[max(0, first - 3) : first]]
    ahead = [name for name in names if name not in {"article", "early"}]
    if ahead[-1:] == [SINCE]:
        return SINCE
    alone = UNTIL in names[-2:] and names[-1] in {UNTIL, "to"} and behind > len(names)
    return UNTIL_THEN if alone else names[-1] if names else ""


def _is_loose(pieces: Sequence[Piece], first: int, before: _Before) -> bool:
    """Say whether the words before a date keep the tense from bearing on it: *bis*, *für*, *die kommende …*.

    Neither does it bear on a date that is itself spoken of: *nannte den 3. Mai 2020 als Termin*.
    """
    if not first:
        return False
    last = pieces[first - 1].word.name
    if pieces[first].word.name == "article" and last not in LEADING:
        return True
    if last in JOINS and before.end == first - 1:
        return before.loose
    return last in LOOSE or any(piece.word.name == "next" for piece in pieces[max(0, first - 6) : first])


class _Furniture:
    """Spans that are no part of the article, asked in the order of the text."""

    def __init__(self, report: Report) -> None:
        self.spans, self.at = report.furniture, 0

    def holds(self, span: Span) -> bool:
        while self.at < len(self.spans) and self.spans[self.at].end <= span.start:
            self.at += 1
        return self.at < len(self.spans) and self.spans[self.at].start < span.end


class Where(NamedTuple):
    """Where an expression stands: its span, the piece it ends at, and its report.

    ``loose`` says that a word before keeps the tense from bearing on it, ``led_by`` is the class of that word,
    and ``behind`` how many pieces are between it and the expression before.
    """

    span: Span
    end: int
    loose: bool
    led_by: str
    behind: int
    report: str


def _expression(made: Made, where: Where, tenses: Tenses, before: _Before) -> TimeExpression:
    span, report = where.span, where.report
    place, tense = tenses.place(span.start), tenses.tense(span)
    if tense.direction == UNREAL:
        tense = Tense("past", firm=False)
    if tense.direction == ANNOUNCED:
        tense = Tense(_direction(ANNOUNCED, where.led_by), tense.firm)
    ranged = (
        where.led_by in RANGES
        and where.behind == 1
        and made.form.startswith("weekday:")
        and before.form.startswith("weekday:")
    )
    kind, form, mod = _by_tense(made, tense.direction if ranged else _direction(tense.direction, where.led_by))
    # *Bis zum 3. Mai bleibt die Straße zu*: a present that goes on until then has it ahead.
    goes_on = where.led_by == UNTIL_THEN and tense.direction == "present"
    loose = (where.loose and not goes_on) or not tense.firm
    if paired := _bracketed(form, before.form):
        form, loose = paired, before.loose
    before.end, before.form, before.loose = where.end, form, loose
    form += ":range=1" if ranged else ""
    # *Seit Montag tagt der Rat wieder*: counted from the report, whatever day was told before.
    now = where.led_by == SINCE and tense.direction == "present"
    form += ("" if now else _gap(form, place, before.place)) + _bearing(form, tense.direction, loose)
    before.place = place
    return TimeExpression(
        id=content_id("t", report, span.start, span.end),
        report=report,
        span=span,
        type=kind,
        value=with_part(open_value(parse(form)), parse(form), kind),
        mod=mod,
        form=form,
    )


def _direction(tense: str, led_by: str) -> str:
    """What was put off *bis Freitag* may lie ahead of a past tense; *seit Freitag* looks back from any."""
    if tense == ANNOUNCED:
        return "future" if led_by in TOWARD else "past"
    if led_by == SINCE:
        return "past"
    if led_by == UNTIL_THEN and tense == "present":
        return "future"
    return "open" if led_by in TOWARD and tense == "past" else tense


def _by_tense(made: Made, direction: str) -> Made:
    """Put the direction in where a form asks for it."""
    kind, form, mod = made = usual(made, direction)
    if form.startswith("spoken:"):
        return Made(kind, "PAST_REF" if direction == "past" else "PRESENT_REF", mod)
    if form.startswith("ahead:"):
        return _ahead(made, direction)
    return Made(kind, form.replace(ASKED, direction), mod)


def _gap(form: str, place: Place, before: Place | None) -> str:
    if not form.startswith(NEIGHBOURED) or before is None or before.paragraph != place.paragraph:
        return ""
    gap = place.sentence - before.sentence
    return f":gap={gap}" if gap < 2 or (gap == 2 and form.startswith(THAT_DAY)) else ""


def _bearing(form: str, direction: str, loose: bool) -> str:
    """Say what the tense bears on: nothing where it is loose, else the past of a date that has its year."""
    if loose:
        return ":loose=1" if form.startswith(("day:", "month:")) else ""
    if form.startswith("from:+"):
        return ":tense=past" if direction == "past" else ""
    return ":tense=past" if form[:4].isdigit() and direction == "past" else ""


def _ahead(made: Made, direction: str) -> Made:
    """*in zwei Wochen* is the day two weeks from now, but in the past it is the time a thing took."""
    distance = made.form.removeprefix("ahead:+")
    if direction == "past":
        return Made(TimeType.DURATION, duration_of(distance), made.mod)
    return Made(TimeType.DATE, f"offset:+{distance}", made.mod)


def _bracketed(form: str, before: str) -> str | None:
    """Give the date in brackets behind a weekday the form of that weekday: *am Montag (9. Mai)*."""
    if not form.startswith("day:") or "weekday=" in form or ":weekday=" not in before:
        return None
    return PART.sub("", before) if before.split(":")[1] == form.split(":")[1] else None
