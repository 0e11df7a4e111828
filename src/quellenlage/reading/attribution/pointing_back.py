"""*Dies teilte das Amt mit*: a statement whose content is the sentence or the clause before."""

from collections.abc import Iterator

from quellenlage.model import StatementType
from quellenlage.reading.attribution.addressee import addressee_of
from quellenlage.reading.attribution.cues import Cue, verb_cue
from quellenlage.reading.attribution.passage import Finding, Passage, Range, runs
from quellenlage.reading.attribution.source import source_of


def pointing_back(passage: Passage) -> Iterator[Finding]:
    """Give the statements whose content a *dies* or *das* in the Vorfeld stands for."""
    rules = passage.words["pointing"]
    for n, clause in enumerate(passage.clauses):
        first = clause.tokens[0]
        if (
            clause.quoted
            or clause.finite != first + 1
            or passage.doc[first].lower_ not in rules["words"]
            or not passage.read(n)
        ):
            continue
        cue = verb_cue(passage, n)
        if cue is None or cue.name not in rules["cues"] or clause.negated:
            continue
        own = clause.subject == (first, first + 1) and not clause.passive
        if own and clause.lemma not in passage.words["thing_subject"]["lemmas"]:
            continue
        if any(passage.clauses[c].kind == "complement" for c in passage.children[n]):
            continue
        content = _before(passage, first)
        if content is not None:
            yield _finding(passage, n, cue, content)


def _before(passage: Passage, first: int) -> Range | None:
    """Give what stands before the pronoun in its sentence, or the sentence before in the same paragraph."""
    begin, _ = passage.sentence(first)
    if begin < first:
        return passage.trim(begin, first)
    number = passage.sentence_number(first)
    if number < 1:
        return None
    start, end = passage.sentences[number - 1]
    between = passage.doc[end:first].text
    return None if between.count("\n") > 1 else passage.trim(start, end)


def _finding(passage: Passage, n: int, cue: Cue, content: Range) -> Finding:
    first = passage.clauses[n].tokens[0]
    last = max(passage.clauses[m].end for m in passage.tree(n))
    source = source_of(passage, n)
    frame = runs([i for i in range(first + 1, last) if not passage.doc[i].is_space])
    return Finding(
        [content, (first, first + 1)], StatementType.INDIRECT, source, list(cue.tokens), frame,
        addressee_of(passage, n, source), cue.medium, cue.stance, n, rank=2,
    )  # fmt: skip
