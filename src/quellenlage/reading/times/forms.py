"""What the words of a rule mean, as a form: the value before it is anchored, kind and arguments with colons between.

Forms that need no anchor are TIMEX3 values: ``2021-06-16``, ``2004-05``, ``1997-FA``, ``197X``, ``P3D``,
``XXXX-WXX-1``, ``PAST_REF``. In the others DIR is one of ``past future present none`` (the tense), ``last next this``
(said in words) or ``open`` (either way):

    day:05-09:DIR             a day without its year; weekday=1 if that is named with it
    dayof:04-22:-1Y           the same in a year counted from the report's; monthof:10:-1Y likewise
    monthday:15:DIR           a day of a month that is not named; monthday:15:+1M of one counted from the report's
    nth:-1:7:05:DIR           the last Sunday in May, or with its year; nth:2:… the second
    month:05:DIR  season:FA:DIR  quarter:3:DIR  half:1:DIR  weekend:DIR  week:21:DIR
                              quarter, half and season also with -1Y, a year counted from the report's
    weekday:3:DIR             part=EV for a part of the day; noun=1 where it belongs to a noun (*der Sturm vom Montag*),
                              range=1 where it ends a range; weekdayof:1:-1W is Monday last week
                              usual=1 in opening hours: every week on that day, unless the tense looks back or ahead
    beside:W:-1:easter0/+1:DIR  the week before or after a holiday, beside:7:+1:… the Sunday; or with its year
    turn:1900                 the years around the turn of a century
    weekdayaway:5:-1W         *Freitag vor einer Woche*: the last one, or the one that many weeks before it
    offset:-3W                a distance from the report's day; X for a number left open; part=EV; weekday=1 for the
                              weekday that *gestern* was, day=0 for the very day (*heute vor zehn Jahren*)
    shift:-1W                 a calendar unit counted from the report's (Y M W Q S DE CE, WE for weekends)
    past:10Y  next:10Y        a stretch that ends or begins on the report's day
    from:-1D                  a distance from the day spoken of before, from:+0Y that same year; tense=past as below
    holiday:easter+1:2011     the year, or a DIR; ``calendar.holiday`` reads the name
    clock:T20:15  part:EV     a time on the day spoken of in the sentence, else on the report's
    season_from:2018          two years as one, from that one on; season_shift:-1 the season before the present one

Keys follow at the end: ``tense=past`` says that the clause of a date with its year looks back; ``loose=1`` that a word
before a date (*bis*, *für*, *ab*) keeps the tense from bearing on it; ``gap=0`` that the expression before stands in
the same sentence, ``gap=1`` in the one before.
"""

from collections.abc import Callable
from datetime import date as Date

from quellenlage.model import TimeType
from quellenlage.reading.times.hours import HOURS
from quellenlage.reading.times.lengths import LENGTHS, Made, Values, distance, length

ASKED = "?"


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
        return _parted(f"{_year(v['y']):04d}-{month:02d}-{day:02d}", v.get("p"))
    if "of" in v:
        away = _year_away(v)
        return _day(f"dayof:{month:02d}-{day:02d}:{away}") if away else None
    number, _, inside = v.get("w", "").partition("|")
    named = f":weekday={number}" if number else ""
    return _parted(f"day:{month:02d}-{day:02d}:{_direction(v)}{named}", v.get("p") or inside)


def day_of_month(v: Values) -> Made | None:
    """*am Abend des 3.*, *am 15. kommenden Monats*."""
    here = f"{_signed(v['n'])}M" if "n" in v else ASKED
    return _day(f"monthday:{int(v['d']):02d}:{here}") if 1 <= int(v["d"]) <= 31 else None


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
        away = f"-{int(v['c'])}" if "c" in v else _signed(v["n"])
        return _day(f"monthof:{int(v['m']):02d}:{away}Y", v.get("e"))
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


def month_week(v: Values) -> Made | None:
    """*in der ersten Juniwoche*: the first lies in the first third of the month, others anywhere in it."""
    return month(v | {"m": v["m"].split("|")[0]} | ({"e": "START"} if v.get("o") == "1" else {}))


def week(v: Values) -> Made | None:
    """*in Kalenderwoche 21*."""
    number = int(v["n"])
    if not 1 <= number <= 53:
        return None
    return _day(f"{_year(v['y']):04d}-W{number:02d}" if "y" in v else f"week:{number:02d}:{ASKED}")


def season(v: Values) -> Made | None:
    """A season of a year, or of the report's time."""
    wide = ":wide=1" if "wide" in v else ""
    if "y" in v:
        return _day(f"{_year(v['y']):04d}-{v['s']}{wide}", v.get("e"))
    return _day(f"season:{v['s']}:{_year_away(v) or _direction(v)}{wide}", v.get("e"))


def _year_away(v: Values) -> str | None:
    """*vergangenen Jahres*, *des Vorjahres*: how many years from the report's, where the rule says ``of``."""
    if "of" not in v:
        return None
    return v["n"] if v["n"].endswith("Y") else f"{int(v['n']):+d}Y" if v["n"].lstrip("+-").isdigit() else None


def quarter(v: Values) -> Made | None:
    """A quarter or half of a year."""
    number, letter = int(v.get("o") or v["on"]), "Q" if v["u"] == "Q" else "H"
    if not 1 <= number <= (4 if letter == "Q" else 2):
        return None
    if "y" in v:
        return _day(f"{_year(v['y']):04d}-{letter}{number}")
    return _day(f"{'quarter' if letter == 'Q' else 'half'}:{number}:{_year_away(v) or ASKED}")


def century(v: Values) -> Made | None:
    """A century or a millennium by its number."""
    number, era = int(v.get("n") or v["no"]), v.get("era", "")
    if "mil" in v:
        return _day(f"{era}{number - 1}XXX", v.get("e")) if 1 <= number <= 9 else None
    return _day(f"{era}{number - 1:02d}XX", v.get("e")) if 1 <= number <= 30 else None


def decade(v: Values) -> Made | None:
    """A decade, by year or by its tens."""
    if "y" in v:
        return _day(f"{v['y'][:3]}X", v.get("e"))
    tens = int(v["yy"]) if "yy" in v else int(v["d"].split("|")[0])
    century = f"{int(v['ce']) - 1:02d}" if "ce" in v else "19"
    return _day(f"{century}{tens // 10}X", v.get("e")) if 10 <= tens <= 90 and tens % 10 == 0 else None


def decade_named(v: Values) -> Made | None:
    """*in den Nullerjahren*."""
    return _day(v["d"], v.get("e"))


def turn(v: Values) -> Made | None:
    """*um die Jahrhundertwende*: the years around that one."""
    return _day(f"turn:{v['y']}", v.get("e"))


def year(v: Values) -> Made | None:
    """A year."""
    number = int(v["y"]) + (1900 if len(v["y"]) == 2 else 0)
    return _day(f"{number:04d}", v.get("e"))


def year_of_era(v: Values) -> Made | None:
    """*300 v. Chr.*, *79 n. Chr.*"""
    number = int(v["y"])
    return _day(f"{v.get('era', '')}{number:04d}") if 1 <= number <= 9999 else None


def bare_year(v: Values) -> Made | None:
    """A number that nothing but its size and its place show to be a year."""
    return year(v) if 1200 <= int(v["y"]) <= 2050 else None


def season_year(v: Values) -> Made | None:
    """A season of sports or school, which lies in two years that follow each other."""
    if "two" in v and int(v["two"]) != (int(v["y"]) + 1) % 100:
        return None
    return _day(f"season_from:{v['y']}")


def season_shift(v: Values) -> Made | None:
    """*in der vergangenen Saison*."""
    return _day(f"season_shift:{_signed(v['n'])}")


def holiday(v: Values) -> Made | None:
    """A holiday; one that is a weekday of a month is written as that."""
    which = f"{v['y']}" if "y" in v else _direction(v)
    return _day(f"{v['d']}:{which}" if v["d"].startswith("nth:") else f"holiday:{v['d']}:{which}")


def counted_holiday(v: Values) -> Made | None:
    """*am zweiten Weihnachtstag* is a day after the first, *am dritten Advent* two Sundays."""
    number, name = int(v["o"]), v["d"]
    if not 1 <= number <= 4:
        return None
    if name.startswith("advent"):
        return holiday(v | {"d": f"advent{7 * (number - 4):+d}"})
    if name.startswith("fixed"):
        return holiday(v | {"d": f"{name[:-2]}{int(name[-2:]) + number - 1:02d}"}) if number <= 2 else None
    return holiday(v | {"d": f"easter{int(name.removeprefix('easter')) + number - 1:+d}"}) if number <= 2 else None


def weekday_by_holiday(v: Values) -> Made | None:
    """*am Sonntag nach Ostern*; beside a fixed day it waits for the year, as that day's weekday changes with it."""
    kind = next((k for k in ("easter", "advent") if v["d"].startswith(k)), None)
    if kind is None and v["d"].startswith("fixed"):
        return _day(f"beside:{v['w']}:{'-1' if 'b' in v else '+1'}:{v['d']}:{v.get('y', ASKED)}")
    if kind is None:
        return _day(f"XXXX-WXX-{v['w']}")
    first, *rest = (int(end) for end in v["d"].removeprefix(kind).split("/"))
    number, last = int(v["w"]), (rest or [first])[-1]
    away = first - ((first - number - 1) % 7 + 1) if "b" in v else last + (number - last - 1) % 7 + 1
    return holiday(v | {"d": f"{kind}{away:+d}"})


def weekday_in_holiday(v: Values) -> Made | None:
    """*am Dienstag der Karwoche*."""
    kind, _, bounds = v["d"].partition("easter")
    if kind or "/" not in bounds:
        return None
    first, last = (int(end) for end in bounds.split("/"))
    away = first + (int(v["w"]) - first - 7) % 7
    return holiday(v | {"d": f"easter{away:+d}"}) if away <= last else None


def week_by_holiday(v: Values) -> Made | None:
    """*in der Woche vor Ostern*."""
    return _day(f"beside:W:{'-1' if 'b' in v else '+1'}:{v['d']}:{v.get('y', ASKED)}")


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
    """A day of the week; *übernächsten Montag* is the one behind the next."""
    number, _, inside = v["w"].partition("|")
    direction = "after" if v.get("n") == "2" else _direction(v)
    form = f"weekday:{number}:{direction}" + "".join(f":{key}=1" for key in ("noun", "usual") if key in v)
    return _parted(form, inside or v.get("p") or v.get("pp"))


def weekday_any(v: Values) -> Made | None:
    """*an einem Dienstag*: which one is not said."""
    number, _, inside = v["w"].partition("|")
    return Made(TimeType.TIME if inside else TimeType.DATE, f"XXXX-WXX-{number}" + (f"T{inside}" if inside else ""))


def weekday_of(v: Values) -> Made | None:
    """A day of this, the last or the next week."""
    return _day(f"weekdayof:{v['w']}:{_signed(v['n'])}W")


def weekday_away(v: Values) -> Made | None:
    """*am Freitag vor einer Woche*, *Montag in zwei Wochen*."""
    return _day(f"weekdayaway:{v['w']}:{'-' if 'b' in v else '+'}{int(v['c'])}W")


def from_today(v: Values) -> Made | None:
    """*heute vor zehn Jahren*, *morgen in einer Woche*: that very day."""
    made = distance(v, "offset", "-" if "b" in v else "+")
    return made._replace(form=f"{made.form}:day={v['n']}")


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
    """The day or the unit before or after the one spoken of."""
    return _parted(f"from:{v['n']}{v.get('u', '')}", v.get("p"))


def shifted(v: Values) -> Made | None:
    """*Vorjahr*, *Vorwoche*."""
    return _day(f"shift:{v['n']}")


def no_time(v: Values) -> Made | None:
    """A name, a number or an age: *mit zwölf Jahren*."""
    return None


def tomorrow(v: Values) -> Made | None:
    """*Morgen* with the capital of the sentence is the day, not the part of one."""
    if (v.get("day") or v["p"]) != "MO":
        return None
    if "w" in v:
        return _day(f"offset:+1D:weekday={v['w']}")
    return _parted("offset:+1D", v["p"]) if "day" in v else _day("offset:+1D")


def near_ref(v: Values) -> Made | None:
    """*in naher Zukunft*."""
    return _day(v.get("v", "PAST_REF"))


def whole(v: Values) -> Made | None:
    """*den ganzen Tag*."""
    return Made(TimeType.DURATION, length("1", v["u"]))


def early(v: Values) -> Made | None:
    """*am frühen Morgen*, *am späten Mittwochabend*."""
    return weekday(v | {"direction": ASKED}) if "w" in v else part(v)


def this_time(v: Values) -> Made | None:
    """*in dieser Zeit*: the past or the present, as the tense has it."""
    return _day(f"spoken:{ASKED}")


def part(v: Values) -> Made | None:
    """A part of the day spoken of."""
    return Made(TimeType.TIME, f"part:{v['p']}")


def ref(v: Values) -> Made | None:
    """The past, the present or the future as such."""
    return _day(v["v"])


ALL: tuple[Callable[[Values], Made | None], ...] = (
    date, day_of_month, month, month_week, week, season, quarter, century, decade, year, year_of_era, bare_year,
    season_year, season_shift, holiday, counted_holiday, weekday_by_holiday, today, this_year, weekday, weekday_away,
    from_today, shift, this, edge_noun, weekend, neighbour, shifted, part, ref, this_time, weekday_of, no_time,
    decade_named, turn, weekday_any, weekday_in_holiday, week_by_holiday, tomorrow, month_half, month_shifted,
    nth_weekday, near_ref, whole, early,
)  # fmt: skip
MAKERS: dict[str, Callable[[Values], Made | None]] = {made.__name__: made for made in ALL} | LENGTHS | HOURS
