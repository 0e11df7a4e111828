"""What a source does with the content: by the cue, turned round where the cue is negated (*bestätigte nicht*).

A cue that only asserts leaves it to the content: *das sei erfunden, sagte sie* denies, *man werde öffnen* announces.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

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
        if governor is not None and governor >= 0 and _disbelieves(passage, governor):
            return Stance.DOUBTS
        return _called_out(passage, finding) or _of_content(passage, finding, governor)
    if governor is None or governor < 0:
        return finding.stance
    clause, content = passage.clauses[governor], {i for a, b in finding.content for i in range(a, b)}
    if clause.lemma in passage.words["warning"]["threats"] and _threatens(passage, finding):
        return Stance.WARNS
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
    if n < 0 or passage.clauses[n].kind not in {"main", "complement", "verbless"}:
        return finding.stance
    if _exclaims(passage, finding, n):
        return Stance.DENIES
    parent = passage.clauses[n].parent
    if parent is not None and any(a <= passage.clauses[parent].start < b for a, b in finding.content):
        n = parent
    if _leaves_open(passage, n):
        return Stance.DOUBTS
    negated, told = passage.clauses[n].negated, finding.type is not StatementType.REPORTED
    against = negated and _replies(passage, finding, governor)
    if _denies(passage, n) or against or (told and _counters(finding, n, passage, governor)):
        return Stance.DENIES
    return _of_what_comes(passage, finding, n) if told else finding.stance


def _of_what_comes(passage: Passage, finding: Finding, n: int) -> Stance:
    """Tell what is said of the time to come: a warning, that a plan stands, or a plan."""
    if _to_be_expected(passage, n):
        return Stance.WARNS
    if _as_planned(passage, n):
        return Stance.CONFIRMS
    ahead = _own_future(passage, n) or (finding.source and _dated_plan(passage, n))
    return Stance.ANNOUNCES if ahead and not _passes_on(passage, finding) else finding.stance


def _disbelieves(passage: Passage, governor: int) -> bool:
    """Say whether a cue of belief is negated: *mag er nicht glauben*."""
    clause = passage.clauses[governor]
    return clause.negated and clause.lemma in passage.words["disbelief"]["lemmas"]


def _counters(finding: Finding, n: int, passage: Passage, governor: int | None) -> bool:
    """Say whether a statement is there to counter another: *entgegnete sie*; or goes on to negate behind a denial."""
    if (before := finding.carries) is not None and not finding.cue:
        denied = before.stance is Stance.DENIES and before.type is StatementType.REPORTED
        return denied and passage.clauses[n].negated and passage.clauses[n].tense != "Fut"
    if governor is None or governor < 0 or not finding.cue:
        return False
    return passage.clauses[governor].lemma in passage.words["denying"]["countering"]


def _exclaims(passage: Passage, finding: Finding, n: int) -> bool:
    """Say whether it begins with a word that calls something untrue and nothing else: *„Unsinn! Sie ist hier“*."""
    clause = passage.clauses[n]
    own = [i for i in clause.tokens if finding.covers(i, i + 1)]
    if clause.finite in own or any(passage.doc[i].tag_.startswith("V") for i in own):
        return False
    return any(passage.doc[i].lower_ in passage.words["denying"]["predicates"] for i in own)


def _threatens(passage: Passage, finding: Finding) -> bool:
    """Say whether it is said what will come, and not what one will do oneself: *„Dann stirbt der Ort“, drohte sie*."""
    start, end = finding.content[0]
    n = next((passage.owner[i] for i in range(start, end) if passage.owner[i] >= 0), -1)
    told = n >= 0 and finding.type is not StatementType.REPORTED and passage.clauses[n].kind in {"main", "complement"}
    return told and not _own_future(passage, n)


def _to_be_expected(passage: Passage, n: int) -> bool:
    """Say whether one has to expect something: *mit weiteren Fällen müsse man rechnen*."""
    clause, words = passage.clauses[n], passage.words["warning"]
    return clause.lemma in words["lemmas"] and clause.modal in words["modals"] and not clause.negated


def _passes_on(passage: Passage, finding: Finding) -> bool:
    """Say whether the source only passes on what others plan: a paper, or people in the know."""
    endings = (*passage.words["announcing"]["passing_on"], *passage.words["written_sources"]["endings"])
    return any(passage.doc[i].lower_.endswith(tuple(endings)) for a, b in finding.source for i in range(a, b))


def _called_out(passage: Passage, finding: Finding) -> Stance | None:
    """Give what a quoted order or question does: *„Nehmen Sie das zurück!“*, *„Hat der Rat geprüft?“*."""
    if finding.type is not StatementType.DIRECT or len(finding.content) > 1:
        return None
    start, end = finding.content[0]
    words = [i for i in range(start, end) if passage.doc[i].tag_ != "$(" and not passage.doc[i].is_space]
    n = passage.owner[words[0]] if words else -1
    if n < 0:
        return None
    finite = passage.clauses[n].finite
    called = finite is not None and passage.doc[finite - 1].text == "," and passage.doc[finite + 1].lower_ == "sie"
    if finite != words[0] and not (called and passage.doc[words[-1]].text == "!"):
        return None
    return {"!": Stance.DEMANDS, "?": Stance.ASKS}.get(passage.doc[words[-1]].text)


def _leaves_open(passage: Passage, n: int) -> bool:
    """Say whether a clause leaves open whether something is so: *das sei nicht erwiesen*, *ob …, stehe nicht fest*."""
    clause, words = passage.clauses[n], passage.words["leaving_open"]
    predicate = any(passage.doc[i].lower_ in words["predicates"] for i in clause.tokens)
    copula = clause.finite is not None and passage.doc[clause.finite].lemma_ == "sein"
    return clause.negated and ((copula and predicate) or clause.lemma in words["lemmas"])


def _denies(passage: Passage, n: int) -> bool:
    """Say whether a clause calls something untrue, or negates it without exception."""
    clause, words = passage.clauses[n], passage.words["denying"]
    texts = [passage.doc[i].lower_ for i in clause.tokens]
    finite = passage.doc[clause.finite].lemma_ if clause.finite is not None else ""
    calls = (clause.lemma in COPULAS or finite == "sein" or _judges(clause.lemma, texts, words)) and not clause.negated
    untrue = calls and any(text in words["predicates"] for text in texts)
    pairs = pairwise(texts)
    past = clause.konjunktiv != 2 and (finite == "haben" or clause.tense in {"Past", "Perf", "Pluperf"})
    never = past and any(text in words["without_exception"] for text in texts)
    never |= clause.negated and clause.lemma in words["negated"] and finite != "sein"
    none = any(a.startswith(x) and b.startswith(y) for a, b in pairs for x, y in words["pairs"])
    never |= clause.negated and clause.lemma in words["not_so"] and _what_was_said(passage, n)
    return untrue or never or (none and not _own_future(passage, n))


def _judges(lemma: str, texts: list[str], words: Mapping[str, Any]) -> bool:
    """Say whether a verb calls something what stands behind its preposition: *hält das für falsch*."""
    return words["judging"].get(lemma) in texts


def _what_was_said(passage: Passage, n: int) -> bool:
    """Say whether a clause is about what somebody has said: *das stimme nicht*, *die Darstellung treffe nicht zu*."""
    subject, words = passage.clauses[n].subject, passage.words["denying"]["what_was_said"]
    return subject is not None and passage.doc[subject[1] - 1].lower_ in words


def _replies(passage: Passage, finding: Finding, governor: int | None) -> bool:
    """Say whether the cue sets the content against what another says: *entgegnete sie*, *erklärte dagegen der Rat*."""
    if governor is None or governor < 0 or not finding.cue:
        return False
    clause, words = passage.clauses[governor], passage.words["denying"]
    if clause.lemma in passage.words["thing_subject"]["lemmas"]:
        return False
    return clause.lemma in words["replying"] or any(passage.doc[i].lower_ in words["against"] for i in clause.tokens)


def _own_future(passage: Passage, n: int) -> bool:
    """Say whether who speaks tells what he will do: *man werde im Mai öffnen*, not what he does not want to do."""
    clause, words = passage.clauses[n], passage.words["announcing"]
    if clause.negated and clause.modal in words["modals"]:
        return False
    past = clause.finite is not None and any(passage.doc[i].lemma_ == "haben" for i in clause.verbs)
    if past or (clause.modal in words["modals"] and clause.lemma in words["no_plan"]):
        return False
    subject = passage.doc[clause.subject[0]].lower_ if clause.subject else ""
    return (clause.tense == "Fut" or clause.modal in words["modals"]) and subject in words["subjects"]


def _as_planned(passage: Passage, n: int) -> bool:
    """Say whether it is said that what is to come stays as it was meant: *der Lauf werde wie geplant beginnen*."""
    clause, words = passage.clauses[n], passage.words["confirming"]
    pairs = pairwise(passage.doc[i].lower_ for i in clause.tokens)
    ahead = clause.finite is not None and passage.doc[clause.finite].lemma_ == "werden" and not clause.negated
    return ahead and any(a in words["likeness"] and b in words["as_planned"] for a, b in pairs)


def _dated_plan(passage: Passage, n: int) -> bool:
    """Say whether something is set for a day or a time to come: *der Bau werde am Montag beginnen*."""
    doc, clause, words = passage.doc, passage.clauses[n], passage.words["hearsay"]
    if clause.finite is None or clause.negated or {"haben", "worden"} & {doc[i].lower_ for i in clause.verbs}:
        return False
    ahead = doc[clause.finite].lemma_ == "werden" and (
        clause.tense == "Fut" or (clause.passive and clause.tense == "Pres")
    )
    planned = ahead or clause.modal in passage.words["announcing"]["planning"]
    if planned and any(_is_day(doc[i].lower_, words) or doc[i].lower_ in words["planning"] for i in clause.tokens):
        return True
    return _set_for_a_day(passage, n)


def _set_for_a_day(passage: Passage, n: int) -> bool:
    """Say whether a verb in the present begins on a day, which is one to come: *der Bau beginne am Montag*."""
    doc, clause, words = passage.doc, passage.clauses[n], passage.words["hearsay"]
    if clause.tense != "Pres" or clause.modal is not None or clause.passive or len(clause.verbs) > 1:
        return False
    if clause.lemma in {*words["states"], *words["lasting"], "werden"}:
        return False
    said = [doc[i].lower_ for i in clause.tokens]
    return any(a in words["on"] and _is_day(b, words) for a, b in pairwise(said))


def _is_day(word: str, words: Mapping[str, Any]) -> bool:
    """Say whether a word is a day, a part of one, or a month: *Sonntagabend*."""
    return any(word == day or (word.startswith(day) and word[len(day) :] in words["parts"]) for day in words["days"])
