"""Speech, writing or what lies between: by the cue, and by who or what the source is.

A cue that says how (*sagen*, *schreiben*, *hoffen*) decides; with one that leaves it open (*erklären*, *nach Angaben*)
the source does: a person, a court or a broadcaster speaks, a paper or a document is read, a body does one or the other.
What is done by any words (*fordern*, *begründen*) stays open, whoever does it. A pronoun speaks as whom it means. A
quotation is uttered, also by who thinks so. Who only points back (*demnach*) says it as the one before does.
"""

from dataclasses import replace

from quellenlage.model import Medium, StatementType
from quellenlage.reading.attribution.passage import Finding, Passage
from quellenlage.reading.attribution.pronominal import meant_by, of_relative

WRITABLE = frozenset({Medium.SPEECH, Medium.SW, Medium.WRITING})
# These have no cue of their own: they are said where the statement is that they go on with.
GOING_ON = frozenset({StatementType.FREE_INDIRECT, StatementType.INDIRECT_FREE_INDIRECT})
NAMES = frozenset({"NE", "FM"})
NOUNS = frozenset({"NN", "NE", "NNA", "XY"})
NEAR_HEAD = 6
# What a recogniser of names, where the pipeline has one, calls a person and a body.
PERSON, BODY = "PER", "ORG"


def refined(passage: Passage, finding: Finding, told: dict[int, list[Finding]]) -> Medium:
    """Give the medium of a finding: what a person says is speech, what a paper or a document says is writing.

    ``told`` has the findings by the sentence of their source, to know whom a pronoun means.
    """
    given = _uttered(finding)
    if given not in WRITABLE:
        return given
    if finding.source and finding.carries is not None and _points_back(passage, finding):
        return refined(passage, finding.carries, told)
    said = finding.carries if finding.type in GOING_ON else finding
    if said is not None and (place := _of_place(passage, said)):
        return place
    by_source = _of_source(passage, _named(passage, finding, told), given) if finding.source else None
    return by_source or _standing(passage, finding, given)


def _named(passage: Passage, finding: Finding, told: dict[int, list[Finding]]) -> Finding:
    """Put in the place of a pronoun whom it means: *ein Sprecher, der sagte …*; *Die Stadt … Sie teilte mit …*."""
    first = passage.doc[finding.source[0][0]]
    if first.tag_ == "PPER" and first.lower_ not in passage.words["persons"]["pronouns"]:
        meant = meant_by(passage, finding, told)
    else:
        meant = of_relative(passage, first.i)
    return replace(finding, source=meant) if meant else finding


def _uttered(finding: Finding) -> Medium:
    """Give the medium that the cue tells; quoted words are no thought: *nach Ansicht der Wirtin „zu teuer“*."""
    quoted = finding.type is StatementType.DIRECT and finding.medium is Medium.ST
    return Medium.SW if quoted else finding.medium


def _of_place(passage: Passage, finding: Finding) -> Medium | None:
    """Give the medium that the place tells where it is said: *in einem Brief*, *im Radio*; none where none is named."""
    words = passage.words["medium_of_place"]
    clause = next((passage.owner[i] for i in finding.cue if passage.owner[i] >= 0), -1)
    for group in passage.groups_in(clause) if clause >= 0 else ():
        if group.preposition is None or finding.covers(group.head, group.head + 1):
            continue
        noun = passage.doc[group.head].lower_
        if passage.doc[group.preposition].lower_ in words["prepositions"]:
            for medium in (Medium.WRITING, Medium.SPEECH):
                if noun in words[medium.value]:
                    return medium
    return None


def _of_source(passage: Passage, finding: Finding, given: Medium) -> Medium | None:
    """Give the medium that the source tells: a broadcaster, a paper, a person; none where it leaves it open."""
    if _spoken(passage, finding):
        return Medium.SPEECH
    if _written(passage, finding):
        return Medium.WRITING
    spoken = given is Medium.SW and not _by_any_words(passage, finding) and _person(passage, finding)
    return Medium.SPEECH if spoken else None


def _by_any_words(passage: Passage, finding: Finding) -> bool:
    """Say whether what somebody does with words leaves open how, whoever it is: *Die Ministerin fordert mehr Geld*."""
    clause = next((passage.owner[i] for i in finding.cue if passage.owner[i] >= 0), finding.clause)
    if finding.type is StatementType.DIRECT or clause is None:
        return False
    return passage.clauses[clause].lemma in passage.words["by_any_words"]["lemmas"]


def _standing(passage: Passage, finding: Finding, given: Medium) -> Medium:
    """*Heißt es* in the present is read off, *hieß es* may have been said."""
    clause = next((passage.owner[i] for i in finding.cue if passage.owner[i] >= 0), -1)
    if clause < 0 or passage.clauses[clause].lemma not in passage.words["spoken_sources"]["standing"]:
        return given
    return Medium.WRITING if passage.clauses[clause].tense == "Pres" else given


def _points_back(passage: Passage, finding: Finding) -> bool:
    start, end = finding.source[0]
    words = passage.words["anaphoric"]
    return end == start + 1 and passage.doc[start].lower_ in {*words["always"], *words["with_mood"]}


def _words(finding: Finding) -> range:
    start, end = finding.source[0]
    return range(start, min(end, start + NEAR_HEAD))


def _head(passage: Passage, finding: Finding) -> int | None:
    """Give the noun at the head of the source; behind *Angaben* and the like the one that gives them."""
    nouns = [i for i in _words(finding) if passage.doc[i].tag_ in NOUNS]
    telling = passage.words["preposition"][1]["heads"]
    if len(nouns) > 1 and passage.doc[nouns[0]].lower_ in telling:
        return nouns[1] if not _reads(passage, nouns[0]) else nouns[0]
    return nouns[0] if nouns else None


def _reads(passage: Passage, i: int) -> bool:
    """Say whether a noun is a paper or a document: by its ending, or by the quotation marks before it."""
    doc, endings = passage.doc, tuple(passage.words["written_sources"]["endings"])
    return doc[i].lower_.endswith(endings) or (i > 0 and doc[i - 1].text in '„»"')


def _written(passage: Passage, finding: Finding) -> bool:
    head = _head(passage, finding)
    return head is not None and _reads(passage, head)


def _spoken(passage: Passage, finding: Finding) -> bool:
    """Say whether the source is a broadcaster, an interview or a court."""
    endings = tuple(passage.words["spoken_sources"]["endings"])
    spoken = any(passage.doc[i].lower_.endswith(endings) for i in _words(finding))
    return spoken and finding.medium is not Medium.WRITING


def _person(passage: Passage, finding: Finding) -> bool:
    """Say whether the source is a pronoun of a person, a name of two words or one such name's last, or an office."""
    doc = passage.doc
    tokens = [doc[i] for i in _words(finding)]
    if tokens[0].tag_ == "PPER":
        return tokens[0].lower_ in passage.words["persons"]["pronouns"]
    if any(t.tag_ in {"NN", "NNA"} and t.lower_.endswith(_endings(passage)) for t in tokens):
        return True
    head = _head(passage, finding)
    kind = passage.doc[head].ent_type_ if head is not None else ""
    if kind in {PERSON, BODY}:
        return kind == PERSON
    if head is not None and _named_person(passage, finding, head):
        return True
    named = [t for t in tokens if head is not None and t.i >= head]
    if named and named[0].tag_ in NAMES and _surname(passage, named[0].text):
        return True
    return len(named) > 1 and all(t.tag_ in NAMES and not t.text.isupper() for t in named[:2])


def _named_person(passage: Passage, finding: Finding, head: int) -> bool:
    """Say whether a noun has a person's name right behind it, or behind a comma: *der Wirt der Klause, Jan Kunz*."""
    doc, (_, end) = passage.doc, finding.source[0]
    named = (i for i in range(head + 1, end) if doc[i].ent_type_ == PERSON)
    return any(i == head + 1 or doc[i - 1].text == "," for i in named)


def _surname(passage: Passage, word: str) -> bool:
    return word in passage.surnames or word.removesuffix("s") in passage.surnames


def _endings(passage: Passage) -> tuple[str, ...]:
    return (*passage.words["persons"]["endings"], *passage.offices)
