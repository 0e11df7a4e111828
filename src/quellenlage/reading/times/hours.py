"""Times by the clock, as forms: *20.15 Uhr*, *halb acht*, *Viertel nach drei*, and what a stopwatch shows."""

from collections.abc import Callable

from quellenlage.model import TimeType
from quellenlage.reading.times.lengths import Made, Values


def clock(v: Values) -> Made | None:
    """A time by the clock."""
    hour, minute, second = _by_part(int(v["h"]), v.get("p")), v.get("mi", "00"), v.get("s", "")
    if hour > 24 or not (len(minute) == 2 and minute < "60") or (second and not (len(second) == 2 and second < "60")):
        return None
    return Made(TimeType.TIME, f"clock:T{hour:02d}:{minute}" + (f":{second}" if second else ""))


def half_past(v: Values) -> Made | None:
    """*halb acht* is half an hour before eight."""
    hour = int(v["h"])
    begun = _by_part((hour - 1) % 12, v.get("p"))
    return Made(TimeType.TIME, f"clock:T{begun:02d}:30") if 1 <= hour <= 12 else None


def beside_hour(v: Values) -> Made | None:
    """*Viertel nach drei*, *zehn vor drei*."""
    minutes = int(v.get("minutes") or v["c"]) * (-1 if "b" in v else 1)
    hour = int(v["h"]) - (minutes < 0)
    return Made(TimeType.TIME, f"clock:T{hour:02d}:{minutes % 60:02d}") if hour <= 24 and abs(minutes) < 60 else None


def _by_part(hour: int, part: str | None) -> int:
    """*8 Uhr abends* is the twentieth hour."""
    later = (part in {"AF", "EV"} and hour < 12) or (part == "NI" and 8 < hour < 12) or (part == "MI" and hour < 4)
    return hour + 12 if later else hour


def stopwatch(v: Values) -> Made | None:
    """*2:08:14 Stunden*, *1:42,35 Minuten*, *1:30 Stunden*."""
    hours, seconds = v.get("h", ""), v.get("s", "")
    if hours and seconds:
        return Made(TimeType.DURATION, f"PT{int(hours)}H{int(v['mi'])}M{int(seconds)}S")
    first, second = int(hours), v["mi"] + (f".{v['f']}" if "f" in v else "")
    if v["u"] not in {"TH", "TM"} or (v["u"] == "TH" and "f" in v):
        return None
    return Made(TimeType.DURATION, f"PT{first}{v['u'][1]}{second.removeprefix('0')}{'M' if v['u'] == 'TH' else 'S'}")


HOURS: dict[str, Callable[[Values], Made | None]] = {
    made.__name__: made for made in (clock, half_past, beside_hour, stopwatch)
}
