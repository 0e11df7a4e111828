"""Which state somebody speaks for: by its name, by an office that bears its name, or as its government's seat."""

from collections.abc import Iterable
from functools import lru_cache

from quellenlage.language import table
from quellenlage.language.de.naming import state
from quellenlage.language.de.offices import office
from quellenlage.language.de.places import known, state_of_adjective, state_of_name


@lru_cache(maxsize=1)
def _bodies() -> dict[str, str]:
    return {name: code for code, names in table("de", "affiliation")["bodies"].items() for name in names}


def speaks_for(names: Iterable[str], roles: Iterable[str]) -> str | None:
    """Give the ISO 3166 code of the state that somebody of these names and roles speaks for, or ``None``.

    A capital stands for its country; an office counts where it is one of government (*norwegischer Minister*).
    """
    for name in names:
        listed = known(name)
        found = _bodies().get(name) or state(name) or (listed.state if listed else None)
        if found:
            return found
    return next((found for text in (*names, *roles) if (found := _by_office(text))), None)


def _by_office(description: str) -> str | None:
    for name, body in _bodies().items():
        if name in description or (" " in name and name.replace("es ", "en ") in description):
            return body
    words = description.replace("-", " ").split()
    post = office(description)
    code = post.state if post else next((c for w in words if (c := state_of_adjective(w) or state_of_name(w))), None)
    endings = tuple(table("de", "affiliation")["official"]["endings"])
    official = post is not None and post.title in table("de", "names")["offices"]
    return code if official or any(word.lower().rstrip("sn").endswith(endings) for word in words) else None
