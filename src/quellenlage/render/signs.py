"""The signs of the page, each the outline of a filled figure in a square of 14: for drawings and style sheets alike.

What turns against the clock is filled, what turns with it is a hole (SVG's and CSS's rule "nonzero").
"""

from math import cos, pi, sin

SIDE = 14
MIDDLE = SIDE / 2


def _circle(radius: float, *, hole: bool = False, at: tuple[float, float] = (MIDDLE, MIDDLE)) -> str:
    half = f"a{radius:g} {radius:g} 0 1 {int(hole)}"
    return f"M{at[0] - radius:g} {at[1]:g}{half} {2 * radius:g} 0{half}-{2 * radius:g} 0z"


def _ring(dots: int, radius: float) -> str:
    """Give a circle of dots."""
    turns = [2 * pi * n / dots for n in range(dots)]
    places = [(round(MIDDLE + radius * sin(turn), 1), round(MIDDLE - radius * cos(turn), 1)) for turn in turns]
    return "".join(_circle(0.9, at=place) for place in places)


RING = _circle(5.3) + _circle(3.6, hole=True)
SIGNS = {
    "possible": _ring(9, 4.7),
    "planned": "M2 1.3 2 12.7 13.2 7zM3.7 4 9.5 7 3.7 10z",
    "confirmed": "M7 .7.7 7 7 13.3 13.3 7zM7 3.1 10.9 7 7 10.9 3.1 7z",
    "ongoing": RING + "M7 2.4v9.2a4.6 4.6 0 0 0 0-9.2z",
    "happened": _circle(5),
    "cancelled": RING + "M3.8 9 5 10.2 10.2 5 9 3.8z",
    "denied": "M3.9 2.2 2.2 3.9 5.3 7 2.2 10.1 3.9 11.8 7 8.7 10.1 11.8 11.8 10.1 8.7 7 11.8 3.9 10.1 2.2 7 5.3z",
    "contested": "M2 4.1v1.7h10V4.1zM2 8.2v1.7h10V8.2zM9.3 1.5 3.2 11.7 4.7 12.5 10.8 2.3z",
    "before": "M9.5 2.4 4 7 9.5 11.6V9.4L6.6 7 9.5 4.6z",
    "after": "M4.5 2.4V4.6L7.4 7 4.5 9.4V11.6L10 7z",
}


def rules() -> str:
    """Give the style that puts each sign before a word of its class."""
    return "".join(f'.is-{name}{{--sign:path("{outline}")}}\n' for name, outline in SIGNS.items())
