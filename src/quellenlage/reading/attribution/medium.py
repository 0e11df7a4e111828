"""Speech, writing or what lies between: by the cue, and by who or what the source is.

A cue that says how (*sagen*, *schreiben*, *hoffen*) decides; with one that leaves it open (*erklären*, *fordern*,
*nach Angaben*) the source does: a person speaks, a paper or a document is read, a body does one or the other.
"""

from quellenlage.model import Medium
from quellenlage.reading.attribution.passage import Finding, Passage

WRITABLE = frozenset({Medium.SPEECH, Medium.SW, Medium.WRITING})
NAMES = frozenset({"NE", "FM"})
NEAR_HEAD = 6


def refined(passage: Passage, finding: Finding) -> Medium:
    """Give the medium of a finding: what a person says is speech, what a paper or a document says is writing."""
    if finding.medium not in WRITABLE or not finding.source:
        return finding.medium
    if _written(passage, finding):
        return Medium.WRITING
    if finding.medium is Medium.SW and _person(passage, finding):
        return Medium.SPEECH
    return finding.medium


def _words(finding: Finding) -> range:
    start, end = finding.source[0]
    return range(start, min(end, start + NEAR_HEAD))


def _written(passage: Passage, finding: Finding) -> bool:
    """Say whether the source is a paper or a document: by its head, or by a name in quotation marks."""
    doc, endings = passage.doc, tuple(passage.words["written_sources"]["endings"])
    head = next((i for i in _words(finding) if doc[i].tag_ in {"NN", "NE", "NNA", "XY"}), None)
    if head is None:
        return False
    return doc[head].lower_.endswith(endings) or (head > 0 and doc[head - 1].text in '„»"')


def _person(passage: Passage, finding: Finding) -> bool:
    """Say whether the source is a pronoun of a person, a name of two words or one such name's last, or an office."""
    doc = passage.doc
    tokens = [doc[i] for i in _words(finding)]
    if tokens[0].tag_ == "PPER":
        return tokens[0].lower_ in passage.words["persons"]["pronouns"]
    if any(t.tag_ in {"NN", "NNA"} and t.lower_.endswith(_endings(passage)) for t in tokens):
        return True
    if tokens[0].tag_ in NAMES and tokens[0].text in passage.surnames:
        return True
    return len(tokens) > 1 and all(t.tag_ in NAMES and not t.text.isupper() for t in tokens[:2])


def _endings(passage: Passage) -> tuple[str, ...]:
    return (*passage.words["persons"]["endings"], *passage.offices)
