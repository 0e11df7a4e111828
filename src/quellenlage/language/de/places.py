"""Countries, capitals and other places by their German names; which country an adjective belongs to.

Names of countries and of the cities that stand for time zones come from CLDR, through babel.
"""

from functools import lru_cache
from typing import NamedTuple

from babel import Locale
from babel.core import get_global

from quellenlage.language import table
from quellenlage.model import Kind

NO_STATES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
ADJECTIVE_ENDINGS = ("en", "er", "es", "em", "e")


class Listed(NamedTuple):
    """A name that a list knows; ``capital`` says that it is its country's capital."""

    name: str
    kind: Kind
    state: str | None = None
    capital: bool = False


def stem(word: str) -> str:
    """Cut what German inflection adds, roughly: enough to compare the words of a known name."""
    lower = word.lower()
    for ending in ("en", "er", "es", "em", "e", "s", "n"):
        if lower.endswith(ending) and len(lower) - len(ending) > 2:
            return lower[: -len(ending)]
    return lower


@lru_cache(maxsize=1)
def states() -> dict[str, str]:
    """Countries' names and their ISO 3166 codes."""
    names = {name: code for code, name in Locale("de").territories.items() if code.isalpha() and code not in NO_STATES}
    return names | {name: code for code, more in table("de", "places")["states"].items() for name in more}


@lru_cache(maxsize=1)
def _cities() -> set[str]:
    zones, local = get_global("zone_territories"), Locale("de").time_zones
    found = (
        local.get(z, {}).get("city") or z.rsplit("/", 1)[-1].replace("_", " ") for z, c in zones.items() if c != "ZZ"
    )
    return {city.replace("\xad", "") for city in found if "," not in city}


@lru_cache(maxsize=1)
def listed() -> dict[str, Listed]:
    """All single names of the lists: places, countries, agencies and bodies."""
    data, out = table("de", "places"), {}
    for city in (*_cities(), *data["near"]["names"]):
        out[city] = Listed(city, Kind.PLACE)
    for code, city in data["capitals"].items():
        out[city] = Listed(city, Kind.PLACE, code, True)
    for name, code in states().items():
        out[name] = Listed(name, Kind.PLACE, code)
    bodies = table("de", "names")["bodies"]
    for name in (*bodies["agencies"], *bodies["named"]):
        out[name] = Listed(name, Kind.ORGANISATION)
    return out


@lru_cache(maxsize=1)
def phrases() -> dict[str, list[tuple[tuple[str, ...], Listed]]]:
    """The names of more than one word as stems, by their first stem, the longest first."""
    out: dict[str, list[tuple[tuple[str, ...], Listed]]] = {}
    for name, found in listed().items():
        stems = tuple(stem(word) for word in name.split())
        if len(stems) > 1:
            out.setdefault(stems[0], []).append((stems, found))
    for rows in out.values():
        rows.sort(key=lambda row: (-len(row[0]), row[1].name))
    return out


@lru_cache(maxsize=20_000)
def known(word: str) -> Listed | None:
    """Find a single word, in the nominative or with the genitive's -s."""
    found = listed().get(word)
    if found is None and word.endswith("s"):
        found = listed().get(word[:-1]) or (listed().get(word[:-2]) if word.endswith("es") else None)
    return found


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    out = {_adjective(name): code for name, code in states().items() if " " not in name}
    for code, stems in table("de", "places")["adjectives"].items():
        out |= dict.fromkeys(stems, code)
    return out


def _adjective(state: str) -> str:
    name = state.lower()
    for end, put in (
        ("ien", "isch"),
        ("land", "isch"),
        ("ei", "isch"),
        ("en", "isch"),
        ("ea", "eanisch"),
        ("a", "anisch"),
    ):
        if name.endswith(end):
            return name[: -len(end)] + put
    return name + "isch"


@lru_cache(maxsize=20_000)
def state_of_adjective(word: str) -> str | None:
    """Give the ISO 3166 code of the country an adjective belongs to: *dänischen* is ``DK``."""
    lower, adjectives = word.lower(), _adjectives()
    if "isch" not in lower:
        return None
    for ending in ADJECTIVE_ENDINGS:
        if lower.endswith(ending) and lower[: -len(ending)] in adjectives:
            return adjectives[lower[: -len(ending)]]
    return adjectives.get(lower)


def state_of_name(word: str) -> str | None:
    """Give the ISO 3166 code of a country's name, of *US*, or ``None``; capitals do not count."""
    found = known(word)
    if found and found.state and not found.capital:
        return found.state
    prefixes: dict[str, str] = table("de", "places")["prefixes"]
    return prefixes.get(word)
