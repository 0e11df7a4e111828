"""Relative clauses in Konjunktiv: who speaks says of something how it is: *Sie lobte den Damm, der alles aushalte*."""

from collections.abc import Iterator

from quellenlage.model import Medium, StatementType
from quellenlage.reading.attribution.act_verbs import act_of, speaks
from quellenlage.reading.attribution.addressee import addressee_of
from quellenlage.reading.attribution.complements import DEEPEST, content_ranges, frame_ranges
from quellenlage.reading.attribution.cues import verb_cue
from quellenlage.reading.attribution.passage import Finding, Passage, covered
from quellenlage.reading.attribution.source import source_of

RELATIVES = frozenset({"PRELS", "PRELAT"})


def described(passage: Passage, found: list[Finding]) -> Iterator[Finding]:
    """Give the relative clauses in Konjunktiv I that stand in no statement yet, as the word of who acts above them."""
    said = covered(passage, found)
    for n, clause in enumerate(passage.clauses):
        if clause.finite is None or said[clause.finite] or not _is_told(passage, n) or not passage.read(n):
            continue
        above = _speaker(passage, n)
        source = source_of(passage, above) if above is not None else []
        if above is None or not source:
            continue
        content = content_ranges(passage, passage.tree(n) - {above})
        cue, act = verb_cue(passage, above), act_of(passage, above)
        medium = cue.medium if cue is not None else Medium(act["medium"]) if act is not None else Medium.SW
        tokens = cue.tokens if cue is not None else passage.clauses[above].verbs
        yield Finding(
            content, StatementType.INDIRECT, source, list(tokens),
            frame_ranges(passage, above, content), addressee_of(passage, above, source), medium, clause=above,
        )  # fmt: skip


def _is_told(passage: Passage, n: int) -> bool:
    """Say whether a clause is a relative one in Konjunktiv I that names nobody itself (*…, der laut Rat alt sei*)."""
    clause, doc = passage.clauses[n], passage.doc
    if clause.kind != "relative" or clause.konjunktiv != 1 or clause.quoted:
        return False
    own = {*passage.words["postpositions"]["words"], *passage.words["preposition"][0]["words"]}
    first = {doc[i].tag_ for i in clause.tokens[:2]}
    return not first.isdisjoint(RELATIVES) and not any(doc[i].lower_ in own for i in clause.tokens)


def _speaker(passage: Passage, n: int) -> int | None:
    """Give the clause above that tells what somebody says or does who can speak."""
    for above in passage.ancestors(n)[:DEEPEST]:
        clause = passage.clauses[above]
        if clause.kind == "infinitive":
            continue
        own = clause.mood == "Ind" and clause.subject is not None and not clause.passive and not clause.quoted
        return above if own and _can(passage, above) else None
    return None


def _can(passage: Passage, n: int) -> bool:
    """Say whether a clause tells what somebody says, or what one does who then goes on to speak."""
    lemma = passage.clauses[n].lemma
    return speaks(passage, n) or verb_cue(passage, n) is not None or lemma in passage.words["telling"]["lemmas"]
