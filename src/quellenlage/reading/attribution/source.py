"""Who speaks: the whole noun phrase of the subject, or of the phrase that a passive or an empty subject leaves."""

from typing import TYPE_CHECKING

from quellenlage.reading.attribution.passage import Passage, Range

if TYPE_CHECKING:
    from quellenlage.language.de.noun_groups import NounGroup

NEAR = 8
# What a parser calls a phrase that hangs on the verb and not on the noun before it.
PARSED_AGENT = frozenset({"obl", "obl:agent"})


def source_of(passage: Passage, n: int) -> list[Range]:
    """Give the source of a clause with a cue verb, none where nobody is named."""
    clause = passage.clauses[n]
    if quoted_object(passage, n):
        begin, end = clause.objects[0]
        return [passage.language.phrase(passage.doc, begin, end, clause.end)]
    empty = clause.lemma in passage.words["thing_subject"]["lemmas"]
    quoted = clause.lemma in passage.words["quoted_subject"]["lemmas"]
    if clause.passive and not quoted:
        return phrase_with(passage, n, "agent") or document(passage, n)
    if (
        empty
        or is_heard(passage, n)
        or _is_rumour(passage, n)
        or (clause.subject and passage.doc[clause.subject[0]].lower_ in passage.words["empty_subject"]["words"])
    ):
        return phrase_with(passage, n, "speaking")
    if found := _learnt_from(passage, n) or _comes_from(passage, n):
        return found
    if clause.subject is None and clause.parent is not None and clause.finite is None:
        return source_of(passage, clause.parent)
    return [subject_phrase(passage, n)] if clause.subject else []


def is_heard(passage: Passage, n: int) -> bool:
    """Say whether somebody is to be heard: *Aus dem Rathaus ist zu hören, dass …*."""
    clause, doc, words = passage.clauses[n], passage.doc, passage.words["heard"]
    to_be = clause.finite is not None and doc[clause.finite].lemma_ in words["verbs"]
    return to_be and clause.lemma in words["known"] and any(doc[i].tag_ in {"PTKZU", "VVIZU"} for i in clause.verbs)


def _is_rumour(passage: Passage, n: int) -> bool:
    """Say whether nobody but a place stands for who tells it: *in der Kanzlei munkelt man*."""
    clause, words = passage.clauses[n], passage.words["rumour"]
    first = clause.subject[0] if clause.subject else clause.start
    return clause.lemma in words["lemmas"] and passage.doc[first].lower_ in words["subjects"]


def _learnt_from(passage: Passage, n: int) -> list[Range]:
    """Give from whom somebody has learnt it: *erfuhr das Blatt aus dem Rathaus*."""
    doc, clause, words = passage.doc, passage.clauses[n], passage.words["framing"]["learning"]
    learns = clause.modal is None and clause.lemma in words["lemmas"]
    for group in passage.groups_in(n) if learns else ():
        if group.preposition is not None and doc[group.preposition].lower_ in words["prepositions"]:
            return [passage.language.phrase(doc, group.bare[0], group.end, passage.sentence(group.start)[1])]
    return []


def _comes_from(passage: Passage, n: int) -> list[Range]:
    """Give from whom words come: *Kritik kam von der Opposition: Der Plan sei teuer*."""
    doc, clause, words = passage.doc, passage.clauses[n], passage.words["framing"]["coming"]
    if clause.subject is None or clause.lemma not in words["lemmas"]:
        return []
    said = doc[clause.subject[1] - 1].lower_.endswith(tuple(words["nouns"]))
    for group in passage.groups_in(n) if said else ():
        if group.preposition is not None and doc[group.preposition].lower_ in words["prepositions"]:
            return [passage.language.phrase(doc, group.bare[0], group.end, passage.sentence(group.start)[1])]
    return []


def subject_phrase(passage: Passage, n: int) -> Range:
    """Give the subject of a clause as a whole noun phrase: all of the Vorfeld, where it stands there."""
    clause, doc = passage.clauses[n], passage.doc
    begin, end = clause.subject or (clause.start, clause.start + 1)
    first = passage.owner[begin]
    if 0 <= first < n and passage.clauses[first].subject == clause.subject:
        return subject_phrase(passage, first)
    limit = passage.sentence(begin)[1]
    if (
        clause.finite is not None
        and begin < clause.finite
        and clause.kind == "main"
        and doc[begin].tag_ not in {"PPER", "PRELS"}
    ):
        return _vorfeld(passage, n, begin, end)
    objects = {word for act in passage.words["act"] if clause.lemma in act["lemmas"] for word in act["objects"]}
    limit = next((i for i in clause.tokens if i >= end and doc[i].lower_ in objects), limit)
    return passage.language.phrase(doc, begin, end, limit)


def quoted_object(passage: Passage, n: int) -> bool:
    """Say whether the object is who speaks: *Das Blatt zitiert einen Zeugen mit den Worten …*."""
    clause = passage.clauses[n]
    return clause.lemma in passage.words["quoted_subject"]["lemmas"] and not clause.passive and bool(clause.objects)


def own_word_of(passage: Passage, n: int | None, source: list[Range]) -> list[Range]:
    """Give whom a source that is somebody's own word means: *Nach eigenen Angaben behandelt die Klinik vier Kranke*."""
    if n is None or not source or passage.doc[source[0][0]].lower_ not in passage.words["own_word"]["words"]:
        return []
    above = (m for m in (n, *passage.ancestors(n)) if passage.clauses[m].subject is not None)
    return [subject_phrase(passage, m) for m in above][:1]


def _vorfeld(passage: Passage, n: int, begin: int, end: int) -> Range:
    """Give all that stands before the verb from the subject on, up to the first clause that is embedded there."""
    clause, doc = passage.clauses[n], passage.doc
    first = clause.tokens[0]
    if first < begin and doc[first].lower_ in passage.words["correlative"]["words"]:
        begin = first
    stop = end
    while stop < (clause.finite or end) and passage.owner[stop] in {n, -1}:
        stop += 1
    while stop > end and not _ends_phrase(passage, n, begin, stop - 1):
        stop -= 1
    return begin, stop


def _ends_phrase(passage: Passage, n: int, begin: int, i: int) -> bool:
    """Say whether a noun phrase can end with token ``i``; a bracket closes one that it has opened."""
    doc = passage.doc
    if doc[i].text == ")":
        return any(doc[k].text == "(" for k in range(max(begin, i - NEAR), i))
    return passage.owner[i] == n and doc[i].tag_ not in {"ADV", "ADJD", "PROAV", "PRF", "VVPP", "$("}


def _of_noun(passage: Passage, i: int) -> bool:
    """Say whether a phrase hangs on the noun before it: *der Besuch von …*; nothing hangs on a noun of time."""
    doc = passage.doc
    if (
        i == 0
        or doc[i - 1].tag_ not in {"NN", "NE", "NNA"}
        or doc[i].lower_ not in passage.words["source_prepositions"]["attributive"]
    ):
        return False
    return passage.doc[i - 1].text not in passage.language.table("clauses")["times"]


def document(passage: Passage, n: int) -> list[Range]:
    """Give the writing that a passive names as its place: *In der Pressemitteilung wird gefordert, …*."""
    words = passage.words["written_sources"]
    endings = (*words["endings"], *words["given_out"])
    found = phrase_with(passage, n, "place")
    return found if found and any(passage.doc[i].lower_.endswith(endings) for i in range(*found[0])) else []


def phrase_with(passage: Passage, n: int, role: str) -> list[Range]:
    """Give the first phrase of the clause that stands with a preposition of ``role``, and is not what is spoken of."""
    doc, words = passage.doc, passage.words["source_prepositions"]
    if role == "agent" and passage.clauses[n].lemma in words["spoken_of"]:
        role = "surely_agent"
    prepositions = words[role]
    for group in passage.groups_in(n):
        if group.preposition is None:
            continue
        side = doc[group.head].text in passage.words["sides"]["words"]
        free = role != "agent" or side or not _of_noun(passage, group.start) or _is_agent(passage, n, group)
        if doc[group.start].lower_ in prepositions and free:
            begin = group.bare[0] if group.bare[0] > group.start else group.start
            return [passage.language.phrase(doc, begin, group.end, passage.sentence(begin)[1])]
    return []


def _is_agent(passage: Passage, n: int, group: "NounGroup") -> bool:
    """Say whether a phrase with *von* behind a noun says who does it: by a parser, or right before such a verb."""
    clause, head = passage.clauses[n], passage.doc[group.head]
    if head.dep_ in PARSED_AGENT and head.head.i in clause.tokens:
        return True
    addressing = clause.lemma in passage.words["addressee"]["accusative"]
    return addressing and group.end in clause.verbs and clause.finite is not None and clause.finite < group.start


def marked(passage: Passage, source: Range) -> Range:
    """Give a source that is a quoted name (*„Neue Post“ meldet …*) with both its marks."""
    start, end = source
    opening = passage.quoted_by[start - 1] if start else None
    closing = passage.quoted_by[end] if end < len(passage.doc) else None
    if opening is not None and opening.start == start - 1 and opening.end - 1 <= end:
        start, end = start - 1, max(end, opening.end)
    elif closing is not None and closing.end - 1 == end and closing.start >= start:
        end += 1
    return start, end
