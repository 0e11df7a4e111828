"""German nouns that say what somebody is: people by office, bodies, groups. Compounds count by their last part."""

import re
from functools import lru_cache
from typing import NamedTuple

from quellenlage.language import table
from quellenlage.language.de.places import known, phrases, state_of_adjective, state_of_name, stem
from quellenlage.language.naming import Office
from quellenlage.model import Kind

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
SHORTEST_PREFIX = 2
LONGEST_WORD = 60


class Head(NamedTuple):
    """A noun that says what somebody is: ``base`` is the nominative singular, lower case, of the whole compound.

    ``number`` is ``s``, ``p``, or ``?`` where the form leaves it open.
    """

    kind: Kind
    base: str
    gender: str
    number: str


def _person_forms(word: str) -> dict[str, tuple[str, str]]:
    if word.endswith("e"):
        forms = {word: "?", word + "n": "?", word + "r": "s", word + "s": "s"}
        women = word[:-1] + "in"
        return {f: ("m", n) for f, n in forms.items()} | {women: ("f", "s"), women + "nen": ("f", "p")}
    forms = {word: "s", word + "s": "?", word + "es": "s", word + "en": "?", word + "e": "p", word + "n": "p"}
    if word.endswith("er"):
        forms |= {word: "?", word + "s": "s"}
    women = _umlaut(word) + "in"
    return {f: ("m", n) for f, n in forms.items()} | {women: ("f", "s"), women + "nen": ("f", "p")}


def _umlaut(word: str) -> str:
    if word.endswith("rat"):
        return word[:-2] + "ät"
    return {"arzt": "ärzt", "anwalt": "anwält", "bischof": "bischöf"}.get(word, word)


def _body_forms(word: str, gender: str) -> dict[str, tuple[str, str]]:
    if gender == "f":
        forms = {word: "s", word + "n": "p", word + "en": "p"}
    else:
        forms = {word: "s", word + "s": "s", word + "es": "s", word + "e": "p", word + "en": "p", word + "n": "p"}
    if word.endswith("ium"):
        forms |= {word[:-2] + "en": "p"}
    if word in {"sender", "hersteller", "betreiber", "anbieter", "veranstalter", "unternehmen"}:
        forms |= {word: "?"}
    if word.endswith("amt"):
        forms |= {word[:-3] + "ämter": "p", word[:-3] + "ämtern": "p"}
    if word.endswith("bank"):
        forms |= {word[:-4] + "banken": "p"}
    return {f: (gender, n) for f, n in forms.items()}


@lru_cache(maxsize=1)
def _forms() -> tuple[dict[str, Head], frozenset[str]]:
    """Every form of every listed noun; and the forms that count only where they stand alone."""
    data = table("de", "names")
    out: dict[str, Head] = {}
    alone: set[str] = set()
    for word in (w.lower() for w in (*data["person"], *data["calling"], *data["alone"]["person"])):
        out |= {f: Head(Kind.PERSON, word, g, n) for f, (g, n) in _person_forms(word).items()}
    for gender in "mfn":
        for word in (w.lower() for w in (*data["organisation"][gender], *data["alone"][gender])):
            out |= {f: Head(Kind.ORGANISATION, word, g, n) for f, (g, n) in _body_forms(word, gender).items()}
    for gender in "mfn":
        alone |= {f for w in data["alone"][gender] for f in _body_forms(w.lower(), gender)}
    alone |= {f for w in data["alone"]["person"] if w != "Chef" for f in _person_forms(w.lower())}
    for word in (w.lower() for w in data["woman"]):
        out |= {f: Head(Kind.PERSON, word, "f", n) for f, n in ((word, "s"), (word + "n", "p"), (word + "en", "p"))}
    for word in (w.lower() for w in data["either"]):
        many = (word + "er", word + "ern")
        out |= dict.fromkeys((word, word + "s", word + "es"), Head(Kind.PERSON, word, "n", "s"))
        out |= dict.fromkeys(many, Head(Kind.PERSON, word, "n", "p"))
    for word in (w.lower() for w in data["group"]):
        out |= {f: Head(Kind.GROUP, word, "p", "p") for f in (word, word + "n")}
    return out, frozenset(alone)


@lru_cache(maxsize=50_000)
def head(word: str) -> Head | None:
    """Say what a noun makes of somebody, or ``None``: *Außenministerin* is a person, *Zollbehörden* are bodies."""
    forms, alone = _forms()
    lower, data = word.lower(), table("de", "names")
    if len(lower) > LONGEST_WORD:
        return None
    for i in range(max(1, len(lower) - 2)):
        found = forms.get(lower[i:])
        if found is None or 0 < i < SHORTEST_PREFIX or (i and lower[i:] in alone):
            continue
        base = lower[:i] + found.base
        if base in data["no_person"] or base in data["organisation"]["none"]:
            return None
        return found._replace(base=base)
    return None


def seated(base: str) -> bool:
    """Say whether a body of this noun bears the name of its place: *Amtsgericht Neustadt*, but *Agentur Nordpress*."""
    return base.endswith(tuple(table("de", "names")["organisation"]["seated"]))


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    data = table("de", "names")
    return {
        word: name for rows in (data["callings"], data["offices"]) for name, words in rows.items() for word in words
    }


def title(base: str) -> tuple[str, str | None]:
    """Give the class of an office's noun and the country its first part names: *us-präsident* is ``state``, ``US``."""
    first, hyphen, rest = base.partition("-")
    if first == "ex" and rest:
        name, own = title(rest)
        return f"ex{name}", own
    state = state_of_name(first.upper()) or state_of_name(first.capitalize()) if hyphen else None
    plain = (rest if state else base).replace("-", "")
    return _classes().get(plain) or _rank(plain), state or _seat(plain)


def _rank(plain: str) -> str:
    """Give one word to those who lead something: *amtschef* is *amtsleiter*."""
    ends: list[str] = table("de", "names")["leader"]
    end = next((end for end in ends if plain.endswith(end) and len(plain) > len(end) + SHORTEST_PREFIX), None)
    return plain if end is None else plain[: -len(end)] + "leiter"


def specific(name: str) -> bool:
    """Say whether a title is likely one person's in a story: *Werksleiter*, *Bürgermeister*, but not *Sprecher*."""
    data = table("de", "names")
    if name in data["local"] or name in data["offices"]:
        return True
    return name not in _plain() and not name.endswith(tuple(data["vague"])) and not is_calling(name)


def is_calling(name: str) -> bool:
    """Say whether a noun tells what somebody is besides an office: *Läuferin*, *Politologe*, *Hotelier*."""
    return name in table("de", "names")["besides"] or name.endswith(_callings())


@lru_cache(maxsize=1)
def _callings() -> tuple[str, ...]:
    return tuple(word.lower() for word in table("de", "names")["calling"])


@lru_cache(maxsize=1)
def _plain() -> frozenset[str]:
    data = table("de", "names")
    return frozenset(word.lower() for word in (*data["person"], *data["alone"]["person"]))


def _seat(plain: str) -> str | None:
    """Give the country whose government's seat a compound begins with: *Kremlsprecher*."""
    bodies: dict[str, list[str]] = table("de", "affiliation")["bodies"]
    found = (code for code, names in bodies.items() if any(" " not in n and plain.startswith(n.lower()) for n in names))
    return next(found, None)


@lru_cache(maxsize=5_000)
def office(description: str) -> Office | None:
    """Read an office out of a description: *dänische Außenministerin*, *Dänemarks Außenminister* are one office."""
    state, words = None, WORD.findall(description)
    for i, word in enumerate(words):
        found = head(word) if word[:1].isupper() else None
        if found and found.kind in {Kind.PERSON, Kind.ORGANISATION} and found.number != "p" and not known(word):
            name, own = title(found.base)
            return Office(_held(words[:i]) + name, own or state or _state_behind(words[i + 1 :], name))
        state = state or state_of_adjective(word) or state_of_name(word)
    return None


def _held(before: list[str]) -> str:
    """Say by the adjectives of an office that it was held once, or beside its holder: *frühere Ministerin*."""
    stems = {stem(word) for word in before}
    data = table("de", "names")
    return "ex" if stems & set(data["former"]) else "vize" if stems & set(data["deputy"]) else ""


def _state_behind(words: list[str], name: str) -> str | None:
    """Find the country in what is hung onto an office: *der Republik Korea*, *in Kopenhagen* only of a government."""
    stems = [stem(word) for word in words]
    for i, word in enumerate(words):
        for wanted, found in phrases().get(stems[i], ()):
            if tuple(stems[i : i + len(wanted)]) == wanted and found.state:
                return found.state
        listed = known(word)
        capital = listed.state if listed and name == "regierung" else None
        if state := state_of_adjective(word) or state_of_name(word) or capital:
            return state
    return None
