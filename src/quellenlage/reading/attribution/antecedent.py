"""Whose word it still is: the statement before, for a sentence that names nobody."""

from bisect import bisect_left

from quellenlage.model import StatementType
from quellenlage.reading.attribution.act_verbs import speaks
from quellenlage.reading.attribution.cues import verb_cue
from quellenlage.reading.attribution.passage import Finding, Passage
from quellenlage.reading.attribution.source import source_of

FURTHEST = 8
INDIRECT = frozenset({StatementType.INDIRECT, StatementType.INDIRECT_FREE_INDIRECT, StatementType.FREE_INDIRECT})


class Told:
    """The statements found so far, to look back from a sentence."""

    def __init__(self, passage: Passage, found: list[Finding]) -> None:
        self.passage = passage
        self.found = sorted(found, key=lambda f: f.start)
        self.starts = [f.start for f in self.found]
        self.said = {passage.sentence_number(f.end - 1) for f in found if f.source}
        self.reported = {passage.sentence_number(f.end - 1) for f in found if f.type is StatementType.REPORTED}
        self.indirect = {passage.sentence_number(f.end - 1) for f in found if f.type in INDIRECT or _framed(f)}

    def antecedent(self, number: int, start: int) -> Finding | None:
        """Give the last statement with a source that begins before token ``start``, at most some sentences back."""
        pointing: Finding | None = None
        for k in range(bisect_left(self.starts, start) - 1, -1, -1):
            finding = self.found[k]
            near = number - self.passage.sentence_number(finding.end - 1)
            if near > FURTHEST:
                return pointing
            if not finding.source or _of_relative(self.passage, finding):
                continue
            if _stands_for_another(self.passage, finding):
                pointing = pointing or finding
                continue
            if finding.type is not StatementType.REPORTED or near <= 1:
                return finding
        return pointing

    def teller(self, number: int) -> Finding | None:
        """Give who acts in the sentence before, where nobody is quoted there: *Der Rat lehnt ab. Das Geld fehle.*"""
        if number < 1 or number - 1 in self.said:
            return None
        passage = self.passage
        start, end = passage.sentences[number - 1]
        if passage.doc[end : passage.sentences[number][0]].text.count("\n") > 1:
            return None
        for n in reversed(passage.clauses_in(start, end)):
            if self._acts(n):
                return Finding([(start, end)], StatementType.REPORTED, source_of(passage, n), clause=n)
        return None

    def wanting(self, number: int) -> bool:
        """Say whether the sentence before tells what somebody wants: *Der Rat will sparen. Das Bad soll schließen.*"""
        teller, words = self.teller(number), self.passage.words["telling"]
        return teller is not None and self.passage.clauses[teller.clause or 0].modal in words["modals"]

    def _acts(self, n: int) -> bool:
        """Say whether a clause tells what somebody does who can speak, by its verb and by who it is."""
        clause, words = self.passage.clauses[n], self.passage.words["telling"]
        if clause.kind != "main" or clause.quoted or clause.passive or clause.mood != "Ind" or clause.subject is None:
            return False
        acts = clause.lemma in words["lemmas"] or clause.modal in words["modals"]
        if not acts and verb_cue(self.passage, n) is None and not speaks(self.passage, n):
            return False
        first = self.passage.doc[clause.subject[0]]
        return first.tag_ not in {"PDS", "PIS"} and first.lower_ not in self.passage.words["empty_subject"]["words"]

    def just_said(self, number: int, last: Finding | None) -> bool:
        """Say whether the sentence before ``number`` ends in something that somebody said in indirect speech."""
        carried = last is not None and self.passage.sentence_number(last.end - 1) == number - 1
        return carried or number - 1 in self.indirect


def point_back(passage: Passage, found: list[Finding]) -> None:
    """Let each statement whose source only points back (*demnach*) go on with the one that it points to."""
    told = Told(passage, found)
    for finding in found:
        if finding.carries is None and finding.source and _stands_for_another(passage, finding):
            before = told.antecedent(passage.sentence_number(finding.start), finding.start)
            if before is not None and not _stands_for_another(passage, before):
                finding.carries = before
        elif not finding.source and _says_on(passage, finding):
            number = passage.sentence_number(finding.start)
            before = told.antecedent(number, finding.start)
            if before is not None and number - passage.sentence_number(before.end - 1) <= 1:
                finding.source, finding.carries = list(before.source), before


def _says_on(passage: Passage, finding: Finding) -> bool:
    """Say whether a frame names nobody as it goes on: *…, hieß es weiter*."""
    n = next((passage.owner[i] for i in finding.cue if passage.owner[i] >= 0), -1)
    words = passage.words["thing_subject"]
    if n < 0 or passage.clauses[n].lemma not in words["lemmas"]:
        return False
    return any(passage.doc[i].lower_ in words["going_on"] for i in passage.clauses[n].tokens)


def _framed(finding: Finding) -> bool:
    """Say whether a quotation has a frame of its own, so that the next sentence can go on with it."""
    return finding.type is StatementType.DIRECT and bool(finding.frame) and bool(finding.source)


def _stands_for_another(passage: Passage, finding: Finding) -> bool:
    """Say whether the source is a word that points to one named before: *Demnach hält der Damm*."""
    start, end = finding.source[0]
    words = passage.words["anaphoric"]
    return end == start + 1 and passage.doc[start].lower_ in {*words["always"], *words["with_mood"]}


def _of_relative(passage: Passage, finding: Finding) -> bool:
    """Say whether the source is a relative pronoun under a preposition: *Bilder, aus denen hervorgeht, …*."""
    first = finding.source[0][0]
    return passage.doc[first].tag_ == "PRELS" and first > 0 and passage.doc[first - 1].tag_ == "APPR"
