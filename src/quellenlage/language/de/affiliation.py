"""Which state somebody speaks for: by its name, by an office that bears its name, or as its government's seat."""

from collections.abc import Iterable
from functools import lru_cache

from quellenlage.language import table
from quellenlage.language.de.naming import state
from quellenlage.language.de.offices import office
from quellenlage.language.de.places import known, state_of_adjective, state_of_name, stem

# A body with so long a name is known in compounds too: *Kremlsprecher*.
LONG = 5


@lru_cache(maxsize=1)
def _bodies() -> dict[tuple[str, ...], str]:
    """Give the state of each body by the stems of its name, since it is declined: *des Weißen Hauses*."""
    return {_stems(name): code for code, names in table("de", "affiliation")["bodies"].items() for name in names}


def _stems(name: str) -> tuple[str, ...]:
    # Twice, since a genitive has one ending more: *Haus*, *Hauses*.
    return tuple(stem(stem(word)) for word in name.replace("-", " ").split())


def _body(name: str) -> str | None:
    """Give the state of the body that is named in a description."""
    words = _stems(name)
    found = (code for body, code in _bodies().items() if _holds(words, body))
    return next(found, None)


def _holds(words: tuple[str, ...], body: tuple[str, ...]) -> bool:
    if len(body) == 1 and len(body[0]) >= LONG:
        return any(word.startswith(body[0]) for word in words)
    return any(words[i : i + len(body)] == body for i in range(len(words) - len(body) + 1))


def speaks_for(names: Iterable[str], roles: Iterable[str]) -> str | None:
    """Give the ISO 3166 code of the state that somebody of these names and roles speaks for, or ``None``.

    A capital stands for its country; an office counts where it is one of government (*norwegischer Minister*).
    """
    for name in names:
        listed = known(name)
        found = _bodies().get(_stems(name)) or state(name) or (listed.state if listed else None)
        if found:
            return found
    return next((found for text in (*names, *roles) if (found := _by_office(text))), None)


def _by_office(description: str) -> str | None:
    words = description.replace("-", " ").split()
    post = office(description)
    code = post.state if post else next((c for w in words if (c := state_of_adjective(w) or state_of_name(w))), None)
    endings = tuple(table("de", "affiliation")["official"]["endings"])
    official = post is not None and post.title in table("de", "names")["offices"]
    speaks = official or any(word.lower().rstrip("sn").endswith(endings) for word in words)
    return (code if speaks else None) or _body(description)
