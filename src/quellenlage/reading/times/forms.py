"""What the words of a rule mean, as a form: the value before it is anchored, kind and arguments with colons between.

Forms that need no anchor are TIMEX3 values: ``2021-06-16``, ``2004-05``, ``1997-FA``, ``197X``, ``P3D``,
``XXXX-WXX-1``, ``PAST_REF``. In the others DIR is one of ``past future present none`` (the tense), ``last next this``
(said in words) or ``open`` (either way):

    day:05-09:DIR             a day without its year; weekday=1 if that is named with it
    dayof:04-22:-1Y           the same in a year counted from the report's; monthof:10:-1Y likewise
    nth:-1:7:05:DIR           the last Sunday in May, or with its year; nth:2:… the second
    month:05:DIR  season:FA:DIR  quarter:3:DIR  half:1:DIR  weekend:DIR
    weekday:3:DIR             part=EV for a part of the day; noun=1 where it belongs to a noun (*der Sturm vom Montag*),
                              range=1 where it ends a range; weekdayof:1:-1W is Monday last week
    offset:-3W                a distance from the report's day; X for a number left open; part=EV; weekday=1 for the
                              weekday that *gestern* was
    shift:-1W                 a calendar unit counted from the report's (Y M W Q S DE CE, WE for weekends)
    past:10Y  next:10Y        a stretch that ends or begins on the report's day
    from:-1D                  a distance from the day spoken of before
    holiday:easter+1:2011     the year, or a DIR; ``calendar.holiday`` reads the name
    clock:T20:15  part:EV     a time on the day spoken of in the sentence, else on the report's
    season_from:2018          two years as one, from that one on

Keys follow at the end: ``tense=past`` says that the clause of a date with its year looks back; ``loose=1`` that a word
before a date (*bis*, *für*, *ab*) keeps the tense from bearing on it; ``gap=0`` that the expression before stands in
the same sentence, ``gap=1`` in the one before.
"""

from collections.abc import Callable
from datetime import date as Date
from typing import NamedTuple

from quellenlage.model import TimeType

ASKED = "?"
CLOCK = {"TH": "H", "TM": "M", "TS": "S"}
Values = dict[str, str]


class Made(NamedTuple):
    """An expression before anchoring; ``ASKED`` in the form stands for a direction still to be read from the tense."""

    type: TimeType
    form: str
    mod: str | None = None


def _day(form: str, mod: str | None = None) -> Made:
    return Made(TimeType.DATE, form, mod)


def _year(digits: str) -> int:
    if len(digits) == 2:
        return int(digits) + (2000 if int(digits) < 50 else 1900)
    return int(digits)


def date(v: Values) -> Made | None:
    """A day and month, with or without year and weekday."""
    day, month = int(v["d"]), int(v.get("m") or v["mn"])
    try:
        Date(_year(v["y"]) if "y" in v else 2000, month, day)
    except ValueError:
        return None
    if "y" in v:
        return _day(f"{_year(v['y']):04d}-{month:02d}-{day:02d}")
    if "of" in v:
        return _day(f"dayof:{month:02d}-{day:02d}:{_signed(v['n'])}Y")
    return _day(f"day:{month:02d}-{day:02d}:{ASKED}" + (f":weekday={v['w']}" if "w" in v else ""))


def _signed(number: str) -> str:
    return f"{int(number):+d}"


def _direction(v: Values) -> str:
    """What an adjective says of the direction, else the tense has to."""
    return v.get("direction") or {"-1": "last", "0": "this", "1": "next"}.get(v.get("n", ""), ASKED)


def month(v: Values) -> Made | None:
    """A month."""
    if "y" in v:
        return _day(f"{_year(v['y']):04d}-{int(v['m']):02d}", v.get("e"))
    if "of" in v:
        return _day(f"monthof:{int(v['m']):02d}:{_signed(v['n'])}Y", v.get("e"))
    return _day(f"month:{int(v['m']):02d}:{_direction(v)}", v.get("e"))


def month_shifted(v: Values) -> Made | None:
    """*im Oktober des Vorjahres*; of other units only the year has months."""
    return _day(f"monthof:{int(v['m']):02d}:{v['n']}") if v["n"].endswith("Y") else None


def nth_weekday(v: Values) -> Made | None:
    """*am letzten Sonntag im Mai*; the year, or a direction."""
    which = v.get("y", ASKED)
    return _day(f"nth:{v['n']}:{v['w']}:{int(v['m']):02d}:{which}") if int(v["n"]) <= 4 else None


def month_half(v: Values) -> Made | None:
    """*in der zweiten Junihälfte*."""
    if v["o"] not in {"1", "2"}:
        return None
    kind, form, _ = month(v | {"m": v["m"].split("|")[0]}) or _day("")
    return Made(kind, f"{form}:half=1", "START" if v["o"] == "1" else "END")


def season(v: Values) -> Made | None:
    """A season of a year, or of the report's time."""
    if "y" in v:
        return _day(f"{_year(v['y']):04d}-{v['s']}", v.get("e"))
    return _day(f"season:{v['s']}:{_direction(v)}", v.get("e"))


def quarter(v: Values) -> Made | None:
    """A quarter or half of a year."""
    number, letter = int(v.get("o") or v["on"]), "Q" if v["u"] == "Q" else "H"
    if not 1 <= number <= (4 if letter == "Q" else 2):
        return None
    if "y" in v:
        return _day(f"{_year(v['y']):04d}-{letter}{number}")
    return _day(f"{'quarter' if letter == 'Q' else 'half'}:{number}:{ASKED}")


def century(v: Values) -> Made | None:
    """A century or a millennium by its number."""
    number = int(v.get("n") or v["no"])
    if "mil" in v:
        return _day(f"{number - 1}XXX", v.get("e")) if 1 <= number <= 9 else None
    return _day(f"{number - 1:02d}XX", v.get("e")) if 1 <= number <= 30 else None


def decade(v: Values) -> Made | None:
    """A decade, by year or by its tens."""
    if "y" in v:
        return _day(f"{v['y'][:3]}X", v.get("e"))
    tens = int(v["yy"]) if "yy" in v else int(v["d"].split("|")[0])
    return _day(f"19{tens // 10}X", v.get("e")) if 10 <= tens <= 90 and tens % 10 == 0 else None


def year(v: Values) -> Made | None:
    """A year."""
    number = int(v["y"]) + (1900 if len(v["y"]) == 2 else 0)
    return _day(f"{number:04d}", v.get("e"))


def bare_year(v: Values) -> Made | None:
    """A number that nothing but its size and its place show to be a year."""
    return year(v) if 1200 <= int(v["y"]) <= 2050 else None


def season_year(v: Values) -> Made | None:
    """A season of sports or school, which lies in two years that follow each other."""
    if "two" in v and int(v["two"]) != (int(v["y"]) + 1) % 100:
        return None
    return _day(f"season_from:{v['y']}")


def holiday(v: Values) -> Made | None:
    """A holiday."""
    which = f"{v['y']}" if "y" in v else _direction(v)
    return _day(f"holiday:{v['d']}:{which}")


def _parted(form: str, part: str | None) -> Made:
    return Made(TimeType.TIME, f"{form}:part={part}") if part else _day(form)


def today(v: Values) -> Made | None:
    """*heute*, *gestern* and their like."""
    number, _, inside = v.get("w", v.get("day", "")).partition("|")
    named = f":weekday={number}" if number else ""
    return _parted(f"offset:{_signed(v['n'])}D{named}", v.get("p") or inside)


def this_year(v: Values) -> Made | None:
    """*heuer*, *vorjährig*."""
    return _day(f"shift:{_signed(v['n'])}Y")


def weekday(v: Values) -> Made | None:
    """A day of the week."""
    number, _, inside = v["w"].partition("|")
    form = f"weekday:{number}:{_direction(v)}" + (":noun=1" if "noun" in v else "")
    return _parted(form, inside or v.get("p") or v.get("pp"))


def weekday_of(v: Values) -> Made | None:
    """A day of this, the last or the next week."""
    return _day(f"weekdayof:{v['w']}:{_signed(v['n'])}W")


def shift(v: Values) -> Made | None:
    """A calendar unit counted from the present one."""
    return _day(f"shift:{_signed(v['n'])}{v.get('unit') or v['u']}", v.get("e"))


def this(v: Values) -> Made | None:
    """The present calendar unit: *Ende des Monats*."""
    return _day(f"shift:+0{v['u']}", v.get("e"))


def edge_noun(v: Values) -> Made | None:
    """*Jahresende*: the unit and its modifier in one word."""
    unit, mod = v["u"].split("-")
    return _day(f"shift:+0{unit}", mod)


def weekend(v: Values) -> Made | None:
    """A weekend."""
    return _day(f"weekend:{_direction(v)}")


def neighbour(v: Values) -> Made | None:
    """The day before or after the one spoken of."""
    return _day(f"from:{v['n']}")


def shifted(v: Values) -> Made | None:
    """*Vorjahr*, *Vorwoche*."""
    return _day(f"shift:{v['n']}")


def no_time(v: Values) -> Made | None:
    """A name, a number or an age: *mit zwölf Jahren*."""
    return None


def tomorrow(v: Values) -> Made | None:
    """*Morgen* with the capital of the sentence is the day, not the part of one."""
    return _day("offset:+1D") if v["p"] == "MO" else None


def near_ref(v: Values) -> Made | None:
    """*in naher Zukunft*."""
    return _day(v.get("v", "PAST_REF"))


def half_past(v: Values) -> Made | None:
    """*halb acht* is half an hour before eight."""
    hour = int(v["h"])
    return Made(TimeType.TIME, f"clock:T{(hour - 1) % 12:02d}:30") if 1 <= hour <= 12 else None


def beside_hour(v: Values) -> Made | None:
    """*Viertel nach drei*, *zehn vor drei*."""
    minutes = int(v.get("minutes") or v["c"]) * (-1 if "b" in v else 1)
    hour = int(v["h"]) - (minutes < 0)
    return Made(TimeType.TIME, f"clock:T{hour:02d}:{minutes % 60:02d}") if hour <= 24 and abs(minutes) < 60 else None


def whole(v: Values) -> Made | None:
    """*den ganzen Tag*."""
    return Made(TimeType.DURATION, _length("1", v["u"]))


def early(v: Values) -> Made | None:
    """*am frühen Morgen*, *am späten Mittwochabend*."""
    return weekday(v | {"direction": ASKED}) if "w" in v else part(v)


def this_time(v: Values) -> Made | None:
    """*in dieser Zeit*: the past or the present, as the tense has it."""
    return _day(f"spoken:{ASKED}")


def _set(value: str) -> Made:
    return Made(TimeType.SET, value)


def often(v: Values) -> Made | None:
    """An adverb of frequency."""
    return _set(v["v"])


def often_unit(v: Values) -> Made | None:
    """*jeden Tag*, *alle fünf Jahre*."""
    return _set(_length(v.get("c", "1"), v["u"]))


def every_weekday(v: Values) -> Made | None:
    """*montags*, *jeden Montag*."""
    number, _, part = v["w"].partition("|")
    return _set(f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))


def every_part(v: Values) -> Made | None:
    """*nachts*, *jeden Abend*."""
    return _set(f"XXXX-XX-XXT{v['p']}")


def _amount(v: Values) -> str:
    if "c" in v:
        return f"{v['c']}.{v['c2']}" if "c2" in v else f"{float(v['c']):g}" if v["c"] != "X" else "X"
    return v.get("h") or "X"


def _length(amount: str, unit: str) -> str:
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
    return _length(distance[:-1], "S") if distance.endswith("S") else f"P{distance}"


def _distance(v: Values, name: str, sign: str = "") -> Made:
    unit = {"TH": "H", "TM": "MIN", "TS": "SEC"}.get(v["u"], v["u"])
    mod = v.get("ab") or None
    return _day(f"{name}:{sign}{_amount(v)}{unit}", mod)


def offset(v: Values) -> Made | None:
    """A distance from the report's day."""
    return _distance(v, "offset", v["sign"])


def ahead(v: Values) -> Made | None:
    """*in zwei Wochen*: a day to come, where the tense does not say that it is a length."""
    return _distance(v, "ahead", "+")


def from_there(v: Values) -> Made | None:
    """A distance from the day spoken of before."""
    return _distance(v, "from", v["sign"])


def elapsed(v: Values) -> Made | None:
    """A stretch up to the report's day."""
    return Made(TimeType.DURATION, _distance(v, "past").form, v.get("ab"))


def coming(v: Values) -> Made | None:
    """A stretch from the report's day on."""
    return Made(TimeType.DURATION, _distance(v, "next").form, v.get("ab"))


def duration(v: Values) -> Made | None:
    """A length of time."""
    return Made(TimeType.DURATION, _length(_amount(v), v["u"]), v.get("ab"))


def lasting(v: Values) -> Made | None:
    """*zweitägig*."""
    amount, unit = v["v"].split("|")
    return Made(TimeType.DURATION, _length(amount, unit))


def long_for(v: Values) -> Made | None:
    """*wochenlang*."""
    return Made(TimeType.DURATION, v["v"])


def part(v: Values) -> Made | None:
    """A part of the day spoken of."""
    return Made(TimeType.TIME, f"part:{v['p']}")


def clock(v: Values) -> Made | None:
    """A time by the clock."""
    hour, minute = int(v["h"]), v.get("mi", "00")
    if hour > 24 or len(minute) != 2 or int(minute) > 59:
        return None
    return Made(TimeType.TIME, f"clock:T{hour:02d}:{minute}")


def ref(v: Values) -> Made | None:
    """The past, the present or the future as such."""
    return _day(v["v"])


ALL: tuple[Callable[[Values], Made | None], ...] = (
    date, month, season, quarter, century, decade, year, bare_year, season_year, holiday, today, this_year, weekday,
    shift, this, edge_noun, weekend, neighbour, shifted, often, often_unit, every_weekday, every_part, offset, ahead,
    elapsed, coming, duration, lasting, long_for, part, clock, ref, this_time,
    weekday_of, no_time, tomorrow, beside_hour, month_half, month_shifted, nth_weekday, near_ref, half_past, whole,
    early,
)  # fmt: skip
MAKERS: dict[str, Callable[[Values], Made | None]] = {made.__name__: made for made in ALL} | {"from": from_there}
