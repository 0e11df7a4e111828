"""Whom a pronoun means that speaks: *Die Bahn prüft den Fall. Er sei neu, teilte sie mit*; persons and bodies alike.

Who spoke in the sentence before speaks on, else its subject acts on, where gender and number agree; whoever denies
something may be another than who said it, so that then only one may fit.
"""

from collections.abc import Iterator

from quellenlage.model import Stance
from quellenlage.reading.attribution.passage import Finding, Passage, Range
from quellenlage.reading.attribution.source import subject_phrase

FURTHEST = 3
NOUNS = frozenset({"NN", "NNA", "NE"})
TELLING_GENDER = frozenset({"ART", "APPRART", "PDAT", "NN", "NNA"})


def meant_by(passage: Passage, finding: Finding, told: dict[int, list[Finding]]) -> list[Range]:
    """Give the phrase that the pronoun at the source of ``finding`` means, none where it is no pronoun or unclear.

    ``told`` has the findings by the number of the sentence that their sources stand in.
    """
    if len(finding.source) != 1:
        return []
    pronoun = finding.source[0][0]
    alone = finding.source[0][1] == pronoun + 1 and passage.doc[pronoun].lower_ in passage.words["pronouns"]["gender"]
    if not alone and not _own_words(passage, finding.source[0]):
        return []
    wanted = _agreement(passage, pronoun)
    number = passage.sentence_number(pronoun)
    for back in range(FURTHEST + 1):
        found, goes_on = _in_sentence(passage, number - back, pronoun, wanted, told)
        found = [phrase for phrase in found if not finding.covers(*phrase)]
        if found:
            return found[:1] if finding.stance is not Stance.DENIES or len(found) == 1 else []
        if back and not goes_on:
            return []
    return []


def of_relative(passage: Passage, i: int) -> list[Range]:
    """Give the noun group that a relative pronoun stands for: the one before it, or the one that has that one."""
    doc = passage.doc
    if doc[i].tag_ != "PRELS":
        return []
    gender, end = doc[i].morph.get("Gender", []), i
    for _ in range(2):
        group = passage.group_before(end)
        if group is None or group.end < end - 1:
            return []
        if not gender or doc[group.head].morph.get("Gender", []) in ([], gender):
            return [(group.start, group.end)]
        end = group.start
    return []


def _own_words(passage: Passage, phrase: Range) -> bool:
    """Say whether a source is what somebody named before says: *nach ihren Angaben*."""
    first, last = passage.doc[phrase[0]], passage.doc[phrase[1] - 1]
    heads = passage.words["preposition"][1]["heads"]
    return first.tag_ == "PPOSAT" and _possessor(passage, phrase[0]) != "" and last.lower_ in heads


def _possessor(passage: Passage, i: int) -> str:
    """Give the pronoun whose possessive a word is: *er* of *seinen*."""
    words = passage.words["pronouns"]["possessive"]
    return next((words[stem] for stem in words if passage.doc[i].lower_.startswith(stem)), "")


def may_mean(passage: Passage, pronoun: int, phrase: Range) -> bool:
    """Say whether a pronoun can mean who stands in ``phrase``, by gender and number, where both are known."""
    if passage.doc[pronoun].lower_ not in passage.words["pronouns"]["gender"]:
        return False
    head = _head(passage, phrase)
    return head is not None and _agrees(_of_phrase(passage, phrase, head), _agreement(passage, pronoun))


def by_sentence(passage: Passage, found: list[Finding]) -> dict[int, list[Finding]]:
    """Give the findings by the sentence of their source."""
    out: dict[int, list[Finding]] = {}
    for finding in found:
        if finding.source:
            out.setdefault(passage.sentence_number(finding.source[0][0]), []).append(finding)
    return out


def _in_sentence(
    passage: Passage, number: int, pronoun: int, wanted: tuple[str, str], told: dict[int, list[Finding]]
) -> tuple[list[Range], bool]:
    """Give the phrases of a sentence that agree, speakers first; and whether it names the same one by a pronoun."""
    phrases = [f.source[0] for f in told.get(number, []) if f.source[0][1] <= pronoun] if number >= 0 else []
    phrases += list(_subjects(passage, number, pronoun)) if number >= 0 else []
    phrases += [phrase for f in told.get(number, []) for phrase in f.addressee if phrase[1] <= pronoun]
    word = passage.doc[pronoun].lower_
    goes_on = any(end == start + 1 and passage.doc[start].lower_ == word for start, end in phrases)
    goes_on |= any(_own_words(passage, phrase) and _possessor(passage, phrase[0]) == word for phrase in phrases)
    found: dict[int, Range] = {}
    for phrase in phrases:
        head = _head(passage, phrase)
        if head is not None and _agrees(_of_phrase(passage, phrase, head), wanted):
            found.setdefault(head, phrase)
    return list(found.values()), goes_on


def _subjects(passage: Passage, number: int, pronoun: int) -> Iterator[Range]:
    """Give the subjects of a sentence before the pronoun, those of main clauses first."""
    start, end = passage.sentences[number]
    clauses = [n for n in passage.clauses_in(start, min(end, pronoun)) if passage.clauses[n].subject is not None]
    for n in sorted(clauses, key=lambda n: passage.clauses[n].kind != "main"):
        phrase = subject_phrase(passage, n)
        if phrase[1] <= pronoun and not passage.clauses[n].quoted and passage.clauses[n].mood != "Sub":
            yield phrase


def _head(passage: Passage, phrase: Range) -> int | None:
    """Give the first noun of a phrase; behind *Angaben* and the like the one that gives them."""
    nouns = [i for i in range(*phrase) if passage.doc[i].tag_ in NOUNS]
    telling = len(nouns) > 1 and passage.doc[nouns[0]].lower_ in passage.words["preposition"][1]["heads"]
    return nouns[1] if telling else nouns[0] if nouns else None


def _agreement(passage: Passage, pronoun: int) -> tuple[str, str]:
    """Give the gender and number of a pronoun; the gender is empty in the plural."""
    possessor = _possessor(passage, pronoun) if passage.doc[pronoun].tag_ == "PPOSAT" else ""
    if possessor:
        return passage.words["pronouns"]["gender"][possessor], "Sing"
    number = _number(passage, passage.owner[pronoun])
    gender: str = passage.words["pronouns"]["gender"][passage.doc[pronoun].lower_]
    return ("" if number == "Plur" else gender), number


def _of_phrase(passage: Passage, phrase: Range, head: int) -> tuple[str, str]:
    """Give the gender that articles and nouns tell, of names none; the number is that of the verb beside."""
    doc = passage.doc
    telling = [doc[i] for i in (head, *range(head - 1, phrase[0] - 1, -1)) if doc[i].tag_ in TELLING_GENDER]
    gender = next((value for token in reversed(telling) for value in token.morph.get("Gender", [])), "")
    clause = passage.owner[head]
    subject = passage.clauses[clause].subject if clause >= 0 else None
    if subject is not None and phrase[0] <= subject[0] < phrase[1]:
        return gender, _number(passage, clause)
    return gender, next(iter(doc[head].morph.get("Number", [])), "")


def _number(passage: Passage, clause: int) -> str:
    finite = passage.clauses[clause].finite if clause >= 0 else None
    return next(iter(passage.doc[finite].morph.get("Number", [])), "") if finite is not None else ""


def _agrees(phrase: tuple[str, str], wanted: tuple[str, str]) -> bool:
    return all(not a or not b or a == b for a, b in zip(phrase, wanted, strict=True))
