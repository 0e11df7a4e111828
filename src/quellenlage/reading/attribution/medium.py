"""Speech, writing or what lies between: by the cue, and by who or what the source is."""

from quellenlage.model import Medium, StatementType
from quellenlage.reading.attribution.passage import Finding, Passage

OPEN = frozenset({Medium.SPEECH, Medium.SW})


def refined(passage: Passage, finding: Finding) -> Medium:
    """Give the medium of a finding: what a person says is speech, what a paper or a document says is writing."""
    if finding.medium not in OPEN or not finding.source:
        return finding.medium
    if _written(passage, finding):
        return Medium.WRITING
    if _person(passage, finding):
        return Medium.SPEECH
    return Medium.SPEECH if finding.type is StatementType.DIRECT else finding.medium


def _words(finding: Finding) -> range:
    start, end = finding.source[0]
    return range(start, min(end, start + 6))


def _written(passage: Passage, finding: Finding) -> bool:
    endings = tuple(passage.words["written_sources"]["endings"])
    head = next((i for i in _words(finding) if passage.doc[i].tag_ in {"NN", "NE"}), None)
    return head is not None and passage.doc[head].lower_.endswith(endings)


def _person(passage: Passage, finding: Finding) -> bool:
    """Say whether the source is a pronoun of a person, a name of two words, or an office."""
    endings, doc = tuple(passage.words["persons"]["endings"]), passage.doc
    tokens = [doc[i] for i in _words(finding)]
    if tokens[0].tag_ == "PPER" and tokens[0].lower_ in passage.words["persons"]["pronouns"]:
        return True
    if any(t.tag_ in {"NN", "NNA"} and t.lower_.endswith(endings) for t in tokens):
        return True
    return len(tokens) > 1 and all(t.tag_ == "NE" for t in tokens[:2])
