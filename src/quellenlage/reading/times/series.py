"""What an expression takes from the one before it: in a list, a range, an apposition."""

import re

from quellenlage.model import TimeType
from quellenlage.reading.times.lengths import Made, every_weekday

RANGES = frozenset({"until", "dash", "hyphen"})
JOINS = RANGES | {"and", "comma", "slash"}
USUAL = frozenset({"present", "none"})
EVERY_WEEKDAY = re.compile(r"XXXX-WXX-\d(?:T\w\w)?")
WEEKDAY = re.compile(r"weekday:(\d):[^:]+(?::part=(\w\w))?")
LENGTH = re.compile(r"P(T?)([\d.]+)([A-Z]+)")
LISTED = re.compile(r"offset:([+-])[\d.]+([A-Z]+):listed=1")
DAILY = re.compile(r"XXXX-XX-XXT(\w\w)")
DAY = re.compile(r"(?:day|weekday|dayof):.*|offset:[+-]\dD|\d{4}-\d\d-\d\d")
CLOCK = {"H": "H", "M": "MIN", "S": "SEC"}


def continued(made: Made, before: str, led_by: str, behind: int) -> Made:
    """Read an expression by the form before it, ``behind`` pieces before its first, ``led_by`` the class in between.

    *jeden Montag und Mittwoch* are both every week, *vor zwei oder drei Jahren* are both ago, and *am 3. Mai abends* is
    that evening.
    """
    joined = led_by in JOINS and behind == 1
    if joined and EVERY_WEEKDAY.fullmatch(before) and (day := WEEKDAY.fullmatch(made.form)):
        return every_weekday({"w": "|".join(filter(None, day.groups()))}) or made
    if joined and (first := LISTED.fullmatch(before)) and (length := LENGTH.fullmatch(made.form)):
        unit = CLOCK[length[3]] if length[1] else length[3]
        if unit == first[2]:
            return Made(TimeType.DATE, f"offset:{first[1]}{length[2]}{unit}:listed=1", made.mod)
    daily = DAILY.fullmatch(made.form) if made.type is TimeType.SET else None
    if daily and (not behind or (behind == 1 and led_by == "comma")) and DAY.fullmatch(before) and daily[1] != "DT":
        return Made(TimeType.TIME, f"part:{daily[1]}")
    return made


def usual(made: Made, direction: str) -> Made:
    """*Montag bis Freitag geöffnet* is every week, but not where it looks back or ahead."""
    if ":usual=1" not in made.form:
        return made
    if direction in USUAL:
        return every_weekday({"w": made.form.split(":")[1]}) or made
    return made._replace(form=made.form.replace(":usual=1", ""))
