"""What bylines, credits and date lines say: persons, agencies, days."""

import re
from calendar import monthrange
from datetime import date

from quellenlage.intake.furniture import agency_names, furniture_table
from quellenlage.model import Interval

# Newspapers begin in 1605; a year far ahead is a slip.
_YEARS = range(1605, 2200)
_PARTS = re.compile(r"\s?[,;/&|+]\s?")
_COMMA = re.compile(r"[^,]+,[^,]+")
_NUMERIC = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})")
_WRITTEN = re.compile(r"(\d{1,2})\.\s?([^\W\d]{3,9})\.?\s(\d{4})")
_MONTH = re.compile(r"([^\W\d]{3,9})\.?\s(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


def agencies_in(credit: str) -> tuple[str, ...]:
    """Give the agencies a credit names, by their short names, in its order."""
    names = agency_names()
    found = (names.get(part.casefold()) for part in _split(credit))
    return tuple(dict.fromkeys(name for name in found if name))


def persons_in(byline: str) -> tuple[str, ...]:
    """Give the persons a byline names; agencies, desks and the places behind a comma are left out.

    ``Sommer, Jana`` is one person with the family name in front.
    """
    nobody = {*agency_names(), *furniture_table()["words"]["nobody"]}
    parts = [part for part in map(_name, _split(byline)) if part.casefold() not in nobody]
    if len(parts) == 2 and " " not in parts[0] and _COMMA.fullmatch(byline):
        return (f"{parts[1]} {parts[0]}",)
    return tuple(dict.fromkeys(part for i, part in enumerate(parts) if part and (i == 0 or " " in part)))


def day_in(words: str) -> date | None:
    """Give the day that a date line names, or ``None`` where it is none (31 February)."""
    if match := _NUMERIC.search(words):
        day, month, year = (int(part) for part in match.groups())
        return _date(year if year > 99 else 2000 + year, month, day)
    if match := _WRITTEN.search(words):
        return _date(int(match[3]), _month(match[2]), int(match[1]))
    if (match := _ISO.search(words)) and match[3]:
        return _date(int(match[1]), int(match[2]), int(match[3]))
    return None


def month_in(words: str) -> Interval | None:
    """Give the month that ``2021-03`` or *März 2021* names, first to last day; a day where one is given."""
    if match := _ISO.search(words):
        year, month, day = int(match[1]), int(match[2]), match[3]
    elif match := _MONTH.search(words):
        year, month, day = int(match[2]), _month(match[1]), None
    else:
        return None
    first = _date(year, month, int(day or 1))
    if first is None:
        return None
    return Interval(earliest=first, latest=first if day else first.replace(day=monthrange(year, month)[1]))


def _split(words: str) -> list[str]:
    joints = "|".join(re.escape(joint) for joint in furniture_table()["words"]["joints"])
    return [piece for part in _PARTS.split(words) for piece in re.split(rf"\s(?:{joints})\s", part) if piece]


def _name(part: str) -> str:
    """Give a name without space and points around it; an initial keeps its point."""
    stripped = part.strip(" .")
    return stripped + "." if part.endswith(".") and stripped[-2:-1] == " " else stripped


def _month(name: str) -> int:
    words = furniture_table()["words"]
    numbers: dict[str, int] = dict(zip(words["months"], words["month_numbers"], strict=True))
    return numbers.get(name.casefold(), 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None
