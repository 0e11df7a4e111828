"""Days and stretches of days in the words of a reader: German unless English is asked for."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import cache

from babel.dates import format_date

from quellenlage.render.phrases import Phrase

UNKNOWN_DAY = "Tag unbekannt"
RANGE_UP_TO = 10  # a longer stretch is hardly one event that lasts; it is a day not known better

WORDS = {
    "de": {
        "unknown": UNKNOWN_DAY,
        "from": "frühestens am {}",
        "until": "spätestens am {}",
        "between": "zwischen {} und {}",
        "range": "{} bis {}",
        "days": "{}.–{}",
        "first": "{}.",
        "in": "im {}",
        "since": "seit {}",
    },
    "en": {
        "unknown": "day unknown",
        "from": "{} at the earliest",
        "until": "{} at the latest",
        "between": "between {} and {}",
        "range": "{} to {}",
        "days": "{}–{}",
        "first": "{}",
        "in": "in {}",
        "since": "since {}",
    },
}
PATTERNS = {
    "de": {"day": "d. MMMM y", "short": "d. MMM y", "first": "d. MMMM", "tick": "d. MMM"},
    "en": {"day": "d MMMM y", "short": "d MMM y", "first": "d MMMM", "tick": "d MMM"},
}


def phrase(form: Callable[..., str], *days: date | None) -> Phrase:
    """Give what ``form`` says of ``days``, in both languages."""
    return _phrase(form, days)


@cache
def _phrase(form: Callable[..., str], days: tuple[date | None, ...]) -> Phrase:
    return Phrase(form(*days, language="de"), form(*days, language="en"))


def day(when: date, *, language: str = "de") -> str:
    """Give "18. Oktober 2023"."""
    return _format(when, "day", language)


def short_day(when: date, *, language: str = "de") -> str:
    """Give "18. Okt. 2023"."""
    return _format(when, "short", language)


def tick(when: date, *, language: str = "de") -> str:
    """Give "18. Okt.", for the axis of the chronology."""
    return _format(when, "tick", language)


def month(when: date, *, language: str = "de") -> str:
    """Give "Okt. 2023", for the axis of the chronology."""
    return format_date(when, "MMM y", locale=language)


def year(when: date, *, language: str = "de") -> str:
    """Give "2023"."""
    return format_date(when, "y", locale=language)


def since(when: date, *, language: str = "de") -> str:
    """Give "seit 18. Oktober 2023"."""
    return WORDS[language]["since"].format(day(when, language=language))


def lasting(begin: date | None, end: date | None, *, language: str = "de") -> str:
    """Say when a thing was: from ``begin`` to ``end``, both inclusive, either open."""
    if begin is None or end is None:
        return _open(begin, end, language)
    if begin == end:
        return day(begin, language=language)
    if begin > end:
        return f"{day(begin, language=language)} / {day(end, language=language)}"
    whole = _whole(begin, end, language)
    if whole:
        return whole
    if (end - begin).days < RANGE_UP_TO:
        return _range(begin, end, language)
    return _between(begin, end, language)


def vague(begin: date | None, end: date | None) -> bool:
    """Say whether a stretch is a day that is not known better, rather than something that lasts; see ``lasting``."""
    return begin is None or end is None or (end - begin).days >= RANGE_UP_TO


def from_to(first: date | None, last: date | None, *, language: str = "de") -> str:
    """Name a stretch that is known to last from ``first`` to ``last``."""
    if first is None or last is None or first > last:
        return lasting(first, last, language=language)
    return day(first, language=language) if first == last else _range(first, last, language)


def one_day(earliest: date | None, latest: date | None, *, language: str = "de") -> str:
    """Name a single day that lies somewhere from ``earliest`` to ``latest``."""
    if earliest is None or latest is None:
        return _open(earliest, latest, language)
    if earliest == latest:
        return day(earliest, language=language)
    if earliest > latest:
        return f"{day(earliest, language=language)} / {day(latest, language=language)}"
    whole = _whole(earliest, latest, language)
    if whole and " " in whole:
        return WORDS[language]["in"].format(whole)
    return whole or _between(earliest, latest, language)


def _format(when: date, pattern: str, language: str) -> str:
    return format_date(when, PATTERNS[language][pattern], locale=language)


def _open(earliest: date | None, latest: date | None, language: str) -> str:
    words = WORDS[language]
    if earliest:
        return words["from"].format(day(earliest, language=language))
    return words["until"].format(day(latest, language=language)) if latest else words["unknown"]


def _whole(begin: date, end: date, language: str) -> str:
    """Give "Oktober 2023" or "2023" where the stretch is exactly that, otherwise nothing."""
    if begin.day != 1 or begin.year != end.year or end.day != monthrange(end.year, end.month)[1]:
        return ""
    if begin.month == end.month:
        return format_date(begin, "MMMM y", locale=language)
    return year(begin, language=language) if (begin.month, end.month) == (1, 12) else ""


def _range(begin: date, end: date, language: str) -> str:
    last = day(end, language=language)
    if (begin.year, begin.month) == (end.year, end.month):
        return WORDS[language]["days"].format(begin.day, last)
    return WORDS[language]["range"].format(_first(begin, end, language), last)


def _first(begin: date, end: date, language: str) -> str:
    """Give the day that a stretch begins with; the year only where it is another."""
    return _format(begin, "first" if begin.year == end.year else "day", language)


def _between(begin: date, end: date, language: str) -> str:
    words = WORDS[language]
    if begin.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return _between_months(begin, end, language)
    last = day(end, language=language)
    if (begin.year, begin.month) == (end.year, end.month):
        return words["between"].format(words["first"].format(begin.day), last)
    return words["between"].format(_first(begin, end, language), last)


def _between_months(begin: date, end: date, language: str) -> str:
    between = WORDS[language]["between"]
    if (begin.month, end.month) == (1, 12):
        return between.format(begin.year, end.year)
    first = "MMMM" if begin.year == end.year else "MMMM y"
    return between.format(format_date(begin, first, locale=language), format_date(end, "MMMM y", locale=language))
