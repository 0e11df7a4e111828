"""Days and stretches of days in the words of a German reader."""

from calendar import monthrange
from datetime import date

from babel.dates import format_date

LOCALE = "de"
UNKNOWN_DAY = "Tag unbekannt"
RANGE_UP_TO = 10  # a longer stretch is hardly one event that lasts; it is a day not known better


def day(when: date) -> str:
    """Give "18. Oktober 2023"."""
    return format_date(when, "d. MMMM y", locale=LOCALE)


def short_day(when: date) -> str:
    """Give "18. Okt. 2023"."""
    return format_date(when, "d. MMM y", locale=LOCALE)


def lasting(begin: date | None, end: date | None) -> str:
    """Say when a thing was: from ``begin`` to ``end``, both inclusive, either open."""
    if begin is None or end is None:
        return _open(begin, end)
    if begin == end:
        return day(begin)
    if begin > end:
        return f"{day(begin)} / {day(end)}"
    whole = _whole(begin, end)
    if whole:
        return whole
    if (end - begin).days < RANGE_UP_TO:
        return _range(begin, end)
    return _between(begin, end)


def from_to(first: date | None, last: date | None) -> str:
    """Name a stretch that is known to last from ``first`` to ``last``."""
    if first is None or last is None or first > last:
        return lasting(first, last)
    return day(first) if first == last else _range(first, last)


def one_day(earliest: date | None, latest: date | None) -> str:
    """Name a single day that lies somewhere from ``earliest`` to ``latest``."""
    if earliest is None or latest is None:
        return _open(earliest, latest)
    if earliest == latest:
        return day(earliest)
    if earliest > latest:
        return f"{day(earliest)} / {day(latest)}"
    whole = _whole(earliest, latest)
    return f"im {whole}" if whole and " " in whole else whole or _between(earliest, latest)


def _open(earliest: date | None, latest: date | None) -> str:
    if earliest:
        return f"frühestens am {day(earliest)}"
    return f"spätestens am {day(latest)}" if latest else UNKNOWN_DAY


def _whole(begin: date, end: date) -> str:
    """Give "Oktober 2023" or "2023" where the stretch is exactly that, otherwise nothing."""
    if begin.day != 1 or begin.year != end.year or end.day != monthrange(end.year, end.month)[1]:
        return ""
    if begin.month == end.month:
        return format_date(begin, "MMMM y", locale=LOCALE)
    return format_date(begin, "y", locale=LOCALE) if (begin.month, end.month) == (1, 12) else ""


def _range(begin: date, end: date) -> str:
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day}.–{day(end)}"
    return f"{_first(begin, end)} bis {day(end)}"


def _first(begin: date, end: date) -> str:
    """Give the day that a stretch begins with; the year only where it is another."""
    return format_date(begin, "d. MMMM" if begin.year == end.year else "d. MMMM y", locale=LOCALE)


def _between(begin: date, end: date) -> str:
    if begin.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return _between_months(begin, end)
    if (begin.year, begin.month) == (end.year, end.month):
        return f"zwischen {begin.day}. und {day(end)}"
    return f"zwischen {_first(begin, end)} und {day(end)}"


def _between_months(begin: date, end: date) -> str:
    if (begin.month, end.month) == (1, 12):
        return f"zwischen {begin.year} und {end.year}"
    first = "MMMM" if begin.year == end.year else "MMMM y"
    return f"zwischen {format_date(begin, first, locale=LOCALE)} und {format_date(end, 'MMMM y', locale=LOCALE)}"
