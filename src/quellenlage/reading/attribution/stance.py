"""What a source does with the content: by the cue, turned round where the cue is negated (*bestätigte nicht*).

A cue that only asserts leaves it to the content: *das sei erfunden, sagte sie* denies, *man werde öffnen* announces.
"""

from itertools import pairwise

from quellenlage.model import Stance, StatementType
from quellenlage.reading.attribution.passage import Finding, Passage

NEGATED = {
    Stance.CONFIRMS: Stance.DOUBTS,
    Stance.DENIES: Stance.DOUBTS,
    Stance.DOUBTS: Stance.ASSERTS,
    Stance.ANNOUNCES: Stance.DENIES,
}
COPULAS = frozenset({"sein", "bleiben", "nennen", "bezeichnen", "zurückweisen"})


def stance_of(passage: Passage, finding: Finding) -> Stance:
    """Give the stance of a finding; a cue in the scope of a negation neither confirms nor denies, it doubts."""
    governor = next((passage.owner[i] for i in finding.cue if passage.owner[i] >= 0), finding.clause)
    if finding.stance is Stance.ASSERTS:
        return _of_content(passage, finding, governor)
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


def _of_content(passage: Passage, finding: Finding, governor: int | None) -> Stance:
    """Tell by the first clause of the content what an assertion does."""
    start, end = finding.content[0]
    n = next((passage.owner[i] for i in range(start, end) if passage.owner[i] >= 0), -1)
    if n < 0 or passage.clauses[n].kind not in {"main", "complement"}:
        return finding.stance
    if _denies(passage, n) or (passage.clauses[n].negated and _replies(passage, finding, governor)):
        return Stance.DENIES
    told = finding.type is not StatementType.REPORTED
    return Stance.ANNOUNCES if told and _own_future(passage, n) else finding.stance


def _denies(passage: Passage, n: int) -> bool:
    """Say whether a clause calls something untrue, or negates it without exception."""
    clause, words = passage.clauses[n], passage.words["denying"]
    texts = [passage.doc[i].lower_ for i in clause.tokens]
    finite = passage.doc[clause.finite].lemma_ if clause.finite is not None else ""
    calls = (clause.lemma in COPULAS or finite == "sein") and not clause.negated
    untrue = calls and any(text in words["predicates"] for text in texts)
    pairs = pairwise(texts)
    past = finite == "haben" or clause.tense in {"Past", "Perf", "Pluperf"}
    never = past and any(text in words["without_exception"] for text in texts)
    return untrue or never or any(a.startswith(x) and b.startswith(y) for a, b in pairs for x, y in words["pairs"])


def _replies(passage: Passage, finding: Finding, governor: int | None) -> bool:
    """Say whether the cue sets the content against what another says: *entgegnete sie*, *erklärte dagegen der Rat*."""
    if governor is None or governor < 0 or not finding.cue:
        return False
    clause, words = passage.clauses[governor], passage.words["denying"]
    if clause.lemma in passage.words["thing_subject"]["lemmas"]:
        return False
    return clause.lemma in words["replying"] or any(passage.doc[i].lower_ in words["against"] for i in clause.tokens)


def _own_future(passage: Passage, n: int) -> bool:
    """Say whether who speaks tells what he will do: *man werde im Mai öffnen*."""
    clause = passage.clauses[n]
    subject = passage.doc[clause.subject[0]].lower_ if clause.subject else ""
    return clause.tense == "Fut" and not clause.negated and subject in passage.words["announcing"]["subjects"]
