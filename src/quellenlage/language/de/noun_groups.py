"""Noun groups from STTS tags (determiner, adjectives, nouns, names; pronouns) and what form says of case and number."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import simplemma
from spacy.tokens import Doc, Token

from quellenlage.language import table
from quellenlage.language.de.offices import head
from quellenlage.model import Kind

DETERMINERS = frozenset({"ART", "PDAT", "PPOSAT", "PIAT", "PIDAT", "PWAT", "PRELAT"})
MODIFIERS = frozenset({"ADJA", "CARD"})
NOUNS = frozenset({"NN", "NE", "NNA", "NNI", "FM", "XY"})
PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PRELS", "PWS", "PPOSS", "PRF"})
PREPOSITIONS = frozenset({"APPR", "APPRART"})
BEFORE_ADJECTIVE = frozenset({"ADV", "ADJD", "PTKNEG", "PTKA"})
CASES = {
    "der": "NGD", "die": "NA", "das": "NA", "den": "AD", "dem": "D", "des": "G",
    "ein": "NA", "eine": "NA", "einen": "A", "einem": "D", "einer": "GD", "eines": "G",
}  # fmt: skip
CLAUSE_PARTS = frozenset({"nsubj", "nsubj:pass", "obj"})
OPENING_MARKS = frozenset({"„", "»", '"', "‚", "›"})
CLOSING_MARKS = frozenset({"“", "”", "«", '"', "‘", "‹"})
# How many tokens a phrase inside a group may have: *die [seit dem Sommer von der Stadt geplante] Schule*.
REACH = 12
WITH = "mit"
PARTICIPLE = ("be", "ent", "er", "ge", "ver", "zer")
PERSON, PLACE, BODY = "PER", "LOC", "ORG"
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag")
UNINFLECTED = frozenset({"kein", "sein", "ihr", "mein", "unser", "euer", "dein"})
ENDINGS = (("em", "D"), ("en", "AD"), ("es", "NAG"), ("er", "NGD"), ("e", "NA"))
# Weak and other masculines whose form without an ending is the nominative singular: *der Präsident*, *der Sprecherrat*.
MASCULINE_SINGULAR = ("chef", "ent", "ist", "mann", "or", "rat")
PRONOUN_CASES = {
    "er": "N", "ich": "N", "wir": "N", "du": "N", "man": "N", "wer": "N", "ihn": "A", "ihm": "D",
    "ihnen": "D", "mir": "D", "mich": "A", "uns": "AD",
    "dich": "A", "dir": "D", "wen": "A", "wem": "D", "sie": "NA", "es": "NA", "ihr": "ND", "sich": "AD",
    "dem": "D", "denen": "D", "dessen": "G", "deren": "G", "den": "A", "der": "ND", "die": "NA",
    "das": "NA", "was": "NA", "dies": "NA",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NounGroup:
    """A noun group: token range with its preposition, head, preposition or ``None``, possible cases ("NA", "" unknown).

    ``number`` is "Sing", "Plur" or "" where form does not tell.
    """

    start: int
    end: int
    head: int
    preposition: int | None
    case: str
    number: str

    @property
    def bare(self) -> tuple[int, int]:
        """The token range without the preposition; a fused one (*vom*) stays, as it holds the article."""
        return (self.start if self.preposition is None else self.preposition + 1, self.end)


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    data: dict[str, Any] = table("de", "clauses")
    return {name: frozenset(data[name]) for name in ("feminine", "not_feminine", "times", "lengths")}


def noun_groups(doc: Doc) -> tuple[NounGroup, ...]:
    """Give the noun groups of ``doc`` in text order, without overlap; computed once for a ``Doc``."""
    found: tuple[NounGroup, ...] | None = doc.user_data.get("noun_groups")
    if found is None:
        found = tuple(_groups(doc))
        doc.user_data["noun_groups"] = found
    return found


def is_time(doc: Doc, group: NounGroup) -> bool:
    """Say whether the group is headed by a noun of time (*Ende Mai*, *diesen Montag*)."""
    first = doc[group.bare[0]] if group.bare[0] < group.end else doc[group.head]
    times = _words()["times"]
    return doc[group.head].text in times or (
        first.text in times and doc[group.head].tag_ in {"NN", "NE", "CARD", "ADJA"}
    )


def is_weekday(word: str) -> bool:
    """Say whether a word is a day of the week, with the part of the day or without: *Montag*, *Dienstagabend*."""
    return word.startswith(WEEKDAYS)


def _groups(doc: Doc) -> list[NounGroup]:
    out, i = [], 0
    while i < len(doc):
        group = _group(doc, i)
        if group:
            out.append(group)
        i = group.end if group else i + 1
    return out


def _group(doc: Doc, i: int) -> NounGroup | None:
    start = i
    preposition = i if doc[i].tag_ in PREPOSITIONS else None
    if preposition is not None:
        i += 1
        while i < len(doc) and doc[i].tag_ in PREPOSITIONS:
            preposition, i = i, i + 1
        if (
            i < len(doc)
            and doc[i].tag_ == "CARD"
            and doc[start].lower_ in {"über", "bis", "rund", "knapp"}
            and i > start
        ):
            preposition = None
    if i >= len(doc):
        return None
    if doc[i].tag_ in PRONOUNS and not _before_noun(doc, i):
        return NounGroup(
            start,
            i + 1,
            i,
            preposition,
            PRONOUN_CASES.get(doc[i].lower_, _ending(doc[i].lower_)),
            _pronoun_number(doc[i]),
        )
    end, nominal = _modifiers(doc, i), False
    stop = _nouns(doc, end)
    nominal = stop > end
    if not nominal:
        return _headless(doc, start, i, end, preposition)
    if stop < len(doc) and doc[stop].text in CLOSING_MARKS and any(doc[k].text in OPENING_MARKS for k in range(i, end)):
        stop += 1
    if preposition is not None and doc[preposition].lower_ == WITH and doc[stop - 1].text in _words()["lengths"]:
        stop = _nouns(doc, stop)  # *mit [zwei Stunden Verspätung]*
    head = _head(doc, end, stop)
    return NounGroup(start, stop, head, preposition, _case(doc, i, head), _number(doc, i, head, stop))


def _before_noun(doc: Doc, i: int) -> bool:
    """Say whether what was tagged a pronoun stands as a determiner (*diese* Woche)."""
    return doc[i].tag_ in {"PDS", "PIS"} and i + 1 < len(doc) and doc[i + 1].tag_ in {"NN", "ADJA"}


def _inserted(doc: Doc, i: int) -> int:
    """Give the adjective that a phrase inside the group leads to, or 0: *die [im Mai erzielte] Einigung*.

    It may be two: *das [seit Mai geschlossene und im Juni an die Stadt verkaufte] Haus*.
    """
    for end in range(i + 1, min(i + REACH, len(doc) - 1)):
        tag, after = doc[end].tag_, doc[end + 1].tag_
        adjective = tag == "ADJA" and end > i + 1 and not doc[end].text.endswith(".")
        if adjective and doc[end].is_title and doc[end - 1].tag_ not in DETERMINERS | {"APPRART"}:
            return end  # *des [am 3. Mai] Verstorbenen*
        if tag in {"NN", "NNA"} and _is_who_was(doc, end) and end > i + 1:
            return end
        if adjective and after in {"NN", "NNA", "ADJA", "NE"} and doc[end - 1].tag_ not in DETERMINERS | {"APPRART"}:
            return end
        parted = tag == "KON" and doc[end - 1].tag_ != "ADJA"
        if parted or tag.endswith("FIN") or tag in {"$,", "$.", "PRELS", "KOUS"}:
            return 0
    return 0


def _is_who_was(doc: Doc, i: int) -> bool:
    """Say whether a noun right behind another is a participle: *des [am 3. Mai] Verstorbenen*."""
    like = doc[i].lower_.startswith(PARTICIPLE) and doc[i].lower_.endswith(("e", "en", "er"))
    return like and doc[i - 1].tag_ in {"NN", "NE", "CARD"}


def _modifiers(doc: Doc, i: int) -> int:
    """Step over determiners, adjectives, quotation marks before them and adverbs that belong to an adjective.

    A figure with its full stop ends a sentence, and the group: *Das Amt nennt 23. Die Wacht schweigt*.
    """
    begin = i
    while i < len(doc) and not (i > begin and doc[i].is_sent_start):
        tag = doc[i].tag_
        after = doc[i + 1].tag_ if i + 1 < len(doc) else ""
        plain = tag in DETERMINERS or tag in MODIFIERS or _before_noun(doc, i)
        if plain or (tag in BEFORE_ADJECTIVE and after in {"ADJA", "CARD"}):
            i += 1
        elif tag in PREPOSITIONS | {"PRF"} and i and doc[i - 1].tag_ in DETERMINERS | {"CARD"} and _inserted(doc, i):
            i = _inserted(doc, i)
        elif (tag in {"$,", "KON"} and after == "ADJA" and i and doc[i - 1].tag_ == "ADJA") or (
            tag == "$("
            and doc[i].text in '„»‚›"'
            and after in NOUNS | {"ADJA"}
            and i
            and doc[i - 1].tag_ in DETERMINERS | {"ADJA"}
        ):
            i += 1
        else:
            break
    return i


def _nouns(doc: Doc, i: int) -> int:
    """Step over nouns, names and numbers behind them, a quoted name, and a hyphenated half (*Kongress- und Kreise*)."""
    begin = i
    while i < len(doc):
        tag = doc[i].tag_
        after = doc[i + 1].tag_ if i + 1 < len(doc) else ""
        if i > begin and tag == "NN" and _bare_name(doc, i - 1) and _begins_group(doc, i):
            break
        if i > begin and tag == "NN" == doc[i - 1].tag_ and doc[i].dep_ in CLAUSE_PARTS and doc[i - 1].head.i != i:
            break
        if i > begin and doc[i].text in _words()["times"] and doc[i - 1].text not in _words()["times"]:
            break
        if i > begin and _somebody_else(doc, i):
            break
        if tag in NOUNS or tag == "TRUNC" or (i > begin and _goes_on(doc, i, after)):
            i += 1
        elif (
            doc[i].text in '„»"'
            and after in NOUNS
            and _closing(doc, i)
            and (i > begin or (i and doc[i - 1].tag_ in PREPOSITIONS | DETERMINERS))
        ):
            i = _closing(doc, i)
        elif doc[i].text == "-" and i > begin and after in NOUNS and not doc[i].whitespace_:
            i += 1
        else:
            break
    return i


def _somebody_else(doc: Doc, i: int) -> bool:
    """Say whether somebody's name or title stands behind a noun that is nobody: *sagte am Montag · Karl Lang*."""
    before, word = doc[i - 1], doc[i]
    named = word.tag_ == "NE" and word.ent_type_ == PERSON and word.ent_iob_ == "B"
    if is_weekday(before.text) and word.tag_ == "NE":
        return True
    behind = doc[i + 1] if i + 1 < len(doc) else word
    owned = word.tag_ == "NE" and word.text.endswith("s") and behind.tag_ == "NN"
    noun = head((behind if owned else word).text) if owned or word.tag_ == "NN" else None
    titled = word.tag_ == "NN" and behind.tag_ == "NE"
    person = noun is not None and noun.kind is Kind.PERSON
    if before.tag_ == "NE":
        return (named and before.ent_type_ in {PLACE, BODY}) or (owned and person)
    known = before.lower_.endswith(_scenes()) or is_weekday(before.text)
    return known and before.tag_ == "NN" and (named or titled or person)


@lru_cache(maxsize=1)
def _scenes() -> tuple[str, ...]:
    data = table("de", "clauses")
    return (*data["scenes"], *data["abstract_endings"])


def _bare_name(doc: Doc, i: int) -> bool:
    """Say whether a token is a name without the *-s* of a genitive (*Bremens Küste* is one group)."""
    return doc[i].tag_ == "NE" and not doc[i].text.endswith("s")


def _begins_group(doc: Doc, i: int) -> bool:
    """Say whether a noun behind a name begins its own group: a part of the clause to a parser, or a German word."""
    if doc[i].dep_ in CLAUSE_PARTS and doc[i - 1].head.i != i:
        return True
    return doc[i - 1].dep_ != "compound" and _plain_noun(doc[i].text)


@lru_cache(maxsize=20_000)
def _plain_noun(word: str) -> bool:
    """Say whether a noun behind a name is a German word, so that it begins its own group."""
    return not word.isupper() and bool(simplemma.is_known(word, lang="de"))


def _goes_on(doc: Doc, i: int, after: str) -> bool:
    """Say whether a group goes on with a number, the *und* behind a half word or an adjective (*Webers neuer Plan*)."""
    tag = doc[i].tag_
    if tag == "CARD":
        return after not in NOUNS
    if tag == "KON":
        return doc[i - 1].tag_ == "TRUNC" and after in NOUNS | {"TRUNC", "ADJA"}
    owned = doc[i - 1].tag_ == "NE" and doc[i - 1].text.endswith("s")
    return tag == "ADJA" and (doc[i].text[:1].isupper() or owned) and after in NOUNS


def _closing(doc: Doc, i: int) -> int:
    """Give the token behind the mark that closes a quoted name of at most four words, or 0."""
    for end in range(i + 2, min(i + 7, len(doc))):
        if doc[end].text in {"“", "”", "«", '"'}:
            return end + 1
        if doc[end].tag_ not in NOUNS | {"ART", "APPR", "KON", "ADJA", "CARD"}:
            return 0
    return 0


def _headless(doc: Doc, start: int, i: int, end: int, preposition: int | None) -> NounGroup | None:
    """A group without a noun: *die Streikenden* tagged as adjective, *zwei*, *mehrere*."""
    if end == i:
        return None
    last = end - 1
    if doc[last].tag_ in {"ADJA", "CARD", "PIAT", "PIDAT"}:
        return NounGroup(start, end, last, preposition, _case(doc, i, last), "")
    return None


def _head(doc: Doc, begin: int, stop: int) -> int:
    """Give the head: the first common noun, else the last name."""
    common = [i for i in range(begin, stop) if doc[i].tag_ in {"NN", "NNA", "NNI"}]
    if common and any(doc[i].tag_ in {"NE", "FM"} for i in range(common[0], stop)):
        return common[0]
    nouns = common or [i for i in range(begin, stop) if doc[i].tag_ in NOUNS]
    return (common[0] if common else nouns[-1]) if nouns else stop - 1


def _case(doc: Doc, i: int, head: int) -> str:
    """Give the cases that the form of the first word allows."""
    word, tag = doc[i].lower_, doc[i].tag_
    if tag == "APPRART":
        return "D"
    if tag in DETERMINERS | {"PDS", "PIS"}:
        return _determiner_case(word, doc[head].text)
    if tag == "ADJA":
        return "NA" if word.endswith("e") else {"em": "D", "en": "AD", "er": "NGD", "es": "NA"}.get(word[-2:], "")
    named = tag == "NE" and i == head and len(word) > 3 and word.endswith("s")
    return "G" if named and i + 1 < len(doc) and doc[i + 1].tag_ in NOUNS else ""


def _determiner_case(word: str, head: str) -> str:
    if word in UNINFLECTED:
        return "NA"
    cases = CASES.get(word) or _ending(word)
    if cases != "NGD":
        return cases
    if head.endswith(MASCULINE_SINGULAR):
        return "N"
    return "GD" if feminine(head) else "NG" if word == "der" and head.endswith("er") else cases


def _ending(word: str) -> str:
    return next((case for ending, case in ENDINGS if word.endswith(ending)), "")


@lru_cache(maxsize=20_000)
def feminine(noun: str) -> bool:
    """Say whether a singular noun is feminine, by its ending or by list."""
    words, last = _words(), noun.rsplit("-", 1)[-1]
    if last in words["feminine"]:
        return True
    if last in words["not_feminine"] or any(last.endswith(w.lower()) for w in words["not_feminine"]):
        return False
    return last.endswith(tuple(table("de", "clauses")["feminine_endings"])) or any(
        last.endswith(w.lower()) for w in words["feminine"]
    )


def _pronoun_number(token: Token) -> str:
    word = token.lower_
    if word in {"er", "ich", "man", "es", "wer", "dies", "das"}:
        return "Sing"
    return "Plur" if word in {"wir", "beide", "viele", "einige", "mehrere", "alle"} else ""


def _number(doc: Doc, i: int, head: int, stop: int) -> str:
    word, tag = doc[i].lower_, doc[i].tag_
    if (tag == "ART" and word.startswith("ein")) or word in {"das", "dem", "des", "dieses", "jeder", "jede"}:
        return "Sing"
    if tag == "ART" and word == "der" and not feminine(doc[head].text):
        return "Sing"
    if tag == "ART" and word == "die":
        return (
            "Sing" if feminine(doc[head].text) else "Plur" if doc[head].text.endswith(("en", "er", "s", "ten")) else ""
        )
    if tag == "CARD":
        return "Sing" if word in {"1", "ein", "eine"} else "Plur"
    if word in {"mehrere", "viele", "einige", "beide", "zahlreiche", "alle"}:
        return "Plur"
    return "Sing" if doc[head].tag_ == "NE" and tag == "NE" else ""
