"""Noun groups that say who somebody is: article, adjectives, a noun of office or body, and what is hung onto it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from quellenlage.language import table
from quellenlage.language.de.acronyms import spelled_out
from quellenlage.language.de.found_names import sets
from quellenlage.language.de.group_tails import DEFINITE, LONGEST, Tails, is_inflected
from quellenlage.language.de.homes import adjective_stem, home
from quellenlage.language.de.inflection import is_adjectival, nominative, plural, strong
from quellenlage.language.de.mood import is_reported
from quellenlage.language.de.offices import Head, head, is_calling, office, specific, title
from quellenlage.language.de.places import state_of_adjective, state_of_name, stem
from quellenlage.language.de.recogniser import Found
from quellenlage.language.de.words import Words
from quellenlage.language.naming import Group, Office, is_code
from quellenlage.model import Kind, Span

CONTRACTED = frozenset({"am", "beim", "im", "vom", "zum", "zur", "ins", "ans"})
POSSESSIVE = ("sein", "ihr", "unser", "mein", "dein", "euer")
MANY = frozenset(
    {
        "beide",
        "beiden",
        "beider",
        "mehrere",
        "viele",
        "einige",
        "alle",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "zahlreiche",
        "manche",
        "wenige",
        "hunderte",
    }
)


@dataclass(frozen=True, slots=True)
class Parts:
    """Where a group's parts lie: whole from ``begin`` to ``end``, adjectives from ``core``, its noun at ``noun``."""

    begin: int
    core: int
    noun: int
    end: int
    owner: Found | None


@dataclass(frozen=True, slots=True)
class Seats:
    """A text's places that no list knows: by the adjective's stem, and by the word where the name begins."""

    adjectives: Mapping[str, str]
    places: Mapping[int, str]

    def of_adjective(self, word: str) -> str | None:
        """Give the country that an adjective belongs to, or else the place of the text."""
        return state_of_adjective(word) or home(word, self.adjectives)

    def known(self, word: str) -> bool:
        """Say whether a word is a country or a place of the text."""
        return state_of_name(word) is not None or word in self.places.values()

    def of_name(self, name: Found) -> str | None:
        """Give the country that a name stands for, or else the place itself."""
        return name.listed.state if name.listed else self.places.get(name.begin)


class Grouper:
    """Finds the groups of one text, given its names and the places that no list knows."""

    def __init__(self, words: Words, names: list[Found], seats: Seats) -> None:
        self.words, self.names, self.seats = words, names, seats
        self.starting = {name.begin: name for name in names}
        self.tails = Tails(words, self.starting)
        self.ending = {name.end: name for name in names}
        self.inside = {i for name in names for i in range(name.begin, name.end)}

    def groups(self) -> list[Group]:
        """Give every group of the text in order."""
        spelled = spelled_out(self.words, self.names)
        covered = {i for _, begin, end in spelled for i in range(begin, end)}
        out = [group for group, _, _ in spelled]
        for i, tag in enumerate(self.words.tag):
            if (
                i in self.inside
                or i in covered
                or tag not in {"NN", "NNA", "NE", "FM", "ADJA"}
                or not (self.words.text[i][0].isupper() or self.words.text[i][0].isdigit())
            ):
                continue
            found = head(self.words.text[i])
            if found and not (tag == "ADJA" and self.words.tag_at(i + 1, i) in {"NN", "ADJA"}):
                out.append(self._group(i, found))
            elif side := self._side(i):
                out += side
        return out

    def _group(self, i: int, found: Head) -> Group:
        parts = self._parts(i, found)
        plural, definite = self._plural(parts, found), self._definite(parts)
        body = found.kind is Kind.ORGANISATION and not plural
        base, state = self._base(parts, found), self._state(parts)
        post = self._office(base, found, state, plural)
        bearer = None if plural else self._bearer(parts, found)
        return Group(
            span=self._span(parts, bearer is not None),
            base=base,
            kind=_kind(found, plural),
            sentence=self.words.line[i],
            head=found.base,
            office=post,
            plural=plural,
            definite=definite,
            determined=definite or parts.begin < parts.core,
            gender=self._gender(parts, found),
            bearer=bearer,
            side=body and post.state is not None and _is_government(found.base),
            unique=body and (state is not None or parts.end > i + 1),
            press=found.base.endswith(tuple(table("de", "names")["paper"])),
            age=self._age(parts) if found.kind is Kind.PERSON else None,
            aged=_years_of(self.words.text[i]) is not None,
            subject=self._subject(parts, self._gender(parts, found)),
            single=found.kind is Kind.PERSON and specific(post.title),
            accused=post.title == "angeklagte",
            besides=is_calling(found.base) or post.title.startswith("ex"),
            vague=found.kind is Kind.PERSON and found.base in table("de", "names")["anybody"],
            kin=found.base in table("de", "names")["kin"],
            company=found.base.endswith(tuple(table("de", "names")["company"])),
            acronym=self._acronym(parts) if body else None,
        )

    def _span(self, parts: Parts, named: bool) -> Span:
        """Give a group's span; beside a name without the thing that a hyphen joins to it: *Kiosk-Chef Lars Holm*."""
        whole, word = self.words.span(parts.begin, parts.end), self.words.text[parts.noun]
        first, _, rest = word.partition("-")
        if not named or parts.begin != parts.noun or head(rest) is None or head(first) or self.seats.known(first):
            return whole
        return Span(whole.start + len(first) + 1, whole.end)

    def _office(self, base: str, found: Head, state: str | None, plural: bool) -> Office:
        post = None if plural else office(base)
        if post is None:
            return Office(title(found.base)[0], state)
        # A listed capital tells its country only of a government; a place of the text tells whose office it is.
        told = state is not None and (not is_code(state) or _is_government(found.base))
        return Office(post.title, state) if post.state is None and told else post

    def _parts(self, i: int, found: Head) -> Parts:
        core = self._years(self._adjectives(i), i)
        owner = self.ending.get(core)
        if owner and not (is_inflected(self.words, owner) and self.words.joined(owner.begin, i + 1)):
            owner = None
        begin = owner.begin if owner else core
        if owner is None and core > 0 and self.words.joined(core - 1, i + 1) and self._determines(core - 1):
            begin = core - 1
        return Parts(begin, core, i, self.tails.end(i + 1, found) if owner is None else i + 1, owner)

    def _adjectives(self, i: int) -> int:
        """Walk back over the adjectives before word ``i``, coordinated ones too."""
        tag, core = self.words.tag_at, i
        for _ in range(LONGEST):
            if tag(core - 1, i) == "ADJA" and core - 1 not in self.inside:
                core -= 1
            elif (
                tag(core - 1, i) in {"KON", "$,"}
                and tag(core - 2, i) == "ADJA"
                and tag(core, i) == "ADJA"
                and core - 2 not in self.inside
            ):
                core -= 2
            else:
                break
        return core

    def _years(self, core: int, i: int) -> int:
        """Take in an age before the adjectives: *ein 58 Jahre alter Kapitän*."""
        at = self.words.at
        aged = at(core, i).startswith("alt") and at(core - 1, i) == "Jahre" and at(core - 2, i).isdigit()
        return core - 2 if aged and core - 2 not in self.inside else core

    def _age(self, parts: Parts) -> str | None:
        """Give the age that a group tells: *der 59-Jährige*, *der 59-jährige Kapitän*, *ein 59 Jahre alter Kapitän*."""
        years = self.words.text[parts.core]
        if self.words.at(parts.core + 1, parts.noun) == "Jahre" and years.isdigit():
            return years
        words = self.words.text[parts.core : parts.noun + 1]
        return next((age for word in words if (age := _years_of(word))), None)

    def _subject(self, parts: Parts, gender: str | None) -> bool:
        """Say whether a group is definite, in the nominative, and opens its sentence or is the subject of saying."""
        words, before = self.words, parts.begin - 1
        if words.text[parts.begin].lower() != {"m": "der", "f": "die"}.get(gender or ""):
            return False
        if words.at(before, parts.noun) in {"", "„", "»", '"', "–"}:
            # What somebody reports of a man is not of himself: *Weber widersprach: Der Mann sei krank*.
            told = words.tag_at(parts.end, parts.noun).endswith("FIN")
            return told and not is_reported(words.text[parts.end].lower(), words.lemma[parts.end])
        if words.at(before, parts.noun).lower() == "so" and words.at(before - 1, parts.noun) == ",":
            return True
        says = words.lemma[before] in sets()["human"] | sets()["say"]
        return says and words.tag_at(before, parts.noun).endswith("FIN")

    def _determines(self, i: int) -> bool:
        lower = self.words.text[i].lower()
        return self.words.tag[i] in {"ART", "PPOSAT", "PDAT", "PIAT", "CARD"} or lower in DEFINITE or lower in MANY

    def _state(self, parts: Parts) -> str | None:
        for i in range(parts.begin, parts.end):
            state = self.seats.of_adjective(self.words.text[i]) if self.words.tag[i] == "ADJA" else None
            name = self.starting.get(i)
            if state := state or (self.seats.of_name(name) if name else None):
                return state
        if head(self.words.text[parts.noun]).kind is Kind.PERSON:  # type: ignore[union-attr]
            # An origin that the text does not name still tells two offices apart.
            stems = (adjective_stem(self.words.text[i]) for i in range(parts.core, parts.noun))
            if state := next((stem for stem in stems if stem), None):
                return state
        return title(head(self.words.text[parts.noun]).base)[1]  # type: ignore[union-attr]

    def _plural(self, parts: Parts, found: Head) -> bool:
        if found.number != "?":
            return found.number == "p"
        words, noun = self.words, self.words.text[parts.noun]
        lead = {words.text[i].lower() for i in range(parts.begin, parts.noun)}
        counts = (i for i in range(parts.begin, parts.noun) if words.tag[i] == "CARD" and words.text[i + 1] != "Jahre")
        if lead & MANY or any(True for _ in counts):
            return True
        determiner = words.text[parts.begin].lower() if parts.begin < parts.core and parts.owner is None else ""
        if determiner == "die" or (determiner.startswith(POSSESSIVE) and determiner.endswith("e")):
            return not (noun.endswith("e") and is_adjectival(found.base))
        if determiner or parts.owner is not None:
            # No singular has *der* and -en, but one of an adjective: *der Präsidenten* is the plural's genitive.
            weak = found.gender == "m" and not is_adjectival(found.base) and noun.lower() != found.base
            return determiner == "der" and weak and noun.endswith("en")
        if parts.noun > parts.core:
            adjective = words.text[parts.noun - 1]
            return (adjective.endswith("e") and not noun.endswith("r")) or (
                adjective.endswith("en") and noun.endswith("n")
            )
        return noun.lower() != found.base and not noun.endswith("r")

    def _gender(self, parts: Parts, found: Head) -> str | None:
        """Give the gender a person's group tells: *die Vorsitzende* is a woman, *der Minister* a man."""
        if found.kind is not Kind.PERSON or found.gender == "n":
            return None
        if found.gender == "f" or not is_adjectival(found.base):
            return found.gender
        lead = self.words.text[parts.begin].lower() if parts.begin < parts.core else ""
        noun = self.words.text[parts.noun]
        woman = lead in {"die", "eine", "einer"} or (lead == "der" and noun.endswith("n"))
        return "f" if woman else "m" if lead or noun.endswith("r") else None

    def _definite(self, parts: Parts) -> bool:
        if parts.owner is not None:
            return True
        before = self.words.at(parts.core - 1, parts.noun).lower()
        return before in DEFINITE or before in CONTRACTED

    def _base(self, parts: Parts, found: Head) -> str:
        """Give the group in base form: no article, its adjectives and noun in the nominative where grammar says how."""
        words = self.words
        noun, gender = words.text[parts.noun], self._gender(parts, found)
        if self._plural(parts, found):
            whole = found.kind is Kind.GROUP and noun.lower() == found.base + "n"
            noun, ending = noun[:-1] if whole else plural(noun), "p"
        else:
            noun, ending = nominative(noun, found, gender), gender or found.gender
        adjectives = [
            strong(words.text[i], ending) if words.tag[i] == "ADJA" else words.text[i]
            for i in range(parts.core, parts.noun)
            if stem(words.text[i]) not in _neutral()
        ]
        owner = [words.text[i] for i in range(parts.owner.begin, parts.owner.end)] if parts.owner else []
        rest = words.text[parts.noun + 1 : parts.end]
        return " ".join([*owner, *adjectives, noun, *rest]).replace(" ,", ",")

    def _bearer(self, parts: Parts, found: Head) -> Span | None:
        """Find the name the group belongs to: *Minister X*, *die Ministerin der Y, X,* or *X, Ministerin der Y,*."""
        wanted = Kind.PERSON if found.kind is Kind.PERSON else Kind.ORGANISATION
        near = self.starting.get(parts.end) or self._quoted(parts.end)
        words = self.words
        inner = head(words.text[parts.end - 1]) if parts.end > parts.noun + 1 else None
        nested = inner is not None and inner.kind is found.kind
        if near and not nested and near.kind is wanted and words.joined(parts.begin, near.end):
            return words.span(near.begin, near.end)
        kin = found.base in table("de", "names")["kin"]
        near = self.starting.get(parts.end + 1) or (self._titled(parts.end + 1) if kin else None)
        if (
            near
            and near.kind is wanted
            and words.at(parts.end, parts.noun) == ","
            and self._closed(near.end)
            and words.joined(parts.begin, near.end)
        ):
            return words.span(near.begin, near.end)
        near = self.ending.get(parts.begin - 1)
        if (
            near
            and near.kind is wanted
            and words.at(parts.begin - 1, parts.noun) == ","
            and self._closed(parts.end)
            and words.joined(near.begin, parts.end)
        ):
            return words.span(near.begin, near.end)
        return None

    def _titled(self, i: int) -> Found | None:
        """Find the name behind one more title: *sein Neffe, Botschafter Weber,*."""
        noun = head(self.words.at(i, i)) if i < len(self.words) else None
        return self.starting.get(i + 1) if noun and noun.kind is Kind.PERSON and noun.number != "p" else None

    def _quoted(self, i: int) -> Found | None:
        return self.starting.get(i + 1) if i < len(self.words) and self.words.text[i] in '„“"»«' else None

    def _closed(self, i: int) -> bool:
        """Say whether an apposition that ends before word ``i`` is closed there."""
        return (
            i >= len(self.words)
            or self.words.line[i] != self.words.line[i - 1]
            or self.words.text[i] in {",", ".", ";", "–", ":", ")"}
        )

    def _acronym(self, parts: Parts) -> Span | None:
        name = self.starting.get(parts.end + 1)
        if (
            name
            and self.words.at(parts.end, parts.noun) == "("
            and self.words.at(name.end, parts.noun) == ")"
            and name.kind is Kind.ORGANISATION
        ):
            return self.words.span(name.begin, name.end)
        before = self.ending.get(parts.begin - 1)
        if (
            before
            and self.words.at(parts.begin - 1, parts.noun) == "("
            and self.words.at(parts.end, parts.noun) == ")"
            and before.kind is Kind.ORGANISATION
        ):
            return self.words.span(before.begin, before.end)
        return None

    def _side(self, i: int) -> list[Group]:
        """Read *von dänischer und schwedischer Seite*: each adjective is a country that speaks."""
        data = table("de", "names")
        if self.words.text[i].lower() not in data["side"]:
            return []
        core, out, end = self._adjectives(i), [], i + 1
        for k in range(i - 1, core - 1, -1):
            state = self.seats.of_adjective(self.words.text[k])
            if state:
                span = self.words.span(k, end)
                text = f"{strong(self.words.text[k], 'f')} {self.words.text[i]}"
                out.append(
                    Group(
                        span=span,
                        base=text,
                        kind=Kind.PLACE,
                        sentence=self.words.line[i],
                        head="seite",
                        office=Office("side", state),
                        side=True,
                    )
                )
            end = k if self.words.tag[k] in {"KON", "$,"} else end if end == i + 1 and not state else k
        return out[::-1]


def _kind(found: Head, plural: bool) -> Kind:
    if plural:
        return Kind.GROUP
    return Kind.OFFICE if found.kind is Kind.PERSON else found.kind


@lru_cache(maxsize=1)
def _neutral() -> frozenset[str]:
    return frozenset(stem(word) for word in table("de", "names")["neutral"])


def _years_of(word: str) -> str | None:
    """Give the age that a noun or an adjective tells: *59-Jähriger*, *59-jährig*."""
    years, _, noun = word.partition("-")
    return years if years.isdigit() and noun.lower().startswith("jährig") else None


def _is_government(base: str) -> bool:
    first, _, last = base.rpartition("-")
    return last == "regierung" and (
        not first or state_of_name(first.upper()) is not None or state_of_name(first.capitalize()) is not None
    )
