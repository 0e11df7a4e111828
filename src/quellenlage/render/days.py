"""Days and stretches of days in the words of a German reader."""

from calendar import monthrange
from datetime import date

from babel.dates import format_date, format_interval

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
        return format_interval(begin, end, "yMMMMd", locale=LOCALE)
    return _between(begin, end)


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


def _between(begin: date, end: date) -> str:
    first = "d. MMMM" if begin.year == end.year else "d. MMMM y"
    if (begin.year, begin.month) == (end.year, end.month):
        first = "d."
    return f"zwischen {format_date(begin, first, locale=LOCALE)} und {day(end)}"
