"""Whom somebody says it to: a dative beside the subject, or a phrase with *gegenüber*, *an*."""

from quellenlage.reading.attribution.passage import Passage, Range


def addressee_of(passage: Passage, n: int, source: list[Range]) -> list[Range]:
    """Give the addressee of a clause with a cue verb, none where there is none."""
    clause, doc = passage.clauses[n], passage.doc
    words = passage.words["addressee"]
    taken = {i for a, b in source for i in range(a, b)} | set(range(*clause.subject)) if clause.subject else set()
    for group in passage.groups_in(n):
        if group.head in taken or doc[group.head].tag_ == "PRF":
            continue
        preposition = doc[group.preposition].lower_ if group.preposition is not None else ""
        dative = (
            not preposition
            and group.case in {"D", "GD"}
            and doc[group.start - 1].tag_ not in {"NN", "NE"}
            and clause.lemma in words["dative"]
        )
        accusative = not preposition and "A" in group.case and clause.lemma in words["accusative"]
        if dative or accusative or preposition in words["prepositions"]:
            begin = group.bare[0]
            return [passage.language.phrase(doc, begin, group.end, clause.end)]
    return []
