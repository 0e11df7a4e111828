"""Lengths, distances and sets, as forms: *zwei Wochen*, *vor zwei Wochen*, *alle zwei Wochen*."""

from collections.abc import Callable
from typing import NamedTuple

from quellenlage.model import TimeType

CLOCK = {"TH": "H", "TM": "M", "TS": "S"}
Values = dict[str, str]


class Made(NamedTuple):
    """An expression before anchoring; ``forms.ASKED`` in the form stands for a direction still to be read."""

    type: TimeType
    form: str
    mod: str | None = None


def _set(value: str) -> Made:
    return Made(TimeType.SET, value)


def often(v: Values) -> Made | None:
    """An adverb of frequency."""
    return _set(v["v"])


def often_unit(v: Values) -> Made | None:
    """*jeden Tag*, *alle fünf Jahre*."""
    return _set(length(v.get("c", "1"), v["u"]))


def often_times(v: Values) -> Made | None:
    """*14-täglich*, *vierzehntäglich*: so many times the unit that the adverb counts by."""
    count, _, unit = v["v"].partition("|")
    return _set((unit or count).replace("1", v.get("c", count), 1))


def every_weekday(v: Values) -> Made | None:
    """*montags*, *jeden Montag*."""
    number, _, part = v["w"].partition("|")
    return _set(f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))


def every_part(v: Values) -> Made | None:
    """*nachts*, *jeden Abend*; *nächtlich* may be of one night or of all."""
    return Made(TimeType.TIME if "time" in v else TimeType.SET, f"XXXX-XX-XXT{v['p']}")


def every_season(v: Values) -> Made | None:
    """*jeden Sommer*."""
    return _set(f"XXXX-{v['s']}")


def _amount(v: Values) -> str:
    if "c" in v:
        return f"{v['c']}.{v['c2']}" if "c2" in v else f"{float(v['c']):g}" if v["c"] != "X" else "X"
    return v.get("h") or "X"


def length(amount: str, unit: str) -> str:
    """Write a length: ``P2W``, ``PT30M``."""
    if unit in CLOCK:
        return f"PT{amount}{CLOCK[unit]}"
    if unit == "S":
        return f"P{amount}S" if amount == "X" else f"P{int(float(amount) * 6)}M"
    return f"P{amount}{unit}"


def duration_of(distance: str) -> str:
    """Turn ``2W``, ``XMIN`` into the duration it measures."""
    for name, unit in (("MIN", "M"), ("SEC", "S"), ("H", "H")):
        if distance.endswith(name):
            return f"PT{distance.removesuffix(name)}{unit}"
    return length(distance[:-1], "S") if distance.endswith("S") else f"P{distance}"


def distance(v: Values, name: str, sign: str = "") -> Made:
    """Write a distance: ``offset:-2W``."""
    unit = {"TH": "H", "TM": "MIN", "TS": "SEC"}.get(v["u"], v["u"])
    mod = v.get("ab") or None
    listed = ":listed=1" if "listed" in v else ""
    return Made(TimeType.DATE, f"{name}:{sign}{_amount(v)}{unit}{listed}", mod)


def offset(v: Values) -> Made | None:
    """A distance from the report's day."""
    return distance(v, "offset", v["sign"])


def ahead(v: Values) -> Made | None:
    """*in zwei Wochen*: a day to come, where the tense does not say that it is a length."""
    return distance(v, "ahead", "+")


def from_there(v: Values) -> Made | None:
    """A distance from the day spoken of before."""
    return distance(v, "from", v["sign"])


def elapsed(v: Values) -> Made | None:
    """A stretch up to the report's day."""
    return Made(TimeType.DURATION, distance(v, "past").form, v.get("ab"))


def coming(v: Values) -> Made | None:
    """A stretch from the report's day on."""
    return Made(TimeType.DURATION, distance(v, "next").form, v.get("ab"))


def duration(v: Values) -> Made | None:
    """A length of time."""
    return Made(TimeType.DURATION, length(_amount(v), v["u"]), v.get("ab"))


def lasting(v: Values) -> Made | None:
    """*zweitägig*."""
    amount, unit = v["v"].split("|")
    return Made(TimeType.DURATION, length(amount, unit))


def long_for(v: Values) -> Made | None:
    """*wochenlang*."""
    return Made(TimeType.DURATION, v["v"])


ALL: tuple[Callable[[Values], Made | None], ...] = (
    often, often_times, often_unit, every_weekday, every_part, every_season, offset, ahead, elapsed, coming, duration,
    lasting, long_for,
)  # fmt: skip
LENGTHS: dict[str, Callable[[Values], Made | None]] = {made.__name__: made for made in ALL} | {"from": from_there}
