"""What a source does with the content: by the cue, turned round where the cue is negated (*bestätigte nicht*)."""

from quellenlage.model import Stance
from quellenlage.reading.attribution.passage import Finding, Passage

NEGATED = {
    Stance.CONFIRMS: Stance.DOUBTS,
    Stance.DENIES: Stance.DOUBTS,
    Stance.DOUBTS: Stance.ASSERTS,
    Stance.ANNOUNCES: Stance.DENIES,
}


def stance_of(passage: Passage, finding: Finding) -> Stance:
    """Give the stance of a finding; a cue in the scope of a negation neither confirms nor denies, it doubts."""
    governor = next((passage.owner[i] for i in finding.cue if passage.owner[i] >= 0), finding.clause)
    if governor is None or governor < 0:
        return finding.stance
    clause, content = passage.clauses[governor], {i for a, b in finding.content for i in range(a, b)}
    own = finding.content == [] or clause.finite in content
    negated = any(
        passage.doc[i].tag_ == "PTKNEG" or passage.doc[i].lower_ in passage.words["negation"]["words"]
        for i in clause.tokens
        if own or i not in content
    )
    return NEGATED.get(finding.stance, finding.stance) if negated else finding.stance
