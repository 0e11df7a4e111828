"""What is hung onto a noun for people or a body: a genitive, a place, a remit (*Landesamt für Vogelschutz*)."""

from collections.abc import Mapping

from quellenlage.language.de.found_names import Found
from quellenlage.language.de.offices import Head, head
from quellenlage.language.de.words import Words
from quellenlage.model import Kind

DEFINITE = frozenset(
    {"der", "die", "das", "den", "dem", "des", "dieser", "diese", "dieses", "diesen", "diesem", "jener"}
)
GENITIVE = frozenset({"des", "der", "eines", "einer", "dieses", "dieser", "seines", "ihres", "seiner", "ihrer"})
TIES = frozenset({"für", "von", "bei"})
LONGEST = 8
FEMININE = (
    "ung", "schaft", "heit", "keit", "tion", "tur", "ei", "e", "ie", "tät", "n", "in", "nz", "wehr", "bank", "er", "ik",
    "r", "d",
)  # fmt: skip


def is_inflected(words: Words, name: Found) -> bool:
    """Say whether a name may stand in the genitive."""
    return words.text[name.end - 1].endswith(("s", "’", "'"))


class Tails:
    """Finds the ends of groups in one text, given its names by the word where they begin."""

    def __init__(self, words: Words, starting: Mapping[int, Found]) -> None:
        self.words, self.starting = words, starting
        self.inside = {i for name in starting.values() for i in range(name.begin, name.end)}

    def end(self, i: int, found: Head) -> int:
        """Find where what is hung onto the noun ends: a genitive, *von*, *für* or *in* and a name, a place's name."""
        words = self.words
        if i < len(words) and words.line[i] == words.line[i - 1]:
            lower = words.text[i].lower()
            if lower in GENITIVE:
                return self._genitive(i) or i
            if lower in TIES or (lower == "in" and found.kind is Kind.ORGANISATION):
                name = self.starting.get(i + 1)
                good = (
                    name is not None
                    and words.joined(i, name.end)
                    and (name.kind is Kind.PLACE or (lower != "in" and name.kind is Kind.ORGANISATION))
                )
                if name and good:
                    return name.end
                return self._remit(i) if lower == "für" and found.kind is Kind.ORGANISATION else i
            name = self.starting.get(i)
            if name and name.kind is Kind.PLACE and self._attribute(name, found):
                return name.end
        return i

    def _attribute(self, place: Found, found: Head) -> bool:
        """Say whether a place behind a noun belongs to it: *Polizei Neustadt*, *der Präsident Dänemarks*."""
        genitive = is_inflected(self.words, place) and not (
            place.listed and place.listed.name == self.words.text[place.begin]
        )
        return genitive or (found.kind is Kind.ORGANISATION and not is_inflected(self.words, place))

    def _remit(self, i: int) -> int:
        """Find where a body's remit ends: *Landesamt für Vogelschutz*, *Ministerium für Bau und Verkehr*."""
        words, end = self.words, i
        k = i + 1
        while k < len(words) and k - i <= LONGEST and words.line[k] == words.line[i]:
            led = words.text[k - 1].lower() in {"für", "und"} | DEFINITE or words.tag[k - 1] == "ADJA"
            if words.tag[k] == "NN" and led:
                end = k + 1
            elif words.tag[k] not in {"ADJA", "KON"} and words.text[k].lower() not in DEFINITE:
                break
            k += 1
        return end

    def _genitive(self, i: int) -> int | None:
        words, k = self.words, i + 1
        while (
            k < len(words)
            and words.line[k] == words.line[i]
            and words.tag[k] in {"ADJA", "CARD"}
            and k not in self.inside
            and k - i < LONGEST
        ):
            k += 1
        if k >= len(words) or words.line[k] != words.line[i]:
            return None
        name = self.starting.get(k)
        if name:
            return name.end if name.kind is not Kind.PERSON else None
        if words.tag[k] not in {"NN", "NNA", "NE"} or self._postposed(k):
            return None
        lower = words.text[i].lower()
        end = self._seat(k)
        feminine = words.text[k].lower().endswith(FEMININE)
        return end if lower.endswith("es") or lower == "des" or feminine else None

    def _seat(self, noun: int) -> int:
        """Find where a body's noun ends with its place: *Polizei Neustadt*, *Feuerwehr in Neustadt*."""
        found = head(self.words.text[noun])
        after = noun + 2 if self.words.at(noun + 1, noun) == "in" else noun + 1
        name = self.starting.get(after)
        good = (
            found
            and found.kind is Kind.ORGANISATION
            and name
            and name.kind is Kind.PLACE
            and self.words.joined(noun, name.end)
        )
        return name.end if name and good and not is_inflected(self.words, name) else noun + 1

    def _postposed(self, noun: int) -> bool:
        """Say whether a postposition governs the noun, so that it is no genitive: *der Agentur Nordpress zufolge*."""
        name = self.starting.get(noun + 1)
        after = name.end if name else noun + 1
        return self.words.tag_at(after, noun) == "APPO"
